use super::{Columns, Store};
use crate::Result;
use crate::note::Note;
use zhitu_domain::id::{AccountId, CompanyId, ResumeId};
use zhitu_domain::time::Timestamp;

impl Store {
    pub(crate) async fn note_set(
        &self,
        resume: ResumeId,
        recruiter: AccountId,
        company: CompanyId,
        text: &str,
        at: Timestamp,
    ) -> Result<()> {
        let statement = if text.is_empty() { sql!("note/remove") } else { sql!("note/set") };
        let query = sqlx::query(statement).bind(resume.0).bind(recruiter.0).bind(company.0);
        let query = if text.is_empty() { query } else { query.bind(text).bind(at.0) };
        query.execute(&self.pool).await?;
        Ok(())
    }

    pub(crate) async fn notes(&self, resume: ResumeId, company: CompanyId) -> Result<Vec<Note>> {
        sqlx::query(sql!("note/list"))
            .bind(resume.0)
            .bind(company.0)
            .fetch_all(&self.pool)
            .await?
            .iter()
            .map(|row| {
                Ok(Note {
                    recruiter: AccountId(row.id("recruiter_id")?),
                    name: row.text("name")?,
                    title: row.text("title")?,
                    text: row.text("text")?,
                    at: row.time("at")?,
                })
            })
            .collect()
    }
}
