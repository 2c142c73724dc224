//! Which download a leaked copy is named as: some of each kind, all with the oracles that are not the code under test
//! (poppler draws and copies).

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod common;

use common::scan::{Scanner, drawn};
use common::{certain, copied, is_wrong, key, letters, numbers, other_key, pdf};
use image::GrayImage;
use image::imageops::{FilterType, crop_imm, resize, rotate90, rotate180};
use zhitu_domain::mark::text::marked;
use zhitu_domain::mark::{MarkKind, Verdict};
use zhitu_trace::{Unreadable, read};

/// Downloads of the installation; the first few are leaked.
const DOWNLOADS: usize = 40;

fn verdict(leaked: &[u8]) -> Verdict {
    read(leaked, &key()).unwrap().compared_with(&key(), &numbers(DOWNLOADS, 1))
}

fn png(picture: &GrayImage) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

/// S-REC-10
#[test]
fn a_leaked_pdf_is_named_by_all_its_marks() {
    for (seed, number) in (0..).zip(numbers(4, 1)) {
        let found = verdict(&pdf(Some(key().mark(number)), seed));
        let Verdict::Certain(findings) = &found else { panic!("{seed}: {found:?}") };
        assert_eq!((findings.len(), findings[0].number), (1, number));
        let mut kinds: Vec<MarkKind> = findings[0].marks.iter().map(|(kind, _)| *kind).collect();
        kinds.sort();
        assert_eq!(kinds, [MarkKind::Text, MarkKind::Pattern, MarkKind::Code], "{seed}");
    }
}

/// S-REC-10: as poppler copies it, without the line that everybody can read.
#[test]
fn copied_text_is_named() {
    let folder = tempfile::tempdir().unwrap();
    for (seed, number) in (0..).zip(numbers(6, 1)) {
        let text = copied(&pdf(Some(key().mark(number)), seed), folder.path());
        assert!(!text.contains("ZT-"), "{text}");
        assert_eq!(certain(&verdict(text.as_bytes())), Some(number), "{seed}: {text}");
    }
}

/// S-REC-10: 150 dots an inch, noise, turned by up to 2°, JPEG of quality 60.
#[test]
fn a_page_that_was_printed_and_scanned_is_named() {
    let folder = tempfile::tempdir().unwrap();
    for (seed, number) in (0..).zip(numbers(4, 1)) {
        let page = drawn(&pdf(Some(key().mark(number)), seed), 150, folder.path());
        let scanned = Scanner::of_seed(seed).scan(&page, seed);
        assert_eq!(certain(&verdict(&scanned)), Some(number), "{seed}");
    }
}

#[test]
fn a_page_is_named_upside_down_in_part_and_at_another_size() {
    let folder = tempfile::tempdir().unwrap();
    let number = numbers(1, 1)[0];
    let page = drawn(&pdf(Some(key().mark(number)), 0), 150, folder.path());
    for (what, picture) in [
        ("upside down", rotate180(&page)),
        ("on its side", rotate90(&page)),
        ("its lower half", crop_imm(&page, 0, 877, 1240, 877).to_image()),
        ("larger", resize(&page, 1653, 2338, FilterType::Triangle)),
    ] {
        assert_eq!(certain(&verdict(&png(&picture))), Some(number), "{what}");
    }
}

/// What bears no mark of this installation is never called certain, nor likely.
#[test]
fn what_is_not_ours_is_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let foreign = pdf(Some(other_key().mark(numbers(1, 1)[0])), 1);
    let page = drawn(&foreign, 150, folder.path());
    let text = copied(&foreign, folder.path());
    let scanned = Scanner::of_seed(1).scan(&page, 1);
    for leaked in [
        &pdf(None, 0),
        &pdf(None, 1),
        &foreign,
        &scanned,
        &text.into_bytes(),
        &png(&GrayImage::new(1240, 1754)),
    ] {
        let found = verdict(leaked);
        assert!(!is_wrong(&found, None), "{found:?}");
        assert_eq!(found, Verdict::Nothing);
    }
}

/// A download that the installation does not know any more.
#[test]
fn marks_of_a_download_that_is_gone_name_no_other() {
    let gone = numbers(1, 2)[0];
    assert_eq!(verdict(&pdf(Some(key().mark(gone)), 2)), Verdict::Nothing);
}

#[test]
fn a_line_written_under_something_else_is_no_proof() {
    let number = numbers(1, 1)[0];
    let line = format!("下载编号 {}", key().mark(number).code());
    assert!(matches!(verdict(line.as_bytes()), Verdict::Likely(found) if found[0].number == number));
    // Under the text of another download, that one is certain.
    let other = numbers(2, 1)[1];
    let words = "搭建售后工单的分类模型，人工处理时间从每天三小时降到二十分钟。".repeat(2)
        + "重写夜间报表与对账流程，\
        跨部门对数的会议取消了一半。负责供应商准入与年审办法，全年节省采购成本百分之八。维护会员积分的结算服务，线上故障由每月六次降为一次。";
    let text = marked(&words, &key().mark(other)) + &line;
    assert!(letters(&text) < 300);
    let found = verdict(text.as_bytes());
    assert_eq!(certain(&found), Some(other), "{found:?}");
}

#[test]
fn what_cannot_be_read_is_said_to_be_so() {
    assert!(matches!(read(&[0xff, 0xfe, 0x00, 0x81], &key()), Err(Unreadable::Kind)));
    assert!(matches!(read(b"%PDF-1.7\nnothing", &key()), Err(Unreadable::Pdf(_))));
    assert!(matches!(read(b"\x89PNG\r\n\x1a\nnothing", &key()), Err(Unreadable::Picture(_))));
}
