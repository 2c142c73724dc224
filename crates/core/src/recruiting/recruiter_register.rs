use crate::Core;
use crate::call::with_body;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::auth::Account;
use zhitu_contract::recruiting::RecruiterRegisterRequest;
use zhitu_domain::record::{Consent, DataField, Disclosure, Handover, Recipient};

impl Core {
    /// Registers as a recruiter, or changes what seekers see of one.
    pub async fn recruiter_register(&self, register: RecruiterRegisterRequest) -> Result<Account> {
        let disclosure = Disclosure {
            fields: vec![DataField::Name, DataField::Title, DataField::CompanyData],
            to: Recipient::Platform,
            handover: Handover::RecruiterRegister,
            consent: Consent::Act,
        };
        let request = with_body(Method::Put, "/api/recruiter", &register, disclosure)?;
        let account: Account = self.call(request).await?;
        self.account_update(account.clone()).await?;
        Ok(account)
    }
}
