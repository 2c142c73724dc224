use super::email_code::{self, address};
use super::{Columns, Row, Store, Transaction, company, visibility, word};
use crate::email_code::{EmailCode, EmailPurpose};
use crate::notice::{Digest, LooksOf, Notice, NoticeEmail, NoticeSettings, NoticeWebhook};
use crate::{Error, Result};
use uuid::Uuid;
use zhitu_domain::account::PhoneNumber;
use zhitu_domain::id::AccountId;
use zhitu_domain::notice::{NoticeChoice, NoticeKind, NoticeWay};
use zhitu_domain::time::Timestamp;

/// Puts a notice on all ways that its person chose and can be reached by, within the transaction of its cause.
pub(super) async fn add(
    transaction: &mut Transaction,
    account: AccountId,
    kind: NoticeKind,
    subject: Uuid,
    at: Timestamp,
) -> Result<()> {
    sqlx::query(sql!("notice/add"))
        .bind(account.0)
        .bind(word(&kind)?)
        .bind(subject)
        .bind(at.0)
        .execute(&mut **transaction)
        .await?;
    Ok(())
}

/// Switches a choice on within a transaction.
pub(super) async fn choice_add(
    transaction: &mut Transaction,
    account: AccountId,
    choice: NoticeChoice,
) -> Result<()> {
    sqlx::query(sql!("notice/choice_add"))
        .bind(account.0)
        .bind(word(&choice.kind)?)
        .bind(word(&choice.way)?)
        .execute(&mut **transaction)
        .await?;
    Ok(())
}

async fn digest_set(transaction: &mut Transaction, digest: &Digest) -> Result<()> {
    sqlx::query(sql!("notice/digest_set"))
        .bind(digest.account.0)
        .bind(&digest.zone)
        .bind(digest.due_at.0)
        .execute(&mut **transaction)
        .await?;
    Ok(())
}

/// Deletes what is on its way within a transaction.
async fn remove_way(transaction: &mut Transaction, account: AccountId, way: NoticeWay) -> Result<()> {
    sqlx::query(sql!("notice/remove_way"))
        .bind(account.0)
        .bind(word(&way)?)
        .execute(&mut **transaction)
        .await?;
    Ok(())
}

fn notice(row: &Row) -> Result<Notice> {
    Ok(Notice {
        seq: row.big("seq")?,
        account: AccountId(row.id("account_id")?),
        kind: row.word("kind")?,
        way: row.word("way")?,
        subject: row.id("subject_id")?,
        at: row.time("at")?,
        tries: row.count("tries")?,
        next_at: row.time("next_at")?,
    })
}

fn choice(row: &Row) -> Result<NoticeChoice> {
    Ok(NoticeChoice { kind: row.word("kind")?, way: row.word("way")? })
}

fn email(row: &Row) -> Result<NoticeEmail> {
    Ok(NoticeEmail {
        email: address(&row.text("email")?)?,
        confirmed_at: row.time("confirmed_at")?,
        failing_since: row.time_opt("failing_since")?,
    })
}

fn webhook(row: &Row) -> Result<NoticeWebhook> {
    Ok(NoticeWebhook {
        id: row.id("id")?,
        url: row.text("url")?,
        confirmed_at: row.time("confirmed_at")?,
        failing_since: row.time_opt("failing_since")?,
    })
}

fn phone(row: &Row) -> Result<PhoneNumber> {
    PhoneNumber::parse(&row.text("phone")?).map_err(|_| Error::Inconsistent { column: "phone" })
}

impl Store {
    pub(crate) async fn notice_settings(&self, account: AccountId) -> Result<NoticeSettings> {
        let one = async |statement| sqlx::query(statement).bind(account.0).fetch_optional(&self.pool).await;
        let choices = sqlx::query(sql!("notice/choices")).bind(account.0).fetch_all(&self.pool).await?;
        let mut choices: Vec<NoticeChoice> = choices.iter().map(choice).collect::<Result<_>>()?;
        choices.sort_unstable();
        Ok(NoticeSettings {
            choices,
            zone: one(sql!("notice/digest")).await?.map(|row| row.text("zone")).transpose()?,
            phone: one(sql!("notice/phone")).await?.as_ref().map(phone).transpose()?,
            email: one(sql!("notice/email")).await?.as_ref().map(email).transpose()?,
            webhook: one(sql!("notice/webhook")).await?.as_ref().map(webhook).transpose()?,
        })
    }

