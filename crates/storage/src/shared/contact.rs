use super::{Columns, Db, Row, Store, Transaction, company, notice, outbox, visibility};
use crate::Result;
use crate::contact::{Asked, ContactRequestPut};
use crate::outbox::Body;
use sqlx::types::Json;
use zhitu_domain::contact::{ContactAsker, ContactRequest, ContactRequestState, Retracted};
use zhitu_domain::id::{AccountId, CompanyId, ContactRequestId, ResumeId};
use zhitu_domain::notice::NoticeKind;
use zhitu_domain::time::Timestamp;

fn asked(row: &Row) -> Result<Asked> {
    let asker = row.id_opt("company_id")?.map(CompanyId);
    let name = match row.text_opt("asker_name")? {
        Some(name) => Some((name, row.text("asker_title")?)),
        None => None,
    };
    Ok(Asked {
        request: ContactRequest {
            id: ContactRequestId(row.id("id")?),
            asker: asker.map_or(ContactAsker::Platform, |company| ContactAsker::Company { company }),
            asked_by: AccountId(row.id("asked_by")?),
            reason: row.text("reason")?,
            wanted: row.json("wanted")?,
            asked_at: row.time("asked_at")?,
            state: row.json("state")?,
        },
        seeker: AccountId(row.id("account_id")?),
        resume: ResumeId(row.id("resume_id")?),
        company: company::joined_name(row)?,
        asker: name,
    })
}

fn company_of(asker: ContactAsker) -> Option<uuid::Uuid> {
    match asker {
        ContactAsker::Company { company } => Some(company.0),
        ContactAsker::Platform => None,
    }
}

async fn set(
    transaction: &mut Transaction,
    request: ContactRequestId,
    from: &ContactRequestState,
    to: &ContactRequestState,
) -> Result<bool> {
    let moved = sqlx::query(sql!("contact/set"))
        .bind(request.0)
        .bind(Json(from))
        .bind(Json(to))
        .execute(&mut **transaction)
        .await?;
    Ok(moved.rows_affected() > 0)
}

impl Store {
    pub(crate) async fn contact_request_put(
        &self,
        seeker: AccountId,
        request: &ContactRequest,
    ) -> Result<ContactRequestPut> {
        let mut transaction = self.write().await?;
        visibility::lock(&mut transaction, seeker).await?;
        let mut query = sqlx::QueryBuilder::<Db>::new(sql!("contact/all"));
        query.push(" where contact_request.id = ").push_bind(request.id.0);
        let there = query.build().fetch_optional(&mut *transaction).await?;
        if let Some(there) = there {
            transaction.rollback().await?;
            let there = asked(&there)?;
            let same = there.seeker == seeker
                && there.request.asker == request.asker
                && there.request.asked_by == request.asked_by
                && there.request.reason == request.reason
                && there.request.wanted == request.wanted;
            return Ok(if same { ContactRequestPut::Stored } else { ContactRequestPut::OtherRequest });
        }
        let mut query = sqlx::QueryBuilder::<Db>::new(sql!("contact/all"));
        query.push(" where contact_request.account_id = ").push_bind(seeker.0);
        query
            .push(" and contact_request.company_id is not distinct from ")
            .push_bind(company_of(request.asker));
        for row in query.build().fetch_all(&mut *transaction).await? {
            let mut earlier = asked(&row)?.request;
            let from = earlier.state.clone();
            if earlier.supersede(request.asked_at) == Retracted::Now {
                set(&mut transaction, earlier.id, &from, &earlier.state).await?;
            }
        }
        sqlx::query(sql!("contact/add"))
            .bind(request.id.0)
            .bind(seeker.0)
            .bind(company_of(request.asker))
            .bind(request.asked_by.0)
            .bind(&request.reason)
            .bind(Json(&request.wanted))
            .bind(request.asked_at.0)
            .bind(Json(&request.state))
            .execute(&mut *transaction)
            .await?;
        let (kind, at) = (NoticeKind::ContactRequest, request.asked_at);
        notice::add(&mut transaction, seeker, kind, request.id.0, at).await?;
        let body = Body::ContactRequest { request: request.id, seeker };
        outbox::add(&mut transaction, &body, at).await?;
        transaction.commit().await?;
        Ok(ContactRequestPut::Stored)
    }

    pub(crate) async fn contact_request_get(&self, request: ContactRequestId) -> Result<Option<Asked>> {
        let mut query = sqlx::QueryBuilder::<Db>::new(sql!("contact/all"));
        query.push(" where contact_request.id = ").push_bind(request.0);
        query.build().fetch_optional(&self.pool).await?.as_ref().map(asked).transpose()
    }

    pub(crate) async fn contact_requests_to(&self, seeker: AccountId) -> Result<Vec<Asked>> {
        let mut query = sqlx::QueryBuilder::<Db>::new(sql!("contact/all"));
        query.push(" where contact_request.account_id = ").push_bind(seeker.0);
        query.push(" order by contact_request.asked_at desc, contact_request.id desc");
        query.build().fetch_all(&self.pool).await?.iter().map(asked).collect()
    }

    pub(crate) async fn contact_requests_by(&self, asker: ContactAsker) -> Result<Vec<Asked>> {
        let mut query = sqlx::QueryBuilder::<Db>::new(sql!("contact/all"));
        // PostgreSQL takes an index for "=" and for "is null", and none for "is not distinct from".
        match company_of(asker) {
            Some(company) => query.push(" where contact_request.company_id = ").push_bind(company),
            None => query.push(" where contact_request.company_id is null"),
        };
        query.push(" order by contact_request.asked_at desc, contact_request.id desc");
        query.build().fetch_all(&self.pool).await?.iter().map(asked).collect()
    }

    pub(crate) async fn contact_request_set(
        &self,
        asked: &Asked,
        to: &ContactRequestState,
        at: Timestamp,
    ) -> Result<bool> {
        let mut transaction = self.write().await?;
        let moved = set(&mut transaction, asked.request.id, &asked.request.state, to).await?;
        if moved {
            let body = Body::ContactRequest { request: asked.request.id, seeker: asked.seeker };
            outbox::add(&mut transaction, &body, at).await?;
        }
        transaction.commit().await?;
        Ok(moved)
    }
}
