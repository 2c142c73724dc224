//! Random histories: what the server would hold, changed act by act, against the log.

use crate::dice::Dice;
use crate::log::{ACCOUNTS, COMPANIES, Event, Log, asker_of, company_of, is_verified};
use crate::transcription::Row;
use uuid::Uuid;
use zhitu_domain::contact::{
    ContactAnswer, ContactAsker, ContactItem, ContactItems, ContactRequest, Retracted, handed_over,
};
use zhitu_domain::id::{AccountId, ApplicationId, CompanyId, ContactRequestId, IntroductionId};
use zhitu_domain::introduction::{Introduced, Link, Opener};
use zhitu_domain::resume::visibility::{
    Access, Action, Dealings, Relation, Viewer, Viewing, VisibilitySetting, decide,
};
use zhitu_domain::time::Timestamp;

const HISTORIES: u64 = 100_000;
const ACTS: usize = 16;
const HOUR: i64 = 3600;

fn key(number: usize) -> Uuid {
    Uuid::from_u128(number as u128 + 1)
}

fn company_id(company: usize) -> CompanyId {
    CompanyId(key(company))
}

fn asker(number: usize) -> ContactAsker {
    if number == COMPANIES {
        ContactAsker::Platform
    } else {
        ContactAsker::Company { company: company_id(number) }
    }
}

fn application_id(application: usize) -> ApplicationId {
    ApplicationId(key(application))
}

/// What is kept of a seeker.
#[derive(Default)]
struct Held {
    setting: VisibilitySetting,
    account_closed: bool,
    dealings: [Dealings; COMPANIES],
    /// The request's number is its place.
    requests: Vec<ContactRequest>,
    links: Vec<Link>,
}

impl Held {
    fn viewing(&self, account: usize) -> Viewing {
        let viewer = match account {
            6 | 7 => Viewer::Seeker,
            8 => Viewer::Staff,
            _ => Viewer::Recruiter { verified: is_verified(account) },
        };
        let nobody = Dealings::default();
        let dealings = company_of(account).map_or(&nobody, |company| &self.dealings[company]);
        dealings.viewing(viewer, self.account_closed, false)
    }

    fn access(&self, account: usize) -> Access {
        decide(self.setting, self.viewing(account).relation())
    }

    fn open(&mut self, link: usize, account: usize, now: Timestamp) -> bool {
        let who = Opener {
            account: AccountId(key(account)),
            company: company_of(account).map(company_id),
            is_seeker: false,
            viewing: self.viewing(account),
        };
        let opened = self.links[link].open(now, &who);
        let view = Access::nothing().with(Action::View, true);
        assert!(opened.is_err() || opened == Ok(view), "S-SHR-01: as a view, and no channel");
        opened.is_ok()
    }
}

fn row(access: Access) -> Row {
    std::array::from_fn(|at| access.allows(Action::ALL[at]))
}

/// How often each kind of situation came up: a rule that is never put to the test is not tested.
#[derive(Default, Debug)]
struct Reached {
    relations: [u32; 8],
    refused_by_block: u32,
    snapshot_stays: u32,
    talks_in_spite: u32,
    granted: u32,
    hidden: u32,
    unanswerable: u32,
    opened: u32,
    dead: u32,
}

struct Story {
    dice: Dice,
    held: Held,
    log: Log,
    now: i64,
}

