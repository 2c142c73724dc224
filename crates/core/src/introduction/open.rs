use crate::Core;
use crate::call::with_body;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::introduction::{IntroducedResume, IntroductionOpen};

impl Core {
    /// Opens a link that somebody handed over; who made it sees that it was opened.
    pub async fn introduction_open(&self, open: IntroductionOpen) -> Result<IntroducedResume> {
        self.call(with_body(Method::Post, "/api/introductions/open", &open, None)?).await
    }
}
