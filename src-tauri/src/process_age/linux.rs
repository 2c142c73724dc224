//! How long this process has been running, by the kernel's own books: what was loaded before `main` counts too.

use std::time::Duration;

/// Ticks of `/proc/<pid>/stat` per second: fixed at 100 towards programs. Source: `man 5 proc_pid_stat`, `USER_HZ`.
const TICKS: f64 = 100.0;

/// Nothing to note: the kernel did.
pub fn note_start() {}

/// The process's age; zero when the kernel does not say.
pub fn age() -> Duration {
    let read = || {
        let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
        let uptime = std::fs::read_to_string("/proc/uptime").ok()?;
        age_of(&stat, &uptime)
    };
    read().unwrap_or_default()
}

fn age_of(stat: &str, uptime: &str) -> Option<Duration> {
    // The second field is a name in brackets which may hold anything; the 22nd is the start.
    let fields = stat.rsplit_once(')')?.1;
    let started: f64 = fields.split_whitespace().nth(19)?.parse().ok()?;
    let now: f64 = uptime.split_whitespace().next()?.parse().ok()?;
    Duration::try_from_secs_f64(now - started / TICKS).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_age_is_uptime_less_start() {
        let stat = "7 (a ) b) S 1 7 7 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 12345 9 9";
        assert_eq!(age_of(stat, "130.45 99.0"), Some(Duration::from_secs(7)));
    }

    #[test]
    fn a_running_process_has_an_age() {
        assert!(age() < Duration::from_hours(1));
    }
}
