//! Finding contact data that was typed into a text. Source: I1, S-VIS-09.
//!
//! Leans to finding too much: a number hidden without need costs a word, one that is shown breaks a promise. Not a
//! regular expression, since what is looked for hides between separators, in full-width and in Chinese numerals.

use super::content::Basic;
use crate::account::PhoneNumber;
use std::ops::Range;

/// Contact data that is known, ready for comparing.
#[derive(Clone, Default)]
pub(crate) struct Own {
    /// Digits of the numbers: as they are dialled at home, and as they were typed.
    phones: Vec<Vec<u8>>,
    /// The addresses, folded.
    emails: Vec<Vec<char>>,
}

impl Own {
    pub(super) fn of(basic: &Basic) -> Self {
        let mut own = Self::default();
        own.add_phone(&basic.phone);
        own.add_email(&basic.email);
        own
    }

    pub(crate) fn add_phone(&mut self, phone: &str) {
        let typed: Vec<u8> = phone.chars().filter_map(digit).collect();
        let mut phones = vec![typed];
        if let Ok(number) = PhoneNumber::parse(phone) {
            let digits: Vec<u8> = number.as_e164().chars().filter_map(digit).collect();
            phones.push(digits.strip_prefix(&[8, 6]).unwrap_or(&digits).to_vec());
        }
        // Shorter than any subscriber's number: it would blacken years and counts.
        phones.retain(|digits| digits.len() >= 7);
        self.phones.extend(phones);
    }

    pub(crate) fn add_email(&mut self, email: &str) {
        let folded: Vec<char> = pieces(email).into_iter().map(|piece| piece.letter).collect();
        if folded.contains(&'@') {
            self.emails.push(folded);
        }
    }

    pub(crate) fn is_in_bytes(&self, bytes: &[u8]) -> bool {
        let emails = self.emails.iter().map(|email| email.iter().collect::<String>().into_bytes());
        let phones = self.phones.iter().map(|phone| phone.iter().map(|digit| digit + b'0').collect());
        let folded: Vec<u8> = bytes.iter().filter(|byte| **byte != 0).map(u8::to_ascii_lowercase).collect();
        emails.chain(phones).any(|known: Vec<u8>| folded.windows(known.len()).any(|part| part == known))
    }
}

/// The parts of `text` that are contact data, known or not, in order and apart from each other, as ranges of bytes.
pub(super) fn find(text: &str, own: &Own) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    phones(text, own, true, &mut found);
    emails(text, &mut found);
    own_emails(text, own, &mut found);
    apart(found)
}

/// The same of what is known alone.
pub(crate) fn find_known(text: &str, own: &Own) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    phones(text, own, false, &mut found);
    own_emails(text, own, &mut found);
    apart(found)
}

/// Whether a text holds a phone number, and whether it holds an address; known or not.
pub(crate) fn shows(text: &str, own: &Own) -> (bool, bool) {
    let (mut numbers, mut addresses) = (Vec::new(), Vec::new());
    phones(text, own, true, &mut numbers);
    emails(text, &mut addresses);
    own_emails(text, own, &mut addresses);
    (!numbers.is_empty(), !addresses.is_empty())
}

fn apart(mut found: Vec<Range<usize>>) -> Vec<Range<usize>> {
    found.sort_by_key(|range| range.start);
    let mut apart: Vec<Range<usize>> = Vec::new();
    for range in found {
        match apart.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => apart.push(range),
        }
    }
    apart
}

/// The value of a digit in any of the forms in which people write numbers.
fn digit(letter: char) -> Option<u8> {
    let code = u32::from(letter);
    let value = match code {
        0x30..=0x39 => code - 0x30,
        0xFF10..=0xFF19 => code - 0xFF10,
        0x0660..=0x0669 => code - 0x0660,
        // Circled and parenthesised.
        0x2460..=0x2468 => code - 0x2460 + 1,
        0x2474..=0x247C => code - 0x2474 + 1,
        0x2776..=0x277E => code - 0x2776 + 1,
        0x24EA | 0x24FF => 0,
        // Mathematical: five alphabets of ten.
        0x1D7CE..=0x1D7FF => (code - 0x1D7CE) % 10,
        _ => match letter {
            '〇' | '零' | '洞' => 0,
            '一' | '壹' | '幺' => 1,
            '二' | '贰' | '两' => 2,
            '三' | '叁' => 3,
            '四' | '肆' => 4,
            '五' | '伍' => 5,
            '六' | '陆' => 6,
            '七' | '柒' | '拐' => 7,
            '八' | '捌' => 8,
            '九' | '玖' => 9,
            _ => return None,
        },
    };
    u8::try_from(value).ok()
}

fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' | '\u{AD}' | '\u{FE0F}' | '\u{20E3}')
}

/// A digit of the text.
struct Digit {
    value: u8,
    bytes: Range<usize>,
    /// Nothing but unseen characters stands between it and the digit before.
    joined: bool,
    /// What stands between it and the digit before may stand inside any number, not only inside one that is known.
    near: bool,
}

