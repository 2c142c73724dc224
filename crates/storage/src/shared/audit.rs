use super::{Columns, Row, Store};
use crate::audit::NewAudit;
use crate::{Error, Result};
use zhitu_domain::id::AccountId;
use zhitu_domain::staff::audit::{AuditEntry, AuditHead};

fn head(row: &Row) -> Result<AuditHead> {
    Ok(AuditHead { seq: number(row)?, seal: row.text("seal")? })
}

fn number(row: &Row) -> Result<u64> {
    u64::try_from(row.big("seq")?).map_err(|_| Error::Inconsistent { column: "seq" })
}

fn stored(number: u64) -> Result<i64> {
    i64::try_from(number).map_err(|_| Error::Inconsistent { column: "seq" })
}

impl Store {
    pub(crate) async fn audit_add(&self, new: NewAudit<'_>) -> Result<u64> {
        let mut transaction = self.write().await?;
        // Written first: its lock makes two entries follow one another.
        let before = head(&sqlx::query(sql!("audit/raise")).fetch_one(&mut *transaction).await?)?;
        let seal = (new.seal)(&before.sealed_text(new.at, new.account, new.body));
        let seq = before.seq + 1;
        sqlx::query(sql!("audit/add"))
            .bind(stored(seq)?)
            .bind(new.at.0)
            .bind(new.account.0)
            .bind(new.body)
            .bind(&seal)
            .execute(&mut *transaction)
            .await?;
        sqlx::query(sql!("audit/head_set")).bind(&seal).execute(&mut *transaction).await?;
        transaction.commit().await?;
        Ok(seq)
    }

    pub(crate) async fn audit_list(&self, after: u64, limit: u32) -> Result<Vec<AuditEntry>> {
        let rows = sqlx::query(sql!("audit/list"))
            .bind(stored(after)?)
            .bind(i64::from(limit))
            .fetch_all(&self.pool)
            .await?;
        let entry = |row: &Row| {
            Ok(AuditEntry {
                seq: number(row)?,
                at: row.time("at")?,
                account: AccountId(row.id("account_id")?),
                body: row.text("body")?,
                seal: row.text("seal")?,
            })
        };
        rows.iter().map(entry).collect()
    }

    pub(crate) async fn audit_head(&self) -> Result<AuditHead> {
        head(&sqlx::query(sql!("audit/head")).fetch_one(&self.pool).await?)
    }
}
