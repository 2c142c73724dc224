//! What a PDF says: the text that its pages draw, and every other text that somebody could read out of the file.
//!
//! [`read`] is for uploaded files, which may be hostile: it checks what a file is before it says what is in it, and it is
//! bounded in what it keeps, not in how long it takes or how much memory the parser asks for. Whoever reads a file of
//! somebody else's runs it in a process of its own, which can be ended.

mod drawn;
mod strings;

pub use drawn::text_of;

use drawn::Letters;
use hayro::hayro_syntax::{LoadPdfError, Pdf};
use serde::{Deserialize, Serialize};
use strings::Strings;
use zhitu_domain::attachment::{ATTACHMENT_MAX_PAGES, ATTACHMENT_TEXT_MAX_BYTES, AttachmentProblem};

/// Earlier states of a file that are read too. A file that was saved more often is to be saved anew.
const MOST_REVISIONS: usize = 8;
/// Letters and digits below which a file is taken for a picture.
const LEAST_LETTERS: usize = 20;
/// Glyphs in a row whose characters are not known: an icon or two, not a number.
const MOST_UNKNOWN: usize = 3;

/// What was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// How many pages it has.
    pub pages: u32,
    /// All text: of the pages as they are drawn, of notes, forms, bookmarks, links and metadata, and of earlier states
    /// of the file, of which the bytes still hold what was taken out later.
    pub text: String,
}

/// Reads a file.
pub fn read(bytes: &[u8]) -> Result<Said, AttachmentProblem> {
    // Some programs write something before the PDF's own beginning.
    if !has(&bytes[..bytes.len().min(1024)], b"%PDF-") {
        return Err(AttachmentProblem::NotPdf);
    }
    // It stands in the clear, in the trailer or in the dictionary of a stream.
    if has(bytes, b"/Encrypt") {
        return Err(AttachmentProblem::Encrypted);
    }
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(_) => AttachmentProblem::Encrypted,
        LoadPdfError::Invalid => AttachmentProblem::NotPdf,
    })?;
    let pages = u32::try_from(pdf.pages().len()).unwrap_or(u32::MAX);
    match pages {
        0 => return Err(AttachmentProblem::NotPdf),
        1..=ATTACHMENT_MAX_PAGES => {}
        _ => return Err(AttachmentProblem::TooManyPages),
    }
    let strings = Strings::of(&pdf);
    if let Some(problem) = strings.problem {
        return Err(problem);
    }
    let letters = Letters::of(&pdf);
    if letters.known < LEAST_LETTERS
        || letters.unknown_in_a_row > MOST_UNKNOWN
        || letters.unknown * 10 > letters.known
    {
        return Err(AttachmentProblem::NoText);
    }
    let mut text = letters.text + "\n" + &strings.text;
    for before in earlier(bytes)? {
        // What does not stand on its own as a file was no state of it.
        let Ok(pdf) = Pdf::new(before.to_vec()) else { continue };
        text.push('\n');
        text.push_str(&Letters::of(&pdf).text);
        text.push('\n');
        text.push_str(&Strings::of(&pdf).text);
        if text.len() > ATTACHMENT_TEXT_MAX_BYTES {
            break;
        }
    }
    if text.len() > ATTACHMENT_TEXT_MAX_BYTES {
        return Err(AttachmentProblem::TooComplex);
    }
    // No database takes a NUL, and no rule reads one.
    text.retain(|letter| !letter.is_control() || letter == '\n' || letter == '\t');
    Ok(Said { pages, text })
}

/// The states of a file before it was changed by adding to its end.
fn earlier(bytes: &[u8]) -> Result<Vec<&[u8]>, AttachmentProblem> {
    const END: &[u8] = b"%%EOF";
    let ends = bytes.windows(END.len()).enumerate().filter(|(_, window)| *window == END);
    let mut states: Vec<&[u8]> = ends.map(|(at, _)| &bytes[..at + END.len()]).collect();
    // The last is the file itself.
    states.pop();
    if states.len() > MOST_REVISIONS { Err(AttachmentProblem::TooComplex) } else { Ok(states) }
}

fn has(bytes: &[u8], looked_for: &[u8]) -> bool {
    bytes.windows(looked_for.len()).any(|window| window == looked_for)
}
