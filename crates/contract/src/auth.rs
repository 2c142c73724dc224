//! Signing in: phone code, sessions, devices.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;
use zeroize::{Zeroize, ZeroizeOnDrop};
use zhitu_domain::id::{AccountId, SessionId};
use zhitu_domain::recruiter::Verification;
use zhitu_domain::time::Timestamp;

/// A secret that does not show itself: `Debug` prints `<redacted>`, the memory is wiped when it goes.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Zeroize, ZeroizeOnDrop, TS, ToSchema)]
#[serde(transparent)]
#[ts(type = "string")]
#[schema(value_type = String)]
pub struct Sensitive(String);

impl Sensitive {
    /// Wraps a secret.
    pub fn new(secret: String) -> Self {
        Self(secret)
    }

    /// The secret itself; the one way to it.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Sensitive {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("<redacted>")
    }
}

/// `POST /api/auth/code`: asks for a sign-in code. The policy is accepted first (S-AUTH-09).
#[derive(Debug, Clone, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CodeRequest {
    /// The phone number, as typed.
    pub phone: Sensitive,
    /// The policy's version that the person accepted.
    pub policy_version: String,
}

/// The answer, equal whether the number has an account or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct CodeResponse {
    /// The number in international form, for showing: `+86 138 0013 8000`.
    pub sent_to: String,
    /// Seconds for which the code is good.
    pub expires_in_s: u32,
    /// Seconds until another may be asked for.
    pub retry_after_s: u32,
}

/// `POST /api/auth/sign-in`: signs in with the code; a number without an account gets one (S-AUTH-02).
#[derive(Debug, Clone, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignInRequest {
    /// The phone number, as for the code.
    pub phone: Sensitive,
    /// Six digits.
    pub code: Sensitive,
    /// How the device shall be listed, up to 60 characters.
    pub device: String,
    /// The policy's version that the person accepted.
    pub policy_version: String,
    /// When it was accepted.
    pub policy_accepted_at: Timestamp,
}

/// Tokens of a session. The access token lives in memory, the refresh token in the keyring, both nowhere else.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct TokensResponse {
    /// For `Authorization: Bearer`.
    pub access_token: Sensitive,
    /// Seconds for which it is good.
    pub expires_in_s: u32,
    /// Gets the next pair, once; used a second time it ends the session.
    pub refresh_token: Sensitive,
    /// The session that both belong to.
    pub session: SessionId,
}

/// `POST /api/auth/sign-in`: what comes back.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct SignInResponse {
    /// The session's tokens.
    pub tokens: TokensResponse,
    /// The account.
    pub account: Account,
    /// Whether the account was made just now.
    pub created: bool,
}

/// `POST /api/auth/refresh`
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RefreshRequest {
    /// The refresh token.
    pub refresh_token: Sensitive,
}

/// `GET /api/account`: the signed-in account, as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct Account {
    /// Key.
    pub id: AccountId,
    /// The last two digits of the phone number.
    pub phone_tail: String,
    /// The recruiter's side, when the person registered as one.
    pub recruiter: Option<RecruiterState>,
    /// Whether the person is of the platform's own recruiting staff.
    // A device may hold an account that was written before there was this.
    #[serde(default)]
    pub staff: bool,
    /// When the account was made.
    pub created_at: Timestamp,
}

/// Where a recruiter stands on the way into the recruiting side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct RecruiterState {
    /// The name shown to seekers.
    pub name: String,
    /// The title shown to seekers; may be empty.
    pub title: String,
    /// The company's name.
    pub company: String,
    /// What has been verified.
    pub verification: Verification,
}

/// `GET /api/auth/sessions`: a signed-in device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct Session {
    /// Key.
    pub id: SessionId,
    /// How the device is listed.
    pub device: String,
    /// When it signed in.
    pub created_at: Timestamp,
    /// When it was last used, to the minute.
    pub last_used_at: Timestamp,
    /// Whether it is the one asking.
    pub current: bool,
}

/// Command `sign_in`: as [`SignInRequest`] without what the core knows itself.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SignIn {
    /// The phone number, as typed.
    pub phone: Sensitive,
    /// Six digits.
    pub code: Sensitive,
}

/// Command `code_request`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CodeAsk {
    /// The phone number, as typed.
    pub phone: Sensitive,
}

/// Command `session_revoke`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SessionRevoke {
    /// Which device.
    pub session: SessionId,
}

/// Message that the demo market would have sent (`GET /api/dev/outbox`); only with a development gateway.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct OutboxMessage {
    /// To whom, masked to its tail: the last two digits of a number, `@` and the domain of an e-mail address.
    pub to_tail: String,
    /// The text.
    pub text: String,
    /// When.
    pub at: Timestamp,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_does_not_show_itself() {
        let ask = CodeAsk { phone: Sensitive::new("13800138000".into()) };
        let shown = format!("{ask:?}");
        assert!(shown.contains("<redacted>") && !shown.contains("138"), "{shown}");
    }
}
