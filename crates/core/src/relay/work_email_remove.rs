use crate::Core;
use crate::call::request;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::device::Nothing;

impl Core {
    /// Has the address forgotten that the recruiter writes from.
    pub async fn work_email_remove(&self, _: Nothing) -> Result<Nothing> {
        self.call(request(Method::Delete, "/api/recruiter/work-email")).await
    }
}
