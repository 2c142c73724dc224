//! The naive reading: all that happened, in order, and every question goes through the whole of it.

use crate::transcription::{Row, row};
use zhitu_domain::contact::{ContactAnswer, ContactItem, ContactItems, ContactOutcome};
use zhitu_domain::resume::visibility::{Action, Relation, VisibilitySetting};

/// A company of the story, and a number for each thing in it.
pub type Company = usize;

/// Who is in the story. The numbers are accounts: 0 to 5 are recruiters, two a company, and the last of them is not
/// verified; 6 and 7 are seekers, 8 is the platform's staff.
pub const ACCOUNTS: usize = 9;
pub const COMPANIES: usize = 3;

pub fn company_of(account: usize) -> Option<Company> {
    (account < 2 * COMPANIES).then_some(account / 2)
}

pub fn is_verified(account: usize) -> bool {
    account != 5
}

/// For whom an account asks for contact data: its company, or the platform as one more.
pub fn asker_of(account: usize) -> Option<usize> {
    if account == 8 { Some(COMPANIES) } else { company_of(account) }
}

/// What happened. Only what took effect is in the log.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    Chosen(VisibilitySetting),
    Blocked(Company),
    Unblocked(Company),
    Applied { company: Company, application: usize },
    Withdrawn { application: usize },
    Opened(Company),
    Closed(Company),
    Asked { asker: usize, request: usize, items: ContactItems },
    Answered { request: usize, answer: ContactAnswer },
    ConsentWithdrawn { request: usize },
    Retracted { request: usize },
    Linked { link: usize, company: Option<Company>, until: i64, openings: usize },
    LinkOpened { link: usize, account: usize },
    Revoked { link: usize },
    AccountClosed,
}

#[derive(Debug, Default)]
pub struct Log(pub Vec<Event>);

impl Log {
    /// Where in the log something happened last.
    fn last(&self, is_it: impl Fn(&Event) -> bool) -> Option<usize> {
        self.0.iter().rposition(is_it)
    }

    fn first(&self, is_it: impl Fn(&Event) -> bool) -> Option<usize> {
        self.0.iter().position(is_it)
    }

    fn setting(&self) -> VisibilitySetting {
        let chosen = |event: &Event| if let Event::Chosen(setting) = event { Some(*setting) } else { None };
        self.0.iter().rev().find_map(chosen).unwrap_or(VisibilitySetting::Private)
    }

    fn is_closed(&self) -> bool {
        self.0.contains(&Event::AccountClosed)
    }

    /// Where the block that stands began.
    pub fn blocked_since(&self, company: Company) -> Option<usize> {
        let unblocked = self.last(|event| *event == Event::Unblocked(company)).map_or(0, |at| at + 1);
        let since = self.0[unblocked..].iter().position(|event| *event == Event::Blocked(company))?;
        Some(unblocked + since)
    }

    /// The conversation was opened, and since then neither closed nor ended by a block.
    fn in_contact(&self, company: Company) -> bool {
        let ends = [Event::Closed(company), Event::Blocked(company)];
        self.last(|event| *event == Event::Opened(company)) > self.last(|event| ends.contains(event))
    }

    /// When an application was sent, if it was not withdrawn.
    fn live(&self, company: Company, application: usize) -> Option<usize> {
        let sent = self.first(|event| *event == Event::Applied { company, application })?;
        let withdrawn = self.last(|event| *event == Event::Withdrawn { application });
        (withdrawn < Some(sent)).then_some(sent)
    }

    pub fn is_live(&self, company: Company, application: usize) -> bool {
        self.live(company, application).is_some()
    }

    /// Goes through the relations in their order. The platform's staff and seekers have no company.
    pub fn relation(&self, account: usize) -> Relation {
        let company = company_of(account);
        let applied = |company| (0..2).any(|number| self.live(company, 2 * company + number).is_some());
        if self.is_closed() {
            Relation::Closed
        } else if account == 6 || account == 7 {
            Relation::Anonymous
        } else if !is_verified(account) {
            Relation::Unverified
        } else if company.is_some_and(|company| self.blocked_since(company).is_some()) {
            Relation::Blocked
        } else if company.is_some_and(applied) {
            Relation::Applied
        } else if company.is_some_and(|company| self.in_contact(company)) {
            Relation::InContact
        } else if company.is_none() {
            Relation::Platform
        } else {
            Relation::Employer
        }
    }

