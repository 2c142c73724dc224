//! A server in memory behind a network that tests can break.

use crate::market::Market;
use async_trait::async_trait;
use serde_json::Value;
use std::sync::{Mutex, MutexGuard, PoisonError};
use tokio::sync::mpsc;
use zhitu_contract::auth::{Account, Sensitive};
use zhitu_contract::chat::Message;
use zhitu_contract::events::LiveEvent;
use zhitu_contract::jobs::JobCard;
use zhitu_contract::resume::ResumeResponse;
use zhitu_contract::visibility::Look;
use zhitu_contract::{Error, ErrorCode, Result};
use zhitu_core::ports::{ApiRequest, LiveLink, Method, ServerApi};
use zhitu_domain::chat::Side;
use zhitu_domain::id::{AccountId, ConversationId, JobId};
use zhitu_domain::resume::ResumeContent;

/// Answers as the platform does, for the routes that tests of the device need; others are `not_found`.
#[derive(Default)]
pub struct FakeServer {
    market: Mutex<Market>,
    network: Mutex<Network>,
}

#[derive(Default)]
struct Network {
    unreachable: bool,
    faults: Vec<Fault>,
    log: Vec<ApiRequest>,
    links: Vec<(AccountId, mpsc::UnboundedSender<LiveEvent>)>,
    events_to_lose: u32,
}

struct Fault {
    method: Method,
    path: String,
    kind: FaultKind,
}

enum FaultKind {
    RequestLost,
    AnswerLost,
    Refused(ErrorCode),
}

impl FakeServer {
    fn market(&self) -> MutexGuard<'_, Market> {
        self.market.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn network(&self) -> MutexGuard<'_, Network> {
        self.network.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Cuts the network or joins it again. Live links are lost.
    pub fn set_reachable(&self, reachable: bool) {
        let mut network = self.network();
        network.unreachable = !reachable;
        network.links.clear();
    }

    /// Cuts the live links only.
    pub fn cut_links(&self) {
        self.network().links.clear();
    }

    /// How many live links are open.
    pub fn links(&self) -> usize {
        self.network().links.iter().filter(|(_, link)| !link.is_closed()).count()
    }

    /// The next request whose path contains `path` does not arrive.
    pub fn lose_request(&self, method: Method, path: &str) {
        self.network().faults.push(Fault { method, path: path.to_owned(), kind: FaultKind::RequestLost });
    }

    /// The next request whose path contains `path` is carried out, and its answer does not arrive.
    pub fn lose_answer(&self, method: Method, path: &str) {
        self.network().faults.push(Fault { method, path: path.to_owned(), kind: FaultKind::AnswerLost });
    }

    /// The next request whose path contains `path` is refused.
    pub fn refuse(&self, method: Method, path: &str, code: ErrorCode) {
        self.network().faults.push(Fault { method, path: path.to_owned(), kind: FaultKind::Refused(code) });
    }

    /// The next live event goes nowhere.
    pub fn lose_event(&self) {
        self.network().events_to_lose += 1;
    }

    /// All requests that were sent, also those that did not arrive.
    pub fn requests(&self) -> Vec<ApiRequest> {
        self.network().log.clone()
    }

    /// The account of a phone number (E.164), made if there is none.
    pub fn account(&self, phone: &str) -> Account {
        self.market().account(phone).0
    }

    /// Changes an account, as the operator does.
    pub fn account_change(&self, phone: &str, change: impl FnOnce(&mut Account)) {
        self.market().account_change(phone, change);
    }

    /// Ends all sessions of an account, as another of its devices does; the link says so when `tells`.
    pub fn end_sessions(&self, account: AccountId, tells: bool) {
        self.market().end_sessions(account);
        if tells {
            self.tell(account, &LiveEvent::SessionEnded);
        }
    }

    /// Puts the policy's version in force.
    pub fn policy_put(&self, version: &str) {
        version.clone_into(&mut self.market().policy);
    }

