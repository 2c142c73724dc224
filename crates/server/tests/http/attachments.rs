//! Attachment résumés: what is kept, what goes with an application and after which yes, and who sees what (S-RES-06).

use crate::mailbox::{mailing, mails, set};
use crate::notices::{COMPANY, until};
use crate::support::{Answer, CANARY_EMAIL, CANARY_PHONE, Person, Server, plain_pdf};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use clap::Parser;
use serde_json::{Value, json};
use zhitu_server::admin::{self, Admin};
use zhitu_testing::MadePdf;

const PATH: &str = "/api/attachments";
const LINE: &str = "Backend engineer, four years of clear code";

pub(crate) fn bytes(file: &Value) -> Vec<u8> {
    STANDARD.decode(file["pdf"].as_str().unwrap()).unwrap()
}

pub(crate) async fn uploaded(server: &Server, seeker: &Person, name: &str, pdf: Vec<u8>) -> String {
    let id = server.new_id();
    server.upload(seeker, &id, name, pdf).await.ok();
    id
}

pub(crate) fn of(application: &Value) -> String {
    format!("/api/recruiter/applications/{}", application["id"].as_str().unwrap())
}

pub(crate) async fn download(server: &Server, who: &Person, application: &Value) -> Answer {
    let body = json!({ "id": server.new_id() });
    server.post(who, &format!("{}/attachment", of(application)), &body).await
}

pub(crate) async fn withdraw(server: &Server, seeker: &Person, application: &Value) {
    let path = format!("/api/applications/{}/withdraw", application["id"].as_str().unwrap());
    server.post(seeker, &path, &json!({})).await.ok();
}

/// S-RES-06: uploaded, listed, opened, deleted; a repeat is one.
#[tokio::test]
async fn a_seeker_keeps_files_of_their_own() {
    for server in Server::each().await {
        let seeker = server.seeker("13900139000", "周予安").await;
        let other = server.seeker("13700137000", "何其然").await;
        let id = server.new_id();
        let made = server.upload(&seeker, &id, "../周予安\u{202E}的简历.PDF", plain_pdf()).await.ok();
        assert_eq!((&made["id"], &made["name"]), (&json!(id), &json!("周予安的简历.pdf")));
        assert_eq!((&made["pages"], &made["shows"]), (&json!(1), &json!([])));
        assert_eq!(made["bytes"], plain_pdf().len());
        assert_eq!(
            server.upload(&seeker, &id, "又一次.pdf", plain_pdf()).await.ok(),
            made,
            "a repeat is one"
        );
        assert_eq!(server.get(&seeker, PATH).await.ok(), json!([made]));
        let path = format!("{PATH}/{id}");
        assert_eq!(bytes(&server.get(&seeker, &path).await.ok()), plain_pdf());

        // Another's key is taken, and its file is not there.
        let taken = server.upload(&other, &id, "简历.pdf", plain_pdf()).await;
        assert_eq!(taken.code(), "idempotency_mismatch");
        let changed = server.upload(&seeker, &id, "简历.pdf", MadePdf::of(&["Another", LINE]).bytes()).await;
        assert_eq!(changed.code(), "idempotency_mismatch");
        assert_eq!(server.get(&other, &path).await.code(), "not_found");
        assert_eq!(server.ask("DELETE", &path, Some(&other.token), None).await.status, 204);
        assert_eq!(server.get(&seeker, PATH).await.ok(), json!([made]));

        for number in 0..2 {
            uploaded(&server, &seeker, &format!("{number}.pdf"), plain_pdf()).await;
        }
        let full = server.upload(&seeker, &server.new_id(), "4.pdf", plain_pdf()).await;
        assert_eq!((full.code().as_str(), &full.body["detail"]), ("attachments_full", &json!({ "most": 3 })));
        for _ in 0..2 {
            assert_eq!(server.ask("DELETE", &path, Some(&seeker.token), None).await.status, 204);
        }
        assert_eq!(server.get(&seeker, &path).await.code(), "not_found");
        uploaded(&server, &seeker, "4.pdf", plain_pdf()).await;
        server.end().await;
    }
}

