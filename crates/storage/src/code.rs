//! Sign-in codes, and how often one was sent to a number.

use zhitu_domain::time::Timestamp;

/// A code to be sent, and how often that may be.
#[derive(Debug, Clone, Copy)]
pub struct NewCode<'a> {
    /// The number's keyed hash.
    pub phone_key: &'a [u8],
    /// The code's keyed hash.
    pub code_hash: &'a [u8],
    /// Now.
    pub at: Timestamp,
    /// Until when it is good.
    pub expires_at: Timestamp,
    /// Refused when one was sent after this.
    pub quiet_since: Timestamp,
    /// Those sent after this count for `most`.
    pub counted_since: Timestamp,
    /// Refused when so many were sent.
    pub most: u32,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodePut {
    /// Stored; an earlier one is void.
    Stored,
    /// One was sent a moment ago.
    TooSoon {
        /// When.
        last: Timestamp,
    },
    /// As many as may be were sent.
    TooMany,
}

operations! {
    /// Stores a code for a number unless too many were sent, which is counted in the same transaction.
    async fn code_put(&self, code: &NewCode<'_>) -> CodePut;
    /// Takes back a code that could not be sent, so that it does not count.
    async fn code_unsent(&self, phone_key: &[u8], sent_at: Timestamp) -> ();
    /// Counts a try and answers the code's keyed hash, when there is a good one with tries left.
    async fn code_try(&self, phone_key: &[u8], most_tries: u32, now: Timestamp) -> Option<Vec<u8>>;
    /// Deletes codes that expired, and notes of those sent, before a moment.
    async fn codes_prune(&self, before: Timestamp) -> ();
}
