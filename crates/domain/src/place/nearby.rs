//! What is nearby, nearest first, although the server knows only the cell that somebody is in.
//!
//! The server orders by distance from the cell's centre, the person wants the order by distance from where they are. The
//! two differ by half the cell's diagonal at the most, so what the server has not sent yet is no nearer than the last it
//! has sent, less that half: all that is nearer is final and can be shown before the next page is asked for.

use super::{GeoCell, Point};
use std::collections::BTreeSet;

/// What the rounding of two distances may come to: a millimetre, in kilometres.
pub(super) const ROUNDING_KM: f64 = 1e-6;

/// One item of the server's pages.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PageItem<Id> {
    /// Its key.
    pub id: Id,
    /// Where it is.
    pub point: Point,
    /// Its distance from the cell's centre in kilometres, as the server says.
    pub centre_km: f64,
}

/// An item in its final place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NearbyItem<Id> {
    /// Its key.
    pub id: Id,
    /// Its distance from where the person is, in kilometres.
    pub distance_km: f64,
}

/// What comes next.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Step<Id> {
    /// An item: none that comes later is nearer.
    Item(NearbyItem<Id>),
    /// Only the server's next page can tell.
    PageNeeded,
    /// Nothing more is within the radius.
    End,
}

/// Why a page cannot be joined in. What was given out stands; what comes later cannot be ordered any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PageError {
    /// An item is nearer to the centre than one before it.
    #[error("the page is not ordered by distance from the centre")]
    Order,
    /// An item's distance from the centre is not that of its point, or its point is none.
    #[error("a distance from the centre is not that of its point")]
    Distance,
}

/// Puts pages ordered by distance from a cell's centre into the order by distance from a point in the cell.
///
/// Items come out in the order of distance, then key. An item that comes again, because the market changed between two
/// pages, is given out once.
///
/// ```
/// use zhitu_domain::place::Point;
/// use zhitu_domain::place::nearby::{NearbyOrder, PageItem, Step};
///
/// let here = Point { lat: 31.2304, lon: 121.4737 };
/// let mut order = NearbyOrder::new(here, 2.0).expect("a point on the earth");
/// assert_eq!(order.step(), Step::PageNeeded);
/// let there = Point { lat: 31.2204, lon: 121.4737 };
/// let centre_km = order.cell().centre().distance_km(there);
/// order.page_add([PageItem { id: 1, point: there, centre_km }], true)?;
/// assert!(matches!(order.step(), Step::Item(item) if item.id == 1));
/// assert_eq!(order.step(), Step::End);
/// # Ok::<(), zhitu_domain::place::nearby::PageError>(())
/// ```
#[derive(Debug, Clone)]
pub struct NearbyOrder<Id> {
    here: Point,
    radius_km: f64,
    cell: GeoCell,
    /// By how much, in kilometres, a distance from the centre may differ from the one from here.
    uncertainty_km: f64,
    /// Distance from the centre below which the server has sent everything; infinite once it has sent all.
    reached_km: f64,
    seen: BTreeSet<Id>,
    /// Sent, within the radius, not given out yet; the nearest last.
    waiting: Vec<NearbyItem<Id>>,
}

impl<Id: Copy + Ord> NearbyOrder<Id> {
    /// For what is within `radius_km` kilometres of a point; `None` for a point that is not valid.
    pub fn new(here: Point, radius_km: f64) -> Option<Self> {
        let cell = GeoCell::of(here)?;
        Some(Self {
            here,
            radius_km,
            cell,
            uncertainty_km: cell.centre_radius_km(0.0),
            reached_km: 0.0,
            seen: BTreeSet::new(),
            waiting: Vec::new(),
        })
    }

    /// The cell to ask the server about.
    pub const fn cell(&self) -> GeoCell {
        self.cell
    }

    /// The radius around the cell's centre to ask the server about, in kilometres: it holds all that is within the
    /// wanted one.
    pub fn centre_radius_km(&self) -> f64 {
        self.radius_km + self.uncertainty_km
    }

    /// Takes the server's next page; an empty one counts as the last.
    pub fn page_add(
        &mut self,
        page: impl IntoIterator<Item = PageItem<Id>>,
        last: bool,
    ) -> Result<(), PageError> {
        let mut page = page.into_iter().peekable();
        let last = last || page.peek().is_none();
        let added = page.try_for_each(|item| self.item_add(item));
        self.waiting.sort_unstable_by(|one, other| {
            other.distance_km.total_cmp(&one.distance_km).then_with(|| other.id.cmp(&one.id))
        });
        if last && added.is_ok() {
            self.reached_km = f64::INFINITY;
        }
        added
    }

    fn item_add(&mut self, PageItem { id, point, centre_km }: PageItem<Id>) -> Result<(), PageError> {
        if self.seen.contains(&id) {
            return Ok(());
        }
        let off_km = (centre_km - self.cell.centre().distance_km(point)).abs();
        if !point.is_valid() || off_km.is_nan() || off_km > ROUNDING_KM {
            return Err(PageError::Distance);
        }
        if centre_km < self.reached_km {
            return Err(PageError::Order);
        }
        self.reached_km = centre_km;
        self.seen.insert(id);
        let distance_km = self.here.distance_km(point);
        if distance_km <= self.radius_km {
            self.waiting.push(NearbyItem { id, distance_km });
        }
        Ok(())
    }

    /// The next item, if what was sent so far settles it.
    pub fn step(&mut self) -> Step<Id> {
        // Whatever was not sent yet is farther away than this.
        let settled_km = self.reached_km - self.uncertainty_km;
        match self.waiting.pop_if(|nearest| nearest.distance_km <= settled_km) {
            Some(item) => Step::Item(item),
            None if self.waiting.is_empty() && settled_km >= self.radius_km => Step::End,
            None => Step::PageNeeded,
        }
    }
}

#[cfg(test)]
#[path = "nearby_tests.rs"]
mod tests;
