//! Workplaces of files.

use super::report::Placed;
use zhitu_domain::job::Workplace;
use zhitu_domain::place::gazetteer::{PlaceRecord, recognise};

/// A workplace at the place that an address names, if it names one.
pub(super) fn workplace(address: String, remote: bool) -> (Workplace, Placed) {
    let found = recognise(&address);
    at(found, address, remote)
}

/// A workplace at a place that was found, or not.
pub(super) fn at(found: Option<&'static PlaceRecord>, address: String, remote: bool) -> (Workplace, Placed) {
    let placed = match found {
        Some(place) if place.is_region() => Placed::Region,
        Some(_) => Placed::City,
        None if remote => Placed::Remote,
        None if address.is_empty() => Placed::Absent,
        None => Placed::Unknown,
    };
    let point = found.filter(|place| !place.is_region()).map(|place| place.point);
    (Workplace { place: found.map(|place| place.id), address, point, remote }, placed)
}

/// Of several locations, the first that is a city or nearer, else the first that is anything.
pub(super) fn first_of<'a>(locations: impl Iterator<Item = &'a str>) -> Option<&'static PlaceRecord> {
    let mut region = None;
    for location in locations {
        match recognise(location) {
            Some(place) if place.is_region() => region = region.or(Some(place)),
            Some(place) => return Some(place),
            None => {}
        }
    }
    region
}

/// Whether a location says that the work is done from anywhere.
pub(super) fn is_anywhere(location: &str) -> bool {
    let location = location.to_lowercase();
    ["anywhere", "remote", "telecommut", "work from home", "远程", "居家办公"]
        .iter()
        .any(|word| location.contains(word))
}
