use super::{Columns, Store};
use crate::code::CodePut;
use crate::relay::{NewWorkEmailCode, WorkEmailCode};
use crate::{Error, Result};
use zhitu_domain::id::AccountId;
use zhitu_domain::relay::EmailAddress;
use zhitu_domain::time::Timestamp;

fn address(text: &str) -> Result<EmailAddress> {
    EmailAddress::parse(text).map_err(|_| Error::Inconsistent { column: "email" })
}

impl Store {
    pub(crate) async fn work_email_code_put(&self, code: &NewWorkEmailCode<'_>) -> Result<CodePut> {
        let mut transaction = self.write().await?;
        super::visibility::lock(&mut transaction, code.account).await?;
        let sent = sqlx::query(sql!("work_email/code_sent"))
            .bind(code.account.0)
            .fetch_optional(&mut *transaction)
            .await?;
        let (mut window, mut count) = (code.at, 0);
        if let Some(sent) = sent {
            let last = sent.time("sent_at")?;
            if last > code.quiet_since {
                transaction.rollback().await?;
                return Ok(CodePut::TooSoon { last });
            }
            if sent.time("window_at")? > code.counted_since {
                (window, count) = (sent.time("window_at")?, sent.count("sent_count")?);
            }
        }
        if count >= code.most {
            transaction.rollback().await?;
            return Ok(CodePut::TooMany);
        }
        sqlx::query(sql!("work_email/code_set"))
            .bind(code.account.0)
            .bind(code.email.as_str())
            .bind(code.email_key)
            .bind(code.code_hash)
            .bind(code.at.0)
            .bind(i64::from(count) + 1)
            .bind(window.0)
            .bind(code.expires_at.0)
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(CodePut::Stored)
    }

    pub(crate) async fn work_email_code_try(
        &self,
        account: AccountId,
        most_tries: u32,
        now: Timestamp,
    ) -> Result<Option<WorkEmailCode>> {
        let row = sqlx::query(sql!("work_email/code_try"))
            .bind(account.0)
            .bind(i64::from(most_tries))
            .bind(now.0)
            .fetch_optional(&self.pool)
            .await?;
        row.map(|row| {
            Ok(WorkEmailCode {
                email: address(&row.text("email")?)?,
                email_key: row.bytes("email_key")?,
                code_hash: row.bytes("code_hash")?,
            })
        })
        .transpose()
    }

    pub(crate) async fn work_email_code_void(&self, account: AccountId, code_hash: &[u8]) -> Result<bool> {
        let voided = sqlx::query(sql!("work_email/code_void"))
            .bind(account.0)
            .bind(code_hash)
            .execute(&self.pool)
            .await?;
        Ok(voided.rows_affected() > 0)
    }

    pub(crate) async fn work_email_confirm(
        &self,
        account: AccountId,
        code: &WorkEmailCode,
        at: Timestamp,
    ) -> Result<bool> {
        let mut transaction = self.write().await?;
        let used = sqlx::query(sql!("work_email/code_use"))
            .bind(account.0)
            .bind(&code.code_hash)
            .execute(&mut *transaction)
            .await?;
        if used.rows_affected() == 0 {
            transaction.rollback().await?;
            return Ok(false);
        }
        sqlx::query(sql!("work_email/clear"))
            .bind(account.0)
            .bind(&code.email_key)
            .execute(&mut *transaction)
            .await?;
        sqlx::query(sql!("work_email/add"))
            .bind(account.0)
            .bind(code.email.as_str())
            .bind(&code.email_key)
            .bind(at.0)
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(true)
    }

    pub(crate) async fn work_email_get(&self, account: AccountId) -> Result<Option<EmailAddress>> {
        let row = sqlx::query(sql!("work_email/get")).bind(account.0).fetch_optional(&self.pool).await?;
        row.map(|row| address(&row.text("email")?)).transpose()
    }

    pub(crate) async fn work_email_owner(&self, email_key: &[u8]) -> Result<Option<AccountId>> {
        let row = sqlx::query(sql!("work_email/owner")).bind(email_key).fetch_optional(&self.pool).await?;
        row.map(|row| Ok(AccountId(row.id("account_id")?))).transpose()
    }

    pub(crate) async fn work_email_remove(&self, account: AccountId) -> Result<()> {
        let mut transaction = self.write().await?;
        for delete in [sql!("work_email/remove"), sql!("work_email/code_remove")] {
            sqlx::query(delete).bind(account.0).execute(&mut *transaction).await?;
        }
        Ok(transaction.commit().await?)
    }
}
