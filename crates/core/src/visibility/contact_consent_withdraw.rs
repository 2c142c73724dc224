use crate::Core;
use crate::call::request;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::events::CoreEvent;
use zhitu_contract::visibility::{ContactRequestRef, ContactRequestView};

impl Core {
    /// Takes back what was granted: it is shown no more from the next request on (D6, I2).
    pub async fn contact_consent_withdraw(&self, withdraw: ContactRequestRef) -> Result<ContactRequestView> {
        let path = format!("/api/contact-requests/{}/withdraw", withdraw.request);
        let withdrawn = self.call(request(Method::Post, path)).await?;
        self.events.emit(CoreEvent::ContactRequestsChanged);
        Ok(withdrawn)
    }
}
