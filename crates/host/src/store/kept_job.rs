//! Jobs that were seen, for when the server cannot be reached.

use super::{Db, failure::Failure, json};
use zhitu_contract::jobs::{Job, JobCard};
use zhitu_core::ports::KEPT_JOBS;
use zhitu_domain::id::JobId;
use zhitu_domain::job::{JobState, folded};
use zhitu_domain::place::{Bounds, Point, position};
use zhitu_domain::time::Timestamp;

const TABLE: &str = "kept_job";

pub async fn put_all(db: &mut Db, cards: &[JobCard], at: Timestamp) -> Result<(), Failure> {
    for card in cards {
        put(&mut *db, card, None, at).await?;
    }
    trim(db).await
}

pub async fn put_opened(db: &mut Db, job: &Job, card: &JobCard, at: Timestamp) -> Result<(), Failure> {
    put(&mut *db, card, Some(job), at).await?;
    trim(db).await
}

async fn put(db: &mut Db, card: &JobCard, opened: Option<&Job>, at: Timestamp) -> Result<(), Failure> {
    let at_point = position(card.point, card.place);
    // The distance is of the moment's search.
    let kept = JobCard { distance_km: None, ..card.clone() };
    sqlx::query(include_str!("queries/kept_job/put.sql"))
        .bind(card.id.0)
        .bind(at.0)
        .bind(opened.is_none_or(|job| job.state == JobState::Open))
        .bind(&card.title)
        .bind(folded(&card.title))
        .bind(&card.company)
        .bind(folded(&card.company))
        .bind(at_point.map(|point| point.lat))
        .bind(at_point.map(|point| point.lon))
        .bind(json::write(TABLE, &kept)?)
        .bind(opened.map(|job| json::write(TABLE, job)).transpose()?)
        .execute(db)
        .await?;
    Ok(())
}

async fn trim(db: &mut Db) -> Result<(), Failure> {
    sqlx::query(include_str!("queries/kept_job/trim.sql"))
        .bind(i64::try_from(KEPT_JOBS).unwrap_or(i64::MAX))
        .execute(db)
        .await?;
    Ok(())
}

pub async fn remove(db: &mut Db, job: JobId) -> Result<(), Failure> {
    sqlx::query(include_str!("queries/kept_job/remove.sql")).bind(job.0).execute(db).await?;
    Ok(())
}

pub async fn show(db: &mut Db, job: JobId) -> Result<Option<Job>, Failure> {
    let text: Option<String> =
        sqlx::query_scalar(include_str!("queries/kept_job/show.sql")).bind(job.0).fetch_optional(db).await?;
    text.map(|text| json::read(TABLE, &text)).transpose()
}

/// The first word, which may be none, and the rest as JSON.
fn split(words: &[String]) -> Result<(&str, String), Failure> {
    let (first, rest) = words.split_first().map_or(("", words), |(first, rest)| (first.as_str(), rest));
    Ok((first, json::write(TABLE, &rest)?))
}

pub async fn find(db: &mut Db, words: &[String]) -> Result<Vec<JobCard>, Failure> {
    let (first, rest) = split(words)?;
    let cards: Vec<String> = sqlx::query_scalar(include_str!("queries/kept_job/find.sql"))
        .bind(first)
        .bind(rest)
        .fetch_all(db)
        .await?;
    json::read_all(TABLE, &cards)
}

pub async fn within(db: &mut Db, bounds: Bounds, words: &[String]) -> Result<Vec<(JobId, Point)>, Failure> {
    let (first, rest) = split(words)?;
    let rows: String = sqlx::query_scalar(include_str!("queries/kept_job/within.sql"))
        .bind(first)
        .bind(rest)
        .bind(bounds.south)
        .bind(bounds.north)
        .bind(bounds.west)
        .bind(bounds.east)
        .fetch_one(db)
        .await?;
    let rows: Vec<(JobId, f64, f64)> = json::read(TABLE, &rows)?;
    Ok(rows.into_iter().map(|(job, lat, lon)| (job, Point { lat, lon })).collect())
}

pub async fn get(db: &mut Db, jobs: &[JobId]) -> Result<Vec<JobCard>, Failure> {
    let keys: Vec<String> = jobs.iter().map(|job| job.0.simple().to_string()).collect();
    let cards: String = sqlx::query_scalar(include_str!("queries/kept_job/get.sql"))
        .bind(json::write(TABLE, &keys)?)
        .fetch_one(db)
        .await?;
    json::read(TABLE, &cards)
}

pub async fn titles(db: &mut Db, text: &str, limit: u32) -> Result<Vec<(String, u32)>, Failure> {
    let query = sqlx::query_as(include_str!("queries/kept_job/titles.sql"));
    Ok(query.bind(text).bind(limit).fetch_all(db).await?)
}

pub async fn companies(db: &mut Db, text: &str, limit: u32) -> Result<Vec<(String, u32)>, Failure> {
    let query = sqlx::query_as(include_str!("queries/kept_job/companies.sql"));
    Ok(query.bind(text).bind(limit).fetch_all(db).await?)
}
