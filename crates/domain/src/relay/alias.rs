/// How many random bytes a name is made of: 125 bits of them are used, so that nobody guesses one.
pub const ALIAS_BYTES: usize = 25;

/// Letters and digits that cannot be taken for each other, without capitals: mail programs change those.
const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// The part of an alias before the `@`: 25 letters and digits that say nothing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AliasName(String);

impl AliasName {
    /// A name out of random bytes.
    pub fn from_random(bytes: [u8; ALIAS_BYTES]) -> Self {
        Self(bytes.iter().map(|byte| char::from(LETTERS[usize::from(byte & 31)])).collect())
    }

    /// Reads a name in any case.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.to_ascii_lowercase();
        let is_name = text.len() == ALIAS_BYTES && text.bytes().all(|letter| LETTERS.contains(&letter));
        is_name.then_some(Self(text))
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_name_reads_back_in_any_case(bytes: [u8; ALIAS_BYTES]) {
            let name = AliasName::from_random(bytes);
            prop_assert_eq!(AliasName::parse(name.as_str()), Some(name.clone()));
            prop_assert_eq!(AliasName::parse(&name.as_str().to_uppercase()), Some(name));
        }

        #[test]
        fn whatever_else_is_no_name(text in "[a-z0-9.@-]{0,24}") {
            prop_assert_eq!(AliasName::parse(&text), None);
        }
    }
}
