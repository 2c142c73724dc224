//! The loop over what waits in the database until its time comes: notices, bindings, mails to companies' mailboxes.
//!
//! Each is taken in hand by moving its time on, so that one process has it; should that end meanwhile, it is looked at
//! anew after that time.

use crate::app::App;
use crate::failure::Failure;
use std::time::Duration;
use tokio::task::JoinSet;

/// How long at most until what is due is noticed.
const LOOK_AGAIN: Duration = Duration::from_millis(500);

/// What waits.
pub(crate) trait Waiting: Send + 'static {
    /// One of it.
    type One: Send + Sync + 'static;
    /// What the log calls them.
    const NAME: &'static str;
    /// How many are in hand at once: one that is slow does not hold up the others.
    const AT_ONCE: usize;

    /// Those whose time has come, so many at most.
    fn due(app: &App, most: u32) -> impl Future<Output = Result<Vec<Self::One>, Failure>> + Send;
    /// Takes one in hand; `None` when another process did.
    fn claim(app: &App, one: Self::One) -> impl Future<Output = Result<Option<Self::One>, Failure>> + Send;
    /// Carries on one in hand.
    fn carry(app: &App, one: &Self::One) -> impl Future<Output = Result<(), Failure>> + Send;
}

/// Carries on what waits until the server ends.
pub(crate) async fn run<W: Waiting>(app: App) {
    let mut written = app.written.subscribe();
    let mut under_way = JoinSet::new();
    loop {
        // The cause is in the log already.
        if pass::<W>(&app, &mut under_way).await.is_err() {
            tracing::warn!(what = W::NAME, "what is due could not be carried on");
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
async fn pass<W: Waiting>(app: &App, under_way: &mut JoinSet<()>) -> Result<(), Failure> {
    let free = W::AT_ONCE.saturating_sub(under_way.len());
    for one in W::due(app, u32::try_from(free).unwrap_or_default()).await? {
        if let Some(claimed) = W::claim(app, one).await? {
            let app = app.clone();
            under_way.spawn(async move {
                if W::carry(&app, &claimed).await.is_err() {
                    tracing::warn!(what = W::NAME, "one in hand could not be carried on");
                }
            });
        }
    }
    Ok(())
}
