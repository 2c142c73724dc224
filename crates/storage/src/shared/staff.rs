use super::virtual_number::{Party, recheck};
use super::{Columns, Store, recruiter};
use crate::staff::{FactorTry, NewFactor, Proof, Tries};
use crate::{Error, Result};
use zhitu_domain::id::{AccountId, SessionId};
use zhitu_domain::time::Timestamp;

impl Store {
    pub(crate) async fn is_staff(&self, account: AccountId) -> Result<bool> {
        sqlx::query(sql!("staff/get")).bind(account.0).fetch_one(&self.pool).await?.flag("staff")
    }

    pub(crate) async fn staff_set(
        &self,
        account: AccountId,
        staff: bool,
        operator: &str,
        at: Timestamp,
    ) -> Result<()> {
        let mut transaction = self.write().await?;
        if staff {
            let add = sqlx::query(sql!("staff/add")).bind(account.0).bind(at.0);
            add.execute(&mut *transaction).await?;
        } else {
            sqlx::query(sql!("staff/remove")).bind(account.0).execute(&mut *transaction).await?;
        }
        recheck(&mut transaction, Party::Recruiter(account), at).await?;
        recruiter::log(&mut transaction, "staff", account.0, staff, operator, at).await?;
        Ok(transaction.commit().await?)
    }

    pub(crate) async fn staff_has_factor(&self, account: AccountId) -> Result<bool> {
        let row = sqlx::query(sql!("staff/factor_get")).bind(account.0).fetch_optional(&self.pool).await?;
        Ok(row.is_some())
    }

    pub(crate) async fn staff_factor_put(&self, new: NewFactor<'_>) -> Result<()> {
        let mut transaction = self.write().await?;
        sqlx::query(sql!("staff/factor_put"))
            .bind(new.account.0)
            .bind(new.sealed)
            .execute(&mut *transaction)
            .await?;
        for clear in [sql!("staff/recovery_clear"), sql!("staff/sessions_end")] {
            sqlx::query(clear).bind(new.account.0).execute(&mut *transaction).await?;
        }
        for hash in new.recovery {
            sqlx::query(sql!("staff/recovery_add"))
                .bind(new.account.0)
                .bind(hash.as_slice())
                .execute(&mut *transaction)
                .await?;
        }
        recruiter::log(&mut transaction, "staff_factor", new.account.0, true, new.operator, new.at).await?;
        Ok(transaction.commit().await?)
    }

    pub(crate) async fn staff_factor_try(&self, account: AccountId, tries: Tries) -> Result<FactorTry> {
        let counted = sqlx::query(sql!("staff/factor_try"))
            .bind(account.0)
            .bind(i64::from(tries.most))
            .bind(tries.locked_until.0)
            .bind(tries.now.0)
            .fetch_optional(&self.pool)
            .await?;
        if let Some(counted) = counted {
            return Ok(FactorTry::Counted { sealed: counted.bytes("sealed")? });
        }
        let row = sqlx::query(sql!("staff/factor_get")).bind(account.0).fetch_optional(&self.pool).await?;
        match row {
            Some(row) => Ok(FactorTry::Locked { until: row.time("locked_until")? }),
            None => Ok(FactorTry::Missing),
        }
    }

    pub(crate) async fn staff_factor_use(
        &self,
        account: AccountId,
        proof: Proof<'_>,
        session: SessionId,
        until: Timestamp,
    ) -> Result<bool> {
        let mut transaction = self.write().await?;
        let used = match proof {
            Proof::Step(step) => {
                let step = i64::try_from(step).map_err(|_| Error::Inconsistent { column: "last_step" })?;
                sqlx::query(sql!("staff/factor_use"))
                    .bind(account.0)
                    .bind(step)
                    .execute(&mut *transaction)
                    .await?
            }
            Proof::Recovery(hash) => {
                // Its lock first, as a code of a step takes it.
                let reset = sqlx::query(sql!("staff/factor_reset")).bind(account.0);
                reset.execute(&mut *transaction).await?;
                sqlx::query(sql!("staff/recovery_use"))
                    .bind(account.0)
                    .bind(hash)
                    .execute(&mut *transaction)
                    .await?
            }
        };
        if used.rows_affected() == 0 {
            // With what was reset before it.
            transaction.rollback().await?;
            return Ok(false);
        }
        sqlx::query(sql!("staff/session_put"))
            .bind(session.0)
            .bind(account.0)
            .bind(until.0)
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(true)
    }

    pub(crate) async fn staff_session_until(
        &self,
        account: AccountId,
        session: SessionId,
    ) -> Result<Option<Timestamp>> {
        let row = sqlx::query(sql!("staff/session_get"))
            .bind(session.0)
            .bind(account.0)
            .fetch_optional(&self.pool)
            .await?;
        row.map(|row| row.time("until")).transpose()
    }
}
