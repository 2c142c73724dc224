//! What one field takes. A field in which nothing was entered has no problem.

use super::edit::FieldProblem;
use crate::account::PhoneNumber;

/// Problems of a part, by field.
pub(super) type Problems = Vec<(&'static str, FieldProblem)>;

/// The problems among the checks.
pub(super) fn found<const N: usize>(checks: [(&'static str, Option<FieldProblem>); N]) -> Problems {
    checks.into_iter().filter_map(|(field, problem)| Some((field, problem?))).collect()
}

/// A text of one line.
pub(super) fn line(text: &str, most: usize) -> Option<FieldProblem> {
    text_problem(text, most, |_| false)
}

/// A text of many lines.
pub(super) fn lines(text: &str, most: usize) -> Option<FieldProblem> {
    text_problem(text, most, |letter| matches!(letter, '\n' | '\t'))
}

/// Control characters are refused because PostgreSQL takes no NUL in a text and no typeface has them.
fn text_problem(text: &str, most: usize, allowed: fn(char) -> bool) -> Option<FieldProblem> {
    if text.chars().nth(most).is_some() {
        Some(FieldProblem::TooLong)
    } else if text.chars().any(|letter| letter.is_control() && !allowed(letter)) {
        Some(FieldProblem::Type)
    } else {
        None
    }
}

/// A phone number that its country has.
pub(super) fn phone(text: &str) -> Option<FieldProblem> {
    if text.trim().is_empty() {
        return line(text, 32);
    }
    PhoneNumber::parse(text).is_err().then_some(FieldProblem::Phone)
}

/// An e-mail address as people have them: RFC 5321's lengths, no quoted local part, a domain with a dot.
pub(super) fn email(text: &str) -> Option<FieldProblem> {
    let text = text.trim();
    if text.chars().nth(254).is_some() {
        return Some(FieldProblem::TooLong);
    }
    let fits = text.is_empty()
        || text.split_once('@').is_some_and(|(local, domain)| {
            let local_fits = (1..=64).contains(&local.len())
                && local
                    .chars()
                    .all(|letter| letter.is_alphanumeric() || "!#$%&'*+/=?^_`{|}~.-".contains(letter))
                && !local.starts_with('.')
                && !local.ends_with('.')
                && !local.contains("..");
            local_fits && domain.contains('.') && domain.split('.').all(is_label)
        });
    (!fits).then_some(FieldProblem::Email)
}

/// Whether a text is such an address, and not empty.
pub(crate) fn is_email(text: &str) -> bool {
    !text.trim().is_empty() && email(text).is_none()
}

/// An http or https address with a host and no user name in it.
pub(super) fn url(text: &str, most: usize) -> Option<FieldProblem> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    if text.chars().nth(most).is_some() {
        return Some(FieldProblem::TooLong);
    }
    let after = |scheme: &str| {
        text.get(..scheme.len())
            .filter(|start| start.eq_ignore_ascii_case(scheme))
            .map(|start| &text[start.len()..])
    };
    let fits = after("https://").or_else(|| after("http://")).is_some_and(|rest| {
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let (host, port) =
            authority.split_once(':').map_or((authority, None), |(host, port)| (host, Some(port)));
        host.strip_suffix('.').unwrap_or(host).split('.').all(is_label)
            && port.is_none_or(|port| port.parse::<u16>().is_ok())
            && !rest
                .chars()
                .any(|letter| letter.is_whitespace() || letter.is_control() || "<>\"\\^`{|}".contains(letter))
    });
    (!fits).then_some(FieldProblem::Url)
}

fn is_label(label: &str) -> bool {
    (1..=63).contains(&label.len())
        && label.chars().all(|letter| letter.is_alphanumeric() || letter == '-')
        && !label.starts_with('-')
        && !label.ends_with('-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_from_what_is_none() {
        for good in ["", "an@example.com", "a.b+c@mail.example.cn", "张三@例子.中国", " an@example.com "]
        {
            assert_eq!(email(good), None, "{good}");
        }
        for bad in [
            "an",
            "@example.com",
            "an@",
            "an@example",
            "a b@example.com",
            "an@exa_mple.com",
            "a@b@c.de",
            "a..b@c.de",
        ] {
            assert_eq!(email(bad), Some(FieldProblem::Email), "{bad}");
        }
        assert_eq!(email(&format!("an@{}com", "example.".repeat(40))), Some(FieldProblem::TooLong));
        for good in ["", "https://example.com", "HTTP://example.com:8080/a?b=c#d", "https://例子.中国/简历"]
        {
            assert_eq!(url(good, 200), None, "{good}");
        }
        for bad in [
            "example.com",
            "javascript:alert(1)",
            "ftp://example.com",
            "https://",
            "https://a b.com",
            "http://u@h.com",
            "https://h.com:99999",
            "https://h.com/<script>",
        ] {
            assert_eq!(url(bad, 200), Some(FieldProblem::Url), "{bad}");
        }
        assert_eq!(
            url(&format!("https://example.com/{}", "x".repeat(200)), 200),
            Some(FieldProblem::TooLong)
        );
    }

    #[test]
    fn length_is_counted_in_characters() {
        assert_eq!(line(&"语".repeat(50), 50), None);
        assert_eq!(line(&"语".repeat(51), 50), Some(FieldProblem::TooLong));
        assert_eq!(line("a\nb", 50), Some(FieldProblem::Type));
        assert_eq!(lines("a\nb\tc", 50), None);
        assert_eq!(lines("a\0b", 50), Some(FieldProblem::Type));
    }
}
