//! Links in a text.

use super::part::Part;
use super::text::Text;

/// The most that are offered.
const MOST: usize = 8;
/// Longer ones are no links that people share.
const LONGEST: usize = 2_048;

/// The links, each once, in order: http, https, and the app's own scheme.
pub(super) fn find<'t>(text: &'t Text<'_>) -> Vec<Part<'t>> {
    let whole = text.whole();
    let mut found: Vec<Part<'_>> = Vec::new();
    let mut end = 0;
    for (colon, _) in whole.text.match_indices("://") {
        if colon < end || found.len() == MOST {
            continue;
        }
        let Some(start) = scheme(whole.text, colon, end) else { continue };
        let link = ended(whole.from(start));
        end = link.range().end;
        let own = !link.text[..colon - start].to_ascii_lowercase().starts_with("http");
        let rest = &link.text[(colon + 3 - start).min(link.text.len())..];
        if link.text.len() > LONGEST || rest.is_empty() || !(own || has_host(rest)) {
            continue;
        }
        if found.iter().all(|other| other.text != link.text) {
            found.push(link);
        }
    }
    found
}

/// Where a scheme that is known starts, before its colon.
fn scheme(text: &str, colon: usize, from: usize) -> Option<usize> {
    let known = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
    let length = text.as_bytes()[from..colon].iter().rev().take(16).take_while(|byte| known(byte)).count();
    let near = text[colon - length..colon].to_ascii_lowercase();
    let name = ["https", "http"]
        .into_iter()
        .find(|name| near.ends_with(name))
        .map_or_else(|| near.find("zhitu").map(|at| near.len() - at), |name| Some(name.len()))?;
    Some(colon - name)
}

/// A link without what follows it: it ends at the first character that is not ASCII, and does not end in a sentence's
/// mark or in a bracket that it does not open.
fn ended(rest: Part<'_>) -> Part<'_> {
    let stops = |letter: char| !letter.is_ascii_graphic() || "<>\"\\^`{|}".contains(letter);
    // One more than may be, so that what is too long is refused and not cut.
    let near = &rest.text[..rest.text.floor_char_boundary(LONGEST + 1)];
    let mut link = near.split(stops).next().unwrap_or_default();
    let count = |sign: char| link.matches(sign).count();
    let (mut round, mut square) = ((count('('), count(')')), (count('['), count(']')));
    while let Some(last) = link.chars().next_back() {
        let dropped = match last {
            ')' => round.1 > round.0,
            ']' => square.1 > square.0,
            _ => ".,;:!?'*".contains(last),
        };
        if !dropped {
            break;
        }
        round.1 -= usize::from(last == ')');
        square.1 -= usize::from(last == ']');
        link = &link[..link.len() - 1];
    }
    rest.sub(0..link.len())
}

/// Whether the part of a link behind its scheme names a host, with no user name in it.
fn has_host(rest: &str) -> bool {
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (host, port) = authority.split_once(':').map_or((authority, None), |(host, port)| (host, Some(port)));
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    host.split('.').all(label) && port.is_none_or(|port| port.parse::<u16>().is_ok())
}

/// The link that a text is, if a field of the résumé takes it.
pub(super) fn whole(text: &str) -> Option<&str> {
    let link = ended(Part { text, at: 0 }).text;
    (link.len() == text.len() && is_homepage(link)).then_some(link)
}

/// Whether a link may be an address of the résumé: by http or https, up to 200 characters.
pub(super) fn is_homepage(link: &str) -> bool {
    let rest = ["https://", "http://"].into_iter().find_map(|scheme| {
        let start = link.get(..scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then(|| &link[scheme.len()..])
    });
    link.len() <= 200 && rest.is_some_and(has_host)
}
