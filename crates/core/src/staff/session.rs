use crate::Core;
use crate::call::request;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::device::Nothing;
use zhitu_contract::staff::StaffSession;

impl Core {
    /// Until when the session's second factor counts.
    pub async fn staff_session(&self, _: Nothing) -> Result<StaffSession> {
        self.call(request(Method::Get, "/api/staff/second-factor")).await
    }
}
