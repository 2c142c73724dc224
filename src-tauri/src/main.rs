//! The program. All of it is in the library, which the phones load instead.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() {
    zhitu_app::run();
}
