//! A PDF: what it says of itself, its text, its pages as pictures.

use crate::file::{MOST_PAGES, Unreadable, of_text};
use crate::picture::Picture;
use crate::{Marks, lattice};
use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::page::Page;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings, render};
use image::GrayImage;
use zhitu_domain::mark::MarkKey;
use zhitu_domain::mark::pattern::Common;
use zhitu_pdf::text_of;

/// Pixels of the longer side of a page that is drawn: A4 at 150 dots an inch.
const LONGER_SIDE: f32 = 1_754.0;

pub(crate) fn read(bytes: &[u8], key: &MarkKey) -> Result<Marks, Unreadable> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| Unreadable::Pdf(format!("{error:?}")))?;
    let mut text = said_of_itself(&pdf);
    let common = Common::of(key);
    let mut patterns = Vec::new();
    let cache = RenderCache::new();
    for page in pdf.pages().iter().take(MOST_PAGES) {
        text.push('\n');
        text.push_str(&text_of(page));
        if let Some(picture) = drawn(page, &cache) {
            patterns.extend(lattice::read(&picture, &common));
        }
    }
    Ok(Marks { patterns, ..of_text(&text, key) })
}

fn said_of_itself(pdf: &Pdf) -> String {
    let metadata = pdf.metadata();
    let said = [&metadata.title, &metadata.author, &metadata.subject, &metadata.keywords];
    let said = said.into_iter().flatten().map(|text| String::from_utf8_lossy(text).into_owned());
    said.collect::<Vec<_>>().join("\n")
}

fn drawn<'a>(page: &'a Page<'a>, cache: &RenderCache<'a>) -> Option<Picture> {
    let (width, height) = page.render_dimensions();
    let scale = LONGER_SIDE / width.max(height);
    if !scale.is_finite() || scale <= 0.0 {
        return None;
    }
    let settings =
        RenderSettings { x_scale: scale, y_scale: scale, bg_color: WHITE, ..RenderSettings::default() };
    let drawn = render(page, cache, &InterpreterSettings::default(), &settings);
    // On white nothing is left transparent. Weights of ITU-R BT.601.
    let gray = |pixel: &[u8]| match pixel {
        [red, green, blue, ..] => {
            let sum = 299 * u32::from(*red) + 587 * u32::from(*green) + 114 * u32::from(*blue);
            u8::try_from(sum / 1_000).unwrap_or(u8::MAX)
        }
        _ => u8::MAX,
    };
    let gray = drawn.data_as_u8_slice().chunks_exact(4).map(gray).collect();
    let image = GrayImage::from_raw(u32::from(drawn.width()), u32::from(drawn.height()), gray)?;
    Some(Picture::of(&image))
}