/// Two at once are not both the last one.
#[tokio::test]
async fn an_account_has_no_more_than_it_may() {
    for server in Server::each().await {
        let seeker = server.seeker("13900139000", "周予安").await;
        let ids: Vec<String> = (0..5).map(|_| server.new_id()).collect();
        let all = ids.iter().map(|id| server.upload(&seeker, id, "简历.pdf", plain_pdf()));
        let answers = futures_util::future::join_all(all).await;
        assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 3);
        assert!(answers.iter().all(|answer| answer.status == 200 || answer.code() == "attachments_full"));
        assert_eq!(server.get(&seeker, PATH).await.ok().as_array().unwrap().len(), 3);
        server.end().await;
    }
}

/// What is refused says why, and nothing of it is kept.
#[tokio::test]
async fn a_file_that_is_refused_is_not_kept() {
    for server in Server::each().await {
        let seeker = server.seeker("13900139000", "周予安").await;
        let script = MadePdf::of(&["An Yu", LINE]).catalog("/OpenAction << /S /JavaScript /JS (1) >>");
        for (pdf, reason) in [
            (b"%PDF-1.7 and nothing".to_vec(), "not_pdf"),
            (MadePdf::of(&[]).bytes(), "no_text"),
            (script.bytes(), "active_content"),
        ] {
            let refused = server.upload(&seeker, &server.new_id(), "简历.pdf", pdf).await;
            assert_eq!(refused.code(), "attachment_refused");
            assert_eq!(refused.body["detail"], json!({ "reason": reason }));
        }
        let large = server.upload(&seeker, &server.new_id(), "简历.pdf", vec![b'%'; 5 << 20 | 1]).await;
        assert_eq!(large.code(), "payload_too_large");
        let path = format!("{PATH}/{}?name=a", server.new_id());
        let request = server.request("PUT", &path).bearer_auth(&seeker.token);
        let request = request.header("content-type", "text/html").body(plain_pdf());
        assert_eq!(server.send(request).await.code(), "unsupported_media_type");
        assert_eq!(server.get(&seeker, PATH).await.ok(), json!([]));
        server.end().await;
    }
}

