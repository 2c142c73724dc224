use crate::Core;
use zhitu_contract::Result;
use zhitu_contract::device::{AppState, Nothing};

impl Core {
    /// All that the first screen needs; answered from the device, without waiting for the server.
    pub async fn app_state(&self, _: Nothing) -> Result<AppState> {
        self.session_ready().await;
        let policy = self.policy_in_force().await?;
        let settings = self.store.settings().await?;
        // After all waiting: a watched value may not be held across it.
        let account = self.account.borrow().clone();
        let online = *self.online.borrow();
        Ok(AppState {
            account,
            policy,
            settings,
            online,
            demo_market: self.demo_market,
            session_in_memory: self.session_in_memory(),
            data_set_aside: self.data_set_aside,
            version: self.version.clone(),
        })
    }
}
