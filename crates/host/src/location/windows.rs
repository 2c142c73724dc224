//! `Windows.Devices.Geolocation`.
//!
//! Written against the system's interfaces as the `windows` crate has them and type-checked, never compiled to the end or
//! run: nobody had a Windows machine.

use super::{Patience, fix};
use async_trait::async_trait;
use std::future::IntoFuture;
use std::time::Duration;
use windows::Devices::Geolocation::{
    GeolocationAccessStatus, Geolocator, Geoposition, PositionAccuracy, PositionStatus,
};
use windows::Security::Authorization::AppCapabilityAccess::{AppCapability, AppCapabilityAccessStatus};
use windows::core::{Error, HRESULT, RuntimeType, h};
use windows_future::IAsyncOperation;
use zhitu_core::ports::{Accuracy, Fix, Location, LocationError};
use zhitu_domain::permission::SystemPermission;
use zhitu_domain::place::Point;
use zhitu_domain::time::Timestamp;

/// The system's name of this error is `E_ACCESSDENIED`.
const ACCESS_DENIED: HRESULT = HRESULT::from_win32(5);

/// From the beginning of the system's count of time (1601) to 1970, in microseconds.
const EPOCH_MICROS: i64 = 11_644_473_600_000_000;

/// The location service of this system.
#[derive(Debug, Default)]
pub struct SystemLocation {
    patience: Patience,
}

impl SystemLocation {
    /// Asks nothing yet.
    pub fn new() -> Self {
        Self::default()
    }
}

#[async_trait]
impl Location for SystemLocation {
    async fn system_permission(&self) -> SystemPermission {
        let access = AppCapability::Create(h!("location")).and_then(|location| location.CheckAccess());
        match access {
            Ok(AppCapabilityAccessStatus::UserPromptRequired) => SystemPermission::NotAsked,
            Ok(AppCapabilityAccessStatus::Allowed) => SystemPermission::Granted,
            Ok(AppCapabilityAccessStatus::DeniedByUser | AppCapabilityAccessStatus::DeniedBySystem) => {
                SystemPermission::Denied
            }
            Ok(_) | Err(_) => SystemPermission::Unknown,
        }
    }

    async fn locate(&self, accuracy: Accuracy) -> Result<Fix, LocationError> {
        let asked = Geolocator::RequestAccessAsync().map_err(|error| failure(&error))?;
        if within(self.patience.person, asked).await? == GeolocationAccessStatus::Denied {
            return Err(LocationError::Denied);
        }
        let locator = locator(accuracy).map_err(|error| failure(&error))?;
        let reading = locator.GetGeopositionAsync().map_err(|error| failure(&error))?;
        match within(self.patience.fix, reading).await {
            Ok(position) => fix_of(&position).map_err(|error| failure(&error))?,
            Err(LocationError::Unavailable(why)) => Err(match locator.LocationStatus() {
                Ok(PositionStatus::Disabled) => LocationError::Denied,
                Ok(PositionStatus::NoData) => LocationError::NoSource,
                Ok(PositionStatus::NotAvailable) => LocationError::Unsupported,
                _ => LocationError::Unavailable(why),
            }),
            Err(error) => Err(error),
        }
    }
}

fn locator(accuracy: Accuracy) -> windows::core::Result<Geolocator> {
    let locator = Geolocator::new()?;
    locator.SetDesiredAccuracy(match accuracy {
        Accuracy::Coarse => PositionAccuracy::Default,
        Accuracy::Exact => PositionAccuracy::High,
    })?;
    Ok(locator)
}

/// Ends an operation that nobody waits for any more; one that is done takes no notice.
struct Cancelled<T: RuntimeType + 'static>(IAsyncOperation<T>);

impl<T: RuntimeType + 'static> Drop for Cancelled<T> {
    fn drop(&mut self) {
        if let Err(error) = self.0.Cancel() {
            tracing::debug!(%error, "the reading could not be cancelled");
        }
    }
}

/// Waits for the system, but not for ever.
async fn within<T: RuntimeType + 'static>(
    patience: Duration,
    operation: IAsyncOperation<T>,
) -> Result<T, LocationError> {
    let operation = Cancelled(operation);
    match tokio::time::timeout(patience, operation.0.clone().into_future()).await {
        Ok(answer) => answer.map_err(|error| failure(&error)),
        Err(_) => Err(LocationError::TimedOut),
    }
}

fn failure(error: &Error) -> LocationError {
    if error.code() == ACCESS_DENIED {
        LocationError::Denied
    } else {
        LocationError::Unavailable(error.to_string())
    }
}

fn fix_of(position: &Geoposition) -> windows::core::Result<Result<Fix, LocationError>> {
    let coordinate = position.Coordinate()?;
    let degrees = coordinate.Point()?.Position()?;
    // The system counts in tenths of a microsecond.
    let at = Timestamp(coordinate.Timestamp()?.UniversalTime / 10 - EPOCH_MICROS);
    let point = Point { lat: degrees.Latitude, lon: degrees.Longitude };
    Ok(fix(point, coordinate.Accuracy()?, Some(at)))
}
