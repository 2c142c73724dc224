//! The fields of the index.

use crate::analysis::{symbols, terms};
use crate::attributes::Attributes;
use crate::document::JobDocument;
use crate::suggest::Card;
use tantivy::TantivyDocument;
use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, STORED, Schema, TextFieldIndexing, TextOptions,
};
use tantivy::tokenizer::{PreTokenizedString, Token};

/// Changes when the fields or the analysis change: an index of another version is made anew.
pub(crate) const VERSION: &str = "1";

/// Positions between two parts of a document, so that no run is found across them.
const GAP: usize = 8;

/// The fields.
#[derive(Debug, Clone)]
pub(crate) struct Fields {
    pub id: Field,
    pub all: Field,
    pub title: Field,
    pub card: Field,
    pub attributes: Field,
    pub latitude: Field,
    pub longitude: Field,
    pub salary_min: Field,
    pub salary_max: Field,
    pub posted_at: Field,
    pub id_high: Field,
    pub id_low: Field,
}

impl Fields {
    pub(crate) fn new() -> (Schema, Self) {
        let mut schema = Schema::builder();
        let text = TextOptions::default().set_indexing_options(
            TextFieldIndexing::default()
                .set_tokenizer("raw")
                .set_index_option(IndexRecordOption::WithFreqsAndPositions),
        );
        let fields = Self {
            id: schema.add_bytes_field("id", INDEXED),
            all: schema.add_text_field("all", text.clone()),
            title: schema.add_text_field("title", text),
            card: schema.add_bytes_field("card", STORED),
            attributes: schema.add_u64_field("attributes", FAST),
            latitude: schema.add_f64_field("latitude", FAST),
            longitude: schema.add_f64_field("longitude", FAST),
            salary_min: schema.add_i64_field("salary_min", FAST),
            salary_max: schema.add_i64_field("salary_max", FAST),
            posted_at: schema.add_i64_field("posted_at", FAST),
            id_high: schema.add_u64_field("id_high", FAST),
            id_low: schema.add_u64_field("id_low", FAST),
        };
        (schema.build(), fields)
    }

    /// A job as tantivy takes it. Every column has a value, so that its row is the document's number.
    pub(crate) fn document(
        &self,
        job: &JobDocument,
        card: &Card,
    ) -> Result<TantivyDocument, serde_json::Error> {
        let mut document = TantivyDocument::default();
        document.add_bytes(self.id, job.id.0.as_bytes());
        document.add_bytes(self.card, &serde_json::to_vec(card)?);
        document.add_pre_tokenized_text(self.title, tokens([job.title.as_str()].into_iter()));
        let parts = [job.title.as_str(), job.company.as_str()]
            .into_iter()
            .chain(job.tags.iter().map(String::as_str))
            .chain(job.place_names.iter().map(String::as_str))
            .chain([job.body.as_str()]);
        document.add_pre_tokenized_text(self.all, tokens(parts));
        document.add_u64(self.attributes, Attributes::of(job).0);
        let point = job.point.map_or((0.0, 0.0), |point| (point.lat, point.lon));
        document.add_f64(self.latitude, point.0);
        document.add_f64(self.longitude, point.1);
        let salary = job.salary_monthly_cny.unwrap_or((0, 0));
        document.add_i64(self.salary_min, salary.0);
        document.add_i64(self.salary_max, salary.1);
        document.add_i64(self.posted_at, job.posted_at.0);
        let (high, low) = job.id.0.as_u64_pair();
        document.add_u64(self.id_high, high);
        document.add_u64(self.id_low, low);
        Ok(document)
    }
}

/// The terms of several parts, one after the other.
pub(crate) fn tokens<'a>(parts: impl Iterator<Item = &'a str>) -> PreTokenizedString {
    let mut tokens = Vec::new();
    let mut from = 0;
    for part in parts {
        let symbols = symbols(part, from);
        if let Some(last) = symbols.last() {
            from = last.position + GAP;
        }
        tokens.extend(terms(&symbols).into_iter().map(|term| Token {
            position: term.position,
            text: term.text,
            ..Token::default()
        }));
    }
    PreTokenizedString { text: String::new(), tokens }
}
