//! Pieces of the folded text that know where they stand.

use std::ops::Range;

/// A piece of the folded text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part<'t> {
    pub(super) text: &'t str,
    /// Where it starts in the folded text.
    pub(super) at: usize,
}

/// The most lines that are looked at: those of twenty pages.
const LINES: usize = 1_000;

impl<'t> Part<'t> {
    pub(super) fn range(&self) -> Range<usize> {
        self.at..self.at + self.text.len()
    }

    pub(super) fn is_empty(self) -> bool {
        self.text.is_empty()
    }

    /// The piece of this range of its own text; empty where there is none.
    pub(super) fn sub(self, range: Range<usize>) -> Self {
        let text = self.text.get(range.clone()).unwrap_or_default();
        Self { text, at: self.at + range.start.min(self.text.len()) }
    }

    pub(super) fn from(self, start: usize) -> Self {
        self.sub(start..self.text.len())
    }

    pub(super) fn trim(self) -> Self {
        self.trim_matches(char::is_whitespace)
    }

    pub(super) fn trim_start_matches(self, drop: impl Fn(char) -> bool) -> Self {
        let text = self.text.trim_start_matches(drop);
        Self { text, at: self.at + self.text.len() - text.len() }
    }

    pub(super) fn trim_matches(self, drop: impl Fn(char) -> bool) -> Self {
        let start = self.trim_start_matches(&drop);
        Self { text: start.text.trim_end_matches(drop), at: start.at }
    }

    /// The pieces between characters that separate, without white space around them and without empty ones.
    pub(super) fn split(self, separates: impl Fn(char) -> bool + 't) -> impl Iterator<Item = Self> {
        let mut at = self.at;
        self.text
            .split_inclusive(separates)
            .map(move |text| {
                let part = Self { text, at };
                at += text.len();
                part
            })
            .map(|part| part.trim_matches(|letter| letter.is_whitespace() || "，,；;、|".contains(letter)))
            .filter(|part| !part.is_empty())
    }

    /// How many characters it has, counted up to `most`.
    pub(super) fn length(self, most: usize) -> usize {
        self.text.chars().take(most).count()
    }
}

/// The lines, without white space around them; empty ones too, since they keep apart.
pub(super) fn lines(text: Part<'_>) -> Vec<Part<'_>> {
    let mut at = text.at;
    text.text
        .split('\n')
        .take(LINES)
        .map(|line| {
            let part = Part { text: line, at };
            at += line.len() + 1;
            part.trim()
        })
        .collect()
}

/// From the first to the last.
pub(super) fn around(parts: &[Part<'_>]) -> Range<usize> {
    let full = || parts.iter().filter(|part| !part.is_empty());
    match (full().next(), full().next_back()) {
        (Some(first), Some(last)) => first.at..last.range().end,
        _ => 0..0,
    }
}

/// A Chinese character.
pub(crate) fn is_han(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '〇' | '\u{20000}'..='\u{2FA1F}')
}

/// A line without the sign of an item before it, and whether there was one.
pub(super) fn item(line: Part<'_>) -> (Part<'_>, bool) {
    const SIGNS: &str = "•·●◆◇■□▪▫○◦‣▶►➢➤✓✔★☆*-–—→#>";
    let bare = line
        .trim_start_matches(|letter| SIGNS.contains(letter) || letter.is_whitespace() || is_picture(letter));
    let bulleted = bare.at > line.at;
    let after = numbering(bare.text);
    let bare = bare.from(after).trim();
    (bare, bulleted || after > 0)
}

/// An emoji or another picture.
pub(super) fn is_picture(letter: char) -> bool {
    matches!(letter, '\u{2600}'..='\u{27BF}' | '\u{1F000}'..='\u{1FAFF}' | '\u{2B00}'..='\u{2BFF}')
}

/// The length of "1.", "2)", "(3)", "4、", "①" or "一、" at the start of a text, with nothing that makes it a number.
fn numbering(text: &str) -> usize {
    let open = usize::from(text.starts_with('('));
    let mut letters = text[open..].char_indices();
    let Some((_, first)) = letters.next() else { return 0 };
    if matches!(first, '①'..='⑳') {
        return open + first.len_utf8();
    }
    let numeral = |letter: char| letter.is_ascii_digit() || "一二三四五六七八九十".contains(letter);
    if !numeral(first) {
        return 0;
    }
    let Some((at, sign)) = letters.find(|(_, letter)| !numeral(*letter)) else { return 0 };
    let next = text[open + at + sign.len_utf8()..].chars().next();
    let closes = match sign {
        ')' => true,
        '、' => open == 0,
        '.' => open == 0 && !next.is_some_and(|next| next.is_ascii_digit()),
        _ => false,
    };
    if closes && at <= 6 { open + at + sign.len_utf8() } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_items_are_taken_off() {
        for (line, bare) in [
            ("• 负责", "负责"),
            ("1. 负责", "负责"),
            ("（1）负责", "（1）负责"),
            ("(1)负责", "负责"),
            ("①负责", "负责"),
            ("一、基本信息", "基本信息"),
            ("📌求职意向", "求职意向"),
            ("2019.09-2023.06", "2019.09-2023.06"),
            ("3D 建模", "3D 建模"),
            ("## 技能", "技能"),
        ] {
            assert_eq!(item(Part { text: line, at: 0 }).0.text, bare);
        }
    }

    #[test]
    fn lines_know_where_they_stand() {
        let text = Part { text: " a\n\n bc ", at: 0 };
        let found: Vec<_> = lines(text).iter().map(|line| (line.at, line.text)).collect();
        assert_eq!(found, [(1, "a"), (3, ""), (5, "bc")]);
        assert_eq!(around(&lines(text)), 1..7);
    }
}
