//! A résumé set in type: PDF, and page pictures as SVG.
//!
//! [`Typesetter`] compiles one template, `templates/resume.typ`, with typst. What a person wrote reaches it as a
//! JSON file and is used there as strings, never as markup: no text can run code, load a file or break the page. The
//! pictures hold glyphs as outlines, no text, no script and no reference to anything outside of them, so that they
//! may stand in a page as `data:` images.
//!
//! typst cannot be cancelled. Each compile therefore runs in a thread of its own, few at a time, and a caller waits
//! no longer than the time limit; what may go in is limited in size, which limits the memory. All calls block: from
//! async code, call them through the runtime's blocking threads.
//!
//! # Adding a template
//!
//! 1. Write `templates/<name>.typ`, beginning with `#let data = json("resume.json")`. The shape of the data is
//!    [`view`]'s `View`, made for any template: sentences, dates and amounts are composed there, in the language of
//!    the page; the template has only positions and faces. Never pass data to `eval`, `read`, `image` or `plugin`;
//!    pictures know text, lines and rectangles in plain colours, and say so of anything else.
//! 2. Name only families that `fonts/` has (`Zhitu Latin Sans`, `Zhitu Latin Serif`, `Noto Sans SC`, `Noto Serif SC`).
//!    Another face goes into `fonts/subset.py`, its README and [`Fonts::bundled`].
//! 3. Give `Document` a field that chooses (`template: Template`, an enum whose default is today's) and let `World`
//!    hold a source for each of its values.
//! 4. Run every test of `tests/` over the new value too: they go over hostile text, long résumés, both languages and
//!    both kinds of contact.

mod compile;
mod document;
mod fonts;
mod label;
mod svg;
mod view;
mod world;

pub use compile::{Error, Typesetter};
pub use document::{Channel, Contact, Document, Language, Stamp, place_names};
pub use fonts::Fonts;
