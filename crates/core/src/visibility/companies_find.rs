use crate::Core;
use crate::call::request;
use crate::ports::{ApiRequest, Method};
use zhitu_contract::Result;
use zhitu_contract::visibility::{CompaniesFind, CompanyName};

impl Core {
    /// Companies of the platform by a part of their name. The server does not learn who asks.
    pub async fn companies_find(&self, find: CompaniesFind) -> Result<Vec<CompanyName>> {
        let query = vec![("q", find.q)];
        self.call_open(ApiRequest { query, ..request(Method::Get, "/api/companies") }).await
    }
}