    /// What an account may do with the résumé, in the order of the actions.
    pub fn row(&self, account: usize) -> Row {
        row(self.setting(), self.relation(account))
    }

    pub fn may_ask(&self, account: usize) -> bool {
        self.row(account)[Action::AskContact as usize]
    }

    /// What an account of its company may do with an application, in the order of the actions.
    pub fn row_of(&self, account: usize, application: usize) -> Row {
        let mut nothing = [false; 10];
        let company = application / 2;
        let Some(sent) = self.live(company, application) else { return nothing };
        let relation = self.relation(account);
        if relation != Relation::Blocked {
            return row(self.setting(), relation);
        }
        // Under a block: what was sent stays, and what was sent into the block may be talked about.
        nothing[Action::Snapshot as usize] = true;
        nothing[Action::Message as usize] = self.blocked_since(company) < Some(sent);
        nothing
    }

    /// Where in the log it was asked, and for whom.
    fn asked(&self, request: usize) -> Option<(usize, usize)> {
        self.0.iter().enumerate().find_map(|(at, event)| match event {
            Event::Asked { asker, request: one, .. } if *one == request => Some((at, *asker)),
            _ => None,
        })
    }

    /// Whether the seeker can still decide: asked, not decided, not retracted, and not asked anew by that asker.
    pub fn is_open(&self, request: usize) -> bool {
        let Some((at, asker)) = self.asked(request) else { return false };
        !self.0[at + 1..].iter().any(|event| match event {
            Event::Answered { request: one, answer } => {
                *one == request && matches!(answer, ContactAnswer::Grant { .. } | ContactAnswer::Refuse)
            }
            Event::Retracted { request: one } => *one == request,
            Event::Asked { asker: other, .. } => *other == asker,
            _ => false,
        })
    }

    fn granted(&self, request: usize) -> Option<ContactItems> {
        if self.0.contains(&Event::ConsentWithdrawn { request }) {
            return None;
        }
        self.0.iter().find_map(|event| match event {
            Event::Answered { request: one, answer: ContactAnswer::Grant { items } } if *one == request => {
                Some(items.clone())
            }
            _ => None,
        })
    }

    pub fn is_granted(&self, request: usize) -> bool {
        self.granted(request).is_some()
    }

    /// What is read of a request by an account of the asker.
    pub fn outcome(&self, account: usize, request: usize) -> ContactOutcome {
        match self.granted(request) {
            Some(items) if self.may_ask(account) => ContactOutcome::Granted { items },
            _ => ContactOutcome::NotGranted,
        }
    }

    /// What an account may see of the real contact data.
    pub fn sees(&self, account: usize) -> Vec<ContactItem> {
        let requests = self.0.iter().filter_map(|event| match event {
            Event::Asked { asker, request, .. } if Some(*asker) == asker_of(account) => Some(*request),
            _ => None,
        });
        let granted: Vec<ContactItems> = requests.filter_map(|request| self.granted(request)).collect();
        let items = ContactItem::ALL.iter().copied();
        items
            .filter(|item| granted.iter().any(|items| items.contains(item)))
            .filter(|_| self.may_ask(account))
            .collect()
    }

    /// Whether a link opens for an account.
    pub fn opens(&self, link: usize, account: usize, now: i64) -> bool {
        let made = self.0.iter().find_map(|event| match event {
            Event::Linked { link: one, company, until, openings } if *one == link => {
                Some((*company, *until, *openings))
            }
            _ => None,
        });
        let Some((company, until, openings)) = made else { return false };
        let opened: Vec<usize> = self
            .0
            .iter()
            .filter_map(|event| match event {
                Event::LinkOpened { link: one, account } if *one == link => Some(*account),
                _ => None,
            })
            .collect();
        let is_for = match company {
            Some(company) => company_of(account) == Some(company),
            None => opened.iter().all(|other| *other == account),
        };
        let is_seeker = account == 6 || account == 7;
        let hides = company_of(account).is_some_and(|company| self.blocked_since(company).is_some());
        is_for
            && (is_seeker || company_of(account).is_some())
            && is_verified(account)
            && !hides
            && !self.is_closed()
            && !self.0.contains(&Event::Revoked { link })
            && now < until
            && opened.len() < openings
    }
}
