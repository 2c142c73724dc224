use crate::Core;
use crate::call::request;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::device::Nothing;
use zhitu_contract::virtual_number::VirtualNumberView;

impl Core {
    /// The companies that may reach the seeker by a virtual number.
    pub async fn virtual_numbers_list(&self, _: Nothing) -> Result<Vec<VirtualNumberView>> {
        self.call(request(Method::Get, "/api/virtual-numbers")).await
    }
}
