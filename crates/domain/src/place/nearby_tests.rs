use super::*;
use proptest::prelude::*;

/// A market that answers pages as a server does, and counts them.
struct Market {
    ordered: Vec<PageItem<usize>>,
    page_size: usize,
    pages: usize,
}

impl Market {
    /// Items at points; their keys are their places in the list.
    fn new(points: &[Point], order: &NearbyOrder<usize>, page_size: usize) -> Self {
        let centre = order.cell().centre();
        let mut ordered: Vec<_> = (0..)
            .zip(points)
            .map(|(id, point)| PageItem { id, point: *point, centre_km: centre.distance_km(*point) })
            .filter(|item| item.centre_km <= order.centre_radius_km())
            .collect();
        ordered.sort_by(|one, other| one.centre_km.total_cmp(&other.centre_km));
        Self { ordered, page_size, pages: 0 }
    }

    fn page(&mut self) -> (Vec<PageItem<usize>>, bool) {
        let begin = self.pages * self.page_size;
        self.pages += 1;
        let page = self.ordered.iter().skip(begin).take(self.page_size).copied().collect();
        (page, begin + self.page_size >= self.ordered.len())
    }
}

/// What comes out in the end.
fn all(order: &mut NearbyOrder<usize>, market: &mut Market) -> Vec<NearbyItem<usize>> {
    let mut items = Vec::new();
    loop {
        match order.step() {
            Step::Item(item) => items.push(item),
            Step::PageNeeded => {
                let (page, last) = market.page();
                order.page_add(page, last).unwrap();
            }
            Step::End => return items,
        }
    }
}

/// The oracle: everything, sorted.
fn sorted(here: Point, radius_km: f64, points: &[Point]) -> Vec<NearbyItem<usize>> {
    let mut items: Vec<_> = (0..)
        .zip(points)
        .map(|(id, point)| NearbyItem { id, distance_km: here.distance_km(*point) })
        .filter(|item| item.distance_km <= radius_km)
        .collect();
    items.sort_by(|one, other| one.distance_km.total_cmp(&other.distance_km).then(one.id.cmp(&other.id)));
    items
}

/// Where people are: also at the poles, the antimeridian, and where four cells meet.
fn places() -> impl Strategy<Value = Point> {
    let lat = prop_oneof![-90.0..=90.0, 18.0..=53.0, 89.9..=90.0, Just(0.0), Just(31.201_171_875)];
    let lon = prop_oneof![-180.0..=180.0, 179.9..=180.0, -180.0..=-179.9, Just(121.464_843_75), Just(-180.0)];
    (lat, lon).prop_map(|(lat, lon)| Point { lat, lon }).prop_filter("valid", |point| point.is_valid())
}

/// A point some degrees away, over the antimeridian too.
fn beside(here: Point, (north, east): (f64, f64)) -> Point {
    let lon = here.lon + east;
    let lon = if lon > 180.0 {
        lon - 360.0
    } else if lon < -180.0 {
        lon + 360.0
    } else {
        lon
    };
    Point { lat: (here.lat + north).clamp(-90.0, 90.0), lon }
}

proptest! {
    #[test]
    fn pages_come_out_as_if_everything_had_been_sorted(
        here in places(),
        steps in prop::collection::vec((-0.2..0.2, -0.2..0.2), 0..120),
        twins in 0..10_usize,
        page_size in 1..30_usize,
        radius_km in 0.5..25.0,
    ) {
        let mut points: Vec<Point> = steps.into_iter().map(|step| beside(here, step)).collect();
        // Several items in one place: an office tower.
        points.extend(points.clone().into_iter().take(twins));
        points.retain(|point| point.is_valid());
        let mut order = NearbyOrder::new(here, radius_km).unwrap();
        let mut market = Market::new(&points, &order, page_size);
        prop_assert_eq!(all(&mut order, &mut market), sorted(here, radius_km, &points));
    }

    /// A page is asked for only where something that was not sent yet could come before what is next.
    #[test]
    fn no_page_is_asked_for_in_vain(
        here in places(),
        steps in prop::collection::vec((-0.1..0.1, -0.1..0.1), 1..80),
        page_size in 1..10_usize,
        radius_km in 0.5..12.0,
    ) {
        let points: Vec<Point> =
            steps.into_iter().map(|step| beside(here, step)).filter(|point| point.is_valid()).collect();
        let mut order = NearbyOrder::new(here, radius_km).unwrap();
        let mut market = Market::new(&points, &order, page_size);
        let wanted = sorted(here, radius_km, &points);
        let mut given = 0;
        loop {
            match order.step() {
                Step::Item(_) => given += 1,
                Step::End => break,
                Step::PageNeeded => {
                    let sent = (market.pages * page_size).checked_sub(1).and_then(|last| market.ordered.get(last));
                    let sent_km = sent.map_or(0.0, |last| last.centre_km);
                    let next_km = wanted.get(given).map_or(radius_km, |next| next.distance_km);
                    prop_assert!(next_km > sent_km - order.cell().half_diagonal_km() - 1e-5);
                    let (page, last) = market.page();
                    order.page_add(page, last).unwrap();
                }
            }
        }
        prop_assert_eq!(given, wanted.len());
    }
}

