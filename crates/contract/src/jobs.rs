//! Jobs: search, detail, favourites, history. No account is needed to browse and search (S-AUTH-05).

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;
use zhitu_domain::id::{ApplicationId, CompanyId, JobId};
use zhitu_domain::job::{Education, EmploymentType, Experience, JobContent, JobState, Salary};
use zhitu_domain::place::{GeoCell, PlaceId, Point};
use zhitu_domain::recruiter::CompanySize;
use zhitu_domain::time::Timestamp;

/// The order of results.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum JobsSort {
    /// Best match first; newest first without words.
    #[default]
    Relevance,
    /// Newest first.
    Date,
    /// Highest monthly salary first; none last.
    Salary,
    /// Nearest first; needs `near` or `near_cell`.
    Distance,
}

/// A circle round a place that was picked by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Near {
    /// The centre is this place's.
    pub place: PlaceId,
    /// 1 to 500.
    pub radius_km: u16,
}

/// A circle round whoever is in a cell: all that is within `radius_km` of any point of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NearCell {
    /// The cell: all that is told of where somebody is (R6).
    pub cell: GeoCell,
    /// 1 to 100.
    pub radius_km: u16,
}

/// `POST /api/jobs/search`, and command `jobs_search`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct JobsSearchRequest {
    /// Words, up to 200 characters; empty for all.
    pub text: String,
    /// Within a circle.
    pub near: Option<Near>,
    /// Around a cell instead, sorted by distance from its centre; the command `jobs_nearby` asks so. Not with `near`.
    pub near_cell: Option<NearCell>,
    /// Pays at least this much a month, in fen of renminbi: the top of the range reaches it. 0 asks for nothing.
    #[ts(type = "number | null")]
    pub salary_min: Option<i64>,
    /// Any of these; empty for all. The same for the next two.
    pub experience: Vec<Experience>,
    /// See `experience`.
    pub education: Vec<Education>,
    /// See `experience`.
    pub employment_type: Vec<EmploymentType>,
    /// Only jobs that may be done from anywhere.
    pub remote: bool,
    /// Order.
    pub sort: JobsSort,
    /// First result, from 0; at most 10,000.
    pub offset: u32,
    /// How many, 1 to 100.
    pub limit: u32,
}

/// A result.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct JobCard {
    /// Key.
    pub id: JobId,
    /// Title.
    pub title: String,
    /// The company's name.
    pub company: String,
    /// Invented for the demo market: marked 演示数据 wherever it is shown.
    pub demo: bool,
    /// Pay.
    pub salary: Option<Salary>,
    /// The gazetteer's place.
    pub place: Option<PlaceId>,
    /// As it was written, where no place was recognised.
    pub address: String,
    /// Position, where known.
    pub point: Option<Point>,
    /// May be done from anywhere.
    pub remote: bool,
    /// How contracted.
    pub employment_type: EmploymentType,
    /// Experience asked for.
    pub experience: Experience,
    /// Education asked for.
    pub education: Education,
    /// Skills and terms.
    pub tags: Vec<String>,
    /// When it was posted.
    pub posted_at: Timestamp,
    /// Kilometres from the circle's centre, where both are known.
    pub distance_km: Option<f64>,
}

/// A choice of a filter and how many results it would leave, all other filters held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct Count<T> {
    /// The choice.
    pub value: T,
    /// Results with it.
    pub count: u32,
}

/// Counts for the filters. A filter's own choice does not narrow its own counts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct JobsFacets {
    /// By experience, every value once.
    pub experience: Vec<Count<Experience>>,
    /// By education, every value once.
    pub education: Vec<Count<Education>>,
    /// By contract, every value once.
    pub employment_type: Vec<Count<EmploymentType>>,
    /// By monthly salary in fen of renminbi: at least 0, 5,000, 10,000, 15,000, 20,000, 30,000, 50,000 yuan.
    #[ts(type = "Array<Count<number>>")]
    pub salary_min: Vec<Count<i64>>,
    /// By radius in kilometres round the place: 1, 3, 5, 10, 25, 50, 100; empty without `near`.
    pub radius_km: Vec<Count<u16>>,
    /// That may be done from anywhere.
    pub remote: u32,
}

/// The answer to a search.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct JobsSearchResponse {
    /// The results asked for.
    pub jobs: Vec<JobCard>,
    /// Exact number of all results.
    pub total: u32,
    /// Counts for the filters.
    pub facets: JobsFacets,
}

/// The answer of command `jobs_search`: the server's, or what fits among the jobs that the device kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct JobsSearchView {
    /// The results asked for.
    pub jobs: Vec<JobCard>,
    /// Exact number of all results.
    pub total: u32,
    /// Counts for the filters.
    pub facets: JobsFacets,
    /// The server could not be reached: these are kept jobs, found by title and company.
    pub kept: bool,
}

