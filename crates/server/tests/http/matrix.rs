//! Every operation of the document against everybody who could ask: whose it is answers, and to all others it is not
//! there. An operation without a row here fails.

use crate::support::{
    Answer, CANARY_EMAIL, CANARY_PHONE, Person, Server, job_content, reason, resume_content,
};
use crate::visibility::{Cast, cast};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use zhitu_domain::id::{AccountId, CompanyId};
use zhitu_domain::relay::{ALIAS_BYTES, AliasName};
use zhitu_domain::resume::visibility::{Relation, VisibilitySetting};
use zhitu_domain::time::Timestamp;
use zhitu_server::ports::Clock;
use zhitu_storage::relay::RelayOpen;
use zhitu_storage::virtual_number::{VirtualNumberOpen, VirtualNumberOpened};

/// Who asks, in the order of a row's letters: nobody, the seeker whose it is, another seeker, a recruiter who is not
/// verified, an employer, the company applied to, the one in contact, the blocked one, staff. All of them know every
/// key.
const PARTIES: usize = 9;
const OWNER: usize = 1;
/// Who knows nothing of the seeker: nobody, another seeker, the unverified one, the blocked company.
const STRANGERS: [usize; 4] = [0, 2, 3, 7];

/// An operation, what each party gets, and whose thing it is about. Letters: `.` an answer, `s` signed_out, `v`
/// not_verified, `n` not_found, `r` reason_required, `x` refused for what was asked and not for who asked.
///
/// In the order in which they are asked: what ends something comes last.
const ROWS: &[(&str, &str, About)] = &[
    ("GET /healthz", ".........", About::Nobody),
    ("GET /readyz", ".........", About::Nobody),
    ("GET /api/openapi.json", ".........", About::Nobody),
    ("GET /api/policy", ".........", About::Nobody),
    ("GET /api/dev/outbox", ".........", About::Nobody),
    ("GET /api/companies", ".........", About::Nobody),
    ("POST /api/jobs/search", ".........", About::Nobody),
    ("GET /api/jobs/suggest", ".........", About::Nobody),
    ("GET /api/jobs/{id}", ".........", About::Nobody),
    ("POST /api/auth/code", "xxxxxxxxx", About::Nobody),
    ("POST /api/auth/sign-in", "xxxxxxxxx", About::Nobody),
    ("POST /api/auth/refresh", "sssssssss", About::Nobody),
    ("GET /api/live", "sxxxxxxxx", About::Asker),
    ("GET /api/account", "s........", About::Asker),
    ("GET /api/auth/sessions", "s........", About::Asker),
    ("GET /api/account/personalisation", "s........", About::Asker),
    ("PUT /api/account/personalisation", "s........", About::Asker),
    ("GET /api/applications", "s........", About::Asker),
    ("GET /api/applications/preview/{job}", "s........", About::Asker),
    ("GET /api/attachments", "s........", About::Asker),
    // No file is sent; tests/http/attachments.rs has good ones.
    ("PUT /api/attachments/{id}", "sxxxxxxxx", About::Asker),
    ("GET /api/contact-requests", "s........", About::Asker),
    ("GET /api/conversations", "s........", About::Asker),
    ("GET /api/favourites", "s........", About::Asker),
    ("PUT /api/favourites/{id}", "s........", About::Asker),
    ("DELETE /api/favourites/{id}", "s........", About::Asker),
    ("GET /api/introductions", "s........", About::Asker),
    ("GET /api/relays", "s........", About::Asker),
    ("GET /api/virtual-numbers", "s........", About::Asker),
    ("GET /api/notices", "s........", About::Asker),
    ("PUT /api/notices/choices", "s........", About::Asker),
    ("PUT /api/notices/zone", "s........", About::Asker),
    // This server mails nothing, and the address is none; tests/http/notices.rs and notices_hook.rs have good ones.
    ("PUT /api/notices/email", "sxxxxxxxx", About::Asker),
    ("POST /api/notices/email/confirm", "sxxxxxxxx", About::Asker),
    ("DELETE /api/notices/email", "s........", About::Asker),
    ("PUT /api/notices/webhook", "sxxxxxxxx", About::Asker),
    ("DELETE /api/notices/webhook", "s........", About::Asker),
    ("GET /api/notices/unsubscribe/{token}", ".........", About::Nobody),
    ("POST /api/notices/unsubscribe/{token}", ".........", About::Nobody),
    ("GET /api/resume", "s........", About::Asker),
    ("PUT /api/resume", "sxxxxxxxx", About::Asker),
    ("GET /api/visibility", "s........", About::Asker),
    ("PUT /api/visibility", "s........", About::Asker),
    ("POST /api/visibility/preview", "s........", About::Asker),
    ("POST /api/visibility/blocks", "s........", About::Asker),
    ("GET /api/visibility/looks", "s........", About::Asker),
    ("PUT /api/recruiter", "sxxxxxxxx", About::Asker),
    ("PUT /api/recruiter/work-email", "svvvxxxxx", About::Asker),
    ("POST /api/recruiter/work-email/confirm", "svvvxxxxx", About::Asker),
    ("DELETE /api/recruiter/work-email", "svvv.....", About::Asker),
    ("GET /api/recruiter/jobs", "svvv....v", About::Asker),
    // This server mails nothing; tests/http/mailbox.rs has the parties where one does.
    ("GET /api/recruiter/mailbox", "svvv....v", About::Asker),
    ("PUT /api/recruiter/mailbox", "svvvxxxxv", About::Asker),
    ("POST /api/recruiter/mailbox/confirm", "svvvxxxxv", About::Asker),
    ("DELETE /api/recruiter/mailbox", "svvv....v", About::Asker),
    ("GET /api/recruiter/contact-requests", "svvv.....", About::Asker),
    ("GET /api/recruiter/erasures", "svvv....v", About::Asker),
    ("POST /api/recruiter/resumes/search", "svvv....r", About::Asker),
    ("GET /api/staff/second-factor", "snnnnnnn.", About::Asker),
    ("POST /api/staff/second-factor", "snnnnnnnx", About::Asker),
    ("POST /api/staff/resumes/search", "snnnnnnn.", About::Asker),
    ("POST /api/staff/resumes/{id}/open", "snnnnnnn.", About::Seeker),
    ("GET /api/recruiter/resumes/{id}", "svvv...nr", About::Seeker),
    ("POST /api/recruiter/resumes/{id}/downloads", "svvv...nr", About::Seeker),
    // This server relays no mail; tests/http/relay.rs has the parties where one does.
    ("POST /api/recruiter/resumes/{id}/relay", "svvvnnnnn", About::Seeker),
    ("POST /api/recruiter/applications/{id}/relay", "svvvnnnnv", About::Seeker),
    ("PUT /api/relays/{id}", "s.nnnnnnn", About::Seeker),
    // Nor does it bind numbers; tests/http/virtual_number.rs has the parties where one does, and the provider.
    ("POST /api/recruiter/resumes/{id}/virtual-number", "svvvnnnnn", About::Seeker),
    ("POST /api/recruiter/applications/{id}/virtual-number", "svvvnnnnv", About::Seeker),
    ("PUT /api/virtual-numbers/{id}", "s.nnnnnnn", About::Seeker),
    ("POST /api/telephony/events", "xxxxxxxxx", About::Nobody),
    ("POST /api/dev/calls", "snnnnnnnn", About::Asker),
    // No account is closed here; tests/http/erasure.rs has the company that is told, and another.
    ("POST /api/recruiter/erasures/{id}/confirm", "svvvnnnnv", About::Seeker),
    ("POST /api/introductions/open", "snnn.nnnn", About::Seeker),
    // Another's key is one that is taken.
    ("PUT /api/introductions/{id}", "s.xxxxxxx", About::Seeker),
    ("DELETE /api/introductions/{id}", "s.nnnnnnn", About::Seeker),
    ("PUT /api/recruiter/resumes/{id}/notes", "svvv...nn", About::Seeker),
    ("PUT /api/contact-requests/{id}/answer", "s.nnnnnnn", About::Seeker),
    ("POST /api/contact-requests/{id}/withdraw", "s.nnnnnnn", About::Seeker),
    ("DELETE /api/recruiter/contact-requests/{id}", "svvv.nnnn", About::Seeker),
    ("POST /api/recruiter/resumes/{id}/contact-requests", "svvv...n.", About::Seeker),
    // Staff name no posting; tests/http/staff.rs has them do so.
    ("POST /api/conversations", "svvv.nnnx", About::Seeker),
    ("GET /api/conversations/{id}", "s.nnn.nnn", About::Seeker),
    ("GET /api/conversations/{id}/messages", "s.nnn.nnn", About::Seeker),
    ("POST /api/conversations/{id}/messages", "s.nnn.nnn", About::Seeker),
    ("PUT /api/conversations/{id}/read", "s.nnn.nnn", About::Seeker),
    ("PUT /api/conversations/{id}/ended", "s.nnnnnnn", About::Seeker),
    ("GET /api/recruiter/applications/{id}", "svvvn.nnv", About::Seeker),
    ("POST /api/recruiter/applications/{id}/downloads", "svvvn.nnv", About::Seeker),
    ("POST /api/recruiter/applications/{id}/attachment", "svvvn.nnv", About::Seeker),
    ("GET /api/attachments/{id}", "s.nnnnnnn", About::Seeker),
    ("DELETE /api/attachments/{id}", "s........", About::Asker),
    ("PUT /api/recruiter/applications/{id}/stage", "svvvn.nnv", About::Seeker),
    ("GET /api/recruiter/jobs/{id}/applicants", "svvvn.nnv", About::Seeker),
    ("GET /api/recruiter/jobs/{id}/recommendations", "svvvn.nnr", About::Seeker),
    ("PUT /api/recruiter/jobs/{id}", "svvvn.nnv", About::Seeker),
    ("POST /api/visibility/blocked-applications/{id}/leave", "s.nnnnnnn", About::Seeker),
    ("DELETE /api/visibility/blocks/{id}", "s.nnnnnnn", About::Seeker),
    ("POST /api/recruiter/jobs/{id}/close", "svvvn.nnv", About::Seeker),
    ("POST /api/applications/{id}/withdraw", "s.nnnnnnn", About::Seeker),
    ("POST /api/applications", "s.xxxxxxx", About::Asker),
    ("DELETE /api/auth/sessions/{id}", "s.nnnnnnn", About::Seeker),
    ("POST /api/auth/sign-out", "s........", About::Asker),
];

