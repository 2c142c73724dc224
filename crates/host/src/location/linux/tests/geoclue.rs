use super::*;
use std::ops::Deref;
use std::process::Command;
use std::sync::Arc;
use std::time::Instant;
use zbus::fdo::IntrospectableProxy;
use zhitu_testing::geoclue::{Agent, GeoClue, ManagerProxy, Source, until};

/// GeoClue on a private bus, and what stands around it there.
struct Desktop(GeoClue);

impl Deref for Desktop {
    type Target = GeoClue;
    fn deref(&self) -> &GeoClue {
        &self.0
    }
}

impl Desktop {
    async fn start(source: Source, agent: Option<u32>) -> Option<Self> {
        GeoClue::start(source, agent).await.map(Self)
    }

    fn location(&self, patience: Patience) -> SystemLocation {
        SystemLocation::with_bus(Service::GeoClue, self.bus.address(), patience)
    }

    /// Whether GeoClue holds a client for anybody.
    async fn has_client(&self) -> bool {
        let clients = IntrospectableProxy::builder(&self.connection)
            .destination(super::super::geoclue::NAME)
            .unwrap()
            .path("/org/freedesktop/GeoClue2/Client")
            .unwrap()
            .build()
            .await
            .unwrap();
        clients.introspect().await.is_ok_and(|xml| xml.contains("<node name="))
    }

    /// Returns once GeoClue holds no client. It may hold a deleted one until a source has heard of it.
    async fn until_clean(&self) {
        until(async || !self.has_client().await).await;
    }
}

fn is_here(fix: Fix) -> bool {
    fix.point.distance_km(HERE) < 0.001
}

#[tokio::test]
async fn an_allowed_reading_finds_where_the_receiver_is_and_stops() {
    let Some(desktop) = Desktop::start(Source::At(HERE), Some(8)).await else { return };
    assert_eq!(desktop.location(PATIENT).system_permission().await, SystemPermission::Unknown);
    assert!(!desktop.has_client().await);
    // Again: a second reading is as the first.
    for _ in 0..2 {
        let fix = desktop.location(PATIENT).locate(Accuracy::Exact).await.unwrap();
        assert!(is_here(fix));
        assert_eq!(fix.accuracy_m, None, "GeoClue says 0 for what it does not know");
        assert!(fix.at.is_some());
        desktop.until_clean().await;
    }
}

#[tokio::test]
async fn a_refusal_of_the_agent_is_denied() {
    let Some(desktop) = Desktop::start(Source::At(HERE), Some(0)).await else { return };
    assert_eq!(desktop.location(PATIENT).locate(Accuracy::Exact).await, Err(LocationError::Denied));
    desktop.until_clean().await;
}

/// GeoClue waits for an agent without a word.
#[tokio::test]
async fn without_an_agent_the_reading_is_given_up() {
    let Some(desktop) = Desktop::start(Source::At(HERE), None).await else { return };
    let patience = Patience { call: SHORT, ..PATIENT };
    assert_eq!(desktop.location(patience).locate(Accuracy::Exact).await, Err(LocationError::TimedOut));
    // The call that was given up must leave nothing behind, also when an agent comes at last.
    let _agent = Agent::register(&desktop.bus, 8).await;
    assert!(is_here(desktop.location(PATIENT).locate(Accuracy::Exact).await.unwrap()));
    desktop.until_clean().await;
}

/// GeoClue starts no source that is more exact than what was asked for, and says nothing instead.
#[tokio::test]
async fn a_coarse_reading_never_starts_the_exact_receiver() {
    let Some(desktop) = Desktop::start(Source::At(HERE), Some(8)).await else { return };
    let patience = Patience { fix: SHORT, ..PATIENT };
    assert_eq!(desktop.location(patience).locate(Accuracy::Coarse).await, Err(LocationError::NoSource));
    desktop.until_clean().await;
}

#[tokio::test]
async fn a_receiver_that_hears_nothing_is_given_up() {
    let Some(desktop) = Desktop::start(Source::Silent, Some(8)).await else { return };
    let patience = Patience { fix: SHORT, ..PATIENT };
    assert_eq!(desktop.location(patience).locate(Accuracy::Exact).await, Err(LocationError::TimedOut));
    desktop.until_clean().await;
}

