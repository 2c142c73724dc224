//! Who may see the résumé: the setting, the block list, the preview, who looked, who asks for contact data.
//!
//! The server decides all of it. What only this device has is the names under which companies were blocked, since the
//! server keeps none, and the record of what the server reports.

mod block_import;
mod block_remove;
mod blocked_application_leave;
mod blocks_add;
mod companies_find;
mod contact_consent_withdraw;
mod contact_request_answer;
mod contact_requests_list;
mod employers_list;
mod looks;
mod preview;
mod set;
mod show;

use crate::Core;
use std::collections::BTreeMap;
use zhitu_contract::Result;
use zhitu_contract::visibility::VisibilityView;
use zhitu_domain::id::AccountId;

impl Core {
    /// What the server answered, with the names that this device keeps; those of blocks that are gone are forgotten.
    /// Called under the lock of the block list.
    async fn visibility_named(&self, account: AccountId, mut view: VisibilityView) -> Result<VisibilityView> {
        let _leave = self.personal_write(account).await?;
        let mut names: BTreeMap<_, _> = self.store.block_names().await?.into_iter().collect();
        let gone: Vec<_> =
            names.keys().copied().filter(|id| view.blocks.iter().all(|block| block.id != *id)).collect();
        if !gone.is_empty() {
            self.store.block_names_remove(&gone).await?;
        }
        for block in &mut view.blocks {
            block.name = names.remove(&block.id);
        }
        Ok(view)
    }
}
