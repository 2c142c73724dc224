//! What must reach the index or a person, written in the transaction of its cause.

use serde::{Deserialize, Serialize};
use zhitu_domain::application::Stage;
use zhitu_domain::chat::Side;
use zhitu_domain::id::{
    AccountId, ApplicationId, CompanyId, ContactRequestId, ConversationId, JobId, LookId, MessageId,
    ResumeId, SessionId,
};
use zhitu_domain::time::Timestamp;

/// Who reads an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// The search index.
    Index,
    /// The index of résumés.
    Resumes,
    /// The live hub.
    Live,
}

/// What happened. Keys only, so that no text of a person lies here: the reader looks up what it needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Body {
    /// A posting was saved or closed. [`Topic::Index`].
    Job {
        /// Which.
        job: JobId,
    },
    /// A résumé was saved, or who may see it changed. [`Topic::Resumes`].
    Resume {
        /// Which.
        resume: ResumeId,
    },
    /// A message was stored. [`Topic::Live`], as all that follow.
    Message {
        /// Which.
        message: MessageId,
        /// The seeker's side.
        seeker: AccountId,
        /// The company's side; `None` when it is the platform's staff.
        company: Option<CompanyId>,
    },
    /// A side has read up to a number.
    Read {
        /// In which conversation.
        conversation: ConversationId,
        /// Which side.
        side: Side,
        /// Up to which number.
        seq: u32,
        /// The seeker's side.
        seeker: AccountId,
        /// The company's side; `None` when it is the platform's staff.
        company: Option<CompanyId>,
    },
    /// An application arrived or its stage changed.
    Application {
        /// Which.
        application: ApplicationId,
        /// Its stage.
        stage: Stage,
        /// Who sent it.
        seeker: AccountId,
        /// To whom.
        company: CompanyId,
    },
    /// Somebody looked at a résumé.
    Look {
        /// The look.
        look: LookId,
        /// At whose.
        seeker: AccountId,
    },
    /// A request for contact data was made, or stands otherwise than before.
    ContactRequest {
        /// Which.
        request: ContactRequestId,
        /// Who is asked.
        seeker: AccountId,
    },
    /// A session was ended.
    SessionEnded {
        /// Which.
        session: SessionId,
    },
}

impl Body {
    /// Who reads it.
    pub fn topic(&self) -> Topic {
        match self {
            Self::Job { .. } => Topic::Index,
            Self::Resume { .. } => Topic::Resumes,
            _ => Topic::Live,
        }
    }
}

/// An entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its number; later causes within one row's life have higher ones.
    pub seq: i64,
    /// What happened.
    pub body: Body,
    /// When.
    pub created_at: Timestamp,
}

operations! {
    /// The oldest entries of a topic, up to `limit`. They stay until [`crate::Store::outbox_done`].
    async fn outbox_next(&self, topic: Topic, limit: u32) -> Vec<Entry>;
    /// Deletes an entry that arrived.
    async fn outbox_done(&self, seq: i64) -> ();
    /// Deletes entries that arrived, in one transaction.
    async fn outbox_done_all(&self, seqs: &[i64]) -> ();
    /// How many entries of a topic wait, and since when the oldest does.
    async fn outbox_waiting(&self, topic: Topic) -> (u32, Option<Timestamp>);
}
