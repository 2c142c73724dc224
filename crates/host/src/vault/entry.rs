//! What stands in an entry of the keyring: a version, and the secret in base64, since some keyrings change what is not
//! plain ASCII.
//!
//! Version 1 is `1:` and the base64. Version 0 had no mark and is still read; the next store writes it anew. When the
//! form changes, the version rises: an older app then leaves the entry alone instead of taking it for a lost secret.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use zeroize::Zeroizing;
use zhitu_contract::auth::Sensitive;

/// What [`written`] writes.
const VERSION: u32 = 1;

/// What was found in an entry.
#[derive(Debug, PartialEq, Eq)]
pub enum Found {
    /// A secret that this app kept.
    Secret(Sensitive),
    /// A newer version of the app wrote it.
    Newer,
    /// Nothing that any version of the app wrote: whatever was kept here is lost.
    Foreign,
}

/// The text for a secret.
pub fn written(secret: &Sensitive) -> Zeroizing<String> {
    let mark = format!("{VERSION}:");
    let bytes = secret.expose().as_bytes();
    // With room for all of it: growing would leave copies behind that nobody wipes.
    let mut text = Zeroizing::new(String::with_capacity(mark.len() + bytes.len().div_ceil(3) * 4));
    text.push_str(&mark);
    STANDARD.encode_string(bytes, &mut text);
    text
}

/// What a text says.
pub fn read(text: &str) -> Found {
    let encoded = match text.split_once(':') {
        None => text,
        Some((mark, rest)) => match mark.parse::<u32>() {
            Ok(VERSION) => rest,
            Ok(version) if version > VERSION => return Found::Newer,
            _ => return Found::Foreign,
        },
    };
    let decoded = STANDARD.decode(encoded).map(Zeroizing::new);
    match decoded.as_deref().map(|bytes| std::str::from_utf8(bytes)) {
        Ok(Ok(secret)) if !secret.is_empty() => Found::Secret(Sensitive::new(secret.to_owned())),
        _ => Found::Foreign,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secret(text: &str) -> Sensitive {
        Sensitive::new(text.to_owned())
    }

    #[test]
    fn what_is_written_is_plain_ascii_and_read_again() {
        for text in ["token", "一 token", "a", "ab", "abc"] {
            let written = written(&secret(text));
            assert!(written.is_ascii() && written.starts_with("1:"), "{text}");
            assert_eq!(read(&written), Found::Secret(secret(text)));
        }
    }

    #[test]
    fn an_entry_without_a_mark_is_of_version_0() {
        assert_eq!(read("dG9rZW4="), Found::Secret(secret("token")));
    }

    #[test]
    fn an_entry_of_a_newer_version_is_not_taken_for_a_lost_one() {
        for text in ["2:dG9rZW4=", "17:whatever that may mean"] {
            assert_eq!(read(text), Found::Newer, "{text}");
        }
    }

    #[test]
    fn an_entry_that_is_not_ours_is_no_secret() {
        for text in ["", "1:", "not base64!", "1:not base64!", "0:dG9rZW4=", "x:dG9rZW4=", "/w==", "1:/w=="] {
            assert_eq!(read(text), Found::Foreign, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn every_secret_is_read_as_it_was_written(text in ".+") {
            proptest::prop_assert_eq!(read(&written(&secret(&text))), Found::Secret(secret(&text)));
        }
    }
}
