//! What companies are told when an account is closed whose data they had. Source: S-RGT-13.

use crate::relay::{HR, Stage, from_of, hand_in, letter};
use crate::support::{CANARY_EMAIL, CANARY_PHONE, Person, Server};
use clap::Parser;
use serde_json::{Value, json};
use zhitu_domain::id::AccountId;
use zhitu_domain::resume::visibility::VisibilitySetting;
use zhitu_server::admin::{self, Admin};
use zhitu_server::ports::Clock;

const PATH: &str = "/api/recruiter/erasures";

#[derive(Debug, clap::Parser)]
struct Line {
    #[command(subcommand)]
    admin: Admin,
}

async fn operator(server: &Server, words: &[&str]) -> String {
    let app = &server.running.app;
    let line = Line::try_parse_from([&["admin"], words].concat()).unwrap();
    admin::run(&app.config, line.admin, app.clock.as_ref(), app.rng.as_ref()).await.unwrap()
}

/// Times to the second: the clock of the tests goes on by a little each time it is read.
fn to_the_second(value: &mut Value) {
    match value {
        Value::Number(micros) => *value = json!(micros.as_i64().unwrap() / 1_000_000),
        Value::Array(all) => all.iter_mut().for_each(to_the_second),
        Value::Object(all) => all.values_mut().for_each(to_the_second),
        _ => {}
    }
}

async fn listed(server: &Server, who: &Person) -> Value {
    server.get(who, PATH).await.ok()
}

/// S-RGT-13, I1: whoever had a copy, a snapshot or contact data is told which, by what they can find it by and without a
/// word about the person; they confirm once, and the operator sees who did not.
#[tokio::test]
async fn whoever_had_something_of_a_closed_account_is_told_what_to_delete() {
    for server in Server::each().await {
        let seeker = server.seeker("13900139000", "周予安").await;
        server.choose(&seeker, VisibilitySetting::Public).await;
        let resume = server.resume_of(&seeker).await;
        let recruiter = server.recruiter("13800138000", "示例科技有限公司").await;
        let rival = server.recruiter("13800138001", "别家科技有限公司").await;
        // It looked and took nothing.
        server.open(&rival, &resume).await.ok();

        let download = json!({ "id": server.new_id(), "language": "zh-CN" });
        let path = format!("/api/recruiter/resumes/{resume}/downloads");
        let code = server.post(&recruiter, &path, &download).await.ok()["code"].clone();
        let copied_at = server.seconds();
        server.clock.advance(60);
        let ask = json!({ "id": server.new_id(), "reason": "想约电话", "wanted": ["phone", "email"] });
        let path = format!("/api/recruiter/resumes/{resume}/contact-requests");
        let request = server.post(&recruiter, &path, &ask).await.ok()["id"].as_str().unwrap().to_owned();
        let grant = json!({ "answer": { "kind": "grant", "items": ["phone"] } });
        let path = format!("/api/contact-requests/{request}/answer");
        server.ask("PUT", &path, Some(&seeker.token), Some(&grant)).await.ok();
        let granted_at = server.seconds();
        // Taken back is not unsaid: it may have been noted.
        let path = format!("/api/contact-requests/{request}/withdraw");
        server.post(&seeker, &path, &json!({})).await.ok();
        let job = server.job(&recruiter, "后端工程师").await;
        server.apply(&seeker, &job).await.ok();
        let applied_at = server.seconds();
        assert_eq!(listed(&server, &recruiter).await, json!([]), "nothing before it is closed");
        assert_eq!(operator(&server, &["erasures"]).await, "no company had anything of a closed account");

        server.clock.advance(60);
        operator(&server, &["close", "--account", "13900139000"]).await;
        let mut told = listed(&server, &recruiter).await;
        to_the_second(&mut told);
        let id = told[0]["id"].as_str().unwrap().to_owned();
        assert_eq!(
            told,
            json!([{
                "id": id,
                "closed_at": server.seconds(),
                "copies": [{ "code": code, "by": "林一", "mailed": false, "at": copied_at }],
                "attachments": [],
                "applications": [{ "job_title": "后端工程师", "applied_at": applied_at }],
                "contacts": [{ "items": ["phone"], "granted_at": granted_at }],
                "mails": [],
                "confirmed": null,
            }])
        );
        let said = told.to_string();
        for known in ["周予安", CANARY_PHONE, CANARY_EMAIL, resume.as_str(), &seeker.account.to_string()] {
            assert!(!said.contains(known), "{known}");
        }
        assert_eq!(listed(&server, &rival).await, json!([]), "who only looked has nothing to delete");

        let confirm = format!("{PATH}/{id}/confirm");
        assert_eq!(server.post(&rival, &confirm, &json!({})).await.code(), "not_found");
        let unknown = format!("{PATH}/{}/confirm", server.new_id());
        assert_eq!(server.post(&recruiter, &unknown, &json!({})).await.code(), "not_found");
        assert!(operator(&server, &["erasures"]).await.ends_with("not confirmed"));
        server.clock.advance(60);
        let confirmed_at = server.seconds();
        let confirmed = server.post(&recruiter, &confirm, &json!({})).await.ok();
        let mut said = confirmed["confirmed"].clone();
        to_the_second(&mut said);
        assert_eq!(said, json!({ "by": "林一", "at": confirmed_at }));
        server.clock.advance(60);
        assert_eq!(server.post(&recruiter, &confirm, &json!({})).await.ok(), confirmed, "the first counts");
        assert_eq!(listed(&server, &recruiter).await, json!([confirmed]));
        assert!(operator(&server, &["erasures"]).await.contains("示例科技有限公司: account closed on"));
        assert!(operator(&server, &["erasures"]).await.contains("confirmed by 林一"));
        server.end().await;
    }
}

