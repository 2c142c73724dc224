//! What the operator does from the command line.

use crate::app::{open_store, secret_key};
use crate::config::Config;
use crate::gateways::mail::Dkim;
use crate::ports::{Clock, Rng};
use crate::staff::{AuditRead, Enrolment, enrol, read_audit};
use crate::trace::trace;
use anyhow::Context;
use std::path::PathBuf;
use zhitu_domain::account::PhoneNumber;
use zhitu_domain::id::AccountId;
use zhitu_domain::time::Timestamp;
use zhitu_storage::Store;

/// What is verified, or no longer (S-REC-04).
#[derive(Debug, Clone, clap::Subcommand)]
pub enum Admin {
    /// Says that a company exists and may recruit, or that a recruiter is who they say and works there.
    Verify {
        /// Whom it is about.
        #[command(flatten)]
        subject: Subject,
        /// Take the verification back.
        #[arg(long)]
        revoke: bool,
        /// Who decided, for the record.
        #[arg(long, default_value = "operator")]
        operator: String,
    },
    /// Says that a company has booked the résumé search (S-REC-09), or no longer.
    Entitle {
        /// The company, by its name.
        #[arg(long)]
        company: String,
        /// Take it back.
        #[arg(long)]
        revoke: bool,
        /// Who decided, for the record.
        #[arg(long, default_value = "operator")]
        operator: String,
    },
    /// Takes an account into the platform's own recruiting staff, or out of it. Prints the second factor that it gets,
    /// once. Each of their looks is shown to the seeker (I4).
    Staff {
        /// By its phone number.
        #[arg(long)]
        account: String,
        /// Take it out.
        #[arg(long)]
        revoke: bool,
        /// Give it another second factor, when the device that makes the codes is lost.
        #[arg(long, conflicts_with = "revoke")]
        renew_factor: bool,
        /// Who decided, for the record.
        #[arg(long, default_value = "operator")]
        operator: String,
    },
    /// Prints the DNS record of the key that signs mail, as a zone file has it.
    Dkim,
    /// Says which download a leaked file comes from: company, recruiter and time (S-REC-10). It reads PDFs, copied text
    /// in UTF-8, and scanned pages as PNG or JPEG.
    Trace {
        /// The file.
        file: PathBuf,
    },
    /// Closes an account, for good: its sessions end; résumé, snapshots, messages, name and block list are deleted, here and
    /// for companies, which are told to delete their copies (S-RGT-13). Its number may sign up again, as another account.
    Close {
        /// By its phone number.
        #[arg(long)]
        account: String,
        /// Who decided, for the record.
        #[arg(long, default_value = "operator")]
        operator: String,
    },
    /// Lists the companies that had something of closed accounts, and whether they said that they deleted it (S-RGT-13).
    Erasures,
    /// Prints the audit log of the staff and checks it; fails when it is not what was written.
    Audit {
        /// Number and seal of an entry, as this printed them and the operator noted them elsewhere (`12:ab34…`): fails
        /// when the log does not have that entry any more.
        #[arg(long)]
        noted: Option<String>,
    },
    /// Shows what is verified about a company or a recruiter.
    Show {
        /// Whom it is about.
        #[command(flatten)]
        subject: Subject,
    },
}

/// Whom it is about.
#[derive(Debug, Clone, clap::Args)]
#[group(required = true, multiple = false)]
pub struct Subject {
    /// A company, by its name.
    #[arg(long)]
    company: Option<String>,
    /// A recruiter, by their phone number: person and employment.
    #[arg(long)]
    recruiter: Option<String>,
}

