use super::look::{self, Written};
use super::{Columns, Db, Row, Store, application};
use crate::download::{Download, DownloadOf, DownloadPut, NewDownload};
use crate::{Error, Result};
use zhitu_domain::id::{AccountId, ApplicationId, CompanyId, DownloadId, ResumeId};
use zhitu_domain::mark::MarkNumber;
use zhitu_domain::resume::visibility::LookKind;

fn mark(row: &Row) -> Result<MarkNumber> {
    MarkNumber::from_stored(row.big("mark")?).ok_or(Error::Inconsistent { column: "mark" })
}

fn download(row: &Row) -> Result<Download> {
    let company = match row.id_opt("company_id")? {
        Some(id) => Some((CompanyId(id), row.text("company_name")?)),
        None => None,
    };
    // Somebody of the platform's staff may be a company's recruiter too, and did not act as one.
    let recruiter = match row.text_opt("viewer_name")?.filter(|_| company.is_some()) {
        Some(name) => Some((name, row.text("viewer_title")?)),
        None => None,
    };
    Ok(Download {
        id: DownloadId(row.id("id")?),
        mark: mark(row)?,
        account: AccountId(row.id("account_id")?),
        resume: row.id_opt("resume_id")?.map(ResumeId),
        application: row.id_opt("application_id")?.map(ApplicationId),
        mailed: row.word::<LookKind>("kind")? == LookKind::Mailed,
        company,
        viewer: AccountId(row.id("viewer_id")?),
        recruiter,
        at: row.time("at")?,
    })
}

/// Whether a download that is there is the one that is asked for again.
fn is_same(there: &Download, new: &NewDownload) -> bool {
    let of = match new.of {
        DownloadOf::Resume(resume) => there.application.is_none() && there.resume == Some(resume),
        DownloadOf::Application(application) => !there.mailed && there.application == Some(application),
        DownloadOf::Mailed(application) => there.mailed && there.application == Some(application),
    };
    of && there.viewer == new.viewer && there.company.as_ref().map(|(id, _)| *id) == new.company
}

impl Store {
    async fn download_get(&self, id: DownloadId) -> Result<Option<Download>> {
        let mut query = sqlx::QueryBuilder::<Db>::new(sql!("download/all"));
        query.push(" where download.id = ").push_bind(id.0);
        query.build().fetch_optional(&self.pool).await?.as_ref().map(download).transpose()
    }

    pub(crate) async fn download_put(&self, new: &NewDownload) -> Result<DownloadPut> {
        let stored = |there: Download| {
            if is_same(&there, new) { DownloadPut::Stored(there) } else { DownloadPut::OtherDownload }
        };
        if let Some(there) = self.download_get(new.id).await? {
            return Ok(stored(there));
        }
        let mut transaction = self.write().await?;
        let (account, application) = match (new.of, new.company) {
            (DownloadOf::Resume(resume), company) => {
                let standing = self.standings(&[resume], company).await?.pop();
                (standing.map(|standing| standing.account), None)
            }
            (DownloadOf::Application(key), Some(company)) => {
                (application::open(&mut transaction, key, company, new.at).await?, Some(key))
            }
            (DownloadOf::Mailed(key), Some(company)) => {
                (application::lock(&mut transaction, key, company).await?, Some(key))
            }
            (DownloadOf::Application(_) | DownloadOf::Mailed(_), None) => (None, None),
        };
        let Some(account) = account else {
            transaction.rollback().await?;
            return Ok(DownloadPut::NotThere);
        };
        let written = Written {
            id: new.look,
            account,
            kind: match new.of {
                DownloadOf::Mailed(_) => LookKind::Mailed,
                DownloadOf::Resume(_) | DownloadOf::Application(_) => LookKind::Downloaded,
            },
            company: new.company,
            viewer: new.viewer,
            application,
            introduction: None,
            reason: None,
            at: new.at,
        };
        look::add(&mut transaction, &written).await?;
        let added = sqlx::query(sql!("download/add"))
            .bind(new.id.0)
            .bind(new.look.0)
            .bind(new.mark.to_stored())
            .execute(&mut *transaction)
            .await?;
        if added.rows_affected() == 0 {
            transaction.rollback().await?;
            // The same request may have come twice at once.
            return Ok(self.download_get(new.id).await?.map_or(DownloadPut::MarkTaken, stored));
        }
        transaction.commit().await?;
        Ok(self.download_get(new.id).await?.map_or(DownloadPut::NotThere, stored))
    }

    pub(crate) async fn download_of_mark(&self, mark: MarkNumber) -> Result<Option<Download>> {
        let mut query = sqlx::QueryBuilder::<Db>::new(sql!("download/all"));
        query.push(" where download.mark = ").push_bind(mark.to_stored());
        query.build().fetch_optional(&self.pool).await?.as_ref().map(download).transpose()
    }

    pub(crate) async fn download_marks(&self) -> Result<Vec<MarkNumber>> {
        sqlx::query(sql!("download/marks")).fetch_all(&self.pool).await?.iter().map(mark).collect()
    }
}
