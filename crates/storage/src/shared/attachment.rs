use super::look::{self, Written};
use super::{Columns, Row, Store, application, visibility};
use crate::attachment::{
    Attachment, AttachmentOpen, AttachmentOpened, AttachmentPut, NewAttachment, SentAttachment,
};
use crate::{Error, Result};
use zhitu_domain::contact::ContactItems;
use zhitu_domain::id::{AccountId, ApplicationId, AttachmentId};
use zhitu_domain::resume::visibility::LookKind;

/// The copy of a row that is joined with one, if there is one.
pub(super) fn joined_sent(row: &Row) -> Result<Option<SentAttachment>> {
    let Some(name) = row.text_opt("attachment_name")? else { return Ok(None) };
    let contact: Option<ContactItems> = row.json_opt("attachment_contact")?;
    Ok(Some(SentAttachment {
        name,
        size: row.count("attachment_size")?,
        pages: row.count("attachment_pages")?,
        contact: contact.ok_or(Error::Inconsistent { column: "attachment_contact" })?,
    }))
}

impl Store {
    pub(crate) async fn attachment_put(&self, new: &NewAttachment<'_>) -> Result<AttachmentPut> {
        let size = i64::try_from(new.content.len()).map_err(|_| Error::Inconsistent { column: "size" })?;
        let mut transaction = self.write().await?;
        // The files are counted under the account's lock: two at once are not both the last one.
        visibility::lock(&mut transaction, new.account).await?;
        let same = sqlx::query(sql!("attachment/same"))
            .bind(new.id.0)
            .bind(new.account.0)
            .bind(new.content)
            .fetch_optional(&mut *transaction)
            .await?;
        if same.is_some() {
            transaction.rollback().await?;
            return Ok(AttachmentPut::Stored);
        }
        let row =
            sqlx::query(sql!("attachment/count")).bind(new.account.0).fetch_one(&mut *transaction).await?;
        if row.count("held")? >= new.most {
            transaction.rollback().await?;
            return Ok(AttachmentPut::Full);
        }
        let added = sqlx::query(sql!("attachment/put"))
            .bind(new.id.0)
            .bind(new.account.0)
            .bind(new.name)
            .bind(new.content)
            .bind(size)
            .bind(i64::from(new.pages))
            .bind(new.text)
            .bind(new.at.0)
            .execute(&mut *transaction)
            .await?;
        if added.rows_affected() == 0 {
            transaction.rollback().await?;
            return Ok(AttachmentPut::OtherFile);
        }
        transaction.commit().await?;
        Ok(AttachmentPut::Stored)
    }

    pub(crate) async fn attachments_of(&self, account: AccountId) -> Result<Vec<Attachment>> {
        let rows = sqlx::query(sql!("attachment/of_account")).bind(account.0).fetch_all(&self.pool).await?;
        rows.iter()
            .map(|row| {
                Ok(Attachment {
                    id: AttachmentId(row.id("id")?),
                    name: row.text("name")?,
                    size: row.count("size")?,
                    pages: row.count("pages")?,
                    text: row.text("text")?,
                    added_at: row.time("added_at")?,
                })
            })
            .collect()
    }

    pub(crate) async fn attachment_content(
        &self,
        attachment: AttachmentId,
        account: AccountId,
    ) -> Result<Option<(String, Vec<u8>)>> {
        let row = sqlx::query(sql!("attachment/content"))
            .bind(attachment.0)
            .bind(account.0)
            .fetch_optional(&self.pool)
            .await?;
        row.map(|row| Ok((row.text("name")?, row.bytes("content")?))).transpose()
    }

    pub(crate) async fn attachment_remove(
        &self,
        attachment: AttachmentId,
        account: AccountId,
    ) -> Result<bool> {
        let removed = sqlx::query(sql!("attachment/remove"))
            .bind(attachment.0)
            .bind(account.0)
            .execute(&self.pool)
            .await?;
        Ok(removed.rows_affected() > 0)
    }

    pub(crate) async fn application_attachment_open(
        &self,
        open: &AttachmentOpen,
    ) -> Result<AttachmentOpened> {
        let mut transaction = self.write().await?;
        let account = application::open(&mut transaction, open.application, open.company, open.at).await?;
        let sent = sqlx::query(sql!("attachment/sent_key"))
            .bind(open.application.0)
            .fetch_optional(&mut *transaction)
            .await?;
        let (Some(account), Some(_)) = (account, sent) else {
            transaction.rollback().await?;
            return Ok(AttachmentOpened::NotThere);
        };
        let there = sqlx::query(sql!("attachment/look"))
            .bind(open.look.0)
            .bind(open.application.0)
            .bind(open.company.0)
            .bind(open.viewer.0)
            .fetch_optional(&mut *transaction)
            .await?;
        if there.is_some() {
            transaction.rollback().await?;
            return Ok(AttachmentOpened::Recorded);
        }
        let written = Written {
            id: open.look,
            account,
            kind: LookKind::AttachmentDownloaded,
            company: Some(open.company),
            viewer: open.viewer,
            application: Some(open.application),
            introduction: None,
            reason: None,
            at: open.at,
        };
        match look::add(&mut transaction, &written).await {
            Ok(()) => {
                transaction.commit().await?;
                Ok(AttachmentOpened::Recorded)
            }
            Err(Error::Database(sqlx::Error::Database(refusal))) if refusal.is_unique_violation() => {
                Ok(AttachmentOpened::OtherLook)
            }
            Err(error) => Err(error),
        }
    }

    pub(crate) async fn application_attachment_content(
        &self,
        application: ApplicationId,
    ) -> Result<Option<(String, Vec<u8>)>> {
        let row = sqlx::query(sql!("attachment/sent")).bind(application.0).fetch_optional(&self.pool).await?;
        row.map(|row| Ok((row.text("name")?, row.bytes("content")?))).transpose()
    }
}
