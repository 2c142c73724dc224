use crate::Core;
use crate::call::with_body;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::recommendations::Personalisation;

impl Core {
    /// Switches it (S-RECO-03).
    pub async fn personalisation_set(&self, set: Personalisation) -> Result<Personalisation> {
        self.call(with_body(Method::Put, "/api/account/personalisation", &set, None)?).await
    }
}
