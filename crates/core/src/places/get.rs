use crate::Core;
use zhitu_contract::Result;
use zhitu_contract::places::{Place, PlacesGet};
use zhitu_domain::place::gazetteer;

impl Core {
    /// Looks places up by key; unknown ones are left out.
    #[expect(clippy::unused_async, reason = "all commands are called alike")]
    pub async fn places_get(&self, get: PlacesGet) -> Result<Vec<Place>> {
        Ok(get.ids.into_iter().filter_map(gazetteer::get).map(super::place).collect())
    }
}