const HERE: Point = Point { lat: 31.2304, lon: 121.4737 };

/// Items at so many kilometres to the north of the cell's centre.
fn north_of_centre(order: &NearbyOrder<usize>, distances_km: &[f64]) -> Vec<PageItem<usize>> {
    let centre = order.cell().centre();
    (0..)
        .zip(distances_km)
        .map(|(id, km)| {
            let point = Point { lat: centre.lat + km / 111.195, lon: centre.lon };
            PageItem { id, point, centre_km: centre.distance_km(point) }
        })
        .collect()
}

#[test]
fn what_is_near_is_shown_before_the_last_page_is_there() {
    let mut order = NearbyOrder::new(HERE, 50.0).unwrap();
    let items = north_of_centre(&order, &[0.5, 4.0, 9.0, 10.0]);
    order.page_add(items[..3].iter().copied(), false).unwrap();
    assert!(matches!(order.step(), Step::Item(NearbyItem { id: 0, .. })));
    assert!(matches!(order.step(), Step::Item(NearbyItem { id: 1, .. })));
    // The third is as near to here as what may still come.
    assert_eq!(order.step(), Step::PageNeeded);
    order.page_add(items[3..].iter().copied(), true).unwrap();
    assert!(matches!(order.step(), Step::Item(NearbyItem { id: 2, .. })));
    assert!(matches!(order.step(), Step::Item(NearbyItem { id: 3, .. })));
    assert_eq!(order.step(), Step::End);
}

#[test]
fn pages_beyond_the_radius_are_not_asked_for() {
    let mut order = NearbyOrder::new(HERE, 3.0).unwrap();
    let items = north_of_centre(&order, &[20.0]);
    order.page_add(items, false).unwrap();
    assert_eq!(order.step(), Step::End);
}

#[test]
fn an_empty_page_is_the_last() {
    let mut order = NearbyOrder::<usize>::new(HERE, 3.0).unwrap();
    assert_eq!(order.step(), Step::PageNeeded);
    order.page_add([], false).unwrap();
    assert_eq!(order.step(), Step::End);
}

/// Two jobs were posted between two pages, so that the second page begins with the end of the first.
#[test]
fn an_item_that_comes_again_is_given_out_once() {
    let mut order = NearbyOrder::new(HERE, 50.0).unwrap();
    let items = north_of_centre(&order, &[5.0, 6.0, 6.2]);
    order.page_add(items[..2].iter().copied(), false).unwrap();
    order.page_add(items.iter().copied(), true).unwrap();
    let mut given = Vec::new();
    while let Step::Item(item) = order.step() {
        given.push(item.id);
    }
    assert_eq!(given, [0, 1, 2]);
    assert_eq!(order.step(), Step::End);
}

#[test]
fn a_page_that_goes_back_is_refused() {
    let mut order = NearbyOrder::new(HERE, 50.0).unwrap();
    let items = north_of_centre(&order, &[5.0, 6.0, 6.2]);
    order.page_add([items[1]], false).unwrap();
    assert_eq!(order.page_add([items[2], items[0]], true), Err(PageError::Order));
    assert_eq!(order.step(), Step::PageNeeded);
}

#[test]
fn a_distance_that_is_not_the_points_is_refused() {
    let mut order = NearbyOrder::new(HERE, 50.0).unwrap();
    let item = north_of_centre(&order, &[5.0])[0];
    let nowhere = Point { lat: f64::NAN, lon: 0.0 };
    for wrong in [
        PageItem { centre_km: 5.1, ..item },
        PageItem { centre_km: f64::NAN, ..item },
        PageItem { point: nowhere, ..item },
        PageItem { point: nowhere, centre_km: f64::NAN, ..item },
    ] {
        assert_eq!(order.page_add([wrong], true), Err(PageError::Distance));
    }
}

#[test]
fn nothing_is_near_to_nowhere() {
    assert!(NearbyOrder::<usize>::new(Point { lat: 0.0, lon: 0.0 }, 5.0).is_none());
}
