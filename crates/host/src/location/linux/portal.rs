//! The desktop portal over the session's bus: the way out of a Flatpak or a Snap. It asks the person, and GeoClue.

use super::{broken_off, fix_of, signal, within};
use crate::location::Patience;
use std::collections::HashMap;
use zbus::Connection;
use zbus::zvariant::{ObjectPath, OwnedObjectPath, OwnedValue, Value};
use zhitu_core::ports::{Accuracy, Fix, LocationError};

pub(super) const NAME: &str = "org.freedesktop.portal.Desktop";

/// Names the session and the request. Their paths have the connection's name in them as well, and each reading has a
/// connection of its own.
const TOKEN: &str = "zhitu";

#[zbus::proxy(
    interface = "org.freedesktop.portal.Location",
    default_service = "org.freedesktop.portal.Desktop",
    default_path = "/org/freedesktop/portal/desktop",
    gen_blocking = false
)]
trait Portal {
    fn create_session(&self, options: HashMap<&str, Value<'_>>) -> zbus::Result<OwnedObjectPath>;
    fn start(
        &self,
        session: &ObjectPath<'_>,
        parent_window: &str,
        options: HashMap<&str, Value<'_>>,
    ) -> zbus::Result<OwnedObjectPath>;
    #[zbus(signal)]
    fn location_updated(
        &self,
        session: ObjectPath<'_>,
        location: HashMap<String, OwnedValue>,
    ) -> zbus::Result<()>;
}

#[zbus::proxy(
    interface = "org.freedesktop.portal.Request",
    default_service = "org.freedesktop.portal.Desktop",
    gen_blocking = false
)]
trait Request {
    #[zbus(signal)]
    fn response(&self, response: u32, results: HashMap<String, OwnedValue>) -> zbus::Result<()>;
}

#[zbus::proxy(
    interface = "org.freedesktop.portal.Session",
    default_service = "org.freedesktop.portal.Desktop",
    gen_blocking = false
)]
trait Session {
    fn close(&self) -> zbus::Result<()>;
}

/// The portal's levels: 1 country, 2 city, 3 neighbourhood, 4 street, 5 exact.
const fn level(accuracy: Accuracy) -> u32 {
    match accuracy {
        Accuracy::Coarse => 3,
        Accuracy::Exact => 5,
    }
}

/// Reads once. Whatever comes, the session is closed before the answer.
pub(super) async fn locate(
    connection: &Connection,
    accuracy: Accuracy,
    patience: Patience,
) -> Result<Fix, LocationError> {
    let portal = within(patience.call, PortalProxy::new(connection)).await?;
    let options =
        HashMap::from([("session_handle_token", TOKEN.into()), ("accuracy", level(accuracy).into())]);
    let path = within(patience.call, portal.create_session(options)).await?;

    let read = read(&portal, &path, patience).await;

    let close = async { SessionProxy::new(connection, &path).await?.close().await };
    if let Err(error) = within(patience.call, close).await {
        // The connection closes next, and the session goes with it.
        tracing::debug!(%error, "the portal did not close the session");
    }
    read.map_err(broken_off)
}

async fn read(
    portal: &PortalProxy<'_>,
    session: &ObjectPath<'_>,
    patience: Patience,
) -> Result<Fix, LocationError> {
    let connection = portal.inner().connection();
    let mut owners = within(patience.call, portal.inner().receive_owner_changed()).await?;
    let mut updates = within(patience.call, portal.receive_location_updated()).await?;
    // The answer may come before the request's path has: the path is known beforehand, so that nothing is missed.
    let own_name = connection.unique_name().map(|name| name.trim_start_matches(':').replace('.', "_"));
    let path = format!("/org/freedesktop/portal/desktop/request/{}/{TOKEN}", own_name.unwrap_or_default());
    let mut responses =
        within(patience.call, async { RequestProxy::new(connection, path).await?.receive_response().await })
            .await?;

    let options = HashMap::from([("handle_token", TOKEN.into())]);
    // Without a window to stand before: this side of the port knows none.
    within(patience.call, portal.start(session, "", options)).await?;
    let response = signal(patience.person, &mut responses, &mut owners).await?;
    match within(patience.call, async { Ok(response.args()?.response) }).await? {
        0 => {}
        1 => return Err(LocationError::Denied),
        other => {
            return Err(LocationError::Unavailable(format!("the portal ended the request with {other}")));
        }
    }
    // The portal does not tell whether there is a source at all.
    let update = signal(patience.fix, &mut updates, &mut owners).await?;
    let location = within(patience.call, async { Ok(update.args()?.location) }).await?;
    fix_of(&location)
}
