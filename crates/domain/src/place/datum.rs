//! The datum of Chinese maps, and the way between it and WGS-84.
//!
//! Maps sold in mainland China are drawn in GCJ-02: WGS-84 plus an offset of some hundred metres that varies from place
//! to place. The offset's official program is not published; what everybody computes with is a formula that was worked
//! out from it and has been public since 2010 or so. A position in one datum that is read in the other is a few streets
//! off and looks right, so the datum is the type.

use super::Point;
use std::f64::consts::PI;

/// A position in GCJ-02 degrees: what Chinese maps and geocoders take and give.
///
/// It can be turned into a [`Point`] and back, and do nothing else: distances and cells are measured in WGS-84.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gcj02Point {
    /// Latitude, −90 to 90.
    pub lat: f64,
    /// Longitude, −180 to 180.
    pub lon: f64,
}

/// Of the ellipsoid of Krasovsky (1940), on which the formula is built: semi-major axis in metres.
const SEMI_MAJOR_AXIS_M: f64 = 6_378_245.0;
/// The same ellipsoid's first eccentricity, squared.
const ECCENTRICITY_SQUARED: f64 = 0.006_693_421_622_965_943;

/// The formula's own rectangle in degrees: south, north, west, east. Inside it everything is offset, also what is not
/// China; outside nothing is. All of China is inside, more than 100 km from its edge.
const OFFSET_AREA: (f64, f64, f64, f64) = (0.8293, 55.8271, 72.004, 137.8347);

/// Each round of the way back leaves less than a hundredth of the error before it: a kilometre becomes less than the
/// last digit of a degree.
const ROUNDS_BACK: usize = 8;

impl Gcj02Point {
    /// Where a Chinese map draws a position.
    ///
    /// Outside the formula's rectangle (latitude 0.8293 to 55.8271, longitude 72.004 to 137.8347), and for what is no
    /// number, both datums have the same degrees.
    pub fn from_wgs84(point: Point) -> Self {
        let (lat, lon) = offset(point);
        Self { lat: point.lat + lat, lon: point.lon + lon }
    }

    /// The position that a Chinese map draws here: the inverse of [`Self::from_wgs84`], within a millimetre.
    ///
    /// At the rectangle's edge, abroad or at sea, the offset begins at once, so that some positions there have no exact
    /// inverse; the answer is then off by two kilometres at the most.
    pub fn to_wgs84(self) -> Point {
        let mut point = Point { lat: self.lat, lon: self.lon };
        for _ in 0..ROUNDS_BACK {
            let (lat, lon) = offset(point);
            point = Point { lat: self.lat - lat, lon: self.lon - lon };
        }
        point
    }
}

/// What is added to a position's latitude and longitude, in degrees.
fn offset(point: Point) -> (f64, f64) {
    let (south, north, west, east) = OFFSET_AREA;
    if !(south..=north).contains(&point.lat) || !(west..=east).contains(&point.lon) {
        return (0.0, 0.0);
    }
    // The formula counts from a point in the middle of China.
    let (north_m, east_m) = offset_m(point.lat - 35.0, point.lon - 105.0);
    let flattening = 1.0 - ECCENTRICITY_SQUARED * point.lat.to_radians().sin().powi(2);
    // Radii of curvature, along the meridian and across it.
    let meridian_m = SEMI_MAJOR_AXIS_M * (1.0 - ECCENTRICITY_SQUARED) / flattening.powf(1.5);
    let across_m = SEMI_MAJOR_AXIS_M / flattening.sqrt();
    let lat = (north_m / meridian_m).to_degrees();
    let lon = (east_m / (across_m * point.lat.to_radians().cos())).to_degrees();
    (lat, lon)
}

