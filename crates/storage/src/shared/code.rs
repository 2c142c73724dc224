use super::{Columns, Store};
use crate::Result;
use crate::code::{CodePut, NewCode};
use zhitu_domain::time::Timestamp;

impl Store {
    pub(crate) async fn code_put(&self, code: &NewCode<'_>) -> Result<CodePut> {
        let mut transaction = self.write().await?;
        // Written first: its lock makes two requests for one number wait for each other.
        sqlx::query(sql!("code/lock")).bind(code.phone_key).execute(&mut *transaction).await?;
        sqlx::query(sql!("code/sent_prune"))
            .bind(code.phone_key)
            .bind(code.counted_since.0)
            .execute(&mut *transaction)
            .await?;
        let sent =
            sqlx::query(sql!("code/sent_count")).bind(code.phone_key).fetch_one(&mut *transaction).await?;
        if sent.count("sent")? >= code.most {
            transaction.commit().await?;
            return Ok(CodePut::TooMany);
        }
        if let Some(last) = sent.time_opt("last")?
            && last > code.quiet_since
        {
            transaction.commit().await?;
            return Ok(CodePut::TooSoon { last });
        }
        sqlx::query(sql!("code/sent_add"))
            .bind(code.phone_key)
            .bind(code.at.0)
            .execute(&mut *transaction)
            .await?;
        sqlx::query(sql!("code/set"))
            .bind(code.phone_key)
            .bind(code.code_hash)
            .bind(code.expires_at.0)
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(CodePut::Stored)
    }

    pub(crate) async fn code_unsent(&self, phone_key: &[u8], sent_at: Timestamp) -> Result<()> {
        let mut transaction = self.write().await?;
        sqlx::query(sql!("code/void")).bind(phone_key).execute(&mut *transaction).await?;
        sqlx::query(sql!("code/sent_remove"))
            .bind(phone_key)
            .bind(sent_at.0)
            .execute(&mut *transaction)
            .await?;
        Ok(transaction.commit().await?)
    }

    pub(crate) async fn code_try(
        &self,
        phone_key: &[u8],
        most_tries: u32,
        now: Timestamp,
    ) -> Result<Option<Vec<u8>>> {
        let row = sqlx::query(sql!("code/try"))
            .bind(phone_key)
            .bind(i64::from(most_tries))
            .bind(now.0)
            .fetch_optional(&self.pool)
            .await?;
        row.map(|row| row.bytes("code_hash")).transpose()
    }

    pub(crate) async fn codes_prune(&self, before: Timestamp) -> Result<()> {
        let mut transaction = self.write().await?;
        sqlx::query(sql!("code/prune")).bind(before.0).execute(&mut *transaction).await?;
        sqlx::query(sql!("code/sent_prune_all")).bind(before.0).execute(&mut *transaction).await?;
        Ok(transaction.commit().await?)
    }
}
