use super::virtual_number::{Party, recheck};
use super::{Columns, Store, Transaction, application, outbox, recruiter, visibility};
use crate::Result;
use crate::account::Account;
use crate::outbox::Body;
use sqlx::types::Json;
use zhitu_domain::id::{AccountId, ApplicationId, SessionId};
use zhitu_domain::resume::ResumeContent;
use zhitu_domain::time::Timestamp;

/// Records an acceptance within a transaction.
pub(super) async fn policy_accept(
    transaction: &mut Transaction,
    account: AccountId,
    version: &str,
    accepted_at: Timestamp,
    at: Timestamp,
) -> Result<()> {
    sqlx::query(sql!("account/policy_accept"))
        .bind(account.0)
        .bind(version)
        .bind(accepted_at.0)
        .bind(at.0)
        .execute(&mut **transaction)
        .await?;
    Ok(())
}

impl Store {
    pub(crate) async fn personalised(&self, account: AccountId) -> Result<Option<bool>> {
        let row =
            sqlx::query(sql!("account/personalised")).bind(account.0).fetch_optional(&self.pool).await?;
        row.map(|row| row.flag("personalised")).transpose()
    }

    pub(crate) async fn personalised_set(&self, account: AccountId, on: bool) -> Result<()> {
        sqlx::query(sql!("account/personalised_set")).bind(account.0).bind(on).execute(&self.pool).await?;
        Ok(())
    }

    pub(crate) async fn account_get(&self, account: AccountId) -> Result<Option<Account>> {
        sqlx::query(sql!("account/get"))
            .bind(account.0)
            .fetch_optional(&self.pool)
            .await?
            .map(|row| {
                let phone = row.text("phone")?;
                let tail = phone.len().saturating_sub(2);
                Ok(Account {
                    id: account,
                    phone_tail: phone.get(tail..).unwrap_or_default().to_owned(),
                    created_at: row.time("created_at")?,
                })
            })
            .transpose()
    }

    pub(crate) async fn account_by_phone(&self, phone_key: &[u8]) -> Result<Option<AccountId>> {
        let row = sqlx::query(sql!("account/by_phone")).bind(phone_key).fetch_optional(&self.pool).await?;
        row.map(|row| Ok(AccountId(row.id("account_id")?))).transpose()
    }

    pub(crate) async fn account_close(
        &self,
        account: AccountId,
        operator: &str,
        at: Timestamp,
    ) -> Result<bool> {
        let mut transaction = self.write().await?;
        // Before all else, as applying and blocking take it.
        visibility::lock(&mut transaction, account).await?;
        let closed = sqlx::query(sql!("account/close")).bind(account.0).bind(at.0);
        if closed.execute(&mut *transaction).await?.rows_affected() == 0 {
            transaction.rollback().await?;
            return Ok(false);
        }
        visibility::hide(&mut transaction, account, at).await?;
        let live = sqlx::query(sql!("application/live")).bind(account.0).fetch_all(&mut *transaction).await?;
        for row in &live {
            let id = ApplicationId(row.id("id")?);
            application::withdraw(&mut transaction, id, account, at).await?;
        }
        let ended = sqlx::query(sql!("session/end_all")).bind(account.0).bind(at.0);
        for row in &ended.fetch_all(&mut *transaction).await? {
            let session = SessionId(row.id("id")?);
            outbox::add(&mut transaction, &Body::SessionEnded { session }, at).await?;
        }
        sqlx::query(sql!("account/erase_resume"))
            .bind(account.0)
            .bind(Json(ResumeContent::default()))
            .bind(at.0)
            .execute(&mut *transaction)
            .await?;
        sqlx::query(sql!("account/erase_links"))
            .bind(account.0)
            .bind(at.0)
            .execute(&mut *transaction)
            .await?;
        for end in [
            sql!("conversation/close_all"),
            sql!("account/erase_name"),
            sql!("account/erase_messages"),
            sql!("account/erase_notes"),
            sql!("account/erase_attachments"),
            sql!("account/erase_blocks"),
            sql!("account/erase_favourites"),
            sql!("staff/remove"),
            sql!("work_email/remove"),
            sql!("mailbox/remove_of_account"),
            sql!("email_code/remove_all"),
            sql!("notice/choices_remove"),
            sql!("notice/digest_remove"),
            sql!("notice/email_remove"),
            sql!("notice/webhook_remove"),
            sql!("notice/sms_remove"),
            sql!("notice/remove_all"),
            sql!("account/phone_remove"),
        ] {
            sqlx::query(end).bind(account.0).execute(&mut *transaction).await?;
        }
        for party in [Party::Seeker(account), Party::Recruiter(account)] {
            recheck(&mut transaction, party, at).await?;
        }
        recruiter::log(&mut transaction, "account_closed", account.0, true, operator, at).await?;
        transaction.commit().await?;
        Ok(true)
    }

    pub(crate) async fn policy_accept(
        &self,
        account: AccountId,
        version: &str,
        accepted_at: Timestamp,
        at: Timestamp,
    ) -> Result<()> {
        let mut transaction = self.write().await?;
        policy_accept(&mut transaction, account, version, accepted_at, at).await?;
        Ok(transaction.commit().await?)
    }

    pub(crate) async fn policy_accepted(
        &self,
        account: AccountId,
        version: &str,
    ) -> Result<Option<Timestamp>> {
        let row = sqlx::query(sql!("account/policy_accepted"))
            .bind(account.0)
            .bind(version)
            .fetch_optional(&self.pool)
            .await?;
        row.map(|row| row.time("accepted_at")).transpose()
    }
}
