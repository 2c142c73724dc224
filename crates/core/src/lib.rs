//! Use-cases on the device and the ports they need: what the app does.
//!
//! A folder is a feature, a file in it one command of `zhitu_contract::commands`: `jobs/search.rs` has
//! `Core::jobs_search`. To add one: write its row there, its file here; the shell's adapter is made from the table.

pub mod ports;
