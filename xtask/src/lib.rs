//! What tasks and tests share: a private desktop, programs that run on it, and waiting on conditions. It stands here
//! and not beside the tests, since a task must build before anything is set up, and the tests need it all.

pub mod desktop;
pub mod running;
pub mod wait;

pub use desktop::Desktop;
pub use running::App;
