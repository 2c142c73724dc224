//! Sessions and their tokens. Tokens are known by their hash alone; the refresh tokens of a session are its family.

use zhitu_domain::account::PhoneNumber;
use zhitu_domain::id::{AccountId, SessionId};
use zhitu_domain::time::Timestamp;

/// A token to be stored.
#[derive(Debug, Clone, Copy)]
pub struct NewToken<'a> {
    /// Its hash.
    pub hash: &'a [u8],
    /// Until when it is good.
    pub expires_at: Timestamp,
}

/// All that signing in writes, in one transaction.
#[derive(Debug, Clone, Copy)]
pub struct SignIn<'a> {
    /// The number's keyed hash.
    pub phone_key: &'a [u8],
    /// The number.
    pub phone: &'a PhoneNumber,
    /// The keyed hash of the code that was right; used up by this.
    pub code_hash: &'a [u8],
    /// Key of the account to make when the number has none.
    pub account: AccountId,
    /// Key of the new session.
    pub session: SessionId,
    /// How the device is listed.
    pub device: &'a str,
    /// Access token.
    pub access: NewToken<'a>,
    /// First refresh token.
    pub refresh: NewToken<'a>,
    /// The policy's version that was accepted.
    pub policy_version: &'a str,
    /// When it was accepted.
    pub policy_accepted_at: Timestamp,
    /// Now.
    pub at: Timestamp,
}

/// What became of signing in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignedIn {
    /// Done.
    Done {
        /// Whose account.
        account: AccountId,
        /// Whether it was made just now.
        created: bool,
    },
    /// The code was used up in the meantime.
    CodeGone,
}

/// A session that a good access token belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Active {
    /// Key.
    pub session: SessionId,
    /// Whose.
    pub account: AccountId,
    /// When last used, as stored.
    pub last_used_at: Timestamp,
}

/// What became of a refresh token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rotation {
    /// The new tokens are stored.
    Rotated {
        /// The session.
        session: SessionId,
        /// Whose.
        account: AccountId,
    },
    /// It had been used before: its session is ended.
    Reused {
        /// The session.
        session: SessionId,
    },
    /// It is good and was not used before, but its session was ended: by the person, or since another used a token of
    /// it twice.
    Ended,
    /// Not a token, or expired.
    Unknown,
}

/// A session as it is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Key.
    pub id: SessionId,
    /// How the device is listed.
    pub device: String,
    /// When it signed in.
    pub created_at: Timestamp,
    /// When it was last used.
    pub last_used_at: Timestamp,
}

operations! {
    /// Uses the code up, makes the account when the number has none, records the acceptance, starts the session.
    async fn sign_in(&self, sign_in: &SignIn<'_>) -> SignedIn;
    /// Makes an account for a number without a code, for the operator and the demo market; the one it has otherwise.
    async fn account_put(&self, account: AccountId, phone_key: &[u8], phone: &PhoneNumber, at: Timestamp) -> AccountId;
    /// The session of an access token, when both are good.
    async fn session_by_access(&self, hash: &[u8], now: Timestamp) -> Option<Active>;
    /// Notes that a session was used.
    async fn session_touch(&self, session: SessionId, at: Timestamp) -> ();
    /// Uses a refresh token up for a new pair; a second use ends the session.
    async fn session_rotate(&self, used: &[u8], access: NewToken<'_>, refresh: NewToken<'_>, at: Timestamp) -> Rotation;
    /// An account's sessions that have not ended, last used first; those unused since `alive_since` are left out.
    async fn sessions_list(&self, account: AccountId, alive_since: Timestamp) -> Vec<Session>;
    /// Ends a session of an account; whether there was one.
    async fn session_end(&self, account: AccountId, session: SessionId, at: Timestamp) -> bool;
    /// Deletes sessions that ended or were last used before a moment, with their tokens.
    async fn sessions_prune(&self, before: Timestamp) -> u64;
}
