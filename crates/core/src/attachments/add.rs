use crate::Core;
use crate::call::request;
use crate::ports::{ApiRequest, Method};
use zhitu_contract::attachments::Attachment;
use zhitu_contract::device::Nothing;
use zhitu_contract::{ErrorCode, Result};
use zhitu_domain::attachment::{ATTACHMENT_MAX_BYTES, attachment_name};
use zhitu_domain::id::AttachmentId;
use zhitu_domain::permission::Purpose;
use zhitu_domain::record::{Consent, DataField, Disclosure, Handover, Recipient};

impl Core {
    /// Uploads a PDF that the person picks (S-RES-06).
    pub async fn attachment_add(&self, _: Nothing) -> Result<Attachment> {
        self.account_required().await?;
        let leave = self.permission_use(Purpose::AttachFile).await?;
        let picked = self.files.with(&leave).pick("pdf", ATTACHMENT_MAX_BYTES).await?;
        let picked = picked.ok_or(ErrorCode::Cancelled)?;
        let id = AttachmentId(self.rng.uuid_v7(self.now()));
        let disclosure = Disclosure {
            fields: vec![DataField::Attachment],
            to: Recipient::Platform,
            handover: Handover::AttachmentUpload,
            consent: Consent::Act,
        };
        let upload = ApiRequest {
            query: vec![("name", attachment_name(&picked.name))],
            pdf: Some(picked.bytes),
            discloses: Some(disclosure),
            ..request(Method::Put, format!("/api/attachments/{id}"))
        };
        self.call(upload).await
    }
}
