//! Every operation of the document against bad input: the right code, never a 5xx, nothing stored.

use crate::support::{Person, Server, job_content, reason, registration, resume_content};
use serde_json::{Map, Value, json};

const UNKNOWN: &str = "018bcfe5-6800-7000-8000-0000000000ff";

/// A body that is good in form for each operation that takes one.
fn good_body(operation: &str) -> Option<Value> {
    Some(match operation {
        "POST /api/auth/code" => json!({ "phone": "13800138000", "policy_version": "2026-11-28" }),
        "POST /api/auth/sign-in" => json!({
            "phone": "13800138000", "code": "123456", "device": "测试机", "policy_version": "2026-11-28",
            "policy_accepted_at": 1_700_000_000_000_000_i64,
        }),
        "POST /api/auth/refresh" => json!({ "refresh_token": "abc" }),
        "PUT /api/resume" => json!({ "base_version": 1, "content": resume_content("周予安") }),
        "POST /api/applications" => json!({ "job": UNKNOWN, "resume_version": 1 }),
        "PUT /api/visibility" => json!({ "setting": "public" }),
        "POST /api/visibility/preview" => json!({ "viewer": { "kind": "staff" } }),
        "POST /api/visibility/blocks" => json!({ "names": [], "companies": [], "origin": "typed" }),
        "PUT /api/account/personalisation" => json!({ "on": true }),
        // For a company that is not there; for another the key, which its sender makes, were that of a new link.
        "PUT /api/introductions/{id}" => {
            json!({ "label": "", "company": UNKNOWN, "days": 7, "max_openings": 1 })
        }
        "POST /api/introductions/open" => json!({ "text": "A".repeat(43) }),
        "PUT /api/relays/{id}" | "PUT /api/virtual-numbers/{id}" => json!({ "open": false }),
        "POST /api/telephony/events" => {
            json!({ "kind": "call_began", "id": "1", "binding": UNKNOWN, "call": "1" })
        }
        "POST /api/dev/calls" => json!({ "number": "+12125550123" }),
        "PUT /api/recruiter/work-email" | "PUT /api/recruiter/mailbox" | "PUT /api/notices/email" => {
            json!({ "email": "hr@corp.example" })
        }
        "PUT /api/notices/choices" => json!({ "kind": "look", "way": "webhook", "on": true }),
        "PUT /api/notices/zone" => json!({ "zone": "Asia/Shanghai" }),
        "PUT /api/notices/webhook" => json!({ "url": "https://hook.example/" }),
        "PUT /api/contact-requests/{id}/answer" => json!({ "answer": { "kind": "refuse" } }),
        "POST /api/recruiter/resumes/search" => json!({
            "text": "", "industry": "", "skills": [], "years_min": null, "years_max": null, "degree_min": null,
            "places": [], "offset": 0, "limit": 10,
        }),
        "PUT /api/recruiter/resumes/{id}/notes" => json!({ "text": "约周三" }),
        "POST /api/recruiter/resumes/{id}/contact-requests" => {
            json!({ "id": UNKNOWN, "reason": "想聊聊", "wanted": ["phone"] })
        }
        "POST /api/recruiter/applications/{id}/attachment" => json!({ "id": UNKNOWN }),
        "POST /api/recruiter/resumes/{id}/downloads" | "POST /api/recruiter/applications/{id}/downloads" => {
            json!({ "id": UNKNOWN, "language": "en" })
        }
        "POST /api/recruiter/work-email/confirm"
        | "POST /api/recruiter/mailbox/confirm"
        | "POST /api/notices/email/confirm"
        | "POST /api/staff/second-factor" => {
            json!({ "code": "123456" })
        }
        "POST /api/staff/resumes/search" => {
            json!({ "reason": reason(), "search": { "text": "后端", "limit": 10 } })
        }
        "POST /api/staff/resumes/{id}/open" => json!({ "reason": reason() }),
        "PUT /api/recruiter" => registration("示例科技有限公司"),
        "PUT /api/recruiter/jobs/{id}" => json!({ "content": job_content("后端工程师") }),
        "PUT /api/recruiter/applications/{id}/stage" => json!({ "stage": "talking" }),
        "POST /api/conversations" => json!({ "about": "job", "job": UNKNOWN }),
        "POST /api/conversations/{id}/messages" => json!({ "id": UNKNOWN, "text": "您好" }),
        "PUT /api/conversations/{id}/read" => json!({ "seq": 1 }),
        "PUT /api/conversations/{id}/ended" => json!({ "ended": true }),
        "POST /api/jobs/search" => json!({
            "text": "", "near": null, "salary_min": null, "experience": [], "education": [], "employment_type": [],
            "remote": false, "sort": "relevance", "offset": 0, "limit": 10,
        }),
        _ => return None,
    })
}

