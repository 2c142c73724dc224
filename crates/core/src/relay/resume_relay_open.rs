use crate::Core;
use crate::call::request;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::relay::RelayAddress;
use zhitu_contract::resumes::ResumeRef;

impl Core {
    /// The alias to write to the owner of a résumé under.
    pub async fn resume_relay_open(&self, open: ResumeRef) -> Result<RelayAddress> {
        self.call(request(Method::Post, format!("/api/recruiter/resumes/{}/relay", open.resume))).await
    }
}
