//! Phone numbers in E.164, the one form in which they are stored and compared.

use serde::{Deserialize, Serialize};

/// Why a text is no phone number that can receive a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PhoneError {
    /// Not a number, or one that its country does not have.
    #[error("not a valid phone number")]
    Invalid,
}

/// A valid phone number in E.164 (`+8613800000000`). Its `Debug` shows the country code only.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PhoneNumber(String);

impl PhoneNumber {
    /// Reads a number as people write it. Without a leading `+` it is taken as one of mainland China.
    pub fn parse(text: &str) -> Result<Self, PhoneError> {
        let text = text.trim();
        if text.chars().count() > 32 {
            return Err(PhoneError::Invalid);
        }
        let number =
            phonenumber::parse(Some(phonenumber::country::CN), text).map_err(|_| PhoneError::Invalid)?;
        if !phonenumber::is_valid(&number) {
            return Err(PhoneError::Invalid);
        }
        Ok(Self(number.format().mode(phonenumber::Mode::E164).to_string()))
    }

    /// The E.164 form.
    pub fn as_e164(&self) -> &str {
        &self.0
    }

    /// The last two digits, for showing a person which of their numbers is meant.
    pub fn tail(&self) -> &str {
        &self.0[self.0.len().saturating_sub(2)..]
    }
}

impl std::fmt::Debug for PhoneNumber {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("PhoneNumber(<redacted>)")
    }
}

impl TryFrom<String> for PhoneNumber {
    type Error = PhoneError;
    fn try_from(text: String) -> Result<Self, PhoneError> {
        Self::parse(&text)
    }
}

impl From<PhoneNumber> for String {
    fn from(number: PhoneNumber) -> Self {
        number.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_number_has_one_form() {
        for text in ["13800138000", "138 0013 8000", "+86 138-0013-8000", " +8613800138000 "] {
            assert_eq!(PhoneNumber::parse(text).map(String::from), Ok("+8613800138000".to_owned()), "{text}");
        }
        assert_eq!(PhoneNumber::parse("+1 212 555 0123").map(String::from), Ok("+12125550123".to_owned()));
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in ["", "1380013800", "hello", "+86", "12345678901", &"1".repeat(40)] {
            assert_eq!(PhoneNumber::parse(text), Err(PhoneError::Invalid), "{text}");
        }
    }

    #[test]
    fn debug_shows_no_digit() {
        let shown = format!("{:?}", PhoneNumber::parse("13800138000"));
        assert!(!shown.contains("138"), "{shown}");
    }
}
