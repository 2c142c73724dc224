use crate::Core;
use crate::call::request;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::erasure::{Erasure, ErasureRef};

impl Core {
    /// Says that the company deleted all that it had of a closed account.
    pub async fn erasure_confirm(&self, confirm: ErasureRef) -> Result<Erasure> {
        self.call(request(Method::Post, format!("/api/recruiter/erasures/{}/confirm", confirm.erasure))).await
    }
}
