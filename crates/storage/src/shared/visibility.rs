use super::virtual_number::{Party, recheck};
use super::{Columns, Db, Row, Store, Transaction, company, outbox, word};
use crate::outbox::Body;
use crate::visibility::{Block, NewBlock, ResumeFor, Standing};
use crate::{Error, Result};
use jiff::civil::Date;
use uuid::Uuid;
use zhitu_domain::block::BlockOrigin;
use zhitu_domain::contact::{ContactItems, real_contact};
use zhitu_domain::id::{AccountId, BlockId, CompanyId, ResumeId};
use zhitu_domain::resume::visibility::{Access, Action, VisibilitySetting};
use zhitu_domain::resume::{ResumeCard, ResumeContent, card, shown};
use zhitu_domain::time::Timestamp;

fn standing(row: &Row) -> Result<Option<Standing>> {
    let birth_date = row.text_opt("birth_date")?;
    let standing = Standing {
        resume: ResumeId(row.id("id")?),
        account: AccountId(row.id("account_id")?),
        setting: row.word("visibility")?,
        birth_date: birth_date
            .map(|date| date.parse::<Date>())
            .transpose()
            .map_err(|_| Error::Inconsistent { column: "birth_date" })?,
        closed: row.flag("closed")?,
        blocked: row.flag("blocked")?,
        applied: row.flag("applied")?,
        in_contact: row.flag("in_contact")?,
        personalised: row.flag("personalised")?,
    };
    Ok(row.flag("held")?.then_some(standing))
}

/// Whether an account blocks a company, within a transaction.
pub(super) async fn blocked(
    transaction: &mut Transaction,
    account: AccountId,
    company: CompanyId,
) -> Result<bool> {
    sqlx::query(sql!("visibility/blocked"))
        .bind(account.0)
        .bind(company.0)
        .fetch_one(&mut **transaction)
        .await?
        .flag("blocked")
}

/// Locks an account: blocking, applying and opening a conversation cannot pass each other.
pub(super) async fn lock(transaction: &mut Transaction, account: AccountId) -> Result<()> {
    sqlx::query(sql!("visibility/lock")).bind(account.0).execute(&mut **transaction).await?;
    Ok(())
}

/// Hides an account's résumé, if it has one, within a transaction.
pub(super) async fn hide(transaction: &mut Transaction, account: AccountId, at: Timestamp) -> Result<()> {
    let hidden = sqlx::query(sql!("visibility/hide"))
        .bind(account.0)
        .bind(word(&VisibilitySetting::Private)?)
        .fetch_optional(&mut **transaction)
        .await?;
    if let Some(hidden) = hidden {
        let body = Body::Resume { resume: ResumeId(hidden.id("id")?) };
        outbox::add(transaction, &body, at).await?;
    }
    Ok(())
}

impl Store {
    pub(crate) async fn standings(
        &self,
        resumes: &[ResumeId],
        company: Option<CompanyId>,
    ) -> Result<Vec<Standing>> {
        self.standings_where("resume.id", resumes.iter().map(|resume| resume.0), company).await
    }

    pub(crate) async fn standing_of_account(
        &self,
        account: AccountId,
        company: Option<CompanyId>,
    ) -> Result<Option<Standing>> {
        Ok(self.standings_of_accounts(&[account], company).await?.pop())
    }

    pub(crate) async fn standings_of_accounts(
        &self,
        accounts: &[AccountId],
        company: Option<CompanyId>,
    ) -> Result<Vec<Standing>> {
        self.standings_where("resume.account_id", accounts.iter().map(|account| account.0), company).await
    }

    /// Looks up for a résumé that is not there what it looks up for a hidden one, and reads a row of it, so that both take
    /// the same time (I3).
    async fn standings_where(
        &self,
        column: &'static str,
        keys: impl ExactSizeIterator<Item = Uuid>,
        company: Option<CompanyId>,
    ) -> Result<Vec<Standing>> {
        if keys.len() == 0 {
            return Ok(Vec::new());
        }
        let mut query = sqlx::QueryBuilder::<Db>::new("with viewer (company_id) as (select ");
        query.push_bind(company.map(|company| company.0));
        query.push("), wanted (key) as (");
        query.push_values(keys, |mut list, key| {
            list.push_bind(key);
        });
        query.push(") ").push(sql!("visibility/standings"));
        query.push(" ").push(column).push(" = wanted.key");
        query
            .build()
            .fetch_all(&self.pool)
            .await?
            .iter()
            .filter_map(|row| standing(row).transpose())
            .collect()
    }

    async fn contents(&self, resumes: &[ResumeId]) -> Result<Vec<(ResumeId, ResumeContent)>> {
        if resumes.is_empty() {
            return Ok(Vec::new());
        }
        let mut query = sqlx::QueryBuilder::<Db>::new(sql!("visibility/contents"));
        query.push(" where id in (");
        let mut list = query.separated(", ");
        for resume in resumes {
            list.push_bind(resume.0);
        }
        list.push_unseparated(")");
        let rows = query.build().fetch_all(&self.pool).await?;
        rows.iter().map(|row| Ok((ResumeId(row.id("id")?), row.json("content")?))).collect()
    }

