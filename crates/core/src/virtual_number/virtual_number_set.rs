use crate::Core;
use crate::call::with_body;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::virtual_number::{VirtualNumberSet, VirtualNumberSetRequest, VirtualNumberView};

impl Core {
    /// Ends a company's virtual numbers of the seeker, or lets it have one again (I2).
    pub async fn virtual_number_set(&self, set: VirtualNumberSet) -> Result<Vec<VirtualNumberView>> {
        self.call(with_body(
            Method::Put,
            format!("/api/virtual-numbers/{}", set.id),
            &VirtualNumberSetRequest { open: set.open },
            None,
        )?)
        .await
    }
}
