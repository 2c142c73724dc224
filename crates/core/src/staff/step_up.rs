use crate::Core;
use crate::call::with_body;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::staff::{SecondFactorRequest, StaffSession};

impl Core {
    /// Shows the second factor in this session. Then the staff's conversations are fetched: the server holds them back
    /// until it is shown.
    pub async fn staff_step_up(&self, shown: SecondFactorRequest) -> Result<StaffSession> {
        let account = self.account_required().await?.id;
        let session = self.call(with_body(Method::Post, "/api/staff/second-factor", &shown, None)?).await?;
        if let Err(error) = self.chat_fetch(account).await {
            tracing::info!(%error, "conversations are shown as last seen");
        }
        self.outbox_changed.notify_one();
        Ok(session)
    }
}
