//! Introduction links.

use crate::company::CompanyName;
use crate::look::NewLook;
use zhitu_domain::id::{AccountId, IntroductionId};
use zhitu_domain::introduction::Link;
use zhitu_domain::time::Timestamp;

/// A link with whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Introduction {
    /// The link.
    pub link: Link,
    /// Who made it.
    pub seeker: AccountId,
    /// What they call it.
    pub label: String,
    /// The company that it is for.
    pub company: Option<CompanyName>,
}

/// A link to be made.
#[derive(Debug, Clone)]
pub struct NewIntroduction<'a> {
    /// The link.
    pub link: &'a Link,
    /// Whose.
    pub seeker: AccountId,
    /// What it is called.
    pub label: &'a str,
    /// The hash under which it is found.
    pub token_hash: [u8; 32],
}

/// What became of making one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IntroductionPut {
    /// It is there now, or was before.
    There,
    /// The key is another link's.
    OtherLink,
    /// As many as may be are live already.
    TooMany,
}

operations! {
    /// Makes a link, unless `most` of the seeker are live. A repeat under the same key changes nothing.
    async fn introduction_put(&self, introduction: &NewIntroduction<'_>, most: u32) -> IntroductionPut;
    /// A link of a seeker.
    async fn introduction_get(&self, introduction: IntroductionId, seeker: AccountId) -> Option<Introduction>;
    /// The link of a hash.
    async fn introduction_by_token(&self, token_hash: &[u8]) -> Option<Introduction>;
    /// A seeker's links, latest first.
    async fn introductions_of(&self, seeker: AccountId) -> Vec<Introduction>;
    /// Moves a link from where it was seen to where opening it leads, and records the look, in one transaction; whether
    /// it stood there.
    async fn introduction_open(&self, from: &Link, to: &Link, look: &NewLook) -> bool;
    /// Revokes a link that was not revoked.
    async fn introduction_revoke(&self, introduction: IntroductionId, at: Timestamp) -> ();
}
