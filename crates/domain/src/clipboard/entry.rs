//! Cutting a list of entries, of schools, jobs or projects, into one block each.

use super::label::{Field, Key, fields};
use super::part::{Part, around, is_han, item};
use super::period::{self, Period};
use super::words::{is_company, is_department, is_position, is_school};
use jiff::civil::Date;
use std::ops::Range;

/// The lines of one entry, taken apart.
#[derive(Debug, Default)]
pub(super) struct Block<'t> {
    pub(super) period: Option<Period>,
    /// What stands in its head, in order.
    pub(super) tokens: Vec<Part<'t>>,
    /// What stands behind labels.
    pub(super) fields: Vec<Field<'t>>,
    /// The lines below its head, without the signs of items.
    pub(super) body: Vec<Part<'t>>,
    pub(super) range: Range<usize>,
}

/// What the list is of: by what its entries are named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Education,
    Work,
    Project,
}

impl Kind {
    /// Whether a token names the school or the company.
    fn is_main(self, token: &str) -> bool {
        match self {
            Self::Education => is_school(token),
            Self::Work => is_company(token) || is_school(token),
            Self::Project => false,
        }
    }

    /// Whether a line below the head still belongs to it.
    fn is_minor(self, token: &str) -> bool {
        match self {
            Self::Education => {
                super::words::degree_han(token).is_some() || super::words::degree_latin(token).is_some()
            }
            Self::Work => is_position(token) || is_department(token),
            Self::Project => false,
        }
    }

    fn starts(self, key: Key) -> bool {
        match self {
            Self::Education => matches!(key, Key::School | Key::Major | Key::Degree | Key::Period),
            Self::Work => matches!(key, Key::Company | Key::Title | Key::Department | Key::Period),
            Self::Project => matches!(key, Key::Project | Key::Role | Key::Period),
        }
    }
}

/// A line with what was read of it once.
struct Line<'t> {
    bare: Part<'t>,
    bulleted: bool,
    period: Option<(Range<usize>, Period)>,
    tokens: Vec<Part<'t>>,
    fields: Vec<Field<'t>>,
}

/// A head is not longer than this, in characters.
const HEAD: usize = 90;

impl<'t> Line<'t> {
    fn of(line: Part<'t>, today: Date) -> Self {
        let (bare, bulleted) = item(line);
        let fields = fields(bare);
        let short = bare.length(HEAD + 1) <= HEAD;
        let period = if short { period::find(bare.text, today) } else { None };
        let tokens = match &period {
            Some((range, _)) => {
                let mut tokens = tokens(bare.sub(0..range.start));
                tokens.extend(self::tokens(bare.from(range.end)));
                tokens
            }
            None if short => tokens(bare),
            None => Vec::new(),
        };
        Self { bare, bulleted, period, tokens, fields }
    }

    /// Whether it may be a part of an entry's head.
    fn is_head(&self) -> bool {
        !self.bulleted
            && !self.bare.is_empty()
            && self.fields.is_empty()
            && self.bare.length(61) <= 60
            && !self.bare.text.ends_with(['。', '；', '.', ';', '，', '、', ','])
            || self.bare.text.ends_with("Ltd.")
            || self.bare.text.ends_with("Inc.")
    }

    fn has_main(&self, kind: Kind) -> bool {
        self.tokens.iter().any(|token| kind.is_main(token.text))
    }

    /// Whether it is a sentence of a description that names a period.
    fn is_told(&self) -> bool {
        self.bare.text.ends_with(['。', '；', ';']) || (self.bulleted && self.tokens.len() > 6)
    }
}

