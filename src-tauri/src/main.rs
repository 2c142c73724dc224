//! The program. All of it is in the library, which the phones load instead.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

#[cfg(all(target_os = "linux", target_env = "gnu"))]
mod zero_on_free;

use std::process::ExitCode;

/// Overwrites what is freed: of a pasted text, a token, a key nothing stays behind in memory (R7).
#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
#[global_allocator]
static ALLOCATOR: zeroizing_alloc::ZeroAlloc<std::alloc::System> =
    zeroizing_alloc::ZeroAlloc(std::alloc::System);

fn main() -> ExitCode {
    zhitu_app::serve_if_asked().unwrap_or_else(|| {
        zhitu_app::run();
        ExitCode::SUCCESS
    })
}
