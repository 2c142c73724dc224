use crate::Core;
use zhitu_contract::Result;
use zhitu_contract::permission::{PermissionRef, PermissionView};
use zhitu_domain::record::Recorded;

impl Core {
    /// Switches on again what needs no asking: the clipboard and files, whose every act is the person's own. A
    /// permission that stands comes back by `permission_ask`.
    pub async fn permission_restore(&self, back: PermissionRef) -> Result<PermissionView> {
        let permission = back.permission;
        let changed = self
            .permissions(|permissions| {
                let before = permissions.standing(permission).state;
                permissions.restore(permission);
                permissions.standing(permission).state != before
            })
            .await?;
        if changed {
            self.record(Recorded::Restored { permission }).await?;
        }
        self.permission_view(permission).await
    }
}
