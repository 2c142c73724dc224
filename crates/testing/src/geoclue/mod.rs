//! The real GeoClue on a bus of the test's own, with an agent and a receiver: what a desktop has around it.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod agent;
mod bus;
mod receiver;

pub use agent::{Agent, ManagerProxy};
pub use bus::{PrivateBus, Program, until};
pub use receiver::Receiver;

use std::path::Path;
use std::process::{Command, Stdio};
use zbus::Connection;
use zhitu_domain::place::Point;

/// GeoClue's name on the bus.
const NAME: &str = "org.freedesktop.GeoClue2";

/// Where systems keep the program.
const PROGRAMS: [&str; 3] =
    ["/usr/libexec/geoclue", "/usr/lib/geoclue-2.0/geoclue", "/usr/libexec/geoclue-2.0/geoclue"];

/// What GeoClue is fed by.
pub enum Source {
    /// Knows where it is.
    At(Point),
    /// Is there and knows nothing.
    Silent,
    /// Is not there.
    Absent,
}

/// GeoClue, and what stands around it.
pub struct GeoClue {
    /// Its bus.
    pub bus: PrivateBus,
    /// Its program.
    pub program: Program,
    /// A connection of the test's own.
    pub connection: Connection,
    /// The agent's connection.
    _agent: Option<Connection>,
    _receiver: Option<Receiver>,
}

impl GeoClue {
    /// `None`, said aloud, where the programs are not installed. `agent` is the most exact level that it allows: 8 for
    /// all, 0 for nothing.
    pub async fn start(source: Source, agent: Option<u32>) -> Option<Self> {
        let Some(program) = PROGRAMS.into_iter().find(|program| Path::new(program).exists()) else {
            eprintln!("SKIPPED, since GeoClue is not installed");
            return None;
        };
        let bus = PrivateBus::start()?;
        let socket = bus.folder().join("receiver");
        let receiver = match source {
            Source::At(point) => Some(Receiver::start(&socket, point)),
            Source::Silent => Some(Receiver::start_silent(&socket)),
            Source::Absent => None,
        };
        let mut command = Command::new(program);
        command.args(["-t", "0"]).env("DBUS_SYSTEM_BUS_ADDRESS", bus.address());
        if receiver.is_some() {
            command.arg("-u").arg(&socket);
        }
        let program = Program::new(command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap());
        bus.until_owned(NAME).await;
        let connection = bus.connect().await;
        let agent = match agent {
            Some(level) => Some(Agent::register(&bus, level).await),
            None => None,
        };
        Some(Self { bus, program, connection, _agent: agent, _receiver: receiver })
    }
}
