use super::job::joined_job;
use super::virtual_number::{Party, recheck};
use super::{
    Columns, Db, Row, Store, Transaction, attachment, look, mailbox, notice, outbox, visibility, word,
};
use crate::Result;
use crate::application::{Application, ApplicationPut, NewApplication, View};
use crate::outbox::Body;
use sqlx::types::Json;
use zhitu_domain::application::Stage;
use zhitu_domain::id::{AccountId, ApplicationId, CompanyId, ConversationId, JobId, LookId};
use zhitu_domain::notice::NoticeKind;
use zhitu_domain::resume::visibility::LookKind;
use zhitu_domain::time::Timestamp;

const LATEST_FIRST: &str = " order by application.applied_at desc, application.id desc";

/// Reads a row of `application/all`.
fn joined_application(row: &Row) -> Result<Application> {
    Ok(Application {
        id: ApplicationId(row.id("id")?),
        account: AccountId(row.id("account_id")?),
        job: joined_job(row)?,
        snapshot: row.json_opt("snapshot")?,
        resume_version: row.count("resume_version")?,
        stage: row.word("stage")?,
        applied_at: row.time("applied_at")?,
        stage_at: row.time("stage_at")?,
        first_viewed_at: row.time_opt("first_viewed_at")?,
        conversation: row.id_opt("conversation_id")?.map(ConversationId),
        attachment: attachment::joined_sent(row)?,
        despite_block: row.flag("despite_block")?,
        left: row.flag("left_to_blocked")?,
    })
}

/// Tells both sides, out of a row with `account_id` and `company_id`.
async fn tell(
    transaction: &mut Transaction,
    row: &Row,
    application: ApplicationId,
    stage: Stage,
    at: Timestamp,
) -> Result<()> {
    let seeker = AccountId(row.id("account_id")?);
    let company = CompanyId(row.id("company_id")?);
    // What the seeker does is no news to them.
    if !matches!(stage, Stage::Submitted | Stage::Withdrawn) {
        notice::add(transaction, seeker, NoticeKind::Application, application.0, at).await?;
    }
    outbox::add(transaction, &Body::Application { application, stage, seeker, company }, at).await
}

/// Notes within a transaction that a company opens a snapshot, and moves a new application to viewed; whose it is, if
/// there is one that was not withdrawn.
pub(super) async fn open(
    transaction: &mut Transaction,
    application: ApplicationId,
    company: CompanyId,
    at: Timestamp,
) -> Result<Option<AccountId>> {
    let row = sqlx::query(sql!("application/open"))
        .bind(application.0)
        .bind(company.0)
        .bind(at.0)
        .fetch_optional(&mut **transaction)
        .await?;
    let Some(row) = row else { return Ok(None) };
    if row.time("first_viewed_at")? == at {
        tell(transaction, &row, application, row.word("stage")?, at).await?;
    }
    Ok(Some(AccountId(row.id("account_id")?)))
}

/// Holds an application within a transaction, so that withdrawing waits; whose it is, if there is one to the company that
/// was not withdrawn.
pub(super) async fn lock(
    transaction: &mut Transaction,
    application: ApplicationId,
    company: CompanyId,
) -> Result<Option<AccountId>> {
    let row = sqlx::query(sql!("application/lock"))
        .bind(application.0)
        .bind(company.0)
        .fetch_optional(&mut **transaction)
        .await?;
    row.map(|row| Ok(AccountId(row.id("account_id")?))).transpose()
}

/// Closes or opens the conversation about a job that a seeker applied to in spite of a block.
async fn conversation_despite(
    transaction: &mut Transaction,
    job: JobId,
    seeker: AccountId,
    closed: bool,
) -> Result<()> {
    sqlx::query(sql!("conversation/despite"))
        .bind(job.0)
        .bind(seeker.0)
        .bind(closed)
        .execute(&mut **transaction)
        .await?;
    Ok(())
}

