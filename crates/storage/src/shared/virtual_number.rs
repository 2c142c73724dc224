use super::{Columns, Db, Row, Store, Transaction, company};
use crate::virtual_number::{
    BindingOf, Bound, Call, NewTelephonyEvent, VirtualNumberOf, VirtualNumberOpen, VirtualNumberOpened,
};
use crate::{Error, Result};
use zhitu_domain::account::PhoneNumber;
use zhitu_domain::id::{AccountId, BindingId, CompanyId, VirtualNumberId};
use zhitu_domain::time::Timestamp;
use zhitu_domain::virtual_number::Binding;

fn binding(row: &Row) -> Result<BindingOf> {
    let number = row.text_opt("number")?.map(|number| PhoneNumber::parse(&number)).transpose();
    Ok(BindingOf {
        id: BindingId(row.id("id")?),
        channel: VirtualNumberId(row.id("virtual_number_id")?),
        seeker: AccountId(row.id("account_id")?),
        company: row.id_opt("company_id")?.map(CompanyId),
        recruiter: AccountId(row.id("recruiter_id")?),
        parties: row.bytes("parties")?,
        state: Binding {
            number: number.map_err(|_| Error::Inconsistent { column: "number" })?,
            asked_at: row.time("asked_at")?,
            expires_at: row.time("expires_at")?,
            ending: row.flag("ending")?,
        },
        tries: row.count("tries")?,
        next_at: row.time("next_at")?,
    })
}

/// Whose bindings may have to end.
#[derive(Debug, Clone, Copy)]
pub(super) enum Party {
    /// A seeker's.
    Seeker(AccountId),
    /// A company's.
    Company(CompanyId),
    /// A recruiter's.
    Recruiter(AccountId),
}

/// Has bindings looked at, in the transaction of what may have changed whether they may stay (I2).
pub(super) async fn recheck(transaction: &mut Transaction, party: Party, at: Timestamp) -> Result<()> {
    let (seeker, company, recruiter) = match party {
        Party::Seeker(account) => (Some(account.0), None, None),
        Party::Company(company) => (None, Some(company.0), None),
        Party::Recruiter(account) => (None, None, Some(account.0)),
    };
    sqlx::query(sql!("virtual_number/recheck"))
        .bind(seeker)
        .bind(company)
        .bind(recruiter)
        .bind(at.0)
        .execute(&mut **transaction)
        .await?;
    Ok(())
}

impl Store {
    pub(crate) async fn virtual_number_open(
        &self,
        open: &VirtualNumberOpen<'_>,
    ) -> Result<VirtualNumberOpened> {
        let company = open.company.map(|company| company.0);
        let mut transaction = self.write().await?;
        sqlx::query(sql!("virtual_number/add"))
            .bind(open.id.0)
            .bind(open.seeker.0)
            .bind(company)
            .bind(open.at.0)
            .execute(&mut *transaction)
            .await?;
        let channel = sqlx::query(sql!("virtual_number/of_pair"))
            .bind(open.seeker.0)
            .bind(company)
            .fetch_one(&mut *transaction)
            .await?
            .id("id")?;
        // Closing the channel waits for it, and nothing is made after that.
        let locked =
            sqlx::query(sql!("virtual_number/lock")).bind(channel).execute(&mut *transaction).await?;
        if locked.rows_affected() == 0 {
            transaction.rollback().await?;
            return Ok(VirtualNumberOpened::Closed);
        }
        let mut query = sqlx::QueryBuilder::<Db>::new(sql!("virtual_number/binding_all"));
        query.push(" and virtual_number_id = ").push_bind(channel);
        query.push(" and recruiter_id = ").push_bind(open.recruiter.0);
        let rows = query.build().fetch_all(&mut *transaction).await?;
        let there = rows.iter().map(binding).collect::<Result<Vec<_>>>()?;
        let stands = |of: &BindingOf| {
            of.parties == open.parties && (of.state.is_good(open.at) || of.state.is_awaited(open.at))
        };
        if let Some(found) = there.into_iter().find(stands) {
            transaction.commit().await?;
            return Ok(VirtualNumberOpened::Found(found));
        }
        let made = BindingOf {
            id: open.binding,
            channel: VirtualNumberId(channel),
            seeker: open.seeker,
            company: open.company,
            recruiter: open.recruiter,
            parties: open.parties.to_vec(),
            state: Binding { number: None, asked_at: open.at, expires_at: open.expires_at, ending: false },
            tries: 0,
            next_at: open.at,
        };
        let next_at = made.state.answer_until();
        sqlx::query(sql!("virtual_number/binding_add"))
            .bind(made.id.0)
            .bind(channel)
            .bind(open.seeker.0)
            .bind(company)
            .bind(open.recruiter.0)
            .bind(open.parties)
            .bind(open.at.0)
            .bind(open.expires_at.0)
            .bind(next_at.0)
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(VirtualNumberOpened::Made(BindingOf { next_at, ..made }))
    }

    pub(crate) async fn virtual_number_is_closed(
        &self,
        seeker: AccountId,
        company: Option<CompanyId>,
    ) -> Result<bool> {
        let row = sqlx::query(sql!("virtual_number/of_pair"))
            .bind(seeker.0)
            .bind(company.map(|company| company.0))
            .fetch_optional(&self.pool)
            .await?;
        row.map_or(Ok(false), |row| row.flag("closed"))
    }

    pub(crate) async fn virtual_numbers_of(&self, seeker: AccountId) -> Result<Vec<VirtualNumberOf>> {
        let rows = sqlx::query(sql!("virtual_number/of_seeker")).bind(seeker.0).fetch_all(&self.pool).await?;
        rows.iter()
            .map(|row| {
                Ok(VirtualNumberOf {
                    id: VirtualNumberId(row.id("id")?),
                    company: company::joined_name(row)?,
                    created_at: row.time("created_at")?,
                    closed: row.flag("closed")?,
                })
            })
            .collect()
    }

