//! Recruiters and companies: what must be verified before the recruiting side answers.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

/// The three things that are verified. Source: S-REC-04.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct Verification {
    /// The person is who they say.
    pub person: bool,
    /// The person works for the company.
    pub employment: bool,
    /// The company exists and may recruit.
    pub company: bool,
}

impl Verification {
    /// The gate: all three, or no entry to the recruiting side at all. Source: S-REC-04.
    pub fn opens_recruiting(self) -> bool {
        self.person && self.employment && self.company
    }
}

/// How many people work at a company.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum CompanySize {
    /// 1–19
    UpTo19,
    /// 20–99
    From20To99,
    /// 100–499
    From100To499,
    /// 500–999
    From500To999,
    /// 1,000 and more
    Over1000,
}
