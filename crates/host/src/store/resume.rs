//! The résumé's working copy, and what can be undone.

use super::{Db, failure::Failure, json};
use zhitu_core::ports::{ResumeRow, ResumeSteps, UNDO_STEPS, UndoStep};
use zhitu_domain::resume::ResumeContent;

const TABLE: &str = "resume";
const STEP: &str = "resume_step";
const UNDO: &str = "undo";
const REDO: &str = "redo";

/// `base_version`, `base`, `visibility`, `content`, `dirty`, `revision`, `clashes`, `can_undo`, `can_redo`
type Row = (u32, String, String, String, bool, i64, String, bool, bool);

pub async fn show(db: &mut Db) -> Result<Option<ResumeRow>, Failure> {
    let row: Option<Row> = sqlx::query_as(include_str!("queries/resume/show.sql")).fetch_optional(db).await?;
    let Some((base_version, base, visibility, content, dirty, revision, clashes, can_undo, can_redo)) = row
    else {
        return Ok(None);
    };
    Ok(Some(ResumeRow {
        base_version,
        base: json::read(TABLE, &base)?,
        visibility: json::read(TABLE, &visibility)?,
        content: json::read(TABLE, &content)?,
        dirty,
        revision: revision.cast_unsigned(),
        clashes: json::read(TABLE, &clashes)?,
        can_undo,
        can_redo,
    }))
}

pub async fn edit(
    db: &mut Db,
    content: &ResumeContent,
    step: UndoStep,
    clashes: &[String],
) -> Result<(), Failure> {
    let mut row = show(&mut *db).await?.unwrap_or_default();
    if step == UndoStep::New {
        step_add(&mut *db, UNDO, &row.content).await?;
    }
    steps_clear(&mut *db, REDO).await?;
    row.clashes = clashes.to_vec();
    typed(db, row, content.clone()).await
}

/// Takes the last step of `from` into the working copy, which goes to the steps of `to`; false when there is none.
async fn step(db: &mut Db, from: &'static str, to: &'static str) -> Result<bool, Failure> {
    let last: Option<(i64, String)> = sqlx::query_as(include_str!("queries/resume/step_last.sql"))
        .bind(from)
        .fetch_optional(&mut *db)
        .await?;
    let Some((position, content)) = last else { return Ok(false) };
    let row = show(&mut *db).await?.unwrap_or_default();
    sqlx::query(include_str!("queries/resume/step_delete.sql")).bind(position).execute(&mut *db).await?;
    step_add(&mut *db, to, &row.content).await?;
    typed(db, row, json::read(STEP, &content)?).await?;
    Ok(true)
}

pub async fn undo(db: &mut Db) -> Result<bool, Failure> {
    step(db, UNDO, REDO).await
}

pub async fn redo(db: &mut Db) -> Result<bool, Failure> {
    step(db, REDO, UNDO).await
}

pub async fn saved(
    db: &mut Db,
    version: u32,
    content: &ResumeContent,
    revision: u64,
    clashes: &[String],
) -> Result<(), Failure> {
    sqlx::query(include_str!("queries/resume/saved.sql"))
        .bind(version)
        .bind(json::write(TABLE, content)?)
        .bind(revision.cast_signed())
        .bind(json::write(TABLE, &clashes)?)
        .execute(db)
        .await?;
    Ok(())
}

pub async fn steps(db: &mut Db) -> Result<ResumeSteps, Failure> {
    Ok(ResumeSteps { undo: steps_of(&mut *db, UNDO).await?, redo: steps_of(db, REDO).await? })
}

pub async fn replace(db: &mut Db, row: &ResumeRow, steps: &ResumeSteps) -> Result<(), Failure> {
    put(&mut *db, row).await?;
    for (kind, contents) in [(UNDO, &steps.undo), (REDO, &steps.redo)] {
        steps_clear(&mut *db, kind).await?;
        for content in contents {
            step_add(&mut *db, kind, content).await?;
        }
    }
    Ok(())
}

/// Writes a working copy that somebody changed here.
async fn typed(db: &mut Db, mut row: ResumeRow, content: ResumeContent) -> Result<(), Failure> {
    row.content = content;
    row.dirty = true;
    row.revision += 1;
    put(db, &row).await
}

async fn put(db: &mut Db, row: &ResumeRow) -> Result<(), Failure> {
    sqlx::query(include_str!("queries/resume/put.sql"))
        .bind(row.base_version)
        .bind(json::write(TABLE, &row.base)?)
        .bind(json::write(TABLE, &row.visibility)?)
        .bind(json::write(TABLE, &row.content)?)
        .bind(row.dirty)
        .bind(row.revision.cast_signed())
        .bind(json::write(TABLE, &row.clashes)?)
        .execute(db)
        .await?;
    Ok(())
}

async fn step_add(db: &mut Db, kind: &'static str, content: &ResumeContent) -> Result<(), Failure> {
    sqlx::query(include_str!("queries/resume/step_add.sql"))
        .bind(kind)
        .bind(json::write(STEP, content)?)
        .execute(&mut *db)
        .await?;
    sqlx::query(include_str!("queries/resume/steps_trim.sql"))
        .bind(kind)
        .bind(i64::try_from(UNDO_STEPS).unwrap_or(i64::MAX))
        .execute(db)
        .await?;
    Ok(())
}

async fn steps_clear(db: &mut Db, kind: &'static str) -> Result<(), Failure> {
    sqlx::query(include_str!("queries/resume/steps_clear.sql")).bind(kind).execute(db).await?;
    Ok(())
}

async fn steps_of(db: &mut Db, kind: &'static str) -> Result<Vec<ResumeContent>, Failure> {
    let contents: Vec<String> =
        sqlx::query_scalar(include_str!("queries/resume/steps_list.sql")).bind(kind).fetch_all(db).await?;
    json::read_all(STEP, &contents)
}
