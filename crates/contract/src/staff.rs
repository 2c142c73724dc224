//! The platform's own recruiting staff: their second factor, and searching and looking with a reason (I4).
//!
//! To whoever is not of the staff these routes answer `not_found`; to staff whose session has not shown a second factor
//! within 15 minutes, `second_factor_required`.

use crate::auth::Sensitive;
use crate::resumes::ResumesSearchRequest;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;
use zhitu_domain::id::ResumeId;
use zhitu_domain::staff::StaffReason;
use zhitu_domain::time::Timestamp;

/// `POST /api/staff/second-factor`, and command `staff_step_up`: shows the second factor in this session. Five wrong
/// codes in a row lock it for 15 minutes.
#[derive(Debug, Clone, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SecondFactorRequest {
    /// The six digits of now (RFC 6238), or a recovery code. Each is good once.
    pub code: Sensitive,
}

/// `GET /api/staff/second-factor`, and command `staff_session`: a session that has shown a second factor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct StaffSession {
    /// Until when it counts: 15 minutes.
    pub until: Timestamp,
}

/// `POST /api/staff/resumes/search`, and command `staff_resumes_search`: as the search of companies, with a reason. The
/// audit log has both before anything is searched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StaffResumesSearchRequest {
    /// Why.
    pub reason: StaffReason,
    /// For what.
    pub search: ResumesSearchRequest,
}

/// `POST /api/staff/resumes/{id}/open`: opens a résumé. The audit log has it before anything is looked up, and the
/// seeker is told at once, with the kind of the reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StaffResumeOpenRequest {
    /// Why.
    pub reason: StaffReason,
}

/// Command `staff_resume_open`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StaffResumeOpen {
    /// Which.
    pub resume: ResumeId,
    /// Why.
    pub reason: StaffReason,
}
