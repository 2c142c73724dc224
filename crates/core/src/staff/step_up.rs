use crate::Core;
use crate::call::with_body;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::staff::{SecondFactorRequest, StaffSession};

impl Core {
    /// Shows the second factor in this session.
    pub async fn staff_step_up(&self, shown: SecondFactorRequest) -> Result<StaffSession> {
        self.call(with_body(Method::Post, "/api/staff/second-factor", &shown, None)?).await
    }
}
