use crate::Core;
use crate::call::with_body;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::visibility::{Preview, PreviewRequest, PreviewViewer};
use zhitu_domain::record::{Consent, DataField, Disclosure, Handover, Recipient};

impl Core {
    /// The own résumé as somebody else gets it now. What was typed last is saved first, so that it is in it.
    pub async fn visibility_preview(&self, preview: PreviewRequest) -> Result<Preview> {
        self.account_required().await?;
        self.resume_save().await?;
        let disclosure = match preview.viewer {
            PreviewViewer::Company { .. } | PreviewViewer::CompanyNamed { .. } => Some(Disclosure {
                fields: vec![DataField::BlockedCompanies],
                to: Recipient::Platform,
                handover: Handover::BlockList,
                consent: Consent::Act,
            }),
            PreviewViewer::Staff | PreviewViewer::Stranger => None,
        };
        self.call(with_body(Method::Post, "/api/visibility/preview", &preview, disclosure)?).await
    }
}
