//! What an import says about every row.

use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt;

/// How well a row's place was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Placed {
    /// A city or nearer: it has a point and is found by distance.
    City,
    /// By the city of the source, because the row gives a street and no city.
    SourceCity,
    /// Only the state or country is known: no point.
    Region,
    /// The row names a place that is not in the gazetteer.
    Unknown,
    /// The row gives no place at all.
    Absent,
    /// It may be done from anywhere, and names no place.
    Remote,
}

impl Placed {
    /// Whether it is found by distance.
    pub fn has_point(self) -> bool {
        matches!(self, Self::City | Self::SourceCity)
    }
}

/// What was repaired or left out of a row that was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Note {
    /// Mis-encoded text was put right.
    Repaired,
    /// The salary says a least of nothing; left out.
    SalaryWithoutLeast,
    /// The salary is not of this world (an hour for 50,000, a year for 12); left out.
    SalaryAbsurd,
    /// The least exceeds the most; left out.
    SalaryReversed,
    /// The currency or the period is not one that is known; left out.
    SalaryUnknown,
    /// Several locations; the first that was found is the place, all are in the text.
    SeveralLocations,
    /// Without a posting date: the day of the import.
    WithoutDate,
    /// A text was longer than may be; its end is missing.
    Shortened,
    /// The last day to apply is past.
    Expired,
}

/// A row that was not taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Refusal {
    /// The row, from 1.
    pub row: u64,
    /// Why: `no_title`, `no_company`, `no_key`, `not_json`, `not_a_job_posting`, `bad_record`.
    pub reason: &'static str,
    /// More, for whoever repairs the file.
    pub detail: String,
}

/// Counts of a file, and its refused rows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Rows read.
    pub read: u64,
    /// Postings that are new.
    pub created: u64,
    /// Postings that were there from an earlier import and are as in the file now.
    pub updated: u64,
    /// Rows folded into another that says the same.
    pub doubles: u64,
    /// Of the postings taken, by how their place was found.
    pub placed: BTreeMap<Placed, u64>,
    /// Of the postings taken, by what was repaired or left out.
    pub notes: BTreeMap<Note, u64>,
    /// Rows not taken.
    pub refused: Vec<Refusal>,
}

impl Report {
    /// Of the postings taken, those that are found by distance.
    pub fn found_by_distance(&self) -> u64 {
        self.placed.iter().filter(|(placed, _)| placed.has_point()).map(|(_, count)| count).sum()
    }

    /// Of the postings taken, those that are not.
    pub fn not_placed(&self) -> u64 {
        self.placed.iter().filter(|(placed, _)| !placed.has_point()).map(|(_, count)| count).sum()
    }

    /// Rows whose mis-encoded text was put right.
    pub fn repaired(&self) -> u64 {
        self.notes.get(&Note::Repaired).copied().unwrap_or_default()
    }

    /// Adds another file's counts.
    pub fn add(&mut self, other: &Self) {
        self.read += other.read;
        self.created += other.created;
        self.updated += other.updated;
        self.doubles += other.doubles;
        for (placed, count) in &other.placed {
            *self.placed.entry(*placed).or_default() += count;
        }
        for (note, count) in &other.notes {
            *self.notes.entry(*note).or_default() += count;
        }
        self.refused.extend(other.refused.iter().cloned());
    }
}

fn word(value: &impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            formatter,
            "read {}, new {}, updated {}, placed {}, not placed {}, repaired {}, folded as doubles {}, refused {}",
            self.read,
            self.created,
            self.updated,
            self.found_by_distance(),
            self.not_placed(),
            self.repaired(),
            self.doubles,
            self.refused.len()
        )?;
        for (placed, count) in &self.placed {
            writeln!(formatter, "  place {}: {count}", word(placed))?;
        }
        for (note, count) in &self.notes {
            writeln!(formatter, "  note {}: {count}", word(note))?;
        }
        for refusal in &self.refused {
            writeln!(formatter, "  refused row {}: {} {}", refusal.row, refusal.reason, refusal.detail)?;
        }
        Ok(())
    }
}
