//! The words of notices. The server does not know which language a person reads, so mails and text messages say it in both.

use super::tells::{Looks, Told, Who};
use serde_json::{Value, json};
use zhitu_domain::resume::visibility::LookKind;
use zhitu_domain::time::Timestamp;

/// The same in Chinese and in English.
type Both = (String, String);

fn who(who: &Who) -> (&str, &str) {
    match who {
        Who::Company(name) => (name, name),
        Who::Platform => ("平台顾问", "The platform's staff"),
        Who::Introduced => ("您给过引荐链接的人", "Somebody you gave an introduction link"),
        Who::Others => ("平台顾问或您给过引荐链接的人", "The platform's staff, or people you gave a link"),
    }
}

/// What happened, in a few words: the subject of a mail.
pub(super) fn title(told: &Told) -> Both {
    match told {
        Told::ContactRequest(by) => {
            let (zh, en) = who(by);
            (format!("{zh}索要您的联系方式"), format!("{en} asks for your contact details"))
        }
        Told::Message(by) => {
            let (zh, en) = who(by);
            (format!("{zh}给您发来消息"), format!("{en} sent you a message"))
        }
        Told::Look(kind, by) => {
            let (zh, en) = who(by);
            match kind {
                LookKind::Downloaded => {
                    (format!("{zh}下载了您的简历"), format!("{en} downloaded your résumé"))
                }
                LookKind::AttachmentDownloaded => (
                    format!("{zh}下载了您投递时附上的简历"),
                    format!("{en} downloaded the attachment you applied with"),
                ),
                LookKind::Mailed => (
                    format!("您投递的简历已发往{zh}的邮箱"),
                    format!("The résumé you sent was mailed to {en}"),
                ),
                LookKind::SnapshotOpened => {
                    (format!("{zh}查看了您投递的简历"), format!("{en} opened the résumé you sent"))
                }
                LookKind::Opened | LookKind::StaffOpened | LookKind::Introduced => {
                    (format!("{zh}查看了您的简历"), format!("{en} opened your résumé"))
                }
            }
        }
        Told::Application(by) => {
            let (zh, en) = who(by);
            (format!("您向{zh}的投递有新进展"), format!("Your application to {en} moved on"))
        }
        Told::WeeklyDigest(looks) => {
            let count = looks.len();
            let of = if count == 1 { "1 viewer".to_owned() } else { format!("{count} viewers") };
            (format!("上周谁看过您的简历（{count}）"), format!("Who looked at your résumé last week: {of}"))
        }
    }
}

/// What a person does about it.
pub(super) fn advice(told: &Told) -> Both {
    let (zh, en) = match told {
        Told::ContactRequest(_) => (
            "请在职途里答复。您不答复或不同意，对方得不到您的联系方式。",
            "Answer in Zhitu. Unless you agree, they do not get your contact details.",
        ),
        Told::Message(_) => ("请在职途里查看。", "Read it in Zhitu."),
        Told::Application(_) => ("进展请在职途里查看。", "See how it stands in Zhitu."),
        Told::Look(..) | Told::WeeklyDigest(_) => (
            "谁、何时、看了什么，职途的「查看记录」里都有；不想被哪家公司看到，可以屏蔽它。",
            "Who, when and what stands under \"Who looked\" in Zhitu, where a company can be blocked too.",
        ),
    };
    (zh.to_owned(), en.to_owned())
}

/// The lines of a digest; none for other notices.
pub(super) fn lines(told: &Told) -> Vec<Both> {
    let Told::WeeklyDigest(looks) = told else { return Vec::new() };
    let line = |Looks { who: by, opened, downloaded }: &Looks| {
        let (zh, en) = who(by);
        (
            format!("- {zh}：查看 {opened} 次，下载 {downloaded} 次"),
            format!("- {en}: opened {opened}, downloaded {downloaded}"),
        )
    };
    looks.iter().map(line).collect()
}

/// As a text message.
pub(super) fn text_message(told: &Told) -> String {
    let ((zh, en), (zh_advice, _)) = (title(told), advice(told));
    format!("【职途】{zh}。{zh_advice}{en}. 不再接收：职途“我的 › 通知”。")
}

/// As the body of a post.
pub(super) fn json(id: &str, at: Timestamp, told: &Told) -> Value {
    let by = |by: &Who| match by {
        Who::Company(name) => json!({ "kind": "company", "name": name }),
        Who::Platform => json!({ "kind": "platform" }),
        Who::Introduced => json!({ "kind": "introduced" }),
        Who::Others => json!({ "kind": "others" }),
    };
    match told {
        Told::ContactRequest(who) => json!({ "id": id, "at": at, "kind": "contact_request", "by": by(who) }),
        Told::Message(who) => json!({ "id": id, "at": at, "kind": "message", "by": by(who) }),
        Told::Look(look, who) => json!({ "id": id, "at": at, "kind": "look", "look": look, "by": by(who) }),
        Told::Application(who) => json!({ "id": id, "at": at, "kind": "application", "by": by(who) }),
        Told::WeeklyDigest(looks) => {
            let looks: Vec<Value> = looks
                .iter()
                .map(|one| json!({ "by": by(&one.who), "opened": one.opened, "downloaded": one.downloaded }))
                .collect();
            json!({ "id": id, "at": at, "kind": "weekly_digest", "looks": looks })
        }
    }
}
