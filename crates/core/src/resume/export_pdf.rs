use crate::Core;
use crate::permission::Leave;
use zhitu_contract::device::Nothing;
use zhitu_contract::resume::ResumeExported;
use zhitu_contract::{ErrorCode, Result};
use zhitu_domain::permission::Purpose;
use zhitu_domain::resume::file_name;

impl Core {
    /// Writes the working copy as PDF where the person chooses.
    pub async fn resume_export_pdf(&self, _: Nothing) -> Result<ResumeExported> {
        let leave = self.permission_use(Purpose::SaveFile).await?;
        let content = self.store.resume().await?.unwrap_or_default().content;
        let name = file_name(&content.basic.name, &content.intention.position);
        let pdf = self.resume_set(zhitu_typeset::Typesetter::pdf).await?;
        self.pdf_save(&leave, &name, pdf).await
    }

    /// Writes a PDF where the person chooses.
    pub(crate) async fn pdf_save(&self, leave: &Leave, name: &str, pdf: Vec<u8>) -> Result<ResumeExported> {
        let bytes = u64::try_from(pdf.len()).unwrap_or(u64::MAX);
        match self.files.with(leave).save_as(name, pdf).await? {
            Some(file) => Ok(ResumeExported { file, bytes }),
            None => Err(ErrorCode::Cancelled.into()),
        }
    }
}
