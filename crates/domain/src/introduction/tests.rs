use super::*;
use crate::resume::visibility::{VisibilitySetting, decide};
use uuid::Uuid;

const NOW: Timestamp = Timestamp(1_800_000_000_000_000);
const DAY: i64 = 24 * 3600;
const COMPANY: CompanyId = CompanyId(Uuid::from_u128(1));
const OTHER: CompanyId = CompanyId(Uuid::from_u128(2));

fn link(introduced: Introduced, max_openings: u32) -> Link {
    let id = IntroductionId(Uuid::nil());
    Link::new(id, introduced, NOW, NOW.plus_seconds(DAY), max_openings).unwrap()
}

fn opener(account: u128, company: Option<CompanyId>, viewer: Viewer) -> Opener {
    Opener {
        account: AccountId(Uuid::from_u128(account)),
        company,
        is_seeker: false,
        viewing: Viewing {
            account_closed: false,
            under_age: false,
            viewer,
            blocked: false,
            applied: false,
            in_contact: false,
        },
    }
}

fn recruiter() -> Opener {
    opener(10, Some(COMPANY), Viewer::Recruiter { verified: true })
}

/// S-SHR-01: the consent to this one stands in the setting's stead.
#[test]
fn a_link_opens_the_resume_and_no_channel_whatever_the_setting() {
    let mut made = link(Introduced::Company { company: COMPANY }, 3);
    let private = decide(VisibilitySetting::Private, recruiter().viewing.relation());
    assert!(!private.allows(Action::View));
    let opened = made.open(NOW, &recruiter()).unwrap();
    assert_eq!(opened.iter().collect::<Vec<_>>(), [Action::View]);
}

#[test]
fn a_companys_link_opens_for_its_verified_recruiters_only() {
    let mut made = link(Introduced::Company { company: COMPANY }, 10);
    assert!(made.open(NOW, &recruiter()).is_ok());
    let colleague = opener(11, Some(COMPANY), Viewer::Recruiter { verified: true });
    assert!(made.open(NOW, &colleague).is_ok());
    for other in [
        opener(12, Some(OTHER), Viewer::Recruiter { verified: true }),
        opener(13, Some(COMPANY), Viewer::Recruiter { verified: false }),
        opener(14, None, Viewer::Seeker),
        opener(15, None, Viewer::Anonymous),
        opener(16, None, Viewer::Staff),
    ] {
        assert_eq!(made.open(NOW, &other), Err(Dead), "{other:?}");
    }
    assert_eq!(made.openings, 2, "what does not open is not counted");
}

#[test]
fn a_persons_link_belongs_to_whoever_opened_it_first() {
    let mut made = link(Introduced::Person { account: None }, 10);
    for nobody in [
        opener(15, None, Viewer::Anonymous),
        opener(16, None, Viewer::Staff),
        opener(13, Some(COMPANY), Viewer::Recruiter { verified: false }),
    ] {
        assert_eq!(made.open(NOW, &nobody), Err(Dead), "{nobody:?}");
    }
    let friend = opener(14, None, Viewer::Seeker);
    assert!(made.open(NOW, &friend).is_ok());
    assert_eq!(made.open(NOW, &recruiter()), Err(Dead));
    assert!(made.open(NOW, &friend).is_ok());
    assert_eq!(made.introduced, Introduced::Person { account: Some(friend.account) });
}

#[test]
fn a_link_does_not_open_for_who_made_it() {
    let mut made = link(Introduced::Person { account: None }, 1);
    let own = Opener { is_seeker: true, ..opener(14, None, Viewer::Seeker) };
    assert_eq!(made.open(NOW, &own), Err(Dead));
    assert!(made.open(NOW, &opener(15, None, Viewer::Seeker)).is_ok(), "nothing was used up");
}

/// S-VIS-08: no consent overrides a block or a closed account. The link lives again when the block is lifted.
#[test]
fn a_blocked_company_and_a_closed_account_open_nothing() {
    for introduced in [Introduced::Company { company: COMPANY }, Introduced::Person { account: None }] {
        let mut made = link(introduced, 3);
        let mut one = recruiter();
        one.viewing.blocked = true;
        assert_eq!(made.open(NOW, &one), Err(Dead));
        one.viewing.blocked = false;
        for closed in [(true, false), (false, true)] {
            (one.viewing.account_closed, one.viewing.under_age) = closed;
            assert_eq!(made.open(NOW, &one), Err(Dead));
        }
        assert!(made.open(NOW, &recruiter()).is_ok());
    }
}

/// I3: whatever ended it, the answer is the same, and it holds no word of why.
#[test]
fn a_link_ends_by_time_by_count_and_by_hand() {
    let mut made = link(Introduced::Company { company: COMPANY }, 2);
    assert!(made.open(NOW.plus_seconds(DAY - 1), &recruiter()).is_ok());
    assert_eq!(made.clone().open(NOW.plus_seconds(DAY), &recruiter()), Err(Dead));
    assert!(made.open(NOW, &recruiter()).is_ok());
    assert_eq!(made.open(NOW, &recruiter()), Err(Dead));

    let mut made = link(Introduced::Company { company: COMPANY }, 2);
    made.revoke(NOW);
    made.revoke(NOW.plus_seconds(9));
    assert_eq!((made.open(NOW, &recruiter()), made.revoked_at), (Err(Dead), Some(NOW)));
    assert_eq!(size_of::<Dead>(), 0);
}

#[test]
fn a_link_lasts_and_opens_within_bounds() {
    let made = |seconds, openings| {
        let expires_at = NOW.plus_seconds(seconds);
        let introduced = Introduced::Person { account: None };
        Link::new(IntroductionId(Uuid::nil()), introduced, NOW, expires_at, openings).map(|_| ())
    };
    assert_eq!(made(LINK_MAX_SECONDS, LINK_MAX_OPENINGS), Ok(()));
    assert_eq!(made(LINK_MAX_SECONDS + 1, 1), Err(LinkError::Expiry));
    assert_eq!(made(0, 1), Err(LinkError::Expiry));
    assert_eq!(made(60, 0), Err(LinkError::Openings));
    assert_eq!(made(60, LINK_MAX_OPENINGS + 1), Err(LinkError::Openings));
}
