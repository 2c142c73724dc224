//! The off-line gazetteer: the divisions of China to the county, and the world's cities over 15,000 people.
//!
//! The data is made by `cargo xtask gen-gazetteer` into `crates/domain/gazetteer/` and embedded. What a key stands for
//! is parsed at the first question for one; what places are called, five times as large, at the first question by
//! name. Sources and licences: docs/DATA-SOURCES.md.

mod find;
mod fold;
mod load;
mod recognise;
mod recognise_han;
mod recognise_latin;

pub use find::find;
pub use recognise::recognise;

use super::{PlaceId, Point};
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

/// What a place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlaceKind {
    /// A country other than mainland China.
    Country,
    /// A state of the US.
    State,
    /// 省级: a province, autonomous region, special region or municipality.
    Province,
    /// 地级
    Prefecture,
    /// 县级
    District,
    /// A city elsewhere.
    City,
}

/// A place of the gazetteer.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaceRecord {
    /// Key.
    pub id: PlaceId,
    /// What it is.
    pub kind: PlaceKind,
    name_zh: &'static str,
    name_en: Cow<'static, str>,
    /// The syllables of the Chinese name, for divisions of China; else empty.
    pinyin: &'static str,
    /// Other names, `|` between them.
    aliases: &'static str,
    /// Its centre (WGS-84).
    pub point: Point,
    /// The point is that of what it lies in, or of its largest city.
    pub approximate: bool,
    /// People, in round thousands; 0 where not known.
    pub population: u32,
    parent: Option<PlaceId>,
}

impl PlaceRecord {
    /// Name in Chinese; the English one where none is known.
    pub fn name_zh(&self) -> &str {
        if self.name_zh.is_empty() { &self.name_en } else { self.name_zh }
    }

    /// Name in English.
    pub fn name_en(&self) -> &str {
        &self.name_en
    }

    /// Whether it is too wide for its point to say where something in it is: a country, a state, a province that is
    /// no municipality.
    pub fn is_region(&self) -> bool {
        match self.kind {
            PlaceKind::Country | PlaceKind::State => true,
            PlaceKind::Province => !self.is_municipality(),
            _ => false,
        }
    }

    fn is_municipality(&self) -> bool {
        self.kind == PlaceKind::Province && matches!(self.id.0, 110_000 | 120_000 | 310_000 | 500_000)
    }

    /// What counts when two places share a name: people, and that a district of a large city is sooner meant.
    fn weight(&self) -> u64 {
        let own = u64::from(self.population);
        match self.kind {
            PlaceKind::Province | PlaceKind::Prefecture => own + 5_000_000,
            PlaceKind::District => {
                let around = self.parent.and_then(get).map_or(0, |parent| u64::from(parent.population));
                own + around / 10 + 100_000
            }
            PlaceKind::Country | PlaceKind::State | PlaceKind::City => own,
        }
    }

    fn lies_in(&self, region: PlaceId) -> bool {
        self.id == region || within(self.id).any(|parent| parent.id == region)
    }
}

/// What places are called, and the indexes of those that are called so.
struct Names {
    /// Folded names without spaces, for prefixes, in their order.
    keys: Vec<find::Key>,
    /// Chinese names and stems.
    han: HashMap<&'static str, Vec<u32>>,
    /// Folded Latin names with single spaces.
    latin: HashMap<String, Vec<u32>>,
    /// Municipalities and prefectures, largest first.
    largest: Vec<u32>,
}

/// In the order of their ids.
static RECORDS: LazyLock<Vec<PlaceRecord>> = LazyLock::new(load::records);
static NAMES: LazyLock<Names> = LazyLock::new(|| load::names(&RECORDS));

fn record(index: u32) -> &'static PlaceRecord {
    &RECORDS[index as usize]
}

/// The place of a key.
pub fn get(id: PlaceId) -> Option<&'static PlaceRecord> {
    RECORDS.binary_search_by_key(&id, |record| record.id).ok().map(|index| &RECORDS[index])
}

/// What a place lies in, nearest first.
pub fn within(id: PlaceId) -> impl Iterator<Item = &'static PlaceRecord> {
    let parent = |record: &&'static PlaceRecord| record.parent.and_then(get);
    std::iter::successors(get(id).and_then(|record| parent(&record)), parent)
}

/// The district or city whose centre is nearest, within 50 km.
pub fn nearest(point: Point) -> Option<&'static PlaceRecord> {
    let km = |record: &&PlaceRecord| record.point.distance_km(point);
    let close = |record: &&PlaceRecord| {
        // A degree of latitude is 111 km: most of the world is ruled out without a sine.
        !record.is_region() && !record.approximate && (record.point.lat - point.lat).abs() < 0.45
    };
    RECORDS
        .iter()
        .filter(close)
        .min_by(|one, other| km(one).total_cmp(&km(other)))
        .filter(|one| km(one) < 50.0)
}

/// All places, in the order of their ids.
pub fn all() -> &'static [PlaceRecord] {
    &RECORDS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_has_a_point_and_a_name_and_known_parents() {
        assert!(all().len() > 35_000);
        for record in all() {
            assert!(record.point.is_valid(), "{record:?}");
            assert!(!record.name_zh().is_empty() && !record.name_en().is_empty(), "{record:?}");
            if let Some(parent) = record.parent {
                assert!(get(parent).is_some(), "{record:?}");
            }
        }
        assert!(all().windows(2).all(|pair| pair[0].id < pair[1].id));
    }

    #[test]
    fn a_district_lies_in_its_city_and_province() {
        let names = |id| within(PlaceId(id)).map(PlaceRecord::name_zh).collect::<Vec<_>>();
        assert_eq!(names(440_305), ["深圳市", "广东省"]);
        assert_eq!(names(310_104), ["上海市"]);
        assert_eq!(names(429_004), ["湖北省"]);
        assert_eq!(names(1_000_000 + 5_110_302), ["纽约州", "美国"]);
        assert_eq!(names(1_000_000 + 1_819_729), ["香港特别行政区"]);
        assert!(names(999_999).is_empty());
    }

    #[test]
    fn a_point_is_named_after_the_nearest_district() {
        let name = |lat, lon| nearest(Point { lat, lon }).map(PlaceRecord::name_zh);
        assert_eq!(name(31.1885, 121.4365), Some("徐汇区"));
        assert_eq!(name(30.0, -40.0), None);
    }

    #[test]
    fn inner_districts_have_points_of_their_own() {
        for (one, other) in [(310_104, 310_101), (440_106, 440_103), (510_107, 510_105), (110_108, 110_105)] {
            let (Some(one), Some(other)) = (get(PlaceId(one)), get(PlaceId(other))) else {
                panic!("unknown")
            };
            assert!(!one.approximate && !other.approximate);
            let apart = one.point.distance_km(other.point);
            assert!((1.0..40.0).contains(&apart), "{} {} {apart}", one.name_zh(), other.name_zh());
        }
    }
}
