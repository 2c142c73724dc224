use crate::Core;
use zhitu_contract::Result;
use zhitu_contract::device::Nothing;
use zhitu_contract::resume::ResumePages;

impl Core {
    /// The working copy set in type, a picture a page.
    pub async fn resume_pages(&self, _: Nothing) -> Result<ResumePages> {
        let pages = self.resume_set(zhitu_typeset::Typesetter::pages_svg).await?;
        Ok(ResumePages { pages })
    }
}
