//! Conversations and messages.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;
use zhitu_domain::chat::Side;
use zhitu_domain::id::{ApplicationId, ConversationId, JobId, MessageId, ResumeId};
use zhitu_domain::time::Timestamp;

/// `POST /api/conversations`: opens the conversation about a job, or answers the one that is there. A seeker names
/// the job, a recruiter the application, or the résumé that was found; the platform's staff the résumé alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(tag = "about", rename_all = "snake_case", deny_unknown_fields)]
pub enum ConversationOpen {
    /// By a seeker.
    Job {
        /// About which job.
        job: JobId,
    },
    /// By a recruiter of the company applied to.
    Application {
        /// About which application.
        application: ApplicationId,
    },
    /// By whoever found a résumé and may write first. The seeker is in contact with a company once they answer.
    Resume {
        /// Which.
        resume: ResumeId,
        /// About which of the company's postings; the platform's staff have none, and name none.
        job: Option<JobId>,
    },
}

/// A conversation as one of its sides sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct Conversation {
    /// Key.
    pub id: ConversationId,
    /// About which job; `None` with the platform's staff.
    pub job: Option<JobId>,
    /// That job's title; empty without one.
    pub job_title: String,
    /// Which side the asker is on.
    pub side: Side,
    /// The other side's name: the recruiter's and company's, or the seeker's as their résumé says it; empty for the
    /// platform's staff.
    pub with: String,
    /// The company's name; `None` when the platform's staff stand in its place.
    pub company: Option<String>,
    /// Invented for the demo market.
    pub demo: bool,
    /// The last message's number; 0 when there is none.
    pub last_seq: u32,
    /// The last message, when there is one.
    pub last: Option<Message>,
    /// Up to which number the asker has read.
    pub read_seq: u32,
    /// Up to which number the other side has read.
    pub other_read_seq: u32,
    /// Messages of the other side after `read_seq`.
    pub unread: u32,
    /// When something last happened in it.
    pub updated_at: Timestamp,
    /// The seeker ended it, by hand or by blocking the company: it takes no messages. Told to the seeker only.
    #[serde(default)]
    pub ended: bool,
    /// The seeker closed the account: name and texts are deleted. Told to the other side.
    #[serde(default)]
    pub account_closed: bool,
}

/// `PUT /api/conversations/{id}/ended`: by the seeker. Ended, the conversation takes no messages of either side; begun
/// anew, the seeker is in contact. Under a block it cannot be begun anew (`company_blocked`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EndedSetRequest {
    /// Whether it is ended.
    pub ended: bool,
}

/// Command `conversation_end`.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct ConversationEnd {
    /// Which.
    pub conversation: ConversationId,
    /// Whether it is ended, or begun anew.
    pub ended: bool,
}

/// `POST /api/conversations/{id}/messages`. The key is made by the sender: a repeat answers the same message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MessageSendRequest {
    /// Key.
    pub id: MessageId,
    /// 1 to 2,000 characters.
    pub text: String,
}

/// A message as the server has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct Message {
    /// Key.
    pub id: MessageId,
    /// In which conversation.
    pub conversation: ConversationId,
    /// 1, 2, 3, … without a gap within the conversation.
    pub seq: u32,
    /// Whose.
    pub from: Side,
    /// What it says.
    pub text: String,
    /// When the server took it.
    pub sent_at: Timestamp,
}

/// `GET /api/conversations/{id}/messages?after=&limit=`
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema, utoipa::IntoParams)]
pub struct MessagesQuery {
    /// Only messages with a higher number; 0 for all.
    #[serde(default)]
    pub after: u32,
    /// At most so many, 1 to 500.
    pub limit: u32,
}

/// `PUT /api/conversations/{id}/read`
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReadSetRequest {
    /// Read up to this number; never goes back.
    pub seq: u32,
}

/// A message as the page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MessageView {
    /// Key.
    pub id: MessageId,
    /// Number; `None` until the server has it.
    pub seq: Option<u32>,
    /// Whose.
    pub from: Side,
    /// Whether it is this person's own.
    pub mine: bool,
    /// What it says.
    pub text: String,
    /// When it was written here, or taken by the server.
    pub at: Timestamp,
    /// Where an own message stands.
    pub state: MessageState,
}

/// Where a message stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MessageState {
    /// On this device; goes out when the server can be reached.
    Unsent,
    /// The server refused it; it can be sent again or deleted.
    Refused,
    /// The server has it.
    Sent,
    /// The other side has read it.
    Read,
}

/// Command `conversation_show`: a conversation with its messages, from the device's database.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ConversationView {
    /// The conversation.
    pub conversation: Conversation,
    /// Its messages in order: those of the server by number, then those still here by time.
    pub messages: Vec<MessageView>,
}

/// Command `conversations_list`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ConversationsView {
    /// Latest first.
    pub conversations: Vec<Conversation>,
    /// Messages of others not yet read, in all.
    pub unread: u32,
}

/// Command that names one conversation.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct ConversationRef {
    /// Which.
    pub conversation: ConversationId,
}

/// Command `message_send`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MessageSend {
    /// In which conversation.
    pub conversation: ConversationId,
    /// What it says.
    pub text: String,
}

/// Command that names one message of one's own that is not sent.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct MessageRef {
    /// Which.
    pub message: MessageId,
}
