//! Texts of a file as a posting has them, with notes of what was done to them.

use super::report::Note;
use super::{html, repair};
use std::collections::BTreeSet;

/// Longest title, in characters.
const TITLE: usize = 100;
/// Longest description.
const DESCRIPTION: usize = 20_000;
/// Longest address.
const ADDRESS: usize = 200;
/// Longest company name.
const COMPANY: usize = 100;

/// Makes the texts of one row, and remembers what it did.
#[derive(Debug, Default)]
pub(super) struct Texts {
    notes: BTreeSet<Note>,
}

impl Texts {
    pub(super) fn note(&mut self, note: Note) {
        self.notes.insert(note);
    }

    pub(super) fn into_notes(self) -> Vec<Note> {
        self.notes.into_iter().collect()
    }

    fn repaired(&mut self, text: &str) -> String {
        let right = repair::repair(text);
        if right != text {
            self.note(Note::Repaired);
        }
        // What no screen and no database should meet.
        right.chars().filter(|letter| !letter.is_control() || matches!(letter, '\n' | '\t' | '\r')).collect()
    }

    fn cut(&mut self, text: String, limit: usize) -> String {
        if text.chars().count() <= limit {
            return text;
        }
        self.note(Note::Shortened);
        let mut short: String = text.chars().take(limit - 1).collect();
        if let Some(end) = short.rsplit_once(char::is_whitespace).map(|(whole, _)| whole.trim_end().len())
            && end * 2 > short.len()
        {
            short.truncate(end);
        }
        short + "…"
    }

    /// One line: single spaces.
    pub(super) fn line(&mut self, text: &str) -> String {
        self.repaired(text).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    pub(super) fn title(&mut self, text: &str) -> String {
        let line = self.line(text);
        self.cut(line, TITLE)
    }

    pub(super) fn company(&mut self, text: &str) -> String {
        let line = self.line(text);
        self.cut(line, COMPANY)
    }

    pub(super) fn address(&mut self, text: &str) -> String {
        let line = self.line(text);
        self.cut(line, ADDRESS)
    }

    /// Paragraphs out of a text in which runs of spaces stand for line ends.
    pub(super) fn paragraphs(&mut self, text: &str) -> String {
        let text = self.repaired(text).replace('\u{a0}', " ").replace('\r', "\n").replace("   ", "\n");
        tidy(&text)
    }

    /// Paragraphs out of HTML, or out of plain text where there is no tag.
    pub(super) fn markup(&mut self, text: &str) -> String {
        let text = self.repaired(text);
        tidy(&html::to_text(&text))
    }

    pub(super) fn description(&mut self, text: String) -> String {
        self.cut(text, DESCRIPTION)
    }
}

/// Lines without blanks at their ends, bullets as `- `, and at most one empty line together.
fn tidy(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines() {
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        let bullet = ["•", "·", "●", "▪", "◦", "*", "–"].iter().find_map(|mark| line.strip_prefix(mark));
        let line = match bullet {
            Some(rest) if rest.trim().is_empty() => continue,
            Some(rest) => format!("- {}", rest.trim_start()),
            None => line,
        };
        if line.is_empty() && lines.last().is_none_or(String::is_empty) {
            continue;
        }
        lines.push(line);
    }
    lines.join("\n").trim().to_owned()
}

/// Labelled paragraphs, leaving out those without text.
pub(super) fn sections(parts: &[(&str, String)]) -> String {
    let mut text = String::new();
    for (label, part) in parts.iter().filter(|(_, part)| !part.is_empty()) {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        if !label.is_empty() {
            text.push_str(label);
            text.push_str(if part.contains('\n') { "\n" } else { ": " });
        }
        text.push_str(part);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_squeezed_and_long_ones_cut_at_a_word() {
        let mut texts = Texts::default();
        assert_eq!(texts.title("  Case   Manager "), "Case Manager");
        assert!(texts.notes.is_empty());
        let long = texts.title(&"word ".repeat(40));
        assert!(long.chars().count() <= TITLE && long.ends_with("word…"), "{long}");
        assert_eq!(texts.into_notes(), [Note::Shortened]);
    }

    #[test]
    fn runs_of_spaces_are_line_ends() {
        let mut texts = Texts::default();
        assert_eq!(texts.paragraphs("One.    Two.   â€¢  Three  â€¢"), "One.\nTwo.\n- Three •");
        assert_eq!(texts.into_notes(), [Note::Repaired]);
    }
}
