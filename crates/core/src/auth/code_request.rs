use crate::Core;
use crate::call::with_body;
use crate::ports::Method;
use zhitu_contract::auth::{CodeAsk, CodeRequest, CodeResponse};
use zhitu_contract::{ErrorCode, Result};
use zhitu_domain::account::PhoneNumber;
use zhitu_domain::record::{Consent, DataField, Disclosure, Handover, Recipient};

impl Core {
    /// Asks the server to send a sign-in code. Nothing goes out before the policy is accepted (S-AUTH-09), nor to
    /// what is no phone number.
    pub async fn code_request(&self, request: CodeAsk) -> Result<CodeResponse> {
        let policy = self.policy_required().await?;
        PhoneNumber::parse(request.phone.expose()).map_err(|_| ErrorCode::PhoneInvalid)?;
        let body = CodeRequest { phone: request.phone, policy_version: policy.version };
        let disclosure = Disclosure {
            fields: vec![DataField::Phone],
            to: Recipient::Platform,
            handover: Handover::CodeRequest,
            consent: Consent::Policy,
        };
        let answer = self.call_open(with_body(Method::Post, "/api/auth/code", &body, disclosure)?).await;
        self.policy_checked(answer).await
    }
}