impl Story {
    fn act(&mut self, reached: &mut Reached) {
        let company = self.dice.roll(COMPANIES);
        let application = 2 * company + self.dice.roll(2);
        let now = Timestamp(0).plus_seconds(self.now);
        let is_blocked = self.log.blocked_since(company).is_some();
        match self.dice.roll(20) {
            0 | 1 => {
                self.held.setting = self.dice.of(VisibilitySetting::ALL);
                self.log.0.push(Event::Chosen(self.held.setting));
            }
            2 | 3 => {
                let left = self.held.dealings[company].block();
                self.log.0.push(Event::Blocked(company));
                let asked_about: Vec<ApplicationId> = (2 * company..2 * company + 2)
                    .filter(|application| self.log.is_live(company, *application))
                    .map(application_id)
                    .collect();
                assert_eq!(left, asked_about, "D5");
            }
            4 => {
                self.held.dealings[company].unblock();
                self.log.0.push(Event::Unblocked(company));
            }
            5..=7 => {
                let despite = self.dice.roll(2) == 0;
                let sent = self.held.dealings[company].apply(application_id(application), despite);
                let before = self.log.0.contains(&Event::Applied { company, application });
                assert_eq!(sent.is_ok(), before || !is_blocked || despite, "D5");
                reached.refused_by_block += u32::from(sent.is_err());
                if sent.is_ok() {
                    self.log.0.push(Event::Applied { company, application });
                }
            }
            8 => {
                self.held.dealings[company].withdraw(application_id(application));
                // Before it is sent there is nothing to take back.
                if self.log.0.contains(&Event::Applied { company, application }) {
                    self.log.0.push(Event::Withdrawn { application });
                }
            }
            9 | 10 => {
                let opened = self.held.dealings[company].open_conversation();
                assert_eq!(opened.is_ok(), !is_blocked, "S-CHAT-01");
                if opened.is_ok() {
                    self.log.0.push(Event::Opened(company));
                }
            }
            11 => {
                self.held.dealings[company].close_conversation();
                self.log.0.push(Event::Closed(company));
            }
            12 | 13 => self.ask(now),
            14 | 15 => self.answer(now, reached),
            16 => self.take_back(now),
            17 => self.link(company, now),
            18 => self.open_or_revoke(now, reached),
            _ => {
                if self.dice.roll(8) == 0 {
                    self.held.account_closed = true;
                    self.log.0.push(Event::AccountClosed);
                }
            }
        }
    }

    fn some_items(&mut self) -> ContactItems {
        let phone = self.dice.of(&[None, Some(ContactItem::Phone)]);
        let email = self.dice.of(&[None, Some(ContactItem::Email)]);
        phone.into_iter().chain(email).collect()
    }

    /// The first recruiter of each company is verified and does the asking, or the platform's staff do.
    fn ask(&mut self, now: Timestamp) {
        let account = 2 * self.dice.roll(COMPANIES + 1);
        let account = if account == 2 * COMPANIES { 8 } else { account };
        let number = asker_of(account).expect("those who ask ask for somebody");
        let (request, items) = (self.held.requests.len(), self.some_items());
        let asked = ContactRequest::ask(
            ContactRequestId(key(request)),
            (asker(number), AccountId(key(account))),
            "想约个时间聊聊",
            items.clone(),
            now,
            self.held.access(account),
        );
        assert_eq!(asked.is_ok(), !items.is_empty() && self.log.may_ask(account), "D7");
        let Ok(asked) = asked else { return };
        for other in &mut self.held.requests {
            if other.asker == asked.asker {
                other.supersede(now);
            }
        }
        self.held.requests.push(asked);
        self.log.0.push(Event::Asked { asker: number, request, items });
    }

    fn answer(&mut self, now: Timestamp, reached: &mut Reached) {
        if self.held.requests.is_empty() {
            return;
        }
        let request = self.dice.roll(self.held.requests.len());
        let answer = match self.dice.roll(6) {
            0 => ContactAnswer::Refuse,
            1 => ContactAnswer::Later,
            2 => ContactAnswer::Ignore,
            _ => ContactAnswer::Grant { items: self.some_items() },
        };
        let is_possible = match &answer {
            ContactAnswer::Grant { items } => {
                !items.is_empty() && items.is_subset(&self.held.requests[request].wanted)
            }
            _ => true,
        };
        let answered = self.held.requests[request].answer(answer.clone(), now);
        assert_eq!(answered.is_ok(), is_possible && self.log.is_open(request), "{answered:?}");
        reached.unanswerable += u32::from(answered.is_err());
        if answered.is_ok() {
            self.log.0.push(Event::Answered { request, answer });
        }
    }

    fn take_back(&mut self, now: Timestamp) {
        if self.held.requests.is_empty() {
            return;
        }
        let request = self.dice.roll(self.held.requests.len());
        if self.dice.roll(2) == 0 {
            let withdrawn = self.held.requests[request].withdraw(now);
            assert_eq!(withdrawn.is_ok(), self.log.is_granted(request), "D6");
            if withdrawn.is_ok() {
                self.log.0.push(Event::ConsentWithdrawn { request });
            }
        } else {
            let retracted = self.held.requests[request].retract(now);
            assert_eq!(retracted == Retracted::Now, self.log.is_open(request));
            if retracted == Retracted::Now {
                self.log.0.push(Event::Retracted { request });
            }
        }
    }