/// S-APP-01, I4, S-VIS-10: the company gets a copy beside the snapshot; its download is a look that the seeker sees.
#[tokio::test]
async fn a_copy_goes_with_an_application_and_its_download_is_a_look() {
    for server in Server::each().await {
        let recruiter = server.recruiter("13800138000", "示例科技有限公司").await;
        let rival = server.recruiter("13800138001", "别家科技有限公司").await;
        let job = server.job(&recruiter, "后端工程师").await;
        let seeker = server.seeker("13900139000", "周予安").await;
        let id = uploaded(&server, &seeker, "简历.pdf", plain_pdf()).await;
        let preview = server.get(&seeker, &format!("/api/applications/preview/{job}")).await.ok();
        assert_eq!(preview["attachments"], server.get(&seeker, PATH).await.ok());

        let missing = server.apply_with(&seeker, &job, &server.new_id(), &[]).await;
        assert_eq!(missing.body["detail"], json!({ "field": "attachment", "problem": "missing" }));
        let sent = server.apply_with(&seeker, &job, &id, &[]).await.ok();
        let attachment = json!({ "name": "简历.pdf", "bytes": plain_pdf().len(), "pages": 1, "contact": [] });
        assert_eq!(sent["attachment"], attachment);
        let opened = server.get(&recruiter, &of(&sent)).await.ok();
        assert_eq!(opened["attachment"], attachment);
        assert_eq!(opened["snapshot"], preview["snapshot"], "beside the snapshot, not in its place");

        let look = json!({ "id": server.new_id() });
        let path = format!("{}/attachment", of(&sent));
        let file = server.post(&recruiter, &path, &look).await.ok();
        assert_eq!((file["name"].as_str(), bytes(&file)), (Some("简历.pdf"), plain_pdf()));
        assert_eq!(server.post(&recruiter, &path, &look).await.ok(), file, "a repeat is the same look");
        let looks = server.get(&seeker, "/api/visibility/looks").await.ok();
        let kinds: Vec<&Value> = looks.as_array().unwrap().iter().map(|look| &look["kind"]).collect();
        assert_eq!(kinds, ["attachment_downloaded", "snapshot_opened"]);
        assert_eq!(
            (&looks[0]["job"], &looks[0]["company"]["name"]),
            (&json!("后端工程师"), &json!("示例科技有限公司"))
        );

        assert_eq!(download(&server, &rival, &sent).await.code(), "not_found");
        let other = server.apply(&server.seeker("13700137000", "何其然").await, &job).await.ok();
        assert_eq!(download(&server, &recruiter, &other).await.code(), "not_found", "nothing came with it");
        assert_eq!(
            server.post(&recruiter, &format!("{}/attachment", of(&other)), &look).await.code(),
            "not_found"
        );

        // Deleting the upload leaves the copy; withdrawing takes it away at once (I2).
        server.ask("DELETE", &format!("{PATH}/{id}"), Some(&seeker.token), None).await;
        assert_eq!(bytes(&download(&server, &recruiter, &sent).await.ok()), plain_pdf());
        withdraw(&server, &seeker, &sent).await;
        assert_eq!(download(&server, &recruiter, &sent).await.code(), "application_withdrawn");
        let mine = server.get(&seeker, "/api/applications").await.ok();
        assert_eq!(mine[0]["attachment"], json!(null));
        let again = server.apply(&seeker, &job).await.ok();
        assert_eq!((&again["id"], &again["attachment"]), (&sent["id"], &json!(null)), "sent anew without it");
        assert_eq!(download(&server, &recruiter, &again).await.code(), "not_found");
        server.end().await;
    }
}

/// S-APP-01, I2: to the company's mailbox goes the copy that came with the application, and with no other.
#[tokio::test]
async fn a_copy_goes_to_the_companys_mailbox_with_its_application() {
    for (server, taken) in mailing().await {
        let recruiter = server.recruiter("13800138000", COMPANY).await;
        set(&server, &recruiter, &taken).await;
        let job = server.job(&recruiter, "后端工程师").await;
        let seeker = server.seeker("13900139000", "周予安").await;
        let id = uploaded(&server, &seeker, "简历.pdf", plain_pdf()).await;
        let sent = server.apply_with(&seeker, &job, &id, &[]).await.ok();
        until("the mail", || mails(&taken).len() == 1).await;
        let mail = mails(&taken).remove(0);
        assert_eq!(mail.own_file, Some(("简历.pdf".to_owned(), plain_pdf())));
        assert!(
            mail.text.contains("自己做的简历") && mail.text.contains("of their own making"),
            "{}",
            mail.text
        );

        withdraw(&server, &seeker, &sent).await;
        until("the word of the withdrawal", || mails(&taken).len() == 2).await;
        server.apply(&seeker, &job).await.ok();
        until("the mail of the second application", || mails(&taken).len() == 3).await;
        let mail = mails(&taken).pop().unwrap();
        assert_eq!(mail.own_file, None, "sent anew without it");
        assert!(!mail.text.contains("自己做的简历"), "{}", mail.text);
        server.end().await;
    }
}

