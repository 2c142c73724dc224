//! Answering a question: postings find the words, columns decide the rest in one pass.

use crate::analysis::runs;
use crate::attributes::{Attributes, allowed};
use crate::columns::Columns;
use crate::postings::{clause, each, whole};
use crate::query::{Facets, Hit, JobsAnswer, JobsQuery, Near, RADII_KM, SALARIES_FEN, Sort};
use crate::schema::Fields;
use crate::snapshot::Snapshot;
use std::cmp::Ordering;
use tantivy::Score;
use tantivy::query::{BooleanQuery, BoostQuery, Occur, Query};
use zhitu_domain::job::{Education, EmploymentType, Experience};
use zhitu_domain::place::Point;

/// How much more a word in the title says than one anywhere.
const TITLE_BOOST: Score = 3.0;
/// How much more the whole of a query says when it stands in the title as it was typed.
const WHOLE_TITLE_BOOST: Score = 2.0;

/// The words of a query as postings to read; `None` without words.
fn words(fields: &Fields, text: &str, scored: bool) -> Option<Box<dyn Query>> {
    let runs = runs(text);
    if runs.is_empty() {
        return None;
    }
    let mut clauses: Vec<(Occur, Box<dyn Query>)> =
        runs.iter().map(|run| (Occur::Must, clause(fields.all, run))).collect();
    if scored {
        for run in &runs {
            let boosted = BoostQuery::new(clause(fields.title, run), TITLE_BOOST);
            clauses.push((Occur::Should, Box::new(boosted)));
        }
        if runs.len() > 1 {
            let boosted = BoostQuery::new(clause(fields.title, &whole(runs)), WHOLE_TITLE_BOOST);
            clauses.push((Occur::Should, Box::new(boosted)));
        }
    }
    Some(Box::new(BooleanQuery::new(clauses)))
}

/// How many jobs hold the words.
pub(crate) fn count(snapshot: &Snapshot<Columns>, fields: &Fields, text: &str) -> tantivy::Result<u32> {
    let mut found = 0_u32;
    let query = words(fields, text, false);
    each(&snapshot.searcher, query.as_deref(), false, |_, _, _| found += 1)?;
    Ok(found)
}

/// The filters that a job fails. A job that fails none is a hit; one that fails only one counts for that filter's
/// own facet.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Failed(u8);

impl Failed {
    const NONE: u8 = 0;
    const CIRCLE: u8 = 1;
    const SALARY: u8 = 2;
    const EXPERIENCE: u8 = 4;
    const EDUCATION: u8 = 8;
    const EMPLOYMENT: u8 = 16;
    const REMOTE: u8 = 32;

    /// Whether every filter but `own` holds.
    fn at_most(self, own: u8) -> bool {
        self.0 & !own == Self::NONE
    }
}

struct Counts {
    experience: [u32; 16],
    education: [u32; 16],
    employment_type: [u32; 16],
    salary: [u32; SALARIES_FEN.len()],
    radius: [u32; RADII_KM.len()],
    remote: u32,
}

impl Counts {
    fn facets(&self, near: bool) -> Facets {
        fn list<T: Copy>(all: &[T], counts: &[u32]) -> Vec<(T, u32)> {
            all.iter().copied().zip(counts.iter().copied()).collect()
        }
        Facets {
            experience: list(Experience::ALL, &self.experience),
            education: list(Education::ALL, &self.education),
            employment_type: list(EmploymentType::ALL, &self.employment_type),
            salary_min: list(&SALARIES_FEN, &self.salary),
            radius_km: if near { list(&RADII_KM, &self.radius) } else { Vec::new() },
            remote: self.remote,
        }
    }
}

/// The distance, where it is within reach. The difference of latitudes alone rules most of the world out.
fn distance(near: Near, reach_km: f64, point: Option<Point>) -> Option<f64> {
    /// Kilometres of a degree of latitude, a little less than it is, so that nothing within reach is ruled out.
    const DEGREE_KM: f64 = 111.0;
    let point = point?;
    if (point.lat - near.centre.lat).abs() * DEGREE_KM > reach_km {
        return None;
    }
    Some(near.centre.distance_km(point)).filter(|distance| *distance <= reach_km)
}

/// A hit with what it is ordered by.
struct Found {
    hit: Hit,
    salary: Option<(i64, i64)>,
    posted_at: i64,
}

