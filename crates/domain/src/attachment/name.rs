use super::ATTACHMENT_NAME_MAX_CHARS;

const ENDING: &str = ".pdf";

/// The name of a file as others may be shown it and save it by: without folders, signs that turn the reading direction
/// or are not seen, and what file systems do not take; at most [`ATTACHMENT_NAME_MAX_CHARS`] characters, ending in
/// `.pdf`.
pub fn attachment_name(given: &str) -> String {
    let name = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = name.chars().filter(|letter| !is_dropped(*letter)).map(spaced).collect();
    let words = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let whole: String = bare(&words).chars().take(ATTACHMENT_NAME_MAX_CHARS - ENDING.len()).collect();
    // Cut, it may end in what is taken away once more.
    let stem = bare(&whole);
    if stem.is_empty() { format!("resume{ENDING}") } else { format!("{stem}{ENDING}") }
}

/// Without endings, and without the dots and spaces around it: neither a hidden file nor one whose ending another dot
/// would change.
fn bare(name: &str) -> &str {
    let mut left = name.trim_matches(['.', ' ']);
    while ends_so(left) {
        left = left[..left.len() - ENDING.len()].trim_matches(['.', ' ']);
    }
    left
}

fn ends_so(name: &str) -> bool {
    let ending = name.len().checked_sub(ENDING.len()).and_then(|at| name.get(at..));
    ending.is_some_and(|ending| ending.eq_ignore_ascii_case(ENDING))
}

fn is_dropped(letter: char) -> bool {
    let is_unseen = matches!(
        letter,
        '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}'
    );
    is_unseen || (letter.is_control() && !letter.is_whitespace())
}

fn spaced(letter: char) -> char {
    if matches!(letter, ':' | '*' | '?' | '"' | '<' | '>' | '|') { ' ' } else { letter }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_name_is_a_name_and_nothing_else() {
        for (given, name) in [
            ("周予安-数据分析师.pdf", "周予安-数据分析师.pdf"),
            ("简历.PDF", "简历.pdf"),
            ("简历.pdf.PDF", "简历.pdf"),
            ("简历", "简历.pdf"),
            ("../../etc/passwd", "passwd.pdf"),
            ("C:\\Users\\An\\cv.pdf", "cv.pdf"),
            ("cv\u{202E}fdp.exe", "cvfdp.exe.pdf"),
            ("a\r\nb\0c.pdf", "a bc.pdf"),
            ("  my   cv  .pdf ", "my cv.pdf"),
            (".hidden.pdf", "hidden.pdf"),
            ("what? <1>: \"2\".pdf", "what 1 2.pdf"),
            ("", "resume.pdf"),
            (".pdf", "pdf.pdf"),
            ("...", "resume.pdf"),
            ("a/", "resume.pdf"),
        ] {
            assert_eq!(attachment_name(given), name, "{given:?}");
        }
        let long = attachment_name(&"长".repeat(300));
        assert_eq!(long.chars().count(), ATTACHMENT_NAME_MAX_CHARS);
    }

    proptest! {
        #[test]
        fn whatever_is_given_the_name_is_good_and_stays_as_it_is(given in any::<String>()) {
            let name = attachment_name(&given);
            prop_assert!(ends_so(&name) && name.chars().count() <= ATTACHMENT_NAME_MAX_CHARS);
            prop_assert!(!name.starts_with('.') && !name.contains(['/', '\\', ':']));
            prop_assert!(!name.chars().any(|letter| letter.is_control() || is_dropped(letter)));
            prop_assert_eq!(attachment_name(&name), name);
        }
    }
}
