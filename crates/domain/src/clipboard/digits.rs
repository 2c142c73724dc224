//! Runs of digits, of which codes and phone numbers are made.

use std::ops::Range;

/// Every run of ASCII digits, in order.
pub(super) fn runs(text: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, byte) in text.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_digit()) {
        debug_assert!(byte.is_ascii());
        match runs.last_mut() {
            Some(last) if last.end == at => last.end = at + 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}

/// Whether any of the ranges, which rise, touches this one.
pub(super) fn is_taken(taken: &[Range<usize>], range: &Range<usize>) -> bool {
    let from = taken.partition_point(|other| other.end <= range.start);
    taken.get(from).is_some_and(|other| other.start < range.end)
}

/// The text before, up to `most` characters and not beyond the start of the line.
pub(super) fn before(text: &str, at: usize, most: usize) -> &str {
    let start = text[..at]
        .char_indices()
        .rev()
        .take(most)
        .take_while(|(_, letter)| *letter != '\n')
        .last()
        .map_or(at, |(start, _)| start);
    &text[start..at]
}

/// Whether a text contains one of the words; Latin ones in any case and as whole words.
pub(super) fn mentions(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| last_mention(text, word).is_some())
}

/// Where the last mention of a word ends. `word` is in small letters.
pub(super) fn last_mention(text: &str, word: &str) -> Option<usize> {
    let latin = word.is_ascii();
    let starts = text.char_indices().rev().map(|(at, _)| at);
    starts
        .filter(|at| {
            text.as_bytes()
                .get(*at..at + word.len())
                .is_some_and(|here| here.eq_ignore_ascii_case(word.as_bytes()))
        })
        .find(|at| {
            let beside = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_alphabetic());
            !latin
                || !(beside(text[..*at].chars().next_back())
                    || beside(text[at + word.len()..].chars().next()))
        })
        .map(|at| at + word.len())
}
