//! Answering a question: postings find the words, columns decide the rest in one pass.

use super::columns::{Attributes, Columns, Vocabularies, place_number};
use super::document::Fields;
use super::query::{LIMIT, ResumeFacets, ResumesFound, ResumesQuery, TOP, YEARS};
use super::vocabulary::Vocabulary;
use super::without::Without;
use crate::analysis::{Run, runs};
use crate::attributes::allowed;
use crate::postings::{clause, each, whole};
use crate::snapshot::Snapshot;
use std::cmp::Reverse;
use tantivy::Score;
use tantivy::query::{BooleanQuery, ConstScoreQuery, Occur, Query};
use tantivy::schema::Field;
use zhitu_domain::id::ResumeId;
use zhitu_domain::job::EmploymentType;
use zhitu_domain::place::gazetteer;
use zhitu_domain::resume::Degree;
use zhitu_domain::resume::visibility::VisibilitySetting;

/// What a word says that stands in a position.
const POSITION_SCORE: Score = 3.0;
/// What a word says that stands in a skill.
const SKILL_SCORE: Score = 2.0;
/// What all words say that stand in a position together, as they were typed.
const WHOLE_POSITION_SCORE: Score = 4.0;

/// Who plays a part in an answer at all.
pub(super) struct Visible {
    settings: u8,
    without: Without,
}

impl Visible {
    pub(super) fn new(settings: &[VisibilitySetting], without: &[ResumeId]) -> Self {
        let settings = settings.iter().fold(0, |set, setting| set | 1 << *setting as u8);
        Self { settings, without: Without::new(without) }
    }

    pub(super) fn has(&self, columns: &Columns, doc: u32) -> bool {
        let at = doc as usize;
        self.settings >> Attributes(columns.attributes[at]).setting() & 1 == 1
            && !self.without.has(columns.id_high[at], columns.id_low[at])
    }
}

/// The words of a query as postings to read; `None` without words. A score is the sum of what each word says where it
/// stands: it depends on one résumé alone, so that the order of some does not tell of others.
fn words(fields: &Fields, query: &ResumesQuery) -> Option<Box<dyn Query>> {
    fn must(field: Field, run: &Run) -> (Occur, Box<dyn Query>) {
        (Occur::Must, Box::new(ConstScoreQuery::new(clause(field, run), 0.0)))
    }
    fn should(field: Field, run: &Run, score: Score) -> (Occur, Box<dyn Query>) {
        (Occur::Should, Box::new(ConstScoreQuery::new(clause(field, run), score)))
    }
    let in_positions = runs(&query.position);
    let mut clauses: Vec<(Occur, Box<dyn Query>)> =
        in_positions.iter().map(|run| must(fields.positions, run)).collect();
    let anywhere = runs(&query.text);
    for run in &anywhere {
        clauses.push(must(fields.all, run));
        clauses.push(should(fields.positions, run, POSITION_SCORE));
        clauses.push(should(fields.skills, run, SKILL_SCORE));
    }
    if anywhere.len() > 1 {
        clauses.push(should(fields.positions, &whole(anywhere), WHOLE_POSITION_SCORE));
    }
    if clauses.is_empty() { None } else { Some(Box::new(BooleanQuery::new(clauses))) }
}

/// The filters that a résumé fails. One that fails none is a hit; one that fails only one counts for that filter's
/// own facet.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Failed(u8);

impl Failed {
    const NONE: u8 = 0;
    const YEARS: u8 = 1;
    const DEGREE: u8 = 2;
    const EMPLOYMENT: u8 = 4;
    const PLACE: u8 = 8;
    const INDUSTRY: u8 = 16;
    const SKILL: u8 = 32;

    /// Whether every filter but `own` holds.
    fn at_most(self, own: u8) -> bool {
        self.0 & !own == Self::NONE
    }
}

