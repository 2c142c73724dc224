use crate::Core;
use crate::call::request;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::introduction::{IntroductionLink, IntroductionRef};

impl Core {
    /// Revokes a link.
    pub async fn introduction_revoke(&self, revoke: IntroductionRef) -> Result<IntroductionLink> {
        self.call(request(Method::Delete, format!("/api/introductions/{}", revoke.introduction))).await
    }
}