#[tokio::test]
async fn a_device_without_a_source_finds_nothing() {
    let Some(desktop) = Desktop::start(Source::Absent, Some(8)).await else { return };
    let patience = Patience { fix: SHORT, ..PATIENT };
    let answer = desktop.location(patience).locate(Accuracy::Exact).await;
    // GeoClue counts a network as a source, and which networks a machine has is not the test's to say.
    let manager = ManagerProxy::new(&desktop.connection).await.unwrap();
    let sources = manager.available_accuracy_level().await.unwrap();
    let known = if sources == 0 { LocationError::NoSource } else { LocationError::TimedOut };
    assert_eq!(answer, Err(known), "level {sources}");
    desktop.until_clean().await;
}

#[tokio::test]
async fn a_receiver_at_zero_zero_knows_no_place() {
    let nowhere = Point { lat: 0.0, lon: 0.0 };
    let Some(desktop) = Desktop::start(Source::At(nowhere), Some(8)).await else { return };
    assert_eq!(desktop.location(PATIENT).locate(Accuracy::Exact).await, Err(LocationError::NoSource));
    desktop.until_clean().await;
}

/// Whether it is the reading's turn, or the service's.
#[tokio::test]
async fn a_service_that_dies_during_a_reading_is_unavailable() {
    for started in [false, true] {
        let Some(mut desktop) = Desktop::start(Source::Silent, Some(8)).await else { return };
        let manager = ManagerProxy::new(&desktop.connection).await.unwrap();
        let location = Arc::new(desktop.location(PATIENT));
        let reading = tokio::spawn(async move { location.locate(Accuracy::Exact).await });
        until(async || if started { manager.in_use().await.unwrap() } else { desktop.has_client().await })
            .await;
        desktop.0.program.kill();
        let answer = reading.await.unwrap();
        assert!(matches!(answer, Err(LocationError::Unavailable(_))), "{answer:?}");
    }
}

#[tokio::test]
async fn a_service_that_hangs_is_given_up() {
    let Some(desktop) = Desktop::start(Source::At(HERE), Some(8)).await else { return };
    let stopped = Command::new("kill").args(["-STOP", &desktop.program.id().to_string()]).status().unwrap();
    assert!(stopped.success());
    let begun = Instant::now();
    let patience = Patience { call: SHORT, person: SHORT, fix: SHORT };
    assert_eq!(desktop.location(patience).locate(Accuracy::Exact).await, Err(LocationError::TimedOut));
    assert!(begun.elapsed() < LONG);
}

#[tokio::test]
async fn a_dropped_reading_leaves_no_client_behind() {
    let Some(desktop) = Desktop::start(Source::Silent, Some(8)).await else { return };
    let location = desktop.location(PATIENT);
    let mut reading = location.locate(Accuracy::Exact);
    tokio::select! {
        answer = &mut reading => panic!("a receiver that hears nothing answered {answer:?}"),
        () = until(async || desktop.has_client().await) => {}
    }
    drop(reading);
    desktop.until_clean().await;
}

/// The name of the system's bus is the environment's to say, so this test starts itself again with it.
#[tokio::test]
async fn the_systems_own_bus_is_asked() {
    let Some(desktop) = Desktop::start(Source::At(HERE), Some(8)).await else { return };
    let test = "location::system::tests::geoclue::inside_the_environment";
    let again = tokio::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", test, "--ignored", "--nocapture"])
        .env("DBUS_SYSTEM_BUS_ADDRESS", desktop.bus.address())
        .env_remove("SNAP")
        .output()
        .await
        .unwrap();
    let said = String::from_utf8_lossy(&again.stdout);
    assert!(again.status.success() && said.contains("1 passed"), "{said}");
}

#[tokio::test]
#[ignore = "needs the bus that the test before it starts"]
async fn inside_the_environment() {
    assert!(is_here(SystemLocation::new().locate(Accuracy::Exact).await.unwrap()));
}
