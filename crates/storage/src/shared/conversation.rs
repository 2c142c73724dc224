use super::virtual_number::{Party, recheck};
use super::{Columns, Db, Row, Store, notice, outbox, visibility, word};
use crate::Result;
use crate::conversation::{
    About, Conversation, ConversationPut, Message, MessagePut, NewConversation, NewMessage,
    NewStaffConversation,
};
use crate::outbox::Body;
use zhitu_domain::chat::Side;
use zhitu_domain::id::{AccountId, CompanyId, ConversationId, JobId, MessageId, ResumeId};
use zhitu_domain::notice::NoticeKind;
use zhitu_domain::time::Timestamp;

const LATEST_FIRST: &str = " order by conversation.updated_at desc, conversation.id desc";

/// Reads a row of `conversation/all`, joined with its last message.
fn joined_conversation(row: &Row) -> Result<Conversation> {
    let id = ConversationId(row.id("id")?);
    let last = match row.id_opt("last_id")? {
        None => None,
        Some(last) => Some(Message {
            id: MessageId(last),
            conversation: id,
            seq: row.count("last_seq")?,
            side: row.word("last_side")?,
            text: row.text("last_text")?,
            sent_at: row.time("last_sent_at")?,
        }),
    };
    let about = match row.id_opt("job_id")? {
        None => None,
        Some(job) => Some(About {
            job: JobId(job),
            job_title: row.text("job_title")?,
            company: CompanyId(row.id("company_id")?),
            company_name: row.text("company_name")?,
            demo: row.flag("company_demo")?,
            entitled: row.flag("company_entitled")?,
            recruiter_name: row.text_opt("recruiter_name")?.unwrap_or_default(),
        }),
    };
    Ok(Conversation {
        id,
        about,
        seeker: AccountId(row.id("seeker_id")?),
        seeker_name: row.text("seeker_name")?,
        last_seq: row.count("last_seq")?,
        last,
        seeker_read: row.count("seeker_read")?,
        seeker_read_shown: row.count("seeker_read_shown")?,
        company_read: row.count("company_read")?,
        seeker_unread: row.count("seeker_unread")?,
        company_unread: row.count("company_unread")?,
        closed: row.flag("closed")?,
        account_closed: row.flag("account_closed")?,
        in_contact: row.flag("in_contact")?,
        updated_at: row.time("updated_at")?,
    })
}

fn message(row: &Row) -> Result<Message> {
    Ok(Message {
        id: MessageId(row.id("id")?),
        conversation: ConversationId(row.id("conversation_id")?),
        seq: row.count("seq")?,
        side: row.word("side")?,
        text: row.text("text")?,
        sent_at: row.time("sent_at")?,
    })
}

impl Store {
    pub(crate) async fn conversation_open(
        &self,
        conversation: NewConversation<'_>,
    ) -> Result<ConversationPut> {
        let mut transaction = self.write().await?;
        visibility::lock(&mut transaction, conversation.seeker).await?;
        let state = sqlx::query(sql!("conversation/before"))
            .bind(conversation.job.0)
            .bind(conversation.seeker.0)
            .fetch_one(&mut *transaction)
            .await?;
        let there = state.id_opt("id")?;
        let company = CompanyId(state.id("company_id")?);
        let blocked = visibility::blocked(&mut transaction, conversation.seeker, company).await?;
        let by_seeker = conversation.side == Side::Seeker;
        if there.is_none() && blocked && !state.flag("despite_block")? {
            transaction.rollback().await?;
            return Ok(ConversationPut::CompanyBlocked);
        }
        if there.is_none() {
            sqlx::query(sql!("conversation/open"))
                .bind(conversation.id.0)
                .bind(conversation.job.0)
                .bind(conversation.seeker.0)
                .bind(conversation.at.0)
                .bind(by_seeker && !blocked)
                .bind(conversation.seeker_name)
                .execute(&mut *transaction)
                .await?;
        } else if by_seeker && !blocked {
            sqlx::query(sql!("conversation/accept"))
                .bind(conversation.job.0)
                .bind(conversation.seeker.0)
                .execute(&mut *transaction)
                .await?;
        }
        transaction.commit().await?;
        Ok(ConversationPut::Open { id: there.map_or(conversation.id, ConversationId) })
    }

    pub(crate) async fn conversation_open_staff(
        &self,
        conversation: NewStaffConversation<'_>,
    ) -> Result<Option<ConversationId>> {
        let mut transaction = self.write().await?;
        visibility::lock(&mut transaction, conversation.seeker).await?;
        let row = sqlx::query(sql!("conversation/open_staff"))
            .bind(conversation.id.0)
            .bind(conversation.seeker.0)
            .bind(conversation.at.0)
            .bind(conversation.seeker_name)
            .fetch_optional(&mut *transaction)
            .await?;
        transaction.commit().await?;
        row.map(|row| Ok(ConversationId(row.id("id")?))).transpose()
    }

    pub(crate) async fn conversation_end(
        &self,
        conversation: &Conversation,
        ended: bool,
        at: Timestamp,
    ) -> Result<bool> {
        let mut transaction = self.write().await?;
        visibility::lock(&mut transaction, conversation.seeker).await?;
        let statement = if ended { sql!("conversation/end") } else { sql!("conversation/begin_anew") };
        let set = sqlx::query(statement).bind(conversation.id.0).execute(&mut *transaction).await?;
        recheck(&mut transaction, Party::Seeker(conversation.seeker), at).await?;
        transaction.commit().await?;
        Ok(ended || set.rows_affected() > 0)
    }

