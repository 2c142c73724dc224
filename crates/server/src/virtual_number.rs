//! Contact by virtual number: ends at the telephony provider what may not stay (I2).
//!
//! A binding is looked at when it is made, when something changed by which it may have to end (which the transaction of
//! that change notes, `crates/storage/queries/virtual_number/recheck.sql`), and when its time is over. The table of
//! visibility is asked; after a no it is shown to nobody from then on, and the provider is told until it says that it is
//! done.

use crate::app::App;
use crate::failure::Failure;
use crate::visibility::virtual_number_pair;
use std::time::Duration;
use tokio::task::JoinSet;
use zhitu_storage::virtual_number::BindingOf;

/// How long at most until a change by another process is noticed.
const LOOK_AGAIN: Duration = Duration::from_millis(500);

/// Bindings looked at at once: a provider that is slow with one does not hold up the others.
const AT_ONCE: usize = 32;

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

/// Looks at bindings until the server ends.
pub async fn run(app: App) {
    let mut written = app.written.subscribe();
    let mut under_way = JoinSet::new();
    loop {
        // The cause is in the log already.
        if pass(&app, &mut under_way).await.is_err() {
            tracing::warn!("bindings could not be looked at");
        }
        tokio::select! {
            () = app.ending.cancelled() => break,
            _ = written.changed() => {}
            Some(_) = under_way.join_next() => {}
            () = tokio::time::sleep(LOOK_AGAIN) => {}
        }
    }
    while under_way.join_next().await.is_some() {}
}

/// Takes those in hand whose time has come.
async fn pass(app: &App, under_way: &mut JoinSet<()>) -> Result<(), Failure> {
    let free = AT_ONCE.saturating_sub(under_way.len());
    let due = app.store.bindings_due(app.now(), u32::try_from(free).unwrap_or_default()).await?;
    for binding in due {
        let until = app.now().plus_seconds(CLAIM_S);
        if app.store.binding_claim(&binding, until).await? {
            let app = app.clone();
            let claimed = BindingOf { next_at: until, tries: binding.tries + 1, ..binding };
            under_way.spawn(async move {
                if look_at(&app, &claimed).await.is_err() {
                    tracing::warn!("a binding could not be looked at");
                }
            });
        }
    }
    Ok(())
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
