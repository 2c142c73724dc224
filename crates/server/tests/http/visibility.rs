//! Who sees what of a résumé, cell by cell and through HTTP. Source: S-VIS-01 to S-VIS-10, I1 to I4.

use crate::dealings::{answer, ask};
use crate::support::{
    Answer, CANARY_EMAIL, CANARY_PHONE, Person, Server, plain_pdf, reason, registration, resume_content,
};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::time::Duration;
use zhitu_domain::id::AccountId;
use zhitu_domain::resume::visibility::{Access, Action, Relation, VisibilitySetting, decide, markdown};
use zhitu_server::ports::Clock;
use zhitu_storage::outbox::Topic;

/// Requests of this file.
impl Server {
    pub(crate) async fn get(&self, person: &Person, path: &str) -> Answer {
        self.ask("GET", path, Some(&person.token), None).await
    }

    pub(crate) async fn post(&self, person: &Person, path: &str, body: &Value) -> Answer {
        self.ask("POST", path, Some(&person.token), Some(body)).await
    }

    /// Chooses a setting, and waits until the index knows of it.
    pub(crate) async fn choose(&self, seeker: &Person, setting: VisibilitySetting) {
        let body = json!({ "setting": setting });
        let view = self.ask("PUT", "/api/visibility", Some(&seeker.token), Some(&body)).await.ok();
        assert_eq!(view["setting"], json!(setting));
        self.indexed().await;
    }

    pub(crate) async fn indexed(&self) {
        while self.running.app.store.outbox_waiting(Topic::Resumes).await.unwrap().0 > 0 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    pub(crate) async fn search(&self, person: &Person) -> Answer {
        let search = json!({ "text": "后端", "limit": 20 });
        if person.staff {
            let body = json!({ "reason": reason(), "search": search });
            return self.post(person, "/api/staff/resumes/search", &body).await;
        }
        self.post(person, "/api/recruiter/resumes/search", &search).await
    }

    /// A request to open a résumé, as this person opens one.
    pub(crate) fn opening(&self, person: &Person, resume: &str) -> reqwest::RequestBuilder {
        let request = if person.staff {
            let body = json!({ "reason": reason() }).to_string();
            let open = self.request("POST", &format!("/api/staff/resumes/{resume}/open"));
            open.header("content-type", "application/json").body(body)
        } else {
            self.request("GET", &format!("/api/recruiter/resumes/{resume}"))
        };
        request.bearer_auth(&person.token)
    }

    pub(crate) async fn open(&self, person: &Person, resume: &str) -> Answer {
        self.send(self.opening(person, resume)).await
    }

    /// The handle of a seeker's résumé.
    pub(crate) async fn resume_of(&self, seeker: &Person) -> String {
        let store = &self.running.app.store;
        store.resume_get(AccountId(seeker.account)).await.unwrap().unwrap().id.to_string()
    }

    pub(crate) async fn block(&self, seeker: &Person, name: &str) -> Value {
        let body =
            json!({ "names": [{ "id": self.new_id(), "name": name }], "companies": [], "origin": "typed" });
        self.post(seeker, "/api/visibility/blocks", &body).await.ok()
    }

    pub(crate) async fn say(&self, person: &Person, conversation: &Value) -> Answer {
        let path = format!("/api/conversations/{}/messages", conversation.as_str().unwrap());
        self.post(person, &path, &json!({ "id": self.new_id(), "text": "您好" })).await
    }
}

/// What distinguishes an answer from another, for whoever reads it.
pub(crate) fn told(answer: &Answer) -> (u16, String, Vec<(String, String)>) {
    let headers = answer.headers.iter().filter(|(name, _)| *name != "x-request-id" && *name != "date");
    let headers =
        headers.map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned())).collect();
    (answer.status, answer.body.to_string(), headers)
}

#[track_caller]
pub(crate) fn no_canary(answer: &Answer) {
    let text = answer.body.to_string();
    assert!(!text.contains(CANARY_PHONE) && !text.contains(CANARY_EMAIL), "{text}");
}

fn actions(access: Access) -> Value {
    json!(access.iter().collect::<Vec<_>>())
}

