//! The six digits that prove a phone number, as they come in a text message.

use super::digits::{before, is_taken, last_mention, mentions, runs};
use super::finding::FoundText;
use super::part::{Part, is_han};
use super::text::Text;
use std::ops::Range;

/// Some messages pasted together; a text that is longer is none.
const LONGEST: usize = 1_000;
/// How far from its word a code stands, in characters.
const REACH: usize = 60;

const WORDS: &[&str] = &[
    "验证码",
    "校验码",
    "动态码",
    "动态密码",
    "登录码",
    "短信码",
    "确认码",
    "认证码",
    "随机码",
    "一次性密码",
    "驗證碼",
    "校驗碼",
    "登錄碼",
    "code",
    "passcode",
    "otp",
    "one-time password",
];
/// What stands before digits that are something else.
const OTHER: &[&str] = &[
    "订单",
    "单号",
    "编号",
    "邮编",
    "邮政编码",
    "尾号",
    "金额",
    "余额",
    "价格",
    "房号",
    "电话",
    "取件码",
    "提货码",
    "邀请码",
    "优惠码",
    "兑换码",
    "群",
    "qq",
    "代码",
    "编码",
    "ref",
    "order",
    "postcode",
    "postal code",
    "zip",
    "zip code",
    "promo code",
    "error code",
    "exit code",
    "source code",
    "area code",
    "country code",
    "coupon code",
    "discount code",
    "status code",
    "product code",
    "invite code",
    "error",
    "amount",
    "no.",
    "tracking",
];
/// What codes are named that open no account.
const OTHER_CODES: &[&str] = &[
    "error", "exit", "zip", "postal", "area", "country", "promo", "coupon", "discount", "source", "status",
    "product", "invite", "bar", "qr", "pickup", "dress", "http",
];

/// What numbers count.
const UNITS: &[&str] = &["元", "步", "人", "年", "号", "次", "册", "字", "公里", "个", "米"];

/// The code; of several the one nearest to its word, and of equals the last, which is the newest message's.
pub(super) fn find(text: &Text<'_>, taken: &[Range<usize>]) -> Option<FoundText> {
    let whole = text.whole();
    if whole.length(LONGEST + 1) > LONGEST {
        return None;
    }
    let candidates = candidates(whole.text, taken);
    let said = |range: &Range<usize>| {
        let part = whole.sub(range.clone());
        let digits = part.text.chars().filter(char::is_ascii_digit).collect();
        text.found(part, digits)
    };
    if let [only] = candidates.as_slice()
        && is_alone(whole, only)
    {
        return Some(said(only));
    }
    let places = places(whole.text);
    let nearest =
        |range: &Range<usize>| places.iter().filter_map(|place| distance(whole.text, place, range)).min();
    candidates
        .iter()
        .filter(|range| fits(whole.text, range))
        .filter_map(|range| Some((nearest(range)?, range)))
        // Within a few characters two are as near as each other: "验证码是 …", "验证码 …".
        .min_by_key(|(far, range)| (far / 8, std::cmp::Reverse(range.start)))
        .map(|(_, range)| said(range))
}

/// Runs of six digits in all: together, three and three, or one by one.
fn candidates(text: &str, taken: &[Range<usize>]) -> Vec<Range<usize>> {
    let runs = runs(text);
    let joined = |one: &Range<usize>, other: &Range<usize>| matches!(&text[one.end..other.start], " " | "-");
    let mut found = Vec::new();
    let mut next = 0;
    while next < runs.len() {
        let first = next;
        next += 1;
        while next < runs.len() && joined(&runs[next - 1], &runs[next]) {
            next += 1;
        }
        let lengths: Vec<usize> = runs[first..next].iter().map(Range::len).collect();
        if matches!(lengths.as_slice(), [6] | [3, 3] | [1, 1, 1, 1, 1, 1]) {
            let range = runs[first].start..runs[next - 1].end;
            if !is_taken(taken, &range) {
                found.push(range);
            }
        }
    }
    found
}

/// Whether nothing but signs stands around it.
fn is_alone(whole: Part<'_>, range: &Range<usize>) -> bool {
    let sign = |letter: char| letter.is_whitespace() || "*\"'“”‘’。.".contains(letter);
    whole.trim_matches(sign).range() == *range
}

/// Whether what stands directly beside it leaves it a number by itself.
fn fits(text: &str, range: &Range<usize>) -> bool {
    let mut earlier = text[..range.start].chars().rev();
    let starts = match (earlier.next(), earlier.next()) {
        // "G-384920" is how one sender writes it.
        (Some('-'), Some(far)) => {
            far.is_ascii_alphabetic() && !earlier.next().is_some_and(char::is_alphanumeric)
        }
        (Some('.' | ','), Some(far)) => !far.is_ascii_digit(),
        (Some(letter), _) => !(letter.is_ascii_alphabetic() || "#$¥£€+_/".contains(letter)),
        (None, _) => true,
    };
    let rest = &text[range.end..];
    let mut later = rest.chars();
    let ends = match (later.next(), later.next()) {
        (Some('.' | ',' | '-' | '/'), Some(far)) => !far.is_ascii_digit(),
        (Some(letter), _) => !(letter.is_ascii_alphabetic() || letter == '%'),
        (None, _) => true,
    };
    let counted = UNITS.iter().any(|unit| rest.trim_start().starts_with(unit));
    starts && ends && !counted && !named_otherwise(text, range.start)
}

/// Whether the word before it, nearer than any that means a code, names something else.
fn named_otherwise(text: &str, at: usize) -> bool {
    let near = before(text, at, 14);
    let ends = |words: &[&str]| words.iter().filter_map(|word| last_mention(near, word)).max();
    ends(OTHER).is_some_and(|other| ends(WORDS).is_none_or(|word| word <= other))
}

/// Where the words that mean a code stand.
fn places(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for word in WORDS {
        let mut end = text.len();
        while let Some(last) = last_mention(&text[..end], word) {
            let start = last - word.len();
            let other = *word == "code" && mentions(before(text, start, 10), OTHER_CODES);
            if !other {
                found.push(start..last);
            }
            end = start;
        }
    }
    found
}

/// How far a code stands from its word, in characters; before it is less usual, so it counts as farther.
fn distance(text: &str, word: &Range<usize>, code: &Range<usize>) -> Option<usize> {
    let (between, farther) = if word.end <= code.start {
        (&text[word.end..code.start], 0)
    } else {
        (text.get(code.end..word.start)?, 8)
    };
    let far = between.chars().take(REACH + 1).count();
    // A Chinese message says it in a few words; an English sentence may go on for longer.
    let reach = if between.contains(is_han) { REACH / 2 } else { REACH };
    (far <= reach).then_some(far + farther)
}
