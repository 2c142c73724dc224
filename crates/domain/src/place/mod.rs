//! Places: points, distances, the cells that leave the device in their stead, and the gazetteer that names them off-line.

mod bounds;
mod cell;
mod datum;
pub mod gazetteer;
pub mod nearby;
mod point;

pub use bounds::Bounds;
pub use cell::{CellBounds, GeoCell, GeoCellError};
pub use datum::Gcj02Point;
pub use point::Point;

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

/// A place of the gazetteer.
///
/// Up to 999,999 it is an administrative division code of mainland China (GB/T 2260: 310104 is 徐汇区); above,
/// 1,000,000 + the GeoNames id of a city elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS, ToSchema)]
#[serde(transparent)]
#[ts(type = "number")]
#[schema(value_type = u32)]
pub struct PlaceId(pub u32);

/// Where something is: at its point, or else at the middle of its place, unless that is a whole province, state or
/// country.
pub fn position(point: Option<Point>, place: Option<PlaceId>) -> Option<Point> {
    let middle =
        || place.and_then(gazetteer::get).filter(|place| !place.is_region()).map(|place| place.point);
    point.filter(|point| point.is_valid()).or_else(middle)
}
