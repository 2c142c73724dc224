use super::*;
use crate::resume::edit::tests::{edit, edited};
use crate::resume::{ResumeEdit, Section, WorkEntry, validate};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use serde_json::json;

const TODAY: Date = date(2026, 11, 23);

fn with_jobs(keys: &[u128]) -> ResumeContent {
    let work = keys.iter().map(|key| WorkEntry::empty(Uuid::from_u128(*key))).collect();
    ResumeContent { work, ..ResumeContent::default() }
}

fn keys(content: &ResumeContent) -> Vec<u128> {
    content.work.iter().map(|job| job.id.as_u128()).collect()
}

fn path(key: u128) -> String {
    format!("work/{}", Uuid::from_u128(key))
}

#[test]
fn a_field_that_both_changed_is_mine_and_named() {
    let base = with_jobs(&[1]);
    let (mut mine, mut theirs) = (base.clone(), base.clone());
    mine.basic.name = "周予安".into();
    theirs.basic.name = "周安".into();
    mine.work[0].company = "拾星".into();
    theirs.work[0].company = "鹿灯".into();
    theirs.work[0].position = "分析师".into();
    mine.self_assessment = "一".into();
    theirs.self_assessment = "二".into();
    let joined = merge(&base, &mine, &theirs);
    assert_eq!(joined.content.basic.name, "周予安");
    assert_eq!(joined.content.work[0].company, "拾星");
    assert_eq!(joined.content.work[0].position, "分析师");
    assert_eq!(
        joined.clashes,
        [
            ("basic/name".to_owned(), json!("周安")),
            (format!("{}/company", path(1)), json!("鹿灯")),
            ("self_assessment".to_owned(), json!("二")),
        ]
    );
}

#[test]
fn an_edit_wins_over_a_removal_on_either_side() {
    let base = with_jobs(&[1, 2]);
    let mut edited = base.clone();
    edited.work[0].company = "拾星".into();
    let removed = with_jobs(&[2]);
    for (mine, theirs) in [(&edited, &removed), (&removed, &edited)] {
        let joined = merge(&base, mine, theirs);
        assert_eq!(joined.content, edited);
        assert_eq!(joined.clashes, [(path(1), Value::Null)]);
    }
    assert_eq!(merge(&base, &removed, &with_jobs(&[1])).content.work, []);
}

#[test]
fn both_sides_additions_stay_where_they_were_put() {
    let joined = merge(&with_jobs(&[1, 2]), &with_jobs(&[1, 10, 2]), &with_jobs(&[20, 1, 2, 21]));
    assert_eq!(keys(&joined.content), [20, 1, 10, 2, 21]);
    assert_eq!(joined.clashes, []);
}

#[test]
fn the_side_that_moved_something_gives_the_order() {
    let base = with_jobs(&[1, 2, 3]);
    let joined = merge(&base, &with_jobs(&[1, 2, 9, 3]), &with_jobs(&[3, 2, 1]));
    assert_eq!(keys(&joined.content), [3, 2, 9, 1]);
    assert_eq!(joined.clashes, []);
    let joined = merge(&base, &with_jobs(&[2, 1, 3]), &with_jobs(&[3, 2, 1]));
    assert_eq!(keys(&joined.content), [2, 1, 3]);
    assert_eq!(joined.clashes.first().map(|clash| clash.0.as_str()), Some("work"));
}

#[test]
fn months_that_do_not_go_together_are_mine() {
    let month = |text: &str| text.to_owned().try_into().ok();
    let mut base = with_jobs(&[1]);
    base.work[0].start = month("2020-01");
    base.work[0].end = month("2022-01");
    let (mut mine, mut theirs) = (base.clone(), base.clone());
    mine.work[0].start = month("2021-06");
    theirs.work[0].end = month("2021-01");
    let joined = merge(&base, &mine, &theirs);
    assert_eq!(joined.content, mine);
    assert!(joined.clashes.contains(&(format!("{}/end", path(1)), json!("2021-01"))), "{:?}", joined.clashes);
    theirs.work[0].start = month("2020-03");
    theirs.work[0].end = month("2023-01");
    mine.work[0].start = base.work[0].start;
    let joined = merge(&base, &mine, &theirs);
    assert_eq!(joined.content, theirs);
}

