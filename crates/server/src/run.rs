//! Starting and ending.

use crate::app::{App, Parts};
use crate::config::Config;
use crate::live::LiveReader;
use crate::mailbox::ApplicationMails;
use crate::notices::Notices;
use crate::search::{EmbeddedIndex, EmbeddedResumes};
use crate::virtual_number::{self, Bindings};
use crate::{demo, http, outbox, relay, waiting};
use anyhow::Context;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::task::{JoinHandle, JoinSet};
use zhitu_storage::outbox::Topic;

/// How long requests under way may take to end.
const GRACE: Duration = Duration::from_secs(10);

/// Days that it is remembered which mails were relayed, for repeats and reports of failure; their messages are gone.
const RELAY_MAIL_DAYS: i64 = 7;

/// Days after which an unused session and its tokens are deleted.
const SESSION_DAYS: i64 = 60;

/// A server that runs. Ends when [`Running::shutdown`] is called; dropping it lets it run on.
pub struct Running {
    /// Where it answers: `http://127.0.0.1:PORT`.
    pub url: String,
    /// The same as an address.
    pub address: SocketAddr,
    /// Where it takes mail for the relay.
    pub mail_address: Option<SocketAddr>,
    /// What its routes are given.
    pub app: App,
    serving: JoinHandle<std::io::Result<()>>,
    background: JoinSet<()>,
}

/// Starts a server: opens and migrates the database, listens, and carries the outbox. Port 0 takes a free one.
pub async fn start(config: Config, mut parts: Parts) -> anyhow::Result<Running> {
    if parts.index.is_none() {
        // Opened here and not with the other parts: one process at a time may have it, and the command line's other
        // commands run beside a server.
        parts.index = Some(Arc::new(EmbeddedIndex::open(&config.data_dir)?));
    }
    if parts.resumes.is_none() {
        parts.resumes = Some(Arc::new(EmbeddedResumes::open(&config.data_dir)?));
    }
    let app = App::open(config, parts).await?;
    if app.config.demo_market {
        demo::fill_if_empty(&app).await.context("the demo market could not be filled")?;
    }
    outbox::rebuild_if_stale(&app).await.context("the index could not be built")?;
    outbox::rebuild_resumes_if_stale(&app).await.context("the index of résumés could not be built")?;
    let listener = tokio::net::TcpListener::bind(app.config.listen)
        .await
        .with_context(|| format!("{} cannot be listened on", app.config.listen))?;
    let address = listener.local_addr()?;
    let url = app.url.get_or_init(|| format!("http://{address}")).clone();

    let mail = match app.config.mail.listen {
        Some(address) => Some(relay::listen(address).await?),
        None => None,
    };
    let mail_address = mail.as_ref().map(|listener| listener.address);

    let mut background = JoinSet::new();
    if let Some(listener) = mail {
        background.spawn(listener.run(app.clone()));
        background.spawn(relay::deliver(app.clone()));
    }
    if app.index.is_some() {
        background.spawn(outbox::run(app.clone(), Topic::Index, outbox::IndexReader));
    }
    if app.resumes.is_some() {
        background.spawn(outbox::run(app.clone(), Topic::Resumes, outbox::ResumeReader));
    }
    background.spawn(outbox::run(app.clone(), Topic::Live, LiveReader));
    if virtual_number::is_offered(&app) {
        background.spawn(waiting::run::<Bindings>(app.clone()));
    }
    background.spawn(waiting::run::<Notices>(app.clone()));
    background.spawn(waiting::run::<ApplicationMails>(app.clone()));
    background.spawn(tidy(app.clone()));

    let service = http::service(app.clone()).into_make_service_with_connect_info::<SocketAddr>();
    let ending = app.ending.clone();
    let serving = tokio::spawn(
        axum::serve(listener, service)
            .with_graceful_shutdown(async move { ending.cancelled().await })
            .into_future(),
    );
    tracing::info!(%url, "listening");
    Ok(Running { url, address, mail_address, app, serving, background })
}

impl Running {
    /// Takes no new request, lets those under way end, closes the database.
    pub async fn shutdown(mut self) -> anyhow::Result<()> {
        self.app.ending.cancel();
        if tokio::time::timeout(GRACE, &mut self.serving).await.is_err() {
            tracing::warn!("requests under way were cut off");
            self.serving.abort();
        }
        // They end by themselves; cut off, one could still be writing an index on a thread of its own, which whoever
        // opens that index next would be told.
        let ended = async { while self.background.join_next().await.is_some() {} };
        if tokio::time::timeout(GRACE, ended).await.is_err() {
            tracing::warn!("what runs in the background was cut off");
            self.background.shutdown().await;
        }
        self.app.store.close().await?;
        Ok(())
    }

    /// Waits until it ends by itself, which is a failure.
    pub async fn failed(&mut self) -> anyhow::Error {
        match (&mut self.serving).await {
            Ok(Ok(())) => anyhow::anyhow!("the server ended"),
            Ok(Err(error)) => error.into(),
            Err(error) => error.into(),
        }
    }
}

/// Deletes what is kept no longer than needed, once an hour.
async fn tidy(app: App) {
    loop {
        app.limits.forget_idle();
        let before = app.now().plus_seconds(-SESSION_DAYS * 86_400);
        if let Err(error) = app.store.sessions_prune(before).await {
            tracing::warn!(%error, "old sessions could not be deleted");
        }
        if let Err(error) = app.store.codes_prune(app.now().plus_seconds(-86_400)).await {
            tracing::warn!(%error, "old codes could not be deleted");
        }
        let before = app.now().plus_seconds(-RELAY_MAIL_DAYS * 86_400);
        if let Err(error) = app.store.relay_mails_prune(before).await {
            tracing::warn!(%error, "old relayed mails could not be deleted");
        }
        if let Err(error) = app.store.telephony_events_prune(app.now().plus_seconds(-86_400)).await {
            tracing::warn!(%error, "old telephony events could not be deleted");
        }
        if let Err(error) = app.store.notice_sms_prune(app.now().plus_seconds(-86_400)).await {
            tracing::warn!(%error, "old counts of text messages could not be deleted");
        }
        tokio::select! {
            () = app.ending.cancelled() => return,
            () = tokio::time::sleep(Duration::from_hours(1)) => {}
        }
    }
}
