use crate::Core;
use zhitu_contract::Result;
use zhitu_contract::device::Nothing;
use zhitu_contract::record::RecordVerified;
use zhitu_domain::record::verify;

impl Core {
    /// Goes through the whole record and names the first entry that is changed or missing.
    pub async fn record_verify(&self, _: Nothing) -> Result<RecordVerified> {
        self.record_ready().await?;
        let (entries, head) = self.store.record_all().await?;
        let broken = verify(&entries, &head);
        Ok(RecordVerified { entries: u64::try_from(entries.len()).unwrap_or(u64::MAX), broken })
    }
}
