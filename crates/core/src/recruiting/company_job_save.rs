use crate::Core;
use crate::call::{is_passing, with_body, word};
use crate::ports::Method;
use std::sync::PoisonError;
use zhitu_contract::recruiting::{CompanyJob, CompanyJobSave, JobSaveRequest};
use zhitu_contract::{Error, Result};
use zhitu_domain::id::JobId;
use zhitu_domain::job::{self, JobContent};

impl Core {
    /// Posts a job under a new key, or changes one. Posting the same again after an answer that got lost uses the same
    /// key, so that it is posted once.
    pub async fn company_job_save(&self, save: CompanyJobSave) -> Result<CompanyJob> {
        if let Some((field, problem)) = job::validate(&save.content).first() {
            return Err(Error::field(&word(field), &word(problem)));
        }
        let key = save.job.unwrap_or_else(|| self.post_key(&save.content));
        let body = JobSaveRequest { content: save.content };
        let saved =
            self.call(with_body(Method::Put, format!("/api/recruiter/jobs/{key}"), &body, None)?).await;
        if saved.as_ref().err().is_none_or(|error| !is_passing(error)) {
            self.unanswered_post.lock().unwrap_or_else(PoisonError::into_inner).take_if(|post| post.0 == key);
        }
        saved
    }

    fn post_key(&self, content: &JobContent) -> JobId {
        let mut unanswered = self.unanswered_post.lock().unwrap_or_else(PoisonError::into_inner);
        match &*unanswered {
            Some((key, posted)) if posted == content => *key,
            _ => {
                let key = JobId(self.rng.uuid_v7(self.now()));
                *unanswered = Some((key, content.clone()));
                key
            }
        }
    }
}
