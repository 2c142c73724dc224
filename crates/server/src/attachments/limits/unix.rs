use rustix::process::{Resource, Rlimit, setrlimit};
use std::time::Duration;

/// What the reader may ask for, in bytes. Linux counts what is written to, not what is mapped of the program's own files.
const MEMORY: u64 = 1 << 30;

/// Bounds this process for good: memory, time on the processor, and no picture of it on the disk when it ends badly.
pub(super) fn set(longest: Duration) -> std::io::Result<()> {
    let limit = |most: u64| Rlimit { current: Some(most), maximum: Some(most) };
    setrlimit(Resource::Data, limit(MEMORY))?;
    setrlimit(Resource::Cpu, limit(longest.as_secs()))?;
    setrlimit(Resource::Core, limit(0))?;
    Ok(())
}