/// S-RGT-13, I1: whoever got mail over the relay is told by the address that it came from, also when the channel was
/// closed before; whoever wrote and got no answer is not.
#[tokio::test]
async fn whoever_got_mail_of_a_closed_account_is_told_which() {
    for stage in Stage::each().await {
        let server = &stage.server;
        let rival = server.recruiter("13800138001", "别家科技有限公司").await;
        let rival_hr = "hr@rival.example";
        stage.confirm(&rival, rival_hr).await;
        let unanswered = stage.open(&rival).await.ok()["address"].as_str().unwrap().to_owned();
        let asked = letter(rival_hr, &unanswered, "有空吗");
        assert_eq!(hand_in(stage.door(), rival_hr, &unanswered, &asked).await, "250 2.0.0 Kept");
        stage.mail_to(CANARY_EMAIL).await;

        let alias = stage.alias().await;
        let asked = letter(HR, &alias, "想聊聊");
        assert_eq!(hand_in(stage.door(), HR, &alias, &asked).await, "250 2.0.0 Kept");
        let (_, back) = from_of(&stage.mail_to(CANARY_EMAIL).await.1);
        let mut written_at = Vec::new();
        for text in ["好的。", "周五可以。"] {
            server.clock.advance(60);
            let answer = letter(CANARY_EMAIL, &back, text);
            assert_eq!(hand_in(stage.door(), CANARY_EMAIL, &back, &answer).await, "250 2.0.0 Kept");
            written_at.push(server.seconds());
            assert_eq!(from_of(&stage.mail_to(HR).await.1).1, alias);
        }
        for relay in stage.relays().await.as_array().unwrap() {
            stage.set_open(relay, false).await.ok();
        }
        assert_eq!(listed(server, &stage.recruiter).await, json!([]), "nothing before the account is closed");

        operator(server, &["close", "--account", "13900139000"]).await;
        let mut told = listed(server, &stage.recruiter).await;
        to_the_second(&mut told);
        let [first_at, last_at] = written_at[..] else { panic!("{written_at:?}") };
        assert_eq!(
            told[0]["mails"],
            json!([{ "from": alias, "to": "林一", "first_at": first_at, "last_at": last_at }])
        );
        assert_eq!(told[0]["applications"], json!([]));
        let said = told.to_string();
        for known in ["周予安", CANARY_PHONE, CANARY_EMAIL, HR, back.as_str()] {
            assert!(!said.contains(known), "{known}");
        }
        assert_eq!(listed(server, &rival).await, json!([]), "nothing of the seeker's came to it");
        stage.server.end().await;
    }
}

/// A recruiter is told as long as they act for the company, and one who joins it later too.
#[tokio::test]
async fn it_is_the_company_that_is_told() {
    for server in Server::each().await {
        let seeker = server.seeker("13900139000", "周予安").await;
        let recruiter = server.recruiter("13800138000", "示例科技有限公司").await;
        let job = server.job(&recruiter, "后端工程师").await;
        server.apply(&seeker, &job).await.ok();
        operator(&server, &["close", "--account", "13900139000"]).await;
        let colleague = server.recruiter("13800138001", "示例科技有限公司").await;
        assert_eq!(listed(&server, &colleague).await, listed(&server, &recruiter).await);
        let now = server.clock.now();
        let account = AccountId(recruiter.account);
        server.running.app.store.recruiter_verify(account, true, false, "test", now).await.unwrap();
        assert_eq!(server.get(&recruiter, PATH).await.code(), "not_verified");
        assert_eq!(listed(&server, &colleague).await.as_array().unwrap().len(), 1);
        server.end().await;
    }
}
