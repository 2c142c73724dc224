//! Contact by virtual number: ends at the telephony provider what may not stay (I2).
//!
//! A binding is looked at when it is made, when something changed by which it may have to end (which the transaction of
//! that change notes, `crates/storage/queries/virtual_number/recheck.sql`), and when its time is over. The table of
//! visibility is asked; after a no it is shown to nobody from then on, and the provider is told until it says that it is
//! done.

use crate::app::App;
use crate::failure::Failure;
use crate::visibility::virtual_number_pair;
use crate::waiting::Waiting;
use zhitu_storage::virtual_number::BindingOf;

/// Seconds that a binding is in one hand: longer than all tries of the gateway together.
const CLAIM_S: i64 = 60;

/// Seconds until the provider is asked again, by the number of tries.
const PAUSES_S: &[i64] = &[1, 2, 5, 15, 60, 300];

/// Seconds after its end at which a binding is given up that the provider never said to have ended: it knew that end too.
const GIVE_UP_S: i64 = 86_400;

/// Whether this server binds people to virtual numbers.
pub fn is_offered(app: &App) -> bool {
    app.telephony.is_there()
}

/// Bindings that are to be looked at.
pub(crate) struct Bindings;

impl Waiting for Bindings {
    type One = BindingOf;
    const NAME: &'static str = "bindings";
    const AT_ONCE: usize = 32;

    async fn due(app: &App, most: u32) -> Result<Vec<BindingOf>, Failure> {
        Ok(app.store.bindings_due(app.now(), most).await?)
    }

    async fn claim(app: &App, binding: BindingOf) -> Result<Option<BindingOf>, Failure> {
        let until = app.now().plus_seconds(CLAIM_S);
        let claimed = app.store.binding_claim(&binding, until).await?;
        Ok(claimed.then(|| BindingOf { next_at: until, tries: binding.tries + 1, ..binding }))
    }

    async fn carry(app: &App, binding: &BindingOf) -> Result<(), Failure> {
        look_at(app, binding).await
    }
}

/// Looks at a binding in hand.
async fn look_at(app: &App, binding: &BindingOf) -> Result<(), Failure> {
    let (state, now, claimed) = (&binding.state, app.now(), binding.next_at);
    if (state.is_good(now) || state.is_awaited(now)) && may_stay(app, binding).await? {
        let next_at = if state.number.is_some() { state.expires_at } else { state.answer_until() };
        return Ok(app.store.binding_next(binding.id, claimed, next_at, 0).await?);
    }
    app.store.binding_end(binding.id, claimed).await?;
    let Err(error) = app.telephony.unbind(binding.id).await else {
        return Ok(app.store.binding_released(binding.id, claimed, app.now()).await?);
    };
    tracing::warn!(%error, tries = binding.tries, "a binding was not ended");
    if app.now().seconds_since(state.expires_at) > GIVE_UP_S {
        return Ok(app.store.binding_released(binding.id, claimed, app.now()).await?);
    }
    let pause = PAUSES_S.get(binding.tries.saturating_sub(1) as usize).or(PAUSES_S.last());
    let next_at = app.now().plus_seconds(pause.copied().unwrap_or(CLAIM_S));
    Ok(app.store.binding_next(binding.id, claimed, next_at, binding.tries).await?)
}

/// Whether the rule says so now, of the two numbers that were bound.
pub async fn may_stay(app: &App, binding: &BindingOf) -> Result<bool, Failure> {
    let pair = virtual_number_pair(app, binding.seeker, binding.company, binding.recruiter).await?;
    Ok(pair.is_some_and(|pair| pair.parties(app).as_slice() == binding.parties.as_slice()))
}
