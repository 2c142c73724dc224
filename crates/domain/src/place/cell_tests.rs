#![expect(clippy::float_cmp, reason = "edges are halves of halves of 180: exact")]

use super::*;
use proptest::prelude::*;

fn cell(lat: f64, lon: f64) -> GeoCell {
    GeoCell::of(Point { lat, lon }).unwrap()
}

/// Published examples of the geohash, and others as an independent implementation gives them.
#[test]
fn known_cells() {
    for (lat, lon, text) in [
        (42.6, -5.6, "ezs42e"),
        (57.649_11, 10.407_44, "u4pruy"),
        (31.2304, 121.4737, "wtw3sj"),
        (39.9042, 116.4074, "wx4g0b"),
        (22.3193, 114.1694, "wecnvz"),
        (37.7749, -122.4194, "9q8yyk"),
        (-33.8568, 151.2153, "r3gx2u"),
        (-54.8019, -68.3030, "4qr2jx"),
        (0.0001, 0.0001, "s00000"),
        (-0.0001, -0.0001, "7zzzzz"),
    ] {
        assert_eq!(cell(lat, lon).to_string(), text, "{lat},{lon}");
    }
}

#[test]
fn poles_and_antimeridian_are_in_the_outermost_cells() {
    for (lat, lon, text) in [
        (90.0, 180.0, "zzzzzz"),
        (-90.0, -180.0, "000000"),
        (90.0, -180.0, "bpbpbp"),
        (-90.0, 180.0, "pbpbpb"),
    ] {
        assert_eq!(cell(lat, lon).to_string(), text, "{lat},{lon}");
    }
    assert_eq!(cell(90.0, 180.0).bounds().north, 90.0);
    assert_eq!(cell(90.0, 180.0).bounds().east, 180.0);
    assert_eq!(cell(-90.0, -180.0).bounds().south, -90.0);
    assert_eq!(cell(-90.0, -180.0).bounds().west, -180.0);
}

#[test]
fn an_edge_belongs_to_the_northern_and_eastern_cell() {
    let bounds = cell(31.2304, 121.4737).bounds();
    assert_eq!(cell(bounds.south, bounds.west), cell(31.2304, 121.4737));
    assert_eq!(cell(bounds.north, bounds.west).bounds().south, bounds.north);
    assert_eq!(cell(bounds.south, bounds.east).bounds().west, bounds.east);
    assert_eq!(cell(bounds.south.next_down(), bounds.west).bounds().north, bounds.south);
    // A hair south of the equator is not on it: nothing is rounded away.
    assert_eq!(cell(-f64::MIN_POSITIVE, 10.0).bounds().north, 0.0);
}

#[test]
fn a_point_that_is_nowhere_has_no_cell() {
    for (lat, lon) in [(0.0, 0.0), (90.1, 0.0), (0.0, 180.1), (f64::NAN, 1.0), (1.0, f64::INFINITY)] {
        assert_eq!(GeoCell::of(Point { lat, lon }), None, "{lat},{lon}");
    }
}

#[test]
fn only_a_geohash_of_six_characters_is_a_cell() {
    for text in [
        "", "wtw3s", "wtw3sjq", "wtw3sa", "wtw3si", "wtw3sl", "wtw3so", "WTW3SJ", " wtw3s", "wtw3s-", "上海",
        "é0000",
    ] {
        assert_eq!(text.parse::<GeoCell>(), Err(GeoCellError), "{text}");
        assert!(serde_json::from_value::<GeoCell>(text.into()).is_err(), "{text}");
    }
    assert!(serde_json::from_str::<GeoCell>("6").is_err());
    assert_eq!(serde_json::to_string(&cell(31.2304, 121.4737)).unwrap(), "\"wtw3sj\"");
    assert_eq!(serde_json::from_str::<GeoCell>("\"wtw3sj\"").unwrap(), cell(31.2304, 121.4737));
}

#[test]
fn a_cell_is_about_a_kilometre_wide() {
    let half_km = |lat| cell(lat, 100.0).half_diagonal_km();
    assert!((half_km(0.01) - 0.6829).abs() < 0.001, "{}", half_km(0.01));
    assert!((half_km(31.2) - 0.6052).abs() < 0.005, "{}", half_km(31.2));
    assert!((half_km(90.0) - 0.3054).abs() < 0.001, "{}", half_km(90.0));
}

/// Any point, with more than their share of those near the poles, the equator and the antimeridian.
fn points() -> impl Strategy<Value = Point> {
    let lat = prop_oneof![-90.0..=90.0, 89.9..=90.0, -90.0..=-89.9, -0.1..=0.1, Just(90.0), Just(-90.0)];
    let lon =
        prop_oneof![-180.0..=180.0, 179.9..=180.0, -180.0..=-179.9, -0.1..=0.1, Just(180.0), Just(-180.0)];
    (lat, lon).prop_map(|(lat, lon)| Point { lat, lon }).prop_filter("valid", |point| point.is_valid())
}

proptest! {
    #[test]
    fn a_point_is_in_its_cell(point in points()) {
        let bounds = GeoCell::of(point).unwrap().bounds();
        prop_assert!((bounds.south..=bounds.north).contains(&point.lat));
        prop_assert!((bounds.west..=bounds.east).contains(&point.lon));
    }

    #[test]
    fn no_point_is_farther_from_the_centre_than_half_the_diagonal(point in points()) {
        let cell = GeoCell::of(point).unwrap();
        let from_centre_km = cell.centre().distance_km(point);
        prop_assert!(from_centre_km <= cell.half_diagonal_km() + 1e-9, "{from_centre_km}");
    }

    #[test]
    fn the_centre_is_in_the_cell(point in points()) {
        let cell = GeoCell::of(point).unwrap();
        prop_assert_eq!(GeoCell::of(cell.centre()), Some(cell));
    }

    #[test]
    fn every_cell_has_one_text(bits in 0..1_u32 << 30) {
        let text = GeoCell(bits).to_string();
        prop_assert_eq!(text.len(), 6);
        prop_assert_eq!(text.parse(), Ok(GeoCell(bits)));
    }

    #[test]
    fn what_parses_is_printed_as_it_was(text in "[0-9a-zA-Z]{6}") {
        if let Ok(cell) = text.parse::<GeoCell>() {
            prop_assert_eq!(cell.to_string(), text);
        }
    }
}
