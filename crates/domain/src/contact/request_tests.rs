use super::*;
use crate::contact::ContactItem;
use crate::resume::visibility::{Relation, VisibilitySetting, decide};
use uuid::Uuid;

const NOW: Timestamp = Timestamp(1_800_000_000_000_000);

fn both() -> ContactItems {
    ContactItem::ALL.iter().copied().collect()
}

fn phone() -> ContactItems {
    ContactItems::from([ContactItem::Phone])
}

fn may_ask() -> Access {
    Access::nothing().with(Action::AskContact, true)
}

fn ask(reason: &str, wanted: ContactItems, access: Access) -> Result<ContactRequest, AskError> {
    let by =
        (ContactAsker::Company { company: CompanyId(Uuid::from_u128(1)) }, AccountId(Uuid::from_u128(2)));
    ContactRequest::ask(ContactRequestId(Uuid::nil()), by, reason, wanted, NOW, access)
}

fn asked() -> ContactRequest {
    ask("想约面试", both(), may_ask()).unwrap()
}

/// Every state, by the acts that lead to it.
fn in_every_state() -> Vec<ContactRequest> {
    let after = |act: &dyn Fn(&mut ContactRequest)| {
        let mut request = asked();
        act(&mut request);
        request
    };
    let grant = |request: &mut ContactRequest| {
        request.answer(ContactAnswer::Grant { items: both() }, NOW).unwrap();
    };
    vec![
        asked(),
        after(&grant),
        after(&|request| request.answer(ContactAnswer::Refuse, NOW).unwrap()),
        after(&|request| request.answer(ContactAnswer::Later, NOW).unwrap()),
        after(&|request| request.answer(ContactAnswer::Ignore, NOW).unwrap()),
        after(&|request| {
            grant(request);
            request.withdraw(NOW).unwrap();
        }),
        after(&|request| assert_eq!(request.retract(NOW), Retracted::Now)),
        after(&|request| assert_eq!(request.supersede(NOW), Retracted::Now)),
    ]
}

/// D7: wherever the table says so, and nowhere else.
#[test]
fn it_is_asked_where_the_table_allows_it() {
    for setting in VisibilitySetting::ALL {
        for relation in Relation::ALL {
            let access = decide(*setting, *relation);
            let asked = ask("想约面试", phone(), access);
            assert_eq!(asked.is_ok(), access.allows(Action::AskContact), "{setting:?} {relation:?}");
        }
    }
}

/// D6: who, why and what are part of it.
#[test]
fn a_request_says_what_is_wanted_and_why() {
    assert_eq!(ask("想约面试", ContactItems::new(), may_ask()), Err(AskError::NoItems));
    assert_eq!(ask(" \n", phone(), may_ask()), Err(AskError::Reason));
    assert_eq!(ask(&"字".repeat(201), phone(), may_ask()), Err(AskError::Reason));
    assert_eq!(ask(&"字".repeat(200), phone(), may_ask()).unwrap().reason.chars().count(), 200);
    assert_eq!(ask(" 想约面试 ", phone(), may_ask()).unwrap().reason, "想约面试");
}

/// S-VIS-06: refused, ignored, put off, taken back and not yet answered read alike, and so does a grant that a block
/// hides.
#[test]
fn the_asker_reads_granted_or_not_granted() {
    let mut granted = 0;
    for request in in_every_state() {
        let read = serde_json::to_string(&request.outcome(may_ask())).unwrap();
        if matches!(request.state, ContactRequestState::Granted { .. }) {
            assert_eq!(read, "{\"kind\":\"granted\",\"items\":[\"phone\",\"email\"]}");
            granted += 1;
        } else {
            assert_eq!(read, "{\"kind\":\"not_granted\"}");
        }
        assert_eq!(request.outcome(Access::nothing()), ContactOutcome::NotGranted);
    }
    assert_eq!(granted, 1);
}

/// D6: item by item.
#[test]
fn only_what_was_ticked_is_granted() {
    let mut request = asked();
    let at = NOW.plus_seconds(60);
    request.answer(ContactAnswer::Grant { items: phone() }, at).unwrap();
    assert_eq!(request.outcome(may_ask()), ContactOutcome::Granted { items: phone() });
    assert_eq!(request.state, ContactRequestState::Granted { items: phone(), at });

    let mut request = ask("想约面试", phone(), may_ask()).unwrap();
    let grant = |items| ContactAnswer::Grant { items };
    assert_eq!(request.answer(grant(both()), NOW), Err(AnswerError::NotWanted));
    assert_eq!(request.answer(grant(ContactItems::new()), NOW), Err(AnswerError::NoItems));
    assert_eq!(request.state, ContactRequestState::Asked, "a faulty answer changes nothing");
}

/// D6: what is taken back is hidden, and the record says what had been granted and when.
#[test]
fn a_withdrawal_hides_it_again() {
    let mut request = asked();
    assert_eq!(request.withdraw(NOW), Err(WithdrawError));
    request.answer(ContactAnswer::Grant { items: phone() }, NOW).unwrap();
    let at = NOW.plus_seconds(60);
    request.withdraw(at).unwrap();
    assert_eq!(request.state, ContactRequestState::Withdrawn { items: phone(), granted_at: NOW, at });
    assert_eq!(request.outcome(may_ask()), ContactOutcome::NotGranted);
    assert_eq!(request.withdraw(at), Err(WithdrawError));
}

#[test]
fn an_answer_that_comes_too_late_says_why() {
    let reasons: Vec<Option<AnswerError>> = in_every_state()
        .into_iter()
        .map(|mut request| {
            let before = request.state.clone();
            let answered = request.answer(ContactAnswer::Grant { items: phone() }, NOW);
            assert_eq!(answered.is_ok(), before.is_open());
            assert!(answered.is_ok() || request.state == before);
            answered.err()
        })
        .collect();
    let expected = [
        None,
        Some(AnswerError::Answered),
        Some(AnswerError::Answered),
        None,
        None,
        Some(AnswerError::Answered),
        Some(AnswerError::Retracted),
        Some(AnswerError::Superseded),
    ];
    assert_eq!(reasons, expected);
}

#[test]
fn what_was_decided_is_not_retracted() {
    for mut request in in_every_state() {
        let before = request.state.clone();
        let retracted = request.retract(NOW);
        assert_eq!(retracted == Retracted::Now, before.is_open());
        assert!(before.is_open() || request.state == before);
    }
}