/// One viewer of each relation that can sign in, and the seeker whom they look at.
pub(crate) struct Cast {
    pub(crate) seeker: Person,
    pub(crate) resume: String,
    pub(crate) viewers: Vec<(Relation, Person)>,
    /// Of the company applied to, and of the blocked one, which was applied to before.
    pub(crate) applications: [(Person, String); 2],
    /// A file of the seeker's that went with both.
    pub(crate) attachment: String,
    /// A conversation of the employer, of the company in contact, of the one that was applied to, and of staff.
    pub(crate) talks: Vec<(Relation, Person, Value)>,
    /// The postings of the employer and of the company that was applied to.
    pub(crate) jobs: [String; 2],
}

pub(crate) async fn cast(server: &Server) -> Cast {
    let seeker = server.seeker("13900139000", "周予安").await;
    let mut companies = Vec::new();
    for (number, name) in ["招人科技", "收到科技", "聊过科技", "屏蔽科技"].into_iter().enumerate()
    {
        let recruiter = server.recruiter(&format!("1380013800{number}"), &format!("{name}有限公司")).await;
        let job = server.job(&recruiter, "后端工程师").await;
        companies.push((recruiter, job));
    }
    let [employer, applied, contact, blocked] = <[_; 4]>::try_from(companies).unwrap();
    let attachment = server.new_id();
    server.upload(&seeker, &attachment, "简历.pdf", plain_pdf()).await.ok();
    let mut applications = Vec::new();
    for (recruiter, job) in [&applied, &blocked] {
        let application = server.apply_with(&seeker, job, &attachment, &[]).await.ok();
        applications.push((recruiter.clone(), application["id"].as_str().unwrap().to_owned()));
    }
    let open = json!({ "about": "job", "job": contact.1 });
    let talk = server.post(&seeker, "/api/conversations", &open).await.ok();
    let about = json!({ "about": "application", "application": applications[0].1 });
    let sent = server.post(&applied.0, "/api/conversations", &about).await.ok();
    server.block(&seeker, "屏蔽科技").await;

    server.choose(&seeker, VisibilitySetting::Public).await;
    let resume = server.resume_of(&seeker).await;
    let first = json!({ "about": "resume", "resume": resume, "job": employer.1 });
    let found = server.post(&employer.0, "/api/conversations", &first).await.ok();

    let unverified = server.signed_in("13700137000").await;
    let body = registration("没验证公司");
    server.ask("PUT", "/api/recruiter", Some(&unverified.token), Some(&body)).await.ok();
    let other = server.seeker("13700137001", "何其然").await;
    let staff = server.staff("13700137002").await;
    let offer = json!({ "about": "resume", "resume": resume, "job": null });
    let offered = server.post(&staff, "/api/conversations", &offer).await.ok();
    Cast {
        resume,
        attachment,
        seeker,
        applications: <[_; 2]>::try_from(applications).unwrap(),
        jobs: [employer.1, applied.1],
        talks: vec![
            (Relation::Employer, employer.0.clone(), found["id"].clone()),
            (Relation::InContact, contact.0.clone(), talk["id"].clone()),
            (Relation::Applied, applied.0.clone(), sent["id"].clone()),
            (Relation::Platform, staff.clone(), offered["id"].clone()),
        ],
        viewers: vec![
            (Relation::Employer, employer.0),
            (Relation::Applied, applied.0),
            (Relation::InContact, contact.0),
            (Relation::Blocked, blocked.0),
            (Relation::Platform, staff),
            (Relation::Unverified, unverified),
            (Relation::Anonymous, other),
        ],
    }
}

