//! Storing what a file holds.

use super::double::{Seen, fingerprint};
use super::report::Note;
use super::{Format, Posting, Report, peek, read};
use crate::ports::{Clock, Rng, new_id};
use anyhow::Context;
use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};
use tokio::sync::mpsc;
use zhitu_domain::id::{CompanyId, JobId};
use zhitu_domain::job::JobState;
use zhitu_storage::Store;
use zhitu_storage::company::Company;
use zhitu_storage::job::{ImportedJob, JobImport};

/// Postings stored in one transaction.
const BATCH: usize = 200;

/// What becomes of postings whose last day to apply is past.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Expired {
    /// They are found like others; their text names the day.
    #[default]
    Keep,
    /// They are stored as closed.
    Close,
}

/// Imports files, one after another, each with its report. A file that cannot be read fails the import; what was
/// stored before stays, and importing again changes nothing that is there.
pub async fn import(
    store: &Store,
    files: &[PathBuf],
    expired: Expired,
    clock: &dyn Clock,
    rng: &dyn Rng,
    mut done: impl FnMut(&Path, &Report),
) -> anyhow::Result<Report> {
    let mut total = Report::default();
    let mut seen = Seen::default();
    for file in files {
        let report = import_file(store, file, expired, clock, rng, &mut seen)
            .await
            .with_context(|| format!("{} could not be imported", file.display()))?;
        done(file, &report);
        total.add(&report);
    }
    Ok(total)
}

async fn import_file(
    store: &Store,
    file: &Path,
    expired: Expired,
    clock: &dyn Clock,
    rng: &dyn Rng,
    seen: &mut Seen,
) -> anyhow::Result<Report> {
    let now = clock.now();
    let (start, source) = peek(File::open(file)?)?;
    let format = Format::detect(&start).context(
        "not a format that is known: NDJSON of schema.org JobPosting, the New York CSV, the USAJOBS JSON",
    )?;
    // The file is parsed on a thread of its own, a few batches ahead of the database.
    let (sender, mut rows) = mpsc::channel(BATCH * 2);
    let reading = tokio::task::spawn_blocking(move || {
        read(format, BufReader::new(source), now, &mut |row| {
            // The receiver is only gone when storing failed; the rest of the file is then read for nothing.
            let _ = sender.blocking_send(row);
        })
    });
    let mut report = Report::default();
    let mut batch: Vec<(Posting, ImportedJob)> = Vec::with_capacity(BATCH);
    while let Some(row) = rows.recv().await {
        report.read += 1;
        let mut posting = match row {
            Ok(posting) => posting,
            Err(refusal) => {
                report.refused.push(refusal);
                continue;
            }
        };
        if posting.notes.contains(&Note::Repaired) {
            // Counted for every row that was read, also when it is then folded.
            *report.notes.entry(Note::Repaired).or_default() += 1;
            posting.notes.retain(|note| *note != Note::Repaired);
        }
        if seen.is_double(&posting) {
            report.doubles += 1;
            continue;
        }
        let past = posting.closes_at.is_some_and(|at| at < now);
        if past {
            posting.notes.push(Note::Expired);
        }
        let state = if past && expired == Expired::Close { JobState::Closed } else { JobState::Open };
        let job = ImportedJob {
            id: JobId(new_id(clock, rng)?),
            company: company(&posting.company, CompanyId(new_id(clock, rng)?)),
            content: posting.content.clone(),
            state,
            source: posting.source.clone(),
            fingerprint: fingerprint(&posting),
            posted_at: posting.posted_at,
        };
        batch.push((posting, job));
        if batch.len() == BATCH {
            store_batch(store, &mut batch, clock, &mut report).await?;
        }
    }
    store_batch(store, &mut batch, clock, &mut report).await?;
    reading.await??;
    Ok(report)
}

fn company(name: &str, id: CompanyId) -> Company {
    Company {
        id,
        name: name.to_owned(),
        industry: String::new(),
        size: None,
        address: String::new(),
        introduction: String::new(),
        // Nobody has vouched for the name in a file.
        verified: false,
        demo: false,
    }
}

async fn store_batch(
    store: &Store,
    batch: &mut Vec<(Posting, ImportedJob)>,
    clock: &dyn Clock,
    report: &mut Report,
) -> anyhow::Result<()> {
    let (postings, jobs): (Vec<Posting>, Vec<ImportedJob>) = std::mem::take(batch).into_iter().unzip();
    let outcomes = store.jobs_import(&jobs, clock.now()).await?;
    for (posting, outcome) in postings.iter().zip(outcomes) {
        match outcome {
            JobImport::Created => report.created += 1,
            JobImport::Updated => report.updated += 1,
            JobImport::Double { .. } => {
                report.doubles += 1;
                continue;
            }
        }
        *report.placed.entry(posting.placed).or_default() += 1;
        for note in &posting.notes {
            *report.notes.entry(*note).or_default() += 1;
        }
    }
    Ok(())
}
