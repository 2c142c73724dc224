use super::{Columns, Store, word};
use crate::Result;
use crate::resume::{Resume, ResumePut};
use sqlx::types::Json;
use zhitu_domain::id::AccountId;
use zhitu_domain::resume::ResumeContent;
use zhitu_domain::resume::visibility::VisibilitySetting;
use zhitu_domain::time::Timestamp;

impl Store {
    pub(crate) async fn resume_get(&self, account: AccountId) -> Result<Option<Resume>> {
        let row = sqlx::query(sql!("resume/get")).bind(account.0).fetch_optional(&self.pool).await?;
        row.map(|row| {
            Ok(Resume {
                version: row.count("version")?,
                content: row.json("content")?,
                visibility: row.word("visibility")?,
                updated_at: row.time("updated_at")?,
            })
        })
        .transpose()
    }

    pub(crate) async fn resume_put(
        &self,
        account: AccountId,
        base_version: u32,
        content: &ResumeContent,
        at: Timestamp,
    ) -> Result<ResumePut> {
        let saved = if base_version == 0 {
            sqlx::query(sql!("resume/add"))
                .bind(account.0)
                .bind(Json(content))
                .bind(word(&VisibilitySetting::default())?)
                .bind(at.0)
                .execute(&self.pool)
                .await?
        } else {
            sqlx::query(sql!("resume/set"))
                .bind(account.0)
                .bind(i64::from(base_version))
                .bind(Json(content))
                .bind(at.0)
                .execute(&self.pool)
                .await?
        };
        if saved.rows_affected() > 0 {
            return Ok(ResumePut::Saved { version: base_version + 1 });
        }
        let version = self.resume_get(account).await?.map_or(0, |there| there.version);
        Ok(ResumePut::Conflict { version })
    }
}