/// Runs of digits with at most four other characters, none of them a letter, between two of them.
fn digit_runs(text: &str) -> Vec<Vec<Digit>> {
    const BETWEEN: &str = "-‐‑‒–—―－_＿.．·・•/／()（）[]【】+＋*~～|";
    let mut runs: Vec<Vec<Digit>> = Vec::new();
    let mut run: Vec<Digit> = Vec::new();
    let (mut seen, mut near) = (0_usize, true);
    for (at, letter) in text.char_indices() {
        if let Some(value) = digit(letter) {
            run.push(Digit { value, bytes: at..at + letter.len_utf8(), joined: seen == 0, near });
            (seen, near) = (0, true);
        } else if is_unseen(letter) {
        } else if letter.is_alphabetic() || seen == 4 {
            runs.push(std::mem::take(&mut run));
            (seen, near) = (0, true);
        } else {
            seen += 1;
            near &= seen <= 3 && letter != '\n' && (letter.is_whitespace() || BETWEEN.contains(letter));
        }
    }
    runs.push(run);
    runs.retain(|run| run.len() >= 7);
    runs
}

/// Known numbers, and with `any` whatever looks like a mainland mobile number.
fn phones(text: &str, own: &Own, any: bool, found: &mut Vec<Range<usize>>) {
    for run in digit_runs(text) {
        let mut hide = |first: usize, last: usize| {
            let mut start = run[first].bytes.start;
            // The country code belongs to the number.
            for code in [&[8, 6][..], &[0, 0, 8, 6]] {
                if let Some(from) = first.checked_sub(code.len())
                    && run[from..first].iter().map(|digit| digit.value).eq(code.iter().copied())
                {
                    start = run[from].bytes.start;
                }
            }
            let before = text[..start].trim_end_matches(['+', '＋', '(', '（']);
            found.push(before.len()..run[last].bytes.end);
        };
        for phone in &own.phones {
            for first in 0..=run.len().saturating_sub(phone.len()) {
                let window = &run[first..(first + phone.len()).min(run.len())];
                if window.iter().map(|digit| digit.value).eq(phone.iter().copied()) {
                    hide(first, first + phone.len() - 1);
                }
            }
        }
        if !any {
            continue;
        }
        // A mainland mobile number: eleven digits from 1 and 3 to 9, not inside a longer number.
        for first in 0..(run.len() + 1).saturating_sub(11) {
            let window = &run[first..first + 11];
            let preceded = run[first].joined
                && first > 0
                && !(first >= 2 && run[first - 2].value == 8 && run[first - 1].value == 6);
            let followed = run.get(first + 11).is_some_and(|next| next.joined);
            let near = window[1..].iter().all(|digit| digit.near);
            if window[0].value == 1 && window[1].value >= 3 && near && !preceded && !followed {
                hide(first, first + 10);
            }
        }
    }
}

/// A character of a text, folded: full-width to ASCII, capitals to small, `(at)` to `@`, `(dot)` to `.`.
struct Piece {
    letter: char,
    bytes: Range<usize>,
}

fn fold(letter: char) -> char {
    let ascii = match u32::from(letter) {
        code @ 0xFF01..=0xFF5E => char::from_u32(code - 0xFEE0).unwrap_or(letter),
        _ => match letter {
            '【' | '〔' | '［' => '[',
            '】' | '〕' | '］' => ']',
            '。' => '.',
            _ => letter,
        },
    };
    ascii.to_lowercase().next().unwrap_or(ascii)
}

/// The text folded, without what is not seen and without white space.
fn pieces(text: &str) -> Vec<Piece> {
    let plain: Vec<Piece> = text
        .char_indices()
        .filter(|(_, letter)| !is_unseen(*letter) && !letter.is_whitespace())
        .map(|(at, letter)| Piece { letter: fold(letter), bytes: at..at + letter.len_utf8() })
        .collect();
    let mut folded = Vec::with_capacity(plain.len());
    let mut at = 0;
    while at < plain.len() {
        let word =
            ["(at)@", "[at]@", "{at}@", "<at>@", "(dot).", "[dot].", "(点)."].into_iter().find_map(|word| {
                let mut letters: Vec<char> = word.chars().collect();
                let meant = letters.pop()?;
                let last = at + letters.len();
                let here = plain.get(at..last)?;
                here.iter().map(|piece| piece.letter).eq(letters).then_some((meant, last))
            });
        let (letter, next) = word.unwrap_or((plain[at].letter, at + 1));
        folded.push(Piece { letter, bytes: plain[at].bytes.start..plain[next - 1].bytes.end });
        at = next;
    }
    folded
}

fn own_emails(text: &str, own: &Own, found: &mut Vec<Range<usize>>) {
    if own.emails.is_empty() {
        return;
    }
    let folded = pieces(text);
    for email in &own.emails {
        for window in folded.windows(email.len()) {
            if window.iter().zip(email).all(|(piece, letter)| piece.letter == *letter)
                && let (Some(first), Some(last)) = (window.first(), window.last())
            {
                found.push(first.bytes.start..last.bytes.end);
            }
        }
    }
}