/// The offset to the north and to the east in metres: a bent surface with waves on it.
fn offset_m(y: f64, x: f64) -> (f64, f64) {
    /// Waves along one axis; each as its height in metres and how many half waves a degree has.
    fn waves(along: f64, waves: [(f64, f64); 2]) -> f64 {
        waves.iter().map(|(height, halves)| height * (halves * PI * along).sin()).sum::<f64>() * 2.0 / 3.0
    }
    let common = waves(x, [(20.0, 6.0), (20.0, 2.0)]);
    let north = -100.0
        + 2.0 * x
        + 3.0 * y
        + 0.2 * y * y
        + 0.1 * x * y
        + 0.2 * x.abs().sqrt()
        + common
        + waves(y, [(20.0, 1.0), (40.0, 1.0 / 3.0)])
        + waves(y, [(160.0, 1.0 / 12.0), (320.0, 1.0 / 30.0)]);
    let east = 300.0
        + x
        + 2.0 * y
        + 0.1 * x * x
        + 0.1 * x * y
        + 0.1 * x.abs().sqrt()
        + common
        + waves(x, [(20.0, 1.0), (40.0, 1.0 / 3.0)])
        + waves(x, [(150.0, 1.0 / 12.0), (300.0, 1.0 / 30.0)]);
    (north, east)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// China with its islands, in degrees.
    const CHINA_LAT: std::ops::Range<f64> = 3.4..53.6;
    const CHINA_LON: std::ops::Range<f64> = 73.4..135.1;

    fn round_trip_m(point: Point) -> f64 {
        Gcj02Point::from_wgs84(point).to_wgs84().distance_km(point) * 1_000.0
    }

    /// Pairs that independent public implementations of the formula agree on to the sixth decimal.
    #[test]
    fn known_pairs() {
        for (wgs84, gcj02) in [
            ((31.177_427_6, 121.527_210_6), (31.175_304, 121.531_542)),
            ((22.543_847, 113.912_316), (22.540_796, 113.917_176)),
            ((39.911_954, 116.377_817), (39.913_345, 116.384_047)),
            ((43.825_6, 87.616_8), (43.826_805, 87.619_650)),
            ((18.252_8, 109.511_9), (18.251_095, 109.515_984)),
            ((53.480_5, 122.369_2), (53.482_559, 122.376_758)),
            ((39.470_4, 75.989_8), (39.470_627, 75.992_755)),
        ] {
            let found = Gcj02Point::from_wgs84(Point { lat: wgs84.0, lon: wgs84.1 });
            assert!((found.lat - gcj02.0).abs() < 1e-6 && (found.lon - gcj02.1).abs() < 1e-6, "{found:?}");
        }
    }

    #[test]
    fn all_of_china_comes_back_within_a_metre() {
        let mut lat = CHINA_LAT.start;
        while lat < CHINA_LAT.end {
            let mut lon = CHINA_LON.start;
            while lon < CHINA_LON.end {
                let back_m = round_trip_m(Point { lat, lon });
                assert!(back_m < 1.0, "{back_m} m at {lat},{lon}");
                lon += 0.1;
            }
            lat += 0.1;
        }
        // The formula counts from here, and its square root is steepest where it counts from.
        assert!(round_trip_m(Point { lat: 35.0, lon: 105.0 }) < 1.0);
    }

    #[test]
    fn outside_its_rectangle_the_offset_is_none() {
        for (lat, lon) in [
            (40.7128, -74.0060),
            (-33.8688, 151.2093),
            (51.5074, -0.1278),
            (0.82, 110.0),
            (55.83, 110.0),
            (30.0, 72.0),
            (30.0, 137.84),
            (90.0, 180.0),
        ] {
            let moved = Gcj02Point::from_wgs84(Point { lat, lon });
            assert_eq!(moved, Gcj02Point { lat, lon });
            assert_eq!(moved.to_wgs84(), Point { lat, lon });
        }
        assert!(Gcj02Point::from_wgs84(Point { lat: f64::NAN, lon: 110.0 }).lat.is_nan());
    }

    proptest! {
        #[test]
        fn any_point_of_china_comes_back_within_a_millimetre(lat in CHINA_LAT, lon in CHINA_LON) {
            let back_m = round_trip_m(Point { lat, lon });
            prop_assert!(back_m < 0.001, "{back_m} m");
        }

        #[test]
        fn on_the_edge_of_the_offset_the_way_back_is_off_by_less_than_two_kilometres(
            along in 0.0..1.0_f64,
            aside in -0.02..0.02_f64,
            side in 0..4_usize,
        ) {
            let (south, north, west, east) = OFFSET_AREA;
            let (lat, lon) = (south + along * (north - south), west + along * (east - west));
            let (lat, lon) = [(south + aside, lon), (north + aside, lon), (lat, west + aside), (lat, east + aside)][side];
            let back_m = round_trip_m(Point { lat, lon });
            prop_assert!(back_m < 2_000.0, "{back_m} m");
        }

        #[test]
        fn a_point_is_moved_but_not_far(lat in CHINA_LAT, lon in CHINA_LON) {
            let moved = Gcj02Point::from_wgs84(Point { lat, lon });
            let moved_km = Point { lat: moved.lat, lon: moved.lon }.distance_km(Point { lat, lon });
            prop_assert!((0.01..1.5).contains(&moved_km), "{moved_km} km");
        }

        /// A walk of some metres is a walk of as many metres on the map: no seam runs through China.
        #[test]
        fn neighbours_stay_neighbours(
            lat in CHINA_LAT,
            lon in CHINA_LON,
            north in -1e-4..1e-4_f64,
            east in -1e-4..1e-4_f64,
        ) {
            let (here, there) = (Point { lat, lon }, Point { lat: lat + north, lon: lon + east });
            let drawn = |point| {
                let drawn = Gcj02Point::from_wgs84(point);
                Point { lat: drawn.lat, lon: drawn.lon }
            };
            let walked_m = here.distance_km(there) * 1_000.0;
            let drawn_m = drawn(here).distance_km(drawn(there)) * 1_000.0;
            prop_assert!((walked_m - drawn_m).abs() < 0.02 * walked_m + 0.01, "{walked_m} m, {drawn_m} m");
        }
    }
}
