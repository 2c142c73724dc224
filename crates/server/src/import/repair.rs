//! Text that was UTF-8 and was read as Windows-1252 or Latin-1: `â€™` was `’`.

use std::borrow::Cow;

/// The byte that a character stands for in Windows-1252, with the five bytes it leaves open as Latin-1 has them.
fn byte(letter: char) -> Option<u8> {
    Some(match letter {
        '\u{80}'..='\u{ff}' => u8::try_from(u32::from(letter)).ok()?,
        '€' => 0x80,
        '‚' => 0x82,
        'ƒ' => 0x83,
        '„' => 0x84,
        '…' => 0x85,
        '†' => 0x86,
        '‡' => 0x87,
        'ˆ' => 0x88,
        '‰' => 0x89,
        'Š' => 0x8a,
        '‹' => 0x8b,
        'Œ' => 0x8c,
        'Ž' => 0x8e,
        '‘' => 0x91,
        '’' => 0x92,
        '“' => 0x93,
        '”' => 0x94,
        '•' => 0x95,
        '–' => 0x96,
        '—' => 0x97,
        '˜' => 0x98,
        '™' => 0x99,
        'š' => 0x9a,
        '›' => 0x9b,
        'œ' => 0x9c,
        'ž' => 0x9e,
        'Ÿ' => 0x9f,
        _ => return None,
    })
}

/// Bytes that follow a leading byte of UTF-8.
fn following(lead: u8) -> Option<usize> {
    match lead {
        0xc2..=0xdf => Some(1),
        0xe0..=0xef => Some(2),
        0xf0..=0xf4 => Some(3),
        _ => None,
    }
}

fn once(text: &str) -> Option<String> {
    let letters: Vec<char> = text.chars().collect();
    let mut repaired = String::with_capacity(text.len());
    let mut changed = false;
    let mut at = 0;
    while at < letters.len() {
        let whole = byte(letters[at]).and_then(|lead| {
            let end = at + 1 + following(lead)?;
            let bytes: Vec<u8> =
                letters.get(at..end)?.iter().map(|letter| byte(*letter)).collect::<Option<_>>()?;
            Some((end, std::str::from_utf8(&bytes).ok()?.chars().next()?))
        });
        if let Some((end, letter)) = whole {
            repaired.push(letter);
            changed = true;
            at = end;
        } else {
            repaired.push(letters[at]);
            at += 1;
        }
    }
    changed.then_some(repaired)
}

/// The text put right; borrowed when nothing was wrong. Text that was mis-read twice is put right twice.
pub(super) fn repair(text: &str) -> Cow<'_, str> {
    let mut right = Cow::Borrowed(text);
    for _ in 0..3 {
        match once(&right) {
            Some(better) => right = Cow::Owned(better),
            None => break,
        }
    }
    right
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn misread_text_is_put_right() {
        assert_eq!(repair("Comptrollerâ€™s Office"), "Comptroller’s Office");
        assert_eq!(repair("Officer â\u{80}\u{93} Director"), "Officer – Director");
        assert_eq!(repair("3Â½ years"), "3½ years");
        assert_eq!(repair("Ã¢â‚¬â„¢s"), "’s");
        let chinese: String = "工程师".bytes().map(char::from).collect();
        assert_eq!(repair(&chinese), "工程师");
    }

    #[test]
    fn right_text_is_left_alone() {
        for text in ["café", "Ângela – “ok” • 3½ €5", "naïve Ã", "工程师 – 高级", "ÄÖÜ ß", "", "Zürich’s"]
        {
            assert_eq!(repair(text), text);
        }
    }
}