fn emails(text: &str, found: &mut Vec<Range<usize>>) {
    let folded = pieces(text);
    // Fewer signs than RFC 5321 allows: in a text, `/` and `=` belong to what stands around an address.
    let local = |letter: char| letter.is_ascii_alphanumeric() || "%+_.-".contains(letter);
    let domain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-');
    // White space was left out of `folded`; it ends a word unless it stands beside the @ or the dot.
    let touching = |left: &Piece, right: &Piece| {
        left.bytes.end == right.bytes.start
            || !text[left.bytes.end..right.bytes.start].contains(char::is_whitespace)
    };
    for (at, _) in folded.iter().enumerate().filter(|(_, piece)| piece.letter == '@') {
        let mut first = at;
        while first > 0
            && local(folded[first - 1].letter)
            && (first == at || touching(&folded[first - 1], &folded[first]))
        {
            first -= 1;
        }
        let mut last = at;
        while last + 1 < folded.len() && domain(folded[last + 1].letter) {
            let beside = last == at || folded[last].letter == '.' || folded[last + 1].letter == '.';
            let sentence_ends = folded[last].letter == '.' && !touching(&folded[last], &folded[last + 1]);
            if !(beside || touching(&folded[last], &folded[last + 1]))
                || (sentence_ends && has_top(&folded[at + 1..last]))
            {
                break;
            }
            last += 1;
        }
        while last > at && !folded[last].letter.is_ascii_alphanumeric() {
            last -= 1;
        }
        if first < at && last > at && has_top(&folded[at + 1..=last]) {
            found.push(folded[first].bytes.start..folded[last].bytes.end);
        }
    }
}

/// Whether a domain has a dot and a top level of letters.
fn has_top(domain: &[Piece]) -> bool {
    domain.iter().rposition(|piece| piece.letter == '.').is_some_and(|dot| {
        dot > 0
            && domain.len() - dot > 2
            && domain[dot + 1..].iter().all(|piece| piece.letter.is_ascii_alphabetic())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let basic = Basic {
            phone: "+86 139 1234 5678".into(),
            email: "An.Yu@Example.com".into(),
            ..Basic::default()
        };
        let mut left = text.to_owned();
        for range in find(text, &Own::of(&basic)).into_iter().rev() {
            left.replace_range(range, "□");
        }
        left
    }

    /// I1
    #[test]
    fn own_contact_is_found_in_any_spacing() {
        for (text, left) in [
            ("电话13912345678。", "电话□。"),
            ("电话 +86 (139) 1234-5678，谢谢", "电话 □，谢谢"),
            ("1 3 9 1 2 3 4 5 6 7 8", "□"),
            ("139\n1234\n5678", "□"),
            ("１３９１２３４５６７８", "□"),
            ("一三九一二三四五六七八", "□"),
            ("1\u{200B}3\u{200B}9\u{200B}12345678", "□"),
            ("1️⃣3️⃣9️⃣12345678", "□"),
            ("订单号9913912345678001", "订单号99□001"),
            ("139,1234,5678", "□"),
            ("0086 13912345678", "□"),
            ("写给 an.yu@example.com。", "写给 □。"),
            ("写给 AN.YU ＠ EXAMPLE．COM", "写给 □"),
            ("a n . y u @ e x a m p l e . c o m", "□"),
            ("an.yu(at)example(dot)com", "□"),
            ("https://example.org/?m=an.yu@example.com", "https://example.org/?m=□"),
        ] {
            assert_eq!(shown(text), left, "{text}");
        }
    }

    /// I1
    #[test]
    fn whatever_looks_like_a_mobile_or_an_address_is_found() {
        for (text, left) in [
            ("同事 18600001111 可证明", "同事 □ 可证明"),
            ("同事 186-0000-1111、15012345678", "同事 □、□"),
            ("+8618600001111", "□"),
            ("tel:18600001111", "tel:□"),
            ("me and you: foo+bar@mail.example.co.uk, thanks", "me and you: □, thanks"),
            ("write to foo@bar.com. Then wait", "write to □. Then wait"),
            ("微信同号１８６００００１１１１", "微信同号□"),
        ] {
            assert_eq!(shown(text), left, "{text}");
        }
    }

    #[test]
    fn what_a_resume_is_full_of_stays() {
        for text in [
            "2021.07–2023.06，月薪 18000-26000",
            "为 260 个书单做内容标签，点击率提升 18%，减少 1.2 万册",
            "订单量 13800138000123 条",
            "从 2017 年 9 月到 2021 年 6 月，共 45 个月",
            "GB/T 2260-2007，ISO 27001:2013，RFC 9110",
            "指标：130, 200, 300, 400, 500",
            "使用 @vue/cli 与 logo@2x",
            "1. 第一\n2. 第二\n3. 第三\n4. 第四\n5. 第五\n6. 六\n7. 七\n8. 八",
        ] {
            assert_eq!(shown(text), text);
        }
    }
}
