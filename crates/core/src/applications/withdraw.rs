use crate::Core;
use crate::call::request;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::applications::{Application, ApplicationRef};

impl Core {
    /// Takes an application back: the company sees nothing of it from that moment.
    pub async fn application_withdraw(&self, withdraw: ApplicationRef) -> Result<Application> {
        let path = format!("/api/applications/{}/withdraw", withdraw.application);
        let application: Application = self.call(request(Method::Post, path)).await?;
        self.application_keep(&application).await?;
        Ok(application)
    }
}
