//! The privacy policy: shown, accepted, and asked for before anything personal happens.

mod accept;
mod show;

use crate::Core;
use zhitu_contract::policy::{Language, PolicyAcceptance};
use zhitu_contract::{ErrorCode, Result};

impl Core {
    /// The acceptance, if it is of the newest version that this device has seen.
    pub(crate) async fn policy_in_force(&self) -> Result<Option<PolicyAcceptance>> {
        let Some(acceptance) = self.store.policy_acceptance().await? else { return Ok(None) };
        let newest = self.policy_newest().await?;
        Ok((newest.is_none_or(|newest| acceptance.version >= newest)).then_some(acceptance))
    }

    /// Nothing personal before the policy is accepted (S-AUTH-09).
    pub(crate) async fn policy_required(&self) -> Result<PolicyAcceptance> {
        self.policy_in_force().await?.ok_or_else(|| ErrorCode::PolicyNotAccepted.into())
    }

    /// The newest version that was shown here. Versions are dates, so their order is that of their texts.
    pub(crate) async fn policy_newest(&self) -> Result<Option<String>> {
        let mut newest = None;
        for language in [Language::ZhCn, Language::En] {
            let version = self.store.policy_text(language).await?.map(|policy| policy.version);
            newest = newest.max(version);
        }
        Ok(newest)
    }

    /// What the server answered to something that needs the acceptance. When another version came into force since,
    /// its text is fetched, so that the app's state asks for it.
    pub(crate) async fn policy_checked<T>(&self, answer: Result<T>) -> Result<T> {
        match answer {
            Err(error)
                if matches!(error.code, ErrorCode::PolicyVersionUnknown | ErrorCode::PolicyNotAccepted) =>
            {
                self.policy_look().await;
                Err(ErrorCode::PolicyNotAccepted.into())
            }
            answer => answer,
        }
    }
}
