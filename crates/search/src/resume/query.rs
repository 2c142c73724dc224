//! The question and its answer.

use zhitu_domain::id::ResumeId;
use zhitu_domain::job::EmploymentType;
use zhitu_domain::place::PlaceId;
use zhitu_domain::resume::Degree;
use zhitu_domain::resume::visibility::VisibilitySetting;

/// The most hits that one answer has.
pub const LIMIT: usize = 100;

/// How many places, industries and skills are counted: the most frequent ones.
pub const TOP: usize = 20;

/// Completed years of work, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct YearsBand {
    /// At least.
    pub min: u8,
    /// At most; `None` without an end.
    pub max: Option<u8>,
}

/// The bands that are counted; a number of years is in one of them.
pub const YEARS: [YearsBand; 5] = [
    YearsBand { min: 0, max: Some(0) },
    YearsBand { min: 1, max: Some(2) },
    YearsBand { min: 3, max: Some(4) },
    YearsBand { min: 5, max: Some(9) },
    YearsBand { min: 10, max: None },
];

/// A question. Empty lists, empty texts and `None` do not narrow; but without `settings` nothing is found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ResumesQuery {
    /// Words, all of which must be found in positions, industries, skills, majors or names of places; a quoted run
    /// must be found as it is.
    pub text: String,
    /// Words, all of which must be found in the positions wanted or held.
    pub position: String,
    /// Any of these, compared as whole terms but for capitals, accents and width.
    pub industries: Vec<String>,
    /// All of these, compared as industries are.
    pub skills: Vec<String>,
    /// At least so many completed years of work. A résumé that does not say is in no range.
    pub years_min: Option<u8>,
    /// At most so many.
    pub years_max: Option<u8>,
    /// This degree or a higher one.
    pub degree_min: Option<Degree>,
    /// How the person wants to be contracted: any of these.
    pub employment_type: Vec<EmploymentType>,
    /// Any of these. A résumé is in a place when a place where work is wanted is that one or lies in it; when none is
    /// wanted, the place where the person lives counts.
    pub places: Vec<PlaceId>,
    /// Only résumés with one of these settings are found and counted.
    pub settings: Vec<VisibilitySetting>,
    /// These are neither found nor counted.
    pub without: Vec<ResumeId>,
    /// First hit wanted, from 0.
    pub offset: usize,
    /// How many are wanted; [`LIMIT`] at most.
    pub limit: usize,
}

/// Counts for the filters: each value with the number of résumés it would leave, all other filters held.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ResumeFacets {
    /// Each of [`YEARS`].
    pub years: Vec<(YearsBand, u32)>,
    /// At least each degree, rising.
    pub degree_min: Vec<(Degree, u32)>,
    /// Every value once.
    pub employment_type: Vec<(EmploymentType, u32)>,
    /// The [`TOP`] most frequent, a city with the districts that lie in it and a province with both; none with 0.
    pub places: Vec<(PlaceId, u32)>,
    /// The [`TOP`] most frequent, as most write them; none with 0.
    pub industries: Vec<(String, u32)>,
    /// The [`TOP`] most frequent, as most write them: how many are left when it is asked for too; none with 0.
    pub skills: Vec<(String, u32)>,
}

/// The answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ResumesFound {
    /// Exact number of all hits.
    pub total: u32,
    /// The hits asked for: best match first, then the one that changed last, then by key.
    pub hits: Vec<ResumeId>,
    /// Exact counts.
    pub facets: ResumeFacets,
}
