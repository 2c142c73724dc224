//! Marked copies: what is in them, who may have one, what the seeker is told, and what the operator reads in one that
//! leaked. Source: S-REC-09, S-REC-10, S-VIS-10, I1, I2, I4.

use crate::support::{Answer, CANARY_EMAIL, CANARY_PHONE, Person, Server};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use clap::Parser;
use serde_json::{Value, json};
use std::io::Read;
use std::path::Path;
use std::process::Command;
use zhitu_domain::resume::visibility::VisibilitySetting;
use zhitu_server::admin::{self, Admin};
use zhitu_server::ports::Clock;

const COMPANY: &str = "示例科技有限公司";

async fn two(server: &Server) -> (Person, Person, String) {
    let seeker = server.seeker("13900139000", "周予安").await;
    let recruiter = server.recruiter("13800138000", COMPANY).await;
    server.choose(&seeker, VisibilitySetting::Public).await;
    let resume = server.resume_of(&seeker).await;
    (seeker, recruiter, resume)
}

async fn download(server: &Server, who: &Person, of: &str, id: &str) -> Answer {
    let path = format!("/api/recruiter/{of}/downloads");
    server.post(who, &path, &json!({ "id": id, "language": "zh-CN" })).await
}

async fn looks(server: &Server, seeker: &Person) -> Value {
    server.get(seeker, "/api/visibility/looks").await.ok()
}

fn pdf(answer: &Value) -> Vec<u8> {
    STANDARD.decode(answer["pdf"].as_str().unwrap()).unwrap()
}

/// What poppler reads in it.
pub(crate) fn text(pdf: &[u8], folder: &Path) -> String {
    let file = folder.join("read.pdf");
    std::fs::write(&file, pdf).unwrap();
    let done = Command::new("pdftotext").arg(&file).arg("-").output().unwrap();
    assert!(done.status.success(), "{done:?}");
    String::from_utf8(done.stdout).unwrap()
}

/// All that the file holds, its streams unpacked.
pub(crate) fn unpacked(pdf: &[u8]) -> Vec<u8> {
    let mut all = pdf.to_vec();
    let starts = pdf.windows(7).enumerate().filter(|(_, at)| *at == b"stream\n" || *at == b"stream\r");
    let mut streams = 0;
    for (start, _) in starts {
        let packed = pdf[start + 7..].trim_ascii_start();
        let mut stream = Vec::new();
        // Read as far as it goes: the end is not marked, and what is not packed is in the file as it is.
        if flate2::read::ZlibDecoder::new(packed).read_to_end(&mut stream).is_ok() {
            streams += 1;
        }
        all.extend(stream);
    }
    assert!(streams > 3, "{streams} streams were unpacked");
    all
}

#[track_caller]
pub(crate) fn no_canary(bytes: &[u8]) {
    let name = CANARY_EMAIL.split('@').next().unwrap();
    for canary in [CANARY_PHONE, &CANARY_PHONE[3..], CANARY_EMAIL, name] {
        assert!(!bytes.windows(canary.len()).any(|at| at == canary.as_bytes()), "{canary}");
        let wide: Vec<u8> = canary.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert!(!bytes.windows(wide.len()).any(|at| at == wide), "{canary} in UTF-16");
    }
}

/// S-REC-10, I1: full name and channels, who downloaded it, and no byte of the real number or address, also not one that
/// was typed into a text.
#[tokio::test]
async fn a_copy_has_the_full_name_its_marks_and_no_contact_data() {
    let folder = tempfile::tempdir().unwrap();
    for server in Server::each().await {
        let (seeker, recruiter, resume) = two(&server).await;
        let job = server.job(&recruiter, "后端工程师").await;
        let application = server.apply(&seeker, &job).await.ok();
        let application = format!("applications/{}", application["id"].as_str().unwrap());
        for of in [&format!("resumes/{resume}"), &application] {
            let copy = download(&server, &recruiter, of, &server.new_id()).await.ok();
            assert_eq!((&copy["name"], &copy["position"]), (&json!("周予安"), &json!("后端工程师")));
            let pdf = pdf(&copy);
            assert!(pdf.starts_with(b"%PDF-"));
            no_canary(&unpacked(&pdf));
            let text = text(&pdf, folder.path());
            no_canary(text.as_bytes());
            let code = copy["code"].as_str().unwrap();
            for part in ["周予安", "示例科技有限公司", "林一", "站内消息", "北京时间", code]
            {
                assert!(text.contains(part), "{part}: {text}");
            }
            assert!(
                String::from_utf8_lossy(&unpacked(&pdf)).contains(code),
                "among what the file says of itself"
            );
        }
        server.end().await;
    }
}

