use crate::Core;
use crate::call::with_body;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::relay::{RelaySet, RelaySetRequest, RelayView};

impl Core {
    /// Closes a channel to a company, or lets it be opened again; holds from the next mail on (I2).
    pub async fn relay_set(&self, set: RelaySet) -> Result<Vec<RelayView>> {
        self.call(with_body(
            Method::Put,
            format!("/api/relays/{}", set.relay),
            &RelaySetRequest { open: set.open },
            None,
        )?)
        .await
    }
}
