//! Who is listening, and the fan-out to them.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use tokio::sync::mpsc;
use zhitu_contract::events::LiveEvent;
use zhitu_domain::id::{AccountId, CompanyId, SessionId};

/// Events that may wait for one slow link; a link that falls further behind is cut, and its device fetches by
/// number what it missed when it comes back.
const QUEUE: usize = 256;

/// The open links of this process.
#[derive(Debug, Default)]
pub struct Hub {
    links: Mutex<HashMap<u64, Link>>,
    next: AtomicU64,
}

#[derive(Debug)]
struct Link {
    account: AccountId,
    session: SessionId,
    /// The company that the account is registered with; whether it may hear is asked for each event.
    company: Option<CompanyId>,
    /// One of the staff's; whether it may hear is asked for each event.
    staff: bool,
    events: mpsc::Sender<LiveEvent>,
}

/// A registered link's end of the hub. Dropping it takes the link out.
#[derive(Debug)]
pub struct Listener<'a> {
    hub: &'a Hub,
    number: u64,
    /// The events; ends when the link was cut.
    pub events: mpsc::Receiver<LiveEvent>,
}

impl Drop for Listener<'_> {
    fn drop(&mut self) {
        self.hub.links().remove(&self.number);
    }
}

impl Hub {
    /// Registers a link.
    pub fn listen(&self, account: AccountId, session: SessionId) -> Listener<'_> {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        let (sender, events) = mpsc::channel(QUEUE);
        self.links().insert(number, Link { account, session, company: None, staff: false, events: sender });
        Listener { hub: self, number, events }
    }

    /// Notes that an account is registered with another company now.
    pub fn company_set(&self, account: AccountId, company: CompanyId) {
        for link in self.links().values_mut().filter(|link| link.account == account) {
            link.company = Some(company);
        }
    }

    /// Notes that an account is one of the staff's.
    pub fn staff_set(&self, account: AccountId) {
        for link in self.links().values_mut().filter(|link| link.account == account) {
            link.staff = true;
        }
    }

    /// Tells all links of an account.
    pub fn tell_account(&self, account: AccountId, event: &LiveEvent) {
        self.tell(event, |link| link.account == account);
    }

    /// Tells the links of a session.
    pub fn tell_session(&self, session: SessionId, event: &LiveEvent) {
        self.tell(event, |link| link.session == session);
    }

    /// Sessions of the staff's that listen.
    pub fn staff_listeners(&self) -> Vec<(AccountId, SessionId)> {
        let mut sessions: Vec<(AccountId, SessionId)> = self
            .links()
            .values()
            .filter(|link| link.staff)
            .map(|link| (link.account, link.session))
            .collect();
        sessions.sort_unstable();
        sessions.dedup();
        sessions
    }

    /// Accounts that listen on a company's behalf.
    pub fn company_listeners(&self, company: CompanyId) -> Vec<AccountId> {
        let mut accounts: Vec<AccountId> = self
            .links()
            .values()
            .filter(|link| link.company == Some(company))
            .map(|link| link.account)
            .collect();
        accounts.sort_unstable();
        accounts.dedup();
        accounts
    }

    /// Tells the links of a session that it ended, and cuts them.
    pub fn end_session(&self, session: SessionId) {
        self.tell_session(session, &LiveEvent::SessionEnded);
        self.links().retain(|_, link| link.session != session);
    }

    /// How many links are open.
    pub fn len(&self) -> usize {
        self.links().len()
    }

    /// Whether nobody listens.
    pub fn is_empty(&self) -> bool {
        self.links().is_empty()
    }

    fn tell(&self, event: &LiveEvent, to: impl Fn(&Link) -> bool) {
        // A full queue or a closed one: the link goes, its device asks by number when it is back.
        self.links().retain(|_, link| !to(link) || link.events.try_send(event.clone()).is_ok());
    }

    fn links(&self) -> MutexGuard<'_, HashMap<u64, Link>> {
        // Every change is one call on the map, so a panic elsewhere leaves nothing half done.
        self.links.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn key(number: u128) -> Uuid {
        Uuid::from_u128(number)
    }

    fn read(seq: u32) -> LiveEvent {
        LiveEvent::Read {
            conversation: zhitu_domain::id::ConversationId(key(9)),
            side: zhitu_domain::chat::Side::Seeker,
            seq,
        }
    }

    #[test]
    fn an_event_reaches_all_links_of_its_account_and_no_other() {
        let hub = Hub::default();
        let mut phone = hub.listen(AccountId(key(1)), SessionId(key(11)));
        let mut desk = hub.listen(AccountId(key(1)), SessionId(key(12)));
        let mut other = hub.listen(AccountId(key(2)), SessionId(key(13)));
        hub.tell_account(AccountId(key(1)), &read(1));
        assert_eq!(phone.events.try_recv(), Ok(read(1)));
        assert_eq!(desk.events.try_recv(), Ok(read(1)));
        assert!(other.events.try_recv().is_err());
    }

    #[test]
    fn a_link_that_does_not_read_is_cut_and_the_others_go_on() {
        let hub = Hub::default();
        let slow = hub.listen(AccountId(key(1)), SessionId(key(11)));
        for seq in 0..=u32::try_from(QUEUE).unwrap() {
            hub.tell_account(AccountId(key(1)), &read(seq));
        }
        assert!(hub.is_empty());
        drop(slow);
        let mut back = hub.listen(AccountId(key(1)), SessionId(key(11)));
        hub.tell_account(AccountId(key(1)), &read(7));
        assert_eq!(back.events.try_recv(), Ok(read(7)));
    }

    #[tokio::test]
    async fn an_ended_session_is_told_and_cut() {
        let hub = Hub::default();
        let mut ended = hub.listen(AccountId(key(1)), SessionId(key(11)));
        let _other = hub.listen(AccountId(key(1)), SessionId(key(12)));
        hub.end_session(SessionId(key(11)));
        assert_eq!(ended.events.recv().await, Some(LiveEvent::SessionEnded));
        assert_eq!(ended.events.recv().await, None);
        assert_eq!(hub.len(), 1);
    }

    #[test]
    fn an_account_that_registers_listens_on_its_companys_behalf_over_the_link_it_has() {
        let hub = Hub::default();
        let _link = hub.listen(AccountId(key(1)), SessionId(key(11)));
        let _other = hub.listen(AccountId(key(2)), SessionId(key(12)));
        hub.company_set(AccountId(key(1)), CompanyId(key(5)));
        assert_eq!(hub.company_listeners(CompanyId(key(5))), [AccountId(key(1))]);
        hub.company_set(AccountId(key(1)), CompanyId(key(6)));
        assert!(hub.company_listeners(CompanyId(key(5))).is_empty());
    }

    #[test]
    fn staff_listen_by_their_sessions_and_each_is_told_for_itself() {
        let hub = Hub::default();
        let mut desk = hub.listen(AccountId(key(1)), SessionId(key(11)));
        let mut phone = hub.listen(AccountId(key(1)), SessionId(key(12)));
        let _other = hub.listen(AccountId(key(2)), SessionId(key(13)));
        hub.staff_set(AccountId(key(1)));
        let sessions = [11, 12].map(|session| (AccountId(key(1)), SessionId(key(session))));
        assert_eq!(hub.staff_listeners(), sessions);
        hub.tell_session(SessionId(key(11)), &read(1));
        assert_eq!(desk.events.try_recv(), Ok(read(1)));
        assert!(phone.events.try_recv().is_err());
    }

    #[test]
    fn a_dropped_listener_is_forgotten() {
        let hub = Hub::default();
        drop(hub.listen(AccountId(key(1)), SessionId(key(11))));
        assert!(hub.is_empty());
    }
}
