//! Signing in and out, the session's tokens, the signed-in devices.

mod code_request;
mod dev_outbox_show;
pub(crate) mod session;
mod session_revoke;
mod sessions_list;
mod sign_in;
mod sign_out;