impl From<JobsSearchResponse> for JobsSearchView {
    fn from(response: JobsSearchResponse) -> Self {
        let JobsSearchResponse { jobs, total, facets } = response;
        Self { jobs, total, facets, kept: false }
    }
}

/// Command `jobs_nearby`: what is round the device. Needs the permission `location`; the server learns a cell and a
/// radius, the device measures (R6, S-LOC-01).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct JobsNearby {
    /// Words, up to 200 characters; empty for all.
    pub text: String,
    /// One of 1, 3, 5, 10 kilometres.
    pub radius_km: u16,
    /// The person asked for the exact position, not the coarse one.
    pub exact: bool,
}

/// The jobs round the device, nearest first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct JobsNearbyView {
    /// Up to 300; `distance_km` is from here, worked out on the device.
    pub jobs: Vec<NearbyJob>,
    /// There are more within the radius.
    pub more: bool,
    /// The place of the gazetteer that is nearest to here.
    pub place: Option<PlaceId>,
    /// How exact the position is, in metres, where its source says.
    pub accuracy_m: Option<f64>,
    /// When the position was read; it is used again for five minutes (R6).
    pub located_at: Timestamp,
    /// What the server was told, or would have been where `kept`: this cell, and the radius.
    pub cell: GeoCell,
    /// The server could not be reached: these are kept jobs, found by title and company.
    pub kept: bool,
}

/// A job and the way to it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct NearbyJob {
    /// It.
    pub job: JobCard,
    /// Direction from here in degrees, clockwise from north, 0 to 360.
    pub bearing_deg: f64,
}

/// `GET /api/jobs/{id}`: a posting. Closed ones answer too, and say so.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct Job {
    /// Key.
    pub id: JobId,
    /// What it says.
    pub content: JobContent,
    /// Whether it takes applications.
    pub state: JobState,
    /// Whose it is.
    pub company: CompanyCard,
    /// The name of the recruiter to talk to; empty for imported postings, which nobody answers here.
    pub contact: String,
    /// Where it came from, when it was imported: the original's address or key.
    pub source: Option<String>,
    /// When it was posted.
    pub posted_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
    /// This person's application to it, when signed in and not withdrawn.
    pub my_application: Option<ApplicationId>,
}

/// The answer of command `job_show`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct JobView {
    /// The posting.
    pub job: Job,
    /// The server could not be reached: this is how it was when it was last opened on this device.
    pub kept: bool,
}

/// A company as seekers see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct CompanyCard {
    /// Key.
    pub id: CompanyId,
    /// Name.
    pub name: String,
    /// Industry; may be empty.
    pub industry: String,
    /// How large, where known.
    pub size: Option<CompanySize>,
    /// In its own words; may be empty.
    pub introduction: String,
    /// Verified by the operator.
    pub verified: bool,
    /// Invented for the demo market.
    pub demo: bool,
    /// Open postings.
    pub open_jobs: u32,
}

/// `GET /api/jobs/suggest?text=`: type-ahead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct JobsSuggestResponse {
    /// Best first, up to 8.
    pub suggestions: Vec<Suggestion>,
}

/// The answer of command `jobs_suggest`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct JobsSuggestView {
    /// Best first, up to 8.
    pub suggestions: Vec<Suggestion>,
    /// The server could not be reached: these are of kept jobs, and so are their counts.
    pub kept: bool,
}

/// A way to go on from what was typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct Suggestion {
    /// What to search for.
    pub text: String,
    /// What kind of thing it is.
    pub kind: SuggestionKind,
    /// Open jobs that it finds.
    pub count: u32,
}

/// Kinds of suggestions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SuggestionKind {
    /// A job title.
    Title,
    /// A skill or term.
    Tag,
    /// A company.
    Company,
}

/// Command `jobs_suggest`, and the query of `GET /api/jobs/suggest`.
#[derive(Debug, Clone, Serialize, Deserialize, TS, ToSchema, utoipa::IntoParams)]
pub struct JobsSuggest {
    /// What was typed: Chinese, English or pinyin; up to 60 characters.
    pub text: String,
}

/// Command `job_show` and others that name one job.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct JobRef {
    /// Which.
    pub job: JobId,
}

/// Command `favourite_set`: kept on the device, and on the server once signed in.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct FavouriteSet {
    /// Which job.
    pub job: JobId,
    /// Kept or no longer.
    pub on: bool,
}

/// A search that was made; kept on this device only (S-SRCH-03).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SearchHistoryEntry {
    /// What was searched for.
    pub request: JobsSearchRequest,
    /// When last.
    pub at: Timestamp,
}

/// Command `search_history_delete`: for good, from the database's pages too (S-SRCH-03).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SearchHistoryDelete {
    /// The entry's time, or all.
    pub at: Option<Timestamp>,
}
