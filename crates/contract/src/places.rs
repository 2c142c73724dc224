//! Places of the off-line gazetteer.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;
use zhitu_domain::place::{PlaceId, Point};

/// A place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct Place {
    /// Key.
    pub id: PlaceId,
    /// Name in Chinese (`徐汇区`); the English one where none is known.
    pub name_zh: String,
    /// Name in English (`Xuhui`); the Chinese one where none is known.
    pub name_en: String,
    /// What it lies in, nearest first, in Chinese: `["上海市"]`.
    pub within_zh: Vec<String>,
    /// The same in English.
    pub within_en: Vec<String>,
    /// Its centre.
    pub point: Point,
}

/// Command `places_find`: by name, in Chinese, English or pinyin; answered on the device.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PlacesFind {
    /// What was typed; empty for the largest cities.
    pub text: String,
    /// At most so many, 1 to 50.
    pub limit: u32,
}

/// Command `places_get`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PlacesGet {
    /// Which; unknown ones are left out of the answer.
    pub ids: Vec<PlaceId>,
}
