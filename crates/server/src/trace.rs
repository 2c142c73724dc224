//! Which download a leaked file comes from: `zhitu-server admin trace FILE`.

use crate::secret::SecretKey;
use anyhow::Context;
use std::fmt::Write;
use std::path::Path;
use zhitu_domain::mark::{Finding, MarkKind, Verdict};
use zhitu_storage::Store;
use zhitu_storage::download::Download;

/// The largest file that is read, in bytes.
const LARGEST: u64 = 64 * 1024 * 1024;

/// Reads the file and says what it comes from, for people to read.
pub async fn trace(store: &Store, secret: &SecretKey, file: &Path) -> anyhow::Result<String> {
    let name = file.display();
    let size = tokio::fs::metadata(file).await.with_context(|| format!("{name} cannot be read"))?.len();
    anyhow::ensure!(size <= LARGEST, "{name} is larger than {} MB", LARGEST >> 20);
    let bytes = tokio::fs::read(file).await.with_context(|| format!("{name} cannot be read"))?;
    let downloads = store.download_marks().await?;
    let key = secret.marks();
    let verdict = tokio::task::spawn_blocking(move || {
        zhitu_trace::read(&bytes, &key).map(|marks| marks.compared_with(&key, &downloads))
    });
    let verdict = verdict.await?.with_context(|| format!("{name}"))?;
    let (word, findings) = match verdict {
        Verdict::Certain(findings) => ("certain", findings),
        Verdict::Likely(findings) => ("likely", findings),
        Verdict::Nothing => {
            return Ok("nothing: no mark of a download of this installation was found".to_owned());
        }
    };
    let mut said = String::new();
    for finding in findings {
        let download = store.download_of_mark(finding.number).await?.context("a download is gone")?;
        if !said.is_empty() {
            said.push('\n');
        }
        write!(said, "{word}: {}", described(secret, &finding, &download)?)?;
    }
    Ok(said)
}

/// Without the seeker's name: who leaked it is the question.
fn described(secret: &SecretKey, finding: &Finding, download: &Download) -> anyhow::Result<String> {
    let at = jiff::Timestamp::from_microsecond(download.at.0)?;
    let company = download.company.as_ref().map_or("none (platform's own staff)", |(_, name)| name.as_str());
    let recruiter = download.recruiter.as_ref().map_or_else(
        || "none".to_owned(),
        |(name, title)| [name.as_str(), title.as_str()].join(" ").trim().to_owned(),
    );
    let copied = match (download.application, download.resume) {
        (Some(application), _) if download.mailed => {
            format!(
                "snapshot of application {application}, mailed to the company's mailbox, which the account set"
            )
        }
        (Some(application), _) => format!("snapshot of application {application}"),
        (None, Some(resume)) => format!("résumé {resume}"),
        (None, None) => "a résumé".to_owned(),
    };
    let marks = finding.marks.iter().map(|(kind, chance)| match kind {
        MarkKind::Code => "readable code (can be copied by hand)".to_owned(),
        MarkKind::Text => format!("text (by chance: 1 in 2^{:.0})", -chance),
        MarkKind::Pattern => format!("dots (by chance: 1 in 2^{:.0})", -chance),
    });
    Ok(format!(
        "download {code} at {at:.0}\n  company: {company}\n  recruiter: {recruiter}, account {account}\n  of: {copied}\n  by: {marks}",
        code = secret.marks().mark(finding.number).code(),
        account = download.viewer,
        marks = marks.collect::<Vec<_>>().join(", "),
    ))
}