/// Files with the canaries where people, and programs, leave them, and what each shows.
fn leaking() -> Vec<(&'static str, &'static str, Vec<u8>, &'static [&'static str])> {
    let made = || MadePdf::of(&["An Yu", LINE]);
    let line = |line: &str| MadePdf::of(&["An Yu", LINE, line]).bytes();
    vec![
        ("on a page", "a.pdf", line("Phone 13912345678, canary@example.com"), &["phone", "email"]),
        ("with gaps", "a.pdf", line("139 - 1234 - 5678"), &["phone"]),
        ("in a link", "a.pdf", made().link("mailto:canary@example.com").bytes(), &["email"]),
        ("in a link to call", "a.pdf", made().link("tel:+86-139-1234-5678").bytes(), &["phone"]),
        ("in the metadata", "a.pdf", made().info("/Author (canary@example.com)").bytes(), &["email"]),
        ("in the name", "简历 13912345678.pdf", made().bytes(), &["phone"]),
        ("somebody else's", "a.pdf", line("Referee: 18600001111, ref@example.org"), &["phone", "email"]),
    ]
}

/// I1, D6: a file that shows contact data goes only when exactly that is handed over, and until then nobody gets any.
#[tokio::test]
async fn contact_data_goes_only_with_a_yes_to_each_item() {
    for server in Server::each().await {
        let recruiter = server.recruiter("13800138000", "示例科技有限公司").await;
        let job = server.job(&recruiter, "后端工程师").await;
        let seeker = server.seeker("13900139000", "周予安").await;
        for (what, name, pdf, shows) in leaking() {
            let id = server.new_id();
            let made = server.upload(&seeker, &id, name, pdf.clone()).await.ok();
            assert_eq!(made["shows"], json!(shows), "{what}");
            let refused = async |items: &[&str], problem: &str| {
                let answer = server.apply_with(&seeker, &job, &id, items).await;
                assert_eq!(answer.code(), "invalid_field", "{what}");
                let detail = json!({ "field": "attachment_contact", "problem": problem });
                assert_eq!(answer.body["detail"], detail, "{what} {items:?}");
            };
            refused(&[], "not_agreed").await;
            for item in ["phone", "email"].iter().filter(|item| !shows.contains(item)) {
                refused(&[item], "not_agreed").await;
                refused(&["phone", "email"], "not_shown").await;
            }
            assert_eq!(
                server
                    .get(&seeker, "/api/applications")
                    .await
                    .ok()
                    .as_array()
                    .unwrap()
                    .iter()
                    .filter(|application| application["stage"] != "withdrawn")
                    .count(),
                0,
                "{what}"
            );

            let sent = server.apply_with(&seeker, &job, &id, shows).await.ok();
            assert_eq!(sent["attachment"]["contact"], json!(shows), "{what}");
            let opened = server.get(&recruiter, &of(&sent)).await.ok();
            assert_eq!(opened["attachment"]["contact"], json!(shows), "{what}");
            let shown = opened["snapshot"].to_string();
            assert!(!shown.contains(CANARY_PHONE) && !shown.contains(CANARY_EMAIL), "{what}: the file alone");
            assert_eq!(bytes(&download(&server, &recruiter, &sent).await.ok()), pdf, "{what}");
            withdraw(&server, &seeker, &sent).await;
            server.ask("DELETE", &format!("{PATH}/{id}"), Some(&seeker.token), None).await;
        }
        // What is handed over without a file is handed over with nothing.
        let body = json!({ "job": job, "resume_version": 1, "attachment_contact": ["phone"] });
        let answer = server.post(&seeker, "/api/applications", &body).await;
        assert_eq!(answer.body["detail"], json!({ "field": "attachment_contact", "problem": "not_shown" }));
        server.end().await;
    }
}

