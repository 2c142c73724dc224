//! What a résumé holds leaves the server by one way only (I1, I3): what reads résumés and snapshots out of the database
//! is called in few files, where what it gives stays with its owner or has been decided about.

use super::sizes::sources;
use crate::workspace;
use anyhow::{Context, Result};

const SERVER: &str = "crates/server/src/";

/// What reads, and the only files that may call it.
const READERS: &[(&str, &[&str])] = &[
    // The account's own.
    ("resume_get", &["routes/resume/mod.rs"]),
    ("application_of_job", &["routes/applications/submit.rs", "routes/jobs/show.rs", "visibility.rs"]),
    ("applications_of_account", &["routes/applications/list.rs", "routes/visibility/mod.rs"]),
    (
        "application_get",
        &["routes/applications/submit.rs", "routes/applications/withdraw.rs", "visibility.rs"],
    ),
    // Of others: decided about.
    ("resume_for", &["visibility.rs"]),
    ("resume_cards", &["visibility.rs"]),
    ("applications_of_job", &["visibility.rs"]),
    ("own_contact", &["visibility.rs"]),
    // For the index, which is told job terms only.
    ("resumes_get", &["outbox.rs"]),
    ("resumes_page", &["outbox.rs"]),
];

/// Every call in a file that is not listed, and every listed file without a call.
pub fn breaches() -> Result<Vec<String>> {
    let mut breaches = Vec::new();
    let mut called: Vec<(&str, String)> = Vec::new();
    for name in sources()?.into_iter().filter(|name| name.starts_with(SERVER)) {
        let text = std::fs::read_to_string(workspace::root().join(&name))
            .with_context(|| format!("cannot read {name}"))?;
        let file = &name[SERVER.len()..];
        for reader in calls(&text) {
            called.push((reader, file.to_owned()));
        }
        breaches.extend(breaches_of(file, &text));
    }
    for (reader, files) in READERS {
        for file in *files {
            if !called.iter().any(|(found, there)| found == reader && there == file) {
                breaches
                    .push(format!("{SERVER}{file}: calls {reader} no more; take it off the list in xtask"));
            }
        }
    }
    Ok(breaches)
}

/// The readers that a text calls on the store.
fn calls(text: &str) -> impl Iterator<Item = &'static str> + '_ {
    // However the call is broken into lines.
    let text: String = text.split_whitespace().collect();
    READERS.iter().map(|(reader, _)| *reader).filter(move |reader| text.contains(&format!("store.{reader}(")))
}

fn breaches_of(file: &str, text: &str) -> Vec<String> {
    let allowed =
        |reader: &str| READERS.iter().any(|(known, files)| *known == reader && files.contains(&file));
    calls(text)
        .filter(|reader| !allowed(reader))
        .map(|reader| {
            format!("{SERVER}{file}: calls {reader}; what others see of a résumé goes through visibility.rs")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_resume_is_read_in_no_other_file() {
        let broken = "let resume = app\n    .store\n    .resume_get(account)\n    .await?;";
        assert_eq!(breaches_of("routes/recruiter/peek.rs", broken).len(), 1);
        assert!(breaches_of("routes/resume/mod.rs", broken).is_empty());
        let named_alike = "visibility::resume_for(&app, &decided, &items).await?";
        assert!(breaches_of("routes/resumes/open.rs", named_alike).is_empty());
    }
}
