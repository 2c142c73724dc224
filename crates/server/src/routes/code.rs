//! How often a code may be asked for, whatever it proves: a number (S-AUTH-02) or an address.

use crate::failure::Failure;
use zhitu_contract::{Error, ErrorCode};
use zhitu_domain::time::Timestamp;
use zhitu_storage::code::CodePut;

/// Seconds between two codes.
pub(crate) const BETWEEN_S: u32 = 60;
/// Seconds of the window in which codes are counted.
pub(crate) const WINDOW_S: i64 = 86_400;
/// Codes in a window, at most.
pub(crate) const MOST: u32 = 10;

/// That a code was stored, or why it is not sent.
pub(crate) fn stored(put: CodePut, now: Timestamp) -> Result<(), Failure> {
    match put {
        CodePut::Stored => Ok(()),
        CodePut::TooSoon { last } => {
            let wait = (i64::from(BETWEEN_S) - now.seconds_since(last)).max(1);
            let detail = serde_json::json!({ "retry_after_s": wait });
            Err(Error::new(ErrorCode::CodeTooSoon).detail(detail).into())
        }
        CodePut::TooMany => Err(ErrorCode::CodeDailyLimit.into()),
    }
}
