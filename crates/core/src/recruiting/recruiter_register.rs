use crate::Core;
use crate::call::with_body;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::auth::Account;
use zhitu_contract::recruiting::RecruiterRegisterRequest;

impl Core {
    /// Registers as a recruiter, or changes what seekers see of one.
    pub async fn recruiter_register(&self, register: RecruiterRegisterRequest) -> Result<Account> {
        let account: Account = self.call(with_body(Method::Put, "/api/recruiter", &register)?).await?;
        self.account_update(account.clone()).await?;
        Ok(account)
    }
}
