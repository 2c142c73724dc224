//! Chinese addresses, with or without 省, 市, 区.

use super::fold::stem;
use super::{NAMES, PlaceKind, PlaceRecord, record, within};

/// What follows a name that is a street's: 南京 in 南京西路.
const STREET: &[&str] = &[
    "路",
    "街",
    "大道",
    "大街",
    "东路",
    "西路",
    "南路",
    "北路",
    "中路",
    "东街",
    "西街",
    "南街",
    "北街",
    "中街",
    "巷",
    "弄",
    "一路",
    "二路",
    "三路",
    "四路",
    "环路",
    "大厦",
    "大楼",
    "花园",
    "银行",
    "东大街",
    "西大街",
    "南大街",
    "北大街",
];

/// A run of characters that names places.
struct Hit {
    start: usize,
    /// The name stands with its kind: 徐汇区, not 徐汇.
    full: bool,
    places: Vec<&'static PlaceRecord>,
}

fn hits(text: &str) -> Vec<Hit> {
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let mut hits = Vec::new();
    let mut index = 0;
    'text: while index + 2 < starts.len() {
        for length in (2..=15.min(starts.len() - 1 - index)).rev() {
            let end = starts[index + length];
            let name = &text[starts[index]..end];
            let Some(places) = NAMES.han.get(name) else { continue };
            let full = stem(name) != name;
            if !full && STREET.iter().any(|word| text[end..].starts_with(word)) {
                continue;
            }
            hits.push(Hit {
                start: starts[index],
                full,
                places: places.iter().map(|place| record(*place)).collect(),
            });
            index += length;
            continue 'text;
        }
        index += 1;
    }
    hits
}

pub(super) fn recognise(address: &str) -> Option<&'static PlaceRecord> {
    let text = address.trim_start_matches("中国").trim_start();
    let hits = hits(text);
    let mut best: Option<(Rank, &'static PlaceRecord)> = None;
    for hit in &hits {
        for place in &hit.places {
            let named = |other: &Hit| {
                other.places.iter().any(|named| named.id == place.id)
                    || within(place.id).any(|above| other.places.iter().any(|named| named.id == above.id))
            };
            let supporting: Vec<&Hit> = hits.iter().filter(|other| named(other)).collect();
            // A bare 和平 in the middle of a sentence is a word, not a district.
            let lone = supporting.len() == 1 && !hit.full && hit.start > 0;
            if lone && (place.kind == PlaceKind::District || place.population < 1_000_000) {
                continue;
            }
            let rank = Rank {
                support: supporting.len(),
                early: std::cmp::Reverse(supporting.iter().map(|hit| hit.start).min().unwrap_or(hit.start)),
                // Of what one name may mean, the wider; of two names that agree, support has found the nearer.
                wide: std::cmp::Reverse(match place.kind {
                    PlaceKind::Country | PlaceKind::Province => 0,
                    PlaceKind::Prefecture | PlaceKind::City => 1,
                    PlaceKind::District | PlaceKind::State => 2,
                }),
                weight: place.weight(),
            };
            if best.as_ref().is_none_or(|(top, _)| rank > *top) {
                best = Some((rank, place));
            }
        }
    }
    best.map(|(_, place)| place)
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    support: usize,
    early: std::cmp::Reverse<usize>,
    wide: std::cmp::Reverse<u8>,
    weight: u64,
}
