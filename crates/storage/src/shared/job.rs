use super::company::{joined_company, put as company_put};
use super::{Columns, Db, Row, Store, Transaction, outbox};
use crate::Result;
use crate::job::{CompanyJob, ImportedJob, Job, JobImport, JobPut, NewJob};
use crate::outbox::Body;
use sqlx::types::Json;
use zhitu_domain::id::{AccountId, CompanyId, JobId};
use zhitu_domain::job::{JobContent, JobState};
use zhitu_domain::time::Timestamp;

/// Reads a row of `job/all`.
pub(super) fn joined_job(row: &Row) -> Result<Job> {
    Ok(Job {
        id: JobId(row.id("job_id")?),
        company: joined_company(row)?,
        recruiter: row.id_opt("job_recruiter_id")?.map(AccountId),
        contact: row.text_opt("job_contact")?.unwrap_or_default(),
        content: row.json("job_content")?,
        state: if row.flag("job_open")? { JobState::Open } else { JobState::Closed },
        source: row.text_opt("job_source")?,
        posted_at: row.time("job_posted_at")?,
        updated_at: row.time("job_updated_at")?,
    })
}

/// Posts or edits within a transaction, with its entry for the index when something changed.
async fn put(transaction: &mut Transaction, job: &NewJob<'_>) -> Result<JobPut> {
    let created = sqlx::query(sql!("job/add"))
        .bind(job.id.0)
        .bind(job.company.0)
        .bind(job.recruiter.0)
        .bind(Json(job.content))
        .bind(job.posted_at.0)
        .bind(job.at.0)
        .execute(&mut **transaction)
        .await?
        .rows_affected()
        > 0;
    if !created {
        let there = sqlx::query(sql!("job/lock"))
            .bind(job.id.0)
            .bind(job.company.0)
            .fetch_optional(&mut **transaction)
            .await?;
        let Some(there) = there else { return Ok(JobPut::OtherCompany) };
        if there.json::<JobContent>("content")? == *job.content {
            return Ok(JobPut::Unchanged);
        }
        sqlx::query(sql!("job/set"))
            .bind(job.id.0)
            .bind(Json(job.content))
            .bind(job.at.0)
            .execute(&mut **transaction)
            .await?;
    }
    outbox::add(transaction, &Body::Job { job: job.id }, job.at).await?;
    Ok(if created { JobPut::Created } else { JobPut::Changed })
}

impl Store {
    pub(crate) async fn job_get(&self, job: JobId) -> Result<Option<Job>> {
        Ok(self.jobs_get(&[job]).await?.pop())
    }

    pub(crate) async fn jobs_get(&self, jobs: &[JobId]) -> Result<Vec<Job>> {
        if jobs.is_empty() {
            return Ok(Vec::new());
        }
        let mut query = sqlx::QueryBuilder::<Db>::new(sql!("job/all"));
        query.push(" where job.id in (");
        let mut list = query.separated(", ");
        for job in jobs {
            list.push_bind(job.0);
        }
        list.push_unseparated(")");
        query.build().fetch_all(&self.pool).await?.iter().map(joined_job).collect()
    }

    pub(crate) async fn jobs_page(&self, after: Option<JobId>, limit: u32) -> Result<Vec<Job>> {
        let mut query = sqlx::QueryBuilder::<Db>::new(sql!("job/all"));
        if let Some(after) = after {
            query.push(" where job.id > ").push_bind(after.0);
        }
        query.push(" order by job.id limit ").push_bind(i64::from(limit));
        query.build().fetch_all(&self.pool).await?.iter().map(joined_job).collect()
    }

    pub(crate) async fn jobs_of_company(&self, company: CompanyId) -> Result<Vec<CompanyJob>> {
        sqlx::query(sql!("job/of_company"))
            .bind(company.0)
            .fetch_all(&self.pool)
            .await?
            .iter()
            .map(|row| {
                Ok(CompanyJob {
                    job: joined_job(row)?,
                    applicants: row.count("applicants")?,
                    new_applicants: row.count("new_applicants")?,
                })
            })
            .collect()
    }

