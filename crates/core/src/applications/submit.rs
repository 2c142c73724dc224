use crate::Core;
use crate::call::with_body;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::applications::{Application, ApplyRequest};
use zhitu_domain::contact::ContactItem;
use zhitu_domain::record::{Consent, DataField, Disclosure, Handover, Recipient, resume_fields};

impl Core {
    /// Applies with the résumé's version that the person saw. A repeat answers the application that is there.
    pub async fn application_submit(&self, apply: ApplyRequest) -> Result<Application> {
        let company = self.card_of(apply.job).await?.company;
        let resume = self.store.resume().await?.unwrap_or_default();
        // The snapshot hides what would reach the person past the app, unless they filled it in on the job's form or sent
        // a file along that shows it.
        let given = |item| apply.form_contact.contains(&item) || apply.attachment_contact.contains(&item);
        let contact = [(DataField::Phone, ContactItem::Phone), (DataField::Email, ContactItem::Email)];
        let hidden = |field: &DataField| contact.iter().any(|(hidden, _)| hidden == field);
        let mut fields: Vec<DataField> =
            resume_fields(&resume.base).into_iter().filter(|field| !hidden(field)).collect();
        // An attachment may show what the résumé does not have.
        fields.extend(contact.into_iter().filter(|(_, item)| given(*item)).map(|(field, _)| field));
        fields.extend(apply.attachment.map(|_| DataField::Attachment));
        fields.sort_unstable();
        let disclosure = Disclosure {
            fields,
            to: Recipient::Company { name: company },
            handover: Handover::Application,
            consent: Consent::Act,
        };
        let request = with_body(Method::Post, "/api/applications", &apply, disclosure)?;
        let application: Application = self.call(request).await?;
        self.application_keep(&application).await?;
        Ok(application)
    }
}
