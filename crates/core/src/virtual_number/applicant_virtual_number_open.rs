use crate::Core;
use crate::call::request;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::applications::ApplicationRef;
use zhitu_contract::virtual_number::VirtualNumber;

impl Core {
    /// The number under which an applicant is called (D4).
    pub async fn applicant_virtual_number_open(&self, open: ApplicationRef) -> Result<VirtualNumber> {
        let path = format!("/api/recruiter/applications/{}/virtual-number", open.application);
        self.call(request(Method::Post, path)).await
    }
}