/// Whose thing an operation is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum About {
    /// Nobody's: it answers everybody alike.
    Nobody,
    /// Whoever asks has their own, and touches nobody else's.
    Asker,
    /// The seeker, and whom the row says.
    Seeker,
}

struct World {
    cast: Cast,
    people: Vec<Option<Person>>,
    request: String,
    block: String,
    session: String,
    relay: String,
    virtual_number: String,
    /// Key and link of one for the employer.
    introduction: [String; 2],
    employer: CompanyId,
}

async fn world(server: &Server) -> World {
    let cast = cast(server).await;
    server.choose(&cast.seeker, VisibilitySetting::Public).await;
    let viewer = |relation| {
        let found = cast.viewers.iter().find(|(of, _)| *of == relation);
        Some(found.map(|(_, person)| person.clone()).unwrap())
    };
    let people = vec![
        None,
        Some(cast.seeker.clone()),
        viewer(Relation::Anonymous),
        viewer(Relation::Unverified),
        viewer(Relation::Employer),
        viewer(Relation::Applied),
        viewer(Relation::InContact),
        viewer(Relation::Blocked),
        viewer(Relation::Platform),
    ];
    // What is looked for in answers is the seeker's alone.
    let mut content = resume_content("何其然");
    content["basic"]["phone"] = json!("13700137001");
    content["basic"]["email"] = json!("other@example.com");
    content["work"] = json!([]);
    let (token, body) =
        (&people[2].as_ref().unwrap().token, json!({ "base_version": 1, "content": content }));
    server.ask("PUT", "/api/resume", Some(token), Some(&body)).await.ok();
    let ask = json!({ "id": server.new_id(), "reason": "想约电话", "wanted": ["phone"] });
    let path = format!("/api/recruiter/resumes/{}/contact-requests", cast.resume);
    let asked = server.post(people[4].as_ref().unwrap(), &path, &ask).await.ok();
    let view = server.get(&cast.seeker, "/api/visibility").await.ok();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    server.clock.advance(61);
    server.signed_in("13900139000").await;
    let sessions = server.get(&cast.seeker, "/api/auth/sessions").await.ok();
    let other = sessions.as_array().unwrap().iter().find(|session| session["current"] == false).unwrap();
    let (block, session) = (text(&view["blocks"][0]["id"]), text(&other["id"]));
    let recruiter = AccountId(people[4].as_ref().unwrap().account);
    let employer = server.running.app.store.recruiter_get(recruiter).await.unwrap().unwrap().company.id;
    let relay = relay(server, &cast.seeker, recruiter, employer).await;
    let virtual_number = virtual_number(server, &cast.seeker, recruiter, employer).await;
    let id = server.new_id();
    let path = format!("/api/introductions/{id}");
    let link = server.ask("PUT", &path, Some(&cast.seeker.token), Some(&introduction(employer))).await.ok();
    let introduction = [id, text(&link["link"])];
    let request = text(&asked["id"]);
    World { cast, people, request, block, session, relay, virtual_number, introduction, employer }
}

