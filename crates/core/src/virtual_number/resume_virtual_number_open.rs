use crate::Core;
use crate::call::request;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::resumes::ResumeRef;
use zhitu_contract::virtual_number::VirtualNumber;

impl Core {
    /// The number under which the owner of a résumé is called.
    pub async fn resume_virtual_number_open(&self, open: ResumeRef) -> Result<VirtualNumber> {
        let path = format!("/api/recruiter/resumes/{}/virtual-number", open.resume);
        self.call(request(Method::Post, path)).await
    }
}
