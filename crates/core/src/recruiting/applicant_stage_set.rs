use crate::Core;
use crate::call::with_body;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::recruiting::{ApplicantCard, ApplicantStageSet, StageSetRequest};

impl Core {
    /// Moves an application to another stage.
    pub async fn applicant_stage_set(&self, set: ApplicantStageSet) -> Result<ApplicantCard> {
        let path = format!("/api/recruiter/applications/{}/stage", set.application);
        self.call(with_body(Method::Put, path, &StageSetRequest { stage: set.stage }, None)?).await
    }
}