    fn link(&mut self, company: usize, now: Timestamp) {
        let (link, hours, openings) =
            (self.held.links.len(), self.dice.of(&[1, 20, 200]), 1 + self.dice.roll(3));
        let company = self.dice.of(&[None, Some(company)]);
        let introduced = match company {
            Some(company) => Introduced::Company { company: company_id(company) },
            None => Introduced::Person { account: None },
        };
        let (until, most) = (self.now + hours * HOUR, u32::try_from(openings).unwrap_or_default());
        let expires_at = now.plus_seconds(hours * HOUR);
        let made = Link::new(IntroductionId(key(link)), introduced, now, expires_at, most);
        self.held.links.push(made.expect("it is within bounds"));
        self.log.0.push(Event::Linked { link, company, until, openings });
    }

    fn open_or_revoke(&mut self, now: Timestamp, reached: &mut Reached) {
        if self.held.links.is_empty() {
            return;
        }
        let link = self.dice.roll(self.held.links.len());
        if self.dice.roll(4) == 0 {
            self.held.links[link].revoke(now);
            self.log.0.push(Event::Revoked { link });
            return;
        }
        for _ in 0..3 {
            let account = self.dice.roll(ACCOUNTS);
            let expected = self.log.opens(link, account, self.now);
            assert_eq!(self.held.open(link, account, now), expected, "link {link} for account {account}");
            if expected {
                self.log.0.push(Event::LinkOpened { link, account });
                reached.opened += 1;
            } else {
                reached.dead += 1;
            }
        }
    }

    /// All that one account can ask.
    fn compare(&mut self, reached: &mut Reached) {
        let account = self.dice.roll(ACCOUNTS);
        let viewing = self.held.viewing(account);
        let relation = viewing.relation();
        assert_eq!(relation, self.log.relation(account), "account {account}");
        reached.relations[relation as usize] += 1;
        let access = self.held.access(account);
        assert_eq!(row(access), self.log.row(account), "{relation:?}");
        self.compare_contact(account, access, reached);
        let Some(company) = company_of(account) else { return };
        for application in [2 * company, 2 * company + 1] {
            let sent = self.held.dealings[company].sent(application_id(application));
            let access = sent.map_or(Access::nothing(), |sent| sent.access(self.held.setting, relation));
            assert_eq!(row(access), self.log.row_of(account, application), "application {application}");
            if relation == Relation::Blocked && !access.is_nothing() {
                reached.snapshot_stays += 1;
                reached.talks_in_spite += u32::from(access.allows(Action::Message));
            }
        }
    }

    fn compare_contact(&self, account: usize, access: Access, reached: &mut Reached) {
        let Some(number) = asker_of(account) else { return };
        let seen = handed_over(&self.held.requests, asker(number), access);
        let seen: Vec<ContactItem> = seen.into_iter().collect();
        assert_eq!(seen, self.log.sees(account), "D6: account {account}");
        reached.granted += u32::from(!seen.is_empty());
        for (request, one) in self.held.requests.iter().enumerate() {
            if one.asker == asker(number) {
                assert_eq!(one.outcome(access), self.log.outcome(account, request), "S-VIS-06");
                reached.hidden += u32::from(seen.is_empty() && self.log.is_granted(request));
            }
        }
    }
}

fn play(history: u64, reached: &mut Reached) {
    let mut story = Story { dice: Dice(history), held: Held::default(), log: Log::default(), now: 0 };
    for _ in 0..ACTS {
        story.now += story.dice.of(&[0, 60, HOUR, 30 * HOUR]);
        story.act(reached);
        story.compare(reached);
    }
}

/// S-VIS-01 to S-VIS-08, D5, D6, S-SHR-01 in 100,000 histories of settings, blocks, applications, conversations,
/// consents, links and closed accounts, with several companies.
#[test]
fn what_is_held_answers_as_the_whole_history_does() {
    let mut reached = Reached::default();
    for history in 0..HISTORIES {
        let played = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| play(history, &mut reached)));
        assert!(played.is_ok(), "in history {history}");
    }
    let Reached {
        refused_by_block,
        snapshot_stays,
        talks_in_spite,
        granted,
        hidden,
        unanswerable,
        opened,
        dead,
        ..
    } = reached;
    let counts =
        [refused_by_block, snapshot_stays, talks_in_spite, granted, hidden, unanswerable, opened, dead];
    assert!(counts.iter().chain(&reached.relations).all(|count| *count > 1_000), "{reached:?}");
}
