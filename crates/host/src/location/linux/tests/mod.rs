//! The service is the real GeoClue, on a bus of its own, fed by a receiver of the test's through GeoClue's own socket.

mod geoclue;
mod portal;

use super::*;
use zbus::zvariant::Value;
use zhitu_testing::geoclue::PrivateBus;

const HERE: Point = Point { lat: 31.2304, lon: 121.4737 };

/// Long enough that only what never comes runs out of it.
const LONG: Duration = Duration::from_mins(1);

/// Short, for what never comes.
const SHORT: Duration = Duration::from_millis(700);

const PATIENT: Patience = Patience { call: LONG, person: LONG, fix: LONG };

fn described(values: &[(&str, Value<'_>)]) -> HashMap<String, OwnedValue> {
    values.iter().map(|(name, value)| ((*name).to_owned(), value.try_to_owned().unwrap())).collect()
}

#[test]
fn a_position_is_read_as_the_services_describe_it() {
    let values = described(&[
        ("Latitude", HERE.lat.into()),
        ("Longitude", HERE.lon.into()),
        ("Accuracy", 30.0.into()),
        ("Timestamp", (1_700_000_000_u64, 250_000_u64).into()),
    ]);
    let at = Some(Timestamp(1_700_000_000_250_000));
    assert_eq!(fix_of(&values), Ok(Fix { point: HERE, accuracy_m: Some(30.0), at }));
}

#[test]
fn what_a_service_leaves_out_is_unknown() {
    let values = described(&[("Latitude", HERE.lat.into()), ("Longitude", HERE.lon.into())]);
    assert_eq!(fix_of(&values), Ok(Fix { point: HERE, accuracy_m: None, at: None }));
    let values = described(&[("Latitude", HERE.lat.into()), ("Accuracy", 30.0.into())]);
    assert!(matches!(fix_of(&values), Err(LocationError::Unavailable(_))));
    let values = described(&[
        ("Latitude", HERE.lat.into()),
        ("Longitude", HERE.lon.into()),
        ("Timestamp", (u64::MAX, u64::MAX).into()),
    ]);
    assert_eq!(fix_of(&values).map(|fix| fix.at), Ok(None));
}

#[tokio::test]
async fn without_a_bus_there_is_no_service() {
    let nowhere = tempfile::tempdir().unwrap();
    let address = format!("unix:path={}", nowhere.path().join("bus").display());
    for service in [Service::GeoClue, Service::Portal] {
        let location = SystemLocation::with_bus(service, &address, PATIENT);
        assert_eq!(location.system_permission().await, SystemPermission::Unsupported);
        assert_eq!(location.locate(Accuracy::Coarse).await, Err(LocationError::Unsupported));
    }
}

#[tokio::test]
async fn a_bus_without_the_service_is_a_system_without_location() {
    let Some(bus) = PrivateBus::start() else { return };
    for service in [Service::GeoClue, Service::Portal] {
        let location = SystemLocation::with_bus(service, bus.address(), PATIENT);
        assert_eq!(location.system_permission().await, SystemPermission::Unsupported);
        assert_eq!(location.locate(Accuracy::Exact).await, Err(LocationError::Unsupported));
    }
}
