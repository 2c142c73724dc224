use crate::Core;
use zhitu_contract::Result;
use zhitu_contract::device::{AppState, Nothing};

impl Core {
    /// All that the first screen needs; answered from the device, without waiting for the server.
    pub async fn app_state(&self, _: Nothing) -> Result<AppState> {
        self.session_ready().await;
        Ok(AppState {
            account: self.account.borrow().clone(),
            policy: self.policy_in_force().await?,
            settings: self.store.settings().await?,
            online: *self.online.borrow(),
            demo_market: self.demo_market,
            session_in_memory: self.session_in_memory(),
            version: self.version.clone(),
        })
    }
}