#[test]
fn what_does_not_fit_into_the_list_any_more_is_in_the_clashes() {
    let list = |own: std::ops::Range<u128>| with_jobs(&(0..38).chain(own).collect::<Vec<_>>());
    let joined = merge(&list(0..0), &list(100..102), &list(200..202));
    assert_eq!(joined.content, list(100..102));
    assert_eq!(joined.clashes.len(), 2);
    assert_eq!(joined.clashes[0].1["id"], json!(Uuid::from_u128(201)));
}

/// What an edit touches: two edits that touch different things are disjoint.
fn touches(edit: &ResumeEdit) -> String {
    match edit {
        ResumeEdit::Set { path, .. } => {
            // The months of an entry belong together.
            path.replace("/current", "/end").replace("/start", "/end")
        }
        ResumeEdit::Add { section, entry, .. }
        | ResumeEdit::Remove { section, entry }
        | ResumeEdit::Move { section, entry, .. } => format!("{section:?}/{entry}"),
    }
}

proptest! {
    #[test]
    fn the_side_that_changed_nothing_changes_nothing(
        before in prop::collection::vec(edit(), 0..30),
        after in prop::collection::vec(edit(), 0..30),
    ) {
        let base = edited(ResumeContent::default(), &before);
        let changed = edited(base.clone(), &after);
        let unclashed = |content: &ResumeContent| Merge { content: content.clone(), clashes: Vec::new() };
        prop_assert_eq!(merge(&base, &changed, &base), unclashed(&changed));
        prop_assert_eq!(merge(&base, &base, &changed), unclashed(&changed));
        prop_assert_eq!(merge(&base, &changed, &changed), unclashed(&changed));
    }

    #[test]
    fn disjoint_fields_take_both(
        before in prop::collection::vec(edit(), 0..30),
        mine in prop::collection::vec(edit(), 0..10),
        theirs in prop::collection::vec(edit(), 0..10),
    ) {
        let only_set = |edit: &ResumeEdit| matches!(edit, ResumeEdit::Set { .. });
        let base = edited(ResumeContent::default(), &before);
        let mine: Vec<_> = mine.into_iter().filter(only_set).collect();
        let theirs: Vec<_> = theirs
            .into_iter()
            .filter(|edit| only_set(edit) && !mine.iter().any(|my| touches(my) == touches(edit)))
            .collect();
        let joined = merge(&base, &edited(base.clone(), &mine), &edited(base.clone(), &theirs));
        prop_assert_eq!(&joined.clashes, &[]);
        let both: Vec<_> = mine.into_iter().chain(theirs).collect();
        prop_assert_eq!(joined.content, edited(base, &both));
    }

    #[test]
    fn what_two_wrote_can_be_kept(
        before in prop::collection::vec(edit(), 0..30),
        mine in prop::collection::vec(edit(), 0..30),
        theirs in prop::collection::vec(edit(), 0..30),
    ) {
        let base = edited(ResumeContent::default(), &before);
        let (mine, theirs) = (edited(base.clone(), &mine), edited(base.clone(), &theirs));
        let joined = merge(&base, &mine, &theirs).content;
        prop_assert_eq!(validate(&joined, TODAY), []);
        for (section, lists) in [
            (Section::Work, [&base.work, &mine.work, &theirs.work, &joined.work]),
        ] {
            let [base, mine, theirs, joined] = lists;
            for entry in mine.iter().chain(theirs).filter(|entry| find(base, entry.id).is_none()) {
                prop_assert!(find(joined, entry.id).is_some(), "{:?} {}", section, entry.id);
            }
        }
    }
}
