//! What is said of a setting, made from the table, so that the words cannot promise what the rule does not keep.

use super::access::{Access, Action};
use super::relation::Relation;
use super::sent::Sent;
use super::setting::VisibilitySetting;
use super::table::Table;
use serde::{Deserialize, Serialize};
use std::fmt::Write;
use ts_rs::TS;
use utoipa::ToSchema;

/// Who a sentence is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Companies.
    Employer,
    /// The platform's own recruiting staff.
    Platform,
    /// A company that the seeker applied to.
    AppliedTo,
    /// A company that the seeker is in contact with.
    InContact,
    /// A company on the block list.
    Blocked,
}

impl Audience {
    /// All, in the order in which they are told of.
    pub const ALL: &[Self] =
        &[Self::Employer, Self::Platform, Self::AppliedTo, Self::InContact, Self::Blocked];

    /// Their relation to the seeker.
    pub const fn relation(self) -> Relation {
        match self {
            Self::Employer => Relation::Employer,
            Self::Platform => Relation::Platform,
            Self::AppliedTo => Relation::Applied,
            Self::InContact => Relation::InContact,
            Self::Blocked => Relation::Blocked,
        }
    }
}

/// A part of a sentence. What can be done and what cannot are both said, where there is such a thing at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Fragment {
    /// For them the résumé is not there.
    Nothing,
    /// A snapshot that was sent before the block and not withdrawn stays with them; see [`Sent`].
    KeepsSnapshot,
    /// Whether it is recommended to them.
    Recommended {
        /// Yes or no.
        allowed: bool,
    },
    /// Whether they find it by job terms.
    Found {
        /// Yes or no.
        allowed: bool,
    },
    /// Whether they open the online résumé.
    Opens {
        /// Yes or no.
        allowed: bool,
    },
    /// Whether they have the copy that was submitted.
    HasSnapshot {
        /// Yes or no.
        allowed: bool,
    },
    /// The ways in which they may get in touch first; none, if all are false.
    Channels {
        /// An alias of the e-mail address.
        relay_email: bool,
        /// A message in the app.
        message: bool,
        /// A virtual number.
        virtual_number: bool,
    },
    /// Whether they see real contact data without asking.
    RealContact {
        /// The phone number.
        phone: bool,
        /// The e-mail address.
        email: bool,
    },
    /// Whether they may ask for real contact data, which is then the seeker's to give.
    MayAsk {
        /// Yes or no.
        allowed: bool,
    },
}

/// What a setting means for one audience.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct Sentence {
    /// For whom.
    pub audience: Audience,
    /// What, in this order; [`Fragment::Nothing`] stands first, and at most [`Fragment::KeepsSnapshot`] follows it.
    pub fragments: Vec<Fragment>,
}

/// What a setting means for each audience, in the order of [`Audience::ALL`]. Source: S-VIS-01 to S-VIS-05, D2, D9.
pub fn sentences(table: &Table, setting: VisibilitySetting) -> Vec<Sentence> {
    let sentence = |audience: &Audience| {
        let relation = audience.relation();
        let mut fragments = fragments(table.decide(setting, relation), relation);
        if relation == Relation::Blocked && Sent::default().access(setting, relation).allows(Action::Snapshot)
        {
            fragments.push(Fragment::KeepsSnapshot);
        }
        Sentence { audience: *audience, fragments }
    };
    Audience::ALL.iter().map(sentence).collect()
}

