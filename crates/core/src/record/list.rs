use crate::Core;
use zhitu_contract::record::{RecordEntryView, RecordList, RecordPage};
use zhitu_contract::{Error, ErrorCode, Result};
use zhitu_domain::record::{Entry, Recorded};

/// Entries in a page at the most.
const PAGE: u32 = 200;

impl Core {
    /// A page of the record, newest first.
    pub async fn record_list(&self, wanted: RecordList) -> Result<RecordPage> {
        if !(1..=PAGE).contains(&wanted.limit) {
            return Err(Error::field("limit", "range"));
        }
        self.record_ready().await?;
        let total = self.store.record_head().await?.seq;
        let mut entries = Vec::new();
        let mut before = wanted.before;
        // Sorts are told by what an entry says, which the store does not read: further pages until one is full.
        loop {
            let page = self.store.record_page(before, PAGE).await?;
            let Some(last) = page.last() else { break };
            before = Some(last.seq);
            for entry in &page {
                let view = view(entry)?;
                if wanted.sort.is_none_or(|sort| sort == view.sort) {
                    entries.push(view);
                }
                if entries.len() == wanted.limit as usize {
                    return Ok(RecordPage { entries, total });
                }
            }
        }
        Ok(RecordPage { entries, total })
    }
}

/// An entry as the page sees it.
pub(super) fn view(entry: &Entry) -> Result<RecordEntryView> {
    let what: Recorded = serde_json::from_str(&entry.body).map_err(|error| {
        // The text itself says what somebody did and belongs in no log.
        let problem = format!("entry {} is not readable at column {}", entry.seq, error.column());
        Error::with_message(ErrorCode::StoreUnavailable, problem)
    })?;
    Ok(RecordEntryView { seq: entry.seq, at: entry.at, sort: what.sort(), what })
}
