//! How viewers stand to a seeker, what of a résumé is handed to them, and the block list.
//!
//! The rule is the domain's, and the server decides by it. Here lie the facts, and the one way from a résumé to
//! somebody else: [`crate::Store::resume_for`] and [`crate::Store::resume_cards`] take the decision and hand out
//! nothing that it does not allow.

use crate::company::CompanyName;
use jiff::civil::Date;
use zhitu_domain::block::BlockOrigin;
use zhitu_domain::contact::{ContactItems, RealContact};
use zhitu_domain::id::{AccountId, BlockId, CompanyId, ResumeId};
use zhitu_domain::resume::visibility::{Access, VisibilitySetting};
use zhitu_domain::resume::{ResumeCard, ShownResume};
use zhitu_domain::time::Timestamp;

/// The facts about one seeker and one viewer's company.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "they are facts, any of which may hold with any other")]
pub struct Standing {
    /// The résumé.
    pub resume: ResumeId,
    /// Whose it is.
    pub account: AccountId,
    /// What the seeker chose.
    pub setting: VisibilitySetting,
    /// When the seeker was born, if stated.
    pub birth_date: Option<Date>,
    /// The account was closed.
    pub closed: bool,
    /// The company is on the block list.
    pub blocked: bool,
    /// It has an application that was not withdrawn.
    pub applied: bool,
    /// The seeker is in contact with it.
    pub in_contact: bool,
    /// The seeker's data may be used to recommend.
    pub personalised: bool,
}

/// What somebody else gets of a résumé.
#[derive(Debug, Clone, PartialEq)]
pub struct ResumeFor {
    /// The online résumé.
    pub shown: ShownResume,
    /// The real contact data that was handed over.
    pub contact: RealContact,
}

/// A company on a block list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Key.
    pub id: BlockId,
    /// The company, when it is registered.
    pub company: Option<CompanyName>,
    /// How it came here.
    pub origin: BlockOrigin,
    /// When.
    pub at: Timestamp,
}

/// A company to be blocked.
#[derive(Debug, Clone, Copy)]
pub struct NewBlock {
    /// Key.
    pub id: BlockId,
    /// The company, when it was picked and not named.
    pub company: Option<CompanyId>,
    /// The keyed hash of its name.
    pub key_hash: [u8; 32],
}

operations! {
    /// The facts about résumés and a viewer's company, or a viewer without one. In no order; those that are not there
    /// are left out.
    async fn standings(&self, resumes: &[ResumeId], company: Option<CompanyId>) -> Vec<Standing>;
    /// The facts about an account's résumé and a viewer's company; `None` when it has none.
    async fn standing_of_account(&self, account: AccountId, company: Option<CompanyId>) -> Option<Standing>;
    /// The facts about accounts' résumés and a viewer's company.
    async fn standings_of_accounts(&self, accounts: &[AccountId], company: Option<CompanyId>) -> Vec<Standing>;
    /// A résumé for somebody who has this access to it, with the contact data of these items; `None` when the access
    /// does not allow to view it, or it is not there.
    async fn resume_for(&self, resume: ResumeId, access: Access, items: &ContactItems) -> Option<ResumeFor>;
    /// The cards of résumés for somebody who has this access to each, on a day; without those that may not be found.
    async fn resume_cards(&self, resumes: &[(ResumeId, Access)], today: Date) -> Vec<(ResumeId, ResumeCard)>;

    /// Sets who may see a résumé; `resume` is its key when there is none yet.
    async fn visibility_set(&self, account: AccountId, resume: ResumeId, setting: VisibilitySetting, at: Timestamp) -> ();
    /// A block list, latest first.
    async fn blocks(&self, account: AccountId) -> Vec<Block>;
    /// Blocks companies. Those that are new end the conversations with them, and what was unblocked for one application
    /// is blocked again, in one transaction. What is there already stays as it was.
    async fn blocks_add(&self, account: AccountId, blocks: &[NewBlock], origin: BlockOrigin, at: Timestamp) -> ();
    /// Takes a company off a block list; whether it was there. Its conversations stay ended.
    async fn block_remove(&self, account: AccountId, block: BlockId) -> bool;
    /// Whether an account blocks a company.
    async fn is_blocked(&self, account: AccountId, company: CompanyId) -> bool;
    /// Whether an account blocks the company of a name, by the name's keyed hash.
    async fn is_key_blocked(&self, account: AccountId, key_hash: &[u8]) -> bool;
    /// The résumés of all who block a company.
    async fn resumes_blocking(&self, company: CompanyId) -> Vec<ResumeId>;
    /// Résumés of which the index does not know the latest yet.
    async fn resumes_waiting(&self) -> Vec<ResumeId>;
}