/// An operation of the document.
struct Operation {
    method: String,
    path: String,
    secured: bool,
    recruiting: bool,
    staff: bool,
    schema: Option<Value>,
    query: Vec<Value>,
}

impl Operation {
    fn all(document: &Value) -> Vec<Self> {
        let mut found = Vec::new();
        for (path, methods) in document["paths"].as_object().unwrap() {
            for (method, operation) in methods.as_object().unwrap() {
                let schema = &operation["requestBody"]["content"]["application/json"]["schema"];
                let parameters = operation["parameters"].as_array().cloned().unwrap_or_default();
                found.push(Self {
                    method: method.to_uppercase(),
                    path: path.clone(),
                    // An empty requirement among them: answers without a token too.
                    secured: operation["security"].as_array().is_some_and(|all| {
                        all.iter().all(|one| one.as_object().is_some_and(|one| !one.is_empty()))
                    }),
                    recruiting: path.starts_with("/api/recruiter/"),
                    staff: operation["tags"][0] == "staff",
                    schema: (!schema.is_null()).then(|| resolve(document, schema)),
                    query: parameters.into_iter().filter(|parameter| parameter["in"] == "query").collect(),
                });
            }
        }
        found
    }

    fn name(&self) -> String {
        format!("{} {}", self.method, self.path)
    }

    /// The path with `value` for each of its parameters, and good query parameters.
    fn filled(&self, value: &str) -> String {
        let mut path = String::new();
        for part in self.path.split('/').skip(1) {
            path.push('/');
            path.push_str(if part.starts_with('{') { value } else { part });
        }
        let query: Vec<String> = self
            .query
            .iter()
            .map(|parameter| {
                let name = parameter["name"].as_str().unwrap();
                format!(
                    "{name}={}",
                    match name {
                        "language" => "en",
                        "text" | "q" | "name" => "a",
                        "before" => UNKNOWN,
                        _ => "1",
                    }
                )
            })
            .collect();
        if query.is_empty() { path } else { format!("{path}?{}", query.join("&")) }
    }
}

fn resolve(document: &Value, schema: &Value) -> Value {
    match schema["$ref"].as_str() {
        Some(reference) => resolve(document, document.pointer(reference.trim_start_matches('#')).unwrap()),
        None => schema.clone(),
    }
}

struct World {
    server: Server,
    operations: Vec<Operation>,
    seeker: Person,
    recruiter: Person,
    staff: Person,
}

impl World {
    async fn on(server: Server) -> Self {
        let mut operations = Operation::all(&server.ask("GET", "/api/openapi.json", None, None).await.ok());
        // Refused before its body is looked at; `virtual_number_bad` signs.
        // A link to unsubscribe says the same whatever it is; `notices` has the dead ones.
        let elsewhere = ["/api/telephony/events", "/api/notices/unsubscribe/{token}"];
        operations.retain(|operation| !elsewhere.contains(&operation.path.as_str()));
        let recruiter = server.recruiter("13700137000", "示例科技有限公司").await;
        let job = server.job(&recruiter, "后端工程师").await;
        let seeker = server.seeker("13900139000", "周予安").await;
        server.apply(&seeker, &job).await.ok();
        let staff = server.staff("13700137009").await;
        Self { server, operations, seeker, recruiter, staff }
    }

    /// The token of a person whom the operation would answer.
    fn token(&self, operation: &Operation) -> Option<&str> {
        let person = match operation {
            Operation { staff: true, .. } => &self.staff,
            Operation { recruiting: true, .. } => &self.recruiter,
            _ => &self.seeker,
        };
        operation.secured.then_some(person.token.as_str())
    }

