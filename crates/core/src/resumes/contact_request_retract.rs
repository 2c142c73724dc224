use crate::Core;
use crate::call::request;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::device::Nothing;
use zhitu_contract::visibility::ContactRequestRef;

impl Core {
    /// Takes a request for contact data back. What was granted stays granted.
    pub async fn contact_request_retract(&self, retract: ContactRequestRef) -> Result<Nothing> {
        self.call(request(Method::Delete, format!("/api/recruiter/contact-requests/{}", retract.request)))
            .await
    }
}
