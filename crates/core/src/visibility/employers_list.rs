use crate::Core;
use zhitu_contract::Result;
use zhitu_contract::device::Nothing;
use zhitu_contract::visibility::{Employer, EmployersList};
use zhitu_domain::block::employers;

impl Core {
    /// The employers that the résumé names and that are not blocked.
    pub async fn employers_list(&self, list: EmployersList) -> Result<Vec<Employer>> {
        let resume = self.resume_show(Nothing {}).await?;
        Ok(employers(&resume.content, list.blocked.iter().map(String::as_str)))
    }
}
