//! The platform's own recruiting staff, and their second factor.

use zhitu_domain::id::{AccountId, SessionId};
use zhitu_domain::time::Timestamp;

/// A second factor to be stored.
#[derive(Debug, Clone, Copy)]
pub struct NewFactor<'a> {
    /// Whose.
    pub account: AccountId,
    /// What the codes are made of, sealed.
    pub sealed: &'a [u8],
    /// The keyed hashes of the recovery codes.
    pub recovery: &'a [[u8; 32]],
    /// Who decided.
    pub operator: &'a str,
    /// Now.
    pub at: Timestamp,
}

/// How often a wrong code may be tried.
#[derive(Debug, Clone, Copy)]
pub struct Tries {
    /// The last one of so many in a row locks the factor.
    pub most: u32,
    /// Until when it is locked then.
    pub locked_until: Timestamp,
    /// Now.
    pub now: Timestamp,
}

/// What became of counting a try.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FactorTry {
    /// It is counted; this is what the codes are made of, sealed.
    Counted {
        /// Sealed.
        sealed: Vec<u8>,
    },
    /// Too many were wrong.
    Locked {
        /// Until then.
        until: Timestamp,
    },
    /// The account has no second factor.
    Missing,
}

/// The proof that was right.
#[derive(Debug, Clone, Copy)]
pub enum Proof<'a> {
    /// The code of a step of time.
    Step(u64),
    /// The keyed hash of a recovery code.
    Recovery(&'a [u8]),
}

operations! {
    /// Whether an account is of the staff.
    async fn is_staff(&self, account: AccountId) -> bool;
    /// Takes an account into the staff, or out of it with its second factor, and records who did it.
    async fn staff_set(&self, account: AccountId, staff: bool, operator: &str, at: Timestamp) -> ();
    /// Whether an account of the staff has a second factor.
    async fn staff_has_factor(&self, account: AccountId) -> bool;
    /// Gives an account of the staff a second factor in place of the one it had; what was shown with that one ends.
    async fn staff_factor_put(&self, new: NewFactor<'_>) -> ();
    /// Counts a try before the code is looked at.
    async fn staff_factor_try(&self, account: AccountId, tries: Tries) -> FactorTry;
    /// Uses a proof up for a session, until a moment; whether it had not been used before.
    async fn staff_factor_use(&self, account: AccountId, proof: Proof<'_>, session: SessionId, until: Timestamp) -> bool;
    /// Until when a session's second factor counts, if it showed one.
    async fn staff_session_until(&self, account: AccountId, session: SessionId) -> Option<Timestamp>;
}
