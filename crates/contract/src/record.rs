//! The record of personal data: listed, verified, exported, cleared (R8).

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use zhitu_domain::record::{RecordBroken, RecordSort, Recorded};
use zhitu_domain::time::Timestamp;

/// Command `record_list`: a page of the record, newest first.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct RecordList {
    /// Entries before this number; the newest ones without.
    #[ts(type = "number | null")]
    pub before: Option<u64>,
    /// Only of this sort.
    pub sort: Option<RecordSort>,
    /// How many, 1 to 200.
    pub limit: u32,
}

/// A page of the record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RecordPage {
    /// Newest first.
    pub entries: Vec<RecordEntryView>,
    /// All entries of the record, whatever their sort.
    #[ts(type = "number")]
    pub total: u64,
}

/// An entry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RecordEntryView {
    /// Its number, from 1.
    #[ts(type = "number")]
    pub seq: u64,
    /// When.
    pub at: Timestamp,
    /// Its sort.
    pub sort: RecordSort,
    /// What happened.
    pub what: Recorded,
}

/// Command `record_verify`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecordVerified {
    /// How many entries were looked at.
    #[ts(type = "number")]
    pub entries: u64,
    /// The first one that is changed or missing.
    pub broken: Option<RecordBroken>,
}

/// Command `record_export`: into a file of the person's choice.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct RecordExport {
    /// As what.
    pub format: RecordFormat,
}

/// Forms of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RecordFormat {
    /// An array of entries with their hashes: it can be verified anywhere.
    Json,
    /// A table with a row an entry.
    Csv,
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecordExported {
    /// The file's name, without its folder.
    pub file: String,
    /// How many entries it has.
    #[ts(type = "number")]
    pub entries: u64,
}
