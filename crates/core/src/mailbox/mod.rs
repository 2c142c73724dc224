//! The company's own mailbox for the applications to it. All of it is the server's; the device keeps nothing.

mod confirm;
mod remove;
mod set;
mod show;
