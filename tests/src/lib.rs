//! What the flows across crates and processes need: a private desktop, the app's window driven through WebDriver,
//! and waiting on conditions. The tests themselves are in `tests/tests`.

pub mod app;
pub mod desktop;
pub mod market;
pub mod wait;
pub mod window;

pub use app::App;
pub use desktop::Desktop;
pub use window::Window;
