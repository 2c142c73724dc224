//! Smart paste.

mod paste;
