//! What a company is to delete of closed accounts. Nothing of it is kept on the device.

mod confirm;
mod list;
