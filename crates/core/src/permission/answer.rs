use crate::Core;
use zhitu_contract::permission::{PermissionAnswer, PermissionView};
use zhitu_contract::{ErrorCode, Result};
use zhitu_domain::permission::{Purpose, SystemPermission};
use zhitu_domain::record::Recorded;

impl Core {
    /// Takes what the person said on the open sheet. A yes leads to the system's own prompt at once, where it has one:
    /// the sheet has just explained what it is for.
    pub async fn permission_answer(&self, said: PermissionAnswer) -> Result<PermissionView> {
        let PermissionAnswer { permission, answer } = said;
        let asked = self
            .permissions(|permissions| {
                permissions.answer(permission, answer, self.now()).then(|| permissions.asking_for(permission))
            })
            .await?;
        let Some(purpose) = asked else { return Err(ErrorCode::NotFound.into()) };
        self.record(Recorded::Answered { permission, answer }).await?;
        match purpose {
            Some(purpose @ Purpose::NearbyJobs) => self.location_prompt(purpose).await?,
            // Nothing to ask the system: the sheet's answer stands.
            Some(_) => self.permission_system(permission, SystemPermission::Unknown).await?,
            None => {}
        }
        self.permission_view(permission).await
    }
}
