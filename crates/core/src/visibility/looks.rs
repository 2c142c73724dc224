use crate::Core;
use crate::call::request;
use crate::ports::{ApiRequest, Method};
use zhitu_contract::Result;
use zhitu_contract::events::CoreEvent;
use zhitu_contract::visibility::{Look, LooksList};
use zhitu_domain::id::AccountId;
use zhitu_domain::record::Recorded;
use zhitu_domain::resume::visibility::LookKind;

impl Core {
    /// Who looked at the résumé, a page of it, latest first.
    pub async fn looks_list(&self, list: LooksList) -> Result<Vec<Look>> {
        let account = self.account_required().await?.id;
        let looks = self.looks_page(list).await?;
        if list.before.is_none() {
            self.looks_record(account, looks.clone()).await?;
        }
        Ok(looks)
    }

    /// Enters each look that the server reports into the record, once (R8, I4).
    pub(crate) async fn looks_fetch(&self, account: AccountId) -> Result<()> {
        let newest = self.looks_page(LooksList::default()).await?;
        self.looks_record(account, newest).await
    }

    async fn looks_page(&self, list: LooksList) -> Result<Vec<Look>> {
        let query = list.before.map(|before| ("before", before.to_string())).into_iter().collect();
        self.call(ApiRequest { query, ..request(Method::Get, "/api/visibility/looks") }).await
    }

    /// Records a first page, and those behind it as far as there is something new; the oldest is entered first.
    async fn looks_record(&self, account: AccountId, mut looks: Vec<Look>) -> Result<()> {
        self.record_ready().await?;
        let mut page = looks.len();
        while page > 0
            && let Some(oldest) = looks.last().map(|look| look.id)
            && !self.store.look_is_recorded(oldest).await?
        {
            let more = self.looks_page(LooksList { before: Some(oldest) }).await?;
            page = more.len();
            looks.extend(more);
        }
        let leave = self.personal_write(account).await?;
        let mut new = false;
        for look in looks.iter().rev() {
            new |= self.store.look_record(look.id, &recorded(look), self.now()).await?;
        }
        drop(leave);
        if new {
            self.events.emit(CoreEvent::RecordChanged);
            self.events.emit(CoreEvent::LooksChanged);
        }
        Ok(())
    }
}

fn recorded(look: &Look) -> Recorded {
    let company = look.company.as_ref().map(|company| company.name.clone());
    match (look.kind, &look.job) {
        (LookKind::SnapshotOpened, Some(job)) => {
            Recorded::Looked { company: company.unwrap_or_default(), job: job.clone() }
        }
        (kind, _) => {
            let named = look.by.as_ref().map(|by| [by.name.as_str(), by.title.as_str()].join(" "));
            let by = named.or_else(|| look.introduction.clone()).unwrap_or_default().trim().to_owned();
            Recorded::ResumeLooked { look: kind, company, by }
        }
    }
}
