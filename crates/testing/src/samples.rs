//! Invented people, jobs and conversations.

use uuid::Uuid;
use zhitu_contract::applications::Application;
use zhitu_contract::auth::Account;
use zhitu_contract::chat::{Conversation, Message};
use zhitu_contract::jobs::{CompanyCard, Job, JobCard};
use zhitu_contract::policy::{Language, Policy, PolicyBlock, PolicyRun, PolicySection};
use zhitu_domain::application::Stage;
use zhitu_domain::chat::Side;
use zhitu_domain::contact::ContactItems;
use zhitu_domain::id::{AccountId, ApplicationId, CompanyId, ConversationId, JobId, MessageId};
use zhitu_domain::job::{Education, EmploymentType, Experience, JobContent, JobState, Workplace};
use zhitu_domain::place::PlaceId;
use zhitu_domain::resume::{Degree, EducationEntry, ResumeContent, YearMonth};
use zhitu_domain::time::Timestamp;

/// A key that is the same in each run.
pub fn key(number: u128) -> Uuid {
    uuid::Builder::from_u128(number)
        .with_version(uuid::Version::SortRand)
        .with_variant(uuid::Variant::RFC4122)
        .into_uuid()
}

/// An account without recruiter's side.
pub fn account(number: u128) -> Account {
    Account {
        id: AccountId(key(number)),
        phone_tail: format!("{:02}", number % 100),
        recruiter: None,
        staff: false,
        created_at: Timestamp(1_795_000_000_000_000),
    }
}

/// A policy's text.
pub fn policy(language: Language, version: &str) -> Policy {
    let run = PolicyRun { text: "演示政策".to_owned(), strong: true, sensitive: false };
    Policy {
        version: version.to_owned(),
        updated_on: version.to_owned(),
        effective_on: version.to_owned(),
        language,
        title: "隐私政策".to_owned(),
        sections: vec![PolicySection {
            heading: "一".to_owned(),
            blocks: vec![PolicyBlock { item: false, runs: vec![run] }],
        }],
    }
}

/// A result of a search.
pub fn job_card(number: u128) -> JobCard {
    JobCard {
        id: JobId(key(number)),
        title: format!("数据分析师 {number}"),
        company: "星河纸业（演示）".to_owned(),
        demo: true,
        salary: None,
        place: Some(PlaceId(310_104)),
        address: "漕溪路 1 号".to_owned(),
        point: None,
        remote: false,
        employment_type: EmploymentType::FullTime,
        experience: Experience::From1To3,
        education: Education::Bachelor,
        tags: vec!["SQL".to_owned()],
        posted_at: Timestamp(1_795_000_000_000_000),
        distance_km: None,
    }
}

/// The posting that a card is of.
pub fn job(card: &JobCard) -> Job {
    Job {
        id: card.id,
        content: JobContent {
            title: card.title.clone(),
            description: "看懂数字，说清楚。".to_owned(),
            salary: card.salary,
            workplace: Workplace {
                place: card.place,
                address: card.address.clone(),
                point: card.point,
                remote: card.remote,
            },
            employment_type: card.employment_type,
            experience: card.experience,
            education: card.education,
            form_contact: ContactItems::new(),
            tags: card.tags.clone(),
        },
        state: JobState::Open,
        company: CompanyCard {
            id: CompanyId(key(600)),
            name: card.company.clone(),
            industry: String::new(),
            size: None,
            introduction: String::new(),
            verified: true,
            demo: card.demo,
            open_jobs: 1,
        },
        contact: "林拂晓".to_owned(),
        source: None,
        posted_at: card.posted_at,
        updated_at: card.posted_at,
        my_application: None,
    }
}

/// An application that was just sent.
pub fn application(number: u128) -> Application {
    Application {
        id: ApplicationId(key(700 + number)),
        job: job_card(number),
        job_state: JobState::Open,
        stage: Stage::Submitted,
        resume_version: 3,
        applied_at: Timestamp(5),
        stage_at: Timestamp(6),
        first_viewed_at: None,
        conversation: None,
        attachment: None,
    }
}

/// A conversation without messages.
pub fn conversation(number: u128, side: Side) -> Conversation {
    Conversation {
        id: ConversationId(key(number)),
        job: Some(JobId(key(1))),
        job_title: "数据分析师".to_owned(),
        side,
        with: "林拂晓".to_owned(),
        company: Some("星河纸业（演示）".to_owned()),
        demo: true,
        last_seq: 0,
        last: None,
        read_seq: 0,
        other_read_seq: 0,
        unread: 0,
        updated_at: Timestamp(1_795_000_000_000_000),
        ended: false,
        account_closed: false,
    }
}

/// A message of the server.
pub fn message(conversation: ConversationId, seq: u32, from: Side, text: &str) -> Message {
    Message {
        id: MessageId(key(u128::from(seq) + (conversation.0.as_u128() << 32))),
        conversation,
        seq,
        from,
        text: text.to_owned(),
        sent_at: Timestamp(1_795_000_000_000_000 + i64::from(seq)),
    }
}

/// A résumé that may be sent.
pub fn resume() -> ResumeContent {
    let mut content = ResumeContent::default();
    content.basic.name = "周予安".into();
    content.basic.phone = "13800138000".into();
    content.basic.email = "yuan@example.com".into();
    content.intention.position = "数据分析师".into();
    content.intention.places = vec![PlaceId(310_104)];
    content.self_assessment = "写得清楚，算得明白。".into();
    content.education.push(EducationEntry {
        id: key(900),
        school: "东陆大学".to_owned(),
        degree: Some(Degree::Bachelor),
        major: "统计学".to_owned(),
        start: Some(YearMonth { year: 2017, month: 9 }),
        end: Some(YearMonth { year: 2021, month: 6 }),
        current: false,
        full_time: Some(true),
        overseas: None,
        description: String::new(),
    });
    content
}