    pub(crate) async fn notice_choose(
        &self,
        account: AccountId,
        choice: NoticeChoice,
        on: bool,
        digest: Option<&Digest>,
    ) -> Result<()> {
        let mut transaction = self.write().await?;
        if on {
            choice_add(&mut transaction, account, choice).await?;
        } else {
            for statement in [sql!("notice/choice_remove"), sql!("notice/remove")] {
                sqlx::query(statement)
                    .bind(account.0)
                    .bind(word(&choice.kind)?)
                    .bind(word(&choice.way)?)
                    .execute(&mut *transaction)
                    .await?;
            }
        }
        if let Some(digest) = digest {
            digest_set(&mut transaction, digest).await?;
        }
        Ok(transaction.commit().await?)
    }

    pub(crate) async fn notice_digest_set(&self, digest: &Digest) -> Result<()> {
        let mut transaction = self.write().await?;
        digest_set(&mut transaction, digest).await?;
        Ok(transaction.commit().await?)
    }

    pub(crate) async fn notice_email_confirm(
        &self,
        account: AccountId,
        code: &EmailCode,
        at: Timestamp,
    ) -> Result<bool> {
        let mut transaction = self.write().await?;
        if !email_code::used(&mut transaction, account, EmailPurpose::Notices, code).await? {
            transaction.rollback().await?;
            return Ok(false);
        }
        sqlx::query(sql!("notice/email_set"))
            .bind(account.0)
            .bind(code.email.as_str())
            .bind(at.0)
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(true)
    }

    pub(crate) async fn notice_email_remove(&self, account: AccountId) -> Result<()> {
        let mut transaction = self.write().await?;
        sqlx::query(sql!("notice/email_remove")).bind(account.0).execute(&mut *transaction).await?;
        email_code::remove(&mut transaction, account, EmailPurpose::Notices).await?;
        remove_way(&mut transaction, account, NoticeWay::Mail).await?;
        Ok(transaction.commit().await?)
    }