/// The filters of a question, as numbers. A value that is nowhere has none, and nothing passes.
struct Filters<'a> {
    query: &'a ResumesQuery,
    terms: &'a Vocabularies,
    employment_type: u16,
    places: Vec<Option<u32>>,
    industries: Vec<Option<u32>>,
    skills: Vec<Option<u32>>,
}

impl<'a> Filters<'a> {
    fn new(query: &'a ResumesQuery, terms: &'a Vocabularies) -> Self {
        fn keys(vocabulary: &Vocabulary, terms: &[String]) -> Vec<Option<u32>> {
            terms.iter().map(|term| vocabulary.key_number(term)).collect()
        }
        Self {
            query,
            terms,
            employment_type: allowed(&query.employment_type),
            places: query.places.iter().map(|place| place_number(*place)).collect(),
            industries: keys(&terms.industries, &query.industries),
            skills: keys(&terms.skills, &query.skills),
        }
    }

    fn years(&self, years: Option<u8>) -> bool {
        let (min, max) = (self.query.years_min, self.query.years_max);
        match years {
            Some(years) => min.is_none_or(|min| min <= years) && max.is_none_or(|max| years <= max),
            None => min.is_none() && max.is_none(),
        }
    }

    fn failed(&self, columns: &Columns, doc: u32) -> Failed {
        let facts = Attributes(columns.attributes[doc as usize]);
        let fails = |failed: bool, bit: u8| if failed { bit } else { Failed::NONE };
        let too_low = self
            .query
            .degree_min
            .is_some_and(|min| facts.degree().is_none_or(|degree| degree < min as usize));
        let other_kind = !self.query.employment_type.is_empty()
            && facts.employment_type().is_none_or(|kind| self.employment_type >> kind & 1 == 0);
        let elsewhere = !self.places.is_empty() && {
            let places = columns.places.of(doc);
            !places.iter().any(|place| self.places.contains(&Some(*place)))
        };
        let other_industry = !self.industries.is_empty() && {
            let key = |spelling: &u32| Some(self.terms.industries.key_of(*spelling));
            !columns.industries.of(doc).iter().any(|spelling| self.industries.contains(&key(spelling)))
        };
        let unskilled = !self.skills.is_empty() && {
            let key = |spelling: &u32| Some(self.terms.skills.key_of(*spelling));
            let own = columns.skills.of(doc);
            !self.skills.iter().all(|skill| own.iter().any(|spelling| key(spelling) == *skill))
        };
        Failed(
            fails(!self.years(facts.years()), Failed::YEARS)
                | fails(too_low, Failed::DEGREE)
                | fails(other_kind, Failed::EMPLOYMENT)
                | fails(elsewhere, Failed::PLACE)
                | fails(other_industry, Failed::INDUSTRY)
                | fails(unskilled, Failed::SKILL),
        )
    }
}

struct Counts {
    /// By completed years.
    years: [u32; 256],
    /// By highest degree.
    degree: [u32; 16],
    employment_type: [u32; 16],
    places: Vec<u32>,
    industries: Vec<u32>,
    skills: Vec<u32>,
}

impl Counts {
    fn new(terms: &Vocabularies) -> Self {
        Self {
            years: [0; 256],
            degree: [0; 16],
            employment_type: [0; 16],
            places: vec![0; gazetteer::all().len()],
            industries: terms.industries.counters(),
            skills: terms.skills.counters(),
        }
    }

    fn add(&mut self, failed: Failed, columns: &Columns, doc: u32) {
        fn each(counts: &mut [u32], numbers: &[u32]) {
            for number in numbers {
                counts[*number as usize] += 1;
            }
        }
        let facts = Attributes(columns.attributes[doc as usize]);
        if failed.at_most(Failed::YEARS)
            && let Some(years) = facts.years()
        {
            self.years[usize::from(years)] += 1;
        }
        if failed.at_most(Failed::DEGREE)
            && let Some(degree) = facts.degree()
        {
            self.degree[degree] += 1;
        }
        if failed.at_most(Failed::EMPLOYMENT)
            && let Some(kind) = facts.employment_type()
        {
            self.employment_type[kind] += 1;
        }
        if failed.at_most(Failed::PLACE) {
            each(&mut self.places, columns.places.of(doc));
        }
        if failed.at_most(Failed::INDUSTRY) {
            each(&mut self.industries, columns.industries.of(doc));
        }
        // All skills that are asked for must be there, so that this filter stays while skills are counted.
        if failed.at_most(Failed::NONE) {
            each(&mut self.skills, columns.skills.of(doc));
        }
    }

