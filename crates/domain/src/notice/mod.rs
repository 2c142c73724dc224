//! What a person is told of outside the app, by which ways, as they chose; when the weekly digest is due; how often it is
//! tried to reach them. Source: S-VIS-06, S-VIS-10, S-OUT-02.

mod digest;

pub use digest::{DEFAULT_ZONE, digest_begins, next_digest};

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

/// What a notice is about. In the app all of it is told anyway.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum NoticeKind {
    /// Somebody asks for real contact data: nothing happens without an answer.
    ContactRequest,
    /// A company wrote.
    Message,
    /// Somebody looked at the résumé, or downloaded it.
    Look,
    /// A company moved an application on.
    Application,
    /// Who looked in the week that ended, on Monday at nine; nothing when nobody did.
    WeeklyDigest,
}

impl NoticeKind {
    /// All.
    pub const ALL: &[Self] =
        &[Self::ContactRequest, Self::Message, Self::Look, Self::Application, Self::WeeklyDigest];

    /// Whether it can come that way. A text message costs the operator money and rings in a pocket: it is for what waits
    /// for an answer or changes what somebody does next.
    pub fn comes_by(self, way: NoticeWay) -> bool {
        match way {
            NoticeWay::Mail | NoticeWay::Webhook => true,
            NoticeWay::Sms => matches!(self, Self::ContactRequest | Self::Application),
        }
    }
}

/// How a notice reaches a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum NoticeWay {
    /// A mail to an address that they confirmed for it.
    Mail,
    /// A text message to the number that they sign in with.
    Sms,
    /// A signed post to an address that answered a challenge.
    Webhook,
}

impl NoticeWay {
    /// All.
    pub const ALL: &[Self] = &[Self::Mail, Self::Sms, Self::Webhook];
}

/// A kind that a person wants by a way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS, ToSchema)]
pub struct NoticeChoice {
    /// What.
    pub kind: NoticeKind,
    /// How.
    pub way: NoticeWay,
}

impl NoticeChoice {
    /// What a new account has: whoever is asked for contact data has to hear of it (S-VIS-06), and the number is the one
    /// way that every account has. All else is theirs to choose.
    pub const DEFAULT: &[Self] = &[Self { kind: NoticeKind::ContactRequest, way: NoticeWay::Sms }];

    /// All that can come by a way.
    pub fn by(way: NoticeWay) -> impl Iterator<Item = Self> {
        NoticeKind::ALL.iter().filter(move |kind| kind.comes_by(way)).map(move |&kind| Self { kind, way })
    }
}

/// Notices that a number gets as text messages within a day.
pub const SMS_PER_DAY: u32 = 5;

/// Seconds from one try to reach somebody to the next. After the last it is given up, a day after the first.
const PAUSES_S: &[i64] = &[60, 300, 1_800, 7_200, 21_600, 21_600, 33_840];

/// Seconds until the next try, after so many that failed; `None` when it is given up.
pub fn next_try_s(failed: u32) -> Option<i64> {
    let at = usize::try_from(failed).ok()?.checked_sub(1)?;
    PAUSES_S.get(at).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_messages_are_for_what_waits_for_an_answer() {
        let by = |way| NoticeChoice::by(way).count();
        assert_eq!((by(NoticeWay::Mail), by(NoticeWay::Sms), by(NoticeWay::Webhook)), (5, 2, 5));
        assert!(!NoticeKind::Look.comes_by(NoticeWay::Sms) && !NoticeKind::Message.comes_by(NoticeWay::Sms));
    }

    /// S-VIS-06: whoever chose nothing hears of a request for contact data.
    #[test]
    fn a_new_account_hears_of_requests_and_of_nothing_else() {
        assert!(NoticeChoice::DEFAULT.iter().all(|choice| choice.kind.comes_by(choice.way)));
        assert_eq!(
            NoticeChoice::DEFAULT,
            [NoticeChoice { kind: NoticeKind::ContactRequest, way: NoticeWay::Sms }]
        );
    }

    #[test]
    fn tries_are_ever_further_apart_for_a_day() {
        let pauses: Vec<i64> = (1..).map_while(next_try_s).collect();
        assert!(pauses.is_sorted());
        assert_eq!(pauses.iter().sum::<i64>(), 86_400);
        assert_eq!((next_try_s(0), next_try_s(8), next_try_s(u32::MAX)), (None, None, None));
    }
}
