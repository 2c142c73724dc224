//! What tests are made with: a clock and randomness that tests own, the ports of the device in memory, a server in
//! memory, invented people and jobs, and the suite that every `LocalStore` must pass.
//!
//! Only ever a dev-dependency. Nothing here waits for real time: a test says what shall come to be, and
//! [`Device::until`] moves the clock on until it is so.

mod clipboard;
mod clock;
mod conformance;
mod device;
mod events;
mod files;
mod folder_vault;
#[cfg(target_os = "linux")]
pub mod geoclue;
mod kept;
mod location;
mod market;
mod messages;
mod pdf;
mod rng;
pub mod samples;
mod server;
mod store;
mod vault;
mod visibility;

pub use clipboard::MemoryClipboard;
pub use clock::FakeClock;
pub use conformance::local_store_conformance;
pub use device::Device;
pub use events::RecordedEvents;
pub use files::MemoryFiles;
pub use folder_vault::FolderVault;
pub use location::MemoryLocation;
pub use pdf::MadePdf;
pub use rng::SeededRng;
pub use server::FakeServer;
pub use store::MemoryStore;
pub use vault::MemoryVault;
