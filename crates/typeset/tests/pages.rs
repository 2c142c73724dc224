//! What the pages and the PDF promise.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod common;
mod pdf_text;

use common::{content, document};
use std::sync::LazyLock;
use std::time::Duration;
use uuid::Uuid;
use zhitu_domain::resume::{ProjectEntry, ResumeContent, SnapshotContact, WorkEntry};
use zhitu_typeset::{Contact, Document, Error, Fonts, Language, Typesetter};

static TYPESETTER: LazyLock<Typesetter> =
    LazyLock::new(|| Typesetter::new(Fonts::bundled()).unwrap().with_time_limit(Duration::from_mins(2)));

fn job(description: &str) -> WorkEntry {
    WorkEntry { description: description.into(), ..content().work[0].clone() }
}

/// Fails unless the picture is one that may stand in a page: outlines and inner references, and nothing else.
fn assert_inert(svg: &str) {
    assert!(svg.starts_with("<svg"), "{}", &svg[..80]);
    for part in svg.split('<').skip(1) {
        let name: &str = part.split([' ', '>', '/']).find(|name| !name.is_empty()).unwrap_or_default();
        assert!(matches!(name, "svg" | "g" | "path" | "defs" | "use"), "element {name}");
        for attribute in part.split('"').step_by(2) {
            let attribute = attribute.trim_matches([' ', '=', '>', '/', '\n']);
            let attribute = attribute.rsplit(' ').next().unwrap_or_default();
            assert!(!attribute.starts_with("on"), "attribute {attribute}");
        }
    }
    for link in svg.split("href=\"").skip(1) {
        assert!(link.starts_with('#'), "reference {}", &link[..40]);
    }
    for reference in svg.split("url(").skip(1) {
        assert!(reference.starts_with('#'), "reference {}", &reference[..40]);
    }
}

#[test]
fn a_resume_of_the_design_is_one_page_of_outlines() {
    let pages = TYPESETTER.pages_svg(&document()).unwrap();
    assert_eq!(pages.len(), 1);
    assert_inert(&pages[0]);
    assert!(pages[0].contains("viewBox=\"0 0 595 842\""), "{}", &pages[0][..200]);
    assert!(pages[0].len() < 200_000, "{} bytes", pages[0].len());
}

#[test]
fn an_empty_resume_is_an_empty_page() {
    let empty = Document { content: ResumeContent::default(), ..document() };
    let pages = TYPESETTER.pages_svg(&empty).unwrap();
    assert_eq!(pages.len(), 1);
    assert!(TYPESETTER.pdf(&empty).unwrap().starts_with(b"%PDF-"));
}

const HOSTILE: &[&str] = &[
    "#panic()",
    "#read(\"/etc/passwd\")",
    "#eval(\"panic()\")",
    "#import \"@preview/x:1.0.0\": *",
    "*bold* _it_ $x^2$ `raw` = head\n== two\n- list\n+ list\n/ a: b",
    "\\ \\u{41} \\#x ~ -- --- ... @ref <label> [x] {y} // comment /* comment",
    "\" ' ”“ </script><img src=x onerror=alert(1)> &amp; &#x41; ]]> --> <!--",
    "{{7*7}} ${7*7} %s %n \u{1b}[31m \u{0} \u{7f}",
    "😀👩‍👩‍👧‍👦🇨🇳 ﷽ 𠮷 ｶﾞ e\u{301}\u{301}\u{301}\u{301}",
    "שלום עולם مرحبا بالعالم \u{202e}reversed\u{202c} \u{2066}isolated",
    "\u{200b}\u{feff}\u{ad}\u{2028}\u{2029}\u{85}",
    "\r\n\r\n\n\n\t\t",
];

#[test]
fn hostile_text_is_only_text() {
    for language in [Language::Chinese, Language::English] {
        for text in HOSTILE {
            let mut hostile = document();
            hostile.language = language;
            let text = || (*text).to_owned();
            hostile.content.basic.name = text();
            hostile.content.basic.homepage = text();
            hostile.content.basic.phone = text();
            hostile.content.intention.position = text();
            hostile.content.self_assessment = text();
            hostile.content.work = vec![WorkEntry { company: text(), position: text(), ..job(&text()) }];
            hostile.content.skills[0].name = text();
            for name in hostile.place_names.values_mut() {
                *name = text();
            }
            let pages = TYPESETTER.pages_svg(&hostile).unwrap();
            assert!((1..=2).contains(&pages.len()));
            for page in &pages {
                assert_inert(page);
            }
            TYPESETTER.pdf(&hostile).unwrap();
        }
    }
}

#[test]
fn a_word_that_no_line_holds_is_broken() {
    let mut long = document();
    long.content.work = vec![job(&"W".repeat(2_000))];
    long.content.basic.name = "M".repeat(50);
    let page = TYPESETTER.pages_svg(&long).unwrap().concat();
    // A group of glyphs is placed by its matrix and each glyph in it by x: none begins beyond the right margin.
    let value = |text: &str| text.parse::<f64>().unwrap();
    let mut furthest = 0.0_f64;
    for group in page.split("matrix(").skip(1) {
        let matrix: Vec<f64> = group.split(')').next().unwrap().split(' ').map(value).collect();
        let last = group.split("</g>").next().unwrap().rsplit(" x=\"").next().unwrap();
        let x = last.split('"').next().unwrap().parse::<f64>().unwrap_or(0.0);
        furthest = furthest.max(matrix[4] + matrix[0] * x);
    }
    assert!((400.0..540.0).contains(&furthest), "{furthest}");
}

