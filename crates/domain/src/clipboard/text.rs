//! The pasted text, and a folded copy of it that the scanners read.

use super::finding::{FoundText, Span};
use super::part::Part;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

/// A text with its folded copy: full-width letters, digits and most signs are ASCII, what is not seen is left out,
/// every white space is a space, a tab or a line feed, and each character stands for one of the source.
pub(super) struct Text<'t> {
    source: &'t str,
    folded: String,
    /// Where the distance between the two texts changes: offset in the folded one, offset in the source. Rising.
    shifts: Vec<(usize, usize)>,
}

/// A character as the scanners read it; `None` for what is left out.
fn fold(letter: char) -> Option<char> {
    Some(match letter {
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}'
        | '\u{FEFF}'
        | '\u{AD}'
        | '\u{FE0E}'
        | '\u{FE0F}'
        | '\u{20E3}' => return None,
        // Marks of a sentence stay: an address in a text ends before them.
        '\n' | '\t' | '，' | '；' | '！' | '？' => letter,
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter),
        '・' | '‧' | '･' => '·',
        // Radicals and compatibility ideographs, by which some PDFs write ordinary characters.
        '\u{2E80}'..='\u{2FDF}' | '\u{F900}'..='\u{FAFF}' => {
            let mut usual = letter.nfkc();
            usual.next().filter(|_| usual.next().is_none()).unwrap_or(letter)
        }
        _ if letter.is_control() => return None,
        _ if letter.is_whitespace() => ' ',
        _ => letter,
    })
}

impl<'t> Text<'t> {
    pub(super) fn of(source: &'t str) -> Self {
        let mut folded = String::with_capacity(source.len());
        let mut shifts = vec![(0, 0)];
        let mut apart = 0;
        let mut letters = source.char_indices().peekable();
        while let Some((at, letter)) = letters.next() {
            let line_ends_twice = letter == '\r' && letters.peek().is_some_and(|(_, next)| *next == '\n');
            let Some(read) = fold(letter).filter(|_| !line_ends_twice) else { continue };
            if at - folded.len() != apart {
                apart = at - folded.len();
                shifts.push((folded.len(), at));
            }
            folded.push(read);
        }
        if source.len() - folded.len() != apart {
            shifts.push((folded.len(), source.len()));
        }
        Self { source, folded, shifts }
    }

    /// All of it, folded.
    pub(super) fn whole(&self) -> Part<'_> {
        Part { text: &self.folded, at: 0 }
    }

    fn origin(&self, at: usize) -> usize {
        let before = self.shifts.partition_point(|(folded, _)| *folded <= at);
        self.shifts.get(before.saturating_sub(1)).map_or(0, |(folded, source)| source + (at - folded))
    }

    /// Where a range of the folded text stands in the source.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        let end = if range.is_empty() {
            self.origin(range.end)
        } else {
            // The last character's own end, without what is left out after it.
            let last = self.folded.floor_char_boundary(range.end - 1);
            let start = self.origin(last);
            start + self.source[start..].chars().next().map_or(0, char::len_utf8)
        };
        Span { start: self.origin(range.start), end }
    }

    /// What stands there as people wrote it, for a field: punctuation is kept, full-width letters and digits are not.
    pub(super) fn said(&self, part: Part<'_>) -> String {
        let Span { start, end } = self.span(part.range());
        let source = self.source.get(start..end).unwrap_or_default();
        let plain = |letter: char| match letter {
            '\u{FF10}'..='\u{FF19}' | '\u{FF21}'..='\u{FF3A}' | '\u{FF41}'..='\u{FF5A}' | '＋' | '＃' => {
                fold(letter)
            }
            '\u{FF01}'..='\u{FF5E}' | '・' | '‧' | '･' => Some(letter),
            // It ends a line together with the line feed that follows.
            '\r' => None,
            _ => fold(letter),
        };
        source.chars().filter_map(plain).collect()
    }

    /// What was found there.
    pub(super) fn found(&self, part: Part<'_>, text: String) -> FoundText {
        FoundText { text, span: self.span(part.range()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_folded_leads_back_to_the_source() {
        let source = "Ａ\u{200B}b　\r\n中⼯x\u{FEFF}";
        let text = Text::of(source);
        assert_eq!(text.whole().text, "Ab \n中工x");
        let letters: Vec<String> = text
            .whole()
            .text
            .char_indices()
            .map(|(at, letter)| {
                let span = text.span(at..at + letter.len_utf8());
                source[span.start..span.end].to_owned()
            })
            .collect();
        assert_eq!(letters, ["Ａ", "b", "　", "\n", "中", "⼯", "x"]);
        assert_eq!(text.said(text.whole()), "Ab \n中工x");
    }

    #[test]
    fn punctuation_is_kept_as_it_was_written() {
        let text = Text::of("会计（双休），Ｃ＋＋");
        assert_eq!(text.said(text.whole()), "会计（双休），C++");
    }
}
