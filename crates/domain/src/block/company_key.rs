//! Which company a name means.

use crate::clipboard::is_han;
use unicode_normalization::UnicodeNormalization;

/// What is left of a company's name when everything is taken away that people write in one way or another.
///
/// Two names with one key are taken for one company. It leans to taking too many for one: a company too many that sees
/// nothing costs a chance, one too few breaks the promise (S-VIS-08). In this order:
///
/// 1. Full-width and other compatibility forms become the plain ones (NFKC), capitals small.
/// 2. Brackets of any kind, spaces and punctuation go. What is in the brackets stays: 示例（上海）有限公司 and
///    示例（北京）有限公司 are two companies.
/// 3. A branch is its company, since a 分公司 is no legal person of its own: what follows the last 公司 before a final
///    分公司 goes.
/// 4. The legal form at the end goes, as often as there is one: 有限责任公司, 股份有限公司, 集团, Co., Ltd., Inc., GmbH, …
///    Latin ones only as words of their own (Zinc is no Inc). Nothing goes that would leave less than two characters.
///
/// What it does not know: short names and trade names (the server gives each name of a company a key), translations,
/// and traditional characters for simplified ones.
///
/// The key is still the name of a company that a seeker hides from. Whoever stores it stores a keyed hash of
/// [`CompanyKey::as_bytes`]. Its `Debug` shows nothing.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CompanyKey(String);

/// Legal forms in Chinese; one that ends like another stands before it.
const FORMS: &[&str] = &[
    "有限责任公司",
    "股份有限公司",
    "有限公司",
    "股份公司",
    "总公司",
    "公司",
    "特殊普通合伙",
    "普通合伙",
    "有限合伙",
    "集团",
    "股份",
];

/// Legal forms in Latin letters, as words.
const FORM_WORDS: &[&str] = &[
    "co",
    "coltd",
    "company",
    "corp",
    "corporation",
    "inc",
    "incorporated",
    "ltd",
    "limited",
    "llc",
    "llp",
    "lp",
    "plc",
    "pte",
    "pty",
    "gmbh",
    "ag",
    "kg",
    "se",
    "sa",
    "sarl",
    "srl",
    "bv",
    "nv",
    "ab",
    "oy",
    "kk",
    "group",
];

impl CompanyKey {
    /// The key of a name; `None` when it has less than two letters or digits.
    pub fn of(name: &str) -> Option<Self> {
        let plain: String = name.nfkc().flat_map(char::to_lowercase).collect();
        let mut words = words(&plain);
        if let Some(last) = words.last_mut()
            && let Some(branch) = last.strip_suffix("分公司")
            && let Some(at) = branch.rfind("公司")
        {
            last.truncate(at + "公司".len());
        }
        while drop_form(&mut words) {}
        let key = words.concat();
        (key.chars().count() >= 2).then_some(Self(key))
    }

    /// What is hashed.
    pub fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl std::fmt::Debug for CompanyKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("CompanyKey(<redacted>)")
    }
}

/// The name in pieces: words of other scripts one by one, and Chinese between two of them as one piece, whatever
/// separates its characters. A dot behind a single letter ends no word (S.A.).
fn words(plain: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let (mut is_open, mut since_dot) = (false, 0);
    for letter in plain.chars() {
        if !letter.is_alphanumeric() {
            is_open &= letter == '.' && since_dot == 1;
            since_dot = 0;
            continue;
        }
        match words.last_mut() {
            Some(word) if word.ends_with(is_han) && is_han(letter) => word.push(letter),
            Some(word) if is_open && !word.ends_with(is_han) && !is_han(letter) => word.push(letter),
            _ => words.push(letter.into()),
        }
        is_open = true;
        since_dot += 1;
    }
    words
}

/// Takes one legal form off the end; false when there is none, or too little would be left.
fn drop_form(words: &mut Vec<String>) -> bool {
    let Some((last, before)) = words.split_last() else { return false };
    let stem = if FORM_WORDS.contains(&last.as_str()) {
        ""
    } else if let Some(stem) = FORMS.iter().find_map(|form| last.strip_suffix(form)) {
        stem
    } else {
        return false;
    };
    let left: usize = before.iter().map(|word| word.chars().count()).sum::<usize>() + stem.chars().count();
    if left < 2 {
        return false;
    }
    let stem = stem.to_owned();
    words.pop();
    if !stem.is_empty() {
        words.push(stem);
    }
    true
}

#[cfg(test)]
#[path = "company_key_tests.rs"]
mod tests;
