//! The platform's own recruiting staff: why they look, and the audit log of what they did.
//!
//! They are no company, so nobody can block them; in exchange nothing of theirs goes unsaid. Each look has a
//! [`StaffReason`], stands in the audit log before anything is read ([`audit`]), and is shown to the seeker with the
//! kind of its reason (I4).

pub mod audit;
mod reason;

pub use reason::{StaffReason, StaffReasonError, StaffReasonKind};
