//! Files that are made to end or to stop whoever reads them, against the reader as it runs (S-RES-06).

use rand::{RngExt, SeedableRng};
use std::fmt::Write as _;
use std::time::Duration;
use zhitu_domain::attachment::AttachmentProblem;
use zhitu_server::attachments::reader::{PdfReader, ReaderError};
use zhitu_testing::MadePdf;

/// Longer than a good file takes on a busy machine.
const LONGEST: Duration = Duration::from_secs(3);

fn reader() -> PdfReader {
    PdfReader::of(env!("CARGO_BIN_EXE_zhitu-server").into())
}

fn made() -> MadePdf {
    MadePdf::of(&["An Yu", "Backend engineer, four years of clear code"])
}

#[tokio::test]
async fn a_good_file_is_read_in_a_process_of_its_own() {
    let said = reader().read(&made().bytes()).await.unwrap().unwrap();
    assert_eq!(said.pages, 1);
    assert!(said.text.contains("four years of clear code"), "{}", said.text);
    let none = PdfReader::of("/nowhere/at/all".into()).read(&made().bytes()).await;
    assert!(matches!(none, Err(ReaderError::Start(_))));
}

/// Each of these ends a program that reads it within itself, or keeps it busy.
#[tokio::test]
async fn a_hostile_file_is_refused_and_the_server_goes_on() {
    let loops = made().catalog("/Pages 9 0 R").bytes();
    let tree = String::from_utf8(made().bytes()).unwrap().replacen("/Kids [5 0 R]", "/Kids [2 0 R]", 1);
    let deep = made().object(&"[".repeat(1_000_000)).bytes();
    let dicts = made().object(&"<</A".repeat(400_000)).bytes();
    // Each form draws the next ten times, forty deep.
    let mut forms = made().content("/X0 Do\n");
    let first = forms.next_number();
    forms =
        forms.page_entry(&format!("/Resources << /Font << /F 3 0 R >> /XObject << /X0 {first} 0 R >> >>"));
    for number in 0..40 {
        let name = format!("X{}", number + 1);
        let mut drawn = String::new();
        for _ in 0..10 {
            let _infallible = writeln!(drawn, "/{name} Do");
        }
        let dict = format!(
            "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /{name} {} 0 R >> >>",
            first + number + 1
        );
        forms = forms.stream(&dict, &drawn);
    }
    let refused = Some(AttachmentProblem::TooComplex);
    for (what, file, problem) in [
        ("pages that are named twice", loops, None),
        ("a tree that holds itself", tree.into_bytes(), Some(AttachmentProblem::NotPdf)),
        ("lists a million deep", deep, refused),
        ("dictionaries in dictionaries", dicts, refused),
        ("forms in forms", forms.bytes(), refused),
        ("text without end", made().page(&[&"words ".repeat(200_000)]).bytes(), refused),
    ] {
        let read = reader().within(LONGEST).read(&file).await.unwrap();
        assert_eq!(read.err(), problem, "{what}");
    }
    assert!(reader().read(&made().bytes()).await.unwrap().is_ok());
}

/// A damaged file is read or refused, and never takes the server with it.
#[tokio::test]
async fn damaged_files_are_read_or_refused() {
    let mut rng = rand::rngs::StdRng::seed_from_u64(7);
    let good = made().link("mailto:an@example.com").info("/Author (An)").bytes();
    let reader = reader();
    let mut refused = 0;
    for _ in 0..120 {
        let mut file = good.clone();
        for _ in 0..rng.random_range(1..12) {
            let at = rng.random_range(0..file.len());
            match rng.random_range(0..4) {
                0 => file[at] = rng.random(),
                1 => file.truncate(at.max(9)),
                2 => file.insert(at, rng.random()),
                _ => {
                    let end = (at + rng.random_range(0..40)).min(file.len());
                    file.drain(at..end);
                }
            }
        }
        match reader.read(&file).await.unwrap() {
            Ok(said) => assert!(said.pages > 0),
            Err(AttachmentProblem::TooComplex | AttachmentProblem::NotPdf | AttachmentProblem::NoText) => {
                refused += 1;
            }
            Err(problem) => panic!("{problem:?}"),
        }
    }
    assert!(refused > 10, "{refused}");
}
