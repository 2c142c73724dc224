//! Memory of a process and all that it started, shared pages counted in proportion.

use xtask::running::descendants;

/// Megabytes (10^6 bytes) of proportional set size.
pub fn pss_mb(process: u32) -> f64 {
    let mut all = descendants(process);
    all.push(process);
    let kilobytes: u32 = all.into_iter().filter_map(pss_kb).sum();
    f64::from(kilobytes) * 1024.0 / 1e6
}

fn pss_kb(process: u32) -> Option<u32> {
    let text = std::fs::read_to_string(format!("/proc/{process}/smaps_rollup")).ok()?;
    text.lines().find_map(|line| line.strip_prefix("Pss:")?.trim().split(' ').next()?.parse().ok())
}
