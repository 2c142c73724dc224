//! GeoClue, or in a sandbox the desktop portal, over D-Bus.
//!
//! Each reading has a connection of its own. Both services drop what belongs to a connection that closes, so a reading
//! whose future is dropped leaves nothing behind, wherever it was.
//!
//! GeoClue never says no to whoever asks for a position that it has no source for, nor to whoever comes before the
//! desktop's agent has: it is silent. So nothing here waits without a limit.

mod geoclue;
mod portal;
#[cfg(test)]
mod tests;

use super::{Patience, fix};
use async_trait::async_trait;
use futures_util::{Stream, StreamExt};
use std::collections::HashMap;
use std::future::Future;
use std::path::Path;
use std::time::Duration;
use zbus::connection::Builder;
use zbus::fdo::DBusProxy;
use zbus::names::BusName;
use zbus::zvariant::OwnedValue;
use zbus::{Connection, DBusError};
use zhitu_core::ports::{Accuracy, Fix, Location, LocationError};
use zhitu_domain::permission::SystemPermission;
use zhitu_domain::place::Point;
use zhitu_domain::time::Timestamp;

/// How long a coarse position may take: it comes from a network, at once or never, and GeoClue never says that it has
/// none.
const COARSE: Duration = Duration::from_secs(8);

/// Which service is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Service {
    /// GeoClue, which the desktop's own agent guards.
    GeoClue,
    /// The portal that stands between a sandbox and GeoClue, and asks the person itself.
    Portal,
}

/// The location service of this system.
#[derive(Debug)]
pub struct SystemLocation {
    service: Service,
    /// The bus's address; `None` is the one that the service stands on.
    bus: Option<String>,
    patience: Patience,
}

impl SystemLocation {
    /// For where this process runs: in a Flatpak or a Snap the portal, else GeoClue. Connects to nothing yet.
    pub fn new() -> Self {
        let sandboxed = Path::new("/.flatpak-info").exists() || std::env::var_os("SNAP").is_some();
        let service = if sandboxed { Service::Portal } else { Service::GeoClue };
        Self { service, bus: None, patience: Patience::default() }
    }

    /// A service on another bus, by its D-Bus address.
    pub fn with_bus(service: Service, bus: &str, patience: Patience) -> Self {
        Self { service, bus: Some(bus.to_owned()), patience }
    }

    async fn connected(&self) -> Result<Connection, LocationError> {
        let connecting = async {
            let builder = match (&self.bus, self.service) {
                (Some(address), _) => Builder::address(address.as_str())?,
                (None, Service::GeoClue) => Builder::system()?,
                (None, Service::Portal) => Builder::session()?,
            };
            builder.build().await
        };
        match tokio::time::timeout(self.patience.call, connecting).await {
            Ok(connected) => connected.map_err(|error| {
                tracing::debug!(%error, "no bus to ask for the position");
                LocationError::Unsupported
            }),
            Err(_) => Err(LocationError::TimedOut),
        }
    }

    /// Whether the service runs or can be started.
    async fn is_there(&self) -> Result<bool, LocationError> {
        let name = match self.service {
            Service::GeoClue => geoclue::NAME,
            Service::Portal => portal::NAME,
        };
        let connection = self.connected().await?;
        let there = async {
            let bus = DBusProxy::new(&connection).await?;
            Ok(bus.name_has_owner(BusName::try_from(name)?).await?
                || bus.list_activatable_names().await?.iter().any(|known| known.as_str() == name))
        };
        within(self.patience.call, there).await
    }
}

impl Default for SystemLocation {
    fn default() -> Self {
        Self::new()
    }
}

#[async_trait]
impl Location for SystemLocation {
    /// Neither service tells before it is used, only whether it is there.
    async fn system_permission(&self) -> SystemPermission {
        match self.is_there().await {
            Ok(false) | Err(LocationError::Unsupported) => SystemPermission::Unsupported,
            Ok(true) | Err(_) => SystemPermission::Unknown,
        }
    }

    async fn locate(&self, accuracy: Accuracy) -> Result<Fix, LocationError> {
        let connection = self.connected().await?;
        let patience = match accuracy {
            Accuracy::Coarse => Patience { fix: self.patience.fix.min(COARSE), ..self.patience },
            Accuracy::Exact => self.patience,
        };
        match self.service {
            Service::GeoClue => geoclue::locate(&connection, accuracy, patience).await,
            Service::Portal => portal::locate(&connection, accuracy, patience).await,
        }
    }
}

/// Waits for the bus, but not for ever.
async fn within<T>(
    patience: Duration,
    asked: impl Future<Output = zbus::Result<T>>,
) -> Result<T, LocationError> {
    match tokio::time::timeout(patience, asked).await {
        Ok(answer) => answer.map_err(|error| failure(&error)),
        Err(_) => Err(LocationError::TimedOut),
    }
}

/// The next of the service's signals; an error when the service goes away instead.
async fn signal<S: Stream + Unpin>(
    patience: Duration,
    signals: &mut S,
    owners: &mut zbus::proxy::OwnerChangedStream<'_>,
) -> Result<S::Item, LocationError> {
    let next = async {
        tokio::select! {
            signal = signals.next() => signal,
            _ = owners.next() => None,
        }
    };
    match tokio::time::timeout(patience, next).await {
        Ok(signal) => signal.ok_or_else(|| LocationError::Unavailable("it went away".to_owned())),
        Err(_) => Err(LocationError::TimedOut),
    }
}

/// What an error of the bus means. Both services name an error in the way of the bus's own.
fn failure(error: &zbus::Error) -> LocationError {
    let name = match error {
        zbus::Error::MethodError(name, ..) => name.to_string(),
        zbus::Error::FDO(error) => error.name().to_string(),
        _ => String::new(),
    };
    match name.strip_prefix("org.freedesktop.DBus.Error.") {
        Some("AccessDenied") => LocationError::Denied,
        Some(
            "ServiceUnknown" | "NameHasNoOwner" | "UnknownInterface" | "UnknownMethod" | "UnknownObject",
        ) => LocationError::Unsupported,
        _ => LocationError::Unavailable(error.to_string()),
    }
}

/// An error of a reading that had begun: a service that is unknown now went away.
fn broken_off(error: LocationError) -> LocationError {
    match error {
        LocationError::Unsupported => LocationError::Unavailable("it went away".to_owned()),
        error => error,
    }
}

/// A position as both services describe it: `Latitude`, `Longitude`, `Accuracy` in metres, `Timestamp` in seconds and
/// microseconds since 1970.
fn fix_of(values: &HashMap<String, OwnedValue>) -> Result<Fix, LocationError> {
    let number = |name| values.get(name).and_then(|value| f64::try_from(value).ok());
    let (Some(lat), Some(lon)) = (number("Latitude"), number("Longitude")) else {
        return Err(LocationError::Unavailable("a position without degrees".to_owned()));
    };
    let at = values.get("Timestamp").and_then(|value| {
        let (seconds, micros) = <(u64, u64)>::try_from(value.try_clone().ok()?).ok()?;
        i64::try_from(seconds.checked_mul(1_000_000)?.checked_add(micros)?).ok()
    });
    fix(Point { lat, lon }, number("Accuracy").unwrap_or(0.0), at.map(Timestamp))
}
