//! Answering a question: postings rule most résumés out, their terms and columns decide in one pass.

use super::columns::{Attributes, Columns, List, Lists, place_number};
use super::document::Fields;
use super::query::{LIMIT, ResumeFacets, ResumesFound, ResumesQuery, TOP, YEARS};
use super::vocabulary::{Set, Vocabulary};
use super::without::Without;
use crate::analysis::{Run, runs};
use crate::attributes::allowed;
use crate::postings::{each, whole};
use crate::snapshot::Snapshot;
use std::cmp::Reverse;
use tantivy::query::{BooleanQuery, Occur, Query, TermQuery};
use tantivy::schema::IndexRecordOption;
use tantivy::{Searcher, Term};
use zhitu_domain::id::ResumeId;
use zhitu_domain::job::EmploymentType;
use zhitu_domain::place::gazetteer;
use zhitu_domain::resume::Degree;
use zhitu_domain::resume::visibility::VisibilitySetting;

/// What a word says that stands in a position.
const POSITION_SCORE: u32 = 3;
/// What a word says that stands in a skill.
const SKILL_SCORE: u32 = 2;
/// What all words say that stand in a position together, as they were typed.
const WHOLE_POSITION_SCORE: u32 = 4;

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
            && !self.without.has(|| columns.id_high[at], columns.id_low[at])
    }
}

/// The words of a question, each as the spellings that hold it.
struct Words {
    /// In any of the terms.
    anywhere: Vec<Set>,
    /// In positions.
    in_positions: Vec<Set>,
    /// All words of the text as one, where there are several.
    whole: Option<Set>,
}

impl Words {
    fn new(terms: &Vocabulary, text: &[Run], position: &[Run]) -> Self {
        let sets = |runs: &[Run]| runs.iter().map(|run| terms.holding(run)).collect();
        let whole = (text.len() > 1).then(|| terms.holding(&whole(text.to_vec())));
        Self { anywhere: sets(text), in_positions: sets(position), whole }
    }

    /// How well a résumé fits; `None` where it lacks a word. The score is the sum of what each word says where it
    /// stands: it depends on one résumé alone, so that the order of some does not tell of others.
    fn score(&self, lists: &Lists, doc: u32) -> Option<u32> {
        let positions = lists.of(doc, List::Positions);
        let skills = lists.of(doc, List::Skills);
        let mut score = 0;
        for word in &self.anywhere {
            let (position, skill) = (word.has_any(positions), word.has_any(skills));
            let others = || [List::Industries, List::Others];
            if !position && !skill && !others().iter().any(|list| word.has_any(lists.of(doc, *list))) {
                return None;
            }
            score += u32::from(position) * POSITION_SCORE + u32::from(skill) * SKILL_SCORE;
        }
        if !self.in_positions.iter().all(|word| word.has_any(positions)) {
            return None;
        }
        let whole = self.whole.as_ref().is_some_and(|whole| whole.has_any(positions));
        Some(score + u32::from(whole) * WHOLE_POSITION_SCORE)
    }
}

/// A term that more than one in so many résumés hold rules too few of them out to be read.
const COMMON: u64 = 4;

/// The rarest of the symbols and pairs that the words are made of, and all that are not common, as postings to read:
/// only the résumés that hold these are looked at. `None` without words.
fn rare(searcher: &Searcher, fields: &Fields, runs: &[Run]) -> tantivy::Result<Option<BooleanQuery>> {
    let mut terms: Vec<(u64, String)> = Vec::new();
    for part in runs.iter().flat_map(Run::cover) {
        terms.push((searcher.doc_freq(&Term::from_field_text(fields.all, &part.text))?, part.text));
    }
    terms.sort_unstable();
    terms.dedup();
    let Some((least, _)) = terms.first() else { return Ok(None) };
    let most = (searcher.num_docs() / COMMON).max(*least);
    let clauses = terms.into_iter().take_while(|(frequency, _)| *frequency <= most).map(|(_, text)| {
        let term = Term::from_field_text(fields.all, &text);
        let query: Box<dyn Query> = Box::new(TermQuery::new(term, IndexRecordOption::Basic));
        (Occur::Must, query)
    });
    Ok(Some(BooleanQuery::new(clauses.collect())))
}

/// The filters that a résumé fails. One that fails none is a hit; one that fails only one counts for that filter's
/// own facet.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Failed(u8);

impl Failed {
    const NONE: u8 = 0;
    const YEARS: u8 = 1;
    const DEGREE: u8 = 2;
    const EMPLOYMENT: u8 = 4;
    const PLACE: u8 = 8;
    const INDUSTRY: u8 = 16;
    const SKILL: u8 = 32;

    fn add(&mut self, failed: bool, bit: u8) {
        if failed {
            self.0 |= bit;
        }
    }

    /// Itself, unless several filters fail.
    fn once(&mut self) -> Option<&mut Self> {
        (self.0.count_ones() <= 1).then_some(self)
    }

    /// Whether every filter but `own` holds.
    fn at_most(self, own: u8) -> bool {
        self.0 & !own == Self::NONE
    }
}

/// The filters of a question, as numbers. A value that is nowhere has none, and nothing passes.
struct Filters<'a> {
    query: &'a ResumesQuery,
    terms: &'a Vocabulary,
    employment_type: u16,
    places: Vec<Option<u32>>,
    industries: Vec<Option<u32>>,
    skills: Vec<Option<u32>>,
}

impl<'a> Filters<'a> {
    fn new(query: &'a ResumesQuery, terms: &'a Vocabulary) -> Self {
        let keys = |own: &[String]| own.iter().map(|term| terms.key_number(term)).collect();
        Self {
            query,
            terms,
            employment_type: allowed(&query.employment_type),
            places: query.places.iter().map(|place| place_number(*place)).collect(),
            industries: keys(&query.industries),
            skills: keys(&query.skills),
        }
    }

