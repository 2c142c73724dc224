use crate::Core;
use crate::call::request;
use crate::ports::{ApiRequest, Method};
use zhitu_contract::Result;
use zhitu_contract::policy::{Language, Policy, PolicyShow};

impl Core {
    /// The policy in force; the text last seen while the server cannot be reached.
    pub async fn policy_show(&self, show: PolicyShow) -> Result<Policy> {
        match self.policy_fetch(show.language).await {
            Ok(policy) => Ok(policy),
            Err(error) => self.store.policy_text(show.language).await?.ok_or(error),
        }
    }

    /// Fetches the policy and keeps its text.
    pub(crate) async fn policy_fetch(&self, language: Language) -> Result<Policy> {
        let name = match language {
            Language::ZhCn => "zh-CN",
            Language::En => "en",
        };
        let query = vec![("language", name.to_owned())];
        let policy: Policy =
            self.call_open(ApiRequest { query, ..request(Method::Get, "/api/policy") }).await?;
        if self.store.policy_text(language).await?.as_ref() != Some(&policy) {
            self.store.policy_text_set(&policy).await?;
        }
        Ok(policy)
    }
}
