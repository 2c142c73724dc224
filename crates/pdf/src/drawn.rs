//! The text that pages draw.

use hayro::hayro_interpret::font::Glyph;
use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache, InterpreterSettings, Paint,
    PathDrawMode, SoftMask, TransformExt, interpret_page,
};
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::page::Page;
use hayro::vello_cpu::kurbo::{Affine, BezPath, Rect};
use zhitu_domain::attachment::ATTACHMENT_TEXT_MAX_BYTES;

/// Points beside the line on which the last letter stood that make a new one.
const LINE: f64 = 1.5;
/// Of the size of the letters, the gap that makes a space.
const GAP: f64 = 0.2;

/// The text of a page in the order in which it is drawn, letter by letter, without anything between them.
pub fn text_of<'a>(page: &'a Page<'a>) -> String {
    let mut text = Plain(String::new());
    interpret(page, &mut text);
    text.0
}

/// The letters of a file, in lines and words as far as their places tell.
#[derive(Debug, Default)]
pub(crate) struct Letters {
    pub(crate) text: String,
    /// Glyphs that stand for letters and digits.
    pub(crate) known: usize,
    /// Glyphs that do not say what they stand for.
    pub(crate) unknown: usize,
    /// The most of those in a row.
    pub(crate) unknown_in_a_row: usize,
    row: usize,
    last: Option<Place>,
}

impl Letters {
    pub(crate) fn of(pdf: &Pdf) -> Self {
        let mut letters = Self::default();
        for page in pdf.pages().iter() {
            letters.last = None;
            letters.text.push('\n');
            interpret(page, &mut letters);
        }
        letters
    }

    fn put(&mut self, letters: &str) {
        let is_known = !letters.is_empty() && !letters.chars().any(is_unknown);
        if !is_known {
            self.unknown += 1;
            self.row += 1;
            self.unknown_in_a_row = self.unknown_in_a_row.max(self.row);
            return;
        }
        self.row = 0;
        self.known += letters.chars().filter(|letter| letter.is_alphanumeric()).count();
        if self.text.len() <= ATTACHMENT_TEXT_MAX_BYTES {
            self.text.push_str(letters);
        }
    }
}

/// A character that says nothing: not in Unicode, or of some program's own.
fn is_unknown(letter: char) -> bool {
    matches!(letter, '\u{FFFD}' | '\0' | '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFD}')
}

/// Where a letter stands and which way its line goes.
#[derive(Debug, Clone, Copy)]
struct Place {
    /// Where it begins.
    from: (f64, f64),
    /// Where the next one is expected.
    to: (f64, f64),
    /// Of length one.
    along: (f64, f64),
    size: f64,
}

impl Place {
    fn of(glyph: &Glyph<'_>, transform: Affine) -> Option<Self> {
        let [right, lower, up_x, up_y, x, y] = transform.as_coeffs();
        let length = right.hypot(lower);
        if !(length.is_finite() && length > 0.0 && x.is_finite() && y.is_finite()) {
            return None;
        }
        let advance = match glyph {
            Glyph::Outline(outline) => outline.advance_width().map_or(0.0, f64::from),
            Glyph::Type3(_) => 0.0,
        };
        let along = (right / length, lower / length);
        // Outlines are of a thousand units.
        let (wide, size) = (advance * length, (up_x.hypot(up_y) * 1_000.0).clamp(1.0, 100.0));
        Some(Self { from: (x, y), to: (x + along.0 * wide, y + along.1 * wide), along, size })
    }

    /// What stands between the letter before and this one.
    fn after(&self, last: &Self) -> Option<char> {
        let (right, lower) = (self.from.0 - last.to.0, self.from.1 - last.to.1);
        let beside = (right * last.along.1 - lower * last.along.0).abs();
        let ahead = right * last.along.0 + lower * last.along.1;
        if beside > LINE || ahead < -2.0 * last.size {
            Some('\n')
        } else if ahead > GAP * last.size {
            Some(' ')
        } else {
            None
        }
    }
}

fn interpret<'a>(page: &'a Page<'a>, device: &mut impl Device<'a>) {
    let cache = InterpreterCache::new();
    let start = page.initial_transform(true).to_kurbo();
    let (width, height) = page.render_dimensions();
    let all = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let mut context = Context::new(start, all, &cache, page.xref(), InterpreterSettings::default());
    interpret_page(page, &mut context, device);
}

fn letters_of(glyph: &Glyph<'_>) -> String {
    match glyph.as_unicode() {
        Some(BfString::Char(letter)) => letter.to_string(),
        Some(BfString::String(letters)) => letters,
        None => String::new(),
    }
}

struct Plain(String);

/// Draws nothing but glyphs.
macro_rules! of_glyphs {
    ($device:ty, |$self:ident, $glyph:ident, $at:ident| $put:expr) => {
        impl<'a> Device<'a> for $device {
            fn draw_glyph(
                &mut self,
                $glyph: &Glyph<'a>,
                transform: Affine,
                glyph_transform: Affine,
                _: &Paint<'a>,
                _: &GlyphDrawMode,
            ) {
                let ($self, $at) = (self, transform * glyph_transform);
                $put;
            }
            fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}
            fn set_blend_mode(&mut self, _: BlendMode) {}
            fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'a>, _: &PathDrawMode) {}
            fn push_clip_path(&mut self, _: &ClipPath) {}
            fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
            fn draw_image(&mut self, _: Image<'a, '_>, _: Affine) {}
            fn pop_clip_path(&mut self) {}
            fn pop_transparency_group(&mut self) {}
        }
    };
}

of_glyphs!(Plain, |this, glyph, _at| this.0.push_str(&letters_of(glyph)));
of_glyphs!(Letters, |this, glyph, at| {
    let place = Place::of(glyph, at);
    if let (Some(last), Some(place)) = (&this.last, &place)
        && this.text.len() <= ATTACHMENT_TEXT_MAX_BYTES
    {
        this.text.extend(place.after(last));
    }
    this.last = place;
    this.put(&letters_of(glyph));
});
