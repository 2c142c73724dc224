use crate::Core;
use zhitu_contract::Result;
use zhitu_contract::permission::{PermissionRef, PermissionView};
use zhitu_domain::permission::Permission;
use zhitu_domain::record::Recorded;

impl Core {
    /// Takes a permission back (R5, S-PERM-03, S-RGT-07): what is under way with it ends, what was read with it is
    /// forgotten, and nothing is read any more. What was done before stays done.
    pub async fn permission_withdraw(&self, taken: PermissionRef) -> Result<PermissionView> {
        let permission = taken.permission;
        self.permissions(|permissions| permissions.withdraw(permission, self.now())).await?;
        self.pending_cancel(permission);
        if permission == Permission::Location {
            self.location_forget().await;
        }
        self.record(Recorded::Withdrawn { permission }).await?;
        self.permission_view(permission).await
    }
}
