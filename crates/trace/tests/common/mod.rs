//! Downloads of invented résumés, and what becomes of them when they leak.

#![allow(dead_code, reason = "the tests and the bench use different parts")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod resumes;
pub mod scan;

use jiff::civil::date;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;
use std::time::Duration;
use zhitu_domain::mark::text::CHARACTERS;
use zhitu_domain::mark::{Mark, MarkKey, MarkNumber, Verdict};
use zhitu_typeset::{Channel, Contact, Document, Fonts, Language, Stamp, Typesetter};

static TYPESETTER: LazyLock<Typesetter> =
    LazyLock::new(|| Typesetter::new(Fonts::bundled()).unwrap().with_time_limit(Duration::from_mins(2)));

/// The installation's.
pub fn key() -> MarkKey {
    MarkKey::new([7; 32])
}

/// Of another installation.
pub fn other_key() -> MarkKey {
    MarkKey::new([8; 32])
}

/// Numbers of downloads, as random as a server's.
pub fn numbers(count: usize, seed: u64) -> Vec<MarkNumber> {
    let mut dice = StdRng::seed_from_u64(seed);
    let mut number = || {
        let mut bytes = [0; 5];
        dice.fill_bytes(&mut bytes);
        MarkNumber::from_random(bytes)
    };
    (0..count).map(|_| number()).collect()
}

/// The document of a download, the same for the same seed: every second in English, of one to three pages.
pub fn document(mark: Option<Mark>, seed: u64) -> Document {
    let language = if seed.is_multiple_of(2) { Language::Chinese } else { Language::English };
    let stamp = mark.map(|mark| Stamp {
        mark,
        company: Some("拾星仪器（演示数据）".into()),
        recruiter: Some("林一帆".into()),
        at: date(2026, 11, 23).at(10, 20, 0, 0),
    });
    Document {
        content: resumes::content(language, seed),
        language,
        contact: Contact::Channels(vec![Channel::Message, Channel::VirtualNumber, Channel::RelayEmail]),
        place_names: [].into(),
        today: date(2026, 11, 23),
        stamp,
    }
}

/// It, as PDF.
pub fn pdf(mark: Option<Mark>, seed: u64) -> Vec<u8> {
    TYPESETTER.pdf(&document(mark, seed)).unwrap()
}

/// What `pdftotext` copies out of a PDF, without the line that everybody can read.
pub fn copied(pdf: &[u8], folder: &Path) -> String {
    let file = folder.join("copied.pdf");
    std::fs::write(&file, pdf).unwrap();
    let done = Command::new("pdftotext").arg(&file).arg("-").output().unwrap();
    assert!(done.status.success(), "{done:?}");
    let text = String::from_utf8(done.stdout).unwrap();
    text.lines().filter(|line| !is_line(line)).collect::<Vec<_>>().join("\n")
}

fn is_line(line: &str) -> bool {
    ["ZT-", "从职途下载", "Downloaded from Zhitu", "不得转交"].iter().any(|part| line.contains(part))
}

/// How many letters a text has, the marks not counted.
pub fn letters(text: &str) -> usize {
    text.chars().filter(|letter| !CHARACTERS.contains(letter)).count()
}

/// The only download that a verdict calls certain.
pub fn certain(verdict: &Verdict) -> Option<MarkNumber> {
    match verdict {
        Verdict::Certain(found) if found.len() == 1 => found.first().map(|finding| finding.number),
        _ => None,
    }
}

/// What a verdict says that is not so: another download called certain.
pub fn is_wrong(verdict: &Verdict, of: Option<MarkNumber>) -> bool {
    matches!(verdict, Verdict::Certain(found) if found.iter().any(|finding| Some(finding.number) != of))
}
