use crate::Core;
use crate::call::with_body;
use crate::permission::Leave;
use crate::ports::Method;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use zhitu_contract::resume::ResumeExported;
use zhitu_contract::resumes::{DownloadRequest, DownloadResponse, ResumeRef};
use zhitu_contract::{Error, ErrorCode, Result};
use zhitu_domain::id::DownloadId;
use zhitu_domain::permission::Purpose;
use zhitu_domain::resume::file_name;

impl Core {
    /// Downloads a marked copy of a résumé to where the person chooses; the seeker sees that it was downloaded.
    pub async fn resume_download(&self, download: ResumeRef) -> Result<ResumeExported> {
        let leave = self.permission_use(Purpose::SaveFile).await?;
        self.copy_download(&leave, format!("/api/recruiter/resumes/{}/downloads", download.resume)).await
    }

    /// Fetches a copy and writes it. The page gets nothing of it but the file's name. The leave comes before the server
    /// is asked: what cannot be saved is not downloaded, and the seeker is told of nothing.
    pub(crate) async fn copy_download(&self, leave: &Leave, path: String) -> Result<ResumeExported> {
        let id = DownloadId(self.rng.uuid_v7(self.now()));
        let language = self.store.settings().await?.language.unwrap_or_default();
        let request = with_body(Method::Post, path, &DownloadRequest { id, language }, None)?;
        let copy: DownloadResponse = self.call(request).await?;
        let pdf = STANDARD.decode(&copy.pdf).map_err(|error| {
            Error::with_message(ErrorCode::ServerIncompatible, format!("copy not understood: {error}"))
        })?;
        self.pdf_save(leave, &file_name(&copy.name, &copy.position), pdf).await
    }
}
