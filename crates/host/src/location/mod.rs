//! Where the device is, behind the port `Location`: read once, from the service of the system.
//!
//! | system | service | |
//! | --- | --- | --- |
//! | Linux | GeoClue over the system's bus; in a sandbox the desktop portal over the session's | tested with the real GeoClue |
//! | macOS | Core Location | type-checked, never run |
//! | Windows | `Windows.Devices.Geolocation` | type-checked, never run |
//!
//! Android and iOS are not here: there the system asks through the app's own window, which belongs to the shell.

#[cfg_attr(target_os = "linux", path = "linux/mod.rs")]
#[cfg_attr(target_os = "macos", path = "macos.rs")]
#[cfg_attr(target_os = "windows", path = "windows.rs")]
mod system;

pub use system::*;

use std::time::Duration;
use zhitu_core::ports::{Fix, LocationError};
use zhitu_domain::place::Point;
use zhitu_domain::time::Timestamp;

/// How long what is waited for may take.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// An answer of the service that needs nobody else.
    pub call: Duration,
    /// The person's answer to the system's prompt.
    pub person: Duration,
    /// The first position after that: a receiver may have to find its satellites.
    pub fix: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { call: Duration::from_secs(5), person: Duration::from_mins(2), fix: Duration::from_secs(30) }
    }
}

/// A position as a service gives it. One that is on no map, or 0,0, which services use for "unknown", is no place; an
/// accuracy that is not above 0 is none.
fn fix(point: Point, accuracy_m: f64, at: Option<Timestamp>) -> Result<Fix, LocationError> {
    if !point.is_valid() {
        return Err(LocationError::NoSource);
    }
    let accuracy_m = Some(accuracy_m).filter(|metres| metres.is_finite() && *metres > 0.0);
    Ok(Fix { point, accuracy_m, at })
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: Point = Point { lat: 31.2304, lon: 121.4737 };

    #[test]
    fn a_point_that_is_nowhere_is_no_place() {
        for (lat, lon) in [(0.0, 0.0), (f64::NAN, 121.0), (31.0, 181.0)] {
            assert_eq!(fix(Point { lat, lon }, 10.0, None), Err(LocationError::NoSource));
        }
    }

    #[test]
    fn an_accuracy_of_zero_is_unknown() {
        for accuracy_m in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(fix(HERE, accuracy_m, None).map(|fix| fix.accuracy_m), Ok(None));
        }
        assert_eq!(fix(HERE, 25.0, None).map(|fix| fix.accuracy_m), Ok(Some(25.0)));
    }

    #[test]
    fn a_fix_does_not_print_where_it_is() {
        assert_eq!(format!("{:?}", fix(HERE, 25.0, Some(Timestamp(1)))), "Ok(Fix(<redacted>))");
    }
}
