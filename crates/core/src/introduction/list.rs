use crate::Core;
use crate::call::request;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::device::Nothing;
use zhitu_contract::introduction::IntroductionLink;

impl Core {
    /// The own links, latest first.
    pub async fn introductions_list(&self, _: Nothing) -> Result<Vec<IntroductionLink>> {
        self.call(request(Method::Get, "/api/introductions")).await
    }
}
