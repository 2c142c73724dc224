use super::*;
use crate::contact::ContactAnswer;
use crate::id::{AccountId, CompanyId, ContactRequestId};
use crate::resume::visibility::{Action, Relation, VisibilitySetting, decide};
use crate::time::Timestamp;
use uuid::Uuid;

const NOW: Timestamp = Timestamp(1_800_000_000_000_000);
const ONE: ContactAsker = ContactAsker::Company { company: CompanyId(Uuid::from_u128(1)) };
const OTHER: ContactAsker = ContactAsker::Company { company: CompanyId(Uuid::from_u128(2)) };

fn granted(asker: ContactAsker, item: ContactItem) -> ContactRequest {
    let items = ContactItems::from([item]);
    let by = (asker, AccountId(Uuid::from_u128(9)));
    let may_ask = Access::nothing().with(Action::AskContact, true);
    let id = ContactRequestId(Uuid::nil());
    let mut request = ContactRequest::ask(id, by, "想约面试", items.clone(), NOW, may_ask).unwrap();
    request.answer(ContactAnswer::Grant { items }, NOW).unwrap();
    request
}

/// S-VIS-06: the yes is to that company.
#[test]
fn what_one_company_was_granted_no_other_sees() {
    let requests = [granted(ONE, ContactItem::Phone), granted(OTHER, ContactItem::Email)];
    let access = decide(VisibilitySetting::ContactHidden, Relation::Employer);
    assert_eq!(handed_over(&requests, ONE, access), ContactItems::from([ContactItem::Phone]));
    assert_eq!(handed_over(&requests, OTHER, access), ContactItems::from([ContactItem::Email]));
    assert!(handed_over(&requests, ContactAsker::Platform, access).is_empty());
}

#[test]
fn what_was_granted_by_two_requests_is_seen_together() {
    let mut requests = [granted(ONE, ContactItem::Phone), granted(ONE, ContactItem::Email)];
    let access = decide(VisibilitySetting::Public, Relation::Employer);
    assert_eq!(handed_over(&requests, ONE, access).len(), 2);
    requests[0].withdraw(NOW).unwrap();
    assert_eq!(handed_over(&requests, ONE, access), ContactItems::from([ContactItem::Email]));
}

/// I2, S-VIS-08: a block hides it, and so does whatever else leaves the company without a right to ask.
#[test]
fn what_may_no_longer_be_asked_for_is_no_longer_seen() {
    let requests = [granted(ONE, ContactItem::Phone)];
    for setting in VisibilitySetting::ALL {
        for relation in Relation::ALL {
            let access = decide(*setting, *relation);
            let seen = handed_over(&requests, ONE, access);
            assert_eq!(seen.is_empty(), !access.allows(Action::AskContact), "{setting:?} {relation:?}");
        }
    }
    assert!(handed_over(&requests, ONE, decide(VisibilitySetting::Public, Relation::Blocked)).is_empty());
}

/// I1: not granted is not there, and a log line shows none of it.
#[test]
fn only_the_granted_items_are_looked_up() {
    let basic =
        Basic { phone: " 13912345678".into(), email: "canary@example.com".into(), ..Basic::default() };
    assert_eq!(real_contact(&basic, &ContactItems::new()), RealContact::default());
    let phone = real_contact(&basic, &ContactItems::from([ContactItem::Phone]));
    assert_eq!((phone.phone.as_deref(), phone.email.as_deref()), (Some("13912345678"), None));
    let email = real_contact(&basic, &ContactItems::from([ContactItem::Email]));
    assert_eq!((email.phone.as_deref(), email.email.as_deref()), (None, Some("canary@example.com")));
    assert!(!format!("{phone:?}{email:?}").contains("139"));
    assert!(!format!("{phone:?}{email:?}").contains("canary"));
    let both = ContactItem::ALL.iter().copied().collect();
    assert_eq!(real_contact(&Basic::default(), &both), RealContact::default(), "what is not on file");
}