    pub(crate) async fn virtual_number_set(
        &self,
        seeker: AccountId,
        id: VirtualNumberId,
        closed: bool,
        at: Timestamp,
    ) -> Result<bool> {
        let mut transaction = self.write().await?;
        let set = sqlx::query(sql!("virtual_number/set"))
            .bind(id.0)
            .bind(seeker.0)
            .bind(closed)
            .execute(&mut *transaction)
            .await?;
        let is_theirs = set.rows_affected() > 0;
        if is_theirs && closed {
            sqlx::query(sql!("virtual_number/bindings_end"))
                .bind(id.0)
                .bind(at.0)
                .execute(&mut *transaction)
                .await?;
        }
        transaction.commit().await?;
        Ok(is_theirs)
    }

    pub(crate) async fn bindings_of(&self, account: AccountId) -> Result<Vec<BindingOf>> {
        let mut query = sqlx::QueryBuilder::<Db>::new(sql!("virtual_number/binding_all"));
        query.push(" and (account_id = ").push_bind(account.0);
        query.push(" or recruiter_id = ").push_bind(account.0);
        query.push(") order by asked_at desc, id desc");
        query.build().fetch_all(&self.pool).await?.iter().map(binding).collect()
    }

    pub(crate) async fn binding_bound(
        &self,
        binding: BindingId,
        number: &PhoneNumber,
        at: Timestamp,
    ) -> Result<Bound> {
        let mut transaction = self.write().await?;
        let bound = sqlx::query(sql!("virtual_number/binding_bound"))
            .bind(binding.0)
            .bind(number.as_e164())
            .bind(at.0)
            .execute(&mut *transaction)
            .await;
        let kept = match bound {
            Err(sqlx::Error::Database(refusal)) if refusal.is_unique_violation() => {
                transaction.rollback().await?;
                return Ok(Bound::Taken);
            }
            bound => bound?.rows_affected() > 0,
        };
        if !kept {
            sqlx::query(sql!("virtual_number/binding_late"))
                .bind(binding.0)
                .bind(at.0)
                .execute(&mut *transaction)
                .await?;
        }
        transaction.commit().await?;
        Ok(if kept { Bound::Kept } else { Bound::TooLate })
    }

    pub(crate) async fn bindings_due(&self, now: Timestamp, limit: u32) -> Result<Vec<BindingOf>> {
        let mut query = sqlx::QueryBuilder::<Db>::new(sql!("virtual_number/binding_all"));
        query.push(" and next_at <= ").push_bind(now.0);
        query.push(" order by next_at limit ").push_bind(i64::from(limit));
        query.build().fetch_all(&self.pool).await?.iter().map(binding).collect()
    }

    pub(crate) async fn binding_claim(&self, binding: &BindingOf, until: Timestamp) -> Result<bool> {
        let claimed = sqlx::query(sql!("virtual_number/binding_claim"))
            .bind(binding.id.0)
            .bind(binding.next_at.0)
            .bind(until.0)
            .execute(&self.pool)
            .await?;
        Ok(claimed.rows_affected() > 0)
    }

    pub(crate) async fn binding_next(
        &self,
        binding: BindingId,
        claimed: Timestamp,
        next_at: Timestamp,
        tries: u32,
    ) -> Result<()> {
        sqlx::query(sql!("virtual_number/binding_next"))
            .bind(binding.0)
            .bind(claimed.0)
            .bind(next_at.0)
            .bind(i64::from(tries))
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    pub(crate) async fn binding_end(&self, binding: BindingId, next_at: Timestamp) -> Result<()> {
        sqlx::query(sql!("virtual_number/binding_end"))
            .bind(binding.0)
            .bind(next_at.0)
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    pub(crate) async fn binding_released(
        &self,
        binding: BindingId,
        claimed: Timestamp,
        at: Timestamp,
    ) -> Result<()> {
        sqlx::query(sql!("virtual_number/binding_released"))
            .bind(binding.0)
            .bind(claimed.0)
            .bind(at.0)
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    pub(crate) async fn virtual_number_calls(
        &self,
        channel: VirtualNumberId,
        limit: u32,
    ) -> Result<Vec<Call>> {
        let rows = sqlx::query(sql!("virtual_number/calls"))
            .bind(channel.0)
            .bind(i64::from(limit))
            .fetch_all(&self.pool)
            .await?;
        rows.iter()
            .map(|row| Ok(Call { began_at: row.time("began_at")?, seconds: row.count_opt("seconds")? }))
            .collect()
    }

    pub(crate) async fn telephony_event_put(&self, event: &NewTelephonyEvent<'_>) -> Result<bool> {
        let mut transaction = self.write().await?;
        let added = sqlx::query(sql!("virtual_number/event_add"))
            .bind(event.id)
            .bind(event.fingerprint)
            .bind(event.at.0)
            .execute(&mut *transaction)
            .await?;
        if added.rows_affected() == 0 {
            let there =
                sqlx::query(sql!("virtual_number/event")).bind(event.id).fetch_one(&mut *transaction).await?;
            transaction.rollback().await?;
            return Ok(there.bytes("fingerprint")? == event.fingerprint);
        }
        sqlx::query(sql!("virtual_number/call_put"))
            .bind(event.binding.0)
            .bind(event.call)
            .bind(event.began_at.0)
            .bind(event.seconds.map(i64::from))
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(true)
    }

    pub(crate) async fn telephony_events_prune(&self, before: Timestamp) -> Result<()> {
        sqlx::query(sql!("virtual_number/events_prune")).bind(before.0).execute(&self.pool).await?;
        Ok(())
    }
}