/// Withdraws a live application, if it is one of the account's, within a transaction that holds the account's lock.
pub(super) async fn withdraw(
    transaction: &mut Transaction,
    application: ApplicationId,
    account: AccountId,
    at: Timestamp,
) -> Result<bool> {
    let row = sqlx::query(sql!("application/withdraw"))
        .bind(application.0)
        .bind(account.0)
        .bind(at.0)
        .fetch_optional(&mut **transaction)
        .await?;
    let Some(row) = row else { return Ok(false) };
    sqlx::query(sql!("attachment/withdraw")).bind(application.0).execute(&mut **transaction).await?;
    if row.flag("despite_block")? {
        let job = JobId(row.id("job_id")?);
        conversation_despite(transaction, job, account, true).await?;
    }
    mailbox::withdrawn(transaction, application, at).await?;
    tell(transaction, &row, application, Stage::Withdrawn, at).await?;
    Ok(true)
}

impl Store {
    pub(crate) async fn application_put(&self, application: &NewApplication<'_>) -> Result<ApplicationPut> {
        let mut transaction = self.write().await?;
        // The job's row is locked so that closing it and this cannot pass each other.
        let open = sqlx::query(sql!("application/job_lock"))
            .bind(application.job.0)
            .fetch_optional(&mut *transaction)
            .await?;
        let there = sqlx::query(sql!("application/of_job_key"))
            .bind(application.job.0)
            .bind(application.account.0)
            .fetch_optional(&mut *transaction)
            .await?;
        if let Some(there) = there
            && there.word::<Stage>("stage")? != Stage::Withdrawn
        {
            transaction.rollback().await?;
            return Ok(ApplicationPut::There { id: ApplicationId(there.id("id")?) });
        }
        let Some(open) = open else {
            transaction.rollback().await?;
            return Ok(ApplicationPut::JobClosed);
        };
        let company = CompanyId(open.id("company_id")?);
        visibility::lock(&mut transaction, application.account).await?;
        let blocked = visibility::blocked(&mut transaction, application.account, company).await?;
        if blocked && !application.despite_block {
            transaction.rollback().await?;
            return Ok(ApplicationPut::CompanyBlocked);
        }
        if blocked {
            // What the seeker unblocked is this application and the conversation about it.
            conversation_despite(&mut transaction, application.job, application.account, false).await?;
        }
        let row = sqlx::query(sql!("application/put"))
            .bind(application.id.0)
            .bind(application.job.0)
            .bind(application.account.0)
            .bind(Json(application.snapshot))
            .bind(i64::from(application.resume_version))
            .bind(application.at.0)
            .bind(blocked)
            .fetch_one(&mut *transaction)
            .await?;
        let id = ApplicationId(row.id("id")?);
        if let Some((attachment, contact)) = application.attachment {
            let sent = sqlx::query(sql!("attachment/send"))
                .bind(id.0)
                .bind(application.at.0)
                .bind(Json(contact))
                .bind(attachment.0)
                .bind(application.account.0)
                .execute(&mut *transaction)
                .await?;
            if sent.rows_affected() == 0 {
                transaction.rollback().await?;
                return Ok(ApplicationPut::AttachmentGone);
            }
        }
        mailbox::add(&mut transaction, id, company, application.at).await?;
        tell(&mut transaction, &row, id, Stage::Submitted, application.at).await?;
        transaction.commit().await?;
        Ok(ApplicationPut::Sent { id })
    }

    pub(crate) async fn application_get(&self, application: ApplicationId) -> Result<Option<Application>> {
        let mut query = sqlx::QueryBuilder::<Db>::new(sql!("application/all"));
        query.push(" where application.id = ").push_bind(application.0);
        query.build().fetch_optional(&self.pool).await?.as_ref().map(joined_application).transpose()
    }

