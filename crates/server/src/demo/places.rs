//! Where demo companies work: districts of real cities, streets that are invented.

use super::dice::Dice;
use zhitu_domain::job::Workplace;
use zhitu_domain::place::gazetteer::{self, PlaceKind, PlaceRecord};
use zhitu_domain::place::{PlaceId, Point};

const STREETS: &[&str] = &[
    "新苗路",
    "听雨街",
    "云桥大道",
    "松果路",
    "晚风街",
    "拾光路",
    "青石板街",
    "向阳大道",
    "萤火路",
    "小满街",
    "谷雨路",
    "星河大道",
];

/// How far from a district's centre a workplace may be, in degrees of latitude.
const SPREAD: f64 = 0.018;

/// How far from the city's centre a district is still where offices are.
const TOWN_KM: f64 = 35.0;

/// Districts of a city in which a company may sit.
pub(super) fn districts(city: PlaceId) -> Vec<&'static PlaceRecord> {
    let Some(centre) = gazetteer::get(city) else { return Vec::new() };
    let mut found: Vec<&PlaceRecord> = gazetteer::all()
        .iter()
        .filter(|place| place.kind == PlaceKind::District && !place.approximate)
        .filter(|place| gazetteer::within(place.id).any(|parent| parent.id == city))
        .filter(|place| place.point.distance_km(centre.point) < TOWN_KM)
        .collect();
    if found.is_empty() {
        found.push(centre);
    }
    found
}

/// An invented address in one of the districts.
pub(super) fn workplace(dice: &mut Dice, districts: &[&'static PlaceRecord], remote: bool) -> Workplace {
    let place = *dice.one_of(districts);
    let around: Vec<&str> =
        gazetteer::within(place.id).filter(|parent| !parent.is_region()).map(PlaceRecord::name_zh).collect();
    let (around, street) = (around.into_iter().rev().collect::<String>(), *dice.one_of(STREETS));
    let address = format!("{around}{}{street}{}号", place.name_zh(), 1 + dice.below(680));
    let shift = |dice: &mut Dice| (dice.part() + dice.part() - 1.0) * SPREAD;
    let round = |degrees: f64| (degrees * 1e5).round() / 1e5;
    let point =
        Point { lat: round(place.point.lat + shift(dice)), lon: round(place.point.lon + shift(dice)) };
    Workplace { place: Some(place.id), address, point: Some(point), remote }
}
