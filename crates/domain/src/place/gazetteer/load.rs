//! Reading the embedded tables.

use super::fold::{compact, latin_key, stem};
use super::{Names, PlaceKind, PlaceRecord, find};
use crate::place::{PlaceId, Point};
use std::borrow::Cow;
use std::collections::HashMap;

const CHINA: &str = include_str!("../../../gazetteer/china.tsv");
const WORLD: &str = include_str!("../../../gazetteer/world.tsv");

fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect())
}

fn number<T: std::str::FromStr + Default>(row: &[&str], column: usize) -> T {
    row.get(column).and_then(|cell| cell.parse().ok()).unwrap_or_default()
}

fn romanised(pinyin: &str) -> String {
    let mut text = String::with_capacity(pinyin.len());
    for (index, syllable) in pinyin.split(' ').enumerate() {
        if index > 0 && syllable.starts_with(['a', 'e', 'o']) {
            text.push('\'');
        }
        text.push_str(syllable);
    }
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

fn china() -> Vec<PlaceRecord> {
    let mut records: Vec<PlaceRecord> = rows(CHINA)
        .map(|row| {
            let code: u32 = number(&row, 0);
            let kind = match code {
                code if code.is_multiple_of(10_000) => PlaceKind::Province,
                code if code.is_multiple_of(100) => PlaceKind::Prefecture,
                _ => PlaceKind::District,
            };
            let column = |index: usize| row.get(index).copied().unwrap_or_default();
            let english = column(2);
            PlaceRecord {
                id: PlaceId(code),
                kind,
                name_zh: column(1),
                name_en: if english.is_empty() {
                    romanised(column(3)).into()
                } else {
                    Cow::Borrowed(english)
                },
                pinyin: column(3),
                aliases: "",
                point: Point { lat: number(&row, 4), lon: number(&row, 5) },
                approximate: column(7) == "a",
                population: number::<u32>(&row, 6) * 1000,
                parent: None,
            }
        })
        .collect();
    records.sort_by_key(|record| record.id);
    let ids: Vec<PlaceId> = records.iter().map(|record| record.id).collect();
    for record in &mut records {
        let code = record.id.0;
        let above = [code - code % 100, code - code % 10_000];
        record.parent =
            above.into_iter().map(PlaceId).find(|id| *id != record.id && ids.binary_search(id).is_ok());
    }
    records
}

/// Hong Kong, Macao and Taiwan: their cities lie in these divisions.
fn special_region(country: &str) -> Option<PlaceId> {
    match country {
        "TW" => Some(PlaceId(710_000)),
        "HK" => Some(PlaceId(810_000)),
        "MO" => Some(PlaceId(820_000)),
        _ => None,
    }
}

fn world() -> Vec<PlaceRecord> {
    let mut records: Vec<PlaceRecord> = Vec::new();
    let (mut country, mut around, mut id) = (None, None, 0_u32);
    for row in rows(WORLD) {
        let column = |index: usize| row.get(index).copied().unwrap_or_default();
        if matches!(column(0), "C" | "S") {
            let state = column(0) == "S";
            id = 0;
            let key = PlaceId(1_000_000 + number::<u32>(&row, 4));
            if !state {
                country = special_region(column(1)).or(Some(key));
            }
            around = if state { Some(key) } else { country };
            if around == Some(key) {
                records.push(PlaceRecord {
                    id: key,
                    kind: if state { PlaceKind::State } else { PlaceKind::Country },
                    name_zh: column(2),
                    name_en: Cow::Borrowed(column(3)),
                    pinyin: "",
                    aliases: column(1),
                    point: Point { lat: 0.0, lon: 0.0 },
                    approximate: true,
                    population: 0,
                    parent: if state { country } else { None },
                });
            }
            continue;
        }
        id += u32::from_str_radix(column(0), 36).unwrap_or_default();
        records.push(PlaceRecord {
            id: PlaceId(1_000_000 + id),
            kind: PlaceKind::City,
            name_zh: column(2),
            name_en: Cow::Borrowed(column(1)),
            pinyin: "",
            aliases: column(6),
            point: Point { lat: number(&row, 3), lon: number(&row, 4) },
            approximate: false,
            population: number::<u32>(&row, 5) * 1000,
            parent: around,
        });
    }
    lend_points(&mut records);
    records
}

/// A state's and a country's point is its largest city's.
fn lend_points(records: &mut [PlaceRecord]) {
    let mut largest: HashMap<PlaceId, (u32, Point)> = HashMap::new();
    let parents: HashMap<PlaceId, PlaceId> =
        records.iter().filter_map(|record| Some((record.id, record.parent?))).collect();
    for record in records.iter().filter(|record| record.kind == PlaceKind::City) {
        let mut above = record.parent;
        while let Some(region) = above {
            let entry = largest.entry(region).or_insert((0, record.point));
            if record.population > entry.0 {
                *entry = (record.population, record.point);
            }
            above = parents.get(&region).copied();
        }
    }
    for record in records.iter_mut().filter(|record| record.kind != PlaceKind::City) {
        if let Some((_, point)) = largest.get(&record.id) {
            record.point = *point;
        }
    }
}

/// All places, in the order of their ids.
pub(super) fn records() -> Vec<PlaceRecord> {
    let mut records = china();
    records.extend(world());
    // A city state is a city and a country under one id; the city has the point and the people.
    records.sort_by_key(|record| (record.id, record.kind != PlaceKind::City));
    records.dedup_by_key(|record| record.id);
    records.shrink_to_fit();
    records
}

/// What they are called.
pub(super) fn names(records: &'static [PlaceRecord]) -> Names {
    let mut han: HashMap<&'static str, Vec<u32>> = HashMap::new();
    let mut latin: HashMap<String, Vec<u32>> = HashMap::new();
    let mut keys = Vec::with_capacity(records.len() * 3);
    for (index, record) in records.iter().enumerate() {
        let Ok(index) = u32::try_from(index) else { break };
        if !record.name_zh.is_empty() {
            let stem = match record.kind {
                PlaceKind::State => record.name_zh.strip_suffix('州').unwrap_or(record.name_zh),
                _ => stem(record.name_zh),
            };
            for name in [record.name_zh, stem] {
                let places = han.entry(name).or_default();
                if places.last() != Some(&index) {
                    places.push(index);
                }
                keys.push(find::Key::new(compact(name), index, false));
            }
        }
        let aliases = if record.kind == PlaceKind::City { record.aliases } else { "" };
        for name in
            std::iter::once(&*record.name_en).chain(aliases.split('|')).filter(|name| !name.is_empty())
        {
            latin.entry(latin_key(name)).or_default().push(index);
            keys.push(find::Key::new(compact(name), index, false));
        }
        if !record.pinyin.is_empty() {
            let spoken = record.pinyin.replace(' ', "");
            if spoken != compact(&record.name_en) {
                latin.entry(spoken.clone()).or_default().push(index);
                keys.push(find::Key::new(spoken, index, false));
            }
            let initials = record.pinyin.split(' ').filter_map(|syllable| syllable.chars().next()).collect();
            keys.push(find::Key::new(initials, index, true));
        }
    }
    keys.sort();
    keys.dedup();
    let mut largest: Vec<u32> = (0..).take(records.len()).collect();
    largest.retain(|index| {
        let record = &records[*index as usize];
        record.kind == PlaceKind::Prefecture || record.is_municipality()
    });
    largest.sort_by_key(|index| std::cmp::Reverse(records[*index as usize].population));
    Names { keys, han, latin, largest }
}
