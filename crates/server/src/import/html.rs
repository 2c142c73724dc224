//! HTML of descriptions to plain text.

/// Tags that begin a new line.
const BLOCKS: &[&str] = &[
    "p",
    "br",
    "div",
    "ul",
    "ol",
    "tr",
    "table",
    "section",
    "article",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
];

/// Plain text of a description: paragraphs as lines, list items as `- `, tags and entities gone. Text without tags
/// stays as it is, but for its entities.
pub(super) fn to_text(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        text.push_str(&entities(&rest[..at]));
        rest = &rest[at..];
        let Some((name, closing, after)) = tag(rest) else {
            // "a < b": no tag.
            text.push('<');
            rest = &rest[1..];
            continue;
        };
        rest = after;
        match name.as_str() {
            "script" | "style" if !closing => {
                let end = rest.to_ascii_lowercase().find(&format!("</{name}")).unwrap_or(rest.len());
                rest = &rest[end..];
            }
            "li" if !closing => text.push_str("\n- "),
            "li" => text.push('\n'),
            "td" | "th" if closing => text.push(' '),
            "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => text.push_str("\n\n"),
            name if BLOCKS.contains(&name) => text.push('\n'),
            _ => {}
        }
    }
    text.push_str(&entities(rest));
    text
}

/// The tag or comment at the start: its name, whether it closes, and what follows it.
fn tag(text: &str) -> Option<(String, bool, &str)> {
    if let Some(comment) = text.strip_prefix("<!--") {
        let end = comment.find("-->").map_or(comment.len(), |end| end + 3);
        return Some((String::new(), false, &comment[end..]));
    }
    let inside = text.strip_prefix('<')?;
    let closing = inside.starts_with('/');
    let name: String = inside
        .trim_start_matches('/')
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .map(|letter| letter.to_ascii_lowercase())
        .collect();
    if name.is_empty() && !inside.starts_with('!') {
        return None;
    }
    let end = inside.find('>')?;
    Some((name, closing, &inside[end + 1..]))
}

fn entities(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let named =
            rest.find(';').filter(|end| *end <= 10).and_then(|end| Some((entity(&rest[1..end])?, end)));
        if let Some((letter, end)) = named {
            plain.push(letter);
            rest = &rest[end + 1..];
        } else {
            plain.push('&');
            rest = &rest[1..];
        }
    }
    plain.push_str(rest);
    plain
}

fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code).filter(|letter| !letter.is_control() || *letter == '\n');
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        "ndash" => '–',
        "mdash" => '—',
        "bull" => '•',
        "middot" => '·',
        "hellip" => '…',
        "lsquo" => '‘',
        "rsquo" => '’',
        "ldquo" => '“',
        "rdquo" => '”',
        "eacute" => 'é',
        "copy" => '©',
        "reg" => '®',
        "trade" => '™',
        "euro" => '€',
        "pound" => '£',
        "yen" => '¥',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_go_and_structure_stays() {
        let text = to_text(
            "<p>You will:</p><ul><li>build &amp; run</li><li>5 &lt; 6</li></ul><script>alert(1)</script>",
        );
        assert_eq!(text.trim(), "You will:\n\n\n\n- build & run\n\n- 5 < 6");
        assert_eq!(to_text("a < b && c"), "a < b && c");
        assert_eq!(to_text("R&amp;D<br/>x&#39;s&#x2014;y <!-- no --> z"), "R&D\nx's—y  z");
        assert_eq!(to_text("open <b tag"), "open <b tag");
        assert_eq!(to_text("&unknown; &#0; &"), "&unknown; &#0; &");
    }
}
