use super::{Columns, Db, Row, Store, Transaction, company};
use crate::relay::{
    Alias, NewNotice, NewRelayMail, Opened, OwnContact, Relay, RelayMail, RelayMailPut, RelayOf, RelayOpen,
};
use crate::{Error, Result};
use zhitu_domain::account::PhoneNumber;
use zhitu_domain::id::{AccountId, CompanyId, RelayId, RelayMailId};
use zhitu_domain::relay::{AliasName, Channel, EmailAddress};
use zhitu_domain::time::Timestamp;

fn relay(row: &Row) -> Result<Relay> {
    Ok(Relay {
        id: RelayId(row.id("relay_id")?),
        seeker: AccountId(row.id("account_id")?),
        company: row.id_opt("company_id")?.map(CompanyId),
        channel: Channel { used_at: row.time("used_at")?, closed: row.flag("closed")? },
    })
}

pub(super) fn name(row: &Row, column: &'static str) -> Result<AliasName> {
    AliasName::parse(&row.text(column)?).ok_or(Error::Inconsistent { column })
}

fn mail(row: &Row) -> Result<RelayMail> {
    Ok(RelayMail {
        id: RelayMailId(row.id("id")?),
        relay: relay(row)?,
        recruiter: AccountId(row.id("recruiter_id")?),
        to_seeker: row.flag("to_seeker")?,
        notice: row.flag("notice")?,
        message: row.bytes_opt("message")?,
        bounce: name(row, "bounce")?,
        tries: row.count("tries")?,
        next_at: row.time("next_at")?,
        accepted_at: row.time("accepted_at")?,
    })
}

async fn of_pair(
    transaction: &mut Transaction,
    seeker: AccountId,
    company: Option<CompanyId>,
) -> Result<Option<Relay>> {
    sqlx::query(sql!("relay/of_pair"))
        .bind(seeker.0)
        .bind(company.map(|company| company.0))
        .fetch_optional(&mut **transaction)
        .await?
        .as_ref()
        .map(relay)
        .transpose()
}

async fn names(
    transaction: &mut Transaction,
    relay: RelayId,
    recruiter: AccountId,
) -> Result<Option<(AliasName, AliasName)>> {
    let row = sqlx::query(sql!("relay/names"))
        .bind(relay.0)
        .bind(recruiter.0)
        .fetch_optional(&mut **transaction)
        .await?;
    row.map(|row| Ok((name(&row, "seeker_name")?, name(&row, "recruiter_name")?))).transpose()
}

struct Kept<'a> {
    id: RelayMailId,
    relay: RelayId,
    recruiter: AccountId,
    to_seeker: bool,
    notice: bool,
    message: &'a [u8],
    bounce: &'a AliasName,
    fingerprint: &'a [u8],
    at: Timestamp,
}

/// Whether it is not kept already.
async fn mail_add(transaction: &mut Transaction, mail: &Kept<'_>) -> Result<bool> {
    let added = sqlx::query(sql!("relay/mail_add"))
        .bind(mail.id.0)
        .bind(mail.relay.0)
        .bind(mail.recruiter.0)
        .bind(mail.to_seeker)
        .bind(mail.notice)
        .bind(mail.message)
        .bind(mail.bounce.as_str())
        .bind(mail.fingerprint)
        .bind(mail.at.0)
        .execute(&mut **transaction)
        .await?;
    Ok(added.rows_affected() > 0)
}

impl Store {
    pub(crate) async fn relay_open(&self, open: &RelayOpen<'_>) -> Result<Option<Opened>> {
        let mut transaction = self.write().await?;
        sqlx::query(sql!("relay/add"))
            .bind(open.id.0)
            .bind(open.seeker.0)
            .bind(open.company.map(|company| company.0))
            .bind(open.at.0)
            .execute(&mut *transaction)
            .await?;
        let Some(found) = of_pair(&mut transaction, open.seeker, open.company).await? else {
            return Err(Error::Inconsistent { column: "relay.id" });
        };
        // Written before the aliases are: closing the channel waits for it, and nothing is made after that.
        let used = sqlx::query(sql!("relay/use"))
            .bind(found.id.0)
            .bind(found.channel.used_at.max(open.ended_before).0)
            .execute(&mut *transaction)
            .await?;
        if used.rows_affected() == 0 {
            transaction.rollback().await?;
            return Ok(None);
        }
        if found.channel.used_at <= open.ended_before {
            sqlx::query(sql!("relay/aliases_delete")).bind(found.id.0).execute(&mut *transaction).await?;
            sqlx::query(sql!("relay/use"))
                .bind(found.id.0)
                .bind(open.at.0)
                .execute(&mut *transaction)
                .await?;
        }
        for (name, recruiter) in [(open.seeker_name, None), (open.recruiter_name, Some(open.recruiter.0))] {
            sqlx::query(sql!("relay/alias_add"))
                .bind(name.as_str())
                .bind(found.id.0)
                .bind(recruiter)
                .execute(&mut *transaction)
                .await?;
        }
        let relay = of_pair(&mut transaction, open.seeker, open.company).await?;
        let names = names(&mut transaction, found.id, open.recruiter).await?;
        transaction.commit().await?;
        let opened = relay.zip(names).map(|(relay, (seeker, recruiter))| Opened { relay, seeker, recruiter });
        opened.map(Some).ok_or(Error::Inconsistent { column: "relay_alias.name" })
    }

