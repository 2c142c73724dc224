//! Which download a file comes from: the marks read out of a PDF, a picture of a page, or a text.
//!
//! A PDF is read three ways: what it says of itself, its text, and its pages drawn as pictures. So one that was printed
//! into another PDF, or holds nothing but scans, is read too. Nothing but the installation's key and the numbers of its
//! downloads is needed; no résumé is looked at.
//!
//! Not read: a photograph taken at an angle (a page must be straight but for turning and scale), pages of more than
//! [`MOST_PAGES`], PDFs with a password.

mod file;
mod lattice;
mod pdf;
mod picture;
mod spectrum;

pub use file::{MOST_PAGES, Unreadable, read};

use zhitu_domain::mark::pattern::PatternRead;
use zhitu_domain::mark::text::TextRead;
use zhitu_domain::mark::{Evidence, MarkKey, MarkNumber, Verdict, judge};

/// The marks that were read in a file.
#[derive(Debug, Clone, Default)]
pub struct Marks {
    codes: Vec<MarkNumber>,
    text: TextRead,
    /// Each way in which a page may lie.
    patterns: Vec<PatternRead>,
}

impl Marks {
    /// Compares them with all downloads of the installation.
    pub fn compared_with(&self, key: &MarkKey, downloads: &[MarkNumber]) -> Verdict {
        let mut evidence = Vec::new();
        for number in downloads {
            let mark = key.mark(*number);
            if self.codes.contains(number) {
                evidence.push(Evidence::of_code(*number, downloads.len()));
            }
            evidence.push(self.text.compared_with(&mark, downloads.len()));
            let patterns = self.patterns.iter();
            evidence
                .extend(patterns.map(|read| read.compared_with(&mark, downloads.len(), self.patterns.len())));
        }
        judge(&evidence)
    }
}
