//! The machine's facts, without which a number says little.

use serde_json::{Value, json};
use std::process::Command;

/// Processor, cores, memory, system, compiler.
pub fn facts() -> Value {
    let cpu = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model =
        cpu.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": ")).map(|(_, name)| name);
    let memory = std::fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let kilobytes = memory.lines().find_map(|line| line.strip_prefix("MemTotal:"));
    let kilobytes = kilobytes.and_then(|text| text.trim().split(' ').next()?.parse::<u64>().ok());
    let system = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    let system =
        system.lines().find_map(|line| line.strip_prefix("PRETTY_NAME=")).map(|name| name.trim_matches('"'));
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    json!({
        "machine": {
            "cpu": model.unwrap_or("unknown"),
            "cores": std::thread::available_parallelism().map_or(0, usize::from),
            "memory_mb": kilobytes.unwrap_or_default() / 1024,
            "load": load.split(' ').next().unwrap_or_default(),
            "system": system.unwrap_or(std::env::consts::OS),
            "webkit": printed("pkg-config", &["--modversion", "webkit2gtk-4.1"]),
            "rustc": printed("rustc", &["--version"]),
        }
    })
}

fn printed(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output();
    output.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned()).unwrap_or_default()
}
