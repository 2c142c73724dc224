//! What reaches people or the world outside: a trait, real adapters, and for the demo market an outbox that the app
//! shows.

pub mod hook;
pub mod mail;
pub mod signature;
pub mod sms;
pub mod telephony;