    /// What is stored, as far as routes can change it.
    async fn stored(&self) -> String {
        let store = &self.server.running.app.store;
        let mut found = vec![format!("{:?}", store.jobs_count().await.unwrap())];
        for person in [&self.seeker, &self.recruiter] {
            let account = zhitu_domain::id::AccountId(person.account);
            let sessions = store.sessions_list(account, zhitu_domain::time::Timestamp(0)).await.unwrap();
            found.push(format!("{} sessions", sessions.len()));
            found.push(format!("{:?}", store.resume_get(account).await.unwrap()));
            let recruiter = store.recruiter_get(account).await.unwrap();
            if let Some(recruiter) = &recruiter {
                found.push(format!("{:?}", store.mailbox_get(recruiter.company.id).await.unwrap()));
            }
            found.push(format!("{recruiter:?}"));
            found.push(format!("{:?}", store.applications_of_account(account).await.unwrap()));
            found.push(format!("{:?}", store.conversations_of_seeker(account).await.unwrap()));
            found.push(format!("{:?}", store.favourites_list(account).await.unwrap()));
        }
        found.join("\n")
    }

    /// Asks and expects a failure with one of the codes; any of them when there are none.
    async fn refused(
        &self,
        operation: &Operation,
        token: Option<&str>,
        path: &str,
        body: Option<&Value>,
        codes: &[&str],
    ) {
        let answer = self.server.ask(&operation.method, path, token, body).await;
        let said = format!("{} {path} {body:?}: {} {}", operation.method, answer.status, answer.body);
        assert!((400..500).contains(&answer.status), "{said}");
        let code = answer.code();
        assert!(codes.is_empty() || codes.contains(&code.as_str()), "expected {codes:?}: {said}");
    }
}

async fn worlds() -> Vec<World> {
    let mut worlds = Vec::new();
    for server in Server::each().await {
        worlds.push(World::on(server).await);
    }
    worlds
}

#[tokio::test]
async fn every_operation_with_a_body_is_in_the_table() {
    let document = serde_json::to_value(zhitu_server::routes::document()).unwrap();
    for operation in Operation::all(&document) {
        assert_eq!(
            operation.schema.is_some(),
            good_body(&operation.name()).is_some(),
            "{}",
            operation.name()
        );
    }
}

#[tokio::test]
async fn no_token_a_bad_token_and_the_other_role_are_refused() {
    for world in worlds().await {
        let before = world.stored().await;
        for operation in world.operations.iter().filter(|operation| operation.secured) {
            let (path, body) = (operation.filled(UNKNOWN), good_body(&operation.name()));
            let refused =
                async |token, code| world.refused(operation, token, &path, body.as_ref(), &[code]).await;
            refused(None, "signed_out").await;
            let long = "x".repeat(5_000);
            for token in ["", "nonsense", "a b", long.as_str(), world.seeker.refresh.as_str()] {
                refused(Some(token), "signed_out").await;
            }
            if operation.recruiting {
                refused(Some(world.seeker.token.as_str()), "not_verified").await;
            }
            if operation.staff {
                for person in [&world.seeker, &world.recruiter] {
                    refused(Some(person.token.as_str()), "not_found").await;
                }
            }
        }
        assert_eq!(world.stored().await, before);
        world.server.end().await;
    }
}

#[tokio::test]
async fn a_key_that_is_none_and_a_key_of_nothing_are_refused() {
    for world in worlds().await {
        let before = world.stored().await;
        for operation in world.operations.iter().filter(|operation| operation.path.contains('{')) {
            let (token, body) = (world.token(operation), good_body(&operation.name()));
            for bad in [
                "nonsense",
                "%00",
                "%FF",
                "..%2F..",
                "018bcfe5-6800-7000-8000-00000000000",
                &"9".repeat(3_000),
            ] {
                let path = operation.filled(bad);
                world.refused(operation, token, &path, body.as_ref(), &["invalid_request"]).await;
            }
            // The key of a posting or a file is made by its sender: an unknown one is a new one.
            let made = ["PUT /api/recruiter/jobs/{id}", "PUT /api/attachments/{id}"];
            if !made.contains(&operation.name().as_str()) && operation.method != "DELETE" {
                let path = operation.filled(UNKNOWN);
                world.refused(operation, token, &path, body.as_ref(), &["not_found"]).await;
            }
        }
        assert_eq!(world.stored().await, before);
        world.server.end().await;
    }
}