    fn facets(&self, terms: &Vocabularies) -> ResumeFacets {
        let places = gazetteer::all().iter().zip(&self.places).filter(|(_, count)| **count > 0);
        let mut places: Vec<_> = places.map(|(place, count)| (place.id, *count)).collect();
        places.sort_by_key(|(place, count)| (Reverse(*count), *place));
        places.truncate(TOP);
        let in_band = |min: u8, max: Option<u8>| {
            self.years[usize::from(min)..=usize::from(max.unwrap_or(u8::MAX))].iter().sum()
        };
        ResumeFacets {
            years: YEARS.iter().map(|band| (*band, in_band(band.min, band.max))).collect(),
            degree_min: (Degree::ALL.iter().enumerate())
                .map(|(index, degree)| (*degree, self.degree[index..].iter().sum()))
                .collect(),
            employment_type: EmploymentType::ALL.iter().copied().zip(self.employment_type).collect(),
            places,
            industries: terms.industries.top(&self.industries, TOP),
            skills: terms.skills.top(&self.skills, TOP),
        }
    }
}

/// A hit with what it is ordered by.
struct Found {
    score: Score,
    changed_at: i64,
    id: ResumeId,
}

impl Found {
    fn order(&self, other: &Self) -> std::cmp::Ordering {
        let newest = || other.changed_at.cmp(&self.changed_at);
        other.score.total_cmp(&self.score).then_with(newest).then_with(|| self.id.cmp(&other.id))
    }
}

/// The first hits. More are kept than are wanted, so that one pass over them rules many out.
struct Best {
    wanted: usize,
    found: Vec<Found>,
}

impl Best {
    fn push(&mut self, found: Found) {
        if self.wanted == 0 {
            return;
        }
        self.found.push(found);
        if self.found.len() >= self.wanted.saturating_mul(2).max(1024) {
            self.cut();
        }
    }

    fn cut(&mut self) {
        if self.wanted < self.found.len() {
            self.found.select_nth_unstable_by(self.wanted, Found::order);
            self.found.truncate(self.wanted);
        }
    }

    fn page(mut self, offset: usize) -> Vec<ResumeId> {
        self.cut();
        self.found.sort_unstable_by(Found::order);
        self.found.into_iter().skip(offset).map(|found| found.id).collect()
    }
}

pub(super) fn run(
    snapshot: &Snapshot<Columns>,
    terms: &Vocabularies,
    fields: &Fields,
    query: &ResumesQuery,
) -> tantivy::Result<ResumesFound> {
    let visible = Visible::new(&query.settings, &query.without);
    let filters = Filters::new(query, terms);
    let mut counts = Counts::new(terms);
    let mut total = 0;
    let limit = query.limit.min(LIMIT);
    let wanted = if limit == 0 { 0 } else { query.offset.saturating_add(limit) };
    let mut best = Best { wanted, found: Vec::new() };
    let words = words(fields, query);
    let scored = wanted > 0 && !query.text.is_empty();
    each(&snapshot.searcher, words.as_deref(), scored, |segment, doc, score| {
        let columns: &Columns = &snapshot.columns[segment];
        if !visible.has(columns, doc) {
            return;
        }
        let failed = filters.failed(columns, doc);
        counts.add(failed, columns, doc);
        if failed.at_most(Failed::NONE) {
            total += 1;
            best.push(Found { score, changed_at: columns.changed_at[doc as usize], id: columns.id(doc) });
        }
    })?;
    Ok(ResumesFound { total, hits: best.page(query.offset), facets: counts.facets(terms) })
}