/// S-VIS-10, I4: each download is shown to the seeker, and a repeat under its key is the same download.
#[tokio::test]
async fn a_download_is_shown_to_the_seeker_once() {
    for server in Server::each().await {
        let (seeker, recruiter, resume) = two(&server).await;
        let (of, key) = (format!("resumes/{resume}"), server.new_id());
        let first = download(&server, &recruiter, &of, &key).await.ok();
        assert_eq!(download(&server, &recruiter, &of, &key).await.ok(), first);
        let shown = looks(&server, &seeker).await;
        assert_eq!(shown.as_array().unwrap().len(), 1);
        assert_eq!(
            (&shown[0]["kind"], &shown[0]["company"]["name"]),
            (&json!("downloaded"), &json!(COMPANY))
        );
        assert_eq!(shown[0]["by"], json!({ "name": "林一", "title": "招聘经理" }));

        let second = download(&server, &recruiter, &of, &server.new_id()).await.ok();
        assert_ne!(second["code"], first["code"]);
        assert_eq!(looks(&server, &seeker).await.as_array().unwrap().len(), 2);

        // A key is for one thing and one person.
        let other = server.seeker("13900139001", "何其然").await;
        server.choose(&other, VisibilitySetting::Public).await;
        let others = format!("resumes/{}", server.resume_of(&other).await);
        assert_eq!(download(&server, &recruiter, &others, &key).await.code(), "idempotency_mismatch");
        let rival = server.recruiter("13800138001", "别家科技有限公司").await;
        assert_eq!(download(&server, &rival, &of, &key).await.code(), "idempotency_mismatch");
        assert_eq!(looks(&server, &other).await, json!([]));
        server.end().await;
    }
}

/// I4: the platform's own staff look with a reason, which no download takes; there is no copy, and no look without one.
#[tokio::test]
async fn staff_take_no_copy() {
    for server in Server::each().await {
        let (seeker, _, resume) = two(&server).await;
        let staff = server.staff("13700137000").await;
        for id in [resume, server.new_id()] {
            let answer = download(&server, &staff, &format!("resumes/{id}"), &server.new_id()).await;
            assert_eq!(answer.code(), "reason_required");
        }
        assert_eq!(looks(&server, &seeker).await, json!([]));
        server.end().await;
    }
}

