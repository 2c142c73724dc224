//! How the app stands, and its settings.

mod app_state;
mod page_ready;
mod settings_set;
