//! The audit log of the platform's staff: added to, and nothing else. The tables themselves refuse the rest.

use zhitu_domain::id::AccountId;
use zhitu_domain::staff::audit::{AuditEntry, AuditHead};
use zhitu_domain::time::Timestamp;

/// An entry to be added.
#[derive(Clone, Copy)]
pub struct NewAudit<'a> {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub account: AccountId,
    /// What, as JSON.
    pub body: &'a str,
    /// Makes the seal of what [`AuditHead::sealed_text`] gives.
    pub seal: &'a (dyn Fn(&str) -> String + Sync),
}

operations! {
    /// Adds an entry behind the last one, in a transaction of its own, and answers its number.
    async fn audit_add(&self, new: NewAudit<'_>) -> u64;
    /// Entries behind a number, in the order of their numbers.
    async fn audit_list(&self, after: u64, limit: u32) -> Vec<AuditEntry>;
    /// Where the log ends.
    async fn audit_head(&self) -> AuditHead;
}
