//! The portal here is the test's own, made after the portals' published interfaces: the real one needs a desktop to ask
//! the person on. The adapter was tried by hand with xdg-desktop-portal 1.16 before GeoClue 2.6.

use super::*;
use std::sync::{Arc, Mutex};
use zbus::fdo::DBusProxy;
use zbus::message::Header;
use zbus::names::UniqueName;
use zbus::object_server::SignalEmitter;
use zbus::zvariant::{ObjectPath, OwnedObjectPath};
use zhitu_testing::geoclue::until;

/// What the person answers.
#[derive(Clone, Copy)]
enum Person {
    /// A response, and then a position where it is 0.
    Answers(u32),
    /// Nothing at all.
    Waits,
}

/// What the portal was told.
#[derive(Default)]
struct Told {
    /// Who opened a session, how exactly, and what is its path.
    sessions: Vec<(String, u32, String)>,
    closed: Vec<String>,
}

struct Portal {
    person: Person,
    told: Arc<Mutex<Told>>,
}

struct Session {
    path: String,
    told: Arc<Mutex<Told>>,
}

#[zbus::interface(name = "org.freedesktop.portal.Session")]
impl Session {
    fn close(&self) {
        self.told.lock().unwrap().closed.push(self.path.clone());
    }
}

/// The path under which the portal promises a caller its object.
fn path_of(kind: &str, header: &Header<'_>, options: &HashMap<String, OwnedValue>, token: &str) -> String {
    let sender = header.sender().unwrap().trim_start_matches(':').replace('.', "_");
    let token = <&str>::try_from(&options[token]).unwrap();
    format!("/org/freedesktop/portal/desktop/{kind}/{sender}/{token}")
}

#[zbus::interface(name = "org.freedesktop.portal.Location")]
impl Portal {
    async fn create_session(
        &self,
        options: HashMap<String, OwnedValue>,
        #[zbus(header)] header: Header<'_>,
        #[zbus(object_server)] server: &zbus::ObjectServer,
    ) -> OwnedObjectPath {
        let path = path_of("session", &header, &options, "session_handle_token");
        let accuracy = u32::try_from(&options["accuracy"]).unwrap();
        let sender = header.sender().unwrap().to_string();
        self.told.lock().unwrap().sessions.push((sender, accuracy, path.clone()));
        server.at(path.as_str(), Session { path: path.clone(), told: Arc::clone(&self.told) }).await.unwrap();
        OwnedObjectPath::try_from(path).unwrap()
    }

    async fn start(
        &self,
        session: OwnedObjectPath,
        parent_window: &str,
        options: HashMap<String, OwnedValue>,
        #[zbus(header)] header: Header<'_>,
        #[zbus(signal_emitter)] emitter: SignalEmitter<'_>,
    ) -> OwnedObjectPath {
        assert_eq!(parent_window, "");
        let path = path_of("request", &header, &options, "handle_token");
        if let Person::Answers(response) = self.person {
            // Before the path was answered, as the real one may.
            let results: HashMap<String, OwnedValue> = HashMap::new();
            let bus = emitter.connection();
            bus.emit_signal(
                header.sender().map(UniqueName::as_str),
                path.as_str(),
                "org.freedesktop.portal.Request",
                "Response",
                &(response, results),
            )
            .await
            .unwrap();
            if response == 0 {
                let location = described(&[
                    ("Latitude", HERE.lat.into()),
                    ("Longitude", HERE.lon.into()),
                    ("Accuracy", 900.0.into()),
                ]);
                Self::location_updated(&emitter, session.as_ref(), location).await.unwrap();
            }
        }
        OwnedObjectPath::try_from(path).unwrap()
    }

    #[zbus(signal)]
    async fn location_updated(
        emitter: &SignalEmitter<'_>,
        session: ObjectPath<'_>,
        location: HashMap<String, OwnedValue>,
    ) -> zbus::Result<()>;
}

