//! What postings ask for: experience and education.

use super::digits::mentions;
use super::words::degree_han;
use crate::job::{Education, Experience};
use crate::resume::Degree;

/// The experience that a piece of a posting asks for. `labelled` when 经验 stands before it.
pub(super) fn experience(text: &str, labelled: bool) -> Option<Experience> {
    let any = ["经验不限", "不限经验", "无需经验", "无经验", "no experience"];
    if any.iter().any(|word| text.contains(word)) || (labelled && text.trim() == "不限") {
        return Some(Experience::Any);
    }
    let graduate = ["应届", "在校"];
    if graduate.iter().any(|word| if labelled { text.contains(word) } else { text.starts_with(word) }) {
        return Some(Experience::Graduate);
    }
    // Years behind the wheel, or of the company, are none at the job.
    if ["驾龄", "成立", "历史", "质保"].iter().any(|word| text.contains(word)) {
        return None;
    }
    text.char_indices().find_map(|(at, letter)| {
        let starts = letter.is_ascii_digit() || "一二三四五六七八九十两".contains(letter);
        let inside = text[..at].ends_with(|before: char| {
            before.is_ascii_alphanumeric() || before == '.' || "一二三四五六七八九十".contains(before)
        });
        (starts && !inside).then(|| years(&text[at..], text, labelled)).flatten()
    })
}

/// A number of years of one or two digits, and what follows it.
fn number(text: &str) -> Option<(u32, &str)> {
    let count = text.bytes().take(3).take_while(u8::is_ascii_digit).count();
    if (1..=2).contains(&count) {
        return Some((text[..count].parse().ok()?, &text[count..]));
    }
    let first = text.chars().next()?;
    let value = match first {
        '两' => 2,
        _ => "一二三四五六七八九十"
            .chars()
            .position(|numeral| numeral == first)
            .and_then(|at| u32::try_from(at + 1).ok())?,
    };
    Some((value, &text[first.len_utf8()..]))
}

fn years(text: &str, whole: &str, labelled: bool) -> Option<Experience> {
    let (least, rest) = number(text)?;
    let bare = rest.trim_start();
    let next = ["-", "–", "—", "~", "至", "到"].iter().find_map(|sign| bare.strip_prefix(sign));
    let (range, rest) = match next.and_then(|next| number(next.trim_start())) {
        Some((_, rest)) => (true, rest),
        None => (false, rest),
    };
    let rest = rest.trim_start();
    let (plus, rest) = rest.strip_prefix('+').map_or((false, rest), |rest| (true, rest.trim_start()));
    let unit = rest.strip_prefix('年').or_else(|| {
        let year = rest.get(..4).is_some_and(|unit| unit.eq_ignore_ascii_case("year"));
        let short = rest.get(..3).is_some_and(|unit| unit.eq_ignore_ascii_case("yrs"));
        (year || short).then(|| &rest[3..])
    })?;
    let above = unit.starts_with("以上") || unit.starts_with("及以上") || plus;
    let below = unit.starts_with("以下") || unit.starts_with("以内");
    let alone = whole.trim().chars().count() <= 5;
    let said = labelled
        || range
        || above
        || below
        || alone
        || whole.contains("经验")
        || mentions(whole, &["experience"]);
    if !said {
        return None;
    }
    Some(match least {
        0 => Experience::Under1,
        _ if below && least == 1 => Experience::Under1,
        1 | 2 => Experience::From1To3,
        3 | 4 => Experience::From3To5,
        5..=9 => Experience::From5To10,
        _ => Experience::Over10,
    })
}

/// The least education that a piece of a posting asks for.
pub(super) fn education(text: &str) -> Option<Education> {
    if ["学历不限", "不限学历", "无学历要求"].iter().any(|word| text.contains(word)) || text.trim() == "不限"
    {
        return Some(Education::Any);
    }
    if let Some(degree) = degree_han(text).filter(|_| !text.contains("博士后")) {
        // "本科/硕士": the least is what is asked for.
        let lowest =
            ["高中", "中专", "大专", "专科", "本科", "硕士"].iter().find(|word| text.contains(*word));
        let degree = lowest.and_then(|word| degree_han(word)).unwrap_or(degree);
        return Some(match degree {
            Degree::HighSchool => Education::HighSchool,
            Degree::Associate => Education::Associate,
            Degree::Bachelor => Education::Bachelor,
            Degree::Master => Education::Master,
            Degree::Doctor => Education::Doctor,
        });
    }
    let named: &[(&[&str], Education)] = &[
        (&["high school"], Education::HighSchool),
        (&["associate degree", "associate's"], Education::Associate),
        (&["bachelor", "bachelors", "bachelor's", "bsc"], Education::Bachelor),
        (&["master", "masters", "master's", "msc"], Education::Master),
        (&["phd", "ph.d", "doctorate"], Education::Doctor),
    ];
    named.iter().find(|(words, _)| mentions(text, words)).map(|(_, education)| *education)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_read_as_the_range_they_begin() {
        for (text, expected) in [
            ("3-5年", Some(Experience::From3To5)),
            ("3年以上经验", Some(Experience::From3To5)),
            ("一年以上经验", Some(Experience::From1To3)),
            ("5+ years of experience", Some(Experience::From5To10)),
            ("10年以上", Some(Experience::Over10)),
            ("1年以内", Some(Experience::Under1)),
            ("经验不限", Some(Experience::Any)),
            ("在校", Some(Experience::Graduate)),
            ("十年以上驾龄", None),
            ("2019年9月", None),
            ("本科", None),
        ] {
            assert_eq!(experience(text, false), expected, "{text}");
        }
    }

    #[test]
    fn the_least_of_what_is_named_is_asked_for() {
        assert_eq!(education("本科/硕士"), Some(Education::Bachelor));
        assert_eq!(education("大专及以上"), Some(Education::Associate));
        assert_eq!(education("Master's or PhD"), Some(Education::Master));
        assert_eq!(education("学历不限"), Some(Education::Any));
        assert_eq!(education("上海"), None);
    }
}
