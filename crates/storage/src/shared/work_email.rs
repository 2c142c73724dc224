use super::email_code::{self, address};
use super::{Columns, Store};
use crate::Result;
use crate::email_code::{EmailCode, EmailPurpose};
use zhitu_domain::id::AccountId;
use zhitu_domain::relay::EmailAddress;
use zhitu_domain::time::Timestamp;

impl Store {
    pub(crate) async fn work_email_confirm(
        &self,
        account: AccountId,
        code: &EmailCode,
        at: Timestamp,
    ) -> Result<bool> {
        let mut transaction = self.write().await?;
        if !email_code::used(&mut transaction, account, EmailPurpose::Work, code).await? {
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
        sqlx::query(sql!("work_email/remove")).bind(account.0).execute(&mut *transaction).await?;
        email_code::remove(&mut transaction, account, EmailPurpose::Work).await?;
        Ok(transaction.commit().await?)
    }
}
