//! The rectangle of degrees round a circle: what an index can be asked for before distances are measured.

use super::Point;
use super::nearby::ROUNDING_KM;
use super::point::EARTH_RADIUS_KM;

/// A rectangle in WGS-84 degrees; its edges belong to it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// Latitude of the southern edge.
    pub south: f64,
    /// Latitude of the northern edge.
    pub north: f64,
    /// Longitude of the western edge; greater than `east` where the rectangle lies across the antimeridian.
    pub west: f64,
    /// Longitude of the eastern edge.
    pub east: f64,
}

impl Bounds {
    /// The rectangle that holds all within `radius_km` kilometres of a point; all longitudes where a pole is among it.
    pub fn around(centre: Point, radius_km: f64) -> Self {
        let reach = (radius_km + ROUNDING_KM) / EARTH_RADIUS_KM;
        let (south, north) = (centre.lat - reach.to_degrees(), centre.lat + reach.to_degrees());
        let all = Self { south, north, west: -180.0, east: 180.0 };
        if south <= -90.0 || north >= 90.0 {
            return all;
        }
        // Meridians touch the circle nearer to the pole than its centre is, where they are closer together.
        let aside = (reach.sin() / centre.lat.to_radians().cos()).min(1.0).asin().to_degrees();
        let (west, east) = (centre.lon - aside, centre.lon + aside);
        Self {
            west: if west < -180.0 { west + 360.0 } else { west },
            east: if east > 180.0 { east - 360.0 } else { east },
            ..all
        }
    }

    /// Whether a point is in it.
    pub fn contains(self, point: Point) -> bool {
        let lon = if self.west <= self.east {
            (self.west..=self.east).contains(&point.lon)
        } else {
            point.lon >= self.west || point.lon <= self.east
        };
        lon && (self.south..=self.north).contains(&point.lat)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ten_kilometres_are_few_degrees() {
        let bounds = Bounds::around(Point { lat: 31.2304, lon: 121.4737 }, 10.0);
        assert!(bounds.contains(Point { lat: 31.31, lon: 121.57 }));
        assert!(!bounds.contains(Point { lat: 31.33, lon: 121.47 }));
        assert!(!bounds.contains(Point { lat: 31.23, lon: 121.59 }));
    }

    #[test]
    fn the_antimeridian_is_crossed() {
        let bounds = Bounds::around(Point { lat: -17.0, lon: 179.99 }, 10.0);
        assert!(bounds.west > bounds.east);
        assert!(bounds.contains(Point { lat: -17.0, lon: -179.95 }));
        assert!(!bounds.contains(Point { lat: -17.0, lon: 0.0 }));
    }

    proptest! {
        #[test]
        fn all_within_the_radius_is_in_the_rectangle(
            lat in prop_oneof![-90.0..=90.0_f64, 89.8..=90.0_f64, -90.0..=-89.8_f64],
            lon in prop_oneof![-180.0..=180.0_f64, 179.9..=180.0_f64],
            north in -1.0..=1.0_f64,
            east in -180.0..=180.0_f64,
            near in 0.0..=1.0_f64,
            radius_km in 0.0..=100.0_f64,
        ) {
            let centre = Point { lat, lon };
            let lon = (lon + east * near + 540.0).rem_euclid(360.0) - 180.0;
            let point = Point { lat: (lat + north).clamp(-90.0, 90.0), lon };
            if centre.distance_km(point) <= radius_km {
                prop_assert!(Bounds::around(centre, radius_km).contains(point), "{centre:?} {point:?}");
            }
        }
    }
}
