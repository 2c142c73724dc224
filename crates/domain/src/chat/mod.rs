//! Conversations: what a message may be.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

/// The longest message, in characters.
pub const MESSAGE_MAX_CHARS: usize = 2_000;

/// Which side of a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The person looking for work.
    Seeker,
    /// The company's recruiters, or the platform's own staff in their place.
    Company,
}

/// Why a text is no message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MessageError {
    /// Nothing but white space.
    #[error("empty")]
    Empty,
    /// Over [`MESSAGE_MAX_CHARS`].
    #[error("longer than {MESSAGE_MAX_CHARS} characters")]
    TooLong,
}

/// Checks a text and takes white space off its ends.
pub fn message_text(text: &str) -> Result<&str, MessageError> {
    let text = text.trim();
    if text.is_empty() {
        Err(MessageError::Empty)
    } else if text.chars().count() > MESSAGE_MAX_CHARS {
        Err(MessageError::TooLong)
    } else {
        Ok(text)
    }
}