    pub(crate) async fn application_of_job(
        &self,
        job: JobId,
        account: AccountId,
    ) -> Result<Option<Application>> {
        let mut query = sqlx::QueryBuilder::<Db>::new(sql!("application/all"));
        query.push(" where application.job_id = ").push_bind(job.0);
        query.push(" and application.account_id = ").push_bind(account.0);
        query.build().fetch_optional(&self.pool).await?.as_ref().map(joined_application).transpose()
    }

    pub(crate) async fn applications_of_account(&self, account: AccountId) -> Result<Vec<Application>> {
        let mut query = sqlx::QueryBuilder::<Db>::new(sql!("application/all"));
        query.push(" where application.account_id = ").push_bind(account.0);
        query.push(LATEST_FIRST);
        query.build().fetch_all(&self.pool).await?.iter().map(joined_application).collect()
    }

    pub(crate) async fn applications_of_job(
        &self,
        job: JobId,
        company: CompanyId,
    ) -> Result<Vec<Application>> {
        let mut query = sqlx::QueryBuilder::<Db>::new(sql!("application/all"));
        query.push(" where application.job_id = ").push_bind(job.0);
        query.push(" and application.company_id = ").push_bind(company.0);
        query.push(" and application.stage <> 'withdrawn'").push(LATEST_FIRST);
        query.build().fetch_all(&self.pool).await?.iter().map(joined_application).collect()
    }

    pub(crate) async fn application_withdraw(
        &self,
        application: ApplicationId,
        account: AccountId,
        at: Timestamp,
    ) -> Result<bool> {
        let mut transaction = self.write().await?;
        // Before the application's row, as blocking takes them.
        visibility::lock(&mut transaction, account).await?;
        if withdraw(&mut transaction, application, account, at).await? {
            recheck(&mut transaction, Party::Seeker(account), at).await?;
            transaction.commit().await?;
            return Ok(true);
        }
        transaction.rollback().await?;
        let there = self.application_get(application).await?;
        Ok(there.is_some_and(|there| there.account == account))
    }

    pub(crate) async fn application_leave(
        &self,
        application: ApplicationId,
        account: AccountId,
    ) -> Result<bool> {
        let left = sqlx::query(sql!("application/leave"))
            .bind(application.0)
            .bind(account.0)
            .execute(&self.pool)
            .await?;
        Ok(left.rows_affected() > 0)
    }

    pub(crate) async fn application_open(
        &self,
        application: ApplicationId,
        company: CompanyId,
        viewer: AccountId,
        look: LookId,
        at: Timestamp,
    ) -> Result<bool> {
        let mut transaction = self.write().await?;
        let Some(account) = open(&mut transaction, application, company, at).await? else {
            transaction.rollback().await?;
            return Ok(false);
        };
        let written = look::Written {
            id: look,
            account,
            kind: LookKind::SnapshotOpened,
            company: Some(company),
            viewer,
            application: Some(application),
            introduction: None,
            reason: None,
            at,
        };
        look::add(&mut transaction, &written).await?;
        transaction.commit().await?;
        Ok(true)
    }

    pub(crate) async fn application_stage_set(
        &self,
        application: ApplicationId,
        company: CompanyId,
        from: Stage,
        to: Stage,
        at: Timestamp,
    ) -> Result<bool> {
        let mut transaction = self.write().await?;
        let row = sqlx::query(sql!("application/stage_set"))
            .bind(application.0)
            .bind(company.0)
            .bind(word(&from)?)
            .bind(word(&to)?)
            .bind(at.0)
            .fetch_optional(&mut *transaction)
            .await?;
        let Some(row) = row else {
            transaction.rollback().await?;
            return Ok(false);
        };
        tell(&mut transaction, &row, application, to, at).await?;
        transaction.commit().await?;
        Ok(true)
    }

    pub(crate) async fn application_views(&self, application: ApplicationId) -> Result<Vec<View>> {
        sqlx::query(sql!("application/views"))
            .bind(application.0)
            .fetch_all(&self.pool)
            .await?
            .iter()
            .map(|row| Ok(View { viewer: AccountId(row.id("viewer_id")?), at: row.time("at")? }))
            .collect()
    }
}
