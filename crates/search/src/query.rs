//! The question and its answer.

use zhitu_domain::id::JobId;
use zhitu_domain::job::{Education, EmploymentType, Experience};
use zhitu_domain::place::Point;

/// The radii that are counted, in kilometres.
pub const RADII_KM: [u16; 7] = [1, 3, 5, 10, 25, 50, 100];

/// The monthly salaries that are counted, in fen of renminbi.
pub const SALARIES_FEN: [i64; 7] = [0, 500_000, 1_000_000, 1_500_000, 2_000_000, 3_000_000, 5_000_000];

/// The order of hits. Ties are broken by date, newest first, and then by key.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sort {
    /// Best match first; newest first without words.
    #[default]
    Relevance,
    /// Newest first.
    Date,
    /// The top of the salary range, highest first; none last.
    Salary,
    /// Nearest first; as relevance without a circle.
    Distance,
}

/// A circle on the earth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Near {
    /// Its centre.
    pub centre: Point,
    /// Its radius.
    pub radius_km: f64,
}

/// A question. Empty lists and `None` do not narrow.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct JobsQuery {
    /// Words, all of which must be found in title, company, tags, place or body; a quoted run must be found as it is.
    pub text: String,
    /// Jobs with a position in this circle.
    pub near: Option<Near>,
    /// Jobs the top of whose monthly range reaches this, in fen of renminbi.
    pub salary_min: Option<i64>,
    /// Any of these.
    pub experience: Vec<Experience>,
    /// Any of these.
    pub education: Vec<Education>,
    /// Any of these.
    pub employment_type: Vec<EmploymentType>,
    /// Only jobs that may be done from anywhere.
    pub remote: bool,
    /// Order.
    pub sort: Sort,
    /// First hit wanted, from 0.
    pub offset: usize,
    /// How many are wanted.
    pub limit: usize,
}

/// A hit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hit {
    /// The job.
    pub id: JobId,
    /// How well the words fit; 0 without words or in another order than relevance.
    pub score: f32,
    /// Kilometres from the circle's centre.
    pub distance_km: Option<f64>,
}

/// Counts for the filters: each value with the number of jobs it would leave, all other filters held.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facets {
    /// Every value once.
    pub experience: Vec<(Experience, u32)>,
    /// Every value once.
    pub education: Vec<(Education, u32)>,
    /// Every value once.
    pub employment_type: Vec<(EmploymentType, u32)>,
    /// At least each of [`SALARIES_FEN`]; at least 0 is every job.
    pub salary_min: Vec<(i64, u32)>,
    /// Within each of [`RADII_KM`]; empty without a circle.
    pub radius_km: Vec<(u16, u32)>,
    /// That may be done from anywhere.
    pub remote: u32,
}

/// The answer.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct JobsAnswer {
    /// The hits asked for.
    pub hits: Vec<Hit>,
    /// Exact number of all hits.
    pub total: u32,
    /// Exact counts.
    pub facets: Facets,
}
