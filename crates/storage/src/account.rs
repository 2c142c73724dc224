//! Accounts and the phone number that names each.

use zhitu_domain::id::AccountId;
use zhitu_domain::time::Timestamp;

/// An account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Key.
    pub id: AccountId,
    /// The last two digits of the phone number.
    pub phone_tail: String,
    /// When it was made.
    pub created_at: Timestamp,
}

operations! {
    /// An account.
    async fn account_get(&self, account: AccountId) -> Option<Account>;
    /// The account of a number, by the number's keyed hash.
    async fn account_by_phone(&self, phone_key: &[u8]) -> Option<AccountId>;
    /// Whether an account's data may be used to recommend; `None` without such an account.
    async fn personalised(&self, account: AccountId) -> Option<bool>;
    /// Sets that.
    async fn personalised_set(&self, account: AccountId, on: bool) -> ();
    /// Closes an account: its sessions end, its number and its work e-mail name it no more, its résumé is hidden, its
    /// applications are withdrawn and with them the snapshots that companies have, its conversations are closed, and it
    /// is of the staff no more; in one transaction, with the entries that tell those who are on line. Records who
    /// decided. Whether there was one that was not closed.
    async fn account_close(&self, account: AccountId, operator: &str, at: Timestamp) -> bool;
    /// Records that a version of the policy was accepted; the first time counts.
    async fn policy_accept(&self, account: AccountId, version: &str, accepted_at: Timestamp, at: Timestamp) -> ();
    /// When a version of the policy was accepted.
    async fn policy_accepted(&self, account: AccountId, version: &str) -> Option<Timestamp>;
}
