use crate::Core;
use crate::call::request;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::device::Nothing;
use zhitu_contract::recommendations::Personalisation;

impl Core {
    /// Whether the own data may be used to recommend.
    pub async fn personalisation_show(&self, _: Nothing) -> Result<Personalisation> {
        self.call(request(Method::Get, "/api/account/personalisation")).await
    }
}
