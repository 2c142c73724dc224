//! Requests for real contact data.

use crate::company::CompanyName;
use zhitu_domain::contact::{ContactAsker, ContactRequest, ContactRequestState};
use zhitu_domain::id::{AccountId, ContactRequestId, ResumeId};
use zhitu_domain::time::Timestamp;

/// A request with whom it is about and whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The request.
    pub request: ContactRequest,
    /// Who is asked.
    pub seeker: AccountId,
    /// That one's résumé.
    pub resume: ResumeId,
    /// The company that asks.
    pub company: Option<CompanyName>,
    /// Name and title of who asks, when that is a recruiter.
    pub asker: Option<(String, String)>,
}

/// What became of asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContactRequestPut {
    /// It is stored now, or was before.
    Stored,
    /// The key is another request's.
    OtherRequest,
}

operations! {
    /// Stores a request to a seeker, and supersedes the open ones of the same asker, in one transaction. A repeat under
    /// the same key changes nothing.
    async fn contact_request_put(&self, seeker: AccountId, request: &ContactRequest) -> ContactRequestPut;
    /// A request.
    async fn contact_request_get(&self, request: ContactRequestId) -> Option<Asked>;
    /// The requests to a seeker, latest first.
    async fn contact_requests_to(&self, seeker: AccountId) -> Vec<Asked>;
    /// The requests of an asker, latest first.
    async fn contact_requests_by(&self, asker: ContactAsker) -> Vec<Asked>;
    /// Moves a request from one state to another, and tells the seeker's links; whether it stood there.
    async fn contact_request_set(&self, request: &Asked, to: &ContactRequestState, at: Timestamp) -> bool;
}
