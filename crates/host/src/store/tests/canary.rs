//! Nothing that was kept can be read in any file: a word of its own goes in through each method that takes text, and
//! every byte that reaches the disk is looked through for it.

use super::{files, open, open_plain, search};
use crate::own_process::{assert_passed, command, here};
use crate::store::DeviceStore;
use std::fs;
use std::path::Path;
use zhitu_contract::auth::RecruiterState;
use zhitu_contract::policy::{Language, PolicyAcceptance};
use zhitu_core::ports::{LocalStore as _, OutgoingMessage, ResumeSteps, UndoStep};
use zhitu_domain::chat::Side;
use zhitu_domain::id::{BlockId, MessageId};
use zhitu_domain::recruiter::Verification;
use zhitu_domain::resume::ResumeContent;
use zhitu_domain::time::Timestamp;
use zhitu_testing::{MemoryVault, samples};

/// Names the folder of the test within.
const FOLDER: &str = "ZHITU_TEST_CANARY_FOLDER";

/// A word for a place, in both scripts; it stands nowhere else.
fn canary(place: &str) -> String {
    format!("金丝雀{place}canary")
}

fn resume(place: &str) -> ResumeContent {
    ResumeContent { self_assessment: canary(place), ..samples::resume() }
}

/// Puts a word into everything that is kept as text; the words.
async fn fill(store: &DeviceStore) -> Vec<String> {
    let at = Timestamp(1);
    let accepted = PolicyAcceptance { version: canary("acceptance"), accepted_at: at };
    store.policy_acceptance_set(&accepted).await.unwrap();
    let mut policy = samples::policy(Language::ZhCn, "1");
    policy.title = canary("policy");
    store.policy_text_set(&policy).await.unwrap();
    let mut card = samples::job_card(1);
    card.title = canary("favourite");
    store.favourite_put(&card, at).await.unwrap();
    card.title = canary("seen");
    store.kept_jobs_put(std::slice::from_ref(&card), at).await.unwrap();
    let mut opened = samples::job(&card);
    opened.content.description = canary("opened");
    store.kept_job_put(&opened, &card, at).await.unwrap();
    store.search_history_add(&search(&canary("search")), at).await.unwrap();

    let clashes = [canary("clash")];
    store.resume_edit(&resume("undone"), UndoStep::New, &clashes).await.unwrap();
    store.resume_edit(&resume("redone"), UndoStep::New, &clashes).await.unwrap();
    store.resume_undo().await.unwrap();
    store.resume_saved(1, &resume("saved"), 0, &clashes).await.unwrap();
    let row = store.resume().await.unwrap().unwrap();
    let mut steps: ResumeSteps = store.resume_steps().await.unwrap();
    steps.undo.push(resume("step"));
    store.resume_replace(&row, &steps).await.unwrap();

    let mut conversation = samples::conversation(1, Side::Seeker);
    conversation.with = canary("conversation");
    store.conversations_put(std::slice::from_ref(&conversation)).await.unwrap();
    let message = samples::message(conversation.id, 1, Side::Company, &canary("message"));
    store.messages_put(&[message]).await.unwrap();
    let outgoing = OutgoingMessage {
        id: MessageId(samples::key(7)),
        conversation: conversation.id,
        text: canary("outgoing"),
        at,
        refused: false,
    };
    store.outgoing_add(&outgoing).await.unwrap();
    let mut application = samples::application(1);
    application.job.company = canary("application");
    store.applications_replace(&[application]).await.unwrap();
    store.block_names_put(&[(BlockId(samples::key(8)), canary("blocked"))]).await.unwrap();
    let mut account = samples::account(1);
    account.recruiter = Some(RecruiterState {
        name: canary("account"),
        title: String::new(),
        company: String::new(),
        verification: Verification::default(),
    });
    store.account_set(&account).await.unwrap();

    [
        "acceptance",
        "policy",
        "favourite",
        "seen",
        "opened",
        "search",
        "clash",
        "undone",
        "redone",
        "saved",
        "step",
        "conversation",
        "message",
        "outgoing",
        "application",
        "blocked",
        "account",
    ]
    .map(canary)
    .to_vec()
}

/// Makes SQLite sort and keep more than it likes to in memory: what it would put into files of its own.
async fn use_temporary_space(store: &DeviceStore) {
    let query = "create temp table copy as
            with recursive number (n) as (select 1 union all select n + 1 from number where n < 20000)
            select message || n as text from message, number order by text;
        vacuum";
    sqlx::raw_sql(query).execute(store.connection.lock().await.get().await.unwrap()).await.unwrap();
}