    pub(crate) async fn resume_for(
        &self,
        resume: ResumeId,
        access: Access,
        items: &ContactItems,
    ) -> Result<Option<ResumeFor>> {
        if !access.allows(Action::View) {
            return Ok(None);
        }
        let content = self.contents(&[resume]).await?.pop();
        Ok(content.map(|(_, content)| ResumeFor {
            shown: shown(&content),
            contact: real_contact(&content.basic, items),
        }))
    }

    pub(crate) async fn resume_cards(
        &self,
        resumes: &[(ResumeId, Access)],
        today: Date,
    ) -> Result<Vec<(ResumeId, ResumeCard)>> {
        let found: Vec<ResumeId> = resumes
            .iter()
            .filter(|(_, access)| access.allows(Action::Searchable))
            .map(|(resume, _)| *resume)
            .collect();
        let contents = self.contents(&found).await?;
        Ok(contents.into_iter().map(|(resume, content)| (resume, card(&content, today))).collect())
    }

    pub(crate) async fn visibility_set(
        &self,
        account: AccountId,
        resume: ResumeId,
        setting: VisibilitySetting,
        at: Timestamp,
    ) -> Result<()> {
        let mut transaction = self.write().await?;
        let row = sqlx::query(sql!("visibility/set"))
            .bind(account.0)
            .bind(resume.0)
            .bind(sqlx::types::Json(ResumeContent::default()))
            .bind(word(&setting)?)
            .bind(at.0)
            .fetch_one(&mut *transaction)
            .await?;
        let body = Body::Resume { resume: ResumeId(row.id("id")?) };
        outbox::add(&mut transaction, &body, at).await?;
        recheck(&mut transaction, Party::Seeker(account), at).await?;
        Ok(transaction.commit().await?)
    }

    pub(crate) async fn blocks(&self, account: AccountId) -> Result<Vec<Block>> {
        sqlx::query(sql!("visibility/blocks"))
            .bind(account.0)
            .fetch_all(&self.pool)
            .await?
            .iter()
            .map(|row| {
                Ok(Block {
                    id: BlockId(row.id("id")?),
                    company: company::joined_name(row)?,
                    origin: row.word("origin")?,
                    at: row.time("created_at")?,
                })
            })
            .collect()
    }

    pub(crate) async fn blocks_add(
        &self,
        account: AccountId,
        blocks: &[NewBlock],
        origin: BlockOrigin,
        at: Timestamp,
    ) -> Result<()> {
        let mut transaction = self.write().await?;
        lock(&mut transaction, account).await?;
        for block in blocks {
            let added = sqlx::query(sql!("visibility/block_add"))
                .bind(block.id.0)
                .bind(account.0)
                .bind(block.company.map(|company| company.0))
                .bind(block.key_hash.as_slice())
                .bind(word(&origin)?)
                .bind(at.0)
                .execute(&mut *transaction)
                .await?
                .rows_affected()
                > 0;
            if !added {
                continue;
            }
            for end in [sql!("visibility/conversations_end"), sql!("visibility/applications_end")] {
                sqlx::query(end)
                    .bind(account.0)
                    .bind(block.key_hash.as_slice())
                    .bind(block.id.0)
                    .execute(&mut *transaction)
                    .await?;
            }
        }
        recheck(&mut transaction, Party::Seeker(account), at).await?;
        Ok(transaction.commit().await?)
    }

    pub(crate) async fn block_remove(&self, account: AccountId, block: BlockId) -> Result<bool> {
        let removed = sqlx::query(sql!("visibility/block_remove"))
            .bind(block.0)
            .bind(account.0)
            .execute(&self.pool)
            .await?;
        Ok(removed.rows_affected() > 0)
    }

    pub(crate) async fn is_blocked(&self, account: AccountId, company: CompanyId) -> Result<bool> {
        sqlx::query(sql!("visibility/blocked"))
            .bind(account.0)
            .bind(company.0)
            .fetch_one(&self.pool)
            .await?
            .flag("blocked")
    }

    pub(crate) async fn is_key_blocked(&self, account: AccountId, key_hash: &[u8]) -> Result<bool> {
        sqlx::query(sql!("visibility/key_blocked"))
            .bind(account.0)
            .bind(key_hash)
            .fetch_one(&self.pool)
            .await?
            .flag("blocked")
    }

    pub(crate) async fn resumes_blocking(&self, company: CompanyId) -> Result<Vec<ResumeId>> {
        let rows =
            sqlx::query(sql!("visibility/resumes_blocking")).bind(company.0).fetch_all(&self.pool).await?;
        rows.iter().map(|row| Ok(ResumeId(row.id("id")?))).collect()
    }

    pub(crate) async fn resumes_waiting(&self) -> Result<Vec<ResumeId>> {
        let rows = sqlx::query(sql!("visibility/resumes_waiting")).fetch_all(&self.pool).await?;
        rows.iter()
            .map(|row| row.text("resume")?.parse().map_err(|_| Error::Inconsistent { column: "body" }))
            .collect()
    }
}
