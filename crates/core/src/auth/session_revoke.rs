use crate::Core;
use crate::call::request;
use crate::ports::Method;
use serde_json::Value;
use zhitu_contract::Result;
use zhitu_contract::auth::SessionRevoke;
use zhitu_contract::device::Nothing;

impl Core {
    /// Signs a device of the account out, at once.
    pub async fn session_revoke(&self, revoke: SessionRevoke) -> Result<Nothing> {
        let path = format!("/api/auth/sessions/{}", revoke.session);
        self.call::<Value>(request(Method::Delete, path)).await?;
        Ok(Nothing {})
    }
}
