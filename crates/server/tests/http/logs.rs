use crate::attachments_canary::{self, CANARIES};
use crate::support::{CANARY_EMAIL, CANARY_PHONE, Server};
use crate::virtual_number::{Mood, Provider, SECRET, through};
use serde_json::json;
use std::io::Write;
use std::sync::{Arc, Mutex};
use tracing::Instrument;
use tracing::instrument::WithSubscriber;
use zhitu_domain::resume::visibility::VisibilitySetting;
use zhitu_testing::MadePdf;

#[derive(Clone, Default)]
struct Written(Arc<Mutex<Vec<u8>>>);

impl Write for Written {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// The log of the whole story, at its most talkative, has no number, code, token, name or text of a person. I1
#[test]
fn the_log_has_nothing_of_a_person() {
    let written = Written::default();
    let writer = written.clone();
    let log = tracing_subscriber::fmt()
        .with_env_filter("trace,hyper=info,sqlx=info,h2=info,reqwest=info,hyper_util=info,tantivy=info")
        .with_ansi(false)
        .with_writer(move || writer.clone())
        .finish();
    tracing::subscriber::set_global_default(log).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let secrets = runtime.block_on(story().in_current_span().with_current_subscriber());
    let log = String::from_utf8(written.0.lock().unwrap().clone()).unwrap();
    assert!(log.contains("/api/applications") && log.contains("answered"), "{log}");
    for secret in secrets {
        assert!(!log.contains(&secret), "{secret} is in the log");
    }
}

async fn story() -> Vec<String> {
    let provider = Provider::start().await;
    let server = Server::start(|config| through(config, &provider)).await;
    let recruiter = server.recruiter("13800138000", "示例科技有限公司").await;
    let job = server.job(&recruiter, "后端工程师").await;
    let seeker = server.seeker("13900139000", "周予安").await;
    let file = MadePdf::of(&["An Yu, backend engineer", CANARY_PHONE, CANARY_EMAIL]).bytes();
    let attachment = server.new_id();
    server.upload(&seeker, &attachment, &format!("周予安 {CANARY_PHONE}.pdf"), file).await.ok();
    server.upload(&seeker, &server.new_id(), CANARY_EMAIL, CANARY_PHONE.into()).await;
    server.apply_with(&seeker, &job, &attachment, &[]).await;
    let application = server.apply_with(&seeker, &job, &attachment, &["phone", "email"]).await.ok();
    let path = format!("/api/recruiter/applications/{}/attachment", application["id"].as_str().unwrap());
    server.post(&recruiter, &path, &json!({ "id": server.new_id() })).await.ok();
    let path = format!("/api/recruiter/applications/{}", application["id"].as_str().unwrap());
    server.ask("GET", &path, Some(&recruiter.token), None).await.ok();
    server.choose(&seeker, VisibilitySetting::Public).await;
    server.block(&seeker, "隐去之名科技").await;
    let id = server.resume_of(&seeker).await;
    let resume = format!("/api/recruiter/resumes/{id}");
    let ask = json!({ "id": server.new_id(), "reason": "想约电话沟通", "wanted": ["phone"] });
    let asked = server.post(&recruiter, &format!("{resume}/contact-requests"), &ask).await.ok();
    let answer = format!("/api/contact-requests/{}/answer", asked["id"].as_str().unwrap());
    let grant = json!({ "answer": { "kind": "grant", "items": ["phone"] } });
    server.ask("PUT", &answer, Some(&seeker.token), Some(&grant)).await.ok();
    let opened = server.get(&recruiter, &resume).await.ok();
    assert_eq!(opened["contact"]["phone"], CANARY_PHONE);
    server.search(&recruiter).await.ok();
    let bound = server.post(&recruiter, &format!("{resume}/virtual-number"), &json!({})).await.ok();
    let number = bound["number"].as_str().unwrap().to_owned();
    let staff = server.staff("13700137001").await;
    server.search(&staff).await.ok();
    server.open(&staff, &id).await.ok();
    let open = json!({ "about": "resume", "resume": id, "job": null });
    let talk = server.post(&staff, "/api/conversations", &open).await.ok();
    let messages = format!("/api/conversations/{}/messages", talk["id"].as_str().unwrap());
    for who in [&staff, &seeker] {
        let said = json!({ "id": server.new_id(), "text": format!("潮汐之约，回 {CANARY_PHONE}") });
        server.post(who, &messages, &said).await.ok();
    }
    server.choose(&seeker, VisibilitySetting::Private).await;
    let said = json!({ "id": server.new_id(), "text": "潮汐之约" });
    assert_eq!(server.post(&staff, &messages, &said).await.code(), "conversation_closed");
    server.choose(&seeker, VisibilitySetting::Public).await;
    provider.be(Mood::Says(format!("no JSON, and {CANARY_PHONE}")));
    server.post(&recruiter, &format!("{resume}/virtual-number"), &json!({})).await;
    let code = server.code("13700137000").await;
    let wrong = server.sign_in_request("13700137000", "987654").await;
    server.ask("POST", "/api/auth/sign-in", None, Some(&wrong)).await;
    let bad = json!({ "base_version": 1, "content": { "basic": { "name": 5, "phone": CANARY_PHONE } } });
    server.ask("PUT", "/api/resume", Some(&seeker.token), Some(&bad)).await;
    let strange =
        server.ask("GET", "/api/nowhere/13900139000?phone=13900139000", Some(&seeker.token), None).await;
    assert_eq!(strange.status, 404);
    server
        .ask("POST", "/api/auth/refresh", None, Some(&json!({ "refresh_token": seeker.refresh })))
        .await
        .ok();
    server.ask("POST", "/api/auth/refresh", None, Some(&json!({ "refresh_token": seeker.refresh }))).await;
    server.end().await;
    for (server, taken) in attachments_canary::mailing().await {
        attachments_canary::story(&server, &taken).await;
        server.end().await;
    }
    let numbers = [
        "13800138000",
        "13900139000",
        "13700137000",
        CANARY_PHONE,
        CANARY_EMAIL,
        "周予安",
        "987654",
        "隐去之名",
        "想约电话",
        "潮汐之约",
        "来电求助",
    ];
    let secret = SECRET.to_owned();
    let tokens = [recruiter.token, recruiter.refresh, seeker.token, seeker.refresh, code, number, secret];
    numbers.iter().chain(CANARIES).map(|secret| (*secret).to_owned()).chain(tokens).collect()
}
