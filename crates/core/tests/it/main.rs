//! The device's use-cases against a server in memory, with time that stands until the tests move it.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod attachments;
mod chat;
mod chat_storm;
mod clipboard;
mod command_storm;
mod commands;
mod jobs;
mod kept_jobs;
mod permission;
mod policy;
mod record;
mod resume;
mod session;
mod visibility;