/// S-REC-09, I2, I3: without the booking, without the right, after a block and after withdrawing there is no copy and no
/// look.
#[tokio::test]
async fn who_may_not_open_it_may_not_download_it() {
    for server in Server::each().await {
        let (seeker, recruiter, resume) = two(&server).await;
        let of = format!("resumes/{resume}");
        let nowhere = format!("resumes/{}", server.new_id());
        let key = server.new_id();
        for setting in [VisibilitySetting::Private, VisibilitySetting::Platform] {
            server.choose(&seeker, setting).await;
            let (hidden, none) = (
                download(&server, &recruiter, &of, &key).await,
                download(&server, &recruiter, &nowhere, &key).await,
            );
            assert_eq!((hidden.status, &hidden.body), (none.status, &none.body), "{setting:?}");
            assert_eq!(hidden.code(), "not_found");
        }
        server.choose(&seeker, VisibilitySetting::Public).await;
        let store = &server.running.app.store;
        let company = store.company_by_name(COMPANY).await.unwrap().unwrap().id;
        assert!(store.company_entitle(company, false, "test", server.clock.now()).await.unwrap());
        assert_eq!(download(&server, &recruiter, &of, &key).await.code(), "not_entitled");
        assert!(store.company_entitle(company, true, "test", server.clock.now()).await.unwrap());
        assert_eq!(looks(&server, &seeker).await, json!([]));
        let other = server.seeker("13900139001", "何其然").await;
        assert_eq!(download(&server, &other, &of, &key).await.code(), "not_verified");

        // What was downloaded once is not had again under the same key once it may not be seen.
        download(&server, &recruiter, &of, &key).await.ok();
        let job = server.job(&recruiter, "后端工程师").await;
        let application = server.apply(&seeker, &job).await.ok()["id"].as_str().unwrap().to_owned();
        let snapshot = format!("applications/{application}");
        let applied = server.new_id();
        download(&server, &recruiter, &snapshot, &applied).await.ok();
        server.block(&seeker, "示例科技").await;
        assert_eq!(download(&server, &recruiter, &of, &key).await.code(), "not_found");
        // What was sent before the block and not withdrawn stays with the company.
        download(&server, &recruiter, &snapshot, &applied).await.ok();
        let rival = server.recruiter("13800138001", "别家科技有限公司").await;
        assert_eq!(download(&server, &rival, &snapshot, &server.new_id()).await.code(), "not_found");
        server.post(&seeker, &format!("/api/applications/{application}/withdraw"), &json!({})).await.ok();
        for key in [&applied, &server.new_id()] {
            let gone = download(&server, &recruiter, &snapshot, key).await;
            assert_eq!(gone.code(), "application_withdrawn");
        }
        assert_eq!(looks(&server, &seeker).await.as_array().unwrap().len(), 2);
        server.end().await;
    }
}

#[derive(Parser)]
struct Line {
    #[command(subcommand)]
    admin: Admin,
}

/// S-REC-10: the operator is told which company, account and time a leaked copy names, and of nothing else that it is
/// certain.
#[tokio::test]
async fn the_operator_traces_a_leaked_copy() {
    let folder = tempfile::tempdir().unwrap();
    for server in Server::each().await {
        let (_, recruiter, resume) = two(&server).await;
        let of = format!("resumes/{resume}");
        let leaked = download(&server, &recruiter, &of, &server.new_id()).await.ok();
        let other = download(&server, &recruiter, &of, &server.new_id()).await.ok();
        let app = &server.running.app;
        let trace = async |bytes: &[u8]| {
            let file = folder.path().join("leaked");
            std::fs::write(&file, bytes).unwrap();
            let line = Line::try_parse_from(["admin", "trace", file.to_str().unwrap()]).unwrap();
            admin::run(&app.config, line.admin, app.clock.as_ref(), app.rng.as_ref()).await
        };
        let said = trace(&pdf(&leaked)).await.unwrap();
        let account = recruiter.account.to_string();
        for part in
            ["certain: download", COMPANY, "林一", &account, leaked["code"].as_str().unwrap(), &resume]
        {
            assert!(said.contains(part), "{part}: {said}");
        }
        assert!(!said.contains(other["code"].as_str().unwrap()) && !said.contains("周予安"), "{said}");
        no_canary(said.as_bytes());

        let said = trace(format!("编号 {}", other["code"].as_str().unwrap()).as_bytes()).await.unwrap();
        assert!(said.starts_with("likely: download") && said.contains("copied by hand"), "{said}");
        assert!(trace("没有任何标记的文字".as_bytes()).await.unwrap().starts_with("nothing"));
        assert!(trace(&[0xff, 0xfe, 0x81]).await.is_err());
        let line = Line::try_parse_from(["admin", "trace", "/nowhere/at/all.pdf"]).unwrap();
        assert!(admin::run(&app.config, line.admin, app.clock.as_ref(), app.rng.as_ref()).await.is_err());
        server.end().await;
    }
}
