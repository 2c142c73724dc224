//! The grid cell that leaves the device in place of a position.

use super::Point;
use super::nearby::ROUNDING_KM;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use ts_rs::TS;
use utoipa::ToSchema;

/// A cell of the geohash grid with six characters: 0.6 km from south to north and, at the equator, 1.2 km from west to
/// east.
///
/// What the server learns of where somebody is (R6). Its text is the geohash in lower case, the only form accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS, ToSchema)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
#[schema(value_type = String, pattern = "^[0-9b-hjkmnp-z]{6}$", example = "wtw3sj")]
pub struct GeoCell(
    /// The geohash's 30 bits, the first in the highest place.
    u32,
);

/// A text is no geohash of six characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a geohash of six characters")]
pub struct GeoCellError;

/// Where a cell ends, in WGS-84 degrees. What lies on an edge between two cells belongs to the northern and the eastern
/// one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CellBounds {
    /// Latitude of the southern edge.
    pub south: f64,
    /// Latitude of the northern edge.
    pub north: f64,
    /// Longitude of the western edge.
    pub west: f64,
    /// Longitude of the eastern edge; 180 for the cells at the antimeridian, never −180.
    pub east: f64,
}

/// Characters of a cell's geohash.
const CHARACTERS: u32 = 6;
/// Bits of a character.
const CHARACTER_BITS: u32 = 5;
/// Bits of a cell.
const BITS: u32 = CHARACTERS * CHARACTER_BITS;
/// What stands for each five bits: digits and letters without a, i, l and o.
const ALPHABET: &[u8; 32] = b"0123456789bcdefghjkmnpqrstuvwxyz";

impl CellBounds {
    const WORLD: Self = Self { south: -90.0, north: 90.0, west: -180.0, east: 180.0 };

    /// Whether a bit halves from west to east; the others halve from south to north. They take turns.
    const fn is_of_longitude(bit: u32) -> bool {
        bit.is_multiple_of(2)
    }

    /// Where the next bit halves. Halves of halves of 180 are exact, so no rounding moves an edge.
    fn middle(self, bit: u32) -> f64 {
        let (low, high) =
            if Self::is_of_longitude(bit) { (self.west, self.east) } else { (self.south, self.north) };
        f64::midpoint(low, high)
    }

    fn half(self, bit: u32, upper: bool) -> Self {
        let middle = self.middle(bit);
        match (Self::is_of_longitude(bit), upper) {
            (true, true) => Self { west: middle, ..self },
            (true, false) => Self { east: middle, ..self },
            (false, true) => Self { south: middle, ..self },
            (false, false) => Self { north: middle, ..self },
        }
    }
}

impl GeoCell {
    /// The cell that a point is in; `None` for a point that is not valid ([`Point::is_valid`]), which is nowhere.
    pub fn of(point: Point) -> Option<Self> {
        if !point.is_valid() {
            return None;
        }
        let mut bounds = CellBounds::WORLD;
        let mut bits = 0;
        for bit in 0..BITS {
            let degrees = if CellBounds::is_of_longitude(bit) { point.lon } else { point.lat };
            let upper = degrees >= bounds.middle(bit);
            bounds = bounds.half(bit, upper);
            bits = (bits << 1) | u32::from(upper);
        }
        Some(Self(bits))
    }

    /// Where it ends.
    pub fn bounds(self) -> CellBounds {
        (0..BITS)
            .fold(CellBounds::WORLD, |bounds, bit| bounds.half(bit, (self.0 >> (BITS - 1 - bit)) & 1 == 1))
    }

    /// Its middle by degrees: what the server measures from.
    pub fn centre(self) -> Point {
        let bounds = self.bounds();
        Point { lat: f64::midpoint(bounds.south, bounds.north), lon: f64::midpoint(bounds.west, bounds.east) }
    }

    /// The greatest distance in kilometres from the centre to a point of the cell: 0.7 at the equator, 0.3 at a pole.
    ///
    /// Distance grows along an edge towards its ends, so the farthest point is a corner: one of those nearer to the
    /// equator, where the cell is widest.
    pub fn half_diagonal_km(self) -> f64 {
        let bounds = self.bounds();
        let to_corner = |lat| self.centre().distance_km(Point { lat, lon: bounds.west });
        to_corner(bounds.south).max(to_corner(bounds.north))
    }
}

impl GeoCell {
    /// The radius round the centre, in kilometres, that holds all that is within `radius_km` of any point of the cell.
    pub fn centre_radius_km(self, radius_km: f64) -> f64 {
        radius_km + self.half_diagonal_km() + 2.0 * ROUNDING_KM
    }
}

impl fmt::Display for GeoCell {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        (0..CHARACTERS).rev().try_for_each(|place| {
            let character = (self.0 >> (place * CHARACTER_BITS)) & ((1 << CHARACTER_BITS) - 1);
            write!(formatter, "{}", char::from(ALPHABET[character as usize]))
        })
    }
}

impl FromStr for GeoCell {
    type Err = GeoCellError;

    fn from_str(text: &str) -> Result<Self, GeoCellError> {
        if text.len() != CHARACTERS as usize {
            return Err(GeoCellError);
        }
        let bits = text.bytes().try_fold(0, |bits, byte| {
            let place =
                (0..).zip(ALPHABET).find_map(|(place, character)| (*character == byte).then_some(place));
            place.map(|place: u32| (bits << CHARACTER_BITS) | place)
        });
        bits.map(Self).ok_or(GeoCellError)
    }
}

impl TryFrom<String> for GeoCell {
    type Error = GeoCellError;

    fn try_from(text: String) -> Result<Self, GeoCellError> {
        text.parse()
    }
}

impl From<GeoCell> for String {
    fn from(cell: GeoCell) -> Self {
        cell.to_string()
    }
}

#[cfg(test)]
#[path = "cell_tests.rs"]
mod tests;
