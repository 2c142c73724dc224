use crate::Core;
use crate::call::with_body;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::resumes::{ResumeNote, ResumeNoteSet, ResumeNoteSetRequest};

impl Core {
    /// Writes the own note on a résumé; empty deletes it.
    pub async fn resume_note_set(&self, set: ResumeNoteSet) -> Result<Vec<ResumeNote>> {
        let path = format!("/api/recruiter/resumes/{}/notes", set.resume);
        self.call(with_body(Method::Put, path, &ResumeNoteSetRequest { text: set.text }, None)?).await
    }
}
