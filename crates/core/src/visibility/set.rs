use crate::Core;
use crate::call::with_body;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::events::CoreEvent;
use zhitu_contract::visibility::{VisibilitySetRequest, VisibilityView};

impl Core {
    /// Chooses who may see the résumé. It holds once the server has it, so there is no doing it off-line.
    pub async fn visibility_set(&self, set: VisibilitySetRequest) -> Result<VisibilityView> {
        let account = self.account_required().await?.id;
        let _blocks = self.blocks.lock().await;
        let view = self.call(with_body(Method::Put, "/api/visibility", &set, None)?).await?;
        let view = self.visibility_named(account, view).await?;
        // The editor shows the setting too.
        self.resume_look_again().await;
        self.events.emit(CoreEvent::VisibilityChanged);
        Ok(view)
    }
}
