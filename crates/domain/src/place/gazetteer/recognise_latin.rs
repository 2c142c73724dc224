//! Addresses in Latin letters: "City, State", "City, ST 12345", "City, Country", and New York's own habits.

use super::fold::{latin_key, words};
use super::{NAMES, PlaceKind, PlaceRecord, RECORDS, record};
use crate::place::PlaceId;

const STREET: &[&str] = &[
    "st",
    "street",
    "ave",
    "avenue",
    "av",
    "blvd",
    "boulevard",
    "rd",
    "road",
    "ln",
    "lane",
    "dr",
    "drive",
    "pl",
    "place",
    "plaza",
    "sq",
    "square",
    "hwy",
    "highway",
    "expy",
    "expway",
    "expressway",
    "pkwy",
    "parkway",
    "way",
    "ct",
    "court",
    "terrace",
    "broadway",
    "fl",
    "floor",
    "center",
    "centre",
    "slip",
    "route",
    "suite",
    "room",
    "bldg",
    "box",
    "loop",
];

const FACILITY: &[&str] = &[
    "afb",
    "afs",
    "air force base",
    "naval base",
    "naval station",
    "naval air station",
    "air station",
    "arsenal",
    "proving ground",
    "county",
    "metro area",
    "metropolitan area",
    "airport",
    "area",
    "city",
];

/// Two letters that are English words too count as a state only in capitals.
const WORDS: &[&str] =
    &["in", "or", "me", "hi", "ok", "oh", "de", "la", "id", "ma", "pa", "al", "co", "as", "so"];

const NEW_YORK_CITY: PlaceId = PlaceId(1_000_000 + 5_128_581);

/// What the end of an address narrows to.
#[derive(Clone, Copy, PartialEq)]
enum Region {
    Of(&'static PlaceRecord),
    China,
}

impl Region {
    fn holds(self, place: &PlaceRecord) -> bool {
        match self {
            Self::Of(region) => place.lies_in(region.id),
            Self::China => place.id.0 < 1_000_000,
        }
    }

    fn record(self) -> Option<&'static PlaceRecord> {
        match self {
            Self::Of(region) => Some(region),
            Self::China => None,
        }
    }
}

fn records(key: &str) -> impl Iterator<Item = &'static PlaceRecord> {
    NAMES.latin.get(key).into_iter().flatten().map(|index| record(*index))
}

fn states() -> impl Iterator<Item = &'static PlaceRecord> {
    RECORDS.iter().filter(|record| record.kind == PlaceKind::State)
}

fn city(name: &str, region: Option<Region>) -> Option<&'static PlaceRecord> {
    let key = latin_key(name);
    records(&key)
        .filter(|place| !matches!(place.kind, PlaceKind::Country | PlaceKind::State))
        .filter(|place| region.is_none_or(|region| region.holds(place)))
        .max_by_key(|place| place.weight())
}

fn abbreviated_state(word: &str) -> Option<&'static PlaceRecord> {
    states().find(|state| state.aliases.eq_ignore_ascii_case(word))
}

/// The region that a whole part of the address names. Of Georgia and Georgia, the state.
fn region(part: &str) -> Option<Region> {
    let part = words(part);
    match part.as_str() {
        "china" | "prc" | "p r china" | "pr china" => return Some(Region::China),
        "us" | "usa" | "united states of america" => return country("united states"),
        "uk" | "england" | "scotland" | "wales" | "great britain" => return country("united kingdom"),
        "dc" | "washington dc" => return abbreviated_state("DC").map(Region::Of),
        "korea" | "republic of korea" => return country("south korea"),
        _ => {}
    }
    let regions =
        || records(&part).filter(|place| matches!(place.kind, PlaceKind::Country | PlaceKind::State));
    regions()
        .find(|place| place.kind == PlaceKind::State)
        .or_else(|| regions().next())
        .or_else(|| if part.len() == 2 { abbreviated_state(&part) } else { None })
        .map(Region::Of)
}

fn country(name: &str) -> Option<Region> {
    records(name).find(|place| place.kind == PlaceKind::Country).map(Region::Of)
}

/// Takes postal codes off the end: "NY 10467", "NY10595".
fn without_postcode(part: &str) -> &str {
    part.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == '-' || letter.is_whitespace())
}

/// A state at the end of a part that has more before it: "Brooklyn Ny" → "Brooklyn", New York.
fn trailing_state(part: &str) -> Option<(String, &'static PlaceRecord)> {
    let part = without_postcode(part);
    let folded = words(part);
    let (rest, last) = folded.rsplit_once(' ')?;
    let capital = part
        .trim_end_matches(|letter: char| !letter.is_alphabetic())
        .ends_with(|letter: char| letter.is_uppercase());
    if last.len() != 2 || (WORDS.contains(&last) && !capital) {
        return None;
    }
    Some((rest.to_owned(), abbreviated_state(last)?))
}