/// A channel by e-mail. Made in the database, since this server opens none.
async fn relay(server: &Server, seeker: &Person, recruiter: AccountId, company: CompanyId) -> String {
    let names = [1, 2].map(|letter| AliasName::from_random([letter; ALIAS_BYTES]));
    let open = RelayOpen {
        id: server.new_id().parse().unwrap(),
        seeker: AccountId(seeker.account),
        company: Some(company),
        recruiter,
        seeker_name: &names[0],
        recruiter_name: &names[1],
        ended_before: Timestamp(0),
        at: server.clock.now(),
    };
    server.running.app.store.relay_open(&open).await.unwrap().unwrap().relay.id.to_string()
}

/// The same by virtual number.
async fn virtual_number(
    server: &Server,
    seeker: &Person,
    recruiter: AccountId,
    company: CompanyId,
) -> String {
    let open = VirtualNumberOpen {
        id: server.new_id().parse().unwrap(),
        binding: server.new_id().parse().unwrap(),
        seeker: AccountId(seeker.account),
        company: Some(company),
        recruiter,
        parties: b"both",
        at: server.clock.now(),
        expires_at: server.clock.now().plus_seconds(600),
    };
    let opened = server.running.app.store.virtual_number_open(&open).await.unwrap();
    let VirtualNumberOpened::Made(made) = opened else { panic!("{opened:?}") };
    made.channel.to_string()
}

