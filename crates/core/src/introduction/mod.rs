//! Introduction links: the seeker's own, and opening those of others. Nothing of either is kept on the device.

mod list;
mod make;
mod open;
mod revoke;
