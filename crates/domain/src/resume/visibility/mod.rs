//! Who may see a résumé, and what of it.
//!
//! One table and one pure function, [`decide`]: the seeker's setting and the viewer's [`Relation`] give an
//! [`Access`]. The server alone asks, and asks at every route that hands out anything of a résumé; what the page and
//! the docs say of a setting is made from the same table ([`sentences()`], [`markdown`]). The seeker's own look at
//! the own résumé is no viewing and is not asked about here.
//!
//! Outside the table stand three things that a seeker agreed to one by one, each with a rule of its own: an
//! application that was sent ([`Sent`]), contact data that was granted ([`crate::contact`]), and a link that was
//! given to somebody ([`crate::introduction`]). The settings are about viewing on the platform and nothing else
//! (S-VIS-07).
//!
//! To add an action: a variant of [`Action`], a column of the table in `table.rs`, what the sentences say of it.
//! Source: S-VIS-01 to S-VIS-08, D1 to D9, I1 to I4.

mod access;
mod dealings;
mod look;
mod relation;
mod sent;
mod sentences;
mod setting;
mod table;

pub use access::{Access, Action};
pub use dealings::{CompanyBlocked, Dealings};
pub use look::LookKind;
pub use relation::{Relation, Viewer, Viewing};
pub use sent::Sent;
pub use sentences::{Audience, Fragment, Sentence, markdown, sentences};
pub use setting::VisibilitySetting;
pub use table::{TABLE, Table, decide};
