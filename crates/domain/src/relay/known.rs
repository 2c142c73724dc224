use crate::resume::{MASK, Own};
use std::ops::Range;

/// Contact data of both sides of a channel that no mail may carry across. Its `Debug` shows none.
///
/// Known values only: what a side writes of its own accord about somebody else is theirs to write. They are found
/// however they are spaced, in full-width and in Chinese numerals, as in a résumé's texts.
#[derive(Clone)]
pub struct KnownContact(Own);

impl KnownContact {
    /// Of phone numbers and addresses as they were typed; empty ones are left out.
    pub fn new<'a>(
        phones: impl IntoIterator<Item = &'a str>,
        emails: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        let mut own = Own::default();
        for phone in phones {
            own.add_phone(phone);
        }
        for email in emails {
            own.add_email(email);
        }
        Self(own)
    }

    /// For rules that look for more than what is known.
    pub(crate) fn own(&self) -> &Own {
        &self.0
    }

    /// Where a text holds some, as ranges of bytes, in order and apart from each other.
    pub fn find(&self, text: &str) -> Vec<Range<usize>> {
        crate::resume::find_known(text, &self.0)
    }

    /// Whether a text holds some.
    pub fn is_in(&self, text: &str) -> bool {
        !self.find(text).is_empty()
    }

    /// Whether bytes that are no text hold some, as ASCII or UTF-16 without anything in between: what a document that is
    /// neither packed nor compressed shows of it.
    pub fn is_in_bytes(&self, bytes: &[u8]) -> bool {
        self.0.is_in_bytes(bytes)
    }

    /// The text with [`MASK`] in place of what it holds.
    pub fn hidden(&self, text: &str) -> String {
        let mut left = text.to_owned();
        for range in self.find(text).into_iter().rev() {
            left.replace_range(range, MASK);
        }
        left
    }
}

impl std::fmt::Debug for KnownContact {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("KnownContact(<redacted>)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> KnownContact {
        KnownContact::new(
            ["13912345678", "+86 138 0013 8000", ""],
            ["An.Yu@Example.com", "hr@example.org", " "],
        )
    }

    /// I1, S-VIS-09
    #[test]
    fn what_is_known_is_hidden_and_nothing_else() {
        let hidden = |text: &str| known().hidden(text);
        assert_eq!(hidden("电话 139-1234-5678"), format!("电话 {MASK}"));
        assert_eq!(hidden("电话 １３８００１３８０００"), format!("电话 {MASK}"));
        assert_eq!(hidden("On … <an.yu@example.com> wrote"), format!("On … <{MASK}> wrote"));
        assert_eq!(hidden("HR(at)example.org"), MASK);
        for other in ["13612345678", "otto@example.net", "2021.07 – 2023.06", ""] {
            assert_eq!(hidden(other), other);
        }
    }

    #[test]
    fn bytes_are_looked_through_as_they_are() {
        assert!(known().is_in_bytes(b"\x00\xFFmailto:AN.YU@example.com\x00"));
        assert!(known().is_in_bytes(b"tel 13912345678"));
        let utf_16: Vec<u8> = "hr@example.org".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert!(known().is_in_bytes(&utf_16));
        assert!(!known().is_in_bytes(b"139 1234 5678 an.yu@example.co"));
        assert!(!known().is_in_bytes(b""));
    }

    #[test]
    fn it_does_not_show_itself() {
        assert_eq!(format!("{:?}", known()), "KnownContact(<redacted>)");
    }
}
