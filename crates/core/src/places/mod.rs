//! Places, answered on the device: what is typed to find one is told to nobody.

mod find;
mod get;

use zhitu_contract::places::Place;
use zhitu_domain::place::gazetteer::{PlaceRecord, within};

fn place(record: &PlaceRecord) -> Place {
    let within: Vec<&PlaceRecord> = within(record.id).collect();
    Place {
        id: record.id,
        name_zh: record.name_zh().to_owned(),
        name_en: record.name_en().to_owned(),
        within_zh: within.iter().map(|outer| outer.name_zh().to_owned()).collect(),
        within_en: within.iter().map(|outer| outer.name_en().to_owned()).collect(),
        point: record.point,
    }
}
