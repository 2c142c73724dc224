//! The columns of a segment, in memory.

use crate::attributes::Attributes;
use tantivy::SegmentReader;
use uuid::Uuid;
use zhitu_domain::id::JobId;
use zhitu_domain::place::Point;

/// What filters, counts and orders read, by document number. 56 bytes a job.
pub(crate) struct Columns {
    attributes: Vec<u64>,
    latitude: Vec<f64>,
    longitude: Vec<f64>,
    salary_min: Vec<i64>,
    salary_max: Vec<i64>,
    posted_at: Vec<i64>,
    id_high: Vec<u64>,
    id_low: Vec<u64>,
}

/// The facts of one job.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row {
    pub id: JobId,
    pub attributes: Attributes,
    pub salary_min: i64,
    pub salary_max: i64,
    pub posted_at: i64,
}

impl Columns {
    pub(crate) fn load(segment: &SegmentReader) -> tantivy::Result<Self> {
        let count = segment.max_doc() as usize;
        let fast = segment.fast_fields();
        macro_rules! column {
            ($kind:ident, $name:literal, $empty:expr) => {{
                let mut values = vec![$empty; count];
                fast.$kind($name)?.first_or_default_col($empty).get_range(0, &mut values);
                values
            }};
        }
        Ok(Self {
            attributes: column!(u64, "attributes", 0),
            latitude: column!(f64, "latitude", 0.0),
            longitude: column!(f64, "longitude", 0.0),
            salary_min: column!(i64, "salary_min", 0),
            salary_max: column!(i64, "salary_max", 0),
            posted_at: column!(i64, "posted_at", 0),
            id_high: column!(u64, "id_high", 0),
            id_low: column!(u64, "id_low", 0),
        })
    }

    pub(crate) fn row(&self, doc: u32) -> Row {
        let at = doc as usize;
        Row {
            id: JobId(Uuid::from_u64_pair(self.id_high[at], self.id_low[at])),
            attributes: Attributes(self.attributes[at]),
            salary_min: self.salary_min[at],
            salary_max: self.salary_max[at],
            posted_at: self.posted_at[at],
        }
    }

    pub(crate) fn point(&self, doc: u32) -> Option<Point> {
        let at = doc as usize;
        Attributes(self.attributes[at])
            .has_point()
            .then(|| Point { lat: self.latitude[at], lon: self.longitude[at] })
    }
}
