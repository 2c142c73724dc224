use super::virtual_number::{Party, recheck};
use super::{Columns, Db, Row, Store, outbox, word};
use crate::Result;
use crate::outbox::Body;
use crate::resume::{Resume, ResumePut};
use sqlx::types::Json;
use zhitu_domain::id::{AccountId, ResumeId};
use zhitu_domain::resume::ResumeContent;
use zhitu_domain::resume::visibility::VisibilitySetting;
use zhitu_domain::time::Timestamp;

fn resume(row: &Row) -> Result<Resume> {
    Ok(Resume {
        id: ResumeId(row.id("id")?),
        version: row.count("version")?,
        content: row.json("content")?,
        visibility: row.word("visibility")?,
        updated_at: row.time("updated_at")?,
    })
}

impl Store {
    pub(crate) async fn resume_get(&self, account: AccountId) -> Result<Option<Resume>> {
        let row = sqlx::query(sql!("resume/get")).bind(account.0).fetch_optional(&self.pool).await?;
        row.as_ref().map(resume).transpose()
    }

    pub(crate) async fn resumes_get(&self, resumes: &[ResumeId]) -> Result<Vec<Resume>> {
        if resumes.is_empty() {
            return Ok(Vec::new());
        }
        let mut query = sqlx::QueryBuilder::<Db>::new(sql!("resume/page"));
        query.push(" where id in (");
        let mut list = query.separated(", ");
        for resume in resumes {
            list.push_bind(resume.0);
        }
        list.push_unseparated(")");
        query.build().fetch_all(&self.pool).await?.iter().map(resume).collect()
    }

    pub(crate) async fn resumes_page(&self, after: Option<ResumeId>, limit: u32) -> Result<Vec<Resume>> {
        let mut query = sqlx::QueryBuilder::<Db>::new(sql!("resume/page"));
        query.push(" where version > 0");
        if let Some(after) = after {
            query.push(" and id > ").push_bind(after.0);
        }
        query.push(" order by id limit ").push_bind(i64::from(limit));
        query.build().fetch_all(&self.pool).await?.iter().map(resume).collect()
    }

    pub(crate) async fn resumes_count(&self) -> Result<u32> {
        sqlx::query(sql!("resume/count")).fetch_one(&self.pool).await?.count("held")
    }

    pub(crate) async fn resume_put(
        &self,
        account: AccountId,
        resume: ResumeId,
        base_version: u32,
        content: &ResumeContent,
        at: Timestamp,
    ) -> Result<ResumePut> {
        let birth_date = content.basic.birth_date.map(|date| date.to_string());
        let mut transaction = self.write().await?;
        let saved = if base_version == 0 {
            sqlx::query(sql!("resume/add"))
                .bind(account.0)
                .bind(resume.0)
                .bind(Json(content))
                .bind(birth_date)
                .bind(word(&VisibilitySetting::default())?)
                .bind(at.0)
                .fetch_optional(&mut *transaction)
                .await?
        } else {
            sqlx::query(sql!("resume/set"))
                .bind(account.0)
                .bind(i64::from(base_version))
                .bind(Json(content))
                .bind(birth_date)
                .bind(at.0)
                .fetch_optional(&mut *transaction)
                .await?
        };
        if let Some(saved) = saved {
            let body = Body::Resume { resume: ResumeId(saved.id("id")?) };
            outbox::add(&mut transaction, &body, at).await?;
            recheck(&mut transaction, Party::Seeker(account), at).await?;
            transaction.commit().await?;
            return Ok(ResumePut::Saved { version: base_version + 1 });
        }
        transaction.rollback().await?;
        let version = self.resume_get(account).await?.map_or(0, |there| there.version);
        Ok(ResumePut::Conflict { version })
    }
}
