//! Tests that need a process of their own: the test program starts itself again, for one test alone. What tells that
//! test that it is the one within is a variable of its environment.

use std::ffi::OsString;
use std::process::{Command, Output};

/// The name of the test that this stands in, with its path.
macro_rules! here {
    () => {{
        fn here() {}
        std::any::type_name_of_val(&here).trim_end_matches("::here").trim_end_matches("::{{closure}}")
    }};
}
pub(crate) use here;

/// The command line that runs one test, named as by [`here`].
pub fn command_line(test: &str) -> Vec<OsString> {
    let (_, name) = test.split_once("::").unwrap();
    let words = ["--exact", name, "--nocapture", "--include-ignored"];
    [std::env::current_exe().unwrap().into_os_string()].into_iter().chain(words.map(OsString::from)).collect()
}

/// The command that runs one test.
pub fn command(test: &str) -> Command {
    let line = command_line(test);
    let mut command = Command::new(&line[0]);
    command.args(&line[1..]);
    command
}

/// The test within ran and passed.
pub fn assert_passed(output: &Output) {
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && said.contains("1 passed"),
        "{said}\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
}
