//! What a company gets with an application: a copy with the full name and no contact data, but for what the seeker filled
//! in on the company's own form. Source: D4, I1.

use super::contact::{self, Own};
use super::content::{Basic, ResumeContent};
use super::text::each_text;
use crate::contact::{ContactItems, RealContact, real_contact};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

/// What stands where contact data was typed into a text.
pub const MASK: &str = "〔已隐藏〕";

/// Which contact data the person has; never which one it is, nor how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct SnapshotContact {
    /// A phone number is on file.
    pub has_phone: bool,
    /// An e-mail address is on file.
    pub has_email: bool,
}

/// The copy that is sent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct Snapshot {
    /// The résumé without phone and e-mail.
    pub content: ResumeContent,
    /// What was left out.
    pub contact: SnapshotContact,
    /// What the seeker filled in on the form of the job (D4); nothing where it has none.
    #[serde(default)]
    pub form_contact: RealContact,
}

impl Snapshot {
    /// The copy with what the seeker fills in on the form of the job, out of the same résumé.
    #[must_use]
    pub fn filled_in(self, basic: &Basic, items: &ContactItems) -> Self {
        Self { form_contact: real_contact(basic, items), ..self }
    }
}

/// Makes the copy. The preview before applying and the application itself both come from here, so that what is
/// shown is what goes.
///
/// Contact data in any text is replaced by [`MASK`]: the person's own however it is spaced, and whatever else looks
/// like a mainland mobile number or an e-mail address. An address of a page that holds some is replaced as a whole.
pub fn snapshot(content: &ResumeContent) -> Snapshot {
    let contact = SnapshotContact {
        has_phone: !content.basic.phone.trim().is_empty(),
        has_email: !content.basic.email.trim().is_empty(),
    };
    let own = Own::of(&content.basic);
    let mut content = content.clone();
    content.basic.phone.clear();
    content.basic.email.clear();
    each_text(&mut content, |path, text| {
        let found = contact::find(text, &own);
        if !found.is_empty() && (path() == "basic/homepage" || path().ends_with("/url")) {
            MASK.clone_into(text);
            return;
        }
        for range in found.into_iter().rev() {
            text.replace_range(range, MASK);
        }
    });
    Snapshot { content, contact, form_contact: RealContact::default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contact::ContactItem;
    use crate::resume::entry::Entry;
    use crate::resume::{EducationEntry, LanguageEntry, ProjectEntry, Skill, WorkEntry};
    use uuid::Uuid;

    const PHONE: &str = "13912345678";
    const EMAIL: &str = "canary@example.com";

    /// A résumé with the canaries in each text that can be entered.
    fn leaking() -> ResumeContent {
        let id = Uuid::from_u128(1);
        let mut content = ResumeContent {
            education: vec![EducationEntry::empty(id)],
            work: vec![WorkEntry::empty(id)],
            projects: vec![ProjectEntry::empty(id)],
            skills: vec![Skill::empty(id)],
            languages: vec![LanguageEntry::empty(id)],
            ..ResumeContent::default()
        };
        each_text(&mut content, |_, text| *text = format!("前 +86 139-1234-5678 中 {EMAIL} 后"));
        content.basic.name = "周予安".into();
        content.basic.phone = PHONE.into();
        content.basic.email = EMAIL.into();
        content
    }

    /// I1, S-VIS-09
    /// S-APP-03, D4
    #[test]
    fn a_form_gets_what_is_filled_in_and_on_file() {
        let mut content = leaking();
        content.basic.phone = PHONE.into();
        content.basic.email.clear();
        let items = |items: &[ContactItem]| items.iter().copied().collect::<ContactItems>();
        let filled =
            |of: &[ContactItem]| snapshot(&content).filled_in(&content.basic, &items(of)).form_contact;
        assert_eq!(filled(&[]), RealContact::default());
        assert_eq!(filled(&[ContactItem::Phone]).phone.as_deref(), Some(PHONE));
        assert_eq!(filled(ContactItem::ALL).email, None, "the résumé has none");
    }

    #[test]
    fn no_text_of_the_copy_holds_contact_data() {
        let made = snapshot(&leaking());
        let json = serde_json::to_string(&made).unwrap();
        let digits: String = json.chars().filter(char::is_ascii_digit).collect();
        assert!(!digits.contains("12345678"), "{json}");
        assert!(!json.contains("canary"), "{json}");
        assert_eq!(made.content.work[0].description, format!("前 {MASK} 中 {MASK} 后"));
        assert_eq!(made.content.basic.homepage, MASK);
        assert_eq!(made.content.basic.name, "周予安");
        assert_eq!(made.contact, SnapshotContact { has_phone: true, has_email: true });
    }

    /// I1
    #[test]
    fn the_copy_of_the_copy_is_the_same() {
        let made = snapshot(&leaking());
        assert_eq!(snapshot(&made.content).content, made.content);
    }

    #[test]
    fn a_text_without_contact_data_stays_as_it_is() {
        let mut content = ResumeContent {
            self_assessment: "写得清楚，2017–2021 年。".into(),
            ..Default::default()
        };
        content.basic.homepage = "https://example.com/an".into();
        assert_eq!(snapshot(&content).content, content);
    }
}