/// The pieces of a head: between tabs, wide spaces, bars, commas and dots, and between Chinese words.
pub(super) fn tokens(part: Part<'_>) -> Vec<Part<'_>> {
    let mut cuts: Vec<Range<usize>> = Vec::new();
    let text = part.text;
    let mut letters = text.char_indices().peekable();
    let mut earlier = ' ';
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map_or(' ', |(_, next)| *next);
        let spaced = earlier == ' ' && next == ' ';
        let cut = match letter {
            '\t' | '|' | '·' | '，' | '；' | '、' | ';' | '•' | '丨' | '│' => true,
            ',' => !next.is_ascii_digit(),
            ' ' => {
                next == ' '
                    || is_han(earlier)
                    || matches!(earlier, ')' | ']' | '】')
                    || (matches!(earlier, ':') && is_han(next))
            }
            '/' => spaced || (is_han(earlier) && is_han(next)),
            '-' | '–' | '—' => spaced || letter == '—',
            _ => false,
        };
        if cut {
            cuts.push(at..at + letter.len_utf8());
        }
        earlier = letter;
    }
    let mut found: Vec<Part<'_>> = Vec::new();
    let mut start = 0;
    cuts.push(text.len()..text.len());
    for cut in cuts {
        let token = part.sub(start..cut.start);
        let token = token.trim_matches(|letter| letter.is_whitespace() || "-–—:/|~".contains(letter));
        start = cut.end;
        if token.is_empty() {
            continue;
        }
        // "Acme Co., Ltd.": the comma is a part of the name.
        let legal = ["Ltd", "Ltd.", "Inc", "Inc.", "LLC"].contains(&token.text);
        match found.last_mut() {
            Some(last) if legal => *last = part.sub(last.at - part.at..token.range().end - part.at),
            _ => found.push(token),
        }
    }
    found.into_iter().flat_map(|token| bracketed(token).into_iter().chain(joined_by_at(token))).collect()
}

/// A token whose bracket says something by itself: "星河软件有限公司（研发中心）", "电子商务（大专）".
fn bracketed(token: Part<'_>) -> Vec<Part<'_>> {
    if token.text.contains(" at ") {
        return Vec::new();
    }
    let inner = token.text.ends_with(')').then(|| token.text.rfind('(')).flatten();
    match inner {
        Some(open) => {
            let inside = token.sub(open + 1..token.text.len() - 1);
            let says = is_department(inside.text)
                || super::words::degree_han(inside.text).is_some()
                || inside.text.contains("全日制")
                || inside.text == "统招"
                || super::words::employment(inside.text).is_some();
            if says && open > 0 { vec![token.sub(0..open).trim(), inside] } else { vec![token] }
        }
        None => vec![token],
    }
}

/// "Marketing Intern at Fjord & Co. Ltd".
fn joined_by_at(token: Part<'_>) -> Vec<Part<'_>> {
    match token.text.find(" at ") {
        Some(at) => vec![token.sub(0..at).trim(), token.from(at + 4).trim()],
        None => Vec::new(),
    }
}

/// The blocks of a list, in order; at most `most`.
pub(super) fn blocks<'t>(lines: &[Part<'t>], kind: Kind, today: Date, most: usize) -> Vec<Block<'t>> {
    if most == 0 {
        return Vec::new();
    }
    let lines: Vec<Line<'t>> = lines.iter().map(|line| Line::of(*line, today)).collect();
    let starts = starts(&lines, kind);
    let ends = starts.iter().skip(1).copied().chain([lines.len()]);
    starts.iter().zip(ends).take(most).map(|(start, end)| block(&lines[*start..end], kind)).collect()
}

