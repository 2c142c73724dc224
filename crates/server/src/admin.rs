//! What the operator does from the command line.

use crate::app::{open_store, secret_key};
use crate::config::Config;
use crate::ports::{Clock, Rng};
use anyhow::Context;
use zhitu_domain::account::PhoneNumber;

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
    let store = open_store(config).await?;
    store.migrate().await?;
    let (subject, change) = match command {
        Admin::Verify { subject, revoke, operator } => (subject, Some((!revoke, operator))),
        Admin::Show { subject } => (subject, None),
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
        let phone = PhoneNumber::parse(&phone).context("not a phone number")?;
        let phone_key = secret_key(config, rng)?.phone(&phone);
        let account = store.account_by_phone(&phone_key).await?.context("no account of that number")?;
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

fn word(verified: bool) -> &'static str {
    if verified { "verified" } else { "not verified" }
}
