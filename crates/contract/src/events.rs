//! What is told without being asked: by the server over WebSocket, by the core to the page.

use crate::auth::Account;
use crate::chat::Message;
use crate::visibility::Look;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;
use zhitu_domain::application::Stage;
use zhitu_domain::chat::Side;
use zhitu_domain::id::{ApplicationId, ContactRequestId, ConversationId};

/// A frame of `GET /api/live` (WebSocket, one JSON text per frame), from the server.
///
/// A hint to look, never the only way to know: what a lost link missed is fetched by number afterwards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum LiveEvent {
    /// A message was stored.
    Message {
        /// It.
        message: Message,
    },
    /// One side has read up to a number.
    Read {
        /// In which conversation.
        conversation: ConversationId,
        /// Which side.
        side: Side,
        /// Up to which number.
        seq: u32,
    },
    /// An application's stage changed, or one arrived.
    Application {
        /// Which.
        application: ApplicationId,
        /// Its stage.
        stage: Stage,
    },
    /// Somebody looked at the listener's résumé.
    Look {
        /// It.
        look: Look,
    },
    /// Somebody asks the listener for real contact data, or took that back.
    ContactRequest {
        /// Which request.
        request: ContactRequestId,
    },
    /// The session was ended elsewhere; the link closes.
    SessionEnded,
}

/// What the core tells the page. The page then asks again for what it shows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum CoreEvent {
    /// The server can be reached, or no longer.
    Online {
        /// Which of the two.
        online: bool,
    },
    /// Signed in, out, or changed.
    AccountChanged {
        /// The account.
        account: Option<Account>,
    },
    /// The session is in memory only from now on, or in the keyring again.
    SessionInMemory {
        /// Which of the two, as `app_state` has it.
        session_in_memory: bool,
    },
    /// The résumé was changed other than by the command that just answered: saved, merged, fetched.
    ResumeChanged,
    /// Something happened in a conversation.
    ConversationChanged {
        /// In which.
        conversation: ConversationId,
    },
    /// An application changed, or one arrived.
    ApplicationsChanged,
    /// Somebody looked at the résumé.
    LooksChanged,
    /// The setting or the block list was changed.
    VisibilityChanged,
    /// A request for contact data arrived, was taken back or answered.
    ContactRequestsChanged,
    /// Settings changed, in this or another window.
    SettingsChanged,
    /// A permission stands otherwise than before.
    PermissionsChanged,
    /// The record of personal data has a new entry, or was cleared.
    RecordChanged,
}
