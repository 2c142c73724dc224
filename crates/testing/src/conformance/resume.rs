use zhitu_core::ports::{LocalStore, ResumeRow, ResumeSteps, UNDO_STEPS, UndoStep};
use zhitu_domain::resume::ResumeContent;
use zhitu_domain::resume::visibility::VisibilitySetting;

fn named(name: &str) -> ResumeContent {
    let mut content = crate::samples::resume();
    name.clone_into(&mut content.basic.name);
    content
}

async fn row(store: &dyn LocalStore) -> ResumeRow {
    store.resume().await.expect("read").expect("there")
}

async fn name(store: &dyn LocalStore) -> String {
    row(store).await.content.basic.name
}

async fn edit(store: &dyn LocalStore, name: &str) {
    store.resume_edit(&named(name), UndoStep::New, &[]).await.expect("written");
}

pub(super) async fn a_first_edit_is_based_on_nothing(store: &dyn LocalStore) {
    assert_eq!(store.resume().await, Ok(None));
    assert_eq!(store.resume_undo().await, Ok(false));
    assert_eq!(store.resume_redo().await, Ok(false));
    store.resume_edit(&named("一"), UndoStep::New, &["basic/name".to_owned()]).await.expect("written");
    let expected = ResumeRow {
        base_version: 0,
        base: ResumeContent::default(),
        visibility: VisibilitySetting::Private,
        content: named("一"),
        dirty: true,
        revision: 1,
        clashes: vec!["basic/name".to_owned()],
        can_undo: true,
        can_redo: false,
    };
    assert_eq!(row(store).await, expected);
    assert_eq!(store.resume_undo().await, Ok(true));
    assert_eq!(row(store).await.content, ResumeContent::default());
}

pub(super) async fn steps_are_undone_and_redone_in_order(store: &dyn LocalStore) {
    for name in ["一", "二", "三"] {
        edit(store, name).await;
    }
    let revision = row(store).await.revision;
    assert_eq!(store.resume_undo().await, Ok(true));
    assert_eq!(name(store).await, "二");
    assert_eq!(store.resume_undo().await, Ok(true));
    assert_eq!(name(store).await, "一");
    assert_eq!(row(store).await.revision, revision + 2, "undoing is a change to be saved");
    assert_eq!(store.resume_redo().await, Ok(true));
    assert_eq!(store.resume_redo().await, Ok(true));
    assert_eq!(name(store).await, "三");
    assert_eq!(store.resume_redo().await, Ok(false));
    let now = row(store).await;
    assert!(now.can_undo && !now.can_redo && now.dirty);
}

pub(super) async fn an_edit_after_undoing_drops_what_could_be_redone(store: &dyn LocalStore) {
    edit(store, "一").await;
    edit(store, "二").await;
    store.resume_undo().await.expect("undone");
    assert!(row(store).await.can_redo);
    edit(store, "三").await;
    assert!(!row(store).await.can_redo);
    store.resume_undo().await.expect("undone");
    assert_eq!(name(store).await, "一");
}

pub(super) async fn typing_on_is_one_step(store: &dyn LocalStore) {
    edit(store, "周").await;
    edit(store, "周予").await;
    store.resume_edit(&named("周予安"), UndoStep::SameAsLast, &[]).await.expect("written");
    assert_eq!(row(store).await.revision, 3);
    store.resume_undo().await.expect("undone");
    assert_eq!(name(store).await, "周");
    store.resume_redo().await.expect("redone");
    assert_eq!(name(store).await, "周予安");
}

pub(super) async fn steps_beyond_the_limit_are_dropped(store: &dyn LocalStore) {
    for number in 0..UNDO_STEPS + 5 {
        edit(store, &number.to_string()).await;
    }
    assert_eq!(store.resume_steps().await.expect("read").undo.len(), UNDO_STEPS);
    let mut undone = 0;
    while store.resume_undo().await.expect("undone") {
        undone += 1;
    }
    assert_eq!(undone, UNDO_STEPS);
    assert_eq!(name(store).await, "4", "the oldest went");
}

pub(super) async fn a_save_is_clean_only_when_nothing_was_typed_since(store: &dyn LocalStore) {
    edit(store, "一").await;
    edit(store, "二").await;
    store.resume_saved(4, &named("一"), 1, &["basic/email".to_owned()]).await.expect("noted");
    let now = row(store).await;
    assert!(now.dirty, "something was typed while the save was on its way");
    assert_eq!((now.base_version, now.base, now.clashes), (4, named("一"), vec!["basic/email".to_owned()]));
    assert_eq!(now.content, named("二"));
    store.resume_saved(5, &named("二"), 2, &[]).await.expect("noted");
    let now = row(store).await;
    assert!(!now.dirty && now.clashes.is_empty() && now.base_version == 5);
    assert!(now.can_undo, "what is saved can still be undone");
}

pub(super) async fn a_joined_copy_replaces_all(store: &dyn LocalStore) {
    edit(store, "一").await;
    edit(store, "二").await;
    let joined = ResumeRow {
        base_version: 9,
        base: named("甲"),
        visibility: VisibilitySetting::Platform,
        content: named("乙"),
        dirty: true,
        revision: 12,
        clashes: vec!["basic/name".to_owned()],
        can_undo: true,
        can_redo: true,
    };
    let steps =
        ResumeSteps { undo: vec![named("丙"), named("丁")], redo: vec![named("戊"), named("己")] };
    store.resume_replace(&joined, &steps).await.expect("written");
    assert_eq!(row(store).await, joined);
    assert_eq!(store.resume_steps().await, Ok(steps));
    store.resume_redo().await.expect("redone");
    assert_eq!(name(store).await, "己");
    store.resume_undo().await.expect("undone");
    store.resume_undo().await.expect("undone");
    assert_eq!(name(store).await, "丁");
    let emptied = ResumeRow { can_undo: false, can_redo: false, ..joined };
    store.resume_replace(&emptied, &ResumeSteps::default()).await.expect("written");
    assert_eq!(row(store).await, emptied);
}
