use crate::Core;
use zhitu_contract::policy::{PolicyAccept, PolicyAcceptance};
use zhitu_contract::{ErrorCode, Result};

impl Core {
    /// Records which version was accepted, and when. Only a text that was shown here can be accepted; signing in
    /// tells the server.
    pub async fn policy_accept(&self, accept: PolicyAccept) -> Result<PolicyAcceptance> {
        if self.policy_newest().await?.as_ref() != Some(&accept.version) {
            return Err(ErrorCode::PolicyVersionUnknown.into());
        }
        let acceptance = PolicyAcceptance { version: accept.version, accepted_at: self.now() };
        self.store.policy_acceptance_set(&acceptance).await?;
        Ok(acceptance)
    }
}
