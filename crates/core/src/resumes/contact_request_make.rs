use crate::Core;
use crate::call::with_body;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::resumes::{ContactRequestMade, ContactRequestMake, ContactRequestMakeRequest};
use zhitu_domain::id::ContactRequestId;

impl Core {
    /// Asks a seeker for real contact data.
    pub async fn contact_request_make(&self, make: ContactRequestMake) -> Result<ContactRequestMade> {
        let path = format!("/api/recruiter/resumes/{}/contact-requests", make.resume);
        let body = ContactRequestMakeRequest {
            id: ContactRequestId(self.rng.uuid_v7(self.now())),
            reason: make.reason,
            wanted: make.wanted,
        };
        self.call(with_body(Method::Post, path, &body, None)?).await
    }
}
