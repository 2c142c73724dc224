//! Everything that crosses a boundary: the commands of the page, the HTTP and WebSocket messages of the server,
//! events, and the table of error codes. Types only; no behaviour.
//!
//! One module per feature. Suffixes: `Request` goes in, `Response` comes out of the server, `View` goes to the page.
//! A type that the server and the page see alike is written once and has no suffix or `View`.
//!
//! To add a command: write its types in the feature's module, add its row in [`for_each_command`], run
//! `cargo xtask gen`, and implement the method of the same name on `zhitu_core::Core`; until then nothing compiles.

pub mod applications;
pub mod attachments;
pub mod auth;
pub mod chat;
pub mod clipboard;
pub mod commands;
pub mod device;
pub mod erasure;
pub mod error;
pub mod events;
pub mod introduction;
pub mod jobs;
pub mod mailbox;
pub mod notices;
pub mod permission;
pub mod places;
pub mod policy;
pub mod recommendations;
pub mod record;
pub mod recruiting;
pub mod relay;
pub mod resume;
pub mod resumes;
pub mod staff;
pub mod virtual_number;
pub mod visibility;

pub use error::{Error, ErrorCode, Result};
