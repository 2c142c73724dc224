//! Postings out of files: NDJSON of schema.org JobPosting, New York City's CSV, USAJOBS' JSON.
//!
//! A reader turns a row into a [`Posting`] or a [`Refusal`]; everything else (repair of mis-encoded text, places,
//! doubles, the report) is shared. Files are read as a stream. Nothing here touches the database: [`store`] does.
//!
//! To add a format: a module with a `read` function like the others', a row in [`Format`], a mark to know it by in
//! [`Format::detect`], and a small invented fixture in its tests.

mod date;
mod double;
mod html;
mod ndjson;
mod nyc;
mod pay;
mod place;
mod repair;
mod report;
pub mod store;
mod text;
mod usajobs;

pub use report::{Note, Placed, Refusal, Report};

use std::io::{BufRead, Read};
use zhitu_domain::job::JobContent;
use zhitu_domain::time::Timestamp;

/// A file's format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A schema.org JobPosting in JSON on each line.
    JobPostings,
    /// New York City's list of postings, CSV.
    NewYork,
    /// USAJOBS announcements, one JSON array.
    UsaJobs,
}

impl Format {
    /// The format by how a file begins; a name says nothing.
    pub fn detect(start: &[u8]) -> Option<Self> {
        let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start);
        let text = String::from_utf8_lossy(start);
        let text = text.trim_start();
        if let Some(inside) = text.strip_prefix('[') {
            let usajobs = text.contains("\"control_number\"") || inside.trim_start().starts_with(']');
            return usajobs.then_some(Self::UsaJobs);
        }
        if text.starts_with('{') {
            return Some(Self::JobPostings);
        }
        let header = text.lines().next().unwrap_or_default();
        (header.contains("Job ID") && header.contains("Business Title")).then_some(Self::NewYork)
    }
}

/// A posting as a file has it.
#[derive(Debug, Clone, PartialEq)]
pub struct Posting {
    /// The row, from 1: a line of NDJSON, a record of CSV (without the header), an element of an array.
    pub row: u64,
    /// The original's address or key.
    pub source: String,
    /// The company's name.
    pub company: String,
    /// What it says.
    pub content: JobContent,
    /// When it was posted; the time of the import where the file says none.
    pub posted_at: Timestamp,
    /// The last moment to apply, where the file says one.
    pub closes_at: Option<Timestamp>,
    /// Whether its place was found.
    pub placed: Placed,
    /// What was repaired or left out.
    pub notes: Vec<Note>,
}

/// What a row came to.
pub type Row = Result<Posting, Refusal>;

/// Reads postings, one call of `take` a row, in the order of the file.
pub fn read(
    format: Format,
    source: impl BufRead,
    now: Timestamp,
    take: &mut dyn FnMut(Row),
) -> std::io::Result<()> {
    match format {
        Format::JobPostings => ndjson::read(source, now, take),
        Format::NewYork => nyc::read(source, now, take),
        Format::UsaJobs => usajobs::read(source, now, take),
    }
}

/// Bytes as text: UTF-8, or Windows-1252 where they are not; whether they were not.
fn decode(bytes: &[u8]) -> (String, bool) {
    match std::str::from_utf8(bytes) {
        Ok(text) => (text.to_owned(), false),
        Err(_) => (encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(), true),
    }
}

/// Skips the mark that some programs put before UTF-8.
fn without_mark(mut source: impl BufRead) -> std::io::Result<impl BufRead> {
    let start = source.fill_buf()?;
    let skip = if start.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    source.consume(skip);
    Ok(source)
}

/// The beginning of a file, for [`Format::detect`], and the whole of it again.
pub fn peek(mut source: impl Read) -> std::io::Result<(Vec<u8>, impl Read)> {
    let mut start = Vec::with_capacity(4096);
    source.by_ref().take(4096).read_to_end(&mut start)?;
    Ok((start.clone(), std::io::Cursor::new(start).chain(source)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_known_by_their_content() {
        assert_eq!(
            Format::detect(b"\xef\xbb\xbfJob ID,Agency,Posting Type,Business Title\n"),
            Some(Format::NewYork)
        );
        assert_eq!(Format::detect(b"[\n {\"control_number\": 1"), Some(Format::UsaJobs));
        assert_eq!(Format::detect(b"{\"@type\":\"JobPosting\"}\n"), Some(Format::JobPostings));
        assert_eq!(Format::detect(b"name,city\n"), None);
        assert_eq!(Format::detect(b"[{\"name\":1}]"), None);
        assert_eq!(Format::detect(b""), None);
    }
}