/// The lines at which entries start.
fn starts(lines: &[Line<'_>], kind: Kind) -> Vec<usize> {
    let labelled = lines.iter().flat_map(|line| &line.fields).any(|field| kind.starts(field.key));
    let mut starts = Vec::new();
    if labelled {
        // A label that was there already starts the next entry.
        let mut seen: Vec<Key> = Vec::new();
        for (at, line) in lines.iter().enumerate() {
            let keys: Vec<Key> =
                line.fields.iter().map(|field| field.key).filter(|key| kind.starts(*key)).collect();
            if keys.iter().any(|key| seen.contains(key)) || (starts.is_empty() && !keys.is_empty()) {
                starts.push(at);
                seen.clear();
            }
            seen.extend(keys);
        }
        return starts;
    }
    let mut free = 0;
    for (at, line) in lines.iter().enumerate() {
        if line.period.is_none() || line.is_told() {
            continue;
        }
        starts.push(head_of(lines, at, free, kind));
        free = at + 1;
    }
    if starts.is_empty() {
        starts = lines
            .iter()
            .enumerate()
            .filter(|(_, line)| line.is_head() && line.has_main(kind))
            .map(|(at, _)| at)
            .collect();
    }
    starts
}

/// Where the head starts whose period stands at a line: at it, or some lines above, where the name is.
fn head_of(lines: &[Line<'_>], at: usize, free: usize, kind: Kind) -> usize {
    let here = &lines[at];
    if here.has_main(kind) {
        // A line above that only completes the head: the position over "company  period".
        return at;
    }
    let above = (free.max(at.saturating_sub(3))..at).rev().take_while(|one| lines[*one].is_head());
    let above: Vec<usize> = above.collect();
    let main = above.iter().position(|one| lines[*one].has_main(kind));
    match main {
        Some(count) => above[count],
        // Nobody names the school or the company: what stands directly above a bare period is the head.
        None if here.tokens.is_empty() && !above.is_empty() && !lines_below_name(lines, at, kind) => above[0],
        None => at,
    }
}

/// Whether the lines below a bare period have the name.
fn lines_below_name(lines: &[Line<'_>], at: usize, kind: Kind) -> bool {
    lines.iter().skip(at + 1).take(2).take_while(|line| line.is_head()).any(|line| line.has_main(kind))
}

fn block<'t>(lines: &[Line<'t>], kind: Kind) -> Block<'t> {
    let mut block = Block::default();
    let dated = lines.iter().position(|line| line.period.is_some() && !line.is_told());
    let mut head = dated.map_or(1, |at| at + 1);
    let labelled = lines.iter().any(|line| line.fields.iter().any(|field| kind.starts(field.key)));
    if !labelled {
        let mut main = lines[..head].iter().any(|line| line.has_main(kind));
        let mut minor =
            lines[..head].iter().flat_map(|line| &line.tokens).any(|token| kind.is_minor(token.text));
        // What the head still lacks may stand below the period.
        while let Some(line) = lines.get(head).filter(|line| line.is_head() && kind != Kind::Project) {
            let completes = if main {
                !minor && line.tokens.iter().any(|token| kind.is_minor(token.text))
            } else {
                line.has_main(kind) || lines[..head].iter().all(|line| line.tokens.is_empty())
            };
            if !completes || head > dated.unwrap_or(0) + 3 {
                break;
            }
            main |= line.has_main(kind) || !main;
            minor |= line.tokens.iter().any(|token| kind.is_minor(token.text));
            head += 1;
        }
    }
    for (at, line) in lines.iter().enumerate() {
        if let (Some((_, period)), None) = (&line.period, block.period)
            && !line.is_told()
        {
            block.period = Some(*period);
        }
        let known = |field: &&Field<'t>| kind.starts(field.key) || matches!(field.key, Key::Industry);
        let named: Vec<Field<'t>> = line.fields.iter().filter(known).copied().collect();
        if !named.is_empty() {
            block.fields.extend(named);
        } else if !labelled && at < head {
            block.tokens.extend(line.tokens.iter().copied());
        } else if let Some(field) = line.fields.first().filter(|field| field.key == Key::Description) {
            block.body.push(field.value);
        } else if !(line.period.is_some() && line.tokens.is_empty()) {
            block.body.push(line.bare);
        }
    }
    let parts: Vec<Part<'t>> = lines.iter().map(|line| line.bare).collect();
    block.range = around(&parts);
    block
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_cut_into_its_pieces() {
        for (head, expected) in [
            ("复旦大学 计算机科学与技术 本科", &["复旦大学", "计算机科学与技术", "本科"][..]),
            ("Fjord & Co. Ltd, London", &["Fjord & Co. Ltd", "London"]),
            ("Acme Co., Ltd. | Java 开发工程师", &["Acme Co., Ltd.", "Java 开发工程师"]),
            ("星河软件有限公司(研发中心)  架构师", &["星河软件有限公司", "研发中心", "架构师"]),
            ("Intern at Fjord Ltd", &["Intern", "Fjord Ltd"]),
            ("a — b", &["a", "b"]),
            ("", &[]),
        ] {
            let found: Vec<_> = tokens(Part { text: head, at: 0 }).iter().map(|token| token.text).collect();
            assert_eq!(found, expected, "{head}");
        }
    }
}
