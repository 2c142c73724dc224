//! Reading an uploaded file in a process of its own.
//!
//! A file may be made to keep a parser busy, to fill its memory or its stack. Neither can be ended from within, and a
//! stack that overflows ends the process. So the program starts itself again under limits, gives it the file on standard
//! input and takes what it says; whatever ends that process, or takes too long, is a file that is not taken.

#[cfg_attr(unix, path = "limits/unix.rs")]
#[cfg_attr(not(unix), path = "limits/none.rs")]
mod limits;

use serde::{Deserialize, Serialize};
use std::ffi::OsString;
use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{ExitCode, Stdio};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::Command;
use tokio::sync::Semaphore;
use zhitu_domain::attachment::{ATTACHMENT_MAX_BYTES, ATTACHMENT_TEXT_MAX_BYTES, AttachmentProblem};
use zhitu_pdf::Said;

/// What the program is started with to be the reader.
const ARGUMENT: &str = "--read-pdf-from-standard-input";
/// How long reading one file may take. Twenty pages take some tens of milliseconds.
const LONGEST: Duration = Duration::from_secs(10);
/// Files that are read at the same time; more wait.
const AT_ONCE: usize = 2;
/// What the reader may say, in bytes: the text, of which JSON may write each byte as six.
const ANSWER: u64 = 6 * ATTACHMENT_TEXT_MAX_BYTES as u64 + 4_096;

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Answer {
    Said(Said),
    Refused(AttachmentProblem),
}

/// Why there is no answer at all.
#[derive(Debug, thiserror::Error)]
pub enum ReaderError {
    /// The program was not started.
    #[error("the reader of PDFs cannot be started: {0}")]
    Start(std::io::Error),
    /// The server ends.
    #[error("the reader of PDFs is closed")]
    Closed,
}

/// Starts readers.
#[derive(Debug)]
pub struct PdfReader {
    program: PathBuf,
    longest: Duration,
    turns: Semaphore,
}

impl PdfReader {
    /// With a program whose `main` calls [`serve_if_asked`] before anything else.
    pub fn of(program: PathBuf) -> Self {
        Self { program, longest: LONGEST, turns: Semaphore::new(AT_ONCE) }
    }

    /// The same with another time that one file may take.
    #[must_use]
    pub fn within(self, longest: Duration) -> Self {
        Self { longest, ..self }
    }

    /// What a file says, or why it is not taken.
    pub async fn read(&self, file: &[u8]) -> Result<Result<Said, AttachmentProblem>, ReaderError> {
        let _turn = self.turns.acquire().await.map_err(|_| ReaderError::Closed)?;
        let mut command = Command::new(&self.program);
        // Nothing of what the server knows: neither its settings nor what it says.
        command.arg(ARGUMENT).env_clear().stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut reader = command.kill_on_drop(true).spawn().map_err(ReaderError::Start)?;
        let (Some(mut stdin), Some(stdout)) = (reader.stdin.take(), reader.stdout.take()) else {
            return Ok(Err(AttachmentProblem::TooComplex));
        };
        let mut said = Vec::new();
        let mut limited = stdout.take(ANSWER);
        let exchange = async {
            // A reader that ended early hears no more; what it is then worth stands in what it said.
            let (_unheard, heard) = tokio::join!(
                async {
                    let written = stdin.write_all(file).await;
                    drop(stdin);
                    written
                },
                limited.read_to_end(&mut said)
            );
            (heard, reader.wait().await)
        };
        let Ok((Ok(_), Ok(status))) = tokio::time::timeout(self.longest, exchange).await else {
            return Ok(Err(AttachmentProblem::TooComplex));
        };
        if !status.success() {
            tracing::info!(%status, "the reader of PDFs was ended by a file");
            return Ok(Err(AttachmentProblem::TooComplex));
        }
        Ok(match serde_json::from_slice(&said) {
            Ok(Answer::Said(said)) => Ok(said),
            Ok(Answer::Refused(problem)) => Err(problem),
            Err(_) => Err(AttachmentProblem::TooComplex),
        })
    }
}

/// Is the reader, if that is what the program was started for. To be called before a thread or a window is made.
pub fn serve_if_asked() -> Option<ExitCode> {
    let mut arguments = std::env::args_os().skip(1);
    let asked = arguments.next() == Some(OsString::from(ARGUMENT)) && arguments.next().is_none();
    asked.then(serve)
}

fn serve() -> ExitCode {
    if limits::set(LONGEST).is_err() {
        return ExitCode::FAILURE;
    }
    let mut file = Vec::new();
    let most = u64::try_from(ATTACHMENT_MAX_BYTES).unwrap_or(u64::MAX);
    if std::io::stdin().take(most).read_to_end(&mut file).is_err() {
        return ExitCode::FAILURE;
    }
    let answer = match zhitu_pdf::read(&file) {
        Ok(said) => Answer::Said(said),
        Err(problem) => Answer::Refused(problem),
    };
    let said = serde_json::to_vec(&answer).ok().map(|answer| std::io::stdout().write_all(&answer));
    if matches!(said, Some(Ok(()))) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
