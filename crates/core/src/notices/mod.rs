//! What the person is told of outside the app. All of it is the server's; the device keeps nothing.

mod choose;
mod email_confirm;
mod email_remove;
mod email_set;
mod show;
mod webhook_remove;
mod webhook_set;
mod zone_set;
