//! The world that typst sees: one template, one data file, the faces. No disk, no network, no packages, no clock.

use crate::fonts::Fonts;
use std::sync::Arc;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt};

/// What all compiles share.
pub(crate) struct Shared {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    pub(crate) fonts: Fonts,
    template: Source,
    data: FileId,
}

impl Shared {
    /// `None` only if the names of the two files were no paths.
    pub(crate) fn new(fonts: Fonts) -> Option<Self> {
        let file =
            |name: &str| Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).ok()?).intern());
        Some(Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(fonts.faces())),
            fonts,
            template: Source::new(file("resume.typ")?, include_str!("../templates/resume.typ").to_owned()),
            data: file("resume.json")?,
        })
    }
}

/// One compile.
pub(crate) struct World {
    pub(crate) shared: Arc<Shared>,
    pub(crate) data: Bytes,
}

impl typst::World for World {
    fn library(&self) -> &LazyHash<Library> {
        &self.shared.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.shared.book
    }

    fn main(&self) -> FileId {
        self.shared.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.shared.template.id() {
            Ok(self.shared.template.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.shared.data { Ok(self.data.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shared.fonts.faces().get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
