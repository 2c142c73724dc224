//! The real keyring is a gnome-keyring of its own on a bus of its own: each test there starts this test program
//! again inside `dbus-run-session`, where the part marked `ignore` runs.

use super::*;
use std::process::{Command, Stdio};
use std::sync::Condvar;
use std::time::Instant;

/// Runs one of the ignored tests on a private bus; `keyring` starts an unlocked keyring there first.
fn on_a_private_bus(test: &str, keyring: bool) {
    for program in ["dbus-run-session", "gnome-keyring-daemon"] {
        if Command::new(program)
            .arg("--version")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .is_err()
        {
            eprintln!("SKIPPED, since {program} is not installed: {test}");
            return;
        }
    }
    let home = tempfile::tempdir().unwrap();
    let folder = |name: &str| {
        let folder = home.path().join(name);
        std::fs::create_dir_all(&folder).unwrap();
        folder
    };
    // gnome-keyring asks on the terminal for nothing when the password of a new keyring comes in this way.
    let unlock = "printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null";
    let script = format!("{} exec \"$@\"", if keyring { format!("{unlock} &&") } else { String::new() });
    // Without service folders the bus starts nothing by itself: no keyring means none.
    let bus = home.path().join("bus.conf");
    std::fs::write(
        &bus,
        format!(
            "<!DOCTYPE busconfig PUBLIC '-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN' \
             'http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd'><busconfig><type>session</type>\
             <listen>unix:tmpdir={}</listen><policy context='default'><allow send_destination='*' \
             eavesdrop='true'/><allow eavesdrop='true'/><allow own='*'/></policy></busconfig>",
            folder("bus").display()
        ),
    )
    .unwrap();
    let output = Command::new("dbus-run-session")
        .arg(format!("--config-file={}", bus.display()))
        .args(["--", "bash", "-c", &script, "inside"])
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", &format!("vault::tests::inside::{test}"), "--ignored", "--nocapture"])
        .env("HOME", home.path())
        .env("XDG_RUNTIME_DIR", folder("run"))
        .env("XDG_DATA_HOME", folder("data"))
        .env("XDG_CONFIG_HOME", folder("config"))
        .env("XDG_CACHE_HOME", folder("cache"))
        .env_remove("DISPLAY")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && said.contains("1 passed"),
        "{said}\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn a_secret_stays_in_the_real_keyring_until_it_is_removed() {
    on_a_private_bus("a_secret_stays", true);
}

#[test]
fn a_keyring_that_comes_later_is_found() {
    on_a_private_bus("a_keyring_comes_later", false);
}

mod inside {
    use super::*;

    fn secret(text: &str) -> Sensitive {
        Sensitive::new(text.to_owned())
    }

    /// The keyring's program has answered before its service stands on the bus.
    async fn until_served(vault: &KeyringVault) {
        let begun = Instant::now();
        while let Err(error) = vault.load(VaultSlot::RefreshToken).await {
            assert!(begun.elapsed() < PATIENCE, "{error}");
        }
    }

    #[tokio::test]
    #[ignore = "needs the private bus that the test of the outer module starts"]
    async fn a_secret_stays() {
        let vault = KeyringVault::new("default", "demo");
        until_served(&vault).await;
        assert_eq!(vault.load(VaultSlot::RefreshToken).await, Ok(None));
        vault.store(VaultSlot::RefreshToken, &secret("一 token")).await.unwrap();
        vault.store(VaultSlot::RefreshToken, &secret("二 token")).await.unwrap();
        vault.store(VaultSlot::DatabaseKey, &secret("key")).await.unwrap();

        let again = KeyringVault::new("default", "demo");
        assert_eq!(again.load(VaultSlot::RefreshToken).await, Ok(Some(secret("二 token"))));
        assert_eq!(again.load(VaultSlot::DatabaseKey).await, Ok(Some(secret("key"))));
        let other = KeyringVault::new("second", "demo");
        assert_eq!(other.load(VaultSlot::RefreshToken).await, Ok(None));

        again.remove(VaultSlot::RefreshToken).await.unwrap();
        again.remove(VaultSlot::RefreshToken).await.unwrap();
        assert_eq!(vault.load(VaultSlot::RefreshToken).await, Ok(None));
        assert_eq!(vault.load(VaultSlot::DatabaseKey).await, Ok(Some(secret("key"))));
    }

    #[tokio::test]
    #[ignore = "needs the private bus that the test of the outer module starts"]
    async fn a_keyring_comes_later() {
        let vault = KeyringVault::new("default", "demo");
        vault.load(VaultSlot::RefreshToken).await.unwrap_err();
        vault.store(VaultSlot::RefreshToken, &secret("token")).await.unwrap_err();

        let started = Command::new("bash")
            .args(["-c", "printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null"])
            .status()
            .unwrap();
        assert!(started.success());
        until_served(&vault).await;
        vault.store(VaultSlot::RefreshToken, &secret("token")).await.unwrap();
        assert_eq!(vault.load(VaultSlot::RefreshToken).await, Ok(Some(secret("token"))));
    }
}

static RELEASED: (Mutex<bool>, Condvar) = (Mutex::new(false), Condvar::new());

fn hangs() -> keyring_core::Result<Arc<CredentialStore>> {
    let released = RELEASED.0.lock().unwrap();
    drop(RELEASED.1.wait_while(released, |released| !*released).unwrap());
    Err(keyring_core::Error::NoDefaultStore)
}

#[tokio::test]
async fn a_keyring_that_hangs_is_given_up() {
    let vault = KeyringVault::with_opener("default", "demo", hangs, Duration::from_millis(50));
    let begun = Instant::now();
    vault.load(VaultSlot::RefreshToken).await.unwrap_err();
    assert!(begun.elapsed() < PATIENCE);
    *RELEASED.0.lock().unwrap() = true;
    RELEASED.1.notify_all();
}

fn broken() -> keyring_core::Result<Arc<CredentialStore>> {
    Err(keyring_core::Error::NoStorageAccess("locked".into()))
}

#[tokio::test]
async fn a_locked_keyring_is_unavailable_and_says_why() {
    let vault = KeyringVault::with_opener("default", "demo", broken, PATIENCE);
    let error = vault.load(VaultSlot::DatabaseKey).await.unwrap_err();
    assert!(error.0.contains("locked"), "{error}");
}

#[test]
fn an_error_that_carries_the_secret_does_not_show_it() {
    let error = keyring_core::Error::BadEncoding(b"secret".to_vec());
    assert!(!described(&error).contains("secret"));
}

#[test]
fn an_entry_that_is_not_ours_is_no_secret() {
    decoded("not base64!").unwrap_err();
}
