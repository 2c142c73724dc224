//! What the index is told, and its fields.

use super::columns::Attributes;
use super::vocabulary::key;
use crate::schema::tokens;
use tantivy::TantivyDocument;
use tantivy::schema::{FAST, Field, INDEXED, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use zhitu_domain::id::ResumeId;
use zhitu_domain::place::{PlaceId, gazetteer};
use zhitu_domain::resume::ResumeTerms;
use zhitu_domain::resume::visibility::VisibilitySetting;
use zhitu_domain::time::Timestamp;

/// Changes when the fields or the analysis change: an index of another version is made anew.
pub(super) const VERSION: &str = "1";

/// A change of what can be found.
#[derive(Debug, Clone, PartialEq)]
pub enum ResumeChange {
    /// Adds a résumé or replaces it.
    Put {
        /// Key.
        resume: ResumeId,
        /// What the seeker chose.
        setting: VisibilitySetting,
        /// What it is found by.
        terms: ResumeTerms,
        /// When the résumé changed last.
        at: Timestamp,
    },
    /// Takes a résumé out; nothing happens if it is not in.
    Remove(ResumeId),
}

/// The fields.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fields {
    /// The key.
    pub id: Field,
    /// All words: which résumés may hold a run. Whether one does is asked of its terms.
    pub all: Field,
    position_terms: Field,
    industry_terms: Field,
    skill_terms: Field,
    other_terms: Field,
    places: Field,
    attributes: Field,
    changed_at: Field,
    id_high: Field,
    id_low: Field,
}

impl Fields {
    pub(super) fn new() -> (Schema, Self) {
        let mut schema = Schema::builder();
        let words = TextOptions::default().set_indexing_options(
            TextFieldIndexing::default()
                .set_tokenizer("raw")
                .set_fieldnorms(false)
                .set_index_option(IndexRecordOption::Basic),
        );
        let terms = TextOptions::default().set_fast("raw");
        let fields = Self {
            id: schema.add_bytes_field("id", INDEXED),
            all: schema.add_text_field("all", words),
            position_terms: schema.add_text_field("position_terms", terms.clone()),
            industry_terms: schema.add_text_field("industry_terms", terms.clone()),
            skill_terms: schema.add_text_field("skill_terms", terms.clone()),
            other_terms: schema.add_text_field("other_terms", terms),
            places: schema.add_u64_field("places", FAST),
            attributes: schema.add_u64_field("attributes", FAST),
            changed_at: schema.add_i64_field("changed_at", FAST),
            id_high: schema.add_u64_field("id_high", FAST),
            id_low: schema.add_u64_field("id_low", FAST),
        };
        (schema.build(), fields)
    }

    /// A résumé as tantivy takes it.
    pub(super) fn document(
        &self,
        resume: ResumeId,
        setting: VisibilitySetting,
        terms: &ResumeTerms,
        at: Timestamp,
    ) -> TantivyDocument {
        let places = places(terms);
        let names = places
            .iter()
            .filter_map(|place| gazetteer::get(*place))
            .flat_map(|place| [place.name_zh().to_owned(), place.name_en().to_owned()]);
        let others: Vec<String> = terms.majors.iter().cloned().chain(names).collect();
        let lists = [
            (self.position_terms, &terms.positions),
            (self.industry_terms, &terms.industries),
            (self.skill_terms, &terms.skills),
            (self.other_terms, &others),
        ];

        let mut document = TantivyDocument::default();
        document.add_bytes(self.id, resume.0.as_bytes());
        document.add_pre_tokenized_text(
            self.all,
            tokens(lists.iter().flat_map(|(_, terms)| terms.iter().map(String::as_str))),
        );
        for (field, terms) in lists {
            for term in distinct(terms) {
                document.add_text(field, term);
            }
        }
        for place in places {
            document.add_u64(self.places, u64::from(place.0));
        }
        document.add_u64(self.attributes, Attributes::of(setting, terms).0);
        document.add_i64(self.changed_at, at.0);
        let (high, low) = resume.0.as_u64_pair();
        document.add_u64(self.id_high, high);
        document.add_u64(self.id_low, low);
        document
    }
}

/// The terms, each once however it is spelled. What has no letter is no term.
fn distinct(terms: &[String]) -> Vec<String> {
    let mut keys = Vec::with_capacity(terms.len());
    let mut found = Vec::with_capacity(terms.len());
    for term in terms {
        let key = key(term);
        if !key.is_empty() && !keys.contains(&key) {
            keys.push(key);
            found.push(term.split_whitespace().collect::<Vec<_>>().join(" "));
        }
    }
    found
}

/// The places of a résumé, and all that they lie in; each once.
fn places(terms: &ResumeTerms) -> Vec<PlaceId> {
    let residence: Vec<PlaceId> = terms.residence.into_iter().collect();
    let own = if terms.places.is_empty() { &residence } else { &terms.places };
    let mut found: Vec<PlaceId> = own
        .iter()
        .filter_map(|place| gazetteer::get(*place))
        .flat_map(|place| std::iter::once(place).chain(gazetteer::within(place.id)))
        .map(|place| place.id)
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}
