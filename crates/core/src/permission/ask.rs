use super::refusal;
use crate::Core;
use zhitu_contract::Result;
use zhitu_contract::permission::{PermissionAsk, PermissionView};
use zhitu_domain::permission::AskRefused;
use zhitu_domain::record::Recorded;

impl Core {
    /// Opens the app's own sheet for a function (R2). The page shows it when this answers `asked`, and not otherwise.
    pub async fn permission_ask(&self, ask: PermissionAsk) -> Result<PermissionView> {
        let PermissionAsk { purpose, by_person } = ask;
        match self.permissions(|permissions| permissions.ask(purpose, by_person, self.now())).await? {
            Ok(()) => self.record(Recorded::Asked { purpose }).await?,
            Err(AskRefused::Granted) => {}
            Err(AskRefused::Not(reason)) => return Err(refusal(purpose, reason)),
        }
        self.permission_view(purpose.permission()).await
    }
}
