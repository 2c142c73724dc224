use crate::Core;
use crate::call::request;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::applications::ApplicationRef;
use zhitu_contract::relay::RelayAddress;

impl Core {
    /// The alias to write to an applicant under.
    pub async fn applicant_relay_open(&self, open: ApplicationRef) -> Result<RelayAddress> {
        self.call(request(Method::Post, format!("/api/recruiter/applications/{}/relay", open.application)))
            .await
    }
}
