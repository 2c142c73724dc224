//! The record of personal data: what was asked, used, handed over and seen, on the device, for the person (R8).
//!
//! A list that only grows, each entry carrying the hash of the one before it, so that a changed or missing entry can
//! be named. It says what was done, never the data itself: which fields went, not what they held.
//!
//! To record something new: a variant of [`Recorded`]; what it hands over: a [`DataField`] and a [`Handover`].

mod chain;

pub use chain::{Entry, Head, RecordBroken, verify};

use crate::permission::{Permission, Purpose, SheetAnswer, SystemPermission};
use crate::resume::ResumeContent;
use crate::resume::visibility::LookKind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Recorded {
    /// The app's own sheet was shown.
    Asked {
        /// For which function.
        purpose: Purpose,
    },
    /// The person answered on it.
    Answered {
        /// About which permission.
        permission: Permission,
        /// What.
        answer: SheetAnswer,
    },
    /// The system said something else than before.
    SystemAnswered {
        /// About which permission.
        permission: Permission,
        /// What.
        system: SystemPermission,
    },
    /// Something protected was read or written, on this device.
    Used {
        /// By which function.
        purpose: Purpose,
    },
    /// The person took a permission back in the app.
    Withdrawn {
        /// Which.
        permission: Permission,
    },
    /// The person switched it on again.
    Restored {
        /// Which.
        permission: Permission,
    },
    /// Personal data left the device.
    Disclosed {
        /// What of it, to whom, what for.
        #[serde(flatten)]
        disclosure: Disclosure,
    },
    /// A company opened the snapshot that was sent to it, as the server reports.
    Looked {
        /// The company.
        company: String,
        /// The job that was applied to.
        job: String,
    },
    /// Somebody opened or downloaded the online résumé, as the server reports (I4).
    ResumeLooked {
        /// What was done.
        look: LookKind,
        /// For which company; `None` for the platform's staff and for persons.
        company: Option<String>,
        /// Their name and title, or what the introduction link is called; empty for the platform's staff.
        by: String,
    },
    /// Where a record begins after it was cleared, or after its account left this device.
    Cleared {
        /// How many entries there had been.
        entries: u64,
    },
}

impl Recorded {
    /// Which of the three signs it has in the list, and what it is filtered by.
    pub const fn sort(&self) -> RecordSort {
        match self {
            Self::Disclosed { .. } | Self::Looked { .. } | Self::ResumeLooked { .. } => RecordSort::Outside,
            Self::Withdrawn { .. }
            | Self::Answered { answer: SheetAnswer::No, .. }
            | Self::SystemAnswered {
                system:
                    SystemPermission::Denied | SystemPermission::DeniedForGood | SystemPermission::Restricted,
                ..
            } => RecordSort::Refused,
            Self::Asked { .. }
            | Self::Answered { .. }
            | Self::SystemAnswered { .. }
            | Self::Used { .. }
            | Self::Restored { .. }
            | Self::Cleared { .. } => RecordSort::Device,
        }
    }
}

/// Sorts of entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RecordSort {
    /// It stayed on the device.
    Device,
    /// Somebody else got or saw it.
    Outside,
    /// It was refused or taken back.
    Refused,
}

/// Data that left the device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Disclosure {
    /// What of it.
    pub fields: Vec<DataField>,
    /// Who got it.
    pub to: Recipient,
    /// What for.
    pub handover: Handover,
    /// What allowed it.
    pub consent: Consent,
}

/// Who got data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Recipient {
    /// The server that this app speaks to, for the person's own use.
    Platform,
    /// A company, over the server.
    Company {
        /// Its name.
        name: String,
    },
    /// A person, over the server.
    Person {
        /// As their résumé says it, or as the introduction link for them is called.
        name: String,
    },
}

/// What allowed a disclosure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Consent {
    /// The policy that was accepted.
    Policy,
    /// The act itself: "apply" was pressed below the list of what goes.
    Act,
    /// The permission of the device that was granted.
    Permission,
}

