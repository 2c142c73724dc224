use crate::Core;
use crate::call::request;
use crate::ports::Method;
use std::time::Duration;
use zhitu_contract::Result;
use zhitu_contract::device::Nothing;

/// How long signing out waits for the server: to take what was typed last, and to end the session.
const PATIENCE: Duration = Duration::from_secs(5);

impl Core {
    /// Signs out: the session ends on the server if it can be reached, and all that is personal goes from the
    /// device in any case. What was typed and not saved yet is sent first if it can be.
    pub async fn sign_out(&self, _: Nothing) -> Result<Nothing> {
        if self.signed_in().await {
            let farewell = async {
                if let Err(error) = self.resume_save().await {
                    tracing::warn!(%error, "the last edits were not saved before signing out");
                }
                self.call::<serde_json::Value>(request(Method::Post, "/api/auth/sign-out")).await
            };
            tokio::select! {
                answer = farewell => if let Err(error) = answer {
                    tracing::warn!(%error, "the server was not told of signing out");
                },
                () = self.clock.sleep(PATIENCE) => tracing::warn!("signed out without the server's answer"),
            }
        }
        self.session_end().await?;
        Ok(Nothing {})
    }
}
