//! Setting the working copy in type.

use crate::Core;
use std::sync::{Arc, OnceLock};
use zhitu_contract::policy::Language;
use zhitu_contract::{Error, ErrorCode, Result};
use zhitu_typeset::{Contact, Document, Fonts, Typesetter, place_names};

/// The faces are read when the first page is set; there is one typesetter in a run.
#[derive(Default)]
pub(crate) struct Setting(OnceLock<std::result::Result<Typesetter, zhitu_typeset::Error>>);

impl Core {
    /// Sets the working copy, in the language of the settings.
    pub(super) async fn resume_set<T: Send + 'static>(
        &self,
        set: impl FnOnce(&Typesetter, &Document) -> std::result::Result<T, zhitu_typeset::Error> + Send + 'static,
    ) -> Result<T> {
        let content = self.store.resume().await?.unwrap_or_default().content;
        let language = self.store.settings().await?.language.unwrap_or_default();
        let today = self.clock.today();
        let setting = Arc::clone(&self.setting);
        // Takes tens of milliseconds of one processor: not on a thread that others wait for.
        let done = tokio::task::spawn_blocking(move || {
            let typesetter = setting.0.get_or_init(|| Typesetter::new(Fonts::bundled()));
            let language = match language {
                Language::ZhCn => zhitu_typeset::Language::Chinese,
                Language::En => zhitu_typeset::Language::English,
            };
            let place_names = place_names(&content, language);
            let document =
                Document { content, language, contact: Contact::Own, place_names, today, stamp: None };
            match typesetter {
                Ok(typesetter) => set(typesetter, &document).map_err(|error| error.to_string()),
                Err(error) => Err(error.to_string()),
            }
        });
        done.await
            .map_err(|error| error.to_string())
            .flatten()
            .map_err(|message| Error::with_message(ErrorCode::TypesetFailed, message))
    }
}
