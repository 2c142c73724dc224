//! Errors as they cross every boundary: `{code, message, detail?}`.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;
use utoipa::ToSchema;

macro_rules! error_codes {
    ($($(#[$doc:meta])* $name:ident = $status:literal, $meaning:literal;)+) => {
        /// What went wrong. The one table: HTTP status and meaning stand beside each code.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS, ToSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum ErrorCode {
            $(#[doc = $meaning] $name,)+
        }

        impl ErrorCode {
            /// All codes, in the order of the table.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The HTTP status that carries the code; 0 for codes that only arise on the device.
            pub const fn status(self) -> u16 {
                match self { $(Self::$name => $status),+ }
            }

            /// What it means, for developers. People read the catalogue's sentence.
            pub const fn meaning(self) -> &'static str {
                match self { $(Self::$name => $meaning),+ }
            }
        }
    };
}

error_codes! {
    InvalidRequest = 400, "The request is not of the documented form; `detail` says where.";
    InvalidField = 422, "A field's value is refused; `detail.field` names it, `detail.problem` says why.";
    PhoneInvalid = 422, "Not a phone number that can receive a code.";
    CodeWrong = 422, "The sign-in code is not the one that was sent, or it is used, expired or out of tries.";
    CodeTooSoon = 429, "A code was asked for less than a minute ago; `detail.retry_after_s` says how long to wait.";
    CodeDailyLimit = 429, "Ten codes were sent to this number or account today.";
    TooManyRequests = 429, "Too many requests from this address; `detail.retry_after_s` says how long to wait.";
    GatewayUnavailable = 503, "The gateway for messages, mail or calls did not do it; nothing was sent, nobody was bound.";
    WorkEmailMissing = 409, "Contact by e-mail needs a confirmed work e-mail address of the asker's first.";
    WebhookRefused = 422, "Notices cannot be posted to this address; `detail.reason` says why: form, private, unreachable or unconfirmed.";
    SignatureInvalid = 401, "The body has no signature that is right and of these minutes.";
    PolicyNotAccepted = 403, "The current version of the policy has not been accepted.";
    PolicyVersionUnknown = 422, "No policy of that version is in force.";
    TooYoung = 422, "The birth date is of a person under 16; it was not kept.";
    SignedOut = 401, "No valid session: sign in again. `detail.ended` is true when renewing shows that it was ended on purpose.";
    NotVerified = 403, "The recruiting side opens once person, employment and company are verified.";
    NotFound = 404, "No such thing for this account, whether it exists or not.";
    AttachmentRefused = 422, "The file is not taken as an attachment résumé; `detail.reason` says why: not_pdf, encrypted, too_many_pages, no_text, active_content, hidden or too_complex.";
    AttachmentsFull = 409, "The account has as many attachment résumés as it may; `detail.most` says how many.";
    JobClosed = 409, "The posting takes no applications any more.";
    ResumeIncomplete = 409, "The résumé lacks what an application needs; `detail.missing` names it.";
    ResumeConflict = 409, "The résumé was changed elsewhere since; `detail.version` is the one to merge with.";
    StageNotAllowed = 409, "The application cannot go from its stage to that one.";
    ApplicationWithdrawn = 409, "The application was withdrawn.";
    IdempotencyMismatch = 409, "The key was used before for another request.";
    CompanyBlocked = 409, "The company is on the block list: applying needs `despite_block`, a conversation needs the block lifted.";
    ContactRequestClosed = 409, "The request for contact data cannot be answered so any more; `detail.reason` says why.";
    SecondFactorRequired = 403, "Staff show a second factor first; `detail.enrolled` says whether there is one to show.";
    SecondFactorWrong = 422, "The second factor's code is not right, or it was used before.";
    SecondFactorLocked = 429, "Too many wrong codes of a second factor; `detail.retry_after_s` says how long to wait.";
    ReasonRequired = 422, "Staff search and look by the routes that take a reason.";
    NotEntitled = 403, "The company has not booked the résumé search.";
    ConversationClosed = 409, "The conversation takes no messages any more.";
    PayloadTooLarge = 413, "The body is larger than the route takes.";
    MethodNotAllowed = 405, "The route does not have this method.";
    UnsupportedMediaType = 415, "The body must be of the media type that the route takes.";
    Unavailable = 503, "The server cannot answer now; try again.";
    Internal = 500, "The server failed; the log has the request's id.";
    Offline = 0, "The server cannot be reached.";
    ServerIncompatible = 0, "The server answered in a form this app does not know.";
    StoreUnavailable = 0, "The device's database cannot be read or written.";
    StoreFull = 0, "The device's disk is full.";
    StoreNewer = 0, "The device's database was written by a newer version of the app.";
    VaultUnavailable = 0, "The system's keyring cannot be used; the session lives in memory only.";
    PermissionNotGranted = 0, "The permission that the command needs is not granted; `detail` says which, why and what to do instead.";
    ClipboardUnavailable = 0, "The system's clipboard could not be read.";
    LocationUnavailable = 0, "The device's position could not be had; `detail.reason` says why.";
    Cancelled = 0, "The person cancelled.";
    FileNotWritten = 0, "The file could not be written.";
    FileNotRead = 0, "The file could not be read.";
    TypesetFailed = 0, "The résumé could not be set in type.";
    DeviceFailure = 0, "The app failed on this device; the log has the details.";
}

/// An error as it is sent. `message` is for developers; people read the catalogue's sentence for the code.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema, thiserror::Error)]
#[error("{code:?}: {message}")]
#[ts(rename = "AppError")]
#[schema(as = AppError)]
pub struct Error {
    /// The code.
    pub code: ErrorCode,
    /// One sentence in English.
    pub message: String,
    /// What the code's meaning promises.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "unknown")]
    #[schema(value_type = Option<Object>)]
    pub detail: Option<Value>,
}

impl Error {
    /// An error with the table's own sentence.
    pub fn new(code: ErrorCode) -> Self {
        Self { code, message: code.meaning().to_owned(), detail: None }
    }

    /// An error with a sentence of its own.
    pub fn with_message(code: ErrorCode, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), detail: None }
    }

    /// Adds the detail.
    #[must_use]
    pub fn detail(mut self, detail: Value) -> Self {
        self.detail = Some(detail);
        self
    }

    /// A refused field.
    pub fn field(field: &str, problem: &str) -> Self {
        Self::new(ErrorCode::InvalidField).detail(serde_json::json!({ "field": field, "problem": problem }))
    }
}

impl From<ErrorCode> for Error {
    fn from(code: ErrorCode) -> Self {
        Self::new(code)
    }
}

/// A result that can cross a boundary.
pub type Result<T, E = Error> = std::result::Result<T, E>;
