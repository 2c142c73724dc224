//! The desktop's agent, which says how exactly GeoClue may tell where the device is.

use super::bus::PrivateBus;
use zbus::Connection;

/// An agent.
pub struct Agent {
    level: u32,
}

#[zbus::interface(name = "org.freedesktop.GeoClue2.Agent")]
impl Agent {
    /// GeoClue 2.6 asks this about applications in a sandbox only, and takes the level for the others.
    fn authorize_app(&self, desktop_id: &str, level: u32) -> (bool, u32) {
        (desktop_id == "org.zhitu.app" && self.level > 0, level.min(self.level))
    }

    #[zbus(property)]
    fn max_accuracy_level(&self) -> u32 {
        self.level
    }
}

/// GeoClue's own side.
#[zbus::proxy(
    interface = "org.freedesktop.GeoClue2.Manager",
    default_service = "org.freedesktop.GeoClue2",
    default_path = "/org/freedesktop/GeoClue2/Manager",
    gen_blocking = false
)]
pub trait Manager {
    /// Registers an agent.
    fn add_agent(&self, id: &str) -> zbus::Result<()>;
    /// Whether anybody reads a position.
    #[zbus(property(emits_changed_signal = "false"))]
    fn in_use(&self) -> zbus::Result<bool>;
    /// How exactly the sources that are there can tell.
    #[zbus(property)]
    fn available_accuracy_level(&self) -> zbus::Result<u32>;
}

impl Agent {
    /// Registers an agent that allows up to a level, 0 for nothing at all. It goes with the connection.
    pub async fn register(bus: &PrivateBus, level: u32) -> Connection {
        // Served before the connection is there: what is served later may miss the first call.
        let agent = bus.builder().serve_at("/org/freedesktop/GeoClue2/Agent", Self { level }).unwrap();
        let connection = agent.build().await.unwrap();
        let manager = ManagerProxy::new(&connection).await.unwrap();
        // One of the names that GeoClue's configuration knows as an agent's.
        manager.add_agent("geoclue-demo-agent").await.unwrap();
        connection
    }
}
