//! Applying: what would go, sending it, following it, taking it back.

mod list;
mod preview;
mod submit;
mod withdraw;

use crate::Core;
use zhitu_contract::Result;
use zhitu_contract::applications::Application;
use zhitu_contract::events::CoreEvent;
use zhitu_domain::record::Recorded;

impl Core {
    /// Keeps an application as the server just answered it.
    pub(crate) async fn application_keep(&self, application: &Application) -> Result<()> {
        let account = self.account_required().await?.id;
        let leave = self.personal_write(account).await?;
        let before = self.store.applications().await?;
        let mut kept = before.clone();
        match kept.iter_mut().find(|known| known.id == application.id) {
            Some(known) => known.clone_from(application),
            None => kept.insert(0, application.clone()),
        }
        self.store.applications_replace(&kept).await?;
        drop(leave);
        self.record_looks(&before, &kept).await?;
        self.events.emit(CoreEvent::ApplicationsChanged);
        Ok(())
    }

    /// Enters who opened a snapshot since it was last heard (S-VIS-10, R8).
    pub(crate) async fn record_looks(&self, before: &[Application], now: &[Application]) -> Result<()> {
        let known = |id| before.iter().any(|one: &Application| one.id == id && one.first_viewed_at.is_some());
        for one in now.iter().filter(|one| one.first_viewed_at.is_some() && !known(one.id)) {
            let (company, job) = (one.job.company.clone(), one.job.title.clone());
            self.record(Recorded::Looked { company, job }).await?;
        }
        Ok(())
    }
}