    pub(crate) async fn conversation_latest(
        &self,
        company: Option<CompanyId>,
        resume: ResumeId,
    ) -> Result<Option<ConversationId>> {
        let latest =
            sqlx::query(sql!("conversation/latest")).bind(company.map(|company| company.0)).bind(resume.0);
        let row = latest.fetch_optional(&self.pool).await?;
        row.map(|row| Ok(ConversationId(row.id("id")?))).transpose()
    }

    pub(crate) async fn conversation_get(
        &self,
        conversation: ConversationId,
    ) -> Result<Option<Conversation>> {
        let mut query = sqlx::QueryBuilder::<Db>::new(sql!("conversation/all"));
        query.push(" where conversation.id = ").push_bind(conversation.0);
        query.build().fetch_optional(&self.pool).await?.as_ref().map(joined_conversation).transpose()
    }

    pub(crate) async fn conversations_of_seeker(&self, seeker: AccountId) -> Result<Vec<Conversation>> {
        let mut query = sqlx::QueryBuilder::<Db>::new(sql!("conversation/all"));
        query.push(" where conversation.seeker_id = ").push_bind(seeker.0);
        query.push(LATEST_FIRST);
        query.build().fetch_all(&self.pool).await?.iter().map(joined_conversation).collect()
    }

    pub(crate) async fn conversations_of_company(
        &self,
        company: Option<CompanyId>,
    ) -> Result<Vec<Conversation>> {
        let mut query = sqlx::QueryBuilder::<Db>::new(sql!("conversation/all"));
        match company {
            Some(company) => query.push(" where conversation.company_id = ").push_bind(company.0),
            None => query.push(" where conversation.company_id is null"),
        };
        query.push(LATEST_FIRST);
        query.build().fetch_all(&self.pool).await?.iter().map(joined_conversation).collect()
    }

    pub(crate) async fn message_put(&self, new: &NewMessage<'_>) -> Result<MessagePut> {
        let mut transaction = self.write().await?;
        // Raising the number locks the conversation: everything after sees the messages before this one.
        let raised = sqlx::query(sql!("conversation/raise"))
            .bind(new.conversation.0)
            .bind(new.at.0)
            .fetch_optional(&mut *transaction)
            .await?;
        let there = sqlx::query(sql!("conversation/message_get"))
            .bind(new.id.0)
            .fetch_optional(&mut *transaction)
            .await?;
        if let Some(there) = there {
            transaction.rollback().await?;
            let sender = AccountId(there.id("sender_id")?);
            let there = message(&there)?;
            let same = there.conversation == new.conversation
                && there.side == new.side
                && sender == new.sender
                && there.text == new.text;
            return Ok(if same { MessagePut::Stored { message: there } } else { MessagePut::OtherMessage });
        }
        let Some(raised) = raised else {
            transaction.rollback().await?;
            return Ok(MessagePut::Closed);
        };
        let stored = Message {
            id: new.id,
            conversation: new.conversation,
            seq: raised.count("last_seq")?,
            side: new.side,
            text: new.text.to_owned(),
            sent_at: new.at,
        };
        sqlx::query(sql!("conversation/message_add"))
            .bind(new.id.0)
            .bind(new.conversation.0)
            .bind(i64::from(stored.seq))
            .bind(word(&new.side)?)
            .bind(new.sender.0)
            .bind(new.text)
            .bind(new.at.0)
            .execute(&mut *transaction)
            .await?;
        if new.side == Side::Seeker {
            // Answering is accepting.
            let answer = sqlx::query(sql!("conversation/answer")).bind(new.conversation.0);
            answer.execute(&mut *transaction).await?;
        }
        let seeker = AccountId(raised.id("seeker_id")?);
        let company = raised.id_opt("company_id")?.map(CompanyId);
        if new.side == Side::Company {
            notice::add(&mut transaction, seeker, NoticeKind::Message, new.id.0, new.at).await?;
        }
        let body = Body::Message { message: new.id, seeker, company };
        outbox::add(&mut transaction, &body, new.at).await?;
        transaction.commit().await?;
        Ok(MessagePut::Stored { message: stored })
    }

    pub(crate) async fn message_get(&self, key: MessageId) -> Result<Option<Message>> {
        let row =
            sqlx::query(sql!("conversation/message_get")).bind(key.0).fetch_optional(&self.pool).await?;
        row.as_ref().map(message).transpose()
    }

    pub(crate) async fn messages_after(
        &self,
        conversation: ConversationId,
        after: u32,
        limit: u32,
    ) -> Result<Vec<Message>> {
        sqlx::query(sql!("conversation/messages_after"))
            .bind(conversation.0)
            .bind(i64::from(after))
            .bind(i64::from(limit))
            .fetch_all(&self.pool)
            .await?
            .iter()
            .map(message)
            .collect()
    }

    pub(crate) async fn conversation_read(
        &self,
        conversation: ConversationId,
        side: Side,
        seq: u32,
        at: Timestamp,
    ) -> Result<()> {
        let statement = match side {
            Side::Seeker => sql!("conversation/read_seeker"),
            Side::Company => sql!("conversation/read_company"),
        };
        let mut transaction = self.write().await?;
        let moved = sqlx::query(statement)
            .bind(conversation.0)
            .bind(i64::from(seq))
            .fetch_optional(&mut *transaction)
            .await?;
        if let Some(moved) = moved {
            let body = Body::Read {
                conversation,
                side,
                seq: moved.count("read")?,
                seeker: AccountId(moved.id("seeker_id")?),
                company: moved.id_opt("company_id")?.map(CompanyId),
            };
            outbox::add(&mut transaction, &body, at).await?;
        }
        Ok(transaction.commit().await?)
    }
}
