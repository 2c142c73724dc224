//! Why staff look. Source: I4.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

/// What a look is for; shown to the seeker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum StaffReasonKind {
    /// To offer the person to a company, or a job to the person.
    Recommendation,
    /// The person asked the platform for help.
    Support,
    /// Somebody complained about what is in the résumé.
    Complaint,
    /// Fraud, or a breach of the rules.
    Safety,
}

impl StaffReasonKind {
    /// All of them.
    pub const ALL: &[Self] = &[Self::Recommendation, Self::Support, Self::Complaint, Self::Safety];
}

/// Why staff look: a kind for the seeker, and words for whoever checks the audit log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StaffReason {
    /// What for.
    pub kind: StaffReasonKind,
    /// In words, 10 to 500 characters. Not shown to the seeker: it may name others.
    pub text: String,
    /// The case that it belongs to, up to 40 characters; empty for none.
    #[serde(default)]
    pub case_number: String,
}

/// What is wrong with a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StaffReasonError {
    /// The words are too few or too many.
    #[error("the reason has fewer than 10 or more than 500 characters")]
    Text,
    /// The case number is too long.
    #[error("the case number has more than 40 characters")]
    CaseNumber,
}

impl StaffReason {
    /// The reason without what stands round its words, if it says enough.
    pub fn checked(&self) -> Result<Self, StaffReasonError> {
        let text = self.text.trim();
        if !(10..=500).contains(&text.chars().count()) {
            return Err(StaffReasonError::Text);
        }
        let case_number = self.case_number.trim();
        if case_number.chars().count() > 40 {
            return Err(StaffReasonError::CaseNumber);
        }
        Ok(Self { kind: self.kind, text: text.to_owned(), case_number: case_number.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_says_enough_and_not_too_much() {
        let reason = |text: &str, case_number: &str| StaffReason {
            kind: StaffReasonKind::Support,
            text: text.into(),
            case_number: case_number.into(),
        };
        let checked = reason("  求职者来电求助，核对简历 ", " C-1 ").checked().unwrap();
        assert_eq!(
            (checked.text.as_str(), checked.case_number.as_str()),
            ("求职者来电求助，核对简历", "C-1")
        );
        for text in ["", "核对简历核对简历核", "         核对         "] {
            assert_eq!(reason(text, "").checked(), Err(StaffReasonError::Text), "{text:?}");
        }
        assert!(reason(&"字".repeat(500), &"1".repeat(40)).checked().is_ok());
        assert_eq!(reason(&"字".repeat(501), "").checked(), Err(StaffReasonError::Text));
        assert_eq!(reason(&"字".repeat(20), &"1".repeat(41)).checked(), Err(StaffReasonError::CaseNumber));
    }
}
