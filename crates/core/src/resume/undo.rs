use crate::Core;
use zhitu_contract::Result;
use zhitu_contract::device::Nothing;
use zhitu_contract::resume::ResumeView;

impl Core {
    /// Takes the last step back; with nothing to undo the working copy stays.
    pub async fn resume_undo(&self, _: Nothing) -> Result<ResumeView> {
        let leave = self.personal.read().await;
        let mut working = self.resume.lock().await;
        if self.store.resume_undo().await? {
            working.last_typed = None;
            self.resume_changed.notify_one();
        }
        let row = self.store.resume().await?.unwrap_or_default();
        drop((working, leave));
        Ok(self.resume_view(row).await)
    }
}
