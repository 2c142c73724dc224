//! Who may see the résumé: the seeker's setting, block list, preview, looks and answers to those who ask for contact
//! data. Source: S-VIS-01 to S-VIS-10.

use crate::applications::Application;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;
use zhitu_domain::block::BlockOrigin;
pub use zhitu_domain::block::{BlockImport, Employer};
use zhitu_domain::contact::{ContactAnswer, ContactItems, ContactRequestState, RealContact};
use zhitu_domain::id::{BlockId, CompanyId, ContactRequestId, LookId};
use zhitu_domain::resume::visibility::{Action, LookKind, Relation, Sentence, VisibilitySetting};
use zhitu_domain::resume::{ResumeCard, ShownResume};
use zhitu_domain::staff::StaffReasonKind;
use zhitu_domain::time::Timestamp;

/// The most companies that one request blocks.
pub const BLOCKS_ADD_MAX: usize = 1_000;

/// A company of the platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct CompanyName {
    /// Key.
    pub id: CompanyId,
    /// Name.
    pub name: String,
    /// Invented for the demo market.
    pub demo: bool,
}

/// Somebody who acts for a company, as seekers see them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct RecruiterName {
    /// Name.
    pub name: String,
    /// Title; may be empty.
    pub title: String,
}

/// `GET /api/visibility`, and command `visibility_show`: who may see the own résumé.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct VisibilityView {
    /// What was chosen.
    pub setting: VisibilitySetting,
    /// What each of the five means, L1 to L5, made from the rule's own table.
    pub sentences: Vec<SettingSentences>,
    /// The block list, latest first.
    pub blocks: Vec<Block>,
    /// Applications that blocked companies still have and about which the seeker was not heard yet: each may be
    /// withdrawn or left (D5).
    pub blocked_applications: Vec<Application>,
}

/// What a setting means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct SettingSentences {
    /// Which.
    pub setting: VisibilitySetting,
    /// For each audience.
    pub sentences: Vec<Sentence>,
}

/// A company on the block list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct Block {
    /// Key.
    pub id: BlockId,
    /// The company, when it is on the platform.
    pub company: Option<CompanyName>,
    /// The name as it was given. The server keeps none: it is there on the device that blocked.
    pub name: Option<String>,
    /// How it came here.
    pub origin: BlockOrigin,
    /// When.
    pub at: Timestamp,
}

/// `PUT /api/visibility`, and command `visibility_set`. Holds from the next request of anybody (I2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VisibilitySetRequest {
    /// The new one.
    pub setting: VisibilitySetting,
}

/// `POST /api/visibility/preview`, and command `visibility_preview`: the own résumé as somebody else gets it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PreviewRequest {
    /// As who.
    pub viewer: PreviewViewer,
}

/// Whose eyes a preview takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum PreviewViewer {
    /// A verified recruiter of a company of the platform.
    Company {
        /// Which.
        company: CompanyId,
    },
    /// A verified recruiter of a company that may not be on the platform yet.
    CompanyNamed {
        /// Its name.
        name: String,
    },
    /// The platform's own recruiting staff.
    Staff,
    /// Somebody who is not signed in, or another seeker.
    Stranger,
}

/// What that viewer gets. Made by the code that answers the viewer: `shown` and `contact` are theirs byte for byte.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct Preview {
    /// How the viewer stands to the seeker.
    pub relation: Relation,
    /// What they may do.
    pub access: Vec<Action>,
    /// What they open; `None` when they open nothing.
    pub shown: Option<ShownResume>,
    /// The real contact data that was handed over to them, if they open it.
    pub contact: RealContact,
    /// What they find in a search; `None` when they find nothing.
    pub card: Option<ResumeCard>,
}

/// `POST /api/visibility/blocks`: up to [`BLOCKS_ADD_MAX`] in all. What is blocked already stays as it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BlocksAddRequest {
    /// By their names, of which the server keeps keyed hashes only.
    pub names: Vec<NameBlock>,
    /// Companies of the platform.
    pub companies: Vec<CompanyBlock>,
    /// How they came here.
    pub origin: BlockOrigin,
}

/// A company to be blocked by its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NameBlock {
    /// Key, made by the sender.
    pub id: BlockId,
    /// Name, up to 100 characters.
    pub name: String,
}

/// A company of the platform to be blocked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CompanyBlock {
    /// Key, made by the sender.
    pub id: BlockId,
    /// Which.
    pub company: CompanyId,
}

/// The longest list that `block_import` reads, in bytes of UTF-8: 1,000 of the longest names, and a table around them.
pub const BLOCK_IMPORT_MAX_BYTES: usize = 1 << 20;

/// Command `block_import`: reads a list of companies on the device. Nothing of it is kept or sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BlockImportText {
    /// The list, up to [`BLOCK_IMPORT_MAX_BYTES`].
    pub text: String,
}

/// Command `employers_list`: the employers that the résumé on this device names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EmployersList {
    /// Names that are blocked already. A company is known in other spellings of its name too.
    pub blocked: Vec<String>,
}

/// Command `blocks_add`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BlocksAdd {
    /// By their names.
    pub names: Vec<String>,
    /// Companies of the platform.
    pub companies: Vec<CompanyId>,
    /// How they came here.
    pub origin: BlockOrigin,
}

/// Command `block_remove`.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct BlockRef {
    /// Which.
    pub block: BlockId,
}

/// `GET /api/companies?q=`, and command `companies_find`: companies of the platform by a part of their name, up to 20.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema, utoipa::IntoParams)]
pub struct CompaniesFind {
    /// A part of the name, up to 100 characters; nothing is found by less than one.
    pub q: String,
}

/// `GET /api/visibility/looks?before=`, and command `looks_list`: 50 at once, latest first.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema, utoipa::IntoParams,
)]
pub struct LooksList {
    /// Only those before this one.
    #[serde(default)]
    pub before: Option<LookId>,
}

/// Somebody looked at the résumé (I4, S-VIS-10).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct Look {
    /// Key.
    pub id: LookId,
    /// When.
    pub at: Timestamp,
    /// What was done.
    pub kind: LookKind,
    /// The company that they acted for; none for the platform's staff and for persons.
    pub company: Option<CompanyName>,
    /// Who; none for the platform's staff and for persons.
    pub by: Option<RecruiterName>,
    /// The title of the job that was applied to, for a snapshot.
    pub job: Option<String>,
    /// What the introduction link is called by which they came.
    pub introduction: Option<String>,
    /// Why the platform's staff looked; none for companies.
    pub reason: Option<StaffReasonKind>,
}

/// `GET /api/contact-requests`, and command `contact_requests_list`: who asks the seeker for real contact data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct ContactRequestView {
    /// Key.
    pub id: ContactRequestId,
    /// For which company; none when the platform's staff ask.
    pub company: Option<CompanyName>,
    /// Who asks; none for the platform's staff.
    pub by: Option<RecruiterName>,
    /// Why, in their words.
    pub reason: String,
    /// What is wanted.
    pub wanted: ContactItems,
    /// When.
    pub asked_at: Timestamp,
    /// What became of it.
    pub state: ContactRequestState,
}

/// `PUT /api/contact-requests/{id}/answer`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactAnswerRequest {
    /// What the seeker says.
    pub answer: ContactAnswer,
}

/// Command `contact_request_answer`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ContactRequestAnswer {
    /// Which request.
    pub request: ContactRequestId,
    /// What the seeker says.
    pub answer: ContactAnswer,
}

/// Command that names one request for contact data.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct ContactRequestRef {
    /// Which.
    pub request: ContactRequestId,
}
