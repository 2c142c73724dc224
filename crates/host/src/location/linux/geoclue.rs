//! GeoClue 2 over the system's bus.

use super::{broken_off, fix_of, signal, within};
use crate::IDENTIFIER;
use crate::location::Patience;
use zbus::fdo::PropertiesProxy;
use zbus::proxy::CacheProperties;
use zbus::zvariant::{ObjectPath, OwnedObjectPath};
use zbus::{Connection, names::InterfaceName};
use zhitu_core::ports::{Accuracy, Fix, LocationError};

pub(super) const NAME: &str = "org.freedesktop.GeoClue2";

const LOCATION: &str = "org.freedesktop.GeoClue2.Location";

#[zbus::proxy(
    interface = "org.freedesktop.GeoClue2.Manager",
    default_service = "org.freedesktop.GeoClue2",
    default_path = "/org/freedesktop/GeoClue2/Manager",
    gen_blocking = false
)]
trait Manager {
    fn create_client(&self) -> zbus::Result<OwnedObjectPath>;
    fn delete_client(&self, client: &ObjectPath<'_>) -> zbus::Result<()>;
    #[zbus(property)]
    fn available_accuracy_level(&self) -> zbus::Result<u32>;
}

#[zbus::proxy(
    interface = "org.freedesktop.GeoClue2.Client",
    default_service = "org.freedesktop.GeoClue2",
    gen_blocking = false
)]
trait Client {
    fn start(&self) -> zbus::Result<()>;
    fn stop(&self) -> zbus::Result<()>;
    #[zbus(signal)]
    fn location_updated(&self, old: ObjectPath<'_>, new: ObjectPath<'_>) -> zbus::Result<()>;
    #[zbus(property)]
    fn set_desktop_id(&self, id: &str) -> zbus::Result<()>;
    #[zbus(property)]
    fn set_requested_accuracy_level(&self, level: u32) -> zbus::Result<()>;
}

/// GeoClue's levels: 1 country, 4 city, 5 neighbourhood, 6 street, 8 exact. It starts no source that is more exact than
/// what was asked for.
const fn level(accuracy: Accuracy) -> u32 {
    match accuracy {
        Accuracy::Coarse => 5,
        Accuracy::Exact => 8,
    }
}

/// Reads once. Whatever comes, the client is stopped and deleted before the answer.
pub(super) async fn locate(
    connection: &Connection,
    accuracy: Accuracy,
    patience: Patience,
) -> Result<Fix, LocationError> {
    let manager = ManagerProxy::builder(connection).cache_properties(CacheProperties::No).build();
    let manager = within(patience.call, manager).await?;
    // Silent until the desktop's agent is there.
    let path = within(patience.call, manager.create_client()).await?;
    let client =
        ClientProxy::builder(connection).path(path).map(|proxy| proxy.cache_properties(CacheProperties::No));
    let client = within(patience.call, async { client?.build().await }).await?;

    let read = read(&manager, &client, accuracy, patience).await;

    let release = async {
        let stopped = client.stop().await;
        manager.delete_client(client.inner().path()).await?;
        stopped
    };
    if let Err(error) = within(patience.call, release).await {
        // The connection closes next, and the client goes with it.
        tracing::debug!(%error, "GeoClue did not let go of the client");
    }
    read.map_err(broken_off)
}

async fn read(
    manager: &ManagerProxy<'_>,
    client: &ClientProxy<'_>,
    accuracy: Accuracy,
    patience: Patience,
) -> Result<Fix, LocationError> {
    // GeoClue's agents look for the desktop file of this name, and ask about nothing that has none.
    within(patience.call, client.set_desktop_id(IDENTIFIER)).await?;
    within(patience.call, client.set_requested_accuracy_level(level(accuracy))).await?;
    let mut updates = within(patience.call, client.receive_location_updated()).await?;
    let mut owners = within(patience.call, client.inner().receive_owner_changed()).await?;
    // The agent may ask the person.
    within(patience.person, client.start()).await?;
    let update = match signal(patience.fix, &mut updates, &mut owners).await {
        Err(LocationError::TimedOut) => return Err(silence(manager, accuracy, patience).await),
        update => update?,
    };
    let found = async {
        let place = update.args()?.new.to_owned();
        let properties = PropertiesProxy::builder(client.inner().connection())
            .destination(NAME)?
            .path(place)?
            .build()
            .await?;
        Ok(properties.get_all(InterfaceName::from_static_str(LOCATION)?).await?)
    };
    fix_of(&within(patience.call, found).await?)
}

/// Why a client that was started hears nothing. The level of the most exact source is all that GeoClue tells of its
/// sources: 0 when it has none. One above the level asked for was not started.
async fn silence(manager: &ManagerProxy<'_>, asked: Accuracy, patience: Patience) -> LocationError {
    match within(patience.call, manager.available_accuracy_level()).await {
        Ok(available) if available == 0 || available > level(asked) => LocationError::NoSource,
        Ok(_) | Err(_) => LocationError::TimedOut,
    }
}
