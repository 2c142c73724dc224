//! Offering people unasked: the seeker's switch, and what recruiters are offered for a posting.
//!
//! Only under settings whose row of the table says so, and never of a seeker who switched it off (S-RECO-02, S-RECO-03).

use crate::resumes::ResumeHit;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;
use zhitu_domain::recommendation::Match;

/// The most that are offered for one posting.
pub const RECOMMENDATIONS_MAX: usize = 20;

/// `GET` and `PUT /api/account/personalisation`, and commands `personalisation_show` and `personalisation_set`: whether
/// this account's data may be used to recommend (S-RECO-03). Off holds from the next request of anybody (I2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Personalisation {
    /// It may.
    pub on: bool,
}

/// `GET /api/recruiter/jobs/{id}/recommendations`, and command `recommendations_list`: who suits a posting, best first,
/// up to [`RECOMMENDATIONS_MAX`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct Recommendation {
    /// Who.
    pub hit: ResumeHit,
    /// Why: what the posting and the résumé share.
    pub matches: Vec<Match>,
}
