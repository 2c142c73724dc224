//! What a résumé holds leaves the server by one way only (I1, I3): what reads résumés and snapshots out of the database
//! is called in few files, where what it gives stays with its owner or has been decided about. What reads is the SQL
//! itself, so that is on a list too: a new query would be a new reader.

use super::queries::files;
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

const QUERIES: &str = "crates/storage/queries";

/// Where what a person wrote lies: tables, and their columns that hold it.
const HELD: &[(&str, &str)] = &[
    ("resume", "content"),
    ("application", "snapshot"),
    ("attachment", "content"),
    ("application_attachment", "content"),
];

/// The only queries that may name those columns, and why.
const MAY_NAME: &[(&str, &str)] = &[
    ("account/erase_resume", "empties the résumé of a closed account"),
    ("application/all", "read through application_* alone, whose callers are listed above"),
    ("application/put", "writes the snapshot that the seeker sends"),
    ("application/withdraw", "takes the snapshot away"),
    ("attachment/content", "gives the owner their own file"),
    ("attachment/put", "writes the owner's own file"),
    ("attachment/same", "compares the owner's own file with what is uploaded again"),
    ("attachment/send", "copies the file that the seeker sends along"),
    (
        "attachment/sent",
        "gives the file to the company it was sent to, after the decision about its application",
    ),
    ("attachment/sent_key", "tells whether the sent file is still there"),
    ("attachment/withdraw", "takes the sent file away"),
    ("conversation/answer", "keeps the name that the seeker answers under"),
    ("relay/own_contact", "read through own_contact alone, whose caller is listed above"),
    ("resume/add", "writes the owner's own"),
    ("resume/get", "read through resume_get alone, whose caller is listed above"),
    ("resume/page", "read through resumes_get and resumes_page alone, for the index"),
    ("resume/set", "writes the owner's own"),
    ("visibility/contents", "read through resume_for and resume_cards alone, after the decision"),
    ("visibility/set", "begins the owner's own, empty"),
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
    breaches.extend(queries()?);
    Ok(breaches)
}

/// Every query that reads and is not listed, and every listed one that reads no more.
fn queries() -> Result<Vec<String>> {
    let folder = workspace::root().join(QUERIES);
    let mut breaches = Vec::new();
    let mut reading = Vec::new();
    for file in files(&folder, "sql")? {
        let text =
            std::fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        let name = file.strip_prefix(&folder)?.to_string_lossy().replace('\\', "/");
        if names_what_is_held(&text) {
            breaches.extend(breach_of_query(&name, &text));
            reading.push(stem(&name).to_owned());
        }
    }
    for (query, _) in MAY_NAME {
        if !reading.iter().any(|found| found == query) {
            breaches.push(format!(
                "{QUERIES}/{query}.sql: reads no résumé any more; take it off the list in xtask"
            ));
        }
    }
    Ok(breaches)
}

/// The name that both databases' forms of a query share.
fn stem(name: &str) -> &str {
    [".postgres.sql", ".sqlite.sql", ".sql"]
        .iter()
        .find_map(|ending| name.strip_suffix(ending))
        .unwrap_or(name)
}

fn breach_of_query(name: &str, text: &str) -> Option<String> {
    let is_listed = MAY_NAME.iter().any(|(query, _)| *query == stem(name));
    (names_what_is_held(text) && !is_listed).then(|| {
        format!("{QUERIES}/{name}: reads what a person wrote; such a query is on the list in xtask, with its reason")
    })
}

/// Whether a query names a table and its column of [`HELD`], or takes all columns of such a table. It does not matter of
/// which table the column is: a query that only looks alike has a line on the list too.
fn names_what_is_held(query: &str) -> bool {
    let query = query.to_lowercase().replace("count(*)", "");
    let names = |word: &str| {
        query.split(|letter: char| !letter.is_alphanumeric() && letter != '_').any(|one| one == word)
    };
    HELD.iter().any(|(table, column)| names(table) && (names(column) || query.contains('*')))
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

    #[test]
    fn a_query_that_reads_what_a_person_wrote_is_listed() {
        for reading in [
            "select content -> 'basic' ->> 'phone' as phone\nfrom resume where id = $1",
            "select application.snapshot from application",
            "SELECT one.* FROM resume one",
            "select name, content from application_attachment",
        ] {
            assert!(breach_of_query("recruiter/peek.sql", reading).is_some(), "{reading}");
            assert!(breach_of_query("recruiter/peek.postgres.sql", reading).is_some(), "{reading}");
            assert!(breach_of_query("resume/get.sql", reading).is_none(), "{reading}");
        }
        for other in [
            "select count(*) as held from resume where version > 0",
            "select job.content ->> 'title' as job_title from application join job on job.id = application.job_id",
            "select resume.id as resume_id from look join resume on resume.account_id = look.account_id",
        ] {
            assert!(breach_of_query("recruiter/peek.sql", other).is_none(), "{other}");
        }
    }
}
