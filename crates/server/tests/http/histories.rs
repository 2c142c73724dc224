//! Random histories of one seeker, two companies and the platform's staff, lived through HTTP, against a naive reading:
//! a log of what took effect, which every question goes through from the beginning. I1 to I4
//!
//! Some are lived with all other tests. `cargo xtask fuzz histories --runs N` lives as many as it is told.

use crate::support::{CANARY_EMAIL, CANARY_PHONE, Person, Server};
use serde_json::{Value, json};
use zhitu_domain::id::AccountId;
use zhitu_domain::resume::visibility::{Access, Action, Relation, VisibilitySetting, decide};

const ACTS: usize = 24;
const NAMES: [&str; 2] = ["招人科技", "收到科技"];

/// SplitMix64: a history's number is all that is needed to live it again.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % sides as u64).unwrap()
    }
}

/// What took effect; numbers are companies.
#[derive(Debug, Clone, PartialEq)]
enum Event {
    Chosen(VisibilitySetting),
    Blocked(usize),
    Unblocked(usize),
    Applied(usize),
    Withdrawn(usize),
    Talked(usize),
    Ended(usize),
    Asked(usize, String),
    Granted(String),
    Refused(String),
    TakenBack(String),
    Looked,
}

/// All that happened, in order.
#[derive(Debug, Default)]
struct Log(Vec<Event>);

impl Log {
    fn last(&self, what: &Event) -> Option<usize> {
        self.0.iter().rposition(|event| event == what)
    }

    fn setting(&self) -> VisibilitySetting {
        let chosen = |event: &Event| if let Event::Chosen(setting) = event { Some(*setting) } else { None };
        self.0.iter().rev().find_map(chosen).unwrap_or_default()
    }

    fn blocked(&self, company: usize) -> bool {
        self.last(&Event::Blocked(company)) > self.last(&Event::Unblocked(company))
    }

    fn live(&self, company: usize) -> bool {
        self.last(&Event::Applied(company)) > self.last(&Event::Withdrawn(company))
    }

    /// Of a blocked company: it has an application that was sent in spite of this block (D5).
    fn despite(&self, company: usize) -> bool {
        self.live(company) && self.last(&Event::Applied(company)) > self.last(&Event::Blocked(company))
    }

    fn in_contact(&self, company: usize) -> bool {
        let ended = self.last(&Event::Blocked(company)).max(self.last(&Event::Ended(company)));
        self.last(&Event::Talked(company)) > ended
    }

    /// Of a company; of the staff, who have none.
    fn relation(&self, company: Option<usize>) -> Relation {
        match company {
            None => Relation::Platform,
            Some(company) if self.blocked(company) => Relation::Blocked,
            Some(company) if self.live(company) => Relation::Applied,
            Some(company) if self.in_contact(company) => Relation::InContact,
            Some(_) => Relation::Employer,
        }
    }

    fn access(&self, company: Option<usize>) -> Access {
        decide(self.setting(), self.relation(company))
    }

    /// The requests of a company that the seeker can still answer: the latest, while it is not decided.
    fn open(&self, company: usize) -> Option<String> {
        let latest = self.0.iter().rev().find_map(|event| match event {
            Event::Asked(asker, request) if *asker == company => Some(request.clone()),
            _ => None,
        })?;
        let decided = [Event::Granted(latest.clone()), Event::Refused(latest.clone())];
        (!self.0.iter().any(|event| decided.contains(event))).then_some(latest)
    }

    /// The requests of a company that were granted and not taken back.
    fn granted(&self, company: usize) -> Vec<String> {
        let asked = self.0.iter().filter_map(|event| match event {
            Event::Asked(asker, request) if *asker == company => Some(request.clone()),
            _ => None,
        });
        asked
            .filter(|one| self.0.contains(&Event::Granted(one.clone())))
            .filter(|one| !self.0.contains(&Event::TakenBack(one.clone())))
            .collect()
    }
}

/// A company of the story.
struct Company {
    recruiter: Person,
    job: String,
    application: Option<String>,
    talk: Option<Value>,
}

struct Story<'a> {
    server: &'a Server,
    seeker: Person,
    resume: String,
    companies: Vec<Company>,
    staff: Person,
    staff_talk: Option<Value>,
    log: Log,
    dice: Dice,
}

impl<'a> Story<'a> {
    /// The people of a server; they stay when the seeker changes.
    async fn people(server: &'a Server) -> (Vec<Company>, Person) {
        let mut companies = Vec::new();
        for (number, name) in NAMES.iter().enumerate() {
            let recruiter =
                server.recruiter(&format!("1380013800{number}"), &format!("{name}有限公司")).await;
            let job = server.job(&recruiter, "后端工程师").await;
            companies.push(Company { recruiter, job, application: None, talk: None });
        }
        (companies, server.staff("13700137000").await)
    }