pub(crate) fn run(
    snapshot: &Snapshot<Columns>,
    fields: &Fields,
    query: &JobsQuery,
) -> tantivy::Result<JobsAnswer> {
    let sort = match (query.sort, query.near) {
        (Sort::Distance, None) => Sort::Relevance,
        (sort, _) => sort,
    };
    let experience = allowed(&query.experience);
    let education = allowed(&query.education);
    let employment_type = allowed(&query.employment_type);
    let widest = f64::from(RADII_KM[RADII_KM.len() - 1]);
    let mut counts = Counts {
        experience: [0; 16],
        education: [0; 16],
        employment_type: [0; 16],
        salary: [0; SALARIES_FEN.len()],
        radius: [0; RADII_KM.len()],
        remote: 0,
    };
    let mut found: Vec<Found> = Vec::new();
    let scored = sort == Sort::Relevance;
    let words = words(fields, &query.text, scored);
    each(&snapshot.searcher, words.as_deref(), scored, |segment, doc, score| {
        let columns: &Columns = &snapshot.columns[segment];
        let row = columns.row(doc);
        let facts: Attributes = row.attributes;
        let distance_km =
            query.near.and_then(|near| distance(near, near.radius_km.max(widest), columns.point(doc)));
        let fails = |failed: bool, bit: u8| if failed { bit } else { Failed::NONE };
        let outside =
            query.near.is_some_and(|near| distance_km.is_none_or(|distance| distance > near.radius_km));
        let too_little = query
            .salary_min
            .is_some_and(|least| least > 0 && !(facts.has_salary() && row.salary_max >= least));
        let failed = Failed(
            fails(outside, Failed::CIRCLE)
                | fails(too_little, Failed::SALARY)
                | fails(experience >> facts.experience() & 1 == 0, Failed::EXPERIENCE)
                | fails(education >> facts.education() & 1 == 0, Failed::EDUCATION)
                | fails(employment_type >> facts.employment_type() & 1 == 0, Failed::EMPLOYMENT)
                | fails(query.remote && !facts.is_remote(), Failed::REMOTE),
        );
        if failed.at_most(Failed::EXPERIENCE) {
            counts.experience[facts.experience()] += 1;
        }
        if failed.at_most(Failed::EDUCATION) {
            counts.education[facts.education()] += 1;
        }
        if failed.at_most(Failed::EMPLOYMENT) {
            counts.employment_type[facts.employment_type()] += 1;
        }
        if failed.at_most(Failed::REMOTE) && facts.is_remote() {
            counts.remote += 1;
        }
        if failed.at_most(Failed::SALARY) {
            for (least, count) in SALARIES_FEN.iter().zip(&mut counts.salary) {
                if *least == 0 || (facts.has_salary() && row.salary_max >= *least) {
                    *count += 1;
                }
            }
        }
        if failed.at_most(Failed::CIRCLE)
            && let Some(distance) = distance_km
        {
            for (radius, count) in RADII_KM.iter().zip(&mut counts.radius) {
                if distance <= f64::from(*radius) {
                    *count += 1;
                }
            }
        }
        if failed.at_most(Failed::NONE) {
            found.push(Found {
                hit: Hit { id: row.id, score, distance_km },
                salary: facts.has_salary().then_some((row.salary_max, row.salary_min)),
                posted_at: row.posted_at,
            });
        }
    })?;

    let total = u32::try_from(found.len()).unwrap_or(u32::MAX);
    let wanted = query.offset.saturating_add(query.limit);
    let order = |one: &Found, other: &Found| order(sort, one, other);
    if wanted > 0 && wanted < found.len() {
        found.select_nth_unstable_by(wanted - 1, order);
        found.truncate(wanted);
    }
    found.sort_unstable_by(order);
    let hits = found.into_iter().skip(query.offset).take(query.limit).map(|found| found.hit).collect();
    Ok(JobsAnswer { hits, total, facets: counts.facets(query.near.is_some()) })
}

fn order(sort: Sort, one: &Found, other: &Found) -> Ordering {
    let first = match sort {
        Sort::Relevance => other.hit.score.total_cmp(&one.hit.score),
        Sort::Date => Ordering::Equal,
        Sort::Salary => other.salary.cmp(&one.salary),
        Sort::Distance => {
            let distance = |found: &Found| found.hit.distance_km.unwrap_or(f64::INFINITY);
            distance(one).total_cmp(&distance(other))
        }
    };
    first.then_with(|| other.posted_at.cmp(&one.posted_at)).then_with(|| one.hit.id.cmp(&other.hit.id))
}
