use crate::Core;
use zhitu_contract::Result;
use zhitu_contract::device::Nothing;
use zhitu_contract::permission::PermissionView;
use zhitu_domain::permission::Permission;

impl Core {
    /// How all permissions stand, in the app and in the system (S-PERM-01). Asks nobody for anything.
    pub async fn permissions_list(&self, _: Nothing) -> Result<Vec<PermissionView>> {
        self.location_system().await?;
        let now = self.now();
        self.permissions(|permissions| {
            Permission::ALL
                .iter()
                .map(|permission| PermissionView::of(*permission, &permissions.standing(*permission), now))
                .collect()
        })
        .await
    }
}