#[test]
fn a_resume_at_all_its_limits_is_set() {
    let mut full = document();
    let entry = job(&"写得很长的一行经历，有数字 123 和 English words。\n".repeat(60));
    full.content.work = (0..40).map(|at| WorkEntry { id: Uuid::from_u128(at), ..entry.clone() }).collect();
    let project = ProjectEntry { description: entry.description.clone(), ..content().projects[0].clone() };
    full.content.projects = vec![project; 10];
    let pages = TYPESETTER.pages_svg(&full).unwrap();
    assert!(pages.len() >= 20, "{} pages", pages.len());
    for page in &pages {
        assert_inert(page);
    }
    assert!(TYPESETTER.pdf(&full).unwrap().starts_with(b"%PDF-"));
}

#[test]
fn more_than_a_resume_can_hold_is_refused() {
    let mut huge = document();
    huge.content.work = vec![job(&"长".repeat(600_000))];
    assert_eq!(TYPESETTER.pages_svg(&huge), Err(Error::TooLarge));
}

#[test]
fn a_caller_waits_no_longer_than_the_limit() {
    let hurried = TYPESETTER.clone().with_time_limit(Duration::ZERO);
    assert_eq!(hurried.pages_svg(&document()), Err(Error::TooSlow));
    // And the next caller is served.
    assert!(TYPESETTER.pages_svg(&document()).is_ok());
}

/// The text of a PDF: its glyphs, read back through its own tables, as any reader copies them.
fn copied(document: &Document) -> String {
    pdf_text::read(&TYPESETTER.pdf(document).unwrap())
}

/// S-RES-05
#[test]
fn the_text_of_the_pdf_can_be_copied() {
    let text = copied(&document());
    for part in [
        "周予安",
        "数据分析师",
        "5年",
        "上海徐汇",
        "一个月内到岗",
        "13912345678",
        "canary@example.com",
        "18–26K·14薪",
        "拾星仪器（演示数据）",
        "2023.07–至今",
        "把人工分拣从每天3小时降到20分钟。",
        "SQL（精通）",
        "工作经历",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
}

/// I1, S-VIS-09
#[test]
fn a_masked_page_shows_no_contact_data_even_if_the_content_holds_some() {
    let mut masked = document();
    masked.contact = Contact::Masked(SnapshotContact { has_phone: true, has_email: false });
    let text = copied(&masked);
    assert!(text.contains("电话经虚拟号接通"), "{text}");
    assert!(!text.contains("邮件经中继转发"), "{text}");
    assert!(!text.contains("12345678") && !text.contains("canary"), "{text}");
    let bytes = TYPESETTER.pdf(&masked).unwrap();
    assert!(!bytes.windows(6).any(|window| window == b"canary"));
}

#[test]
fn the_page_speaks_the_language_asked_for() {
    let english = Document { language: Language::English, ..document() };
    let text = copied(&english);
    for part in ["Experience", "Education", "5years", "2023.07–present", "Bachelor’sdegree"] {
        assert!(text.contains(part), "{part} in {text}");
    }
}

#[test]
fn the_same_document_is_the_same_file() {
    assert_eq!(TYPESETTER.pdf(&document()), TYPESETTER.pdf(&document()));
    assert_eq!(TYPESETTER.pages_svg(&document()), TYPESETTER.pages_svg(&document()));
}

#[test]
fn glyphs_are_there_or_are_named_as_missing() {
    let there = "Łź éü ñ ő ş ț – — ·「」（）％￥、。〔〕《》…“”‘’€£№™→•１２ＡＢカタかな Žižek Đặng Ελλάδα Москва \
        㕮玥堃喆赟 鑫淼犇 龘 禤亓 臺灣國際傳統 〇";
    let missing = TYPESETTER.missing_glyphs(there);
    assert!(missing.iter().all(|letter| *letter == '龘'), "{missing:?}");
    assert_eq!(TYPESETTER.missing_glyphs("好😀好😀שa\u{200d}\u{fe0f}\n"), ['😀', 'ש']);
}

/// A glyph that is missing in the bold or the title face comes from another face and is no box.
#[test]
fn a_rare_character_is_drawn_in_every_position() {
    let mut rare = document();
    // In the Table of General Standard Chinese Characters, beyond GB2312.
    rare.content.basic.name = "㕮玥".into();
    rare.content.work[0].company = "㕮玥Łź臺灣".into();
    rare.content.work[0].description = "㕮玥Łź臺灣".into();
    let text = copied(&rare);
    assert_eq!(text.matches("㕮玥Łź臺灣").count(), 2, "{text}");
    assert!(text.starts_with("㕮玥"), "{text}");
}
