use crate::Core;
use crate::call::with_body;
use crate::ports::Method;
use zhitu_contract::device::Nothing;
use zhitu_contract::events::CoreEvent;
use zhitu_contract::visibility::{ContactAnswerRequest, ContactRequestAnswer, ContactRequestView};
use zhitu_contract::{ErrorCode, Result};
use zhitu_domain::contact::{ContactAnswer, ContactItem};
use zhitu_domain::record::{Consent, DataField, Disclosure, Handover, Recipient};

impl Core {
    /// Answers who asks for real contact data. A yes hands over what is ticked (D6).
    pub async fn contact_request_answer(&self, answer: ContactRequestAnswer) -> Result<ContactRequestView> {
        let disclosure = match &answer.answer {
            ContactAnswer::Grant { items } => {
                let asked = self.contact_requests_list(Nothing {}).await?;
                let asked =
                    asked.into_iter().find(|one| one.id == answer.request).ok_or(ErrorCode::NotFound)?;
                let field = |item: &ContactItem| match item {
                    ContactItem::Phone => DataField::Phone,
                    ContactItem::Email => DataField::Email,
                };
                Some(Disclosure {
                    fields: items.iter().map(field).collect(),
                    to: asked
                        .company
                        .map_or(Recipient::Platform, |company| Recipient::Company { name: company.name }),
                    handover: Handover::ContactConsent,
                    consent: Consent::Act,
                })
            }
            ContactAnswer::Refuse | ContactAnswer::Later | ContactAnswer::Ignore => None,
        };
        let path = format!("/api/contact-requests/{}/answer", answer.request);
        let body = ContactAnswerRequest { answer: answer.answer };
        let answered = self.call(with_body(Method::Put, path, &body, disclosure)?).await?;
        self.events.emit(CoreEvent::ContactRequestsChanged);
        Ok(answered)
    }
}
