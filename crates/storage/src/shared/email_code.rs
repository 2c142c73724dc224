use super::{Columns, Store, Transaction, word};
use crate::code::CodePut;
use crate::email_code::{EmailCode, EmailPurpose, NewEmailCode};
use crate::{Error, Result};
use zhitu_domain::id::AccountId;
use zhitu_domain::relay::EmailAddress;
use zhitu_domain::time::Timestamp;

pub(super) fn address(text: &str) -> Result<EmailAddress> {
    EmailAddress::parse(text).map_err(|_| Error::Inconsistent { column: "email" })
}

/// Uses a code up within the transaction that makes its address the account's; whether it was still there.
pub(super) async fn used(
    transaction: &mut Transaction,
    account: AccountId,
    purpose: EmailPurpose,
    code: &EmailCode,
) -> Result<bool> {
    let used = sqlx::query(sql!("email_code/use"))
        .bind(account.0)
        .bind(word(&purpose)?)
        .bind(&code.code_hash)
        .execute(&mut **transaction)
        .await?;
    Ok(used.rows_affected() > 0)
}

/// Forgets the code of a purpose.
pub(super) async fn remove(
    transaction: &mut Transaction,
    account: AccountId,
    purpose: EmailPurpose,
) -> Result<()> {
    sqlx::query(sql!("email_code/remove"))
        .bind(account.0)
        .bind(word(&purpose)?)
        .execute(&mut **transaction)
        .await?;
    Ok(())
}

impl Store {
    pub(crate) async fn email_code_put(&self, code: &NewEmailCode<'_>) -> Result<CodePut> {
        let mut transaction = self.write().await?;
        super::visibility::lock(&mut transaction, code.account).await?;
        let sent = sqlx::query(sql!("email_code/sent"))
            .bind(code.account.0)
            .bind(word(&code.purpose)?)
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
        sqlx::query(sql!("email_code/set"))
            .bind(code.account.0)
            .bind(word(&code.purpose)?)
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

    pub(crate) async fn email_code_try(
        &self,
        account: AccountId,
        purpose: EmailPurpose,
        most_tries: u32,
        now: Timestamp,
    ) -> Result<Option<EmailCode>> {
        let row = sqlx::query(sql!("email_code/try"))
            .bind(account.0)
            .bind(word(&purpose)?)
            .bind(i64::from(most_tries))
            .bind(now.0)
            .fetch_optional(&self.pool)
            .await?;
        row.map(|row| {
            Ok(EmailCode {
                email: address(&row.text("email")?)?,
                email_key: row.bytes("email_key")?,
                code_hash: row.bytes("code_hash")?,
            })
        })
        .transpose()
    }

    pub(crate) async fn email_code_void(
        &self,
        account: AccountId,
        purpose: EmailPurpose,
        code_hash: &[u8],
    ) -> Result<bool> {
        let voided = sqlx::query(sql!("email_code/void"))
            .bind(account.0)
            .bind(word(&purpose)?)
            .bind(code_hash)
            .execute(&self.pool)
            .await?;
        Ok(voided.rows_affected() > 0)
    }
}
