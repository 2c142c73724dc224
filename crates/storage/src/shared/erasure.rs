use super::{Columns, Row, Store, relay};
use crate::erasure::{ErasedApplication, ErasedAttachment, ErasedContact, ErasedCopy, ErasedMails, Erasure};
use crate::{Error, Result};
use std::collections::BTreeMap;
use zhitu_domain::contact::{ContactItems, ContactRequestState};
use zhitu_domain::id::{AccountId, CompanyId};
use zhitu_domain::mark::MarkNumber;
use zhitu_domain::resume::visibility::LookKind;
use zhitu_domain::time::Timestamp;

/// By account; each was closed.
type Erasures = BTreeMap<AccountId, Erasure>;

/// That of the account of a row.
fn of<'a>(erasures: &'a mut Erasures, row: &Row) -> Result<&'a mut Erasure> {
    let account = AccountId(row.id("account_id")?);
    let closed_at = row.time("closed_at")?;
    Ok(erasures.entry(account).or_insert_with(|| Erasure {
        account,
        closed_at,
        copies: Vec::new(),
        attachments: Vec::new(),
        applications: Vec::new(),
        contacts: Vec::new(),
        mails: Vec::new(),
        confirmed: None,
    }))
}

impl Store {
    pub(crate) async fn erasures_of(&self, company: CompanyId) -> Result<Vec<Erasure>> {
        let mut erasures = Erasures::new();
        for row in sqlx::query(sql!("erasure/copies")).bind(company.0).fetch_all(&self.pool).await? {
            of(&mut erasures, &row)?.copies.push(ErasedCopy {
                mark: MarkNumber::from_stored(row.big("mark")?)
                    .ok_or(Error::Inconsistent { column: "mark" })?,
                by: row.text_opt("viewer_name")?.unwrap_or_default(),
                mailed: row.word::<LookKind>("kind")? == LookKind::Mailed,
                at: row.time("at")?,
            });
        }
        for row in sqlx::query(sql!("erasure/attachments")).bind(company.0).fetch_all(&self.pool).await? {
            of(&mut erasures, &row)?.attachments.push(ErasedAttachment {
                job_title: row.text("job_title")?,
                by: row.text_opt("viewer_name")?.unwrap_or_default(),
                at: row.time("at")?,
            });
        }
        for row in sqlx::query(sql!("erasure/applications")).bind(company.0).fetch_all(&self.pool).await? {
            of(&mut erasures, &row)?.applications.push(ErasedApplication {
                job_title: row.text("job_title")?,
                applied_at: row.time("applied_at")?,
            });
        }
        for row in sqlx::query(sql!("erasure/contacts")).bind(company.0).fetch_all(&self.pool).await? {
            let (ContactRequestState::Granted { items, at: granted_at }
            | ContactRequestState::Withdrawn { items, granted_at, .. }) = row.json("state")?
            else {
                continue;
            };
            of(&mut erasures, &row)?.contacts.push(ErasedContact { items, granted_at });
        }
        // What was handed over with a file counts as what was granted by itself.
        for row in
            sqlx::query(sql!("erasure/attachment_contacts")).bind(company.0).fetch_all(&self.pool).await?
        {
            let items: ContactItems = row.json("contact")?;
            if !items.is_empty() {
                let granted_at = row.time("sent_at")?;
                of(&mut erasures, &row)?.contacts.push(ErasedContact { items, granted_at });
            }
        }
        for row in sqlx::query(sql!("erasure/mails")).bind(company.0).fetch_all(&self.pool).await? {
            of(&mut erasures, &row)?.mails.push(ErasedMails {
                alias: relay::name(&row, "alias")?,
                to: row.text_opt("recruiter_name")?.unwrap_or_default(),
                first_at: row.time("first_at")?,
                last_at: row.time("last_at")?,
            });
        }
        for row in sqlx::query(sql!("erasure/confirmed")).bind(company.0).fetch_all(&self.pool).await? {
            if let Some(erasure) = erasures.get_mut(&AccountId(row.id("account_id")?)) {
                let by = row.text_opt("confirmed_name")?.unwrap_or_default();
                erasure.confirmed = Some((by, row.time("confirmed_at")?));
            }
        }
        let mut erasures: Vec<Erasure> = erasures.into_values().collect();
        erasures.sort_by_key(|erasure| std::cmp::Reverse((erasure.closed_at, erasure.account)));
        Ok(erasures)
    }

    pub(crate) async fn erasure_confirm(
        &self,
        account: AccountId,
        company: CompanyId,
        by: AccountId,
        at: Timestamp,
    ) -> Result<()> {
        sqlx::query(sql!("erasure/confirm"))
            .bind(account.0)
            .bind(company.0)
            .bind(by.0)
            .bind(at.0)
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    pub(crate) async fn erasure_companies(&self) -> Result<Vec<(CompanyId, String)>> {
        let rows = sqlx::query(sql!("erasure/companies")).fetch_all(&self.pool).await?;
        rows.iter().map(|row| Ok((CompanyId(row.id("id")?), row.text("name")?))).collect()
    }
}
