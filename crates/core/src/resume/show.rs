use crate::Core;
use zhitu_contract::Result;
use zhitu_contract::device::Nothing;
use zhitu_contract::resume::ResumeView;

impl Core {
    /// The working copy. The first time after signing in it is fetched; from then on the device has it.
    pub async fn resume_show(&self, _: Nothing) -> Result<ResumeView> {
        let mut row = self.store.resume().await?;
        if row.is_none() && self.signed_in().await {
            if let Err(error) = self.resume_save().await {
                tracing::info!(%error, "the résumé was not fetched; an empty one is shown until it is");
            }
            row = self.store.resume().await?;
        }
        Ok(self.resume_view(row.unwrap_or_default()).await)
    }
}
