use super::account::policy_accept;
use super::{Columns, Store, Transaction, notice, outbox};
use crate::Result;
use crate::outbox::Body;
use crate::session::{Active, NewToken, Rotation, Session, SignIn, SignedIn};
use zhitu_domain::account::PhoneNumber;
use zhitu_domain::id::{AccountId, SessionId};
use zhitu_domain::notice::NoticeChoice;
use zhitu_domain::time::Timestamp;

async fn token_add(
    transaction: &mut Transaction,
    session: SessionId,
    token: NewToken<'_>,
    refresh: bool,
) -> Result<()> {
    sqlx::query(sql!("session/token_add"))
        .bind(token.hash)
        .bind(session.0)
        .bind(refresh)
        .bind(token.expires_at.0)
        .execute(&mut **transaction)
        .await?;
    Ok(())
}

/// The number's account, and whether it was made just now.
async fn account_of(
    transaction: &mut Transaction,
    new: AccountId,
    phone_key: &[u8],
    phone: &PhoneNumber,
    at: Timestamp,
) -> Result<(AccountId, bool)> {
    let there =
        sqlx::query(sql!("account/by_phone")).bind(phone_key).fetch_optional(&mut **transaction).await?;
    if let Some(row) = there {
        return Ok((AccountId(row.id("account_id")?), false));
    }
    sqlx::query(sql!("account/add")).bind(new.0).bind(at.0).execute(&mut **transaction).await?;
    sqlx::query(sql!("account/phone_add"))
        .bind(new.0)
        .bind(phone_key)
        .bind(phone.as_e164())
        .execute(&mut **transaction)
        .await?;
    for choice in NoticeChoice::DEFAULT {
        notice::choice_add(transaction, new, *choice).await?;
    }
    Ok((new, true))
}

async fn end(transaction: &mut Transaction, session: SessionId, at: Timestamp) -> Result<()> {
    sqlx::query(sql!("session/end")).bind(session.0).bind(at.0).execute(&mut **transaction).await?;
    outbox::add(transaction, &Body::SessionEnded { session }, at).await
}

impl Store {
    pub(crate) async fn sign_in(&self, sign_in: &SignIn<'_>) -> Result<SignedIn> {
        let mut transaction = self.write().await?;
        // The code's row is written first: two that bring the same code wait for each other here.
        let used = sqlx::query(sql!("code/use"))
            .bind(sign_in.phone_key)
            .bind(sign_in.code_hash)
            .execute(&mut *transaction)
            .await?;
        if used.rows_affected() == 0 {
            transaction.rollback().await?;
            return Ok(SignedIn::CodeGone);
        }
        let at = sign_in.at;
        let (account, created) =
            account_of(&mut transaction, sign_in.account, sign_in.phone_key, sign_in.phone, at).await?;
        policy_accept(&mut transaction, account, sign_in.policy_version, sign_in.policy_accepted_at, at)
            .await?;
        sqlx::query(sql!("session/add"))
            .bind(sign_in.session.0)
            .bind(account.0)
            .bind(sign_in.device)
            .bind(at.0)
            .execute(&mut *transaction)
            .await?;
        token_add(&mut transaction, sign_in.session, sign_in.access, false).await?;
        token_add(&mut transaction, sign_in.session, sign_in.refresh, true).await?;
        transaction.commit().await?;
        Ok(SignedIn::Done { account, created })
    }

    pub(crate) async fn account_put(
        &self,
        account: AccountId,
        phone_key: &[u8],
        phone: &PhoneNumber,
        at: Timestamp,
    ) -> Result<AccountId> {
        let mut transaction = self.write().await?;
        let (account, _) = account_of(&mut transaction, account, phone_key, phone, at).await?;
        transaction.commit().await?;
        Ok(account)
    }

