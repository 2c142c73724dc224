use super::{Columns, Db, Row, Store, company, look, visibility};
use crate::Result;
use crate::introduction::{Introduction, IntroductionPut, NewIntroduction};
use crate::look::NewLook;
use zhitu_domain::id::{AccountId, CompanyId, IntroductionId};
use zhitu_domain::introduction::{Introduced, Link};
use zhitu_domain::time::Timestamp;

fn introduction(row: &Row) -> Result<Introduction> {
    let introduced = match row.id_opt("company_id")? {
        Some(company) => Introduced::Company { company: CompanyId(company) },
        None => Introduced::Person { account: row.id_opt("person_id")?.map(AccountId) },
    };
    Ok(Introduction {
        link: Link {
            id: IntroductionId(row.id("id")?),
            introduced,
            made_at: row.time("made_at")?,
            expires_at: row.time("expires_at")?,
            max_openings: row.count("max_openings")?,
            openings: row.count("openings")?,
            revoked_at: row.time_opt("revoked_at")?,
        },
        seeker: AccountId(row.id("account_id")?),
        label: row.text("label")?,
        company: company::joined_name(row)?,
    })
}

/// The columns of whom a link is for: the company, and the person who has it.
fn columns(introduced: Introduced) -> (Option<uuid::Uuid>, Option<uuid::Uuid>) {
    match introduced {
        Introduced::Company { company } => (Some(company.0), None),
        Introduced::Person { account } => (None, account.map(|account| account.0)),
    }
}

impl Store {
    pub(crate) async fn introduction_put(
        &self,
        new: &NewIntroduction<'_>,
        most: u32,
    ) -> Result<IntroductionPut> {
        let mut transaction = self.write().await?;
        // Two that are made at once are counted one after the other.
        visibility::lock(&mut transaction, new.seeker).await?;
        let (company, person) = columns(new.link.introduced);
        let mut query = sqlx::QueryBuilder::<Db>::new(sql!("introduction/all"));
        query.push(" where introduction.id = ").push_bind(new.link.id.0);
        if let Some(row) = query.build().fetch_optional(&mut *transaction).await? {
            transaction.rollback().await?;
            let there = introduction(&row)?;
            let lasts = |link: &Link| link.expires_at.0 - link.made_at.0;
            let same = there.seeker == new.seeker
                && there.label == new.label
                && columns(there.link.introduced).0 == company
                && there.link.max_openings == new.link.max_openings
                && lasts(&there.link) == lasts(new.link);
            return Ok(if same { IntroductionPut::There } else { IntroductionPut::OtherLink });
        }
        let live = sqlx::query(sql!("introduction/live"))
            .bind(new.seeker.0)
            .bind(new.link.made_at.0)
            .fetch_one(&mut *transaction)
            .await?
            .count("live")?;
        if live >= most {
            transaction.rollback().await?;
            return Ok(IntroductionPut::TooMany);
        }
        sqlx::query(sql!("introduction/add"))
            .bind(new.link.id.0)
            .bind(new.seeker.0)
            .bind(new.token_hash.as_slice())
            .bind(new.label)
            .bind(company)
            .bind(person)
            .bind(new.link.made_at.0)
            .bind(new.link.expires_at.0)
            .bind(i64::from(new.link.max_openings))
            .bind(i64::from(new.link.openings))
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(IntroductionPut::There)
    }

    pub(crate) async fn introduction_get(
        &self,
        key: IntroductionId,
        seeker: AccountId,
    ) -> Result<Option<Introduction>> {
        let mut query = sqlx::QueryBuilder::<Db>::new(sql!("introduction/all"));
        query.push(" where introduction.id = ").push_bind(key.0);
        query.push(" and introduction.account_id = ").push_bind(seeker.0);
        query.build().fetch_optional(&self.pool).await?.as_ref().map(introduction).transpose()
    }

    pub(crate) async fn introduction_by_token(&self, token_hash: &[u8]) -> Result<Option<Introduction>> {
        let mut query = sqlx::QueryBuilder::<Db>::new(sql!("introduction/all"));
        query.push(" where introduction.token_hash = ").push_bind(token_hash.to_vec());
        query.build().fetch_optional(&self.pool).await?.as_ref().map(introduction).transpose()
    }

    pub(crate) async fn introductions_of(&self, seeker: AccountId) -> Result<Vec<Introduction>> {
        let mut query = sqlx::QueryBuilder::<Db>::new(sql!("introduction/all"));
        query.push(" where introduction.account_id = ").push_bind(seeker.0);
        query.push(" order by introduction.made_at desc, introduction.id desc");
        query.build().fetch_all(&self.pool).await?.iter().map(introduction).collect()
    }

    pub(crate) async fn introduction_open(&self, from: &Link, to: &Link, look: &NewLook) -> Result<bool> {
        let Some(standing) = self.standings(&[look.resume], look.company).await?.pop() else {
            return Ok(false);
        };
        let mut transaction = self.write().await?;
        let opened = sqlx::query(sql!("introduction/open"))
            .bind(from.id.0)
            .bind(i64::from(from.openings))
            .bind(columns(from.introduced).1)
            .bind(i64::from(to.openings))
            .bind(columns(to.introduced).1)
            .execute(&mut *transaction)
            .await?;
        if opened.rows_affected() == 0 {
            transaction.rollback().await?;
            return Ok(false);
        }
        look::add(&mut transaction, &look::Written::at(look, standing.account)).await?;
        transaction.commit().await?;
        Ok(true)
    }

    pub(crate) async fn introduction_revoke(&self, key: IntroductionId, at: Timestamp) -> Result<()> {
        sqlx::query(sql!("introduction/revoke")).bind(key.0).bind(at.0).execute(&self.pool).await?;
        Ok(())
    }
}
