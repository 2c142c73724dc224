//! Carries the outbox to where it must go: postings and résumés to their indexes, everything else to the live hub.
//!
//! An entry is deleted once it arrived, so that an end in between repeats it and loses nothing; what reads entries
//! must bear a repeat. Read when something was written here, and now and then for what other processes wrote.

use crate::app::App;
use crate::routes::resume::today;
use crate::visibility::is_under_age;
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;
use zhitu_domain::id::{JobId, ResumeId};
use zhitu_domain::resume::search_terms;
use zhitu_search::resume::ResumeChange;
use zhitu_storage::outbox::{Body, Entry, Topic};
use zhitu_storage::resume::Resume;

/// How long at most until a write by another process is noticed.
const LOOK_AGAIN: Duration = Duration::from_millis(500);

/// How many entries are taken at once.
const BATCH: u32 = 200;

/// Where the entries of a topic go.
pub trait Reader: Send + Sync + 'static {
    /// Takes entries, oldest first. On an error they come again.
    fn take(&self, app: &App, entries: &[Entry]) -> impl Future<Output = anyhow::Result<()>> + Send;
}

/// Reads a topic until the server ends.
pub async fn run(app: App, topic: Topic, reader: impl Reader) {
    let mut written = app.written.subscribe();
    loop {
        let more = match pass(&app, topic, &reader).await {
            Ok(taken) => taken == BATCH as usize,
            Err(error) => {
                tracing::warn!(?topic, %error, "the outbox could not be carried on");
                false
            }
        };
        if app.ending.is_cancelled() {
            return;
        }
        if more {
            continue;
        }
        tokio::select! {
            () = app.ending.cancelled() => return,
            _ = written.changed() => {}
            () = tokio::time::sleep(LOOK_AGAIN) => {}
        }
    }
}

/// Carries one batch; how many entries it had.
pub async fn pass(app: &App, topic: Topic, reader: &impl Reader) -> anyhow::Result<usize> {
    let entries = app.store.outbox_next(topic, BATCH).await?;
    if entries.is_empty() {
        return Ok(0);
    }
    reader.take(app, &entries).await?;
    let done: Vec<i64> = entries.iter().map(|entry| entry.seq).collect();
    app.store.outbox_done_all(&done).await?;
    Ok(entries.len())
}

/// Brings the index up to date.
pub struct IndexReader;

impl Reader for IndexReader {
    async fn take(&self, app: &App, entries: &[Entry]) -> anyhow::Result<()> {
        let Some(index) = app.index.clone() else { return Ok(()) };
        let changed: BTreeSet<JobId> = entries
            .iter()
            .filter_map(|entry| match entry.body {
                Body::Job { job } => Some(job),
                _ => None,
            })
            .collect();
        let jobs = app.store.jobs_get(&changed.into_iter().collect::<Vec<_>>()).await?;
        tokio::task::spawn_blocking(move || index.put(&jobs)).await??;
        Ok(())
    }
}

/// Builds the index anew when it does not hold the open postings of the database: after it was deleted, on another
/// machine, or when an earlier build was cut off. What waits in the outbox explains a difference and mends it.
pub async fn rebuild_if_stale(app: &App) -> anyhow::Result<()> {
    let Some(index) = app.index.clone() else { return Ok(()) };
    let (_, open) = app.store.jobs_count().await?;
    let (waiting, _) = app.store.outbox_waiting(Topic::Index).await?;
    let held = index.len()?;
    if held == open || (held > 0 && waiting > 0) {
        return Ok(());
    }
    tracing::info!(held, open, "the index is built anew");
    if held > 0 {
        let index = Arc::clone(&index);
        tokio::task::spawn_blocking(move || index.clear()).await??;
    }
    let mut after = None;
    loop {
        let jobs = app.store.jobs_page(after, 1_000).await?;
        let Some(last) = jobs.last() else { return Ok(()) };
        after = Some(last.id);
        let index = Arc::clone(&index);
        tokio::task::spawn_blocking(move || index.put(&jobs)).await??;
    }
}

/// Brings the index of résumés up to date.
pub struct ResumeReader;

impl Reader for ResumeReader {
    async fn take(&self, app: &App, entries: &[Entry]) -> anyhow::Result<()> {
        let Some(index) = app.resumes.clone() else { return Ok(()) };
        let keys: BTreeSet<ResumeId> = entries
            .iter()
            .filter_map(|entry| match entry.body {
                Body::Resume { resume } => Some(resume),
                _ => None,
            })
            .collect();
        let resumes = app.store.resumes_get(&keys.into_iter().collect::<Vec<_>>()).await?;
        let changes = changes(&resumes, day(app)?);
        tokio::task::spawn_blocking(move || index.apply(&changes)).await??;
        Ok(())
    }
}

/// What the index is told: job terms, and nothing that says who it is (S-REC-08). A résumé that was never saved, or of
/// a person under age, is not found at all.
fn changes(resumes: &[Resume], today: Date) -> Vec<ResumeChange> {
    let change = |resume: &Resume| {
        if resume.version == 0 || is_under_age(resume.content.basic.birth_date, today) {
            return ResumeChange::Remove(resume.id);
        }
        ResumeChange::Put {
            resume: resume.id,
            setting: resume.visibility,
            terms: search_terms(&resume.content, today),
            at: resume.updated_at,
        }
    };
    resumes.iter().map(change).collect()
}

fn day(app: &App) -> anyhow::Result<Date> {
    today(app).map_err(|failure| anyhow::anyhow!(failure.0))
}

/// Builds the index of résumés anew when it holds less or more than were saved and nothing waits for it.
pub async fn rebuild_resumes_if_stale(app: &App) -> anyhow::Result<()> {
    let Some(index) = app.resumes.clone() else { return Ok(()) };
    let saved = app.store.resumes_count().await?;
    let (waiting, _) = app.store.outbox_waiting(Topic::Resumes).await?;
    let held = index.len()?;
    if held == saved || (held > 0 && waiting > 0) {
        return Ok(());
    }
    tracing::info!(held, saved, "the index of résumés is built anew");
    if held > 0 {
        let index = Arc::clone(&index);
        tokio::task::spawn_blocking(move || index.clear()).await??;
    }
    let mut after = None;
    loop {
        let resumes = app.store.resumes_page(after, 1_000).await?;
        let Some(last) = resumes.last() else { return Ok(()) };
        after = Some(last.id);
        let changes = changes(&resumes, day(app)?);
        let index = Arc::clone(&index);
        tokio::task::spawn_blocking(move || index.apply(&changes)).await??;
    }
}
