use crate::Core;
use crate::call::request;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::device::Nothing;
use zhitu_contract::relay::RelayView;

impl Core {
    /// The companies that have an alias of the seeker.
    pub async fn relays_list(&self, _: Nothing) -> Result<Vec<RelayView>> {
        self.call(request(Method::Get, "/api/relays")).await
    }
}