fn expanded(part: &str) -> String {
    let folded = words(part);
    let mut text: Vec<&str> = Vec::new();
    for word in folded.split(' ') {
        match word {
            "qns" => text.push("queens"),
            "bx" => text.push("bronx"),
            "lic" => text.push("long island city"),
            "li" => text.push("long island"),
            "si" => text.push("staten island"),
            "is" | "isl" if text.last() == Some(&"staten") => text.push("island"),
            "nyc" => text.push("new york city"),
            other => text.push(other),
        }
    }
    text.join(" ")
}

/// What follows the last street word or number: where an address without commas names its town.
fn tail(part: &str) -> Vec<&str> {
    let all: Vec<&str> = part.split(' ').filter(|word| !word.is_empty()).collect();
    let street = |word: &&str| STREET.contains(word) || word.chars().any(|letter| letter.is_ascii_digit());
    match all.iter().rposition(street) {
        Some(at) => all[at + 1..].to_vec(),
        None => all,
    }
}

fn has_street(part: &str) -> bool {
    tail(part).len() < part.split(' ').filter(|word| !word.is_empty()).count()
}

/// The city that a part names: as a whole, without the word of a facility, or after its street.
fn city_in(part: &str, within: Option<Region>) -> Option<&'static PlaceRecord> {
    let part = expanded(part);
    if let Some(found) = city(&part, within) {
        return Some(found);
    }
    for facility in FACILITY {
        if let Some(name) = part.strip_suffix(facility)
            && let Some(found) = city(name.trim_end(), within)
        {
            return Some(found);
        }
    }
    if within.is_none() && !has_street(&part) {
        return None;
    }
    let tail = tail(&part);
    (0..tail.len()).find_map(|from| city(&tail[from..].join(" "), within))
}

/// A city of half a million that stands anywhere in the text, and not as a street's name.
fn great_city(text: &str) -> Option<&'static PlaceRecord> {
    let text = expanded(text);
    let all: Vec<&str> = text.split(' ').collect();
    (1..=3).rev().find_map(|length| {
        all.windows(length).enumerate().find_map(|(at, window)| {
            // "NYC Highway 30A": the name of a road, also when only a part of the name was matched.
            if all.iter().skip(at + length).take(2).any(|next| STREET.contains(next)) {
                return None;
            }
            let name = window.join(" ");
            if name.len() < 5 {
                return None;
            }
            city(&name, None).filter(|place| place.population >= 500_000)
        })
    })
}

pub(super) fn recognise(address: &str) -> Option<&'static PlaceRecord> {
    let dashed = address.replace(" - ", ",").replace([';', '\n', '(', ')', '|'], ",");
    let mut parts: Vec<String> =
        dashed.split(',').map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect();
    let mut narrowed: Option<Region> = None;
    let mut abbreviated = false;
    let mut repeated = None;
    while parts.len() > 1 {
        let last = without_postcode(&parts[parts.len() - 1]).to_owned();
        if last.is_empty() {
            parts.pop();
            continue;
        }
        let Some(found) = region(&last) else { break };
        // A second region must lie in the first: "Alabama, USA"; the same again is a habit of some sources.
        let fits = narrowed
            .is_none_or(|outer| found == outer || found.record().is_some_and(|inner| outer.holds(inner)));
        if !fits {
            break;
        }
        abbreviated = words(&last).len() == 2;
        repeated = narrowed.filter(|outer| *outer == found).map(|_| last);
        narrowed = Some(found);
        parts.pop();
    }
    let last = parts.pop()?;
    if narrowed.is_none() {
        if let Some(found) = city_in(&last, None).filter(|_| parts.is_empty()) {
            return Some(found);
        }
        if let Some((rest, state)) = trailing_state(&last) {
            return in_region(&parts, &rest, Region::Of(state), true);
        }
        return city_in(&last, None)
            .or_else(|| parts.iter().rev().find_map(|part| city(part, None)))
            .or_else(|| region(&last).and_then(Region::record))
            .or_else(|| great_city(&dashed));
    }
    let region = narrowed?;
    let found = in_region(&parts, &last, region, abbreviated);
    // "120 Broadway, New York, NY": what looked like the state said twice is the city of its name.
    let street = has_street(&words(&last));
    let namesake =
        repeated.filter(|_| street && found == region.record()).and_then(|name| city(&name, narrowed));
    namesake.or(found)
}

fn in_region(
    parts: &[String],
    last: &str,
    region: Region,
    abbreviated: bool,
) -> Option<&'static PlaceRecord> {
    let (last, region) = match trailing_state(last) {
        Some((rest, state)) if region.holds(state) => (rest, Region::Of(state)),
        _ => (last.to_owned(), region),
    };
    if let Some(found) = city_in(&last, Some(region)) {
        return Some(found);
    }
    let new_york =
        region.record().is_some_and(|record| record.kind == PlaceKind::State && record.aliases == "NY");
    let folded = expanded(&last);
    // "110 William St. N Y": with a street alone before it, N.Y. is the city.
    if new_york && abbreviated && has_street(&folded) && tail(&folded).iter().all(|word| word.len() == 1) {
        return super::get(NEW_YORK_CITY);
    }
    parts.iter().rev().find_map(|part| city(part, Some(region))).or_else(|| region.record())
}
