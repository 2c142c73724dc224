//! Smart paste: what a copied text offers to the form it is pasted into. Source: R7, S-CLIP-01.
//!
//! The text comes in when the person pastes and goes out as [`Findings`], which are shown for confirmation; nothing
//! here keeps it, and neither [`Findings`] nor [`FoundText`] prints it.
//!
//! Every scanner goes through the text once, from left to right, with a bounded look to either side, so that the time
//! is linear in what is looked at. No regular expressions: what is looked for is told apart by what stands around it.
//!
//! To add a kind of finding: a scanner in a file of its own, a field of [`Findings`], and pastes that have it, and
//! that only look like it, in `tests/fixtures/clipboard`.

mod code;
mod digits;
mod document;
mod draft;
mod education;
mod email;
mod entry;
mod finding;
mod intention;
mod label;
mod limit;
mod link;
mod name;
mod part;
mod period;
mod phone;
mod places;
mod posting;
mod posting_terms;
mod resume;
mod salary;
mod section;
mod skill;
mod text;
mod words;
mod work;

pub use draft::{EducationDraft, JobDraft, LanguageDraft, ProjectDraft, ResumeDraft, SkillDraft, WorkDraft};
pub use finding::{Findings, FoundText, Span};
pub(crate) use part::is_han;

use jiff::civil::Date;
use text::Text;

/// The longest part of a text that is looked at, in bytes: some twenty pages of Chinese, which is more than a résumé
/// or a posting has. What was copied by mistake, a book or a log, then costs no more than they do.
pub const LOOKED_AT: usize = 64 * 1024;

/// What the text offers. `today` is the date in the person's place of residence.
///
/// Only the first [`LOOKED_AT`] bytes are read. Spans are byte ranges of `text`. All that is found fits the fields it
/// is meant for; birth dates under 16 are not offered (S-MIN-01).
pub fn read(text: &str, today: Date) -> Findings {
    let text = Text::of(text.get(..text.floor_char_boundary(LOOKED_AT)).unwrap_or_default());
    let web = link::find(&text);
    let mut taken: Vec<_> = web.iter().map(part::Part::range).collect();
    let emails = email::find(&text, &taken);
    taken.extend(emails.iter().map(email::Address::range));
    let phones = phone::find(&text, &taken);
    taken.extend(phones.iter().map(phone::Number::range));
    taken.sort_by_key(|range| range.start);

    let lines = part::lines(text.whole());
    let contact = !phones.is_empty() || !emails.is_empty();
    let document = document::read(&text, &lines, &document::Around { today, contact, taken: &taken });
    let of_resume = matches!(document, document::Document::Resume(_));
    let name = name::find(&text, &lines, &name::Around { contact, of_resume, taken: &taken });

    let mut findings = Findings {
        phones: phones.into_iter().map(|number| number.found(&text)).collect(),
        emails: emails.into_iter().map(|address| address.found(&text)).collect(),
        name,
        links: web.into_iter().map(|link| text.found(link, link.text.to_owned())).collect(),
        ..Findings::default()
    };
    match document {
        document::Document::Resume(draft) => findings.resume = Some(resume::with_contact(*draft, &findings)),
        document::Document::Job(draft) => findings.job = Some(draft),
        document::Document::Entries(education, work) => {
            (findings.education, findings.work) = (education, work);
        }
        document::Document::None => findings.sign_in_code = code::find(&text, &taken),
    }
    findings
}

/// Whether a line holds a phone number, and whether it holds an e-mail address, by what [`read`] would offer.
pub(crate) fn contact_in(line: &str) -> (bool, bool) {
    let text = Text::of(line.get(..line.floor_char_boundary(LOOKED_AT)).unwrap_or_default());
    let mut taken: Vec<_> = link::find(&text).iter().map(part::Part::range).collect();
    let emails = email::find(&text, &taken);
    taken.extend(emails.iter().map(email::Address::range));
    taken.sort_by_key(|range| range.start);
    (!phone::find(&text, &taken).is_empty(), !emails.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 25);

    /// S-CLIP-01
    #[test]
    fn findings_do_not_print_what_was_pasted() {
        let findings = read("验证码 384920，电话 13912345678，an@example.com，姓名：李明", TODAY);
        assert_eq!(findings.phones.len(), 1);
        let shown = format!("{findings:?} {:?}", findings.phones);
        for secret in ["384920", "13912345678", "an@example", "李明"] {
            assert!(!shown.contains(secret), "{shown}");
        }
    }

    #[test]
    fn spans_are_those_of_the_text_as_it_was_pasted() {
        let text = "邮箱：ａｎ＠ｅｘａｍｐｌｅ．ｃｏｍ　手机：\u{200B}１３９ 1234 5678";
        let findings = read(text, TODAY);
        let shown = |found: &FoundText| text[found.span.start..found.span.end].to_owned();
        assert_eq!(findings.emails.iter().map(shown).collect::<Vec<_>>(), ["ａｎ＠ｅｘａｍｐｌｅ．ｃｏｍ"]);
        assert_eq!(findings.phones.iter().map(shown).collect::<Vec<_>>(), ["１３９ 1234 5678"]);
    }

    /// S-MIN-01
    #[test]
    fn a_birth_date_under_sixteen_is_not_offered() {
        let birth = |text: &str| read(text, TODAY).resume.and_then(|resume| resume.basic.birth_date);
        let around = |day: &str| format!("姓名：李明\n出生日期：{day}\n教育经历\n自我评价\n细心");
        assert_eq!(birth(&around("2010-11-25")), Some(date(2010, 11, 25)));
        assert_eq!(birth(&around("2010-11-26")), None);
    }

    #[test]
    fn what_stands_beyond_the_part_that_is_looked_at_is_not_found() {
        let text = format!("{}\n13912345678", "字".repeat(LOOKED_AT));
        assert!(read(&text, TODAY).is_empty());
    }
}