fn fragments(access: Access, relation: Relation) -> Vec<Fragment> {
    if access.is_nothing() {
        return vec![Fragment::Nothing];
    }
    let says = |action| access.allows(action);
    // What there is not for a relation is passed over, unless the table says that it is there after all.
    let is_said = |action: Action| says(action) || exists(action, relation);
    let mut said = Vec::with_capacity(7);
    if is_said(Action::Recommended) {
        said.push(Fragment::Recommended { allowed: says(Action::Recommended) });
    }
    said.push(Fragment::Found { allowed: says(Action::Searchable) });
    said.push(Fragment::Opens { allowed: says(Action::View) });
    if is_said(Action::Snapshot) {
        said.push(Fragment::HasSnapshot { allowed: says(Action::Snapshot) });
    }
    said.push(Fragment::Channels {
        relay_email: says(Action::RelayEmail),
        message: says(Action::Message),
        virtual_number: says(Action::VirtualNumber),
    });
    said.push(Fragment::RealContact { phone: says(Action::RealPhone), email: says(Action::RealEmail) });
    said.push(Fragment::MayAsk { allowed: says(Action::AskContact) });
    said
}

/// Whether there is such a thing for a relation at all: a snapshot only where there was an application, and nothing is
/// recommended to the platform's own staff.
const fn exists(action: Action, relation: Relation) -> bool {
    match action {
        Action::Snapshot => matches!(relation, Relation::Applied),
        Action::Recommended => !matches!(relation, Relation::Platform),
        _ => true,
    }
}

/// What is decided, for the docs: for each relation that gets anything a table of its own, with a row for each setting.
/// What was seen to happen is set in the same form, so that the two can be held side by side.
pub fn markdown(decide: impl Fn(VisibilitySetting, Relation) -> Access) -> String {
    let gets = |relation: &Relation| {
        VisibilitySetting::ALL.iter().any(|setting| !decide(*setting, *relation).is_nothing())
    };
    let mut text = String::new();
    for relation in Relation::ALL.iter().copied().filter(gets) {
        let _ = write!(text, "### {}\n\n| |", relation_words(relation));
        for action in Action::ALL {
            let _ = write!(text, " {} |", action_words(*action));
        }
        let _ = write!(text, "\n| --- |{}", " --- |".repeat(Action::ALL.len()));
        for setting in VisibilitySetting::ALL {
            let access = decide(*setting, relation);
            let _ = write!(text, "\n| {} |", setting_words(*setting));
            for action in Action::ALL {
                let cell = match (access.allows(*action), exists(*action, relation)) {
                    (true, _) => "yes",
                    (false, true) => "no",
                    (false, false) => "–",
                };
                let _ = write!(text, " {cell} |");
            }
        }
        text.push_str("\n\n");
    }
    let nothing: Vec<&str> =
        Relation::ALL.iter().copied().filter(|one| !gets(one)).map(relation_words).collect();
    if !nothing.is_empty() {
        let _ = writeln!(text, "Nothing, in any setting: {}.", nothing.join("; "));
    }
    text
}

const fn setting_words(setting: VisibilitySetting) -> &'static str {
    match setting {
        VisibilitySetting::Public => "L1 public",
        VisibilitySetting::Platform => "L2 platform",
        VisibilitySetting::PlatformAndPartial => "L3 platform, and employers in part",
        VisibilitySetting::Private => "L4 private",
        VisibilitySetting::ContactHidden => "L5 contact hidden",
    }
}

const fn relation_words(relation: Relation) -> &'static str {
    match relation {
        Relation::Closed => "closed account, or a person under age",
        Relation::Anonymous => "not signed in, or another seeker",
        Relation::Unverified => "recruiter who is not verified",
        Relation::Blocked => "blocked company",
        Relation::Applied => "company that was applied to",
        Relation::InContact => "company in contact",
        Relation::Platform => "the platform's own staff",
        Relation::Employer => "verified recruiter of any other company",
    }
}

const fn action_words(action: Action) -> &'static str {
    match action {
        Action::Recommended => "recommended",
        Action::Searchable => "found by job terms",
        Action::View => "opens",
        Action::Snapshot => "snapshot",
        Action::RealPhone => "real phone",
        Action::RealEmail => "real e-mail",
        Action::RelayEmail => "relay e-mail",
        Action::Message => "message",
        Action::VirtualNumber => "virtual number",
        Action::AskContact => "may ask for contact",
    }
}
