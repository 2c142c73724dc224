use super::{Columns, Store, Transaction, word};
use crate::Result;
use crate::outbox::{Body, Entry, Topic};
use sqlx::types::Json;
use zhitu_domain::time::Timestamp;

/// Adds an entry to the transaction of its cause.
pub(super) async fn add(transaction: &mut Transaction, body: &Body, at: Timestamp) -> Result<()> {
    sqlx::query(sql!("outbox/add"))
        .bind(word(&body.topic())?)
        .bind(Json(body))
        .bind(at.0)
        .execute(&mut **transaction)
        .await?;
    Ok(())
}

impl Store {
    pub(crate) async fn outbox_next(&self, topic: Topic, limit: u32) -> Result<Vec<Entry>> {
        sqlx::query(sql!("outbox/next"))
            .bind(word(&topic)?)
            .bind(i64::from(limit))
            .fetch_all(&self.pool)
            .await?
            .iter()
            .map(|row| {
                Ok(Entry {
                    seq: row.big("seq")?,
                    body: row.json("body")?,
                    created_at: row.time("created_at")?,
                })
            })
            .collect()
    }

    pub(crate) async fn outbox_done(&self, seq: i64) -> Result<()> {
        sqlx::query(sql!("outbox/done")).bind(seq).execute(&self.pool).await?;
        Ok(())
    }

    pub(crate) async fn outbox_done_all(&self, seqs: &[i64]) -> Result<()> {
        let mut transaction = self.write().await?;
        for seq in seqs {
            sqlx::query(sql!("outbox/done")).bind(seq).execute(&mut *transaction).await?;
        }
        Ok(transaction.commit().await?)
    }

    pub(crate) async fn outbox_waiting(&self, topic: Topic) -> Result<(u32, Option<Timestamp>)> {
        let row = sqlx::query(sql!("outbox/waiting")).bind(word(&topic)?).fetch_one(&self.pool).await?;
        Ok((row.count("waiting")?, row.time_opt("oldest")?))
    }
}
