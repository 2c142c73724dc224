use crate::Core;
use crate::call::with_body;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::auth::OutboxMessage;
use zhitu_contract::virtual_number::DevCall;

impl Core {
    /// Plays a call in the demo market; nobody is called.
    pub async fn dev_call_play(&self, play: DevCall) -> Result<OutboxMessage> {
        self.call(with_body(Method::Post, "/api/dev/calls", &play, None)?).await
    }
}
