//! The database's key: 256 bits, written as 64 hexadecimal digits.

use zeroize::Zeroizing;
use zhitu_contract::auth::Sensitive;
use zhitu_core::ports::Rng;

/// A key.
pub struct Key(Sensitive);

impl Key {
    /// A new key.
    pub fn new(rng: &dyn Rng) -> Self {
        let mut bytes = Zeroizing::new([0_u8; 32]);
        rng.fill(&mut *bytes);
        let mut text = String::with_capacity(64);
        for byte in *bytes {
            for half in [byte >> 4, byte & 0xf] {
                text.extend(char::from_digit(half.into(), 16));
            }
        }
        Self(Sensitive::new(text))
    }

    /// The key that the vault kept; `None` when it is not of the form, and so no key of ours.
    pub fn kept(secret: Sensitive) -> Option<Self> {
        let text = secret.expose();
        let whole = text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        whole.then_some(Self(secret))
    }

    /// As the vault keeps it.
    pub fn secret(&self) -> &Sensitive {
        &self.0
    }

    /// As SQLCipher takes it: a raw key, so that nothing is derived from it. Source:
    /// <https://www.zetetic.net/sqlcipher/sqlcipher-api/#key>
    pub fn pragma(&self) -> String {
        format!("\"x'{}'\"", self.0.expose())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::SystemRng;

    #[test]
    fn a_new_key_is_one_that_can_be_kept() {
        let key = Key::new(&SystemRng);
        let kept = Key::kept(key.secret().clone()).unwrap();
        assert_eq!(kept.pragma(), key.pragma());
    }

    #[test]
    fn what_is_not_a_key_is_none() {
        for text in ["", "abc", &"x".repeat(64), "'; drop"] {
            assert!(Key::kept(Sensitive::new(text.to_owned())).is_none(), "{text}");
        }
    }
}
