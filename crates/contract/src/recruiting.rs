//! The recruiting side. Every route but registration answers `not_verified` until all three are verified (S-REC-04).

use crate::attachments::SentAttachment;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;
use zhitu_domain::application::Stage;
use zhitu_domain::id::{ApplicationId, ConversationId, JobId};
use zhitu_domain::job::{JobContent, JobState};
use zhitu_domain::recruiter::CompanySize;
use zhitu_domain::resume::Snapshot;
use zhitu_domain::time::Timestamp;

/// `PUT /api/recruiter`: registers, or changes what seekers see of the recruiter. Changing the company's name
/// takes its verification back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecruiterRegisterRequest {
    /// The recruiter's name, 1 to 50 characters.
    pub name: String,
    /// Title, up to 50 characters; may be empty.
    pub title: String,
    /// The company's registered name, 2 to 100 characters. A company of that name is joined, otherwise made.
    pub company: String,
    /// Industry, up to 60 characters.
    pub industry: String,
    /// How large.
    pub size: CompanySize,
    /// Address, up to 200 characters.
    pub address: String,
    /// In its own words, up to 2,000 characters.
    pub introduction: String,
}

/// `GET /api/recruiter/jobs`: one of the company's postings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct CompanyJob {
    /// Key.
    pub id: JobId,
    /// What it says.
    pub content: JobContent,
    /// Whether it takes applications.
    pub state: JobState,
    /// When it was posted.
    pub posted_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
    /// Applications that were not withdrawn.
    pub applicants: u32,
    /// Of these, not opened yet.
    pub new_applicants: u32,
}

/// `PUT /api/recruiter/jobs/{id}`: posts (a new key) or edits. The key is made by the sender: a repeat changes
/// nothing more.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct JobSaveRequest {
    /// What it says.
    pub content: JobContent,
}

/// Command `company_job_save`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct CompanyJobSave {
    /// An existing posting's key; `None` posts a new one.
    pub job: Option<JobId>,
    /// What it says.
    pub content: JobContent,
}

/// `GET /api/recruiter/jobs/{id}/applicants`: an applicant's card. Only what the snapshot has.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct ApplicantCard {
    /// Key of the application.
    pub application: ApplicationId,
    /// Full name.
    pub name: String,
    /// The position wanted.
    pub position: String,
    /// The latest company and position, or the latest school; may be empty.
    pub latest: String,
    /// Where it stands; never [`Stage::Withdrawn`].
    pub stage: Stage,
    /// When it was sent.
    pub applied_at: Timestamp,
    /// The conversation about it, when there is one.
    pub conversation: Option<ConversationId>,
}

/// `GET /api/recruiter/applications/{id}`: the opened snapshot. Opening is recorded and shown to the sender (I4).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct Applicant {
    /// Key of the application.
    pub application: ApplicationId,
    /// To which job.
    pub job: JobId,
    /// That job's title.
    pub job_title: String,
    /// Where it stands.
    pub stage: Stage,
    /// The copy that was sent.
    pub snapshot: Snapshot,
    /// The attachment résumé that came with it. Downloading it is recorded by itself.
    pub attachment: Option<SentAttachment>,
    /// The résumé's version it was made of.
    pub resume_version: u32,
    /// When it was sent.
    pub applied_at: Timestamp,
    /// The conversation about it, when there is one.
    pub conversation: Option<ConversationId>,
    /// Whether the channel by e-mail can be used.
    pub relay: bool,
    /// Whether a virtual number can be had.
    pub virtual_number: bool,
}

/// `PUT /api/recruiter/applications/{id}/stage`
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StageSetRequest {
    /// The new stage.
    pub stage: Stage,
}

/// Command `applicant_stage_set`.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct ApplicantStageSet {
    /// Which application.
    pub application: ApplicationId,
    /// The new stage.
    pub stage: Stage,
}