fn introduction(company: CompanyId) -> Value {
    json!({ "label": "", "company": company, "days": 7, "max_openings": 9 })
}

impl World {
    /// The path of an operation with the keys of the seeker's things, and good query parameters.
    fn path(&self, path: &str) -> String {
        let (application, talk) = (&self.cast.applications[0].1, self.cast.talks[2].2.as_str().unwrap());
        let [employer_job, applied_job] = &self.cast.jobs;
        let key = match path {
            _ if path.contains("resumes/") => &self.cast.resume,
            _ if path.contains("/contact-requests/") => &self.request,
            _ if path.contains("/blocked-applications/") => &self.cast.applications[1].1,
            _ if path.contains("applications/{id}") => application,
            _ if path.contains("/attachments/") => &self.cast.attachment,
            _ if path.contains("/relays/") => &self.relay,
            _ if path.contains("/virtual-numbers/") => &self.virtual_number,
            _ if path.contains("/introductions/") => &self.introduction[0],
            _ if path.contains("/recruiter/jobs/") => applied_job,
            _ if path.contains("/conversations/") => talk,
            _ if path.contains("/blocks/") => &self.block,
            _ if path.contains("/sessions/") => &self.session,
            _ => employer_job,
        };
        let filled = path.replace("{id}", key).replace("{job}", key).replace("{token}", "dead");
        let query = match path {
            "/api/policy" => "?language=zh-CN",
            "/api/companies" => "?q=科技",
            "/api/jobs/suggest" => "?text=后端&limit=5",
            "/api/conversations/{id}/messages" => "?after=0&limit=50",
            _ => "",
        };
        filled + query
    }

