//! What is read out of files, and which are not taken.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use jiff::civil::date;
use std::collections::BTreeMap;
use zhitu_domain::attachment::{AttachmentProblem, contact_shown};
use zhitu_domain::contact::ContactItem;
use zhitu_domain::relay::KnownContact;
use zhitu_domain::resume::{Basic, ResumeContent};
use zhitu_pdf::read;
use zhitu_testing::MadePdf;
use zhitu_typeset::{Contact, Document, Fonts, Language, Typesetter};

const LINES: &[&str] = &["An Yu", "Data analyst, seven years of retail data", "East China Normal University"];

/// The canary in UTF-16.
const UTF_16: &str =
    "/Keywords <FEFF00630061006E0061007200790040006500780061006D0070006C0065002E0063006F006D>";

fn made() -> MadePdf {
    MadePdf::of(LINES)
}

fn said(pdf: &[u8]) -> String {
    read(pdf).unwrap().text
}

fn shown(pdf: &[u8]) -> Vec<ContactItem> {
    contact_shown(&said(pdf), &KnownContact::new(["13912345678"], ["canary@example.com"]))
        .into_iter()
        .collect()
}

fn problem(pdf: &[u8]) -> AttachmentProblem {
    read(pdf).unwrap_err()
}

#[test]
fn lines_and_words_are_read_as_they_stand() {
    let pdf = made().page(&["Second page, with more than a few letters"]).bytes();
    let read = read(&pdf).unwrap();
    assert_eq!(read.pages, 2);
    for line in LINES {
        assert!(read.text.lines().any(|read| read == *line), "{line}: {}", read.text);
    }
    assert!(read.text.contains("Second page, with more than a few letters"), "{}", read.text);
    assert_eq!(shown(&pdf), []);
}

/// I1: what is drawn, by another program's rules of where a letter stands.
#[test]
fn a_number_is_found_however_it_is_drawn() {
    let phone = [ContactItem::Phone];
    assert_eq!(shown(&made().page(&["Phone: 139 1234 5678"]).bytes()), phone);
    assert_eq!(shown(&made().page(&["Referee +1 (212) 555-0123"]).bytes()), phone);
    let apart = "BT /F 12 Tf 72 700 Td [(139) -900 (1234) -900 (5678)] TJ ET\n";
    assert_eq!(shown(&made().content(apart).bytes()), phone);
    let letter = |(at, digit)| format!("BT /F 12 Tf {} 700 Td ({digit}) Tj ET\n", 72 + 14 * at);
    let letter_by_letter: Vec<String> = "13912345678".chars().enumerate().map(letter).collect();
    assert_eq!(shown(&made().content(&letter_by_letter.concat()).bytes()), phone);
    let upright = "BT /F 12 Tf 0 1 -1 0 300 300 Tm (139) Tj (1234) Tj (5678) Tj ET\n";
    assert_eq!(shown(&made().content(upright).bytes()), phone);
    let unseen = "BT 3 Tr /F 12 Tf 72 700 Td (13912345678) Tj ET BT 0 Tr ET\n";
    assert_eq!(shown(&made().content(unseen).bytes()), phone);
    let email = "BT /F 12 Tf 72 700 Td [(canary) 30 (@) -30 (example.com)] TJ ET\n";
    assert_eq!(shown(&made().content(email).bytes()), [ContactItem::Email]);
}

/// I1: what is not drawn, and what anybody can read out of the file all the same.
#[test]
fn links_notes_forms_metadata_and_earlier_states_are_read() {
    let email = [ContactItem::Email];
    let note = "/Annots [<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (canary@example.com) >>]";
    let form = "/AcroForm << /Fields [<< /FT /Tx /T (mail) /V (canary@example.com) >>] >>";
    let aloud = "/Span << /ActualText (canary@example.com) >> BDC BT /F 12 Tf 72 700 Td (me) Tj ET EMC\n";
    let metadata = "<x:xmpmeta><dc:creator rdf:resource=\"x\">canary@example.com</dc:creator></x:xmpmeta>";
    let outline = made().next_number();
    for pdf in [
        made().link("mailto:canary@example.com"),
        made().link("mailto:canary%40example.com?subject=Hi"),
        made().page_entry(note),
        made().catalog(form),
        made().content(aloud),
        made().info("/Author (canary@example.com)"),
        made().info(UTF_16),
        made().stream("/Type /Metadata /Subtype /XML", metadata),
        made().catalog(&format!("/Outlines {outline} 0 R")).object("<< /Title (canary@example.com) >>"),
    ] {
        assert_eq!(shown(&pdf.bytes()), email, "{pdf:?}");
    }
    assert_eq!(shown(&made().link("tel:+8613912345678").bytes()), [ContactItem::Phone]);
    let before = MadePdf::of(&[LINES[0], LINES[1], "Phone 13912345678"]);
    let now = before.rewritten(LINES);
    assert_eq!(shown(&now), [ContactItem::Phone], "what was taken out is still in the bytes");
    assert!(said(&now).contains(LINES[2]));
}

