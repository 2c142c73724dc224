//! What kind of file it is, and what is read of it.

use crate::picture::Picture;
use crate::{Marks, lattice, pdf};
use image::ImageReader;
use std::io::Cursor;
use zhitu_domain::mark::pattern::Common;
use zhitu_domain::mark::text::TextRead;
use zhitu_domain::mark::{MarkKey, codes_in};

/// Pages of a PDF that are looked at.
pub const MOST_PAGES: usize = 20;
/// Pixels of a picture on either side: a page at 1,200 dots an inch.
const MOST_PIXELS: u32 = 16_000;

/// Why a file was not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// Not a PDF, a PNG, a JPEG or a text in UTF-8.
    #[error("neither a PDF, a PNG, a JPEG nor a text in UTF-8")]
    Kind,
    /// A PDF that is broken or needs a password.
    #[error("the PDF cannot be read: {0}")]
    Pdf(String),
    /// A picture that is broken or too large.
    #[error("the picture cannot be read: {0}")]
    Picture(String),
}

/// Reads the marks in a file.
pub fn read(bytes: &[u8], key: &MarkKey) -> Result<Marks, Unreadable> {
    // Some programs write something before the PDF's own beginning.
    if bytes.get(..1024.min(bytes.len())).is_some_and(|head| head.windows(5).any(|at| at == b"%PDF-")) {
        return pdf::read(bytes, key);
    }
    if let Ok(reader) = ImageReader::new(Cursor::new(bytes)).with_guessed_format()
        && reader.format().is_some()
    {
        return read_picture(reader, key);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Unreadable::Kind)?;
    Ok(of_text(text, key))
}

/// The marks of a text.
pub(crate) fn of_text(text: &str, key: &MarkKey) -> Marks {
    Marks { codes: codes_in(text, key), text: TextRead::of(text), patterns: Vec::new() }
}

fn read_picture(mut reader: ImageReader<Cursor<&[u8]>>, key: &MarkKey) -> Result<Marks, Unreadable> {
    let mut limits = image::Limits::default();
    limits.max_image_width = Some(MOST_PIXELS);
    limits.max_image_height = Some(MOST_PIXELS);
    reader.limits(limits);
    let picture = reader.decode().map_err(|error| Unreadable::Picture(error.to_string()))?.into_luma8();
    let picture = Picture::of(&picture);
    Ok(Marks { patterns: lattice::read(&picture, &Common::of(key)), ..Marks::default() })
}
