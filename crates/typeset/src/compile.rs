//! Compiling, bounded in time, number and size.

use crate::document::Document;
use crate::fonts::Fonts;
use crate::svg;
use crate::view::View;
use crate::world::{Shared, World};
use std::collections::BTreeSet;
use std::sync::mpsc::{RecvTimeoutError, sync_channel};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;
use typst::foundations::Bytes;
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;

/// Characters that a document may hold: more than a résumé at all its limits.
const MOST_CHARACTERS: usize = 500_000;
/// Compiles at one time; each may take some tens of megabytes.
const MOST_AT_ONCE: usize = 2;
/// What recursion over deeply nested content may take.
const STACK: usize = 16 << 20;
/// Compiles for which what was computed is kept: an edit that leaves most of the page alone is set much faster.
const CACHED_COMPILES: usize = 6;
/// How long a caller waits, unless told otherwise.
const TIME_LIMIT: Duration = Duration::from_secs(10);

/// Why nothing was set.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// It took longer than the time limit, or others take too long.
    #[error("setting the page takes too long")]
    TooSlow,
    /// More text than a résumé can hold.
    #[error("too much text")]
    TooLarge,
    /// A fault of the template or of typst; what it says names no user's text but may name a value's type.
    #[error("the page could not be set: {0}")]
    Template(String),
}

/// Sets documents. Cheap to clone; all clones share the limit on compiles at one time.
#[derive(Clone)]
pub struct Typesetter {
    shared: Arc<Shared>,
    running: Arc<Running>,
    time_limit: Duration,
}

impl std::fmt::Debug for Typesetter {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Typesetter").field("time_limit", &self.time_limit).finish_non_exhaustive()
    }
}

impl Typesetter {
    /// A typesetter with these faces.
    pub fn new(fonts: Fonts) -> Result<Self, Error> {
        let shared = Shared::new(fonts).ok_or_else(|| Error::Template("no path".into()))?;
        Ok(Self { shared: Arc::new(shared), running: Arc::default(), time_limit: TIME_LIMIT })
    }

    /// The same with another time limit.
    #[must_use]
    pub fn with_time_limit(self, time_limit: Duration) -> Self {
        Self { time_limit, ..self }
    }

    /// The pages as SVG of 595 by 842 points each. Blocks.
    pub fn pages_svg(&self, document: &Document) -> Result<Vec<String>, Error> {
        let fonts = self.shared.fonts.clone();
        self.set(document, move |pages| {
            let pages = pages.pages().iter().map(|page| svg::page(page, &fonts));
            pages.collect::<Result<_, _>>().map_err(|svg::Unsupported(what)| Error::Template(what.into()))
        })
    }

    /// The document as PDF, the same bytes for the same document. Blocks.
    pub fn pdf(&self, document: &Document) -> Result<Vec<u8>, Error> {
        self.set(document, |pages| {
            let options =
                PdfOptions { creator: typst::foundations::Smart::Custom(None), ..PdfOptions::default() };
            typst_pdf::pdf(pages, &options).map_err(|errors| said(&errors))
        })
    }

    /// The characters that no face can draw, each once: the page would show boxes for them.
    pub fn missing_glyphs(&self, text: &str) -> Vec<char> {
        let mut seen = BTreeSet::new();
        text.chars().filter(|letter| !self.shared.fonts.has(*letter) && seen.insert(*letter)).collect()
    }

    /// Compiles and exports in a thread of its own and waits for it, within the limits.
    fn set<T: Send + 'static>(
        &self,
        document: &Document,
        export: impl FnOnce(&PagedDocument) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let view = View::of(document, &self.shared.fonts);
        let data = serde_json::to_vec(&view).map_err(|error| Error::Template(error.to_string()))?;
        // In UTF-8 a character has up to four bytes.
        if data.len() > MOST_CHARACTERS * 4 || view.characters() > MOST_CHARACTERS {
            return Err(Error::TooLarge);
        }
        let turn = Running::enter(&self.running, self.time_limit).ok_or(Error::TooSlow)?;
        let world = World { shared: Arc::clone(&self.shared), data: Bytes::new(data) };
        let (sender, receiver) = sync_channel(1);
        std::thread::Builder::new()
            .name("typeset".into())
            .stack_size(STACK)
            .spawn(move || {
                let _turn = turn;
                // Dropped last and on a panic too: what was remembered of people's texts goes in any case.
                let _forget = Forget;
                let result = typst::compile::<PagedDocument>(&world)
                    .output
                    .map_err(|errors| said(&errors))
                    .and_then(|pages| export(&pages));
                // The caller may have stopped waiting.
                drop(sender.send(result));
            })
            .map_err(|error| Error::Template(error.to_string()))?;
        match receiver.recv_timeout(self.time_limit) {
            Ok(result) => result,
            Err(RecvTimeoutError::Timeout) => Err(Error::TooSlow),
            Err(RecvTimeoutError::Disconnected) => Err(Error::Template("the compiler stopped".into())),
        }
    }
}

fn said(errors: &[typst::diag::SourceDiagnostic]) -> Error {
    Error::Template(errors.iter().map(|error| error.message.as_str()).collect::<Vec<_>>().join("; "))
}

/// Empties typst's memory of older compiles when a compile ends, however it ends.
struct Forget;

impl Drop for Forget {
    fn drop(&mut self) {
        comemo::evict(CACHED_COMPILES);
    }
}

/// How many compiles run.
#[derive(Default)]
struct Running {
    number: Mutex<usize>,
    ended: Condvar,
}

/// One of them; ends when dropped.
struct Turn(Arc<Running>);

impl Running {
    fn enter(running: &Arc<Self>, patience: Duration) -> Option<Turn> {
        let number = running.number.lock().unwrap_or_else(PoisonError::into_inner);
        let (mut number, _) = running
            .ended
            .wait_timeout_while(number, patience, |number| *number >= MOST_AT_ONCE)
            .unwrap_or_else(PoisonError::into_inner);
        (*number < MOST_AT_ONCE).then(|| {
            *number += 1;
            Turn(Arc::clone(running))
        })
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let mut number = self.0.number.lock().unwrap_or_else(PoisonError::into_inner);
        *number = number.saturating_sub(1);
        drop(number);
        self.0.ended.notify_one();
    }
}
