use crate::Core;
use crate::call::with_body;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::introduction::{IntroductionLink, IntroductionMake, IntroductionMakeRequest};
use zhitu_domain::id::IntroductionId;
use zhitu_domain::record::{Consent, DataField, Disclosure, Handover, Recipient, resume_fields};

impl Core {
    /// Makes a link. From then on the résumé may be opened by whom it is for, and so it stands in the record.
    pub async fn introduction_make(&self, make: IntroductionMake) -> Result<IntroductionLink> {
        let resume = self.store.resume().await?.unwrap_or_default();
        let shown = |field: &DataField| !matches!(field, DataField::Phone | DataField::Email);
        let disclosure = Disclosure {
            fields: resume_fields(&resume.base).into_iter().filter(shown).collect(),
            to: match &make.company {
                Some(company) => Recipient::Company { name: company.name.clone() },
                None => Recipient::Person { name: make.label.trim().to_owned() },
            },
            handover: Handover::Introduction,
            consent: Consent::Act,
        };
        let path = format!("/api/introductions/{}", IntroductionId(self.rng.uuid_v7(self.now())));
        let body = IntroductionMakeRequest {
            label: make.label,
            company: make.company.map(|company| company.id),
            days: make.days,
            max_openings: make.max_openings,
        };
        self.call(with_body(Method::Put, path, &body, disclosure)?).await
    }
}
