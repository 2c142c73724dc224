use crate::Core;
use crate::call::with_body;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::auth::CodeResponse;
use zhitu_contract::notices::NoticeEmailSet;
use zhitu_domain::record::{Consent, DataField, Disclosure, Handover, Recipient};

impl Core {
    /// Has a code mailed to the address that notices shall go to.
    pub async fn notice_email_set(&self, set: NoticeEmailSet) -> Result<CodeResponse> {
        let disclosure = Disclosure {
            fields: vec![DataField::Email],
            to: Recipient::Platform,
            handover: Handover::Notices,
            consent: Consent::Act,
        };
        self.call(with_body(Method::Put, "/api/notices/email", &set, disclosure)?).await
    }
}
