//! Files stay short enough to be read in one go.

use crate::workspace;
use anyhow::Result;

/// From here on a file splits. Over 400 its tests move out; that is advice.
const LINES: usize = 600;

/// Files of code that are longer. Generated ones do not count.
pub fn breaches() -> Result<Vec<String>> {
    let mut breaches = Vec::new();
    for name in sources()? {
        let text = std::fs::read_to_string(workspace::root().join(&name)).unwrap_or_default();
        let lines = text.lines().count();
        if lines > LINES {
            breaches.push(format!("{name}: {lines} lines, {LINES} at most"));
        }
    }
    Ok(breaches)
}

/// Hand-written code that git knows or would take.
pub fn sources() -> Result<Vec<String>> {
    let mut git = workspace::command("git");
    git.args(["ls-files", "--cached", "--others", "--exclude-standard"]);
    git.args(["*.rs", "*.ts", "*.svelte", "*.js", "*.css", "*.sql", "*.sh"]);
    let listed = workspace::output(&mut git)?;
    let own = |name: &&str| !name.contains("/generated/");
    Ok(listed.lines().filter(own).map(str::to_owned).collect())
}
