use crate::Core;
use crate::call::request;
use crate::ports::{ApiRequest, Method};
use zhitu_contract::Result;
use zhitu_contract::jobs::{JobsSuggest, JobsSuggestResponse};

impl Core {
    /// Type-ahead. The server is not told who asks.
    pub async fn jobs_suggest(&self, suggest: JobsSuggest) -> Result<JobsSuggestResponse> {
        let query = vec![("text", suggest.text)];
        self.call_open(ApiRequest { query, ..request(Method::Get, "/api/jobs/suggest") }).await
    }
}
