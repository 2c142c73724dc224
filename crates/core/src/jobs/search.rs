use crate::Core;
use crate::call::with_body;
use crate::ports::Method;
use std::sync::PoisonError;
use zhitu_contract::Result;
use zhitu_contract::jobs::{JobsSearchRequest, JobsSearchResponse};

/// A search made within so many seconds of the last one, whose text goes on from it, is the same search being typed.
const STILL_TYPING_S: i64 = 10;

impl Core {
    /// Searches. The server is not told who asks, and the search is remembered on this device only (S-SRCH-03).
    pub async fn jobs_search(&self, request: JobsSearchRequest) -> Result<JobsSearchResponse> {
        // Of a cell the command `jobs_nearby` alone knows, with leave.
        let request = JobsSearchRequest { near_cell: None, ..request };
        let answer = self.call_open(with_body(Method::Post, "/api/jobs/search", &request, None)?).await;
        if answer.is_ok()
            && let Err(error) = self.search_remember(&request).await
        {
            // The results are there; that the search was not noted is no reason to hide them.
            tracing::warn!(%error, "the search was not remembered");
        }
        let response: JobsSearchResponse = answer?;
        let mut seen = self.seen_jobs.lock().unwrap_or_else(PoisonError::into_inner);
        for card in &response.jobs {
            seen.remember(card);
        }
        drop(seen);
        Ok(response)
    }

    async fn search_remember(&self, request: &JobsSearchRequest) -> Result<()> {
        let text = request.text.trim();
        if request.offset > 0 || (text.is_empty() && request.near.is_none()) {
            return Ok(());
        }
        let now = self.now();
        if let Some(last) = self.store.search_history().await?.first() {
            let last_text = last.request.text.as_str();
            let rest_is_equal = JobsSearchRequest { text: text.to_owned(), ..last.request.clone() }
                == JobsSearchRequest { text: text.to_owned(), ..request.clone() };
            if rest_is_equal
                && last_text != text
                && !last_text.is_empty()
                && text.starts_with(last_text)
                && now.seconds_since(last.at) < STILL_TYPING_S
            {
                self.store.search_history_delete(Some(last.at)).await?;
            }
        }
        let remembered = JobsSearchRequest { text: text.to_owned(), ..request.clone() };
        Ok(self.store.search_history_add(&remembered, now).await?)
    }
}
