//! The shell: the window, and the choice of adapters. It decides nothing about jobs, résumés or people, holds no text
//! for people, and speaks to no server: that is `zhitu-core`'s, over the ports that are filled here.
//!
//! To add a command: a row in `zhitu_contract::commands`, the method in `zhitu-core`, and its permission in the
//! capability of each window that may call it. The adapter here is made of the row.

pub mod commands;
#[cfg(test)]
mod configuration_tests;
mod core_cell;
mod data;
mod file_dialogs;
mod log;
#[cfg_attr(feature = "embedded-server", path = "market/embedded.rs")]
#[cfg_attr(not(feature = "embedded-server"), path = "market/absent.rs")]
mod market;
mod options;
#[cfg_attr(any(windows, target_os = "android"), path = "own_page/http.rs")]
#[cfg_attr(not(any(windows, target_os = "android")), path = "own_page/scheme.rs")]
mod own_page;
mod page_events;
#[cfg_attr(desktop, path = "desktop.rs")]
#[cfg_attr(mobile, path = "mobile.rs")]
mod platform;
#[cfg_attr(unix, path = "private_folder/unix.rs")]
#[cfg_attr(windows, path = "private_folder/windows.rs")]
mod private_folder;
#[cfg_attr(target_os = "linux", path = "process_age/linux.rs")]
#[cfg_attr(not(target_os = "linux"), path = "process_age/other.rs")]
mod process_age;
mod window;

use core_cell::CoreCell;
use data::DataFolders;
use options::Options;
use std::process::ExitCode;
use std::sync::Arc;
use tauri::{App, AppHandle, Manager, RunEvent};
use zhitu_contract::Result;
use zhitu_core::ports::Files;
use zhitu_core::{Core, Parts};
use zhitu_host::api::{HttpServer, ServerAddress};
use zhitu_host::clock::SystemClock;
use zhitu_host::rng::SystemRng;
use zhitu_host::store::DeviceStore;
use zhitu_host::vault::{KeyringVault, NoVault};

/// Is the market's reader of uploaded files, if that is what the program was started for, and says how it ended.
pub fn serve_if_asked() -> Option<ExitCode> {
    market::serve_if_asked()
}

/// Runs the app until its last window is closed.
#[cfg_attr(mobile, tauri::mobile_entry_point)]
pub fn run() {
    process_age::note_start();
    let options = platform::options();
    let builder = platform::builder()
        .plugin(tauri_plugin_dialog::init())
        .manage(CoreCell::default())
        .invoke_handler(commands::handler())
        .setup(move |app| {
            if let Err(error) = start(app, options) {
                platform::give_up(&error.to_string());
            }
            Ok(())
        });
    match builder.build(tauri::generate_context!()) {
        Ok(app) => app.run(|app, event| {
            if let RunEvent::Exit = event {
                tauri::async_runtime::block_on(app.state::<CoreCell>().stop());
            }
        }),
        Err(error) => platform::give_up(&error.to_string()),
    }
}

/// Makes the window at once; all else comes behind it, and commands wait for it.
fn start(app: &mut App, options: Options) -> std::result::Result<(), Box<dyn std::error::Error>> {
    let folders = DataFolders::open(app, &options)?;
    let log = log::start(&folders.logs)?;
    app.manage(log);
    let server = server_of(&options, &folders)?;
    window::open(app, &options)?;
    note("the window is open");
    let handle = app.handle().clone();
    tauri::async_runtime::spawn(async move {
        let made = core(&handle, &options, &folders, &server).await;
        match &made {
            Ok(core) => {
                note("the core is ready");
                core.start();
            }
            Err(error) => tracing::error!(%error, "the app cannot start"),
        }
        handle.state::<CoreCell>().set(made);
        // The folders hold the profile's lock: it must live as long as the app.
        handle.manage(folders);
    });
    Ok(())
}

/// Notes how far the start has come.
fn note(what: &str) {
    tracing::info!(ms = process_age::age().as_millis(), "{what}");
}

/// Which server this run speaks to.
struct Server {
    address: ServerAddress,
    /// Under which name this device keeps what belongs to it.
    key: String,
    demo_market: bool,
}

fn server_of(options: &Options, folders: &DataFolders) -> std::io::Result<Server> {
    if let Some(url) = &options.server {
        return Ok(Server {
            address: ServerAddress::known(url),
            key: data::folder_name(url),
            demo_market: false,
        });
    }
    let address = ServerAddress::pending();
    let market = market::open(&folders.root, &options.import, address.clone())?;
    Ok(Server { address, key: market.key.to_owned(), demo_market: market.demo })
}

/// The choice of adapters.
async fn core(
    app: &AppHandle,
    options: &Options,
    folders: &DataFolders,
    server: &Server,
) -> Result<Arc<Core>> {
    let version = app.package_info().version.to_string();
    let vault = KeyringVault::new(&data::keyring_owner(options, &server.key));
    let opened = DeviceStore::open(&folders.profile.join(&server.key), &vault, &SystemRng).await?;
    let files: Arc<dyn Files> = match &options.save_to {
        Some(folder) => Arc::new(file_dialogs::FixedAnswers::new(folder.clone(), options.pick.clone())),
        None => Arc::new(file_dialogs::FileDialogs::new(app.clone())),
    };
    Ok(Core::new(Parts {
        api: Arc::new(HttpServer::new(server.address.clone(), &version)),
        vault: if opened.store.in_memory() { Arc::new(NoVault) } else { Arc::new(vault) },
        store: Arc::new(opened.store),
        clock: Arc::new(SystemClock),
        rng: Arc::new(SystemRng),
        events: Arc::new(page_events::PageEvents::new(app.clone())),
        files,
        location: platform::location(app),
        clipboard: platform::clipboard(app),
        device: platform::device_name(&options.profile),
        version,
        demo_market: server.demo_market,
        data_set_aside: opened.set_aside.is_some(),
    }))
}