    pub(crate) async fn relay_alias(&self, name: &AliasName) -> Result<Option<Alias>> {
        let row = sqlx::query(sql!("relay/alias")).bind(name.as_str()).fetch_optional(&self.pool).await?;
        row.map(|row| {
            Ok(Alias { relay: relay(&row)?, recruiter: row.id_opt("recruiter_id")?.map(AccountId) })
        })
        .transpose()
    }

    pub(crate) async fn relay_names(
        &self,
        relay: RelayId,
        recruiter: AccountId,
    ) -> Result<Option<(AliasName, AliasName)>> {
        let row = sqlx::query(sql!("relay/names"))
            .bind(relay.0)
            .bind(recruiter.0)
            .fetch_optional(&self.pool)
            .await?;
        row.map(|row| Ok((name(&row, "seeker_name")?, name(&row, "recruiter_name")?))).transpose()
    }

    pub(crate) async fn relay_is_closed(
        &self,
        seeker: AccountId,
        company: Option<CompanyId>,
    ) -> Result<bool> {
        let row = sqlx::query(sql!("relay/of_pair"))
            .bind(seeker.0)
            .bind(company.map(|company| company.0))
            .fetch_optional(&self.pool)
            .await?;
        row.map_or(Ok(false), |row| row.flag("closed"))
    }

    pub(crate) async fn relays_of(&self, seeker: AccountId) -> Result<Vec<RelayOf>> {
        let rows = sqlx::query(sql!("relay/of_seeker")).bind(seeker.0).fetch_all(&self.pool).await?;
        rows.iter()
            .map(|row| {
                Ok(RelayOf {
                    relay: relay(row)?,
                    company: company::joined_name(row)?,
                    created_at: row.time("created_at")?,
                })
            })
            .collect()
    }

    pub(crate) async fn relay_set(&self, seeker: AccountId, relay: RelayId, closed: bool) -> Result<bool> {
        let mut transaction = self.write().await?;
        let set = sqlx::query(sql!("relay/set"))
            .bind(relay.0)
            .bind(seeker.0)
            .bind(closed)
            .execute(&mut *transaction)
            .await?;
        let is_theirs = set.rows_affected() > 0;
        if is_theirs && closed {
            for delete in [sql!("relay/aliases_delete"), sql!("relay/mails_delete")] {
                sqlx::query(delete).bind(relay.0).execute(&mut *transaction).await?;
            }
        }
        transaction.commit().await?;
        Ok(is_theirs)
    }

    pub(crate) async fn relay_mail_put(&self, new: &NewRelayMail<'_>) -> Result<RelayMailPut> {
        let mut transaction = self.write().await?;
        let used = sqlx::query(sql!("relay/use"))
            .bind(new.relay.0)
            .bind(new.at.0)
            .execute(&mut *transaction)
            .await?;
        if used.rows_affected() == 0 {
            transaction.rollback().await?;
            return Ok(RelayMailPut::Closed);
        }
        let sender = if new.to_seeker {
            new.recruiter
        } else {
            let row = sqlx::query(sql!("relay/owner")).bind(new.relay.0).fetch_one(&mut *transaction).await?;
            AccountId(row.id("account_id")?)
        };
        let sent = sqlx::query(sql!("relay/mail_count"))
            .bind(sender.0)
            .bind(new.to_seeker)
            .bind(new.counted_since.0)
            .fetch_one(&mut *transaction)
            .await?;
        if sent.count("sent")? >= new.most {
            transaction.rollback().await?;
            return Ok(RelayMailPut::TooMany);
        }
        let kept = Kept {
            id: new.id,
            relay: new.relay,
            recruiter: new.recruiter,
            to_seeker: new.to_seeker,
            notice: false,
            message: new.message,
            bounce: new.bounce,
            fingerprint: new.fingerprint,
            at: new.at,
        };
        if mail_add(&mut transaction, &kept).await? && !new.to_seeker {
            sqlx::query(sql!("relay/received"))
                .bind(new.relay.0)
                .bind(new.recruiter.0)
                .bind(new.at.0)
                .execute(&mut *transaction)
                .await?;
        }
        transaction.commit().await?;
        Ok(RelayMailPut::Kept)
    }

