use crate::Core;
use crate::call::request;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::device::Nothing;
use zhitu_contract::visibility::VisibilityView;

impl Core {
    /// Who may see the résumé, as the server has it now.
    pub async fn visibility_show(&self, _: Nothing) -> Result<VisibilityView> {
        let account = self.account_required().await?.id;
        let _blocks = self.blocks.lock().await;
        let view = self.call(request(Method::Get, "/api/visibility")).await?;
        self.visibility_named(account, view).await
    }
}
