//! Conversations and messages.

use zhitu_domain::chat::Side;
use zhitu_domain::id::{AccountId, CompanyId, ConversationId, JobId, MessageId, ResumeId};
use zhitu_domain::time::Timestamp;

/// A conversation with what is shown of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conversation {
    /// Key.
    pub id: ConversationId,
    /// About whose job; `None` with the platform's staff, who have no postings.
    pub about: Option<About>,
    /// The seeker's side.
    pub seeker: AccountId,
    /// The seeker's name as the company knows it; may be empty.
    pub seeker_name: String,
    /// The last message's number; 0 when there is none.
    pub last_seq: u32,
    /// The last message.
    pub last: Option<Message>,
    /// Up to which number the seeker has read.
    pub seeker_read: u32,
    /// Up to which number the company is told that the seeker has read.
    pub seeker_read_shown: u32,
    /// Up to which number the company has read.
    pub company_read: u32,
    /// Messages of the company after `seeker_read`.
    pub seeker_unread: u32,
    /// Messages of the seeker after `company_read`.
    pub company_unread: u32,
    /// Whether it takes no messages any more.
    pub closed: bool,
    /// The seeker closed the account.
    pub account_closed: bool,
    /// The seeker started or accepted it, and neither closed it nor blocked the company since.
    pub in_contact: bool,
    /// When something last happened in it.
    pub updated_at: Timestamp,
}

/// A message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Key.
    pub id: MessageId,
    /// In which conversation.
    pub conversation: ConversationId,
    /// Number within it.
    pub seq: u32,
    /// Whose.
    pub side: Side,
    /// What it says.
    pub text: String,
    /// When it was taken.
    pub sent_at: Timestamp,
}

/// The company's side of a conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// About which job.
    pub job: JobId,
    /// That job's title.
    pub job_title: String,
    /// The company.
    pub company: CompanyId,
    /// The company's name.
    pub company_name: String,
    /// Invented for the demo market.
    pub demo: bool,
    /// The company has booked the résumé search (S-REC-09).
    pub entitled: bool,
    /// The name of the recruiter who posted the job; empty without one.
    pub recruiter_name: String,
}

/// A conversation to be opened.
#[derive(Debug, Clone, Copy)]
pub struct NewConversation<'a> {
    /// Key for when it is new.
    pub id: ConversationId,
    /// About which job; the company is its.
    pub job: JobId,
    /// With whom.
    pub seeker: AccountId,
    /// What the company knows the seeker as.
    pub seeker_name: &'a str,
    /// Who opens it.
    pub side: Side,
    /// Now.
    pub at: Timestamp,
}

/// A conversation to be opened by the platform's staff.
#[derive(Debug, Clone, Copy)]
pub struct NewStaffConversation<'a> {
    /// Key for when it is new.
    pub id: ConversationId,
    /// With whom.
    pub seeker: AccountId,
    /// What staff know the seeker as.
    pub seeker_name: &'a str,
    /// Now.
    pub at: Timestamp,
}

/// What became of opening.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConversationPut {
    /// It is there.
    Open {
        /// Its key.
        id: ConversationId,
    },
    /// There is none, and the seeker blocks the company.
    CompanyBlocked,
}

/// A message to be stored.
#[derive(Debug, Clone, Copy)]
pub struct NewMessage<'a> {
    /// Key, made by the sender.
    pub id: MessageId,
    /// In which conversation.
    pub conversation: ConversationId,
    /// Whose.
    pub side: Side,
    /// Which account's.
    pub sender: AccountId,
    /// What it says.
    pub text: &'a str,
    /// Now.
    pub at: Timestamp,
}

/// What became of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MessagePut {
    /// It is stored now, or was before.
    Stored {
        /// It.
        message: Message,
    },
    /// The key is another message's.
    OtherMessage,
    /// The conversation takes no messages, or is not there.
    Closed,
}

operations! {
    /// Opens the conversation of a person about a job, or answers the one that is there. When the seeker opens it, one
    /// that was ended goes on and the seeker is in contact; under a block neither, and none is made, except about a job
    /// that was applied to in spite of the block.
    async fn conversation_open(&self, conversation: NewConversation<'_>) -> ConversationPut;
    /// Opens the one conversation of a person with the platform's staff, or answers the one that is there; none is made
    /// with a closed account.
    async fn conversation_open_staff(&self, conversation: NewStaffConversation<'_>) -> Option<ConversationId>;
    /// Ends a conversation for the seeker, or begins it anew, which puts them in contact; false when the seeker blocks the
    /// company.
    async fn conversation_end(&self, conversation: &Conversation, ended: bool, at: Timestamp) -> bool;
    /// The latest conversation of a company with the seeker of a résumé; without a company that of the platform's staff.
    async fn conversation_latest(&self, company: Option<CompanyId>, resume: ResumeId) -> Option<ConversationId>;
    /// A conversation.
    async fn conversation_get(&self, conversation: ConversationId) -> Option<Conversation>;
    /// A person's conversations as seeker, what happened last first.
    async fn conversations_of_seeker(&self, seeker: AccountId) -> Vec<Conversation>;
    /// A company's conversations, what happened last first; without a company those of the platform's staff.
    async fn conversations_of_company(&self, company: Option<CompanyId>) -> Vec<Conversation>;
    /// Stores a message under the next number; a repeat answers the stored one.
    async fn message_put(&self, message: &NewMessage<'_>) -> MessagePut;
    /// A message.
    async fn message_get(&self, message: MessageId) -> Option<Message>;
    /// The messages of a conversation after a number, in order.
    async fn messages_after(&self, conversation: ConversationId, after: u32, limit: u32) -> Vec<Message>;
    /// Notes up to which number a side has read, at most the last; never goes back.
    async fn conversation_read(&self, conversation: ConversationId, side: Side, seq: u32, at: Timestamp) -> ();
}