/// Every cell of the table, in both databases, with canary values for the number and the address (I1). What was seen is
/// set as docs/visibility.md is, which must say the same.
#[tokio::test]
async fn every_cell_of_the_table_is_what_http_answers() {
    let docs = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/visibility.md"));
    for server in Server::each().await {
        let cast = cast(&server).await;
        let mut seen = HashMap::new();
        for &setting in VisibilitySetting::ALL {
            server.choose(&cast.seeker, setting).await;
            for (relation, viewer) in &cast.viewers {
                let mut access = cell(&server, &cast, viewer, *relation).await;
                if let Some((.., talk)) = cast.talks.iter().find(|(of, ..)| of == relation) {
                    access = access.with(Action::Message, says(&server, viewer, talk).await);
                }
                assert_eq!(access, decide(setting, *relation), "{setting:?} {relation:?}");
                seen.insert((setting, *relation), access);
            }
            for (recruiter, application) in &cast.applications {
                let path = format!("/api/recruiter/applications/{application}");
                let opened = server.get(recruiter, &path).await;
                no_canary(&opened);
                assert_eq!(opened.ok()["snapshot"]["content"]["basic"]["name"], "周予安", "S-VIS-07");
            }
        }
        make_under_age(&server, &cast.seeker).await;
        for &setting in VisibilitySetting::ALL {
            server.choose(&cast.seeker, setting).await;
            for (relation, viewer) in &cast.viewers {
                let access = cell(&server, &cast, viewer, *relation).await;
                assert!(access.is_nothing(), "{setting:?} {relation:?} {access:?}");
            }
            seen.insert((setting, Relation::Closed), Access::nothing());
        }
        let seen = markdown(|setting, relation| seen[&(setting, relation)]);
        assert!(docs.ends_with(&seen), "docs/visibility.md says otherwise than what was seen:\n{seen}");
        server.end().await;
    }
}

/// Whether the company's side may write in a conversation.
async fn says(server: &Server, recruiter: &Person, talk: &Value) -> bool {
    let said = server.say(recruiter, talk).await;
    if said.status == 200 {
        return true;
    }
    assert_eq!(said.code(), "conversation_closed");
    false
}

/// How the seeker names a viewer.
async fn named(server: &Server, relation: Relation, viewer: &Person) -> Value {
    match relation {
        Relation::Platform => json!({ "kind": "staff" }),
        Relation::Anonymous | Relation::Unverified => json!({ "kind": "stranger" }),
        _ => {
            let store = &server.running.app.store;
            let recruiter = store.recruiter_get(AccountId(viewer.account)).await.unwrap().unwrap();
            json!({ "kind": "company", "company": recruiter.company.id })
        }
    }
}

/// What a viewer is seen to get. Channels are those that the seeker's preview names: this server relays no mail and binds
/// no numbers, and tests/http/relay.rs and virtual_number.rs ask one that does.
async fn cell(server: &Server, cast: &Cast, viewer: &Person, relation: Relation) -> Access {
    let found = server.search(viewer).await;
    let opened = server.open(viewer, &cast.resume).await;
    let ask = async |resume: &str| {
        let path = format!("/api/recruiter/resumes/{resume}/contact-requests");
        let body = json!({ "id": server.new_id(), "reason": "想聊聊", "wanted": ["phone"] });
        server.post(viewer, &path, &body).await
    };
    let download = async |resume: &str| {
        let path = format!("/api/recruiter/resumes/{resume}/downloads");
        server.post(viewer, &path, &json!({ "id": server.new_id(), "language": "zh-CN" })).await
    };
    let asked = ask(&cast.resume).await;
    let downloaded = download(&cast.resume).await;
    let snapshot =
        server.get(viewer, &format!("/api/recruiter/applications/{}", cast.applications[0].1)).await;
    for answer in [&found, &opened, &asked, &downloaded, &snapshot] {
        no_canary(answer);
    }
    if matches!(relation, Relation::Unverified | Relation::Anonymous) {
        for answer in [&found, &opened, &asked, &downloaded, &snapshot] {
            assert_eq!(answer.code(), "not_verified", "{relation:?}");
        }
        return Access::nothing();
    }
    let who = json!({ "viewer": named(server, relation, viewer).await });
    let preview = server.post(&cast.seeker, "/api/visibility/preview", &who).await.ok();
    let promised: Vec<Action> = serde_json::from_value(preview["access"].clone()).unwrap();
    let mut seen = Access::nothing();
    for action in [Action::RelayEmail, Action::Message, Action::VirtualNumber] {
        seen = seen.with(action, promised.contains(&action));
    }
    seen = seen.with(Action::Snapshot, snapshot.status == 200);

    let found = found.ok();
    if found["total"] == 1 {
        let hit = &found["hits"][0];
        assert_eq!((&hit["resume"], &hit["card"]["name"]), (&json!(cast.resume), &json!("周**")));
        // This server relays no mail and binds no numbers, so these channels are not there to be shown.
        let channels = [Action::Message, Action::AskContact];
        let channels: Vec<_> = channels.iter().filter(|action| promised.contains(action)).collect();
        assert_eq!(hit["channels"], json!(channels), "{relation:?}");
        seen = seen.with(Action::Searchable, true).with(Action::Recommended, hit["recommended"] == true);
    } else {
        assert_eq!((&found["total"], &found["hits"]), (&json!(0), &json!([])), "{relation:?}");
        assert_eq!(found["facets"]["skills"], json!([]), "{relation:?}");
    }
    if opened.status == 200 {
        let contact = &opened.body["contact"];
        assert_eq!(
            (&opened.body["access"], contact),
            (&json!(promised), &json!({ "phone": null, "email": null }))
        );
        seen = seen.with(Action::View, true);
    } else {
        assert_eq!(told(&opened), told(&server.open(viewer, &server.new_id()).await), "{relation:?}");
    }
    if relation == Relation::Platform {
        assert_eq!(downloaded.code(), "reason_required");
    } else if opened.status == 200 {
        assert_eq!(downloaded.ok()["name"], "周予安", "{relation:?}");
    } else {
        assert_eq!(told(&downloaded), told(&download(&server.new_id()).await), "{relation:?}");
    }
    if asked.status == 200 {
        assert_eq!(asked.body["outcome"], json!({ "kind": "not_granted" }), "{relation:?}");
        seen.with(Action::AskContact, true)
    } else {
        assert_eq!(told(&asked), told(&ask(&server.new_id()).await), "{relation:?}");
        seen
    }
}

