use crate::Core;
use crate::call::request;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::events::CoreEvent;
use zhitu_contract::visibility::{BlockRef, VisibilityView};

impl Core {
    /// Takes a company off the block list. A conversation that the block closed stays closed.
    pub async fn block_remove(&self, remove: BlockRef) -> Result<VisibilityView> {
        let account = self.account_required().await?.id;
        let _blocks = self.blocks.lock().await;
        let path = format!("/api/visibility/blocks/{}", remove.block);
        let view = self.call(request(Method::Delete, path)).await?;
        let view = self.visibility_named(account, view).await?;
        self.events.emit(CoreEvent::VisibilityChanged);
        Ok(view)
    }
}
