use crate::Core;
use crate::call::request;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::device::Nothing;
use zhitu_contract::visibility::ContactRequestView;

impl Core {
    /// Who asks for real contact data, and what became of it.
    pub async fn contact_requests_list(&self, _: Nothing) -> Result<Vec<ContactRequestView>> {
        self.call(request(Method::Get, "/api/contact-requests")).await
    }
}
