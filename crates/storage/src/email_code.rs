//! Codes that confirm e-mail addresses: one that is good for an account and a purpose, and how often one was mailed.

use crate::code::CodePut;
use serde::Serialize;
use zhitu_domain::id::AccountId;
use zhitu_domain::relay::EmailAddress;
use zhitu_domain::time::Timestamp;

/// What an address is confirmed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EmailPurpose {
    /// Writing to seekers through the relay.
    Work,
    /// Getting notices.
    Notices,
    /// Getting the applications to a company.
    Mailbox,
}

/// A code for an address.
#[derive(Debug, Clone)]
pub struct NewEmailCode<'a> {
    /// Whose address it is to be.
    pub account: AccountId,
    /// What for.
    pub purpose: EmailPurpose,
    /// The address.
    pub email: &'a EmailAddress,
    /// Its keyed hash.
    pub email_key: &'a [u8],
    /// The hash of the code.
    pub code_hash: &'a [u8],
    /// Now.
    pub at: Timestamp,
    /// Until when the code is good.
    pub expires_at: Timestamp,
    /// A code since then is too soon for another.
    pub quiet_since: Timestamp,
    /// Codes since then are counted.
    pub counted_since: Timestamp,
    /// As many may be sent since then.
    pub most: u32,
}

/// What a try of a code is compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmailCode {
    /// The address that it was mailed to.
    pub email: EmailAddress,
    /// Its keyed hash.
    pub email_key: Vec<u8>,
    /// The hash of the code.
    pub code_hash: Vec<u8>,
}

operations! {
    /// Keeps a code for an address, in place of an earlier one for the same purpose.
    async fn email_code_put(&self, code: &NewEmailCode<'_>) -> CodePut;
    /// Counts a try and answers what it is compared with; `None` when no code is good any more.
    async fn email_code_try(&self, account: AccountId, purpose: EmailPurpose, most_tries: u32, now: Timestamp) -> Option<EmailCode>;
    /// Forgets a code; whether it was there.
    async fn email_code_void(&self, account: AccountId, purpose: EmailPurpose, code_hash: &[u8]) -> bool;
}
