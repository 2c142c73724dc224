use crate::Core;
use crate::ports::UndoStep;
use serde_json::json;
use zhitu_contract::resume::{ResumeEditCommand, ResumeView};
use zhitu_contract::{Error, ErrorCode, Result};
use zhitu_domain::resume::{EditError, FieldProblem, ResumeEdit, apply};

/// Typing on in one field within so many seconds is one step to undo.
const ONE_STEP_S: i64 = 2;

impl Core {
    /// Makes one edit and keeps it on the device before it answers; the server gets it when it can be reached.
    /// Nothing personal is kept before the policy is accepted (S-AUTH-09), no birth date under 16 ever (S-MIN-01).
    pub async fn resume_edit(&self, command: ResumeEditCommand) -> Result<ResumeView> {
        self.policy_required().await?;
        let leave = self.personal.read().await;
        let mut working = self.resume.lock().await;
        let row = self.store.resume().await?.unwrap_or_default();
        let content = apply(&row.content, &command.edit, self.clock.today()).map_err(refusal)?;
        if content != row.content {
            let now = self.now();
            let typed = match &command.edit {
                ResumeEdit::Set { path, value } if value.is_string() => Some(path.clone()),
                _ => None,
            };
            let goes_on = typed.is_some()
                && row.can_undo
                && working.last_typed.as_ref().is_some_and(|(path, at)| {
                    Some(path) == typed.as_ref() && now.seconds_since(*at) < ONE_STEP_S
                });
            let step = if goes_on { UndoStep::SameAsLast } else { UndoStep::New };
            let settled = path(&command.edit);
            let clashes: Vec<String> = row.clashes.into_iter().filter(|clash| *clash != settled).collect();
            self.store.resume_edit(&content, step, &clashes).await?;
            working.last_typed = typed.map(|path| (path, now));
            self.resume_changed.notify_one();
        }
        let row = self.store.resume().await?.unwrap_or_default();
        drop((working, leave));
        Ok(self.resume_view(row).await)
    }
}

/// What an edit is about, as in the clashes.
fn path(edit: &ResumeEdit) -> String {
    match edit {
        ResumeEdit::Set { path, .. } => path.clone(),
        ResumeEdit::Add { section, entry, .. } | ResumeEdit::Remove { section, entry } => {
            format!("{}/{entry}", crate::call::word(section))
        }
        ResumeEdit::Move { section, .. } => crate::call::word(section),
    }
}

fn refusal(error: EditError) -> Error {
    match error {
        EditError::Field { path, problem: FieldProblem::TooYoung } => Error::new(ErrorCode::TooYoung)
            .detail(json!({ "field": path, "problem": FieldProblem::TooYoung })),
        EditError::Field { path, problem } => Error::field(&path, &crate::call::word(&problem)),
        EditError::NoSuchField(path) => Error::with_message(ErrorCode::NotFound, format!("no field {path}"))
            .detail(json!({ "field": path })),
    }
}
