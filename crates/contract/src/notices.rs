//! What a person is told of outside the app: what, by which ways, and where to.
//!
//! A notice says that something happened, when, and which company it was. No text of anybody and no contact data is in it
//! (I1).

use crate::auth::Sensitive;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;
use zhitu_domain::notice::{NoticeChoice, NoticeKind, NoticeWay};
use zhitu_domain::time::Timestamp;

/// The longest address that notices are posted to, in bytes.
pub const WEBHOOK_URL_MAX_BYTES: usize = 500;

/// `GET /api/notices`, and command `notices_show`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct NoticeSettings {
    /// What can be told by which way: the kinds that come by it, and the ways that this server has.
    pub offered: Vec<NoticeChoice>,
    /// What is told by which way, once there is an address for it.
    pub choices: Vec<NoticeChoice>,
    /// The last two digits of the number that text messages go to: the one that the person signs in with.
    pub phone_tail: String,
    /// The address that notices are mailed to.
    pub email: Option<NoticeEmail>,
    /// The address that they are posted to.
    pub webhook: Option<NoticeWebhook>,
    /// The time zone by which the weekly digest is due, on Mondays at nine: a name such as `Asia/Shanghai`.
    pub zone: String,
}

/// An address that was confirmed by a code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct NoticeEmail {
    /// It.
    pub email: String,
    /// When it was confirmed.
    pub confirmed_at: Timestamp,
    /// Since when what is sent there does not arrive.
    pub failing_since: Option<Timestamp>,
}

/// An address that answered a challenge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct NoticeWebhook {
    /// It.
    pub url: String,
    /// When it answered.
    pub confirmed_at: Timestamp,
    /// Since when what is sent there does not arrive.
    pub failing_since: Option<Timestamp>,
}

/// `PUT /api/notices/choices`, and command `notice_choose`: switches one kind by one way on or off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NoticeChoose {
    /// What.
    pub kind: NoticeKind,
    /// How. Text messages are for `contact_request` and `application`.
    pub way: NoticeWay,
    /// Whether it is told so.
    pub on: bool,
}

/// `PUT /api/notices/zone`, and command `notice_zone_set`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NoticeZoneSet {
    /// The time zone, by its name in the IANA database.
    pub zone: String,
}

/// `PUT /api/notices/email`, and command `notice_email_set`: mails a code to an address that notices shall go to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NoticeEmailSet {
    /// The address, up to 254 characters.
    pub email: String,
}

/// `POST /api/notices/email/confirm`, and command `notice_email_confirm`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NoticeEmailConfirm {
    /// The code that was mailed.
    pub code: String,
}

/// `PUT /api/notices/webhook`, and command `notice_webhook_set`. The address gets `{"kind": "confirm", "challenge": "…"}`
/// at once and must answer with the challenge as its body, so that nobody has others' notices sent to a stranger.
///
/// Every post has the header `zhitu-signature: t=<seconds>,v1=<hex HMAC-SHA256 of "<seconds>.<body>" under the secret>`.
/// Its body has an `id`: the same notice comes again under the same one. Whoever checks the time and the id cannot be
/// played an old post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NoticeWebhookSet {
    /// `https://…`, up to 500 bytes, on the public Internet.
    pub url: String,
}

/// A webhook that was added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct NoticeWebhookAdded {
    /// The secret that every post is signed under. It is shown this once; the next address has another.
    pub secret: Sensitive,
    /// What is set now.
    pub settings: NoticeSettings,
}
