//! The code in the line that everybody can read: `ZT-7K9Q-2M44-XD8P-FA3C`.
//!
//! Sixteen characters of Crockford's base 32: 40 bits of number and 40 that only the key can make, which are the check
//! of what was typed or read wrongly as well. Whoever has seen a code can write it under anything, so by itself it is a
//! hint and never a proof ([`super::judge`]).

use super::{Mark, MarkKey, MarkNumber};

const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH: usize = 16;
const GROUP: usize = 4;
/// Tells people and this reader what it is.
const PREFIX: &str = "ZT";

impl Mark {
    /// As it is printed.
    pub fn code(&self) -> String {
        let bits = u128::from(self.number.0) << 40 | u128::from(self.check);
        let mut code = PREFIX.to_owned();
        for at in 0..LENGTH {
            if at % GROUP == 0 {
                code.push('-');
            }
            let digit = (bits >> (5 * (LENGTH - 1 - at))) & 31;
            code.push(char::from(DIGITS[usize::try_from(digit).unwrap_or(0)]));
        }
        code
    }
}

/// The codes in a text that the key made, each once. Letters that are easily taken for digits count as those, and what
/// a reader puts between the groups does not matter.
pub fn codes_in(text: &str, key: &MarkKey) -> Vec<MarkNumber> {
    let letters: Vec<char> = text.chars().filter(|letter| letter.is_alphanumeric()).collect();
    let mut found = Vec::new();
    for window in letters.windows(PREFIX.len() + LENGTH) {
        let (prefix, digits) = window.split_at(PREFIX.len());
        if !prefix.iter().map(char::to_ascii_uppercase).eq(PREFIX.chars()) {
            continue;
        }
        let Some(bits) = digits.iter().try_fold(0_u128, |bits, it| Some(bits << 5 | digit(*it)?)) else {
            continue;
        };
        let number = MarkNumber(u64::try_from(bits >> 40).unwrap_or(u64::MAX));
        let check = u64::try_from(bits & ((1 << 40) - 1)).unwrap_or(u64::MAX);
        if key.mark(number).check == check && !found.contains(&number) {
            found.push(number);
        }
    }
    found
}

fn digit(letter: char) -> Option<u128> {
    let letter = match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let at = DIGITS.iter().position(|digit| char::from(*digit) == letter)?;
    u128::try_from(at).ok()
}

#[cfg(test)]
mod tests {
    use super::super::samples::{key, mark};
    use super::*;

    #[test]
    fn a_code_is_found_however_it_was_copied() {
        let code = mark(3).code();
        let spaced = code.replace('-', " ").to_lowercase().replace('0', "o").replace('1', "l");
        for text in
            [code.clone(), format!("下载编号：{code}。"), format!("a {spaced} b"), code.replace('-', "\n")]
        {
            assert_eq!(codes_in(&text, &key(7)), [mark(3).number()], "{text}");
        }
    }

    /// A mark of another installation, and one with a letter read wrongly, are none.
    #[test]
    fn a_code_that_the_key_did_not_make_is_none() {
        let code = mark(3).code();
        assert!(codes_in(&code, &key(8)).is_empty());
        for at in (0..code.len()).filter(|at| code.as_bytes()[*at] != b'-') {
            let mut wrong = code.clone().into_bytes();
            wrong[at] = if wrong[at] == b'7' { b'8' } else { b'7' };
            let wrong = String::from_utf8(wrong).unwrap();
            assert!(codes_in(&wrong, &key(7)).is_empty(), "{wrong}");
        }
    }

    #[test]
    fn two_codes_in_a_text_are_both_found() {
        let text = format!("{} {} {}", mark(1).code(), mark(2).code(), mark(1).code());
        assert_eq!(codes_in(&text, &key(7)), [mark(1).number(), mark(2).number()]);
    }
}
