//! Pure values and rules, known by all crates, knowing none of them.
//!
//! Nothing here waits, reads a clock, draws a random number or touches a disk: what varies comes in as a
//! parameter. A folder is a noun of the product (`job`, `resume`, …), a file in it one idea about that noun.
//!
//! To add a rule: put it in the folder of its noun as a pure function over the types that are there, name the
//! row of the promises it keeps (`S-VIS-03`) in its doc line, and test it beside it.

pub mod account;
pub mod application;
pub mod attachment;
pub mod block;
pub mod chat;
pub mod clipboard;
pub mod contact;
pub mod id;
pub mod introduction;
pub mod job;
pub mod mark;
pub mod notice;
pub mod permission;
pub mod place;
pub mod recommendation;
pub mod record;
pub mod recruiter;
pub mod relay;
pub mod resume;
pub mod staff;
pub mod time;
pub mod virtual_number;