    pub(crate) async fn relay_mail_due(&self, now: Timestamp, limit: u32) -> Result<Vec<RelayMail>> {
        let mut query = sqlx::QueryBuilder::<Db>::new(sql!("relay/mail_all"));
        query.push(" where relay_mail.message is not null and relay_mail.next_at <= ").push_bind(now.0);
        query.push(" order by relay_mail.next_at limit ").push_bind(i64::from(limit));
        query.build().fetch_all(&self.pool).await?.iter().map(mail).collect()
    }

    pub(crate) async fn relay_mail_claim(&self, mail: &RelayMail, until: Timestamp) -> Result<bool> {
        let claimed = sqlx::query(sql!("relay/mail_claim"))
            .bind(mail.id.0)
            .bind(mail.next_at.0)
            .bind(until.0)
            .execute(&self.pool)
            .await?;
        Ok(claimed.rows_affected() > 0)
    }

    pub(crate) async fn relay_mail_later(&self, mail: RelayMailId, next_at: Timestamp) -> Result<()> {
        sqlx::query(sql!("relay/mail_later")).bind(mail.0).bind(next_at.0).execute(&self.pool).await?;
        Ok(())
    }

    pub(crate) async fn relay_mail_done(
        &self,
        mail: &RelayMail,
        notice: Option<&NewNotice<'_>>,
        at: Timestamp,
    ) -> Result<()> {
        let mut transaction = self.write().await?;
        sqlx::query(sql!("relay/mail_done")).bind(mail.id.0).execute(&mut *transaction).await?;
        if let Some(notice) = notice {
            let kept = Kept {
                id: notice.id,
                relay: mail.relay.id,
                recruiter: mail.recruiter,
                to_seeker: !mail.to_seeker,
                notice: true,
                message: notice.message,
                bounce: notice.bounce,
                // One notice for a mail, however many reports come.
                fingerprint: mail.id.0.as_bytes(),
                at,
            };
            mail_add(&mut transaction, &kept).await?;
        }
        Ok(transaction.commit().await?)
    }

    pub(crate) async fn relay_mail_by_bounce(&self, bounce: &AliasName) -> Result<Option<RelayMail>> {
        let mut query = sqlx::QueryBuilder::<Db>::new(sql!("relay/mail_all"));
        query.push(" where relay_mail.bounce = ").push_bind(bounce.as_str());
        query.build().fetch_optional(&self.pool).await?.as_ref().map(mail).transpose()
    }

    pub(crate) async fn relay_mails_prune(&self, before: Timestamp) -> Result<()> {
        sqlx::query(sql!("relay/mails_prune")).bind(before.0).execute(&self.pool).await?;
        Ok(())
    }

    pub(crate) async fn own_contact(&self, account: AccountId) -> Result<Option<OwnContact>> {
        let row = sqlx::query(sql!("relay/own_contact")).bind(account.0).fetch_optional(&self.pool).await?;
        row.map(|row| {
            let phones = [row.text_opt("resume_phone")?, row.text_opt("account_phone")?];
            // A résumé saved before the field had its rule may hold what is no address; mail does not reach that one.
            let email = |text: Option<String>| text.and_then(|text| EmailAddress::parse(&text).ok());
            let [resume_phone, account_phone] =
                [&phones[0], &phones[1]].map(|phone| PhoneNumber::parse(phone.as_deref()?).ok());
            Ok(OwnContact {
                resume_phone,
                account_phone,
                resume_email: email(row.text_opt("resume_email")?),
                work_email: email(row.text_opt("work_email")?),
                phones: phones.into_iter().flatten().collect(),
            })
        })
        .transpose()
    }
}
