//! The adapters between page and core: one per row of the one table, all alike, so a macro makes them.

mod request;

use crate::core_cell::CoreCell;
use request::Request;
use tauri::State;
use zhitu_contract::{
    Result, applications, attachments, auth, chat, clipboard, device, erasure, introduction, jobs, mailbox,
    notices, permission, places, policy, recommendations, record, recruiting, relay, resume, resumes, staff,
    virtual_number, visibility,
};

macro_rules! adapters {
    ($($feature:ident $name:ident($($request:tt)::+) -> $answer:ty, $permission:ident;)+) => {
        $(
            #[tauri::command]
            async fn $name(
                core: State<'_, CoreCell>,
                request: Request<$($request)::+>,
            ) -> Result<$answer> {
                core.get().await?.$name(request.0).await
            }
        )+

        /// Takes the page's calls to their adapters.
        pub fn handler() -> impl Fn(tauri::ipc::Invoke<tauri::Wry>) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$($name),+]
        }
    };
}

zhitu_contract::for_each_command!(adapters);
