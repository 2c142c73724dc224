//! The rules R1 to R10, held against a second, naive reading of them: a log of what happened, searched anew for each
//! question. The machine's clock may be set back at any time; the log's never is.

use super::*;
use crate::permission::Fallback;

const HOUR: i64 = 3600;
const NOW: Timestamp = Timestamp(1_800_000_000_000_000);

fn standing(permissions: &Permissions, permission: Permission) -> PermissionState {
    permissions.standing(permission).state
}

/// R1, R2: nothing is granted at first, and nothing is asked before a function needs it.
#[test]
fn a_new_device_has_no_permission_and_has_asked_for_none() {
    let mut permissions = Permissions::default();
    for permission in Permission::ALL {
        assert_eq!(standing(&permissions, *permission), PermissionState::NeverAsked);
    }
    assert_eq!(permissions.asked_for(), None);
    assert_eq!(permissions.need(Purpose::NearbyJobs, NOW), Err(NotGranted::MustAsk));
    assert_eq!(permissions.asked_for(), None, "needing it does not ask by itself");
}

/// R2: first the sheet, then the system.
#[test]
fn agreeing_on_the_sheet_leads_to_the_system_and_then_to_the_use() {
    let mut permissions = Permissions::default();
    permissions.ask(Purpose::NearbyJobs, false, NOW).unwrap();
    assert_eq!(permissions.asked_for(), Some(Purpose::NearbyJobs));
    assert!(permissions.need(Purpose::NearbyJobs, NOW).is_err(), "the sheet is open");
    assert!(permissions.answer(Permission::Location, SheetAnswer::WhileInUse, NOW));
    assert_eq!(standing(&permissions, Permission::Location), PermissionState::SystemPrompt);
    permissions.system_says(Permission::Location, SystemPermission::Granted, NOW);
    assert_eq!(standing(&permissions, Permission::Location), PermissionState::Granted);
    permissions.need(Purpose::NearbyJobs, NOW).unwrap();
}

/// R3, R4, S-LOC-02, S-PERM-02
#[test]
fn a_refusal_is_not_asked_about_for_48_hours_unless_the_person_reopens_it() {
    let mut permissions = Permissions::default();
    permissions.ask(Purpose::NearbyJobs, false, NOW).unwrap();
    assert!(permissions.answer(Permission::Location, SheetAnswer::No, NOW));
    let almost = NOW.plus_seconds(48 * HOUR - 1);
    assert_eq!(permissions.need(Purpose::NearbyJobs, almost), Err(NotGranted::Quiet));
    assert!(permissions.clone().ask(Purpose::NearbyJobs, true, almost).is_ok());
    assert_eq!(permissions.need(Purpose::PasteCode, almost), Ok(()), "other functions go on");
    assert_eq!(permissions.need(Purpose::NearbyJobs, NOW.plus_seconds(48 * HOUR)), Err(NotGranted::MustAsk));
    assert_eq!(Purpose::NearbyJobs.fallback(), Fallback::PickPlace);
}

/// R4
#[test]
fn a_clock_that_is_set_back_neither_shortens_nor_lengthens_the_quiet() {
    let mut permissions = Permissions::default();
    permissions.ask(Purpose::NearbyJobs, false, NOW).unwrap();
    permissions.answer(Permission::Location, SheetAnswer::No, NOW);
    let a_year_back = NOW.plus_seconds(-365 * 24 * HOUR);
    assert_eq!(permissions.need(Purpose::NearbyJobs, a_year_back), Err(NotGranted::Quiet));
    let later = |hours: i64| a_year_back.plus_seconds(hours * HOUR);
    assert_eq!(permissions.need(Purpose::NearbyJobs, later(47)), Err(NotGranted::Quiet));
    assert_eq!(permissions.need(Purpose::NearbyJobs, later(48)), Err(NotGranted::MustAsk));
}

/// R5, S-PERM-03
#[test]
fn a_withdrawal_ends_it_at_once() {
    let mut permissions = Permissions::default();
    permissions.ask(Purpose::NearbyJobs, false, NOW).unwrap();
    permissions.answer(Permission::Location, SheetAnswer::WhileInUse, NOW);
    permissions.system_says(Permission::Location, SystemPermission::Unknown, NOW);
    permissions.withdraw(Permission::Location, NOW);
    assert_eq!(permissions.need(Purpose::NearbyJobs, NOW), Err(NotGranted::Quiet));
    permissions.withdraw(Permission::Clipboard, NOW);
    assert_eq!(permissions.need(Purpose::PasteCode, NOW), Err(NotGranted::Quiet));
    permissions.restore(Permission::Clipboard);
    assert_eq!(permissions.need(Purpose::PasteCode, NOW), Ok(()));
}

#[test]
fn what_was_granted_once_is_used_up() {
    let mut permissions = Permissions::default();
    permissions.ask(Purpose::NearbyJobs, false, NOW).unwrap();
    permissions.answer(Permission::Location, SheetAnswer::Once, NOW);
    permissions.system_says(Permission::Location, SystemPermission::Granted, NOW);
    permissions.used(Purpose::NearbyJobs, NOW);
    assert_eq!(permissions.need(Purpose::NearbyJobs, NOW), Err(NotGranted::MustAsk));
}