    pub(crate) async fn job_put(&self, job: &NewJob<'_>) -> Result<JobPut> {
        let mut transaction = self.write().await?;
        let outcome = put(&mut transaction, job).await?;
        transaction.commit().await?;
        Ok(outcome)
    }

    pub(crate) async fn jobs_put(&self, jobs: &[NewJob<'_>]) -> Result<Vec<JobPut>> {
        let mut outcomes = Vec::with_capacity(jobs.len());
        let mut transaction = self.write().await?;
        for job in jobs {
            outcomes.push(put(&mut transaction, job).await?);
        }
        transaction.commit().await?;
        Ok(outcomes)
    }

    pub(crate) async fn job_close(&self, job: JobId, company: CompanyId, at: Timestamp) -> Result<bool> {
        let mut transaction = self.write().await?;
        let locked = sqlx::query(sql!("job/lock"))
            .bind(job.0)
            .bind(company.0)
            .fetch_optional(&mut *transaction)
            .await?;
        let Some(locked) = locked else {
            transaction.rollback().await?;
            return Ok(false);
        };
        if locked.flag("open")? {
            sqlx::query(sql!("job/close")).bind(job.0).bind(at.0).execute(&mut *transaction).await?;
            outbox::add(&mut transaction, &Body::Job { job }, at).await?;
        }
        transaction.commit().await?;
        Ok(true)
    }

    pub(crate) async fn jobs_import(&self, jobs: &[ImportedJob], at: Timestamp) -> Result<Vec<JobImport>> {
        let mut outcomes = Vec::with_capacity(jobs.len());
        let mut transaction = self.write().await?;
        for job in jobs {
            let double = sqlx::query(sql!("job/double"))
                .bind(job.fingerprint.as_slice())
                .bind(&job.source)
                .fetch_optional(&mut *transaction)
                .await?;
            if let Some(double) = double {
                outcomes.push(JobImport::Double { of: JobId(double.id("id")?) });
                continue;
            }
            let company = company_put(&mut transaction, &job.company, false, at).await?;
            let row = sqlx::query(sql!("job/import"))
                .bind(job.id.0)
                .bind(company.0)
                .bind(Json(&job.content))
                .bind(job.state == JobState::Open)
                .bind(&job.source)
                .bind(job.fingerprint.as_slice())
                .bind(job.posted_at.0)
                .bind(at.0)
                .fetch_one(&mut *transaction)
                .await?;
            let id = JobId(row.id("id")?);
            outbox::add(&mut transaction, &Body::Job { job: id }, at).await?;
            outcomes.push(if id == job.id { JobImport::Created } else { JobImport::Updated });
        }
        transaction.commit().await?;
        Ok(outcomes)
    }

    pub(crate) async fn jobs_count(&self) -> Result<(u32, u32)> {
        let row = sqlx::query(sql!("job/count")).fetch_one(&self.pool).await?;
        Ok((row.count("jobs")?, row.count("open_jobs")?))
    }

    pub(crate) async fn favourite_set(
        &self,
        account: AccountId,
        job: JobId,
        on: bool,
        at: Timestamp,
    ) -> Result<bool> {
        if self.job_get(job).await?.is_none() {
            return Ok(false);
        }
        if on {
            sqlx::query(sql!("job/favourite_add"))
                .bind(account.0)
                .bind(job.0)
                .bind(at.0)
                .execute(&self.pool)
                .await?;
        } else {
            sqlx::query(sql!("job/favourite_remove")).bind(account.0).bind(job.0).execute(&self.pool).await?;
        }
        Ok(true)
    }

    pub(crate) async fn favourites_list(&self, account: AccountId) -> Result<Vec<Job>> {
        sqlx::query(sql!("job/favourites"))
            .bind(account.0)
            .fetch_all(&self.pool)
            .await?
            .iter()
            .map(joined_job)
            .collect()
    }
}
