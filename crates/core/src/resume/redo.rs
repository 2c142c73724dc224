use crate::Core;
use zhitu_contract::Result;
use zhitu_contract::device::Nothing;
use zhitu_contract::resume::ResumeView;

impl Core {
    /// Makes the last undone step again; with nothing to redo the working copy stays.
    pub async fn resume_redo(&self, _: Nothing) -> Result<ResumeView> {
        let leave = self.personal.read().await;
        let mut working = self.resume.lock().await;
        if self.store.resume_redo().await? {
            working.last_typed = None;
            self.resume_changed.notify_one();
        }
        let row = self.store.resume().await?.unwrap_or_default();
        drop((working, leave));
        Ok(self.resume_view(row).await)
    }
}
