use crate::Core;
use crate::call::request;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::device::Nothing;
use zhitu_contract::erasure::Erasure;

impl Core {
    /// Closed accounts that the company had something of.
    pub async fn erasures_list(&self, _: Nothing) -> Result<Vec<Erasure>> {
        self.call(request(Method::Get, "/api/recruiter/erasures")).await
    }
}
