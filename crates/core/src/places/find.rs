use crate::Core;
use zhitu_contract::places::{Place, PlacesFind};
use zhitu_contract::{Error, Result};
use zhitu_domain::place::gazetteer;

impl Core {
    /// Finds places by name, in Chinese, English or pinyin; the largest cities for an empty text.
    #[expect(clippy::unused_async, reason = "all commands are called alike")]
    pub async fn places_find(&self, find: PlacesFind) -> Result<Vec<Place>> {
        if find.text.chars().count() > 60 {
            return Err(Error::field("text", "too_long"));
        }
        let limit = usize::try_from(find.limit.clamp(1, 50)).unwrap_or(50);
        Ok(gazetteer::find(&find.text, limit).into_iter().map(super::place).collect())
    }
}
