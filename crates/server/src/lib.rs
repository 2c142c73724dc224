//! The platform: routes, use-cases, live hub, gateways.
//!
//! [`start`] runs a server within any process: the program `zhitu-server`, the app's demo market, a test. What it is
//! made of comes in as [`Parts`]; what it is set to as [`Config`].
//!
//! To add a route: write `routes/<feature>/<operation>.rs` with a function under `#[utoipa::path]`, taking what it
//! needs through [`extract`] and answering [`failure::Answer`]; name it in `routes/<feature>/mod.rs`. The document
//! at `/api/openapi.json` and its snapshot follow.

pub mod admin;
pub mod app;
pub mod attachments;
pub mod command_line;
pub mod config;
pub mod demo;
pub mod download;
pub mod extract;
pub mod failure;
pub mod gateways;
pub mod http;
pub mod import;
pub mod index;
pub mod limits;
pub mod live;
mod mailbox;
pub mod notices;
pub mod outbox;
pub mod policy;
pub mod ports;
pub mod relay;
pub mod routes;
pub mod run;
pub mod search;
pub mod secret;
pub mod staff;
pub mod trace;
pub mod virtual_number;
pub mod visibility;
mod waiting;

pub use app::{App, Parts};
pub use config::Config;
pub use run::{Running, start};
