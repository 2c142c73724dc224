//! Contact by virtual number: asking for a number, the seeker's list of them, what the telephony provider tells.
//! Ending what may not stay is [`crate::virtual_number`]'s.

mod applicant_virtual_number_open;
mod dev_call_play;
mod resume_virtual_number_open;
mod telephony_event_take;
mod virtual_number_set;
mod virtual_numbers_list;

use crate::app::App;
use crate::failure::Failure;
use crate::gateways::telephony::Bind;
use crate::routes::visibility::company_name;
use crate::virtual_number::may_stay;
use crate::visibility::{virtual_number_is_open, virtual_number_pair};
use std::time::Duration;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use zhitu_contract::ErrorCode;
use zhitu_contract::virtual_number::{BoundNumber, VirtualNumber, VirtualNumberCall, VirtualNumberView};
use zhitu_domain::account::PhoneNumber;
use zhitu_domain::id::{AccountId, BindingId, CompanyId, VirtualNumberId};
use zhitu_domain::resume::visibility::Access;
use zhitu_storage::virtual_number::{BindingOf, Bound, VirtualNumberOpen, VirtualNumberOpened};

/// Calls that are shown.
const CALLS: u32 = 20;

/// How long a request waits for a number that another of the same recruiter's is asking for.
const WAIT: Duration = Duration::from_secs(5);

/// Its routes.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(resume_virtual_number_open::resume_virtual_number_open))
        .routes(routes!(applicant_virtual_number_open::applicant_virtual_number_open))
        .routes(routes!(virtual_numbers_list::virtual_numbers_list))
        .routes(routes!(virtual_number_set::virtual_number_set))
        .routes(routes!(telephony_event_take::telephony_event_take))
}

/// Routes that are there only with a development gateway.
pub fn development_routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(dev_call_play::dev_call_play))
}

/// The number of a seeker for the company of who asks; there is none without the right (I3).
async fn opened(
    app: &App,
    recruiter: AccountId,
    company: Option<CompanyId>,
    seeker: AccountId,
    access: Access,
) -> Result<VirtualNumber, Failure> {
    if !virtual_number_is_open(app, company, seeker, recruiter, access).await? {
        return Err(ErrorCode::NotFound.into());
    }
    let binding = bound(app, recruiter, company, seeker).await?;
    // Looked at again after the provider's answer: what changed meanwhile has the last word.
    let binding = current(app, recruiter, &binding).await?.ok_or(ErrorCode::NotFound)?;
    let number = binding.state.number.as_ref().ok_or(ErrorCode::NotFound)?;
    Ok(VirtualNumber {
        number: number.as_e164().to_owned(),
        ends_at: binding.state.expires_at,
        calls: calls(app, binding.channel).await?,
        development: app.telephony.outbox().is_some(),
    })
}

/// A binding of the two, new or there already. Its number may not be shown before it is looked at once more.
async fn bound(
    app: &App,
    recruiter: AccountId,
    company: Option<CompanyId>,
    seeker: AccountId,
) -> Result<BindingId, Failure> {
    let pair = virtual_number_pair(app, seeker, company, recruiter).await?.ok_or(ErrorCode::NotFound)?;
    let now = app.now();
    let expires_at = now.plus_seconds(i64::from(app.config.telephony.binding_hours) * 3_600);
    let opened = app
        .store
        .virtual_number_open(&VirtualNumberOpen {
            id: VirtualNumberId(app.new_id()?),
            binding: BindingId(app.new_id()?),
            seeker,
            company,
            recruiter,
            parties: &pair.parties(app),
            at: now,
            expires_at,
        })
        .await?;
    let made = match opened {
        VirtualNumberOpened::Closed => return Err(ErrorCode::NotFound.into()),
        VirtualNumberOpened::Found(found) if found.state.number.is_some() => return Ok(found.id),
        VirtualNumberOpened::Found(awaited) => return answered(app, recruiter, awaited.id).await,
        VirtualNumberOpened::Made(made) => made,
    };
    if let Err(too_many) = app.limits.number(recruiter) {
        // The provider never heard of it.
        app.store.binding_released(made.id, made.next_at, now).await?;
        return Err(too_many);
    }
    let made = made.id;
    // Asked once more: a change that came before the binding was noted did not find it.
    if virtual_number_pair(app, seeker, company, recruiter).await?.is_none() {
        app.store.binding_end(made, app.now()).await?;
        return Err(ErrorCode::NotFound.into());
    }
    let bind = Bind { binding: made, a: &pair.seeker, b: &pair.recruiter, expires_at };
    let refused = match app.telephony.bind(bind).await {
        Ok(number) => match app.store.binding_bound(made, &number, app.now()).await? {
            Bound::Kept => return Ok(made),
            Bound::TooLate => return Err(ErrorCode::NotFound.into()),
            Bound::Taken => "the number connects one of the two to somebody else".to_owned(),
        },
        Err(error) => error.to_string(),
    };
    tracing::warn!(error = refused, "a number was not bound");
    // Ended at the provider too: it may have bound, and its answer been lost.
    app.store.binding_end(made, app.now()).await?;
    Err(ErrorCode::GatewayUnavailable.into())
}

