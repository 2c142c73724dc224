use crate::Core;
use crate::call::request;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::auth::OutboxMessage;
use zhitu_contract::device::Nothing;

impl Core {
    /// What the server's development gateway would have sent. A server with a real gateway answers `not_found`.
    pub async fn dev_outbox_show(&self, _: Nothing) -> Result<Vec<OutboxMessage>> {
        self.call_open(request(Method::Get, "/api/dev/outbox")).await
    }
}
