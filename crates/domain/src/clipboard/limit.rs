//! Texts as the fields take them: without control characters, no longer than the field.

/// A text of one line, up to `most` characters.
pub(super) fn line(text: &str, most: usize) -> String {
    let mut fitted = String::new();
    let mut count = 0;
    let mut space = false;
    for letter in text.trim().chars().filter(|letter| !letter.is_control() || letter.is_whitespace()) {
        if letter.is_whitespace() {
            space = !fitted.is_empty();
            continue;
        }
        let wanted = 1 + usize::from(space);
        if count + wanted > most {
            break;
        }
        if std::mem::take(&mut space) {
            fitted.push(' ');
        }
        fitted.push(letter);
        count += wanted;
    }
    fitted
}

/// A text whose lines are items, up to `most` characters in all.
pub(super) fn lines(items: impl IntoIterator<Item = String>, most: usize) -> String {
    let mut fitted = String::new();
    let mut count = 0;
    for item in items {
        let before = usize::from(!fitted.is_empty());
        let item = line(&item, most.saturating_sub(count + before));
        if item.is_empty() {
            continue;
        }
        if before == 1 {
            fitted.push('\n');
        }
        count += before + item.chars().count();
        fitted.push_str(&item);
    }
    fitted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_long_is_cut_between_characters() {
        assert_eq!(line("  a \t b\0中文 ", 4), "a b中");
        assert_eq!(line("语语 语", 3), "语语");
        assert_eq!(lines(["ab".to_owned(), String::new(), "cdef".to_owned()], 5), "ab\ncd");
        assert_eq!(lines(["abc".to_owned(), "d".to_owned()], 3), "abc");
    }
}
