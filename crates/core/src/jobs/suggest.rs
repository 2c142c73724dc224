use super::kept::or_kept;
use crate::Core;
use crate::call::request;
use crate::ports::{ApiRequest, Method, StoreResult};
use zhitu_contract::Result;
use zhitu_contract::jobs::{JobsSuggest, JobsSuggestResponse, JobsSuggestView, Suggestion, SuggestionKind};
use zhitu_domain::job::folded;

/// How many titles and companies are suggested of what is kept: together as many as the server suggests.
const TITLES: u32 = 6;
const COMPANIES: u32 = 2;

impl Core {
    /// Type-ahead. The server is not told who asks; off-line, titles and companies of kept jobs are suggested.
    pub async fn jobs_suggest(&self, suggest: JobsSuggest) -> Result<JobsSuggestView> {
        let query = vec![("text", suggest.text.clone())];
        let request = ApiRequest { query, ..request(Method::Get, "/api/jobs/suggest") };
        let answer = self.call_open::<JobsSuggestResponse>(request).await;
        let answer =
            answer.map(|JobsSuggestResponse { suggestions }| JobsSuggestView { suggestions, kept: false });
        or_kept(answer, self.kept_suggest(&suggest.text)).await
    }

    async fn kept_suggest(&self, typed: &str) -> StoreResult<Option<JobsSuggestView>> {
        let typed = folded(typed.trim());
        if typed.is_empty() {
            return Ok(None);
        }
        let of_kind = |kind| move |(text, count)| Suggestion { text, kind, count };
        let titles = self.store.kept_titles(&typed, TITLES).await?.into_iter();
        let companies = self.store.kept_companies(&typed, COMPANIES).await?.into_iter();
        let suggestions: Vec<_> = titles
            .map(of_kind(SuggestionKind::Title))
            .chain(companies.map(of_kind(SuggestionKind::Company)))
            .collect();
        Ok((!suggestions.is_empty()).then_some(JobsSuggestView { suggestions, kept: true }))
    }
}
