//! Points on the earth and the distance between them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

/// A position in WGS-84 degrees.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct Point {
    /// Latitude, −90 to 90.
    pub lat: f64,
    /// Longitude, −180 to 180.
    pub lon: f64,
}

/// Mean radius of the earth in kilometres (IUGG).
pub(super) const EARTH_RADIUS_KM: f64 = 6371.0088;

impl Point {
    /// Whether both degrees are in their range and the point is not 0,0, which sources use for "unknown".
    pub fn is_valid(self) -> bool {
        self.lat.abs() <= 90.0 && self.lon.abs() <= 180.0 && (self.lat != 0.0 || self.lon != 0.0)
    }

    /// Great-circle distance in kilometres (haversine).
    pub fn distance_km(self, other: Self) -> f64 {
        let (lat1, lat2) = (self.lat.to_radians(), other.lat.to_radians());
        let half_lat = (lat2 - lat1) / 2.0;
        let half_lon = (other.lon - self.lon).to_radians() / 2.0;
        let a = half_lat.sin().powi(2) + lat1.cos() * lat2.cos() * half_lon.sin().powi(2);
        2.0 * EARTH_RADIUS_KM * a.sqrt().min(1.0).asin()
    }

    /// Direction towards another point at the start of the great circle, in degrees clockwise from north, 0 to 360.
    pub fn bearing_deg(self, other: Self) -> f64 {
        let (lat1, lat2) = (self.lat.to_radians(), other.lat.to_radians());
        let lon = (other.lon - self.lon).to_radians();
        let east = lon.sin() * lat2.cos();
        let north = lat1.cos() * lat2.sin() - lat1.sin() * lat2.cos() * lon.cos();
        east.atan2(north).to_degrees().rem_euclid(360.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_distances() {
        let shanghai = Point { lat: 31.2304, lon: 121.4737 };
        let beijing = Point { lat: 39.9042, lon: 116.4074 };
        assert!((shanghai.distance_km(beijing) - 1067.0).abs() < 2.0);
        assert!(shanghai.distance_km(shanghai) < 1e-9);
        let fiji_west = Point { lat: -17.0, lon: 179.9 };
        let fiji_east = Point { lat: -17.0, lon: -179.9 };
        assert!((fiji_west.distance_km(fiji_east) - 21.27).abs() < 0.1);
    }

    #[test]
    fn bearings_go_clockwise_from_north() {
        let here = Point { lat: 31.0, lon: 121.0 };
        for (lat, lon, expected) in
            [(32.0, 121.0, 0.0), (31.0, 121.01, 90.0), (30.0, 121.0, 180.0), (31.0, 120.99, 270.0)]
        {
            assert!((here.bearing_deg(Point { lat, lon }) - expected).abs() < 0.01, "{lat},{lon}");
        }
    }

    #[test]
    fn zero_zero_is_no_place() {
        assert!(!Point { lat: 0.0, lon: 0.0 }.is_valid());
        assert!(!Point { lat: f64::NAN, lon: 1.0 }.is_valid());
        assert!(Point { lat: 0.0, lon: 1.0 }.is_valid());
    }
}