#[test]
fn a_resume_of_the_typesetter_is_read_in_chinese() {
    let content = ResumeContent {
        basic: Basic {
            name: "周予安".into(),
            phone: "13912345678".into(),
            email: "canary@example.com".into(),
            ..Basic::default()
        },
        self_assessment: "写得清楚，七年零售数据经验。备用电话：１８６ ００００ １１１１。".into(),
        ..ResumeContent::default()
    };
    let typesetter = Typesetter::new(Fonts::bundled()).unwrap();
    let set = |contact| {
        let document = Document {
            content: content.clone(),
            language: Language::Chinese,
            contact,
            place_names: BTreeMap::new(),
            today: date(2026, 11, 26),
            stamp: None,
        };
        typesetter.pdf(&document).unwrap()
    };
    let own = set(Contact::Own);
    assert!(said(&own).contains("七年零售数据经验"), "{}", said(&own));
    assert_eq!(shown(&own), ContactItem::ALL);
    assert_eq!(shown(&set(Contact::Channels(Vec::new()))), [ContactItem::Phone], "the one in full-width");
}

#[test]
fn what_is_no_pdf_is_not_taken() {
    for bytes in [&b""[..], b"PK\x03\x04", b"%PDF-1.7", b"%PDF-1.7\n%%EOF", &[0; 4_096]] {
        assert_eq!(problem(bytes), AttachmentProblem::NotPdf);
    }
}

#[test]
fn what_cannot_be_read_or_does_something_is_not_taken() {
    let scan = MadePdf::of(&[]);
    assert_eq!(problem(&scan.bytes()), AttachmentProblem::NoText);
    let many = (0..20).fold(made(), |pdf, _| pdf.page(&["page"]));
    assert_eq!(problem(&many.bytes()), AttachmentProblem::TooManyPages);
    let mut encrypted = made().bytes();
    let trailer = String::from_utf8_lossy(&encrypted).rfind("/Size").unwrap();
    encrypted.splice(trailer..trailer, *b"/Encrypt 9 0 R ");
    assert_eq!(problem(&encrypted), AttachmentProblem::Encrypted);
    for pdf in [
        made().catalog("/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"),
        made().catalog("/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (1) >>] >> >>"),
        made().catalog("/OpenAction << /S /Launch /F (cmd.exe) >>"),
        made().catalog("/AA << /WC << /S /SubmitForm /F (https://example.com) >> >>"),
        made().catalog("/Names << /EmbeddedFiles << /Names [(a.exe) 99 0 R] >> >>"),
        made().object("<< /Type /Filespec /F (a.exe) /EF << /F 99 0 R >> >>"),
        made().stream("/Type /EmbeddedFile", "MZ"),
        made().page_entry("/Annots [<< /Type /Annot /Subtype /RichMedia /Rect [0 0 9 9] >>]"),
        made().catalog("/AcroForm << /XFA (x) >>"),
    ] {
        assert_eq!(problem(&pdf.bytes()), AttachmentProblem::ActiveContent, "{pdf:?}");
    }
    let layers = "/OCProperties << /OCGs [99 0 R] /D << /OFF [99 0 R] >> >>";
    assert_eq!(problem(&made().catalog(layers).bytes()), AttachmentProblem::Hidden);
    let clipped = "BT 7 Tr /F 12 Tf 72 700 Td (13912345678) Tj ET\n";
    assert_eq!(problem(&made().content(clipped).bytes()), AttachmentProblem::Hidden);
    let shown = "/OCProperties << /OCGs [99 0 R] /D << /ON [99 0 R] >> >>";
    assert!(read(&made().catalog(shown).bytes()).is_ok(), "layers that are shown hide nothing");
    let link = made().link("https://example.com/an").catalog("/OpenAction [5 0 R /Fit]");
    assert!(read(&link.bytes()).is_ok(), "a link to the web and a first page are no activity");
}
