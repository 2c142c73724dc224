//! The columns of a segment, in memory: what decides about a résumé once its words were found.

use super::vocabulary::Vocabulary;
use tantivy::SegmentReader;
use tantivy::columnar::StrColumn;
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

/// The lists of a résumé.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum List {
    /// Numbers of places, and of all that they lie in; see [`place_number`].
    Places,
    /// Numbers of spellings, as in all below.
    Positions,
    /// Skills and languages.
    Skills,
    /// Industries.
    Industries,
    /// What is found but not counted: majors, and what places are called.
    Others,
}

impl List {
    const COUNT: usize = Self::Others as usize + 1;
    /// Those of spellings, with the fields that they are read from.
    const SPELLINGS: [(Self, &'static str); 4] = [
        (Self::Positions, "position_terms"),
        (Self::Skills, "skill_terms"),
        (Self::Industries, "industry_terms"),
        (Self::Others, "other_terms"),
    ];
}

/// The lists of each document, which stand side by side.
pub(super) struct Lists {
    ends: Vec<u32>,
    items: Vec<u32>,
}

impl Lists {
    fn load(segment: &SegmentReader, terms: &mut Vocabulary) -> tantivy::Result<Self> {
        let fast = segment.fast_fields();
        let places = fast.column_opt::<u64>("places")?;
        let mut spellings = Vec::with_capacity(List::SPELLINGS.len());
        for (_, name) in List::SPELLINGS {
            spellings.push(match fast.str(name)? {
                Some(column) => Some((numbers(&column, terms)?, column)),
                None => None,
            });
        }
        let (mut ends, mut items) = (Vec::new(), Vec::new());
        for doc in 0..segment.max_doc() {
            if let Some(places) = &places {
                let keys = places.values_for_doc(doc).filter_map(|key| u32::try_from(key).ok());
                items.extend(keys.filter_map(|key| place_number(PlaceId(key))));
            }
            ends.push(u32::try_from(items.len()).unwrap_or(u32::MAX));
            for column in &spellings {
                if let Some((numbers, column)) = column {
                    let own = column.term_ords(doc).filter_map(|own| usize::try_from(own).ok());
                    items.extend(own.filter_map(|own| numbers.get(own)));
                }
                ends.push(u32::try_from(items.len()).unwrap_or(u32::MAX));
            }
        }
        Ok(Self { ends, items })
    }

    pub(super) fn of(&self, doc: u32, list: List) -> &[u32] {
        let at = doc as usize * List::COUNT + list as usize;
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.items[start as usize..self.ends[at] as usize]
    }
}

/// A segment numbers its own spellings; these are their numbers among all.
fn numbers(column: &StrColumn, terms: &mut Vocabulary) -> tantivy::Result<Vec<u32>> {
    let mut numbers = Vec::with_capacity(column.num_terms());
    let mut stream = column.dictionary().stream()?;
    while stream.advance() {
        numbers.push(terms.number(&String::from_utf8_lossy(stream.key())));
    }
    Ok(numbers)
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
    pub lists: Lists,
}

impl Columns {
    /// Reads a segment; terms that are new get a number.
    pub(super) fn load(segment: &SegmentReader, terms: &mut Vocabulary) -> tantivy::Result<Self> {
        let count = segment.max_doc();
        let fast = segment.fast_fields();
        macro_rules! column {
            ($kind:ident, $name:literal) => {{
                let mut values = vec![0; count as usize];
                fast.$kind($name)?.first_or_default_col(0).get_range(0, &mut values);
                values
            }};
        }
        Ok(Self {
            attributes: column!(u64, "attributes"),
            changed_at: column!(i64, "changed_at"),
            id_high: column!(u64, "id_high"),
            id_low: column!(u64, "id_low"),
            lists: Lists::load(segment, terms)?,
        })
    }

    pub(super) fn id(&self, doc: u32) -> ResumeId {
        ResumeId(Uuid::from_u64_pair(self.id_high[doc as usize], self.id_low[doc as usize]))
    }
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
