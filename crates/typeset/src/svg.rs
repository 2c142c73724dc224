//! A page as SVG: a third of what typst's own export writes, and nothing in it that is not listed here.
//!
//! Outlines are written once for a face and glyph, in halves of font units (a point between two control points of a
//! TrueType outline lies on halves), relative and with the shortest commands; each line of text places them by its
//! matrix. A page follows the typing as a picture, so its size is paid for at each key.

use crate::fonts::Fonts;
use std::collections::BTreeMap;
use std::fmt::Write;
use ttf_parser::{GlyphId, OutlineBuilder};
use typst::layout::{Abs, Frame, FrameItem, Point, Ratio, Transform};
use typst::text::{FontInstance, TextItem};
use typst::visualize::{Geometry, Paint, Shape};
use typst_layout::Page;

/// A thing that the template put on the page and that pictures do not know. No template of this crate does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Unsupported(pub(crate) &'static str);

/// The page. Links are left out: a picture cannot be clicked.
pub(crate) fn page(page: &Page, fonts: &Fonts) -> Result<String, Unsupported> {
    let mut drawing = Drawing { fonts, body: String::new(), glyphs: BTreeMap::new() };
    drawing.frame(&page.frame, Transform::identity())?;
    let (width, height) = (number(page.frame.width().to_pt()), number(page.frame.height().to_pt()));
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\">\
         <path fill=\"#fff\" d=\"M0 0h{width}v{height}H0z\"/><defs>"
    );
    for ((face, glyph), outline) in drawing.glyphs {
        // Named by face and glyph alone, so that pages that stand in one document mean the same by the same name.
        if !outline.is_empty() {
            push(&mut svg, format_args!("<path id=\"{}\" d=\"{outline}\"/>", id(face, glyph)));
        }
    }
    svg.push_str("</defs>");
    svg.push_str(&drawing.body);
    svg.push_str("</svg>");
    Ok(svg)
}

fn push(text: &mut String, part: std::fmt::Arguments<'_>) {
    // Writing to a `String` does not fail.
    let _ = text.write_fmt(part);
}

fn id(face: usize, glyph: u16) -> String {
    format!("f{face}g{glyph}")
}

/// A length or factor with as many of four decimals as it needs.
fn number(value: f64) -> String {
    let text = format!("{value:.4}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".into() } else { text.into() }
}

fn solid(paint: &Paint) -> Result<String, Unsupported> {
    match paint {
        Paint::Solid(color) => Ok(color.to_hex().to_string()),
        _ => Err(Unsupported("a paint that is no plain colour")),
    }
}

struct Drawing<'a> {
    fonts: &'a Fonts,
    body: String,
    glyphs: BTreeMap<(usize, u16), String>,
}

impl Drawing<'_> {
    fn frame(&mut self, frame: &Frame, at: Transform) -> Result<(), Unsupported> {
        for (position, item) in frame.items() {
            let here = at.pre_concat(Transform::translate(position.x, position.y));
            match item {
                FrameItem::Group(group) => {
                    if group.clip.is_some() {
                        return Err(Unsupported("clipping"));
                    }
                    self.frame(&group.frame, here.pre_concat(group.transform))?;
                }
                FrameItem::Text(text) => self.text(text, here)?,
                FrameItem::Shape(shape, _) => self.shape(shape, here)?,
                FrameItem::Image(..) => return Err(Unsupported("an image")),
                FrameItem::Link(..) | FrameItem::Tag(_) => {}
            }
        }
        Ok(())
    }

    fn text(&mut self, text: &TextItem, at: Transform) -> Result<(), Unsupported> {
        if text.stroke.is_some() {
            return Err(Unsupported("outlined text"));
        }
        let data = text.font.font().data().as_ptr();
        let face = self
            .fonts
            .faces()
            .iter()
            .position(|font| font.data().as_ptr() == data)
            .ok_or(Unsupported("a face of another font"))?;
        let units = text.font.units_per_em() * 2.0;
        let scale = Ratio::new(text.size.to_pt() / units);
        // Outlines point up, pages down.
        let mut matrix = at.pre_concat(Transform::scale(scale, -scale));
        let mut line = String::new();
        let (mut x, mut first) = (0.0, None);
        for glyph in &text.glyphs {
            if self.outline(face, glyph.id, &text.font) {
                let (from_x, from_y) = ((x + glyph.x_offset.get()) * units, glyph.y_offset.get() * units);
                let start = *first.get_or_insert(from_x);
                push(&mut line, format_args!("<use href=\"#{}\"", id(face, glyph.id)));
                if (from_x - start).abs() >= 0.5 {
                    push(&mut line, format_args!(" x=\"{:.0}\"", from_x - start));
                }
                if from_y.abs() >= 0.5 {
                    push(&mut line, format_args!(" y=\"{from_y:.0}\""));
                }
                line.push_str("/>");
            }
            x += glyph.x_advance.get();
        }
        if let Some(start) = first {
            matrix = matrix.pre_concat(Transform::translate(Abs::pt(start), Abs::zero()));
            let fill = solid(&text.fill)?;
            push(
                &mut self.body,
                format_args!(
                    "<g fill=\"{fill}\" transform=\"matrix({})\">{line}</g>",
                    matrix_numbers(matrix)
                ),
            );
        }
        Ok(())
    }

    /// Notes the outline of a glyph; false when it draws nothing.
    fn outline(&mut self, face: usize, glyph: u16, font: &FontInstance) -> bool {
        let path = self.glyphs.entry((face, glyph)).or_insert_with(|| {
            let mut outline = Outline::default();
            // `None` for a space.
            let _ = font.ttf().outline_glyph(GlyphId(glyph), &mut outline);
            outline.path
        });
        !path.is_empty()
    }

    fn shape(&mut self, shape: &Shape, at: Transform) -> Result<(), Unsupported> {
        let (path, closed) = match &shape.geometry {
            Geometry::Line(Point { x, y }) => {
                (format!("M0 0L{} {}", number(x.to_pt()), number(y.to_pt())), false)
            }
            Geometry::Rect(size) => {
                (format!("M0 0H{}V{}H0z", number(size.x.to_pt()), number(size.y.to_pt())), true)
            }
            Geometry::Curve(_) => return Err(Unsupported("a curve")),
        };
        let fill = match &shape.fill {
            Some(paint) if closed => solid(paint)?,
            _ => "none".into(),
        };
        let mut stroke = String::new();
        if let Some(line) = &shape.stroke {
            if line.dash.is_some() {
                return Err(Unsupported("a dashed line"));
            }
            let width = number(line.thickness.to_pt());
            push(&mut stroke, format_args!(" stroke=\"{}\" stroke-width=\"{width}\"", solid(&line.paint)?));
        }
        let matrix = matrix_numbers(at);
        push(
            &mut self.body,
            format_args!("<path fill=\"{fill}\"{stroke} transform=\"matrix({matrix})\" d=\"{path}\"/>"),
        );
        Ok(())
    }
}

