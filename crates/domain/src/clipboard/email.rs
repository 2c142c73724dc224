//! E-mail addresses in a text.

use super::digits::{before, is_taken, mentions};
use super::finding::FoundText;
use super::part::{Part, lines};
use super::text::Text;
use std::ops::Range;

/// The most that are offered.
const MOST: usize = 8;
const LABELS: &[&str] = &["mail", "email", "e-mail", "reach", "contact", "邮箱", "邮件", "电邮"];
/// Endings of files that look like addresses: `logo@2x.png`.
const FILES: &[&str] = &["png", "jpg", "jpeg", "gif", "svg", "webp", "pdf", "zip"];

/// An address and where it stands.
pub(super) struct Address<'t> {
    part: Part<'t>,
    text: String,
}

impl Address<'_> {
    pub(super) fn range(&self) -> Range<usize> {
        self.part.range()
    }

    pub(super) fn found(&self, text: &Text<'_>) -> FoundText {
        text.found(self.part, self.text.clone())
    }
}

/// The addresses, each once, in order: with an @, and those that spell it out where nothing else can be meant.
pub(super) fn find<'t>(text: &'t Text<'_>, links: &[Range<usize>]) -> Vec<Address<'t>> {
    let whole = text.whole();
    let mut found: Vec<Address<'_>> = Vec::new();
    for (at, _) in whole.text.match_indices('@') {
        if found.len() == MOST {
            break;
        }
        if let Some(range) = around(whole.text, at)
            && !is_taken(links, &range)
        {
            let part = whole.sub(range);
            add(&mut found, Address { part, text: part.text.to_owned() });
        }
    }
    for line in lines(whole) {
        if found.len() == MOST {
            break;
        }
        if let Some(address) = spelled(line) {
            add(&mut found, address);
        }
    }
    found.sort_by_key(|address| address.part.at);
    found
}

fn add<'t>(found: &mut Vec<Address<'t>>, address: Address<'t>) {
    if found.iter().all(|other| !other.text.eq_ignore_ascii_case(&address.text)) {
        found.push(address);
    }
}

fn is_local(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || "._%+-".contains(letter)
}

fn is_domain(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-')
}

/// The address around an @.
fn around(text: &str, at: usize) -> Option<Range<usize>> {
    // One more than may be, so that what is too long is refused and not cut.
    let earlier = text[..at].bytes().rev().take(65).take_while(|byte| is_local(char::from(*byte))).count();
    let later = text[at + 1..].bytes().take(254).take_while(|byte| is_domain(char::from(*byte))).count();
    let range = at - earlier..at + 1 + later;
    let local = text[range.start..at].trim_start_matches(['.', '-', '_', '%', '+']);
    let domain = text[at + 1..range.end].trim_end_matches(['.', '-']);
    let range = at - local.len()..at + 1 + domain.len();
    // A remote of git, a name and password in a link.
    let rest = &text[range.end..];
    let path = rest
        .strip_prefix(':')
        .is_some_and(|rest| rest.starts_with(|next: char| next.is_ascii_alphanumeric()));
    let inside = text[..range.start].ends_with(['/', '@']);
    (is_address(local, domain) && !path && !inside).then_some(range)
}

fn is_address(local: &str, domain: &str) -> bool {
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let top = domain.rsplit_once('.').map_or("", |(_, top)| top);
    (1..=64).contains(&local.len())
        && local.len() + domain.len() < 254
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
        && domain.split('.').all(label)
        && top.len() >= 2
        && top.bytes().all(|byte| byte.is_ascii_alphabetic())
        && !FILES.iter().any(|file| top.eq_ignore_ascii_case(file))
}

/// A word that may be a part of an address, and whether it stands in brackets.
struct Word<'t> {
    text: &'t str,
    at: usize,
    bracketed: bool,
}

/// The words of a line as long as nothing but spaces and brackets stands between them; a new list after anything else.
fn words(line: &str) -> Vec<Vec<Word<'_>>> {
    let mut lists = vec![Vec::new()];
    let mut start = None;
    let mut opened = false;
    for (at, letter) in line.char_indices().chain([(line.len(), '\n')]) {
        if is_local(letter) {
            start.get_or_insert(at);
            continue;
        }
        if let (Some(from), Some(list)) = (start.take(), lists.last_mut()) {
            let bracketed = opened && matches!(letter, ')' | ']' | '}');
            list.push(Word { text: &line[from..at], at: from, bracketed });
        }
        opened = matches!(letter, '(' | '[' | '{');
        if !(opened || matches!(letter, ' ' | ')' | ']' | '}')) {
            lists.push(Vec::new());
        }
    }
    lists
}

/// "name at example dot com": only in brackets, after a word that announces it, or when the line is nothing else.
fn spelled(line: Part<'_>) -> Option<Address<'_>> {
    words(line.text).iter().find_map(|list| {
        let is = |word: &Word<'_>, meant: &str| word.text.eq_ignore_ascii_case(meant);
        let at = list.iter().position(|word| is(word, "at")).filter(|at| *at > 0)?;
        let local = &list[at - 1];
        let mut last = list.get(at + 1)?;
        let mut domain = last.text.to_owned();
        let mut dots = false;
        for pair in list[at + 2..].chunks_exact(2).take(3) {
            if !is(&pair[0], "dot") {
                break;
            }
            dots = true;
            domain = format!("{domain}.{}", pair[1].text);
            last = &pair[1];
        }
        let end = last.at + last.text.trim_end_matches('.').len();
        let domain = domain.trim_end_matches('.');
        let alone = local.at == 0 && end >= line.text.trim_end_matches('.').len();
        let announced = mentions(before(line.text, local.at, 24), LABELS);
        let meant = dots && (alone || announced) || list[at].bracketed;
        (meant && is_address(local.text, domain))
            .then(|| Address { part: line.sub(local.at..end), text: format!("{}@{domain}", local.text) })
    })
}