    async fn act(&mut self) {
        let (server, seeker) = (self.server, self.seeker.clone());
        let number = self.dice.roll(2);
        match self.dice.roll(13) {
            0 | 1 => {
                let setting = VisibilitySetting::ALL[self.dice.roll(5)];
                server.choose(&seeker, setting).await;
                self.log.0.push(Event::Chosen(setting));
            }
            2 => {
                if !self.log.blocked(number) {
                    server.block(&seeker, NAMES[number]).await;
                    self.log.0.push(Event::Blocked(number));
                }
            }
            3 => self.unblock(number).await,
            4 | 5 => self.apply(number).await,
            6 => {
                if let Some(application) = self.companies[number].application.clone()
                    && self.log.live(number)
                {
                    let path = format!("/api/applications/{application}/withdraw");
                    server.post(&seeker, &path, &json!({})).await.ok();
                    self.log.0.push(Event::Withdrawn(number));
                }
            }
            7 => {
                let open = json!({ "about": "job", "job": self.companies[number].job });
                let opened = server.post(&seeker, "/api/conversations", &open).await;
                let company = &mut self.companies[number];
                if !self.log.blocked(number) {
                    company.talk = Some(opened.ok()["id"].clone());
                    self.log.0.push(Event::Talked(number));
                } else if company.talk.is_none() && self.log.despite(number) {
                    // About what was sent in spite of the block it is talked about; nothing else follows from that.
                    company.talk = Some(opened.ok()["id"].clone());
                } else if company.talk.is_none() {
                    assert_eq!(opened.code(), "company_blocked");
                }
            }
            8 => self.company_writes_first(number).await,
            9 => self.ask(number).await,
            10 => {
                if let Some(talk) = self.companies[number].talk.clone() {
                    let path = format!("/api/conversations/{}/ended", talk.as_str().unwrap());
                    let body = json!({ "ended": true });
                    server.ask("PUT", &path, Some(&seeker.token), Some(&body)).await.ok();
                    self.log.0.push(Event::Ended(number));
                }
            }
            11 => {
                if let Some(request) = self.log.open(number) {
                    let grants = self.dice.roll(3) > 0;
                    let grant = json!({ "answer": { "kind": "grant", "items": ["phone"] } });
                    let body = if grants { grant } else { json!({ "answer": { "kind": "refuse" } }) };
                    let path = format!("/api/contact-requests/{request}/answer");
                    server.ask("PUT", &path, Some(&seeker.token), Some(&body)).await.ok();
                    self.log.0.push(if grants { Event::Granted(request) } else { Event::Refused(request) });
                }
            }
            _ => {
                if let Some(request) = self.log.granted(number).pop() {
                    let path = format!("/api/contact-requests/{request}/withdraw");
                    server.post(&seeker, &path, &json!({})).await.ok();
                    self.log.0.push(Event::TakenBack(request));
                }
            }
        }
    }

    async fn unblock(&mut self, number: usize) {
        if !self.log.blocked(number) {
            return;
        }
        let view = self.server.get(&self.seeker, "/api/visibility").await.ok();
        // The server says the name of a company that it knows.
        let mut blocks = view["blocks"].as_array().unwrap().iter();
        let block =
            blocks.find(|block| block["company"]["name"].as_str().unwrap().starts_with(NAMES[number]));
        let path = format!("/api/visibility/blocks/{}", block.unwrap()["id"].as_str().unwrap());
        self.server.ask("DELETE", &path, Some(&self.seeker.token), None).await.ok();
        self.log.0.push(Event::Unblocked(number));
    }

    async fn apply(&mut self, number: usize) {
        let despite = self.dice.roll(2) == 0;
        let body =
            json!({ "job": self.companies[number].job, "resume_version": 1, "despite_block": despite });
        let sent = self.server.post(&self.seeker, "/api/applications", &body).await;
        if self.log.blocked(number) && !despite && !self.log.live(number) {
            assert_eq!(sent.code(), "company_blocked");
            return;
        }
        let id = sent.ok()["id"].as_str().unwrap().to_owned();
        if self.log.live(number) {
            assert_eq!(
                self.companies[number].application.as_ref(),
                Some(&id),
                "applying twice is one application"
            );
            return;
        }
        self.companies[number].application = Some(id);
        self.log.0.push(Event::Applied(number));
    }

    /// The company writes to whom it found, and the seeker answers or not.
    async fn company_writes_first(&mut self, number: usize) {
        let company = &self.companies[number];
        let open = json!({ "about": "resume", "resume": self.resume, "job": company.job });
        let opened = self.server.post(&company.recruiter, "/api/conversations", &open).await;
        if !self.log.access(Some(number)).allows(Action::Message) {
            assert_eq!(opened.code(), "not_found");
            return;
        }
        let talk = opened.ok()["id"].clone();
        // One that was ended stays so until the seeker begins it anew.
        let answered = self.dice.roll(2) == 0 && self.server.say(&self.seeker, &talk).await.status == 200;
        self.companies[number].talk = Some(talk);
        if answered {
            self.log.0.push(Event::Talked(number));
        }
    }