/// I3: behind a setting or a block there is nothing, in any answer of any route.
#[tokio::test]
async fn a_hidden_resume_answers_what_one_that_is_not_there_answers() {
    for server in Server::each().await {
        let recruiter = server.recruiter("13800138000", "示例科技有限公司").await;
        let job = server.job(&recruiter, "后端工程师").await;
        let empty = told(&server.search(&recruiter).await);
        let seeker = server.seeker("13900139000", "周予安").await;
        let resume = server.resume_of(&seeker).await;
        let hide = [
            (VisibilitySetting::Platform, false),
            (VisibilitySetting::Private, false),
            (VisibilitySetting::Public, true),
        ];
        for (setting, blocked) in hide {
            if blocked {
                server.block(&seeker, "示例科技").await;
            }
            server.choose(&seeker, setting).await;
            assert_eq!(told(&server.search(&recruiter).await), empty, "{setting:?}");
            let (there, nowhere) = (resume.clone(), server.new_id());
            let one = |id: &str| format!("/api/recruiter/resumes/{id}");
            for (method, path, body) in [
                ("GET", "", json!(null)),
                ("PUT", "/notes", json!({ "text": "看看" })),
                (
                    "POST",
                    "/contact-requests",
                    json!({ "id": server.new_id(), "reason": "想聊聊", "wanted": ["phone"] }),
                ),
                ("POST", "/contact-requests", json!({ "id": server.new_id(), "reason": "", "wanted": [] })),
                ("POST", "/downloads", json!({ "id": server.new_id(), "language": "zh-CN" })),
            ] {
                let body = Some(&body).filter(|body| !body.is_null());
                let ask = async |id: &str| {
                    let path = one(id) + path;
                    told(&server.ask(method, &path, Some(&recruiter.token), body).await)
                };
                assert_eq!(ask(&there).await, ask(&nowhere).await, "{setting:?} {method} {path}");
            }
            let write = async |id: &str| {
                let body = json!({ "about": "resume", "resume": id, "job": job });
                told(&server.post(&recruiter, "/api/conversations", &body).await)
            };
            assert_eq!(write(&there).await, write(&nowhere).await, "{setting:?}");
        }
        let looks = server.get(&seeker, "/api/visibility/looks").await.ok();
        assert_eq!(looks, json!([]), "nobody saw anything");
        server.end().await;
    }
}

