//! Applying: what would go, sending it, following it, taking it back.

mod list;
mod preview;
mod submit;
mod withdraw;

use crate::Core;
use zhitu_contract::Result;
use zhitu_contract::applications::Application;
use zhitu_contract::events::CoreEvent;

impl Core {
    /// Keeps an application as the server just answered it.
    pub(crate) async fn application_keep(&self, application: &Application) -> Result<()> {
        let account = self.account_required().await?.id;
        let leave = self.personal_write(account).await?;
        let mut kept = self.store.applications().await?;
        match kept.iter_mut().find(|known| known.id == application.id) {
            Some(known) => known.clone_from(application),
            None => kept.insert(0, application.clone()),
        }
        self.store.applications_replace(&kept).await?;
        drop(leave);
        self.events.emit(CoreEvent::ApplicationsChanged);
        Ok(())
    }
}