fn matrix_numbers(matrix: Transform) -> String {
    let factor = |value: Ratio| {
        // Six decimals: a factor is multiplied by up to a thousand units.
        let text = format!("{:.6}", value.get());
        let text = text.trim_end_matches('0').trim_end_matches('.');
        if text == "-0" { "0".to_owned() } else { text.to_owned() }
    };
    let Transform { sx, ky, kx, sy, tx, ty } = matrix;
    let (tx, ty) = (number(tx.to_pt()), number(ty.to_pt()));
    format!("{} {} {} {} {tx} {ty}", factor(sx), factor(ky), factor(kx), factor(sy))
}

/// An outline in halves of font units, as the data of a path.
#[derive(Default)]
struct Outline {
    path: String,
    /// The command whose letter need not be repeated.
    command: Option<char>,
    start: (i32, i32),
    last: (i32, i32),
    /// Control point of the last curve, when the last command was one.
    control: Option<(i32, i32)>,
}

#[expect(clippy::cast_possible_truncation, reason = "font units are 16 bits wide")]
fn halves(x: f32, y: f32) -> (i32, i32) {
    ((x * 2.0).round() as i32, (y * 2.0).round() as i32)
}

impl Outline {
    fn command(&mut self, letter: char, numbers: &[i32]) {
        // More pairs after an `m` would be lines.
        let mut bare = self.command != Some(letter) || letter == 'm';
        if bare {
            self.path.push(letter);
            self.command = Some(letter);
        }
        for value in numbers {
            if !bare && *value >= 0 {
                self.path.push(' ');
            }
            push(&mut self.path, format_args!("{value}"));
            bare = false;
        }
    }

    fn offset(&self, point: (i32, i32)) -> (i32, i32) {
        (point.0 - self.last.0, point.1 - self.last.1)
    }
}

impl OutlineBuilder for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        let point = halves(x, y);
        let (dx, dy) = self.offset(point);
        self.command('m', &[dx, dy]);
        (self.last, self.start, self.control) = (point, point, None);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let point = halves(x, y);
        match self.offset(point) {
            (dx, 0) => self.command('h', &[dx]),
            (0, dy) => self.command('v', &[dy]),
            (dx, dy) => self.command('l', &[dx, dy]),
        }
        (self.last, self.control) = (point, None);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (control, point) = (halves(x1, y1), halves(x, y));
        let ((cx, cy), (dx, dy)) = (self.offset(control), self.offset(point));
        let mirrored = self.control.map(|(x, y)| (self.last.0 - x, self.last.1 - y));
        if mirrored == Some((cx, cy)) {
            self.command('t', &[dx, dy]);
        } else {
            self.command('q', &[cx, cy, dx, dy]);
        }
        (self.last, self.control) = (point, Some(control));
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let point = halves(x, y);
        let (first, second) = (self.offset(halves(x1, y1)), self.offset(halves(x2, y2)));
        let (dx, dy) = self.offset(point);
        self.command('c', &[first.0, first.1, second.0, second.1, dx, dy]);
        (self.last, self.control) = (point, None);
    }

    fn close(&mut self) {
        self.command('z', &[]);
        (self.last, self.control) = (self.start, None);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outline_is_written_short() {
        let mut outline = Outline::default();
        outline.move_to(10.0, 10.0);
        outline.line_to(20.0, 10.0);
        outline.line_to(20.0, 5.0);
        outline.quad_to(25.0, 0.0, 27.5, 0.0);
        outline.quad_to(30.0, 0.0, 30.0, -5.0);
        outline.line_to(0.0, 0.0);
        outline.line_to(-1.0, 1.0);
        outline.close();
        outline.move_to(0.0, 0.0);
        assert_eq!(outline.path, "m20 20h20v-10q10-10 15-10t5-10l-60 10-2 2zm-20-20");
        assert_eq!(number(-0.000_01), "0");
        assert_eq!(number(12.5), "12.5");
    }
}