    /// Adds a job that searches find.
    pub fn job_add(&self, card: JobCard) {
        self.market().jobs.push(card);
    }

    /// Takes a posting away.
    pub fn job_remove(&self, job: JobId) {
        self.market().jobs.retain(|card| card.id != job);
    }

    /// The account's résumé.
    pub fn resume(&self, account: AccountId) -> ResumeResponse {
        self.market().resume(account)
    }

    /// Saves a résumé, as another device of the account does.
    pub fn resume_change(&self, account: AccountId, change: impl FnOnce(&mut ResumeContent)) {
        self.market().resume_change(account, change);
    }

    /// Opens a conversation of two accounts.
    pub fn conversation_add(&self, seeker: AccountId, company: AccountId) -> ConversationId {
        self.market().talks.open(seeker, company)
    }

    /// One side of a conversation writes, from elsewhere.
    pub fn say(&self, conversation: ConversationId, from: Side, text: &str) {
        let told = self.market().talks.say(conversation, from, text);
        self.tell_all(told);
    }

    /// One side of a conversation has read all, elsewhere.
    pub fn read_all(&self, conversation: ConversationId, side: Side) {
        let told = self.market().talks.read(conversation, side, u32::MAX);
        self.tell_all(told);
    }

    /// A conversation's messages.
    pub fn messages(&self, conversation: ConversationId) -> Vec<Message> {
        self.market().talks.messages(conversation)
    }

    /// Somebody looks at an account's résumé.
    pub fn look_add(&self, account: AccountId, look: &Look) {
        self.market().visibility.look_add(account, look.clone());
        self.tell(account, &LiveEvent::Look { look: look.clone() });
    }

    fn tell_all(&self, told: Vec<(AccountId, LiveEvent)>) {
        for (account, event) in told {
            self.tell(account, &event);
        }
    }

    fn tell(&self, account: AccountId, event: &LiveEvent) {
        let mut network = self.network();
        if network.events_to_lose > 0 {
            network.events_to_lose -= 1;
            return;
        }
        network.links.retain(|(to, link)| *to != account || link.send(event.clone()).is_ok());
    }
}

#[async_trait]
impl ServerApi for FakeServer {
    async fn send(&self, request: ApiRequest) -> Result<Value> {
        // A network takes time: others run meanwhile.
        tokio::task::yield_now().await;
        let fault = {
            let mut network = self.network();
            network.log.push(request.clone());
            if network.unreachable {
                return Err(Error::new(ErrorCode::Offline).detail(serde_json::json!({ "unsent": true })));
            }
            let at = network
                .faults
                .iter()
                .position(|fault| fault.method == request.method && request.path.contains(&fault.path));
            at.map(|at| network.faults.remove(at).kind)
        };
        match fault {
            Some(FaultKind::RequestLost) => return Err(ErrorCode::Offline.into()),
            Some(FaultKind::Refused(code)) => return Err(code.into()),
            Some(FaultKind::AnswerLost) | None => {}
        }
        let (answer, told) = self.market().answer(&request);
        self.tell_all(told);
        tokio::task::yield_now().await;
        if matches!(fault, Some(FaultKind::AnswerLost)) || self.network().unreachable {
            return Err(ErrorCode::Offline.into());
        }
        answer
    }

    async fn live(&self, access_token: &Sensitive) -> Result<Box<dyn LiveLink>> {
        tokio::task::yield_now().await;
        let account = self.market().who(Some(access_token))?;
        let mut network = self.network();
        if network.unreachable {
            return Err(ErrorCode::Offline.into());
        }
        let (link, events) = mpsc::unbounded_channel();
        network.links.push((account, link));
        Ok(Box::new(MemoryLink(events)))
    }
}

struct MemoryLink(mpsc::UnboundedReceiver<LiveEvent>);

#[async_trait]
impl LiveLink for MemoryLink {
    async fn next(&mut self) -> Option<LiveEvent> {
        self.0.recv().await
    }
}