#[test]
fn what_the_system_refuses_for_good_is_not_asked_for_until_the_system_says_otherwise() {
    let mut permissions = Permissions::default();
    permissions.ask(Purpose::NearbyJobs, false, NOW).unwrap();
    permissions.answer(Permission::Location, SheetAnswer::WhileInUse, NOW);
    permissions.system_says(Permission::Location, SystemPermission::DeniedForGood, NOW);
    let next_week = NOW.plus_seconds(7 * 24 * HOUR);
    assert_eq!(permissions.need(Purpose::NearbyJobs, next_week), Err(NotGranted::System));
    assert!(permissions.ask(Purpose::NearbyJobs, true, next_week).is_err());
    permissions.system_says(Permission::Location, SystemPermission::Granted, next_week);
    assert_eq!(permissions.need(Purpose::NearbyJobs, next_week), Err(NotGranted::MustAsk));
}

/// What happened, by true time.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Event {
    Asked(Purpose),
    Answered(Permission, SheetAnswer),
    System(Permission, SystemPermission),
    Used(Permission),
    Withdrawn(Permission),
    Restored(Permission),
    Restarted,
}

/// The naive reading: every question goes through the whole log.
#[derive(Default)]
struct Log(Vec<(i64, Event)>);

impl Log {
    fn add(&mut self, at: i64, event: Event) {
        self.0.push((at, event));
    }

    /// The sheet or prompt that is open, and what was agreed to on it.
    fn open(&self) -> Option<(Permission, Option<SheetAnswer>)> {
        let mut open = None;
        for (_, event) in &self.0 {
            match (*event, open) {
                (Event::Asked(purpose), _) => open = Some((purpose.permission(), None)),
                (Event::Answered(_, SheetAnswer::No) | Event::Restarted, _) => open = None,
                (Event::Answered(permission, answer), _) => open = Some((permission, Some(answer))),
                (Event::System(permission, system), Some((asked, Some(_))))
                    if permission == asked && system != SystemPermission::NotAsked =>
                {
                    open = None;
                }
                (Event::Withdrawn(permission), Some((asked, _))) if permission == asked => open = None,
                _ => {}
            }
        }
        open
    }

    /// When it was last refused, by whom ever.
    fn refused_at(&self, permission: Permission) -> Option<i64> {
        let mut refused = None;
        let mut log = Log::default();
        for (at, event) in &self.0 {
            let open = log.open();
            let asked = open.map(|(permission, _)| permission) == Some(permission);
            let prompted = asked && open.is_some_and(|(_, agreed)| agreed.is_some());
            match *event {
                Event::Answered(one, SheetAnswer::No) if one == permission => refused = Some(*at),
                Event::Withdrawn(one) if one == permission => refused = Some(*at),
                Event::Restarted if asked => refused = Some(*at),
                Event::System(one, system) if one == permission && prompted && system.refuses() => {
                    refused = Some(*at);
                }
                Event::System(one, SystemPermission::Granted | SystemPermission::Unknown)
                    if one == permission && prompted =>
                {
                    refused = None;
                }
                _ => {}
            }
            log.add(*at, *event);
        }
        refused
    }

    fn system(&self, permission: Permission) -> SystemPermission {
        self.0
            .iter()
            .rev()
            .find_map(|(_, event)| match event {
                Event::System(one, system) if *one == permission => Some(*system),
                Event::Answered(one, answer) if *one == permission && *answer != SheetAnswer::No => {
                    Some(SystemPermission::NotAsked)
                }
                _ => None,
            })
            .unwrap_or_default()
    }

    /// Whether a yes stands: given, not used up, not taken back, not refused by the system at the prompt.
    fn agreed(&self, permission: Permission) -> bool {
        let mut yes = None;
        let mut log = Log::default();
        for (at, event) in &self.0 {
            let prompted = log.open().is_some_and(|(one, agreed)| one == permission && agreed.is_some());
            match *event {
                Event::Asked(purpose) if purpose.permission() == permission => yes = None,
                Event::Answered(one, answer) if one == permission => {
                    yes = (answer != SheetAnswer::No).then_some(answer);
                }
                Event::Withdrawn(one) if one == permission => yes = None,
                Event::System(one, system) if one == permission && prompted && system.refuses() => yes = None,
                Event::Used(one) if one == permission && yes == Some(SheetAnswer::Once) && !prompted => {
                    yes = None;
                }
                Event::Restarted if prompted || yes == Some(SheetAnswer::Once) => yes = None,
                _ => {}
            }
            log.add(*at, *event);
        }
        yes.is_some()
    }

    fn switched_off(&self, permission: Permission) -> bool {
        self.0.iter().rev().find_map(|(_, event)| match event {
            Event::Withdrawn(one) if *one == permission => Some(true),
            Event::Restored(one) if *one == permission => Some(false),
            _ => None,
        }) == Some(true)
    }
}

/// SplitMix64: a sequence's number is all that is needed to play it again.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % sides as u64).unwrap_or_default()
    }

    fn of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.roll(choices.len())]
    }
}

