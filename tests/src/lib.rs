//! What the flows across crates and processes need: a market to test against, and the app's window driven through
//! WebDriver on a private desktop. The tests themselves are in `tests/tests`.

pub mod device;
pub mod device_process;
pub mod market;
pub mod memory;
pub mod server_process;
pub mod wait;
pub mod window;
pub mod wiretap;

pub use window::Window;
pub use xtask::{App, Desktop, desktop};
