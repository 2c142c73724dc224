//! A process that does nothing but give its database other keys is killed again and again: whenever that is, the file
//! opens with a key that the vault has, and every row is there.

use super::files;
use crate::own_process::{command, here};
use crate::rng::SystemRng;
use crate::store::DeviceStore;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{ChildStdout, Stdio};
use std::time::Duration;
use zhitu_core::ports::VaultSlot::{DatabaseKey, DatabaseKeyNext};
use zhitu_core::ports::{LocalStore as _, Rng as _, TokenVault as _};
use zhitu_domain::chat::Side;
use zhitu_domain::id::ConversationId;
use zhitu_testing::{FolderVault, SeededRng, samples};

/// Names the folder of the process that is killed.
const FOLDER: &str = "ZHITU_TEST_REKEY_FOLDER";

/// Messages that are there from the beginning: enough pages for a kill to meet them being written.
const BEFORE: u32 = 2_000;

#[test]
fn a_kill_while_the_key_is_changed_loses_nothing() {
    kills(here!(), 10, 1);
}

/// As often as `ZHITU_KILLS` says, 200 times without it; docs/TESTING.md says how it is run.
#[test]
#[ignore = "takes minutes"]
fn a_kill_while_the_key_is_changed_loses_nothing_in_the_long_run() {
    let count = std::env::var("ZHITU_KILLS").ok().and_then(|count| count.parse().ok()).unwrap_or(200);
    let cut_short = kills(here!(), count, 2);
    assert!(
        cut_short > 0,
        "no kill met a file that had its new key and a keyring that had it not in its place"
    );
}

/// How often opening had to carry the change to its end.
fn kills(test: &str, count: u32, seed: u64) -> u32 {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("secrets")).unwrap();
    let within =
        test.rsplit_once("::").unwrap().0.to_owned() + "::within::changes_its_key_until_it_is_killed";
    let chance = SeededRng::new(seed);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let mut rows = runtime.block_on(begin(folder.path()));
    let mut cut_short = 0;
    let mut changes = 0;
    for round in 1..=count {
        let mut process = command(&within).env(FOLDER, folder.path()).stdout(Stdio::piped()).spawn().unwrap();
        let mut told = Told(BufReader::new(process.stdout.take().unwrap()));
        assert_eq!(told.next().as_deref(), Some("ready"), "round {round}");
        // The moment of the kill is drawn by chance; nothing waits for it to pass.
        let mut byte = [0];
        chance.fill(&mut byte);
        std::thread::sleep(Duration::from_millis(u64::from(byte[0] / 2)));
        process.kill().unwrap();
        process.wait().unwrap();
        while let Some(line) = told.next() {
            rows = line.parse().unwrap();
            changes += 1;
        }
        let found = runtime.block_on(look(folder.path(), &mut cut_short));
        // One that was written when the kill came may be there although nobody was told.
        assert!((rows..=rows + 1).contains(&found), "round {round}: {found} rows of {rows}");
        rows = found;
    }
    eprintln!("{count} kills, {changes} changes of the key, {cut_short} carried to their end by opening");
    cut_short
}

/// What the process tells, line by line, between what the test program itself prints.
struct Told(BufReader<ChildStdout>);

impl Told {
    fn next(&mut self) -> Option<String> {
        loop {
            let mut line = String::new();
            if self.0.read_line(&mut line).unwrap() == 0 {
                return None;
            }
            if let Some((_, told)) = line.trim_end().split_once("told: ") {
                return Some(told.to_owned());
            }
        }
    }
}

pub(super) fn conversation() -> ConversationId {
    samples::conversation(1, Side::Seeker).id
}

async fn opened(folder: &Path) -> (DeviceStore, FolderVault) {
    let vault = FolderVault::new(&folder.join("secrets"));
    let opened = DeviceStore::open(&folder.join("data"), &vault, &SystemRng).await.unwrap();
    let names: Vec<String> = files(&folder.join("data")).into_iter().map(|(name, _)| name).collect();
    assert!(opened.set_aside.is_none() && !opened.store.in_memory(), "{names:?}");
    (opened.store, vault)
}

pub(super) async fn add(store: &DeviceStore, from: u32, to: u32) {
    let text = "这一句够长，几千句就占满许多页。".repeat(4);
    let messages: Vec<_> =
        (from..=to).map(|seq| samples::message(conversation(), seq, Side::Seeker, &text)).collect();
    store.messages_put(&messages).await.unwrap();
}

async fn begin(folder: &Path) -> u32 {
    let (store, _) = opened(folder).await;
    add(&store, 1, BEFORE).await;
    store.close().await;
    BEFORE
}

/// The number of rows, each of which must be readable; counts a change that opening carried to its end.
async fn look(folder: &Path, cut_short: &mut u32) -> u32 {
    let vault = FolderVault::new(&folder.join("secrets"));
    let (before, next) = (vault.load(DatabaseKey).await.unwrap(), vault.load(DatabaseKeyNext).await.unwrap());
    let (store, _) = opened(folder).await;
    let after = vault.load(DatabaseKey).await.unwrap();
    if after != before {
        assert_eq!(after, next);
        *cut_short += 1;
    }
    let messages = store.messages(conversation()).await.unwrap();
    let whole: String = sqlx::query_scalar("pragma integrity_check")
        .fetch_one(store.connection.lock().await.get().await.unwrap())
        .await
        .unwrap();
    assert_eq!(whole, "ok");
    store.close().await;
    let numbers: Vec<u32> = messages.iter().map(|message| message.seq).collect();
    let count = u32::try_from(numbers.len()).unwrap();
    assert_eq!(numbers, (1..=count).collect::<Vec<_>>());
    count
}

mod within {
    use super::*;

    fn tell(what: &str) {
        let mut out = std::io::stdout().lock();
        writeln!(out, "told: {what}").unwrap();
        out.flush().unwrap();
    }

    #[tokio::test]
    #[ignore = "is the process that the tests of the outer module kill"]
    async fn changes_its_key_until_it_is_killed() {
        let folder = std::env::var_os(FOLDER).unwrap();
        let (store, vault) = opened(Path::new(&folder)).await;
        tell("ready");
        loop {
            store.rekey(&vault, &SystemRng).await.unwrap();
            let row = store.messages_last_seq(conversation()).await.unwrap() + 1;
            add(&store, row, row).await;
            tell(&row.to_string());
        }
    }
}