/// A session bus with a portal on it.
struct Desktop {
    bus: PrivateBus,
    connection: Connection,
    told: Arc<Mutex<Told>>,
}

impl Desktop {
    async fn start(person: Person) -> Option<Self> {
        let bus = PrivateBus::start()?;
        let told = Arc::default();
        let portal = Portal { person, told: Arc::clone(&told) };
        let served = bus.builder().serve_at("/org/freedesktop/portal/desktop", portal).unwrap();
        let connection = served.name(super::super::portal::NAME).unwrap().build().await.unwrap();
        Some(Self { bus, connection, told })
    }

    fn location(&self, patience: Patience) -> SystemLocation {
        SystemLocation::with_bus(Service::Portal, self.bus.address(), patience)
    }

    /// How exactly sessions were asked for; every one of them must have been closed.
    fn sessions_closed(&self) -> Vec<u32> {
        let told = self.told.lock().unwrap();
        let opened: Vec<_> = told.sessions.iter().map(|(_, _, path)| path.clone()).collect();
        assert_eq!(told.closed, opened);
        told.sessions.iter().map(|(_, accuracy, _)| *accuracy).collect()
    }
}

#[tokio::test]
async fn in_a_sandbox_the_portal_is_asked_and_its_session_closed() {
    let Some(desktop) = Desktop::start(Person::Answers(0)).await else { return };
    let location = desktop.location(PATIENT);
    assert_eq!(location.system_permission().await, SystemPermission::Unknown);
    let fix = location.locate(Accuracy::Coarse).await.unwrap();
    assert_eq!(fix, Fix { point: HERE, accuracy_m: Some(900.0), at: None });
    location.locate(Accuracy::Exact).await.unwrap();
    assert_eq!(desktop.sessions_closed(), [3, 5]);
}

#[tokio::test]
async fn a_person_who_cancels_the_portals_prompt_denies() {
    let Some(desktop) = Desktop::start(Person::Answers(1)).await else { return };
    assert_eq!(desktop.location(PATIENT).locate(Accuracy::Coarse).await, Err(LocationError::Denied));
    assert_eq!(desktop.sessions_closed(), [3]);
}

#[tokio::test]
async fn a_prompt_that_ends_by_itself_is_no_refusal() {
    let Some(desktop) = Desktop::start(Person::Answers(2)).await else { return };
    let answer = desktop.location(PATIENT).locate(Accuracy::Coarse).await;
    assert!(matches!(answer, Err(LocationError::Unavailable(_))), "{answer:?}");
    assert_eq!(desktop.sessions_closed(), [3]);
}

#[tokio::test]
async fn a_prompt_that_nobody_answers_is_given_up() {
    let Some(desktop) = Desktop::start(Person::Waits).await else { return };
    let patience = Patience { person: SHORT, ..PATIENT };
    assert_eq!(desktop.location(patience).locate(Accuracy::Coarse).await, Err(LocationError::TimedOut));
    assert_eq!(desktop.sessions_closed(), [3]);
}

/// The portal closes the sessions of whoever leaves the bus.
#[tokio::test]
async fn a_dropped_reading_leaves_the_portals_bus() {
    let Some(desktop) = Desktop::start(Person::Waits).await else { return };
    let location = desktop.location(PATIENT);
    let mut reading = location.locate(Accuracy::Coarse);
    let opened = || desktop.told.lock().unwrap().sessions.first().map(|(sender, ..)| sender.clone());
    tokio::select! {
        answer = &mut reading => panic!("a prompt that nobody answers gave {answer:?}"),
        () = until(async || opened().is_some()) => {}
    }
    drop(reading);
    let bus = DBusProxy::new(&desktop.connection).await.unwrap();
    let sender = opened().unwrap();
    until(async || !bus.name_has_owner(BusName::try_from(sender.as_str()).unwrap()).await.unwrap()).await;
}
