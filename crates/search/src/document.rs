//! What the index is told about a job.

use zhitu_domain::id::JobId;
use zhitu_domain::job::{Education, EmploymentType, Experience};
use zhitu_domain::place::Point;
use zhitu_domain::time::Timestamp;

/// An open job, as it is found. Closed ones are deleted from the index.
#[derive(Debug, Clone, PartialEq)]
pub struct JobDocument {
    /// Key; putting a job again replaces it.
    pub id: JobId,
    /// Title: words here rank above words elsewhere.
    pub title: String,
    /// The company's name.
    pub company: String,
    /// The description.
    pub body: String,
    /// Skills and terms.
    pub tags: Vec<String>,
    /// Names of the place and what it lies in, in every language people may type, and the address.
    pub place_names: Vec<String>,
    /// Position, where known.
    pub point: Option<Point>,
    /// Least and most a month, in fen of renminbi, where the posting says a salary.
    pub salary_monthly_cny: Option<(i64, i64)>,
    /// Experience asked for.
    pub experience: Experience,
    /// Education asked for.
    pub education: Education,
    /// How contracted.
    pub employment_type: EmploymentType,
    /// May be done from anywhere.
    pub remote: bool,
    /// When it was posted.
    pub posted_at: Timestamp,
}