const SYSTEM: &[SystemPermission] = &[
    SystemPermission::Unknown,
    SystemPermission::NotAsked,
    SystemPermission::Granted,
    SystemPermission::Granted,
    SystemPermission::Denied,
    SystemPermission::DeniedForGood,
    SystemPermission::Restricted,
];

/// How far each kind of step was taken in all sequences: a rule that is never put to the test is not tested.
#[derive(Default, Debug)]
struct Reached {
    asked: u32,
    quiet: u32,
    busy: u32,
    used: u32,
    set_back: u32,
}

fn play(sequence: u64, reached: &mut Reached) {
    let mut dice = Dice(sequence);
    let mut permissions = Permissions::default();
    let mut log = Log::default();
    let mut truth = 0_i64;
    let mut set_back_at = None;
    let mut clock = NOW;
    for _ in 0..24 {
        let passed = dice.of(&[0, 60, HOUR, 10 * HOUR, 47 * HOUR, 49 * HOUR]);
        truth += passed;
        clock = clock.plus_seconds(passed);
        if dice.roll(6) == 0 {
            clock = clock.plus_seconds(-dice.of(&[HOUR, 30 * HOUR, 3000 * HOUR]));
            reached.set_back += 1;
            set_back_at = Some(truth);
        }
        let purpose = dice.of(Purpose::ALL);
        let permission = purpose.permission();
        let stands = permission.stands();
        let quiet = log.refused_at(permission).is_some_and(|at| truth - at < 48 * HOUR);
        // From a clock that was set back since, the app cannot tell that the 48 hours are over: it stays quiet longer.
        let may_seem_quiet = quiet || log.refused_at(permission).is_some_and(|at| set_back_at >= Some(at));
        let open = log.open();
        match dice.roll(8) {
            0 | 1 => {
                let by_person = dice.roll(4) == 0;
                if permissions.ask(purpose, by_person, clock).is_ok() {
                    assert!(stands, "R7: the act is the asking");
                    assert_eq!(open, None, "R2: never two at once");
                    assert!(by_person || !quiet, "R4: no asking within 48 hours");
                    assert!(!log.agreed(permission) || log.system(permission).refuses());
                    log.add(truth, Event::Asked(purpose));
                    reached.asked += 1;
                } else if stands && open.is_none() && !log.system(permission).refuses() {
                    assert!(
                        log.agreed(permission) || (may_seem_quiet && !by_person),
                        "asking is not refused without a reason"
                    );
                }
            }
            2 | 3 => {
                let answer = dice.of(&[SheetAnswer::Once, SheetAnswer::WhileInUse, SheetAnswer::No]);
                let taken = permissions.answer(permission, answer, clock);
                assert_eq!(taken, open == Some((permission, None)), "only an open sheet is answered");
                if taken {
                    log.add(truth, Event::Answered(permission, answer));
                }
            }
            4 => {
                let system = dice.of(SYSTEM);
                permissions.system_says(permission, system, clock);
                log.add(truth, Event::System(permission, system));
            }
            5 => {
                let needed = permissions.need(purpose, clock);
                if stands {
                    let may = log.agreed(permission) && !log.system(permission).refuses();
                    assert_eq!(needed.is_ok(), may, "R3, R5, R10: {needed:?}");
                } else {
                    assert_eq!(needed.is_ok(), !log.switched_off(permission), "R5, R7");
                }
                match needed {
                    Ok(()) => {
                        let prompted = open.is_some_and(|(one, _)| one == permission);
                        if !prompted {
                            permissions.used(purpose, clock);
                            log.add(truth, Event::Used(permission));
                            reached.used += 1;
                        }
                    }
                    Err(NotGranted::MustAsk) => assert!(open.is_none() && !quiet, "R2, R4"),
                    Err(NotGranted::Quiet) => reached.quiet += 1,
                    Err(NotGranted::Busy) => {
                        assert!(open.is_some());
                        reached.busy += 1;
                    }
                    Err(_) => assert!(log.system(permission).refuses()),
                }
            }
            6 => {
                if dice.roll(2) == 0 {
                    permissions.withdraw(permission, clock);
                    log.add(truth, Event::Withdrawn(permission));
                } else {
                    permissions.restore(permission);
                    log.add(truth, Event::Restored(permission));
                }
            }
            _ => {
                if dice.roll(3) == 0 {
                    let written = serde_json::to_string(&permissions).unwrap();
                    permissions = serde_json::from_str::<Permissions>(&written).unwrap().restarted(clock);
                    log.add(truth, Event::Restarted);
                }
            }
        }
    }
}

/// R1 to R5, R7, R10 in 100,000 sequences of acts by person, system, clock and restart.
#[test]
fn the_rules_hold_in_all_sequences() {
    let mut reached = Reached::default();
    for sequence in 0..100_000 {
        let played = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| play(sequence, &mut reached)));
        assert!(played.is_ok(), "in sequence {sequence}");
    }
    let Reached { asked, quiet, busy, used, set_back } = reached;
    assert!([asked, quiet, busy, used, set_back].iter().all(|count| *count > 5_000), "{reached:?}");
}
