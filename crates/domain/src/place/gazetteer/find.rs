//! Finding a place while its name is typed.

use super::fold::compact;
use super::{NAMES, PlaceKind, PlaceRecord, RECORDS, record};
use std::collections::HashMap;

/// A name to find a place by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    text: Box<str>,
    record: u32,
    /// First letters of the syllables only: `sh` for 上海.
    initials: bool,
}

impl Key {
    pub(super) fn new(text: String, record: u32, initials: bool) -> Self {
        Self { text: text.into(), record, initials }
    }
}

/// How well a name fits, best last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Inside,
    InRegion,
    Initials,
    Start,
    Whole,
}

fn note(found: &mut HashMap<u32, Fit>, index: u32, fit: Fit) {
    let best = found.entry(index).or_insert(fit);
    *best = (*best).max(fit);
}

/// Places whose Chinese, English or pinyin name begins with the text, then those that have it inside; large ones
/// first. A province, a state or a country stands for its cities. Without text the largest cities of China.
pub fn find(text: &str, limit: usize) -> Vec<&'static PlaceRecord> {
    let names = &*NAMES;
    let typed = compact(text);
    if typed.is_empty() {
        return names.largest.iter().take(limit).map(|index| record(*index)).collect();
    }
    let mut found: HashMap<u32, Fit> = HashMap::new();
    let mut regions = Vec::new();
    let from = names.keys.partition_point(|key| *key.text < *typed);
    for key in names.keys[from..].iter().take_while(|key| key.text.starts_with(&typed)) {
        let whole = *key.text == *typed;
        if record(key.record).is_region() {
            if !key.initials && (whole || typed.chars().count() >= 2) {
                regions.push(record(key.record).id);
            }
        } else if key.initials {
            if whole {
                note(&mut found, key.record, Fit::Initials);
            }
        } else {
            note(&mut found, key.record, if whole { Fit::Whole } else { Fit::Start });
        }
    }
    if !regions.is_empty() {
        let towns = RECORDS.iter().enumerate().filter(|(_, place)| {
            matches!(place.kind, PlaceKind::Prefecture | PlaceKind::City) && place.population >= 100_000
        });
        for (index, place) in towns {
            if regions.iter().any(|region| place.lies_in(*region)) {
                note(&mut found, u32::try_from(index).unwrap_or(u32::MAX), Fit::InRegion);
            }
        }
    }
    if found.len() < limit && typed.chars().count() >= 2 {
        for key in names.keys.iter().filter(|key| !key.initials && key.text.contains(&typed)) {
            if !record(key.record).is_region() {
                note(&mut found, key.record, Fit::Inside);
            }
        }
    }
    let mut places: Vec<(Fit, u64, &PlaceRecord)> =
        found.into_iter().map(|(index, fit)| (fit, record(index).weight(), record(index))).collect();
    places.sort_by_key(|(fit, weight, place)| (std::cmp::Reverse((*fit, *weight)), place.id));
    places.into_iter().take(limit).map(|(_, _, place)| place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(text: &str) -> &'static str {
        find(text, 5).first().map_or("", |place| place.name_zh())
    }

    #[test]
    fn chinese_english_and_pinyin_find_the_same_place() {
        for text in ["上海", "上海市", "Shanghai", "shang hai", "shangh"] {
            assert_eq!(first(text), "上海市", "{text}");
        }
        for text in ["徐汇", "徐汇区", "xuhui", "Xu Hui"] {
            assert_eq!(first(text), "徐汇区", "{text}");
        }
        for text in ["哈尔滨", "Harbin", "haerbin"] {
            assert_eq!(first(text), "哈尔滨市", "{text}");
        }
        assert!(find("bj", 5).iter().any(|place| place.name_zh() == "北京市"));
        for text in ["纽约", "new york", "nyc"] {
            assert_eq!(first(text), "纽约", "{text}");
        }
        assert_eq!(first("sao paulo"), "圣保罗");
    }

    #[test]
    fn the_larger_of_one_name_comes_first() {
        assert_eq!(find("朝阳区", 5).first().map(|place| place.id.0), Some(110_105));
        assert_eq!(find("london", 5).first().map(|place| place.id.0), Some(1_000_000 + 2_643_743));
    }

    #[test]
    fn a_province_stands_for_its_cities() {
        let names: Vec<_> = find("浙江", 20).iter().map(|place| place.name_zh()).collect();
        assert!(names.contains(&"杭州市") && names.contains(&"宁波市"), "{names:?}");
        assert!(!names.contains(&"浙江省"));
    }

    #[test]
    fn without_text_the_largest_cities() {
        let names: Vec<_> = find("", 10).iter().map(|place| place.name_zh()).collect();
        for city in ["上海市", "北京市", "深圳市", "广州市"] {
            assert!(names.contains(&city), "{names:?}");
        }
        assert_eq!(find("", 3).len(), 3);
        assert!(find("zzqqxx", 5).is_empty());
    }
}