/// Does it and answers what to print.
pub async fn run(
    config: &Config,
    command: Admin,
    clock: &dyn Clock,
    rng: &dyn Rng,
) -> anyhow::Result<String> {
    if let Admin::Dkim = command {
        return dkim_record(config);
    }
    let store = open_store(config).await?;
    store.migrate().await?;
    let (subject, change) = match command {
        Admin::Verify { subject, revoke, operator } => (subject, Some((!revoke, operator))),
        Admin::Show { subject } => (subject, None),
        Admin::Dkim => unreachable!("answered above"),
        Admin::Trace { file } => {
            let said = trace(&store, &secret_key(config, rng)?, &file).await?;
            store.close().await?;
            return Ok(said);
        }
        Admin::Entitle { company, revoke, operator } => {
            let company = store.company_by_name(&company).await?.context("no company of that name")?;
            store.company_entitle(company.id, !revoke, &operator, clock.now()).await?;
            store.close().await?;
            let word = if revoke { "not booked" } else { "booked" };
            return Ok(format!("company {}: résumé search {word}", company.name));
        }
        Admin::Staff { account, revoke, renew_factor, operator } => {
            let account = account_of(&store, &account, config, rng).await?;
            store.staff_set(account, !revoke, &operator, clock.now()).await?;
            let said = if revoke {
                format!("account {account}: no staff")
            } else if renew_factor || !store.staff_has_factor(account).await? {
                let secret = secret_key(config, rng)?;
                let made = enrol(&store, &secret, rng, account, &operator, clock.now()).await?;
                enrolled(account, &made)
            } else {
                format!("account {account}: staff, with the second factor it had")
            };
            store.close().await?;
            return Ok(said);
        }
        Admin::Close { account, operator } => {
            let account = account_of(&store, &account, config, rng).await?;
            anyhow::ensure!(
                store.account_close(account, &operator, clock.now()).await?,
                "it is closed already"
            );
            store.close().await?;
            return Ok(format!("account {account}: closed"));
        }
        Admin::Erasures => {
            let said = erasures(&store).await?;
            store.close().await?;
            return Ok(said);
        }
        Admin::Audit { noted } => {
            let read = read_audit(&store, &secret_key(config, rng)?).await?;
            store.close().await?;
            return audit_said(&read, noted.as_deref());
        }
    };
    let said = if let Some(name) = subject.company {
        let company = store.company_by_name(&name).await?.context("no company of that name")?;
        if let Some((verified, operator)) = &change {
            store.company_verify(company.id, *verified, operator, clock.now()).await?;
        }
        let verified = change.map_or(company.verified, |(verified, _)| verified);
        format!("company {}: {}", company.name, word(verified))
    } else {
        let phone = subject.recruiter.unwrap_or_default();
        let account = account_of(&store, &phone, config, rng).await?;
        if let Some((verified, operator)) = &change {
            store.recruiter_verify(account, *verified, *verified, operator, clock.now()).await?;
        }
        let recruiter = store.recruiter_get(account).await?.context("the account is no recruiter's")?;
        format!(
            "recruiter {}: person {}, employment {}; company {}: {}",
            recruiter.name,
            word(recruiter.verification.person),
            word(recruiter.verification.employment),
            recruiter.company.name,
            word(recruiter.verification.company),
        )
    };
    store.close().await?;
    Ok(said)
}

fn dkim_record(config: &Config) -> anyhow::Result<String> {
    let dkim = config.mail.dkim.as_ref().context("the settings have no mail.dkim")?;
    Ok(Dkim::read(&config.mail.domain, dkim)?.zone())
}

async fn account_of(store: &Store, phone: &str, config: &Config, rng: &dyn Rng) -> anyhow::Result<AccountId> {
    let phone = PhoneNumber::parse(phone).context("not a phone number")?;
    let phone_key = secret_key(config, rng)?.phone(&phone);
    store.account_by_phone(&phone_key).await?.context("no account of that number")
}

/// One line for each company and closed account: when it was closed, and who confirmed.
async fn erasures(store: &Store) -> anyhow::Result<String> {
    let day = |at: Timestamp| jiff::Timestamp::from_microsecond(at.0).map(|at| at.strftime("%F").to_string());
    let mut lines = Vec::new();
    for (company, name) in store.erasure_companies().await? {
        for erasure in store.erasures_of(company).await? {
            let confirmed = match erasure.confirmed {
                Some((by, at)) => format!("confirmed by {by} on {}", day(at)?),
                None => "not confirmed".to_owned(),
            };
            lines.push(format!("company {name}: account closed on {}: {confirmed}", day(erasure.closed_at)?));
        }
    }
    if lines.is_empty() {
        return Ok("no company had anything of a closed account".to_owned());
    }
    Ok(lines.join("\n"))
}

/// What whoever is enrolled needs, said once.
fn enrolled(account: AccountId, made: &Enrolment) -> String {
    format!(
        "account {account}: staff\nfor the authenticator app, shown this once: {}\nrecovery codes, each good once: {}",
        made.uri,
        made.recovery_codes.join(" "),
    )
}

/// The log as lines, oldest first, and whether it holds.
fn audit_said(read: &AuditRead, noted: Option<&str>) -> anyhow::Result<String> {
    let mut lines = Vec::new();
    for entry in &read.entries {
        let at = jiff::Timestamp::from_microsecond(entry.at.0)?;
        lines.push(format!("{} {at} {} {}", entry.seq, entry.account, entry.body));
    }
    if let Err(broken) = read.holds {
        anyhow::bail!("the audit log is not what was written: {broken}\n{}", lines.join("\n"));
    }
    if let Some(noted) = noted {
        let (seq, seal) = noted.split_once(':').context("not of the form NUMBER:SEAL")?;
        let seq: u64 = seq.parse().context("not of the form NUMBER:SEAL")?;
        let there = read.entries.iter().any(|entry| entry.seq == seq && entry.seal == seal);
        anyhow::ensure!(there, "the audit log does not have the entry {noted}");
    }
    lines.push(format!("the audit log holds; to be noted elsewhere: {}:{}", read.head.seq, read.head.seal));
    Ok(lines.join("\n"))
}

fn word(verified: bool) -> &'static str {
    if verified { "verified" } else { "not verified" }
}
