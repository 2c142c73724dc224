use super::kept::{Seen, or_kept};
use crate::Core;
use crate::call::with_body;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::jobs::{JobsSearchRequest, JobsSearchResponse, JobsSearchView};

/// A search made within so many seconds of the last one, whose text goes on from it, is the same search being typed.
const STILL_TYPING_S: i64 = 10;

impl Core {
    /// Searches. The server is not told who asks, and the search is remembered on this device only (S-SRCH-03). What it
    /// brings is kept, and searched while the server cannot be reached.
    pub async fn jobs_search(&self, request: JobsSearchRequest) -> Result<JobsSearchView> {
        // Of a cell the command `jobs_nearby` alone knows, with leave.
        let request = JobsSearchRequest { near_cell: None, ..request };
        let wipes = self.wipes();
        let answer = self
            .call_open::<JobsSearchResponse>(with_body(Method::Post, "/api/jobs/search", &request, None)?)
            .await;
        if let Ok(response) = &answer
            && !response.jobs.is_empty()
        {
            self.keep_seen(Seen::Cards(response.jobs.clone()), wipes);
        }
        let view = or_kept(answer.map(JobsSearchView::from), self.kept_search(&request)).await?;
        if let Err(error) = self.search_remember(&request).await {
            // The results are there; that the search was not noted is no reason to hide them.
            tracing::warn!(%error, "the search was not remembered");
        }
        self.remember(&view.jobs);
        Ok(view)
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