/// S-VIS-12, I2: what the seeker chooses holds at the next request, in every session that is open.
#[tokio::test]
async fn a_change_holds_at_the_next_request_of_twenty_sessions() {
    for server in Server::each().await {
        server.recruiter("13800138000", "示例科技有限公司").await;
        let mut sessions = Vec::new();
        for _ in 0..20 {
            server.clock.advance(61);
            if sessions.len() % 9 == 8 {
                server.clock.advance(86_400);
            }
            sessions.push(server.signed_in("13800138000").await);
        }
        // The longest of them are as old as an access token may become, so all are renewed.
        for session in &mut sessions {
            let body = json!({ "refresh_token": session.refresh });
            let renewed = server.ask("POST", "/api/auth/refresh", None, Some(&body)).await.ok();
            session.token = renewed["access_token"].as_str().unwrap().to_owned();
        }
        let seeker = server.seeker("13900139000", "周予安").await;
        let path = format!("/api/recruiter/resumes/{}", server.resume_of(&seeker).await);
        let all = async |status: u16| {
            for session in &sessions {
                assert_eq!(server.get(session, &path).await.status, status);
                let found = server.search(session).await.ok();
                assert_eq!(found["total"], u32::from(status == 200));
            }
        };
        server.choose(&seeker, VisibilitySetting::Public).await;
        all(200).await;
        for hidden in [VisibilitySetting::Private, VisibilitySetting::Platform] {
            // Not waiting for the index: it may lag, and nobody finds what it does not know to be hidden.
            let body = json!({ "setting": hidden });
            server.ask("PUT", "/api/visibility", Some(&seeker.token), Some(&body)).await.ok();
            all(404).await;
        }
        server.choose(&seeker, VisibilitySetting::Public).await;
        all(200).await;
        let view = server.block(&seeker, "示例科技").await;
        all(404).await;
        let block = format!("/api/visibility/blocks/{}", view["blocks"][0]["id"].as_str().unwrap());
        server.ask("DELETE", &block, Some(&seeker.token), None).await.ok();
        all(200).await;
        server.end().await;
    }
}

/// The part of an answer from one name to the next.
fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let rest = &text[text.find(from).unwrap()..];
    &rest[..rest.find(to).unwrap()]
}

/// Compares what the seeker sees of each viewer's side with what that viewer opens and finds, under every setting.
async fn previews_are_true(server: &Server, cast: &Cast) {
    let text = async |request: reqwest::RequestBuilder| request.send().await.unwrap().text().await.unwrap();
    let contact = "\"contact\":{\"phone\":";
    for &setting in VisibilitySetting::ALL {
        server.choose(&cast.seeker, setting).await;
        for (relation, viewer) in &cast.viewers {
            let as_who = named(server, *relation, viewer).await;
            let preview = server
                .request("POST", "/api/visibility/preview")
                .bearer_auth(&cast.seeker.token)
                .header("content-type", "application/json")
                .body(json!({ "viewer": as_who }).to_string());
            let preview = text(preview).await;
            let opened = text(server.opening(viewer, &cast.resume)).await;
            let access = decide(setting, *relation);
            if access.allows(Action::View) {
                let previewed = between(&preview, "\"shown\":", &format!(",{contact}"));
                assert_eq!(
                    previewed,
                    between(&opened, "\"shown\":", ",\"access\":"),
                    "{setting:?} {relation:?}"
                );
                let previewed = between(&preview, contact, ",\"card\":");
                assert_eq!(previewed, between(&opened, contact, ",\"request\":"), "{setting:?} {relation:?}");
            } else {
                assert!(preview.contains("\"shown\":null"), "{setting:?} {relation:?} {preview}");
                let nothing = "\"contact\":{\"phone\":null,\"email\":null}";
                assert!(preview.contains(nothing), "{setting:?} {relation:?} {preview}");
                assert!(!opened.contains("\"shown\""), "{setting:?} {relation:?} {opened}");
            }
            let body: Value = serde_json::from_str(&preview).unwrap();
            assert_eq!(body["access"], actions(access));
            let found = server.search(viewer).await;
            if access.allows(Action::Searchable) {
                assert_eq!(found.ok()["hits"][0]["card"], body["card"]);
            } else {
                assert_eq!(body["card"], Value::Null);
            }
        }
    }
}

