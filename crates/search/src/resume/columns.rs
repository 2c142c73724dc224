//! The columns of a segment, in memory: what decides about a résumé once its words were found.

use super::vocabulary::Vocabulary;
use tantivy::SegmentReader;
use uuid::Uuid;
use zhitu_domain::id::ResumeId;
use zhitu_domain::place::{PlaceId, gazetteer};
use zhitu_domain::resume::ResumeTerms;
use zhitu_domain::resume::visibility::VisibilitySetting;

const SETTING: u32 = 0;
const DEGREE: u32 = 4;
const EMPLOYMENT: u32 = 8;
const YEARS: u32 = 12;
/// A choice that was not made.
const NONE: u8 = 0xf;
/// Years that are not known.
const NO_YEARS: u64 = 0xff;

/// The small facts of a résumé, packed into one word. Four bits for each choice leave room for more values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Attributes(pub u64);

impl Attributes {
    pub(super) fn of(setting: VisibilitySetting, terms: &ResumeTerms) -> Self {
        Self(
            (setting as u64) << SETTING
                | terms.degree.map_or(u64::from(NONE), |degree| degree as u64) << DEGREE
                | terms.employment_type.map_or(u64::from(NONE), |kind| kind as u64) << EMPLOYMENT
                | terms.years_worked.map_or(NO_YEARS, u64::from) << YEARS,
        )
    }

    fn field(self, shift: u32) -> usize {
        usize::from((self.0 >> shift & 0xf) as u8)
    }

    /// Index into `VisibilitySetting::ALL`.
    pub(super) fn setting(self) -> usize {
        self.field(SETTING)
    }

    /// Index into `Degree::ALL`.
    pub(super) fn degree(self) -> Option<usize> {
        Some(self.field(DEGREE)).filter(|degree| *degree != usize::from(NONE))
    }

    /// Index into `EmploymentType::ALL`.
    pub(super) fn employment_type(self) -> Option<usize> {
        Some(self.field(EMPLOYMENT)).filter(|kind| *kind != usize::from(NONE))
    }

    /// Completed years.
    pub(super) fn years(self) -> Option<u8> {
        let years = (self.0 >> YEARS & NO_YEARS) as u8;
        (u64::from(years) != NO_YEARS).then_some(years)
    }
}

/// A list of numbers for each document.
pub(super) struct Lists {
    ends: Vec<u32>,
    items: Vec<u32>,
}

impl Lists {
    /// The lists of all documents, one after the other.
    fn new<I: Iterator<Item = u32>>(lists: impl Iterator<Item = I>) -> Self {
        let (mut ends, mut items) = (Vec::new(), Vec::new());
        for list in lists {
            items.extend(list);
            ends.push(u32::try_from(items.len()).unwrap_or(u32::MAX));
        }
        Self { ends, items }
    }

    pub(super) fn of(&self, doc: u32) -> &[u32] {
        let at = doc as usize;
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.items[start as usize..self.ends[at] as usize]
    }
}

/// The vocabularies of all segments.
#[derive(Default)]
pub(super) struct Vocabularies {
    pub positions: Vocabulary,
    pub industries: Vocabulary,
    pub skills: Vocabulary,
}

/// The place's number among all of the gazetteer, in the order of their keys.
pub(super) fn place_number(place: PlaceId) -> Option<u32> {
    let found = gazetteer::all().binary_search_by_key(&place, |record| record.id).ok()?;
    u32::try_from(found).ok()
}

/// The columns; the row is the document's number.
pub(super) struct Columns {
    pub attributes: Vec<u64>,
    pub changed_at: Vec<i64>,
    pub id_high: Vec<u64>,
    pub id_low: Vec<u64>,
    /// Numbers of places, and of all that they lie in; see [`place_number`].
    pub places: Lists,
    /// Numbers of spellings.
    pub positions: Lists,
    /// Numbers of spellings.
    pub industries: Lists,
    /// Numbers of spellings.
    pub skills: Lists,
}

impl Columns {
    /// Reads a segment; terms that are new get a number.
    pub(super) fn load(segment: &SegmentReader, terms: &mut Vocabularies) -> tantivy::Result<Self> {
        let count = segment.max_doc();
        let fast = segment.fast_fields();
        macro_rules! column {
            ($kind:ident, $name:literal) => {{
                let mut values = vec![0; count as usize];
                fast.$kind($name)?.first_or_default_col(0).get_range(0, &mut values);
                values
            }};
        }
        let places = match fast.column_opt::<u64>("places")? {
            Some(column) => Lists::new((0..count).map(|doc| {
                let keys = column.values_for_doc(doc).filter_map(|key| u32::try_from(key).ok());
                keys.filter_map(|key| place_number(PlaceId(key)))
            })),
            None => empty(count),
        };
        Ok(Self {
            attributes: column!(u64, "attributes"),
            changed_at: column!(i64, "changed_at"),
            id_high: column!(u64, "id_high"),
            id_low: column!(u64, "id_low"),
            places,
            positions: spellings(segment, "position_terms", &mut terms.positions)?,
            industries: spellings(segment, "industry_terms", &mut terms.industries)?,
            skills: spellings(segment, "skill_terms", &mut terms.skills)?,
        })
    }

    pub(super) fn id(&self, doc: u32) -> ResumeId {
        ResumeId(Uuid::from_u64_pair(self.id_high[doc as usize], self.id_low[doc as usize]))
    }
}

fn empty(count: u32) -> Lists {
    Lists::new((0..count).map(|_| std::iter::empty()))
}

/// The spellings of each document. A segment numbers its own; here they get the number they have in all.
fn spellings(segment: &SegmentReader, name: &str, terms: &mut Vocabulary) -> tantivy::Result<Lists> {
    let Some(column) = segment.fast_fields().str(name)? else { return Ok(empty(segment.max_doc())) };
    let mut numbers = Vec::with_capacity(column.num_terms());
    let mut stream = column.dictionary().stream()?;
    while stream.advance() {
        numbers.push(terms.number(&String::from_utf8_lossy(stream.key())));
    }
    Ok(Lists::new((0..segment.max_doc()).map(|doc| {
        let own = column.term_ords(doc).filter_map(|own| usize::try_from(own).ok());
        own.filter_map(|own| numbers.get(own).copied())
    })))
}

#[cfg(test)]
mod tests {
    use super::*;
    use zhitu_domain::job::EmploymentType;
    use zhitu_domain::resume::Degree;

    #[test]
    fn every_choice_comes_back_and_so_does_none() {
        let none = Attributes::of(VisibilitySetting::Public, &ResumeTerms::default());
        assert_eq!(
            (none.setting(), none.degree(), none.employment_type(), none.years()),
            (0, None, None, None)
        );
        for (index, degree) in Degree::ALL.iter().enumerate() {
            let terms =
                ResumeTerms { degree: Some(*degree), years_worked: Some(99), ..ResumeTerms::default() };
            let packed = Attributes::of(VisibilitySetting::ContactHidden, &terms);
            assert_eq!((packed.setting(), packed.degree(), packed.years()), (4, Some(index), Some(99)));
        }
        for (index, kind) in EmploymentType::ALL.iter().enumerate() {
            let terms =
                ResumeTerms { employment_type: Some(*kind), years_worked: Some(0), ..ResumeTerms::default() };
            let packed = Attributes::of(VisibilitySetting::Private, &terms);
            assert_eq!(
                (packed.setting(), packed.employment_type(), packed.years()),
                (3, Some(index), Some(0))
            );
        }
    }
}
