use crate::Core;
use crate::call::with_body;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::applications::{Application, ApplyRequest};

impl Core {
    /// Applies with the résumé's version that the person saw. A repeat answers the application that is there.
    pub async fn application_submit(&self, apply: ApplyRequest) -> Result<Application> {
        let application: Application =
            self.call(with_body(Method::Post, "/api/applications", &apply)?).await?;
        self.application_keep(&application).await?;
        Ok(application)
    }
}