    pub(crate) async fn notice_webhook_set(&self, account: AccountId, webhook: &NoticeWebhook) -> Result<()> {
        sqlx::query(sql!("notice/webhook_set"))
            .bind(account.0)
            .bind(webhook.id)
            .bind(&webhook.url)
            .bind(webhook.confirmed_at.0)
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    pub(crate) async fn notice_webhook_remove(&self, account: AccountId) -> Result<()> {
        let mut transaction = self.write().await?;
        sqlx::query(sql!("notice/webhook_remove")).bind(account.0).execute(&mut *transaction).await?;
        remove_way(&mut transaction, account, NoticeWay::Webhook).await?;
        Ok(transaction.commit().await?)
    }

    pub(crate) async fn notices_due(&self, now: Timestamp, limit: u32) -> Result<Vec<Notice>> {
        sqlx::query(sql!("notice/due"))
            .bind(now.0)
            .bind(i64::from(limit))
            .fetch_all(&self.pool)
            .await?
            .iter()
            .map(notice)
            .collect()
    }

    pub(crate) async fn notice_claim(&self, notice: &Notice, until: Timestamp) -> Result<bool> {
        let claimed = sqlx::query(sql!("notice/claim"))
            .bind(notice.seq)
            .bind(notice.next_at.0)
            .bind(until.0)
            .execute(&self.pool)
            .await?;
        Ok(claimed.rows_affected() > 0)
    }

    pub(crate) async fn notice_later(&self, notice: &Notice, next_at: Timestamp) -> Result<()> {
        sqlx::query(sql!("notice/later"))
            .bind(notice.seq)
            .bind(notice.next_at.0)
            .bind(next_at.0)
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    pub(crate) async fn notice_done(&self, notice: &Notice) -> Result<()> {
        sqlx::query(sql!("notice/done")).bind(notice.seq).execute(&self.pool).await?;
        Ok(())
    }

    pub(crate) async fn notice_arrived(&self, notice: &Notice) -> Result<()> {
        let mut transaction = self.write().await?;
        sqlx::query(sql!("notice/done")).bind(notice.seq).execute(&mut *transaction).await?;
        let works = match notice.way {
            NoticeWay::Mail => Some(sql!("notice/email_arrived")),
            NoticeWay::Webhook => Some(sql!("notice/webhook_arrived")),
            NoticeWay::Sms => None,
        };
        if let Some(works) = works {
            sqlx::query(works).bind(notice.account.0).execute(&mut *transaction).await?;
        }
        Ok(transaction.commit().await?)
    }

    pub(crate) async fn notice_failed(&self, notice: &Notice, at: Timestamp) -> Result<()> {
        let mut transaction = self.write().await?;
        sqlx::query(sql!("notice/done")).bind(notice.seq).execute(&mut *transaction).await?;
        let fails = match notice.way {
            NoticeWay::Mail => Some(sql!("notice/email_failed")),
            NoticeWay::Webhook => Some(sql!("notice/webhook_failed")),
            NoticeWay::Sms => None,
        };
        if let Some(fails) = fails {
            sqlx::query(fails).bind(notice.account.0).bind(at.0).execute(&mut *transaction).await?;
        }
        Ok(transaction.commit().await?)
    }

    pub(crate) async fn notice_sms_count(
        &self,
        notice: &Notice,
        since: Timestamp,
        most: u32,
        at: Timestamp,
    ) -> Result<bool> {
        let mut transaction = self.write().await?;
        visibility::lock(&mut transaction, notice.account).await?;
        let sent = sqlx::query(sql!("notice/sms_sent"))
            .bind(notice.account.0)
            .bind(since.0)
            .bind(notice.seq)
            .fetch_one(&mut *transaction)
            .await?;
        if sent.count("sent")? >= most {
            transaction.rollback().await?;
            return Ok(false);
        }
        sqlx::query(sql!("notice/sms_add"))
            .bind(notice.seq)
            .bind(notice.account.0)
            .bind(at.0)
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(true)
    }

    pub(crate) async fn notice_sms_prune(&self, before: Timestamp) -> Result<()> {
        sqlx::query(sql!("notice/sms_prune")).bind(before.0).execute(&self.pool).await?;
        Ok(())
    }

    pub(crate) async fn digests_due(&self, now: Timestamp, limit: u32) -> Result<Vec<Digest>> {
        let rows = sqlx::query(sql!("notice/digests_due"))
            .bind(now.0)
            .bind(i64::from(limit))
            .fetch_all(&self.pool)
            .await?;
        let digest = |row: &Row| {
            Ok(Digest {
                account: AccountId(row.id("account_id")?),
                zone: row.text("zone")?,
                due_at: row.time("due_at")?,
            })
        };
        rows.iter().map(digest).collect()
    }

    pub(crate) async fn digest_move(&self, digest: &Digest, next: Timestamp, tells: bool) -> Result<()> {
        let mut transaction = self.write().await?;
        let moved = sqlx::query(sql!("notice/digest_move"))
            .bind(digest.account.0)
            .bind(digest.due_at.0)
            .bind(next.0)
            .execute(&mut *transaction)
            .await?;
        // Another process may have been faster: it is told once.
        if moved.rows_affected() > 0 && tells {
            let account = digest.account;
            add(&mut transaction, account, NoticeKind::WeeklyDigest, account.0, digest.due_at).await?;
        }
        Ok(transaction.commit().await?)
    }

    pub(crate) async fn looks_between(
        &self,
        account: AccountId,
        from: Timestamp,
        to: Timestamp,
    ) -> Result<Vec<LooksOf>> {
        let rows = sqlx::query(sql!("notice/looks"))
            .bind(account.0)
            .bind(from.0)
            .bind(to.0)
            .fetch_all(&self.pool)
            .await?;
        let looks = |row: &Row| {
            Ok(LooksOf {
                company: company::joined_name(row)?,
                opened: row.count("opened")?,
                downloaded: row.count("downloaded")?,
            })
        };
        rows.iter().map(looks).collect()
    }
}