/// Waits for the answer to another request of the same recruiter's.
async fn answered(app: &App, recruiter: AccountId, binding: BindingId) -> Result<BindingId, Failure> {
    let answered = async {
        loop {
            let bindings = app.store.bindings_of(recruiter).await?;
            let found = bindings.into_iter().find(|one| one.id == binding && !one.state.ending);
            match found {
                None => return Err(Failure::from(ErrorCode::GatewayUnavailable)),
                Some(found) if found.state.number.is_some() => return Ok(binding),
                Some(_) => tokio::time::sleep(Duration::from_millis(50)).await,
            }
        }
    };
    tokio::time::timeout(WAIT, answered).await.map_err(|_| Failure::from(ErrorCode::Unavailable))?
}

/// A binding of an account's that connects now, as far as the rule says.
async fn current(app: &App, account: AccountId, id: &BindingId) -> Result<Option<BindingOf>, Failure> {
    let bindings = app.store.bindings_of(account).await?;
    let Some(found) = bindings.into_iter().find(|one| one.id == *id) else { return Ok(None) };
    let good = found.state.is_good(app.now()) && may_stay(app, &found).await?;
    Ok(good.then_some(found))
}

/// The binding of an account's to a number.
async fn by_number(
    app: &App,
    account: AccountId,
    number: &PhoneNumber,
) -> Result<Option<BindingOf>, Failure> {
    let bindings = app.store.bindings_of(account).await?;
    let found = bindings.into_iter().find(|one| one.state.number.as_ref() == Some(number));
    match found {
        Some(found) => current(app, account, &found.id).await,
        None => Ok(None),
    }
}

async fn calls(app: &App, channel: VirtualNumberId) -> Result<Vec<VirtualNumberCall>, Failure> {
    let calls = app.store.virtual_number_calls(channel, CALLS).await?;
    Ok(calls
        .into_iter()
        .map(|call| VirtualNumberCall { began_at: call.began_at, seconds: call.seconds })
        .collect())
}

/// The channels of a seeker, with the numbers that connect now.
async fn views(app: &App, seeker: AccountId) -> Result<Vec<VirtualNumberView>, Failure> {
    let mut good = Vec::new();
    for binding in app.store.bindings_of(seeker).await? {
        if binding.seeker == seeker && binding.state.is_good(app.now()) && may_stay(app, &binding).await? {
            good.push(binding);
        }
    }
    let mut views = Vec::new();
    for channel in app.store.virtual_numbers_of(seeker).await? {
        let of_channel = good.iter().filter(|binding| binding.channel == channel.id && !channel.closed);
        let bound = |binding: &BindingOf| {
            let number = binding.state.number.as_ref()?.as_e164().to_owned();
            Some(BoundNumber { number, ends_at: binding.state.expires_at })
        };
        views.push(VirtualNumberView {
            id: channel.id,
            company: channel.company.map(company_name),
            created_at: channel.created_at,
            numbers: of_channel.filter_map(bound).collect(),
            calls: calls(app, channel.id).await?,
            open: !channel.closed,
        });
    }
    Ok(views)
}
