//! Doubles within a run: rows of one posting, such as its internal and its external announcement.

use super::Posting;
use sha2::{Digest, Sha256};
use std::collections::HashSet;
use zhitu_storage::company::name_key;

/// A description shorter than this says too little to tell two postings apart or together.
const TELLING: usize = 200;

/// What was seen in this run.
#[derive(Debug, Default)]
pub(super) struct Seen {
    sources: HashSet<String>,
    fingerprints: HashSet<Vec<u8>>,
}

impl Seen {
    /// Whether the posting was here before; remembers it.
    pub(super) fn is_double(&mut self, posting: &Posting) -> bool {
        let source = !self.sources.insert(posting.source.clone());
        let fingerprint = !self.fingerprints.insert(fingerprint(posting));
        source || fingerprint
    }
}

/// Equal for postings that say the same. Where a posting says little beside its title, its own key is part of it: two
/// openings for a clerk are two.
pub(super) fn fingerprint(posting: &Posting) -> Vec<u8> {
    let mut hash = Sha256::new();
    let mut part = |text: &str| {
        hash.update(u64::try_from(text.len()).unwrap_or(u64::MAX).to_le_bytes());
        hash.update(text.as_bytes());
    };
    let content = &posting.content;
    part(&name_key(&posting.company));
    part(&name_key(&content.title));
    part(&name_key(&content.description));
    part(&name_key(&content.workplace.address));
    part(&content.salary.map(|salary| format!("{}-{}", salary.min, salary.max)).unwrap_or_default());
    if content.description.chars().count() < TELLING {
        part(&posting.source);
    }
    hash.finalize().to_vec()
}
