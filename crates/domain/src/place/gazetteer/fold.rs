//! Names as they are compared.

use unicode_normalization::UnicodeNormalization;

/// Kinds at the end of Chinese names, longest first.
const SUFFIXES: &[&str] = &[
    "特别行政区",
    "维吾尔自治区",
    "壮族自治区",
    "回族自治区",
    "自治区",
    "自治州",
    "自治县",
    "自治旗",
    "林区",
    "新区",
    "地区",
    "省",
    "市",
    "区",
    "县",
    "旗",
    "盟",
];

/// The Chinese name without its kind; at least two characters stay.
pub(super) fn stem(name: &str) -> &str {
    SUFFIXES
        .iter()
        .find_map(|suffix| name.strip_suffix(suffix).filter(|rest| rest.chars().count() >= 2))
        .unwrap_or(name)
}

/// Lower-case words without accents, one space between them; letters that stood alone between dots or spaces are
/// one word ("N.Y." → "ny").
pub(super) fn words(text: &str) -> String {
    let mut words: Vec<String> = vec![String::new()];
    for letter in text.nfd() {
        let letter = match letter {
            'ı' | 'İ' => 'i',
            'ø' | 'Ø' => 'o',
            'ł' | 'Ł' => 'l',
            'đ' | 'Đ' => 'd',
            other => other.to_lowercase().next().unwrap_or(other),
        };
        if letter.is_alphanumeric() {
            if let Some(word) = words.last_mut() {
                word.push(letter);
            }
        } else if !matches!(letter, '\'' | '’' | '‘' | 'ʻ' | 'ʼ' | '\u{300}'..='\u{36f}')
            && words.last().is_some_and(|word| !word.is_empty())
        {
            words.push(String::new());
        }
    }
    let mut joined: Vec<String> = Vec::with_capacity(words.len());
    let mut alone = false;
    for word in words.into_iter().filter(|word| !word.is_empty()) {
        let single = word.len() == 1 && word.as_bytes()[0].is_ascii_alphabetic();
        match joined.last_mut() {
            Some(last) if single && alone => last.push_str(&word),
            _ => joined.push(word),
        }
        alone = single;
    }
    joined.join(" ")
}

/// [`words`] without the spaces: what is compared while someone types.
pub(super) fn compact(text: &str) -> String {
    words(text).replace(' ', "")
}

/// [`words`] with the forms of "Saint", "Fort" and "Mount" made one.
pub(super) fn latin_key(text: &str) -> String {
    let words = words(text);
    for (long, short) in [("saint ", "st "), ("fort ", "ft "), ("mount ", "mt ")] {
        if let Some(rest) = words.strip_prefix(long) {
            return format!("{short}{rest}");
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fold() {
        assert_eq!(words("São  Paulo"), "sao paulo");
        assert_eq!(words("110 William St. N Y"), "110 william st ny");
        assert_eq!(words("Xi’an"), "xian");
        assert_eq!(words("31-00 47 Ave, 3 FL, L.I.C."), "31 00 47 ave 3 fl lic");
        assert_eq!(compact("徐汇 区"), "徐汇区");
        assert_eq!(latin_key("Saint Paul"), latin_key("St. Paul"));
        assert_eq!(stem("浦东新区"), "浦东");
        assert_eq!(stem("赵县"), "赵县");
    }
}
