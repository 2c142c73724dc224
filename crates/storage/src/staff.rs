//! The platform's own recruiting staff.

use zhitu_domain::id::AccountId;
use zhitu_domain::time::Timestamp;

operations! {
    /// Whether an account is of the staff.
    async fn is_staff(&self, account: AccountId) -> bool;
    /// Takes an account into the staff, or out of it, and records who did it.
    async fn staff_set(&self, account: AccountId, staff: bool, operator: &str, at: Timestamp) -> ();
}
