//! The demo market: invented companies, recruiters and jobs, every one marked 演示数据.
//!
//! The same seed and clock give the same market. [`compose`] makes plain values; [`fill_if_empty`] stores them once,
//! when the database has no posting. Each company has a verified recruiter whose number can be signed in with (the
//! codes of the demo market are shown by the app, never sent), so that both sides of a story can be played.
//!
//! `resumes.rs` has invented seekers in every setting, so that a recruiter finds somebody.
//!
//! To widen it: a row in `companies.rs`, `roles.rs` or `resumes.rs`.

mod companies;
mod compose;
mod dice;
mod places;
mod resumes;
mod roles;

pub use compose::{DemoCompany, DemoJob, DemoMarket, compose};

use crate::app::App;
use crate::config::{Config, MailGatewayConfig, SmsConfig, TelephonyGatewayConfig};
use anyhow::Context;
use zhitu_domain::account::PhoneNumber;
use zhitu_domain::id::{AccountId, CompanyId, JobId, ResumeId};
use zhitu_domain::recruiter::Verification;
use zhitu_storage::company::Company;
use zhitu_storage::job::NewJob;
use zhitu_storage::recruiter::Registration;

/// The seed of the market that ships.
pub const SEED: u64 = 20_261_122;

/// How many jobs it has.
pub const JOBS: usize = 1_500;

/// The settings of a demo market: it is filled at the start, and codes are shown instead of sent.
#[must_use]
pub fn settings(mut config: Config) -> Config {
    config.demo_market = true;
    // Whatever the settings say: the demo's invented recruiters have numbers that might be somebody's.
    config.sms = SmsConfig::Development;
    config.telephony.gateway = TelephonyGatewayConfig::Development;
    config.mail.gateway = MailGatewayConfig::Development;
    "demo.example".clone_into(&mut config.mail.domain);
    config
}

/// Fills an empty database with the demo market; whether it did.
pub async fn fill_if_empty(app: &App) -> anyhow::Result<bool> {
    let (jobs, _) = app.store.jobs_count().await?;
    if jobs > 0 {
        return Ok(false);
    }
    let now = app.now();
    let market = compose(SEED, JOBS, now);
    let mut owners = Vec::with_capacity(market.companies.len());
    for company in &market.companies {
        let phone = PhoneNumber::parse(&company.recruiter_phone).context("a demo recruiter's number")?;
        let account =
            app.store.account_put(AccountId(app.new_id()?), &app.secret.phone(&phone), &phone, now).await?;
        let stored = Company {
            id: CompanyId(app.new_id()?),
            name: company.name.clone(),
            industry: company.industry.clone(),
            size: Some(company.size),
            address: company.address.clone(),
            introduction: company.introduction.clone(),
            verified: true,
            demo: true,
        };
        app.store
            .recruiter_register(&Registration {
                account,
                name: &company.recruiter_name,
                title: &company.recruiter_title,
                verification: Verification { person: true, employment: true, company: true },
                company: &stored,
                company_key: Some(app.secret.company_name(&stored.name)),
                company_overwrite: false,
                at: now,
            })
            .await?;
        let recruiter =
            app.store.recruiter_get(account).await?.context("a demo recruiter that was registered")?;
        owners.push((account, recruiter.company.id));
    }
    let mut jobs = Vec::with_capacity(market.jobs.len());
    for job in &market.jobs {
        let (recruiter, company) = owners[job.company];
        let id = JobId(app.new_id()?);
        jobs.push(NewJob {
            id,
            company,
            recruiter,
            content: &job.content,
            posted_at: job.posted_at,
            at: now,
        });
    }
    let today = crate::routes::resume::today(app).map_err(|failure| anyhow::anyhow!(failure.0))?;
    for seeker in resumes::seekers(SEED, today.year()) {
        let phone = PhoneNumber::parse(&seeker.phone).context("a demo seeker's number")?;
        let account =
            app.store.account_put(AccountId(app.new_id()?), &app.secret.phone(&phone), &phone, now).await?;
        let resume = ResumeId(app.new_id()?);
        app.store.resume_put(account, resume, 0, &seeker.content, now).await?;
        app.store.visibility_set(account, resume, seeker.setting, now).await?;
    }
    // In one transaction: a first start that is cut off leaves no half market, which would never be filled up.
    app.store.jobs_put(&jobs).await?;
    tracing::info!(companies = owners.len(), jobs = market.jobs.len(), "the demo market was filled");
    Ok(true)
}
