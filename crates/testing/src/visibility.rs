//! What the platform keeps of block lists and looks, as far as tests of the device need it.

use crate::market::{body, json};
use serde_json::Value;
use std::collections::HashMap;
use zhitu_contract::visibility::{Block, BlocksAddRequest, Look, VisibilityView};
use zhitu_contract::{ErrorCode, Result};
use zhitu_core::ports::{ApiRequest, Method};
use zhitu_domain::id::AccountId;
use zhitu_domain::resume::visibility::VisibilitySetting;
use zhitu_domain::time::Timestamp;

/// Looks that are answered at once.
const PAGE: usize = 50;

#[derive(Default)]
pub(crate) struct Visibility {
    blocks: HashMap<AccountId, Vec<Block>>,
    /// Oldest first.
    looks: HashMap<AccountId, Vec<Look>>,
}

impl Visibility {
    pub(crate) fn look_add(&mut self, account: AccountId, look: Look) {
        self.looks.entry(account).or_default().push(look);
    }

    pub(crate) fn route(
        &mut self,
        account: AccountId,
        method: Method,
        steps: &[&str],
        request: &ApiRequest,
    ) -> Result<Value> {
        let blocks = self.blocks.entry(account).or_default();
        match (method, steps) {
            (Method::Get, []) => {}
            (Method::Post, ["blocks"]) => {
                let add: BlocksAddRequest = body(request)?;
                // Of the names nothing is kept.
                blocks.extend(add.names.iter().map(|named| Block {
                    id: named.id,
                    company: None,
                    name: None,
                    origin: add.origin,
                    at: Timestamp(0),
                }));
            }
            (Method::Delete, ["blocks", id]) => blocks.retain(|block| block.id.to_string() != *id),
            (Method::Get, ["looks"]) => return self.looks(account, request),
            _ => return Err(ErrorCode::NotFound.into()),
        }
        json(VisibilityView {
            setting: VisibilitySetting::default(),
            sentences: Vec::new(),
            blocks: blocks.clone(),
            blocked_applications: Vec::new(),
        })
    }

    fn looks(&self, account: AccountId, request: &ApiRequest) -> Result<Value> {
        let before = request.query.iter().find(|(name, _)| *name == "before").map(|(_, id)| id);
        let all = self.looks.get(&account).map(Vec::as_slice).unwrap_or_default();
        let newest = all.iter().rev().skip_while(|look| before.is_some_and(|id| look.id.to_string() != *id));
        json(newest.skip(usize::from(before.is_some())).take(PAGE).collect::<Vec<_>>())
    }
}
