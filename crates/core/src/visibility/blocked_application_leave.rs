use crate::Core;
use crate::call::request;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::applications::ApplicationRef;
use zhitu_contract::events::CoreEvent;
use zhitu_contract::visibility::VisibilityView;

impl Core {
    /// Leaves an application with a company that was blocked since (D5).
    pub async fn blocked_application_leave(&self, leave: ApplicationRef) -> Result<VisibilityView> {
        let account = self.account_required().await?.id;
        let _blocks = self.blocks.lock().await;
        let path = format!("/api/visibility/blocked-applications/{}/leave", leave.application);
        let view = self.call(request(Method::Post, path)).await?;
        let view = self.visibility_named(account, view).await?;
        self.events.emit(CoreEvent::VisibilityChanged);
        Ok(view)
    }
}
