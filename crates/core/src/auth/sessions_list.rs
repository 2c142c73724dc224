use crate::Core;
use crate::call::request;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::auth::Session;
use zhitu_contract::device::Nothing;

impl Core {
    /// The account's signed-in devices.
    pub async fn sessions_list(&self, _: Nothing) -> Result<Vec<Session>> {
        self.call(request(Method::Get, "/api/auth/sessions")).await
    }
}