    fn body(&self, server: &Server, operation: &str) -> Option<Value> {
        let search = json!({ "text": "后端", "limit": 10 });
        Some(match operation {
            "POST /api/jobs/search" => json!({
                "text": "", "near": null, "salary_min": null, "experience": [], "education": [],
                "employment_type": [], "remote": false, "sort": "relevance", "offset": 0, "limit": 10,
            }),
            "POST /api/auth/code" => json!({ "phone": "1", "policy_version": "2026-11-23" }),
            "POST /api/auth/sign-in" => json!({
                "phone": "13900139000", "code": "000000", "device": "测试机", "policy_version": "2026-11-23",
                "policy_accepted_at": 1_700_000_000_000_000_i64,
            }),
            "POST /api/auth/refresh" => json!({ "refresh_token": "nonsense" }),
            "PUT /api/resume" => json!({ "base_version": 7, "content": resume_content("别人") }),
            "PUT /api/visibility" => json!({ "setting": "public" }),
            "POST /api/visibility/preview" => json!({ "viewer": { "kind": "staff" } }),
            "POST /api/visibility/blocks" => json!({ "names": [], "companies": [], "origin": "typed" }),
            "PUT /api/account/personalisation" => json!({ "on": true }),
            "PUT /api/relays/{id}" | "PUT /api/virtual-numbers/{id}" => json!({ "open": false }),
            "POST /api/telephony/events" => json!({
                "kind": "call_ended", "id": "1", "binding": server.new_id(), "call": "1", "seconds": 1,
            }),
            "POST /api/dev/calls" => json!({ "number": "+12125550123" }),
            "PUT /api/introductions/{id}" => introduction(self.employer),
            "POST /api/introductions/open" => json!({ "text": self.introduction[1] }),
            "PUT /api/recruiter/work-email" | "PUT /api/recruiter/mailbox" | "PUT /api/notices/email" => {
                json!({})
            }
            "PUT /api/notices/choices" => json!({ "kind": "look", "way": "webhook", "on": false }),
            "PUT /api/notices/zone" => json!({ "zone": "Asia/Shanghai" }),
            "PUT /api/notices/webhook" => json!({ "url": "nowhere" }),
            "POST /api/recruiter/applications/{id}/attachment" => json!({ "id": server.new_id() }),
            "POST /api/recruiter/resumes/{id}/downloads"
            | "POST /api/recruiter/applications/{id}/downloads" => {
                json!({ "id": server.new_id(), "language": "en" })
            }
            "PUT /api/recruiter" => json!({
                "name": "", "title": "", "company": "示例", "industry": "", "size": null, "address": "",
                "introduction": "",
            }),
            "POST /api/recruiter/resumes/search" => search,
            "POST /api/recruiter/work-email/confirm"
            | "POST /api/recruiter/mailbox/confirm"
            | "POST /api/notices/email/confirm"
            | "POST /api/staff/second-factor" => {
                json!({ "code": "000000" })
            }
            "POST /api/staff/resumes/search" => json!({ "reason": reason(), "search": search }),
            "POST /api/staff/resumes/{id}/open" => json!({ "reason": reason() }),
            "PUT /api/recruiter/resumes/{id}/notes" => json!({ "text": "约周三" }),
            "POST /api/recruiter/resumes/{id}/contact-requests" => {
                json!({ "id": server.new_id(), "reason": "想聊聊", "wanted": ["email"] })
            }
            "POST /api/conversations" => {
                json!({ "about": "resume", "resume": self.cast.resume, "job": self.cast.jobs[0] })
            }
            "POST /api/conversations/{id}/messages" => json!({ "id": server.new_id(), "text": "您好" }),
            "PUT /api/conversations/{id}/read" => json!({ "seq": 1 }),
            "PUT /api/conversations/{id}/ended" => json!({ "ended": false }),
            "PUT /api/recruiter/applications/{id}/stage" => json!({ "stage": "talking" }),
            "PUT /api/recruiter/jobs/{id}" => json!({ "content": job_content("后端工程师") }),
            "PUT /api/contact-requests/{id}/answer" => {
                json!({ "answer": { "kind": "grant", "items": ["phone"] } })
            }
            "POST /api/applications" => json!({ "job": self.cast.jobs[0], "resume_version": 1 }),
            _ => return None,
        })
    }