    async fn ask(&mut self, number: usize) {
        let path = format!("/api/recruiter/resumes/{}/contact-requests", self.resume);
        let id = self.server.new_id();
        let body = json!({ "id": id, "reason": "想约电话", "wanted": ["phone"] });
        let asked = self.server.post(&self.companies[number].recruiter, &path, &body).await;
        if self.log.access(Some(number)).allows(Action::AskContact) {
            asked.ok();
            self.log.0.push(Event::Asked(number, id));
        } else {
            assert_eq!(asked.code(), "not_found");
        }
    }

    /// Staff open their conversation with the seeker, and write in the one that they have.
    async fn staff_write(&mut self, may: bool) {
        let open = json!({ "about": "resume", "resume": self.resume, "job": null });
        let opened = self.server.post(&self.staff, "/api/conversations", &open).await;
        assert_eq!(opened.status, if may { 200 } else { 404 }, "{:?}", self.log);
        if may {
            self.staff_talk = Some(opened.ok()["id"].clone());
        }
        if let Some(talk) = &self.staff_talk {
            assert_eq!(self.server.say(&self.staff, talk).await.status == 200, may, "{:?}", self.log);
        }
    }

    /// What everybody gets now is what the log says.
    async fn check(&mut self) {
        self.server.indexed().await;
        let viewers: Vec<(Option<usize>, Person)> = self
            .companies
            .iter()
            .enumerate()
            .map(|(number, company)| (Some(number), company.recruiter.clone()))
            .chain([(None, self.staff.clone())])
            .collect();
        for (number, viewer) in viewers {
            let access = self.log.access(number);
            let told = format!("{number:?} {:?}", self.log);
            let found = self.server.search(&viewer).await.ok();
            // Whoever is not found is not counted; those of earlier histories are private.
            assert_eq!(found["total"], u32::from(access.allows(Action::Searchable)), "{told}");
            let opened = self.server.open(&viewer, &self.resume).await;
            assert_eq!(opened.status, if access.allows(Action::View) { 200 } else { 404 }, "{told}");
            let granted = number.is_some_and(|number| !self.log.granted(number).is_empty())
                && access.allows(Action::AskContact);
            let text = format!("{found} {}", opened.body);
            assert!(!text.contains(CANARY_EMAIL), "{told}");
            assert_eq!(text.contains(CANARY_PHONE), granted && opened.status == 200, "{told}");
            if opened.status == 200 {
                self.log.0.push(Event::Looked);
            }
            let Some(number) = number else {
                self.staff_write(access.allows(Action::Message)).await;
                continue;
            };
            let Some(application) = &self.companies[number].application else { continue };
            let path = format!("/api/recruiter/applications/{application}");
            let snapshot = self.server.get(&viewer, &path).await;
            assert!(!snapshot.body.to_string().contains(CANARY_PHONE), "{told}");
            let has = self.log.live(number);
            assert_eq!(snapshot.status == 200 && !snapshot.body["snapshot"].is_null(), has, "{told}");
            if snapshot.status == 200 {
                self.log.0.push(Event::Looked);
            }
        }
        let looks =
            self.server.running.app.store.looks_of(AccountId(self.seeker.account), None, 10_000).await;
        let looked = self.log.0.iter().filter(|event| **event == Event::Looked).count();
        assert_eq!(looks.unwrap().len(), looked, "each look is recorded: {:?}", self.log);
    }
}

/// Lives histories on each database; each has a seeker of its own.
async fn live(runs: u64, seed: u64) {
    // The tests' clock stands nearly still, so that a long run would use up what an address may ask for.
    for server in Server::each_with(|config| config.limits.requests_per_second = 1_000_000_000).await {
        let (mut companies, staff) = Story::people(&server).await;
        for run in 0..runs {
            let phone = format!("139{:08}", seed.wrapping_mul(100_000).wrapping_add(run) % 100_000_000);
            let seeker = server.seeker(&phone, "周予安").await;
            let resume = server.resume_of(&seeker).await;
            for company in &mut companies {
                (company.application, company.talk) = (None, None);
            }
            let (log, dice) = (Log::default(), Dice(seed.rotate_left(32) ^ run));
            let staff = staff.clone();
            let mut story =
                Story { server: &server, seeker, resume, companies, staff, staff_talk: None, log, dice };
            for _ in 0..ACTS {
                story.act().await;
                story.check().await;
            }
            server.choose(&story.seeker, VisibilitySetting::Private).await;
            companies = story.companies;
        }
        server.end().await;
    }
}

#[tokio::test]
async fn what_is_seen_is_what_the_log_says() {
    live(1, 1).await;
}

/// The long run: `ZHITU_HISTORIES` of them, 200 without it, from `ZHITU_SEED`.
#[tokio::test]
#[ignore = "takes as long as it is told: `cargo xtask fuzz histories`"]
async fn what_is_seen_is_what_the_log_says_in_the_long_run() {
    let number =
        |name: &str, otherwise: u64| std::env::var(name).map_or(otherwise, |text| text.parse().unwrap());
    live(number("ZHITU_HISTORIES", 200), number("ZHITU_SEED", 2)).await;
}
