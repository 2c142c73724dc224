//! What happened, in a file of the data folder: a file a day, a week of them.
//!
//! Nothing personal is meant to reach it: secrets print as `<redacted>`, and no request or answer is logged. The
//! writer is the last guard: it masks what looks like a phone number or a bearer token.

use std::io::{self, Write};
use std::path::Path;
use tracing_appender::non_blocking::{NonBlocking, WorkerGuard};
use tracing_appender::rolling::{RollingFileAppender, Rotation};
use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::MakeWriter;

/// How many days are kept.
const DAYS: usize = 7;
/// What is logged unless `ZHITU_LOG` says otherwise.
const LEVELS: &str = "info,sqlx=warn,tantivy=warn,hyper=warn,tao=warn,wry=warn";

/// Keeps the log being written; what is left is written when it goes.
pub struct Log {
    _guard: WorkerGuard,
}

/// Begins to log into a folder.
pub fn start(folder: &Path) -> Result<Log, Box<dyn std::error::Error>> {
    let file = RollingFileAppender::builder()
        .rotation(Rotation::DAILY)
        .filename_prefix("zhitu")
        .filename_suffix("log")
        .max_log_files(DAYS)
        .build(folder)?;
    let (writer, guard) = tracing_appender::non_blocking(file);
    let levels = EnvFilter::try_from_env("ZHITU_LOG").unwrap_or_else(|_| EnvFilter::new(LEVELS));
    tracing_subscriber::fmt()
        .with_env_filter(levels)
        .with_ansi(false)
        .with_writer(Masked { writer })
        .try_init()
        .map_err(|error| error.to_string())?;
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        tracing::error!(place = panic.location().map(ToString::to_string), "panic");
        before(panic);
    }));
    Ok(Log { _guard: guard })
}

struct Masked {
    writer: NonBlocking,
}

impl<'a> MakeWriter<'a> for Masked {
    type Writer = MaskedLine;

    fn make_writer(&'a self) -> Self::Writer {
        MaskedLine { writer: self.writer.clone() }
    }
}

/// Writes one line, which comes in one piece.
struct MaskedLine {
    writer: NonBlocking,
}

impl Write for MaskedLine {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        self.writer.write_all(masked(&String::from_utf8_lossy(line)).as_bytes())?;
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

/// The line with runs of 11 to 13 digits, which phone numbers are, and bearer tokens masked.
///
/// Times in microseconds (16 digits), ports and counts stay.
fn masked(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(first) = rest.chars().next() {
        if rest.len() >= 7 && rest.as_bytes()[..7].eq_ignore_ascii_case(b"bearer ") {
            out.push_str(&rest[..7]);
            rest = rest[7..].trim_start_matches(|c: char| !c.is_whitespace());
            out.push_str("<redacted>");
            continue;
        }
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        if digits > 0 {
            out.push_str(if (11..=13).contains(&digits) { "<redacted>" } else { &rest[..digits] });
            rest = &rest[digits..];
            continue;
        }
        out.push(first);
        rest = &rest[first.len_utf8()..];
    }
    out
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn phone_numbers_and_tokens_are_masked() {
        let line = "调用 +8613800138000 (13800138000) Authorization: Bearer abc.def 完";
        assert_eq!(masked(line), "调用 +<redacted> (<redacted>) Authorization: Bearer <redacted> 完");
    }

    #[test]
    fn times_ports_and_counts_stay() {
        let line = "2026-11-23T01:02:03.456789Z at=1763859723456789 port=45123 rows=50000";
        assert_eq!(masked(line), line);
    }
}
