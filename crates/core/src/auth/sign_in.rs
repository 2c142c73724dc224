use crate::Core;
use crate::call::with_body;
use crate::ports::Method;
use zhitu_contract::auth::{Account, SignIn, SignInRequest, SignInResponse};
use zhitu_contract::{ErrorCode, Result};
use zhitu_domain::account::PhoneNumber;
use zhitu_domain::record::{Consent, DataField, Disclosure, Handover, Recipient};

impl Core {
    /// Signs in with the code that was sent (S-AUTH-02). A résumé written on this device before is then joined with
    /// the account's.
    pub async fn sign_in(&self, request: SignIn) -> Result<Account> {
        let policy = self.policy_required().await?;
        PhoneNumber::parse(request.phone.expose()).map_err(|_| ErrorCode::PhoneInvalid)?;
        let body = SignInRequest {
            phone: request.phone,
            code: request.code,
            device: self.device.clone(),
            policy_version: policy.version,
            policy_accepted_at: policy.accepted_at,
        };
        let disclosure = Disclosure {
            fields: vec![
                DataField::Phone,
                DataField::SignInCode,
                DataField::DeviceName,
                DataField::PolicyAcceptance,
            ],
            to: Recipient::Platform,
            handover: Handover::SignIn,
            consent: Consent::Policy,
        };
        let response: SignInResponse =
            self.call_open(with_body(Method::Post, "/api/auth/sign-in", &body, disclosure)?).await?;
        self.session_begin(&response.tokens, response.account.clone()).await?;
        self.resume_session_began().await;
        self.chat_session_began().await;
        self.favourites_session_began().await;
        Ok(response.account)
    }
}
