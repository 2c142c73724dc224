//! Places in a text: behind a label, or as pieces of their own.

use super::words::{has_han, is_company, is_position, is_school};
use crate::place::{PlaceId, gazetteer};

/// The place that a short text names behind a label: "上海市徐汇区漕溪北路331号".
pub(super) fn place(text: &str) -> Option<PlaceId> {
    let short: String = text.chars().take(60).collect();
    gazetteer::recognise(&short).map(|place| place.id)
}

/// The place that a short text is, and nothing more than a street or a quarter beside it: "上海·徐汇区", "Seattle, WA".
pub(super) fn only_place(text: &str) -> Option<PlaceId> {
    let length = text.chars().count();
    if !(2..=40).contains(&length) || is_school(text) || is_company(text) || is_position(text) {
        return None;
    }
    if text.contains(|letter: char| letter.is_ascii_digit() || "。；，:+%".contains(letter)) {
        return None;
    }
    if !has_han(text) {
        let capital = |word: &str| word.starts_with(|first: char| first.is_uppercase());
        let words = || text.split([' ', ',', '/', '-', '·']).filter(|word| !word.is_empty());
        if length < 4 || words().count() > 5 || !words().all(capital) {
            return None;
        }
        let found = gazetteer::recognise(text)?;
        let first = |name: &str| name.split([' ', ',']).next().unwrap_or_default().to_lowercase();
        let names = std::iter::once(found).chain(gazetteer::within(found.id));
        return names.into_iter().any(|place| first(place.name_en()) == first(text)).then_some(found.id);
    }
    let apart: String =
        text.chars().map(|letter| if "·-—/ ".contains(letter) { ' ' } else { letter }).collect();
    if length > 16 || ["路", "街", "号", "楼"].iter().any(|end| apart.ends_with(end)) && length > 8 {
        return None;
    }
    let found = gazetteer::recognise(&apart)?;
    let start: String = apart.trim_start_matches("中国").chars().take(2).collect();
    let mut names = std::iter::once(found).chain(gazetteer::within(found.id));
    names.any(|place| place.name_zh().starts_with(&start)).then_some(found.id)
}
