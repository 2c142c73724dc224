//! Contact by e-mail over aliases, which tells neither side the other's address (D3, S-VIS-09).
//!
//! The way of a mail: the operator's mail server hands it in (`listener`, `session`); `incoming` asks whether this
//! sender may write to this alias, by the table of visibility; `rebuild` makes a new message of what may pass, without
//! the contact data that `scrub` knows; it is kept, and only then acknowledged; `delivery` asks once more, and sends.
//! What never arrives comes back to its sender as a `notice`.
//!
//! Unknown, ended, closed, another pair's, blocked: all are answered in the same words (I3). Nothing of a mail or an
//! address is logged.

mod delivery;
mod incoming;
mod listener;
mod notice;
mod rebuild;
mod scrub;
mod session;

pub use delivery::run as deliver;
pub use listener::{Listener, listen};
#[doc(hidden)]
pub use rebuild::{Rebuild, Refusal, rebuild};

use crate::app::App;
use crate::failure::Failure;
use crate::ports::RngError;
use crate::visibility::{Side, relay_pair};
use zhitu_domain::id::{AccountId, CompanyId, RelayId};
use zhitu_domain::relay::{ALIAS_BYTES, AliasName};
use zhitu_storage::relay::{Opened, RelayOpen};

/// Whether this server relays mail: in and out.
pub fn is_offered(app: &App) -> bool {
    app.config.mail.listen.is_some() && app.mail.is_there()
}

/// The address of a name.
pub fn address(app: &App, name: &AliasName) -> String {
    format!("{}@{}", name.as_str(), app.config.mail.domain)
}

/// A new name that nobody guesses.
pub fn new_name(app: &App) -> Result<AliasName, RngError> {
    let mut random = [0; ALIAS_BYTES];
    app.rng.fill(&mut random)?;
    Ok(AliasName::from_random(random))
}

/// The aliases of a seeker and a recruiter, made when there are none; `None` when the seeker closed the channel, or the
/// recruiter may not write now: nobody is shown an address that takes none of their mails.
pub async fn open(
    app: &App,
    seeker: AccountId,
    company: Option<CompanyId>,
    recruiter: AccountId,
) -> Result<Option<Opened>, Failure> {
    let opened = app
        .store
        .relay_open(&RelayOpen {
            id: RelayId(app.new_id()?),
            seeker,
            company,
            recruiter,
            seeker_name: &new_name(app)?,
            recruiter_name: &new_name(app)?,
            ended_before: app.now().plus_seconds(-i64::from(app.config.mail.alias_days) * 86_400),
            at: app.now(),
        })
        .await?;
    let Some(opened) = opened else { return Ok(None) };
    let pair = relay_pair(app, &opened.relay, recruiter).await?;
    Ok(pair.filter(|pair| pair.may_write(Side::Recruiter)).map(|_| opened))
}
