//! The server through HTTP: what each role gets, and what bad input gets.
//!
//! Runs on SQLite, and on PostgreSQL too when `ZHITU_TEST_POSTGRES` names a server.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails here")]

mod admin;
mod applying;
mod attachments;
mod attachments_canary;
mod attachments_read;
mod bad_input;
mod dealings;
mod document;
mod downloads;
mod erasure;
mod gateway;
mod histories;
mod indistinguishable;
mod introduction;
mod jobs;
mod logs;
mod mail;
mod mailbox;
mod matrix;
mod mta;
mod notices;
mod notices_hook;
mod recommendations;
mod recruiting;
mod relay;
mod resumes;
mod search_with_blocks;
mod service;
mod sessions;
mod sign_in;
mod staff;
mod support;
mod virtual_number;
mod virtual_number_bad;
mod visibility;
