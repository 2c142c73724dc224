//! Takes known contact data out of texts and marked-up texts, also where it is written in one of the ways in which mail
//! and web pages write characters: percent signs, quoted-printable, base64, encoded words, entities.

use ammonia::{Builder, UrlRelative};
use mail_parser::MessageParser;
use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::html::html_to_text;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use zhitu_domain::relay::KnownContact;
use zhitu_domain::resume::MASK;

/// How deep writings within writings are looked through.
const DEPTH: u8 = 3;

/// The text without what is known.
pub(super) fn text(known: &KnownContact, text: &str) -> String {
    let plain = known.hidden(text);
    // Lines of base64 belong together: what is known may stand across two of them.
    let mut left = String::with_capacity(plain.len());
    let mut block: Vec<&str> = Vec::new();
    for line in plain.split_inclusive('\n') {
        if is_base64(line.trim()) {
            block.push(line);
            continue;
        }
        end_block(known, &mut block, &mut left);
        // A tag is a word of its own, so that what is put in its place does not break others.
        let ends = |letter: char| letter.is_whitespace() || matches!(letter, '<' | '>');
        for word in line.split_inclusive(ends) {
            let bare = word.trim_end_matches(ends);
            if is_written_in(known, bare, DEPTH) {
                left.push_str(MASK);
                left.push_str(&word[bare.len()..]);
            } else {
                left.push_str(word);
            }
        }
    }
    end_block(known, &mut block, &mut left);
    left
}

fn end_block(known: &KnownContact, block: &mut Vec<&str>, left: &mut String) {
    let joined: String = block.iter().map(|line| line.trim()).collect();
    if is_written_in(known, &joined, DEPTH) {
        left.push_str(MASK);
        left.push('\n');
        block.clear();
    }
    left.extend(block.drain(..));
}

/// Whether a text holds what is known, in plain or written otherwise.
pub(super) fn holds(known: &KnownContact, text: &str) -> bool {
    known.is_in(text) || self::text(known, text) != text
}

fn is_base64(text: &str) -> bool {
    text.len() >= 12
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=' | b'-' | b'_'))
}

/// Whether a word without white space means what is known.
fn is_written_in(known: &KnownContact, word: &str, depth: u8) -> bool {
    if word.is_empty() || depth == 0 {
        return false;
    }
    readings(word).iter().any(|reading| known.is_in(reading) || is_written_in(known, reading, depth - 1))
}

/// What a word may mean; never the word itself.
fn readings(word: &str) -> Vec<String> {
    let mut readings = Vec::new();
    let bytes = word.as_bytes();
    if word.contains('%') {
        readings.push(percent_decoded(bytes));
    }
    if word.contains('=') {
        readings.extend(quoted_printable_decode(bytes).map(|read| lossy(&read)));
    }
    if word.contains("=?") {
        let header = format!("Subject: {word}\r\n\r\n");
        let read = MessageParser::default().parse(header.as_bytes());
        readings.extend(read.and_then(|read| read.subject().map(str::to_owned)));
    }
    if word.contains('&') && word.contains(';') {
        readings.push(html_to_text(word));
    }
    // A part of a word may be in base64, as in a data: address.
    for part in word.split(|letter: char| !(letter.is_ascii_alphanumeric() || "+/=-_".contains(letter))) {
        if is_base64(part) {
            let standard = part.replace('-', "+").replace('_', "/");
            let padded = format!("{}{}", standard.trim_end_matches('='), padding(&standard));
            readings.extend(base64_decode(padded.as_bytes()).map(|read| lossy(&read)));
        }
    }
    readings.retain(|reading| reading != word);
    readings
}

fn padding(text: &str) -> &'static str {
    match text.trim_end_matches('=').len() % 4 {
        2 => "==",
        3 => "=",
        _ => "",
    }
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn percent_decoded(bytes: &[u8]) -> String {
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let digits = bytes.get(at + 1..at + 3).and_then(|digits| std::str::from_utf8(digits).ok());
        let value = digits.filter(|_| byte == b'%').and_then(|digits| u8::from_str_radix(digits, 16).ok());
        decoded.push(value.unwrap_or(byte));
        at += if value.is_some() { 3 } else { 1 };
    }
    lossy(&decoded)
}

/// Markup without what is known, and without all that loads something, runs, or tells who reads it. `None` where what is
/// known stands across several pieces of it: then there is the text alone.
pub(super) fn html(known: &KnownContact, html: &str) -> Option<String> {
    let clean = cleaner(known).clean(html).to_string();
    let clean = text(known, &clean);
    (!holds(known, &html_to_text(&clean))).then_some(clean)
}

fn cleaner(known: &KnownContact) -> Builder<'static> {
    let known = known.clone();
    let tags = [
        "a",
        "b",
        "blockquote",
        "br",
        "code",
        "div",
        "em",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "li",
        "ol",
        "p",
        "pre",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "u",
        "ul",
    ];
    let spans = HashSet::from(["colspan", "rowspan"]);
    let mut builder = Builder::empty();
    builder
        .tags(HashSet::from(tags))
        .clean_content_tags(HashSet::from(["script", "style", "title", "head", "template", "noscript"]))
        .tag_attributes(HashMap::from([("a", HashSet::from(["href"])), ("td", spans.clone()), ("th", spans)]))
        .url_schemes(HashSet::from(["http", "https"]))
        .url_relative(UrlRelative::Deny)
        .link_rel(Some("noopener noreferrer"))
        .attribute_filter(move |_, _, value| (!holds(&known, value)).then_some(Cow::Borrowed(value)));
    builder
}

#[cfg(test)]
#[path = "scrub_tests.rs"]
mod tests;
