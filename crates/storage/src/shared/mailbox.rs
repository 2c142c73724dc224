use super::email_code::{self, address};
use super::{Columns, Row, Store, Transaction};
use crate::email_code::{EmailCode, EmailPurpose};
use crate::mailbox::{ApplicationMail, Mailbox};
use crate::{Error, Result};
use zhitu_domain::id::{AccountId, ApplicationId, CompanyId};
use zhitu_domain::mark::MarkNumber;
use zhitu_domain::time::Timestamp;

/// Puts an application on its way to the company's mailbox, if it has one, within the transaction that sends it.
pub(super) async fn add(
    transaction: &mut Transaction,
    application: ApplicationId,
    company: CompanyId,
    at: Timestamp,
) -> Result<()> {
    sqlx::query(sql!("mailbox/mail_add"))
        .bind(application.0)
        .bind(company.0)
        .bind(at.0)
        .execute(&mut **transaction)
        .await?;
    Ok(())
}

/// Keeps an application from being mailed, and has the mailbox told of a copy that was, within the transaction that
/// withdraws it.
pub(super) async fn withdrawn(
    transaction: &mut Transaction,
    application: ApplicationId,
    at: Timestamp,
) -> Result<()> {
    sqlx::query(sql!("mailbox/mail_remove")).bind(application.0).execute(&mut **transaction).await?;
    sqlx::query(sql!("mailbox/mail_withdrawn"))
        .bind(application.0)
        .bind(at.0)
        .execute(&mut **transaction)
        .await?;
    Ok(())
}

fn mailbox(row: &Row) -> Result<Mailbox> {
    Ok(Mailbox {
        company: CompanyId(row.id("company_id")?),
        email: address(&row.text("email")?)?,
        set_by: AccountId(row.id("set_by")?),
        confirmed_at: row.time("confirmed_at")?,
        failing_since: row.time_opt("failing_since")?,
    })
}

fn mail(row: &Row) -> Result<ApplicationMail> {
    let mark = row
        .big_opt("mark")?
        .map(|mark| MarkNumber::from_stored(mark).ok_or(Error::Inconsistent { column: "mark" }));
    Ok(ApplicationMail {
        seq: row.big("seq")?,
        application: ApplicationId(row.id("application_id")?),
        company: CompanyId(row.id("company_id")?),
        job_title: row.text("job_title")?,
        withdrawn: mark.transpose()?,
        at: row.time("at")?,
        tries: row.count("tries")?,
        next_at: row.time("next_at")?,
    })
}

impl Store {
    pub(crate) async fn mailbox_get(&self, company: CompanyId) -> Result<Option<Mailbox>> {
        let row = sqlx::query(sql!("mailbox/get")).bind(company.0).fetch_optional(&self.pool).await?;
        row.as_ref().map(mailbox).transpose()
    }

    pub(crate) async fn mailbox_confirm(
        &self,
        account: AccountId,
        company: CompanyId,
        code: &EmailCode,
        at: Timestamp,
    ) -> Result<bool> {
        let mut transaction = self.write().await?;
        if !email_code::used(&mut transaction, account, EmailPurpose::Mailbox, code).await? {
            transaction.rollback().await?;
            return Ok(false);
        }
        sqlx::query(sql!("mailbox/set"))
            .bind(company.0)
            .bind(code.email.as_str())
            .bind(account.0)
            .bind(at.0)
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(true)
    }

    pub(crate) async fn mailbox_remove(&self, account: AccountId, company: CompanyId) -> Result<()> {
        let mut transaction = self.write().await?;
        for remove in [sql!("mailbox/remove"), sql!("mailbox/mails_remove")] {
            sqlx::query(remove).bind(company.0).execute(&mut *transaction).await?;
        }
        email_code::remove(&mut transaction, account, EmailPurpose::Mailbox).await?;
        Ok(transaction.commit().await?)
    }

    pub(crate) async fn application_mails_due(
        &self,
        now: Timestamp,
        limit: u32,
    ) -> Result<Vec<ApplicationMail>> {
        sqlx::query(sql!("mailbox/mails_due"))
            .bind(now.0)
            .bind(i64::from(limit))
            .fetch_all(&self.pool)
            .await?
            .iter()
            .map(mail)
            .collect()
    }

    pub(crate) async fn application_mail_claim(
        &self,
        mail: &ApplicationMail,
        until: Timestamp,
    ) -> Result<bool> {
        let claimed = sqlx::query(sql!("mailbox/mail_claim"))
            .bind(mail.seq)
            .bind(mail.next_at.0)
            .bind(until.0)
            .execute(&self.pool)
            .await?;
        Ok(claimed.rows_affected() > 0)
    }

    pub(crate) async fn application_mail_later(
        &self,
        mail: &ApplicationMail,
        next_at: Timestamp,
    ) -> Result<()> {
        sqlx::query(sql!("mailbox/mail_later"))
            .bind(mail.seq)
            .bind(mail.next_at.0)
            .bind(next_at.0)
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    pub(crate) async fn application_mail_done(&self, mail: &ApplicationMail) -> Result<()> {
        sqlx::query(sql!("mailbox/mail_done")).bind(mail.seq).execute(&self.pool).await?;
        Ok(())
    }

    pub(crate) async fn application_mail_arrived(&self, mail: &ApplicationMail) -> Result<()> {
        let mut transaction = self.write().await?;
        sqlx::query(sql!("mailbox/mail_done")).bind(mail.seq).execute(&mut *transaction).await?;
        sqlx::query(sql!("mailbox/arrived")).bind(mail.company.0).execute(&mut *transaction).await?;
        Ok(transaction.commit().await?)
    }

    pub(crate) async fn application_mail_failed(&self, mail: &ApplicationMail, at: Timestamp) -> Result<()> {
        let mut transaction = self.write().await?;
        sqlx::query(sql!("mailbox/mail_done")).bind(mail.seq).execute(&mut *transaction).await?;
        sqlx::query(sql!("mailbox/failed"))
            .bind(mail.company.0)
            .bind(at.0)
            .execute(&mut *transaction)
            .await?;
        Ok(transaction.commit().await?)
    }
}