#[tokio::test]
async fn a_query_that_lacks_or_mistakes_something_is_refused() {
    for world in worlds().await {
        for operation in world.operations.iter().filter(|operation| !operation.query.is_empty()) {
            let good = operation.filled(UNKNOWN);
            let (path, query) = good.split_once('?').unwrap();
            let pairs: Vec<&str> = query.split('&').collect();
            for (at, parameter) in operation.query.iter().enumerate() {
                let name = parameter["name"].as_str().unwrap();
                let others = |replaced: Option<String>| {
                    let kept = pairs
                        .iter()
                        .enumerate()
                        .filter(|(other, _)| *other != at)
                        .map(|(_, pair)| (*pair).to_owned());
                    format!("{path}?{}", kept.chain(replaced).collect::<Vec<_>>().join("&"))
                };
                let token = world.token(operation);
                if parameter["required"] == true {
                    world.refused(operation, token, &others(None), None, &["invalid_request"]).await;
                }
                let kind = parameter["schema"]["type"].as_str().unwrap_or_default();
                if kind == "integer" {
                    for value in ["x", "-1", "1.5", "99999999999"] {
                        let path = others(Some(format!("{name}={value}")));
                        world.refused(operation, token, &path, None, &["invalid_request"]).await;
                    }
                }
                let long = others(Some(format!("{name}={}", "x".repeat(2_000))));
                // A file's name is cut, whatever its length; that there is no file is then what is refused.
                let codes = ["invalid_request", "invalid_field", "unsupported_media_type"];
                world.refused(operation, token, &long, None, &codes).await;
            }
        }
        world.server.end().await;
    }
}

#[tokio::test]
async fn a_body_that_is_none_or_of_another_form_is_refused() {
    for world in worlds().await {
        let before = world.stored().await;
        for operation in &world.operations {
            let Some(good) = good_body(&operation.name()) else { continue };
            let schema = operation.schema.as_ref().unwrap();
            let (path, token) = (operation.filled(UNKNOWN), world.token(operation));
            let bad = async |body: &Value| {
                world.refused(operation, token, &path, Some(body), &["invalid_request"]).await;
            };
            world.refused(operation, token, &path, None, &["unsupported_media_type"]).await;
            for body in [json!(null), json!([]), json!("x"), json!(5), json!({ "surprise": 1 })] {
                bad(&body).await;
            }
            let with = |field: &str, value: Value| {
                let mut body = good.clone();
                body[field] = value;
                body
            };
            bad(&with("surprise", json!(1))).await;
            let required = schema["required"].as_array().cloned().unwrap_or_default();
            for field in required.iter().filter_map(Value::as_str) {
                let mut body: Map<String, Value> = good.as_object().unwrap().clone();
                body.remove(field);
                bad(&Value::Object(body)).await;
            }
            for (field, value) in good.as_object().unwrap() {
                let wrong = if value.is_boolean() { json!("x") } else { json!(true) };
                bad(&with(field, wrong)).await;
                bad(&with(field, json!({ "a": [1] }))).await;
                if value.is_string() {
                    let long = with(field, json!("长".repeat(5_000)));
                    world.refused(operation, token, &path, Some(&long), &[]).await;
                    bad(&with(field, json!("a\u{0}b"))).await;
                }
                if value.is_i64() {
                    bad(&with(field, json!(1e300))).await;
                    bad(&with(field, json!(1.5))).await;
                }
            }
            let huge = json!({ "x": "x".repeat(300 * 1024) });
            world.refused(operation, token, &path, Some(&huge), &["payload_too_large"]).await;
            for raw in ["", "{", "{\"a\":}", "\u{feff}{}", "{\"id\":\"\\ud800\"}", &"[".repeat(2_000)] {
                let request =
                    world.server.request(&operation.method, &path).header("content-type", "application/json");
                let request = match token {
                    Some(token) => request.bearer_auth(token),
                    None => request,
                };
                let answer = world.server.send(request.body(raw.to_owned())).await;
                assert_eq!(answer.code(), "invalid_request", "{} {raw:?}", operation.name());
            }
        }
        assert_eq!(world.stored().await, before);
        world.server.end().await;
    }
}