    /// What is stored of the seeker, as far as routes can change it.
    async fn stored(&self, server: &Server) -> String {
        let (store, account) = (&server.running.app.store, AccountId(self.cast.seeker.account));
        let sessions = store.sessions_list(account, Timestamp(0)).await.unwrap().len();
        let resume = store.resume_get(account).await.unwrap();
        let blocks = store.blocks(account).await.unwrap();
        let asked = store.contact_requests_to(account).await.unwrap();
        let applications = store.applications_of_account(account).await.unwrap();
        let talks = store.conversations_of_seeker(account).await.unwrap();
        let looks = store.looks_of(account, None, 100).await.unwrap();
        let favourites = store.favourites_list(account).await.unwrap();
        let links = store.introductions_of(account).await.unwrap();
        let relays = store.relays_of(account).await.unwrap();
        let numbers = store.virtual_numbers_of(account).await.unwrap();
        let bindings = store.bindings_of(account).await.unwrap();
        let attachments = store.attachments_of(account).await.unwrap();
        format!(
            "{sessions} {resume:?} {blocks:?} {asked:?} {applications:?} {talks:?} {looks:?} {favourites:?} {links:?} {relays:?} \
             {numbers:?} {bindings:?} {attachments:?}"
        )
    }
}

fn letter(answer: &Answer) -> char {
    if answer.status < 300 {
        return '.';
    }
    assert!((400..500).contains(&answer.status), "{} {}", answer.status, answer.body);
    match answer.code().as_str() {
        "signed_out" => 's',
        "not_verified" => 'v',
        "not_found" => 'n',
        "reason_required" => 'r',
        _ => 'x',
    }
}

#[tokio::test]
async fn every_operation_has_its_row() {
    let document = serde_json::to_value(zhitu_server::routes::document()).unwrap();
    let mut operations = BTreeSet::new();
    for (path, methods) in document["paths"].as_object().unwrap() {
        for method in methods.as_object().unwrap().keys() {
            operations.insert(format!("{} {path}", method.to_uppercase()));
        }
    }
    let rows: BTreeSet<String> = ROWS.iter().map(|(name, ..)| (*name).to_owned()).collect();
    assert_eq!(rows, operations);
    assert_eq!(rows.len(), ROWS.len(), "one row each");
    assert!(ROWS.iter().all(|(_, letters, _)| letters.len() == PARTIES));
}

/// I1, I3: whoever knows a key and has no right gets what whoever guesses one gets, and changes nothing.
#[tokio::test]
async fn every_operation_answers_whose_it_is_and_nobody_else() {
    for server in Server::each().await {
        let world = world(&server).await;
        for (operation, letters, about) in ROWS {
            let (method, path) = operation.split_once(' ').unwrap();
            // The owner comes last, after all who must not have changed anything.
            let order = (0..PARTIES).filter(|party| *party != OWNER).chain([OWNER]);
            for party in order {
                let before = world.stored(&server).await;
                let token = world.people[party].as_ref().map(|person| person.token.as_str());
                let body = world.body(&server, operation);
                let answer = server.ask(method, &world.path(path), token, body.as_ref()).await;
                let expected = letters.as_bytes()[party] as char;
                let said = format!("{operation}, party {party}: {} {}", answer.status, answer.body);
                assert_eq!(letter(&answer), expected, "{said}");
                if party == OWNER {
                    continue;
                }
                assert!(!said.contains(CANARY_PHONE) && !said.contains(CANARY_EMAIL), "{said}");
                if STRANGERS.contains(&party) {
                    assert!(!said.contains("周予安") && !said.contains(&world.cast.resume), "{said}");
                }
                if expected != '.' || *about != About::Seeker {
                    assert_eq!(world.stored(&server).await, before, "changed by {said}");
                }
            }
        }
        server.end().await;
    }
}