/// I1: what is the seeker's own may have changed since the file was read.
#[tokio::test]
async fn a_file_is_looked_through_again_for_what_is_the_seekers_own_now() {
    for server in Server::each().await {
        let recruiter = server.recruiter("13800138000", "示例科技有限公司").await;
        let job = server.job(&recruiter, "后端工程师").await;
        let seeker = server.seeker("13900139000", "周予安").await;
        // No rule takes this for a number until it is one's own.
        let pdf = MadePdf::of(&["An Yu", LINE, "order 5550 1234 99"]).bytes();
        let id = uploaded(&server, &seeker, "简历.pdf", pdf).await;
        assert_eq!(server.get(&seeker, PATH).await.ok()[0]["shows"], json!([]));
        let mut content = server.get(&seeker, "/api/resume").await.ok()["content"].clone();
        content["basic"]["phone"] = json!("5550123499");
        let body = json!({ "base_version": 1, "content": content });
        server.ask("PUT", "/api/resume", Some(&seeker.token), Some(&body)).await.ok();
        assert_eq!(server.get(&seeker, PATH).await.ok()[0]["shows"], json!(["phone"]));
        let body = json!({ "job": job, "resume_version": 2, "attachment": id });
        let refused = server.post(&seeker, "/api/applications", &body).await;
        assert_eq!(refused.body["detail"], json!({ "field": "attachment_contact", "problem": "not_agreed" }));
        server.end().await;
    }
}

/// S-VIS-08: a block keeps what was sent before, as the snapshot, and a withdrawal takes both.
#[tokio::test]
async fn a_block_leaves_the_copy_and_a_withdrawal_takes_it() {
    for server in Server::each().await {
        let recruiter = server.recruiter("13800138000", "示例科技有限公司").await;
        let job = server.job(&recruiter, "后端工程师").await;
        let seeker = server.seeker("13900139000", "周予安").await;
        let id = uploaded(&server, &seeker, "简历.pdf", plain_pdf()).await;
        let sent = server.apply_with(&seeker, &job, &id, &[]).await.ok();
        server.block(&seeker, "示例科技有限公司").await;
        assert_eq!(server.get(&recruiter, &of(&sent)).await.status, 200);
        assert_eq!(bytes(&download(&server, &recruiter, &sent).await.ok()), plain_pdf());
        withdraw(&server, &seeker, &sent).await;
        assert_eq!(download(&server, &recruiter, &sent).await.code(), "application_withdrawn");
        server.end().await;
    }
}

#[derive(Debug, clap::Parser)]
struct Line {
    #[command(subcommand)]
    admin: Admin,
}

/// S-RGT-08, S-RGT-13: closing takes files and copies, and who downloaded one is told to delete it, by no name.
#[tokio::test]
async fn closing_the_account_takes_files_and_copies_and_tells_who_had_one() {
    for server in Server::each().await {
        let recruiter = server.recruiter("13800138000", "示例科技有限公司").await;
        let job = server.job(&recruiter, "后端工程师").await;
        let seeker = server.seeker("13900139000", "周予安").await;
        let pdf = MadePdf::of(&["An Yu", LINE, "Phone 13912345678"]).bytes();
        let id = uploaded(&server, &seeker, "周予安.pdf", pdf).await;
        let sent = server.apply_with(&seeker, &job, &id, &["phone"]).await.ok();
        download(&server, &recruiter, &sent).await.ok();
        let app = &server.running.app;
        let line = Line::try_parse_from(["admin", "close", "--account", "13900139000"]).unwrap();
        admin::run(&app.config, line.admin, app.clock.as_ref(), app.rng.as_ref()).await.unwrap();

        let account = zhitu_domain::id::AccountId(seeker.account);
        assert_eq!(app.store.attachments_of(account).await.unwrap(), []);
        let application = sent["id"].as_str().unwrap().parse().unwrap();
        assert_eq!(app.store.application_attachment_content(application).await.unwrap(), None);
        assert_eq!(download(&server, &recruiter, &sent).await.code(), "application_withdrawn");
        let told = server.get(&recruiter, "/api/recruiter/erasures").await.ok();
        assert_eq!(told[0]["attachments"][0]["job_title"], "后端工程师");
        assert_eq!(told[0]["attachments"][0]["by"], "林一");
        assert_eq!(told[0]["contacts"][0]["items"], json!(["phone"]));
        let told = told.to_string();
        assert!(!told.contains(CANARY_PHONE) && !told.contains("周予安"), "{told}");
        server.end().await;
    }
}
