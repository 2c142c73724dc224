use crate::Core;
use crate::call::request;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::applications::ApplicationPreview;
use zhitu_contract::jobs::JobRef;

impl Core {
    /// Exactly what would go to the company. What was typed last is saved first, so that it is in it.
    pub async fn application_preview(&self, preview: JobRef) -> Result<ApplicationPreview> {
        self.account_required().await?;
        self.resume_save().await?;
        self.call(request(Method::Get, format!("/api/applications/preview/{}", preview.job))).await
    }
}
