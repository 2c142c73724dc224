//! The private desktop is what the tests in the window believe it to be.

use xtask::Desktop;
use xtask::desktop::DesktopOptions;

#[test]
fn a_desktop_has_a_display_of_the_size_asked_for() {
    let options = DesktopOptions { width: 390, height: 844, keyring: false, ..DesktopOptions::default() };
    let desktop = Desktop::start(&options).unwrap();
    let file = desktop.scratch().join("display.png");
    desktop.picture(&file).unwrap();
    let png = std::fs::read(file).unwrap();
    assert_eq!(png[16..24], [0, 0, 1, 134, 0, 0, 3, 76], "width and height stand in the first chunk");
}

#[test]
fn a_desktop_has_an_unlocked_keyring_of_its_own() {
    let desktop = Desktop::start(&DesktopOptions::default()).unwrap();
    let mut ask = desktop.command("dbus-send");
    ask.args(["--session", "--print-reply=literal", "--dest=org.freedesktop.secrets"]);
    ask.args(["/org/freedesktop/secrets/aliases/default", "org.freedesktop.DBus.Properties.Get"]);
    ask.args(["string:org.freedesktop.Secret.Collection", "string:Locked"]);
    let answer = ask.output().unwrap();
    let answer = String::from_utf8(answer.stdout).unwrap();
    assert!(answer.contains("boolean false"), "{answer}");
}

#[test]
fn a_desktop_ends_with_its_programs() {
    let desktop = Desktop::start(&DesktopOptions::default()).unwrap();
    let scratch = desktop.scratch().to_owned();
    let display = desktop.command("printenv").arg("DISPLAY").output().unwrap();
    drop(desktop);
    assert!(!scratch.exists());
    let display = String::from_utf8(display.stdout).unwrap();
    let socket = format!("/tmp/.X11-unix/X{}", display.trim().trim_start_matches(':'));
    assert!(std::os::unix::net::UnixStream::connect(socket).is_err());
}

#[test]
fn a_desktop_speaks_the_language_asked_for() {
    for (language, sunday) in [("zh_CN.UTF-8", "星期日"), ("en_US.UTF-8", "Sunday")] {
        let options =
            DesktopOptions { keyring: false, language: language.to_owned(), ..DesktopOptions::default() };
        let desktop = Desktop::start(&options).unwrap();
        let day = desktop.command("date").args(["-d", "2026-11-22", "+%A"]).output().unwrap();
        assert_eq!(String::from_utf8(day.stdout).unwrap().trim(), sunday);
    }
}
