use crate::Core;
use crate::call::{is_passing, request};
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::applications::Application;
use zhitu_contract::device::Nothing;

impl Core {
    /// The person's applications; as last seen while the server cannot answer.
    pub async fn applications_list(&self, _: Nothing) -> Result<Vec<Application>> {
        let account = self.account_required().await?.id;
        match self.call::<Vec<Application>>(request(Method::Get, "/api/applications")).await {
            Ok(applications) => {
                let leave = self.personal_write(account).await?;
                self.store.applications_replace(&applications).await?;
                drop(leave);
                Ok(applications)
            }
            Err(error) if is_passing(&error) => Ok(self.store.applications().await?),
            Err(error) => Err(error),
        }
    }
}
