use super::{Columns, Db, Row, Store, Transaction, company, notice, outbox, word};
use crate::Result;
use crate::look::{Look, NewLook};
use crate::outbox::Body;
use zhitu_domain::id::{AccountId, ApplicationId, CompanyId, IntroductionId, LookId};
use zhitu_domain::notice::NoticeKind;
use zhitu_domain::resume::visibility::LookKind;
use zhitu_domain::staff::StaffReasonKind;
use zhitu_domain::time::Timestamp;

fn look(row: &Row) -> Result<Look> {
    let viewer = match row.text_opt("viewer_name")? {
        Some(name) => Some((name, row.text("viewer_title")?)),
        None => None,
    };
    Ok(Look {
        id: LookId(row.id("id")?),
        account: AccountId(row.id("account_id")?),
        kind: row.word("kind")?,
        company: company::joined_name(row)?,
        viewer,
        job: row.text_opt("job_title")?,
        introduction: row.text_opt("introduction_label")?,
        reason: row.word_opt("reason")?,
        at: row.time("at")?,
    })
}

/// What is written of a look.
pub(super) struct Written {
    pub id: LookId,
    pub account: AccountId,
    pub kind: LookKind,
    pub company: Option<CompanyId>,
    pub viewer: AccountId,
    pub application: Option<ApplicationId>,
    pub introduction: Option<IntroductionId>,
    pub reason: Option<StaffReasonKind>,
    pub at: Timestamp,
}

impl Written {
    /// A look at the online résumé of an account.
    pub(super) fn at(new: &NewLook, account: AccountId) -> Self {
        Self {
            id: new.id,
            account,
            kind: new.kind,
            company: new.company,
            viewer: new.viewer,
            application: None,
            introduction: new.introduction,
            reason: new.reason,
            at: new.at,
        }
    }
}

/// Records a look within a transaction.
pub(super) async fn add(transaction: &mut Transaction, look: &Written) -> Result<()> {
    sqlx::query(sql!("look/add"))
        .bind(look.id.0)
        .bind(look.account.0)
        .bind(word(&look.kind)?)
        .bind(look.company.map(|company| company.0))
        .bind(look.viewer.0)
        .bind(look.application.map(|application| application.0))
        .bind(look.introduction.map(|introduction| introduction.0))
        .bind(look.reason.as_ref().map(word).transpose()?)
        .bind(look.at.0)
        .execute(&mut **transaction)
        .await?;
    notice::add(transaction, look.account, NoticeKind::Look, look.id.0, look.at).await?;
    outbox::add(transaction, &Body::Look { look: look.id, seeker: look.account }, look.at).await
}

impl Store {
    pub(crate) async fn look_add(&self, new: &NewLook) -> Result<bool> {
        let Some(standing) = self.standings(&[new.resume], new.company).await?.pop() else {
            return Ok(false);
        };
        let mut transaction = self.write().await?;
        add(&mut transaction, &Written::at(new, standing.account)).await?;
        transaction.commit().await?;
        Ok(true)
    }

    pub(crate) async fn has_looked(&self, account: AccountId, company: Option<CompanyId>) -> Result<bool> {
        sqlx::query(sql!("look/looked"))
            .bind(account.0)
            .bind(company.map(|company| company.0))
            .fetch_one(&self.pool)
            .await?
            .flag("looked")
    }

    pub(crate) async fn look_get(&self, key: LookId) -> Result<Option<Look>> {
        let mut query = sqlx::QueryBuilder::<Db>::new(sql!("look/all"));
        query.push(" where look.id = ").push_bind(key.0);
        query.build().fetch_optional(&self.pool).await?.as_ref().map(look).transpose()
    }

    pub(crate) async fn looks_of(
        &self,
        account: AccountId,
        before: Option<LookId>,
        limit: u32,
    ) -> Result<Vec<Look>> {
        let mut query = sqlx::QueryBuilder::<Db>::new(sql!("look/all"));
        query.push(" where look.account_id = ").push_bind(account.0);
        if let Some(before) = before {
            query.push(" and (look.at, look.id) < (select at, id from look where id = ").push_bind(before.0);
            query.push(" and account_id = ").push_bind(account.0).push(")");
        }
        query.push(" order by look.at desc, look.id desc limit ").push_bind(i64::from(limit));
        query.build().fetch_all(&self.pool).await?.iter().map(look).collect()
    }
}
