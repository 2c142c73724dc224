//! `cargo xtask check trace WORD`: one name for one idea in every layer, so one word leads through all of them.

use super::sizes::sources;
use crate::workspace;
use anyhow::{Result, bail};

/// The layers, from the screen inwards.
const LAYERS: &[(&str, &str)] = &[
    ("ui/src/", "page"),
    ("src-tauri/", "shell"),
    ("crates/contract/", "contract"),
    ("crates/core/", "core"),
    ("crates/host/", "host"),
    ("crates/server/", "server"),
    ("crates/storage/", "storage"),
    ("crates/search/", "search"),
    ("crates/typeset/", "typeset"),
    ("crates/domain/", "domain"),
    ("tests/", "flows"),
];

/// Prints, layer by layer, the files that are named after the word or mention it, with the first line.
pub fn run(word: &str) -> Result<()> {
    let spellings = spellings(word);
    let sources = sources()?;
    let mut anywhere = false;
    for (folder, layer) in LAYERS {
        let mut rows = Vec::new();
        for name in sources.iter().filter(|name| name.starts_with(folder)) {
            let text = std::fs::read_to_string(workspace::root().join(name)).unwrap_or_default();
            let path = name.replace('/', "_");
            let named = spellings.iter().any(|spelling| path.contains(spelling.as_str()));
            let mentions = |line: &str| spellings.iter().any(|spelling| line.contains(spelling.as_str()));
            let first = text.lines().enumerate().find(|(_, line)| mentions(line));
            let count = text.lines().filter(|line| mentions(line)).count();
            match first {
                Some((at, line)) => rows.push(format!("{name}:{}  ({count}) {}", at + 1, line.trim())),
                None if named => rows.push(name.clone()),
                None => {}
            }
        }
        anywhere |= !rows.is_empty();
        println!("{layer}");
        for row in &rows {
            println!("    {row}");
        }
        if rows.is_empty() {
            println!("    -");
        }
    }
    if !anywhere {
        bail!("no layer knows {}", spellings.join(", "));
    }
    Ok(())
}

/// `resume_edit`, `resume-edit`, `resumeEdit`, `ResumeEdit`.
fn spellings(word: &str) -> Vec<String> {
    let mut snake = String::new();
    for letter in word.chars() {
        if letter.is_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.extend(letter.to_lowercase());
    }
    let snake = snake.replace(['-', ' '], "_");
    let capital = |part: &str| {
        let mut letters = part.chars();
        letters
            .next()
            .map(|first| first.to_uppercase().chain(letters).collect::<String>())
            .unwrap_or_default()
    };
    let pascal: String = snake.split('_').map(capital).collect();
    let camel =
        snake.split('_').enumerate().map(|(at, part)| if at == 0 { part.to_owned() } else { capital(part) });
    let mut all = vec![snake.clone(), snake.replace('_', "-"), camel.collect(), pascal];
    all.dedup();
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_spelling_leads_to_all() {
        let all = ["resume_edit", "resume-edit", "resumeEdit", "ResumeEdit"];
        for word in all {
            assert_eq!(spellings(word), all, "{word}");
        }
    }
}