/// What data left the device for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Handover {
    /// A sign-in code was asked for.
    CodeRequest,
    /// Signing in.
    SignIn,
    /// The résumé was saved with the account.
    ResumeSave,
    /// An attachment résumé was uploaded to the account.
    AttachmentUpload,
    /// An application.
    Application,
    /// A message in a conversation.
    Message,
    /// A conversation was begun.
    Conversation,
    /// A job was kept with the account.
    Favourite,
    /// Jobs by their distance from here.
    NearbyJobs,
    /// Registering as a recruiter.
    RecruiterRegister,
    /// Companies were put on the block list, or the résumé was looked at through a company's eyes.
    BlockList,
    /// Real contact data was granted to who asked for it (D6).
    ContactConsent,
    /// An introduction link was made: whoever it is for may open the résumé.
    Introduction,
    /// The address that notices are mailed to was given.
    Notices,
}

/// A kind of personal data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DataField {
    /// Phone number.
    Phone,
    /// The code that proves it.
    SignInCode,
    /// How the device is listed among the signed-in ones.
    DeviceName,
    /// Which policy was accepted, and when.
    PolicyAcceptance,
    /// Name.
    Name,
    /// Sex.
    Sex,
    /// Birth date.
    BirthDate,
    /// E-mail address.
    Email,
    /// Where the person lives.
    Residence,
    /// Student, employed, available.
    Status,
    /// Political status.
    PoliticalStatus,
    /// Homepage.
    Homepage,
    /// Year of the first job.
    FirstJobYear,
    /// What is looked for.
    Intention,
    /// Schools.
    Education,
    /// Jobs held.
    Work,
    /// Projects.
    Projects,
    /// Skills.
    Skills,
    /// Languages.
    Languages,
    /// 自我评价
    SelfAssessment,
    /// An attachment résumé, with all that stands in it.
    Attachment,
    /// What was written in a conversation.
    MessageText,
    /// How far a conversation was read.
    ReadMark,
    /// Which job was kept or talked about.
    JobInterest,
    /// The grid cell round the device, some kilometres wide; never its position.
    LocationCell,
    /// Position in the company.
    Title,
    /// The company's own data.
    CompanyData,
    /// Names of companies that shall see nothing.
    BlockedCompanies,
}

/// What a résumé holds: the fields in which something was written.
pub fn resume_fields(content: &ResumeContent) -> Vec<DataField> {
    let basic = &content.basic;
    [
        (DataField::Name, !basic.name.is_empty()),
        (DataField::Sex, basic.sex.is_some()),
        (DataField::BirthDate, basic.birth_date.is_some()),
        (DataField::Phone, !basic.phone.is_empty()),
        (DataField::Email, !basic.email.is_empty()),
        (DataField::Residence, basic.residence.is_some()),
        (DataField::Status, basic.status.is_some()),
        (DataField::PoliticalStatus, !basic.political_status.is_empty()),
        (DataField::Homepage, !basic.homepage.is_empty()),
        (DataField::FirstJobYear, basic.first_job_year.is_some()),
        (DataField::Intention, content.intention != crate::resume::Intention::default()),
        (DataField::Education, !content.education.is_empty()),
        (DataField::Work, !content.work.is_empty()),
        (DataField::Projects, !content.projects.is_empty()),
        (DataField::Skills, !content.skills.is_empty()),
        (DataField::Languages, !content.languages.is_empty()),
        (DataField::SelfAssessment, !content.self_assessment.is_empty()),
    ]
    .into_iter()
    .filter_map(|(field, written)| written.then_some(field))
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_resume_discloses_what_is_written_in_it_and_nothing_else() {
        let mut content = ResumeContent::default();
        assert_eq!(resume_fields(&content), []);
        content.basic.phone = "13800138000".to_owned();
        content.self_assessment = "认真".to_owned();
        assert_eq!(resume_fields(&content), [DataField::Phone, DataField::SelfAssessment]);
    }

    #[test]
    fn an_entry_says_which_fields_went_and_not_what_they_held() {
        let disclosed = Recorded::Disclosed {
            disclosure: Disclosure {
                fields: vec![DataField::Phone],
                to: Recipient::Company { name: "青禾科技".to_owned() },
                handover: Handover::Application,
                consent: Consent::Act,
            },
        };
        let written = serde_json::to_string(&disclosed).unwrap();
        let expected = "{\"kind\":\"disclosed\",\"fields\":[\"phone\"],\"to\":{\"kind\":\"company\",\"name\":\
                        \"青禾科技\"},\"handover\":\"application\",\"consent\":\"act\"}";
        assert_eq!(written, expected);
        assert_eq!(serde_json::from_str::<Recorded>(&written).unwrap(), disclosed);
    }
}