/// S-VIS-06: the preview is made by what answers the viewer: the same bytes, also of what was handed over to a company
/// or the platform's staff, and of what was taken back.
#[tokio::test]
async fn the_preview_is_what_the_viewer_opens_byte_for_byte() {
    for server in Server::each().await {
        let cast = cast(&server).await;
        server.choose(&cast.seeker, VisibilitySetting::Public).await;
        let mut granted = Vec::new();
        for (relation, item) in [(Relation::Employer, "phone"), (Relation::Platform, "email")] {
            let (_, viewer) = cast.viewers.iter().find(|(one, _)| *one == relation).unwrap();
            let request = ask(&server, viewer, &cast.resume, &json!([item])).await;
            let grant = json!({ "kind": "grant", "items": [item] });
            answer(&server, &cast.seeker, &request, grant).await.ok();
            granted.push((named(&server, relation, viewer).await, request));
        }
        previews_are_true(&server, &cast).await;
        server.choose(&cast.seeker, VisibilitySetting::Public).await;
        let contact = async |viewer: &Value| {
            let body = json!({ "viewer": viewer });
            server.post(&cast.seeker, "/api/visibility/preview", &body).await.ok()["contact"].clone()
        };
        let nothing = json!({ "phone": null, "email": null });
        let handed_over = [
            json!({ "phone": CANARY_PHONE, "email": null }),
            json!({ "phone": null, "email": CANARY_EMAIL }),
        ];
        let by_name = json!({ "kind": "company_named", "name": "招人 科技" });
        assert_eq!(contact(&by_name).await, handed_over[0], "a company of the platform by its name");
        for ((viewer, request), handed_over) in granted.iter().zip(handed_over) {
            assert_eq!(contact(viewer).await, handed_over);
            let withdraw = format!("/api/contact-requests/{}/withdraw", request["id"].as_str().unwrap());
            server.post(&cast.seeker, &withdraw, &json!({})).await.ok();
            assert_eq!(contact(viewer).await, nothing, "taken back");
        }
        let unknown = json!({ "kind": "company_named", "name": "还没来的公司" });
        for viewer in [unknown, json!({ "kind": "stranger" })] {
            assert_eq!(contact(&viewer).await, nothing);
        }
        previews_are_true(&server, &cast).await;
        let relation = async |name: &str| {
            let body = json!({ "viewer": { "kind": "company_named", "name": name } });
            server.post(&cast.seeker, "/api/visibility/preview", &body).await.ok()["relation"].clone()
        };
        assert_eq!(relation("屏蔽 科技").await, "blocked");
        assert_eq!(relation("收到科技").await, "applied");
        assert_eq!(relation("还没来的公司").await, "employer");
        server.block(&cast.seeker, "还没来的公司").await;
        assert_eq!(relation("还没来的商行").await, "employer");
        assert_eq!(relation("还没来的公司（集团）").await, "blocked");
        server.end().await;
    }
}

/// As only what was in the database before the rule could be: the route refuses such a birth date.
async fn make_under_age(server: &Server, seeker: &Person) {
    let account = AccountId(seeker.account);
    let store = &server.running.app.store;
    let there = store.resume_get(account).await.unwrap().unwrap();
    let mut content: Value = resume_content("周予安");
    content["basic"]["birth_date"] = json!("2015-01-01");
    let content = serde_json::from_value(content).unwrap();
    store.resume_put(account, there.id, there.version, &content, server.clock.now()).await.unwrap();
}

/// A person under age is not there, whoever looks; nor is what nobody ever saved.
#[tokio::test]
async fn of_a_person_under_age_there_is_nothing() {
    for server in Server::each().await {
        let recruiter = server.recruiter("13800138000", "示例科技有限公司").await;
        let job = server.job(&recruiter, "后端工程师").await;
        let seeker = server.seeker("13900139000", "周予安").await;
        let application = server.apply(&seeker, &job).await.ok();
        let resume = server.resume_of(&seeker).await;
        make_under_age(&server, &seeker).await;
        server.choose(&seeker, VisibilitySetting::Public).await;
        assert_eq!(server.search(&recruiter).await.ok()["total"], 0);
        for path in [
            format!("/api/recruiter/resumes/{resume}"),
            format!("/api/recruiter/applications/{}", application["id"].as_str().unwrap()),
        ] {
            assert_eq!(server.get(&recruiter, &path).await.code(), "not_found", "{path}");
        }
        let list = format!("/api/recruiter/jobs/{job}/applicants");
        assert_eq!(server.get(&recruiter, &list).await.ok(), json!([]));
        server.end().await;
    }
}
