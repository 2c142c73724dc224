use crate::Core;
use crate::call::with_body;
use crate::ports::Method;
use zhitu_contract::events::CoreEvent;
use zhitu_contract::visibility::{
    BLOCKS_ADD_MAX, BlocksAdd, BlocksAddRequest, CompanyBlock, NameBlock, VisibilityView,
};
use zhitu_contract::{Error, Result};
use zhitu_domain::block::{COMPANY_NAME_MAX_CHARS, CompanyKey};
use zhitu_domain::id::BlockId;
use zhitu_domain::record::{Consent, DataField, Disclosure, Handover, Recipient};

impl Core {
    /// Blocks companies (S-VIS-08). The names are kept here before they go out: the server keeps none of them.
    pub async fn blocks_add(&self, add: BlocksAdd) -> Result<VisibilityView> {
        let account = self.account_required().await?.id;
        if add.names.len() + add.companies.len() > BLOCKS_ADD_MAX {
            return Err(Error::field("names", "too_many"));
        }
        let mut names = Vec::with_capacity(add.names.len());
        for name in &add.names {
            let name = name.trim();
            if CompanyKey::of(name).is_none() {
                return Err(Error::field("names", "missing"));
            }
            if name.chars().count() > COMPANY_NAME_MAX_CHARS {
                return Err(Error::field("names", "too_long"));
            }
            names.push(NameBlock { id: self.new_block(), name: name.to_owned() });
        }
        let companies =
            add.companies.into_iter().map(|company| CompanyBlock { id: self.new_block(), company }).collect();
        let body = BlocksAddRequest { names, companies, origin: add.origin };
        let disclosure = Disclosure {
            fields: vec![DataField::BlockedCompanies],
            to: Recipient::Platform,
            handover: Handover::BlockList,
            consent: Consent::Act,
        };
        let _blocks = self.blocks.lock().await;
        let leave = self.personal_write(account).await?;
        let kept: Vec<(BlockId, String)> =
            body.names.iter().map(|block| (block.id, block.name.clone())).collect();
        self.store.block_names_put(&kept).await?;
        drop(leave);
        let request = with_body(Method::Post, "/api/visibility/blocks", &body, disclosure)?;
        let view = self.call(request).await?;
        let view = self.visibility_named(account, view).await?;
        self.events.emit(CoreEvent::VisibilityChanged);
        Ok(view)
    }

    fn new_block(&self) -> BlockId {
        BlockId(self.rng.uuid_v7(self.now()))
    }
}
