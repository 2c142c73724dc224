use crate::Core;
use crate::call::request;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::device::Nothing;
use zhitu_contract::resumes::ContactRequestMade;

impl Core {
    /// What the company asked for.
    pub async fn contact_requests_made(&self, _: Nothing) -> Result<Vec<ContactRequestMade>> {
        self.call(request(Method::Get, "/api/recruiter/contact-requests")).await
    }
}