    fn years(&self, years: Option<u8>) -> bool {
        let (min, max) = (self.query.years_min, self.query.years_max);
        match years {
            Some(years) => min.is_none_or(|min| min <= years) && max.is_none_or(|max| years <= max),
            None => min.is_none() && max.is_none(),
        }
    }

    /// `None` where it fails more than one, so that no facet counts it.
    fn failed(&self, columns: &Columns, doc: u32) -> Option<Failed> {
        let facts = Attributes(columns.attributes[doc as usize]);
        let lists = &columns.lists;
        let too_low = |degree: Option<usize>| {
            self.query.degree_min.is_some_and(|min| degree.is_none_or(|degree| degree < min as usize))
        };
        let other_kind = |kind: Option<usize>| {
            !self.query.employment_type.is_empty()
                && kind.is_none_or(|kind| self.employment_type >> kind & 1 == 0)
        };
        let elsewhere = || {
            let here = |place: &u32| self.places.contains(&Some(*place));
            !self.places.is_empty() && !lists.of(doc, List::Places).iter().any(here)
        };
        let key = |spelling: &u32| Some(self.terms.spelled(*spelling));
        let other_industry = || {
            let wanted = |spelling: &u32| self.industries.contains(&key(spelling));
            !self.industries.is_empty() && !lists.of(doc, List::Industries).iter().any(wanted)
        };
        let unskilled = || {
            let own = lists.of(doc, List::Skills);
            !self.skills.iter().all(|skill| own.iter().any(|spelling| key(spelling) == *skill))
        };
        let mut failed = Failed::default();
        failed.add(!self.years(facts.years()), Failed::YEARS);
        failed.add(too_low(facts.degree()), Failed::DEGREE);
        failed.add(other_kind(facts.employment_type()), Failed::EMPLOYMENT);
        failed.once()?.add(elsewhere(), Failed::PLACE);
        failed.once()?.add(other_industry(), Failed::INDUSTRY);
        failed.once()?.add(unskilled(), Failed::SKILL);
        failed.once().copied()
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
    fn new(terms: &Vocabulary) -> Self {
        Self {
            years: [0; 256],
            degree: [0; 16],
            employment_type: [0; 16],
            places: vec![0; gazetteer::all().len()],
            industries: terms.counters(),
            skills: terms.counters(),
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
            each(&mut self.places, columns.lists.of(doc, List::Places));
        }
        if failed.at_most(Failed::INDUSTRY) {
            each(&mut self.industries, columns.lists.of(doc, List::Industries));
        }
        // All skills that are asked for must be there, so that this filter stays while skills are counted.
        if failed.at_most(Failed::NONE) {
            each(&mut self.skills, columns.lists.of(doc, List::Skills));
        }
    }

    fn facets(&self, terms: &Vocabulary) -> ResumeFacets {
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
            industries: terms.top(&self.industries, TOP),
            skills: terms.top(&self.skills, TOP),
        }
    }
}

/// A hit with what it is ordered by.
#[derive(Clone, Copy)]
struct Found {
    score: u32,
    changed_at: i64,
    id: ResumeId,
}

impl Found {
    fn order(&self, other: &Self) -> std::cmp::Ordering {
        let newest = || other.changed_at.cmp(&self.changed_at);
        other.score.cmp(&self.score).then_with(newest).then_with(|| self.id.cmp(&other.id))
    }
}

/// The first hits. More are kept than are wanted, so that one pass over them rules many out.
struct Best {
    wanted: usize,
    found: Vec<Found>,
    /// The last of those wanted, once there are enough.
    bar: Option<Found>,
}

impl Best {
    fn push(&mut self, found: Found) {
        if self.wanted == 0 || self.bar.is_some_and(|bar| bar.order(&found).is_lt()) {
            return;
        }
        self.found.push(found);
        if self.found.len() >= self.wanted.saturating_mul(2).max(1024) {
            self.cut();
        }
    }

    fn cut(&mut self) {
        if self.wanted < self.found.len() {
            let (_, last, _) = self.found.select_nth_unstable_by(self.wanted - 1, Found::order);
            self.bar = Some(*last);
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
    terms: &Vocabulary,
    fields: &Fields,
    query: &ResumesQuery,
) -> tantivy::Result<ResumesFound> {
    let visible = Visible::new(&query.settings, &query.without);
    let filters = Filters::new(query, terms);
    let mut counts = Counts::new(terms);
    let mut total = 0;
    let limit = query.limit.min(LIMIT);
    let wanted = if limit == 0 { 0 } else { query.offset.saturating_add(limit) };
    let mut best = Best { wanted, found: Vec::new(), bar: None };
    let (text, position) = (runs(&query.text), runs(&query.position));
    let words = Words::new(terms, &text, &position);
    let postings = rare(&snapshot.searcher, fields, &[text, position].concat())?;
    let postings = postings.as_ref().map(|query| -> &dyn Query { query });
    each(&snapshot.searcher, postings, false, |segment, doc, _| {
        let columns: &Columns = &snapshot.columns[segment];
        if !visible.has(columns, doc) {
            return;
        }
        let Some(failed) = filters.failed(columns, doc) else { return };
        let Some(score) = words.score(&columns.lists, doc) else { return };
        counts.add(failed, columns, doc);
        if failed.at_most(Failed::NONE) {
            total += 1;
            best.push(Found { score, changed_at: columns.changed_at[doc as usize], id: columns.id(doc) });
        }
    })?;
    Ok(ResumesFound { total, hits: best.page(query.offset), facets: counts.facets(terms) })
}