/// A word as UTF-8 and as both kinds of UTF-16.
fn forms(word: &str) -> [Vec<u8>; 3] {
    let units: Vec<u16> = word.encode_utf16().collect();
    [
        word.as_bytes().to_vec(),
        units.iter().flat_map(|unit| unit.to_le_bytes()).collect(),
        units.iter().flat_map(|unit| unit.to_be_bytes()).collect(),
    ]
}

/// What is legible, as `word in file`.
fn legible(files: &[(String, Vec<u8>)], words: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    for (name, bytes) in files {
        for word in words {
            if forms(word).iter().any(|form| bytes.windows(form.len()).any(|window| window == form)) {
                found.push(format!("{word} in {name}"));
            }
        }
    }
    found
}

/// All files that this process has on the disk below a folder: those with a name, and those that it holds open and whose
/// name is gone already, as SQLite's temporary ones are.
fn all_files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut all = files(&folder.join("data"));
    all.extend(files(&folder.join("temp")));
    let open = fs::read_dir("/proc/self/fd").into_iter().flatten().map(|entry| entry.unwrap().path());
    for descriptor in open {
        let Ok(target) = fs::read_link(&descriptor) else { continue };
        if target.starts_with(folder)
            && target.to_string_lossy().ends_with(" (deleted)")
            && let Ok(bytes) = fs::read(&descriptor)
        {
            all.push((target.to_string_lossy().into_owned(), bytes));
        }
    }
    all
}

/// S-SEC-02
#[test]
fn nothing_is_legible_in_any_file() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["data", "temp"] {
        fs::create_dir(folder.path().join(name)).unwrap();
    }
    let within = here!().replace("nothing_is_legible_in_any_file", "within::nothing_is_legible");
    let temp = folder.path().join("temp");
    let mut command = command(&within);
    command.env(FOLDER, folder.path()).env("TMPDIR", &temp).env("SQLITE_TMPDIR", &temp);
    assert_passed(&command.output().unwrap());
}

mod within {
    use super::*;

    #[tokio::test]
    #[ignore = "needs the folder that the test of the outer module makes"]
    async fn nothing_is_legible() {
        let folder = std::env::var_os(FOLDER).unwrap();
        let folder = Path::new(&folder);
        let data = folder.join("data");
        let store = open(&data, &MemoryVault::default()).await;
        let mut words = fill(&store).await;
        words.extend(["SQLite format", "create table", "outgoing"].map(str::to_owned));
        use_temporary_space(&store).await;

        let while_open = all_files(folder);
        assert!(while_open.iter().any(|(name, bytes)| name.ends_with("-wal") && !bytes.is_empty()));
        assert_eq!(legible(&while_open, &words), Vec::<String>::new());
        store.close().await;
        assert_eq!(legible(&all_files(folder), &words), Vec::<String>::new());
        // Set aside, its key being lost, beside a new one.
        let store = open(&data, &MemoryVault::default()).await;
        fill(&store).await;
        let with_set_aside = all_files(folder);
        assert!(with_set_aside.iter().any(|(name, _)| name.ends_with(".unreadable")));
        assert_eq!(legible(&with_set_aside, &words), Vec::<String>::new());
        store.close().await;

        the_search_finds_what_is_legible(folder).await;
    }

    /// The same in a file without a key, with temporary files: each word is found, so it would have been found above.
    async fn the_search_finds_what_is_legible(folder: &Path) {
        let store = open_plain(&folder.join("data")).await;
        sqlx::raw_sql("pragma temp_store = file")
            .execute(store.connection.lock().await.get().await.unwrap())
            .await
            .unwrap();
        let words = fill(&store).await;
        use_temporary_space(&store).await;
        let found = all_files(folder);
        for word in words {
            assert!(!legible(&found, std::slice::from_ref(&word)).is_empty(), "{word}");
        }
        if Path::new("/proc/self/fd").exists() {
            let temporary: Vec<_> =
                found.into_iter().filter(|(name, _)| name.ends_with(" (deleted)")).collect();
            assert!(
                !legible(&temporary, &[canary("message")]).is_empty(),
                "nor is a file without a name passed over"
            );
        }
        store.close().await;
    }

    #[test]
    fn each_form_of_a_word_is_seen() {
        for form in forms(&canary("form")) {
            let file = ("file".to_owned(), [b"before".to_vec(), form, b"after".to_vec()].concat());
            assert_eq!(legible(&[file], &[canary("form")]).len(), 1);
        }
    }
}
