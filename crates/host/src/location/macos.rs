//! Core Location.
//!
//! Written against its interfaces as objc2 has them and type-checked, never compiled to the end or run: nobody had a
//! Mac. The app's Info.plist must have `NSLocationUsageDescription`, or the system refuses without asking.

#![expect(
    unsafe_code,
    reason = "objc2 marks every call of Core Location so; each is said to be sound beside it"
)]

use super::{Patience, fix};
use async_trait::async_trait;
use objc2::rc::autoreleasepool;
use objc2_core_location::{
    CLAuthorizationStatus, CLLocationManager, kCLLocationAccuracyBest, kCLLocationAccuracyThreeKilometers,
};
use objc2_foundation::{NSDate, NSRunLoop};
use std::time::{Duration, Instant};
use tokio::sync::oneshot;
use zhitu_core::ports::{Accuracy, Fix, Location, LocationError};
use zhitu_domain::permission::SystemPermission;
use zhitu_domain::place::Point;
use zhitu_domain::time::Timestamp;

/// How often a reading looks whether there is news, and whether anybody still waits for it.
const LOOK: Duration = Duration::from_millis(100);

/// How old a position may be, in seconds. Core Location begins with the last one it knew.
const FRESH_S: f64 = 60.0;

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
        // The question may block, so it has a thread.
        let asked = tokio::task::spawn_blocking(|| {
            autoreleasepool(|_| {
                // SAFETY: a class method without arguments, allowed on any thread.
                if !unsafe { CLLocationManager::locationServicesEnabled_class() } {
                    return SystemPermission::Denied;
                }
                // SAFETY: a manager may be made on any thread, and is used on this one only.
                permission(unsafe { CLLocationManager::new().authorizationStatus() })
            })
        });
        asked.await.unwrap_or(SystemPermission::Unknown)
    }

    async fn locate(&self, accuracy: Accuracy) -> Result<Fix, LocationError> {
        let (answer, answered) = oneshot::channel();
        let patience = self.patience;
        // A manager tells its news to the run loop of the thread that made it, so a reading has a thread of its own.
        std::thread::Builder::new()
            .name("location".to_owned())
            .spawn(move || autoreleasepool(|_| read(accuracy, patience, answer)))
            .map_err(|error| LocationError::Unavailable(error.to_string()))?;
        answered.await.unwrap_or_else(|_| Err(LocationError::Unavailable("the reading broke off".to_owned())))
    }
}

const fn permission(status: CLAuthorizationStatus) -> SystemPermission {
    match status {
        CLAuthorizationStatus::NotDetermined => SystemPermission::NotAsked,
        CLAuthorizationStatus::Restricted => SystemPermission::Restricted,
        CLAuthorizationStatus::Denied => SystemPermission::Denied,
        CLAuthorizationStatus::AuthorizedAlways | CLAuthorizationStatus::AuthorizedWhenInUse => {
            SystemPermission::Granted
        }
        _ => SystemPermission::Unknown,
    }
}

/// Reads once, and stops the source whatever comes, also when nobody waits any more.
fn read(accuracy: Accuracy, patience: Patience, answer: oneshot::Sender<Result<Fix, LocationError>>) {
    // SAFETY: the manager is made, used and let go on this thread; the two constants are initialised by the framework.
    let manager = unsafe {
        let manager = CLLocationManager::new();
        manager.setDesiredAccuracy(match accuracy {
            Accuracy::Coarse => kCLLocationAccuracyThreeKilometers,
            Accuracy::Exact => kCLLocationAccuracyBest,
        });
        manager.requestWhenInUseAuthorization();
        manager.startUpdatingLocation();
        manager
    };
    let found = wait(&manager, patience, &answer);
    // SAFETY: as above.
    unsafe { manager.stopUpdatingLocation() };
    // Whoever dropped the future hears nothing.
    let _ = answer.send(found);
}

fn wait(
    manager: &CLLocationManager,
    patience: Patience,
    answer: &oneshot::Sender<Result<Fix, LocationError>>,
) -> Result<Fix, LocationError> {
    let begun = Instant::now();
    let mut granted = None;
    while !answer.is_closed() {
        // SAFETY: the manager belongs to this thread.
        let (limit, since) = match permission(unsafe { manager.authorizationStatus() }) {
            SystemPermission::Denied => return Err(LocationError::Denied),
            SystemPermission::Restricted => return Err(LocationError::Restricted),
            SystemPermission::Granted => {
                if let Some(fix) = newest(manager) {
                    return fix;
                }
                (patience.fix, *granted.get_or_insert_with(Instant::now))
            }
            _ => (patience.person, begun),
        };
        if since.elapsed() > limit {
            break;
        }
        let look = Instant::now();
        NSRunLoop::currentRunLoop().runUntilDate(&NSDate::dateWithTimeIntervalSinceNow(LOOK.as_secs_f64()));
        // A run loop that waits for nothing returns at once.
        std::thread::sleep(LOOK.saturating_sub(look.elapsed()));
    }
    Err(LocationError::TimedOut)
}

/// The manager's position, if it has one that is of now.
fn newest(manager: &CLLocationManager) -> Option<Result<Fix, LocationError>> {
    // SAFETY: the manager belongs to this thread; a location never changes.
    let (coordinate, accuracy_m, taken) = unsafe {
        let location = manager.location()?;
        (location.coordinate(), location.horizontalAccuracy(), location.timestamp())
    };
    // Below 0: the position is not valid.
    if accuracy_m < 0.0 || taken.timeIntervalSinceNow() < -FRESH_S {
        return None;
    }
    let at = Duration::try_from_secs_f64(taken.timeIntervalSince1970()).ok();
    let at = at.and_then(|since| i64::try_from(since.as_micros()).ok()).map(Timestamp);
    Some(fix(Point { lat: coordinate.latitude, lon: coordinate.longitude }, accuracy_m, at))
}
