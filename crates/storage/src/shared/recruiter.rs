use super::company::{joined_company, put};
use super::virtual_number::{Party, recheck};
use super::{Columns, Store, Transaction};
use crate::Result;
use crate::recruiter::{Recruiter, Registration};
use uuid::Uuid;
use zhitu_domain::id::AccountId;
use zhitu_domain::recruiter::Verification;
use zhitu_domain::time::Timestamp;

/// Records a verification or its taking back.
pub(super) async fn log(
    transaction: &mut Transaction,
    subject: &str,
    subject_id: Uuid,
    verified: bool,
    operator: &str,
    at: Timestamp,
) -> Result<()> {
    sqlx::query(sql!("recruiter/log"))
        .bind(subject)
        .bind(subject_id)
        .bind(verified)
        .bind(operator)
        .bind(at.0)
        .execute(&mut **transaction)
        .await?;
    Ok(())
}

impl Store {
    pub(crate) async fn recruiter_get(&self, account: AccountId) -> Result<Option<Recruiter>> {
        let row = sqlx::query(sql!("recruiter/get")).bind(account.0).fetch_optional(&self.pool).await?;
        row.map(|row| {
            let company = joined_company(&row)?;
            Ok(Recruiter {
                account,
                name: row.text("name")?,
                title: row.text("title")?,
                verification: Verification {
                    person: row.flag("person_verified")?,
                    employment: row.flag("employment_verified")?,
                    company: company.verified,
                },
                company,
                resume_search: row.flag("resume_search")?,
            })
        })
        .transpose()
    }

    pub(crate) async fn recruiter_register(&self, registration: &Registration<'_>) -> Result<()> {
        let mut transaction = self.write().await?;
        let company =
            put(&mut transaction, registration.company, registration.company_overwrite, registration.at)
                .await?;
        if company == registration.company.id {
            sqlx::query(sql!("company/key_inherit"))
                .bind(company.0)
                .bind(registration.account.0)
                .execute(&mut *transaction)
                .await?;
        }
        if let Some(key) = registration.company_key {
            sqlx::query(sql!("company/key_add"))
                .bind(company.0)
                .bind(key.as_slice())
                .execute(&mut *transaction)
                .await?;
        }
        sqlx::query(sql!("recruiter/put"))
            .bind(registration.account.0)
            .bind(company.0)
            .bind(registration.name)
            .bind(registration.title)
            .bind(registration.verification.person)
            .bind(registration.verification.employment)
            .bind(registration.at.0)
            .execute(&mut *transaction)
            .await?;
        recheck(&mut transaction, Party::Recruiter(registration.account), registration.at).await?;
        Ok(transaction.commit().await?)
    }

    pub(crate) async fn recruiter_verify(
        &self,
        account: AccountId,
        person: bool,
        employment: bool,
        operator: &str,
        at: Timestamp,
    ) -> Result<bool> {
        let mut transaction = self.write().await?;
        let found = sqlx::query(sql!("recruiter/verify"))
            .bind(account.0)
            .bind(person)
            .bind(employment)
            .bind(at.0)
            .execute(&mut *transaction)
            .await?
            .rows_affected()
            > 0;
        if found {
            log(&mut transaction, "person", account.0, person, operator, at).await?;
            log(&mut transaction, "employment", account.0, employment, operator, at).await?;
            recheck(&mut transaction, Party::Recruiter(account), at).await?;
        }
        transaction.commit().await?;
        Ok(found)
    }
}