    pub(crate) async fn session_by_access(&self, hash: &[u8], now: Timestamp) -> Result<Option<Active>> {
        let row =
            sqlx::query(sql!("session/by_access")).bind(hash).bind(now.0).fetch_optional(&self.pool).await?;
        row.map(|row| {
            Ok(Active {
                session: SessionId(row.id("id")?),
                account: AccountId(row.id("account_id")?),
                last_used_at: row.time("last_used_at")?,
            })
        })
        .transpose()
    }

    pub(crate) async fn session_touch(&self, session: SessionId, at: Timestamp) -> Result<()> {
        sqlx::query(sql!("session/touch")).bind(session.0).bind(at.0).execute(&self.pool).await?;
        Ok(())
    }

    pub(crate) async fn session_rotate(
        &self,
        used: &[u8],
        access: NewToken<'_>,
        refresh: NewToken<'_>,
        at: Timestamp,
    ) -> Result<Rotation> {
        let mut transaction = self.write().await?;
        let taken = sqlx::query(sql!("session/refresh_use"))
            .bind(used)
            .bind(at.0)
            .fetch_optional(&mut *transaction)
            .await?;
        let Some(taken) = taken else {
            let earlier = sqlx::query(sql!("session/refresh_used"))
                .bind(used)
                .fetch_optional(&mut *transaction)
                .await?;
            let Some(earlier) = earlier else {
                transaction.rollback().await?;
                return Ok(Rotation::Unknown);
            };
            let session = SessionId(earlier.id("session_id")?);
            end(&mut transaction, session, at).await?;
            transaction.commit().await?;
            return Ok(Rotation::Reused { session });
        };
        let session = SessionId(taken.id("session_id")?);
        let alive = sqlx::query(sql!("session/renew"))
            .bind(session.0)
            .bind(at.0)
            .fetch_optional(&mut *transaction)
            .await?;
        let Some(alive) = alive else {
            transaction.rollback().await?;
            return Ok(Rotation::Ended);
        };
        sqlx::query(sql!("session/access_prune"))
            .bind(session.0)
            .bind(at.0)
            .execute(&mut *transaction)
            .await?;
        token_add(&mut transaction, session, access, false).await?;
        token_add(&mut transaction, session, refresh, true).await?;
        transaction.commit().await?;
        Ok(Rotation::Rotated { session, account: AccountId(alive.id("account_id")?) })
    }

    pub(crate) async fn sessions_list(
        &self,
        account: AccountId,
        alive_since: Timestamp,
    ) -> Result<Vec<Session>> {
        sqlx::query(sql!("session/list"))
            .bind(account.0)
            .bind(alive_since.0)
            .fetch_all(&self.pool)
            .await?
            .iter()
            .map(|row| {
                Ok(Session {
                    id: SessionId(row.id("id")?),
                    device: row.text("device")?,
                    created_at: row.time("created_at")?,
                    last_used_at: row.time("last_used_at")?,
                })
            })
            .collect()
    }

    pub(crate) async fn session_end(
        &self,
        account: AccountId,
        session: SessionId,
        at: Timestamp,
    ) -> Result<bool> {
        let mut transaction = self.write().await?;
        let ended = sqlx::query(sql!("session/end_own"))
            .bind(session.0)
            .bind(account.0)
            .bind(at.0)
            .execute(&mut *transaction)
            .await?
            .rows_affected()
            > 0;
        if ended {
            outbox::add(&mut transaction, &Body::SessionEnded { session }, at).await?;
        }
        transaction.commit().await?;
        Ok(ended)
    }

    pub(crate) async fn sessions_prune(&self, before: Timestamp) -> Result<u64> {
        let mut transaction = self.write().await?;
        sqlx::query(sql!("session/prune_tokens")).bind(before.0).execute(&mut *transaction).await?;
        let pruned = sqlx::query(sql!("session/prune")).bind(before.0).execute(&mut *transaction).await?;
        transaction.commit().await?;
        Ok(pruned.rows_affected())
    }
}
