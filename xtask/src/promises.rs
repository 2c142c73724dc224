//! `cargo xtask promises`: which promises have a test. A test names the row's id in its name, its doc line or its
//! title: `S-VIS-03`, or `s_vis_03` in a name.

use crate::check::sources;
use crate::workspace;
use anyhow::{Context, Result, bail};
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};

/// One row a promise: id, tab, what it is about.
const ROWS: &str = include_str!("promises.tsv");

/// How far below an id its test may begin: a doc text, attributes.
const REACH: usize = 12;

/// What to list.
#[derive(clap::Args)]
pub struct Args {
    /// List the promises without a test instead.
    #[arg(long)]
    open: bool,
}

/// Prints the rows with their tests.
pub fn run(args: &Args) -> Result<()> {
    let rows: BTreeMap<&str, &str> = ROWS.lines().filter_map(|line| line.split_once('\t')).collect();
    let mut tests: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut unknown = Vec::new();
    for name in sources()? {
        let text = std::fs::read_to_string(workspace::root().join(&name)).unwrap_or_default();
        for (id, line) in tested(&text)? {
            if rows.contains_key(id.as_str()) {
                tests.entry(id).or_default().insert(format!("{name}:{line}"));
            } else {
                unknown.push(format!("{name}:{line}: there is no row {id}"));
            }
        }
    }
    for (id, about) in &rows {
        match tests.get(*id) {
            Some(places) if !args.open => {
                println!("{id}  {about}");
                for place in places {
                    println!("    {place}");
                }
            }
            None if args.open => println!("{id}  {about}"),
            _ => {}
        }
    }
    println!("{} of {} promises have a test", tests.len(), rows.len());
    if !unknown.is_empty() {
        bail!("{}", unknown.join("\n"));
    }
    Ok(())
}

/// Ids that belong to a test, with the line of each (from 1).
fn tested(text: &str) -> Result<Vec<(String, usize)>> {
    let id = Regex::new(r"(?i)\bS[-_]([A-Z]{2,5})[-_](\d\d)\b|_s_([a-z]{2,5})_(\d\d)")
        .context("the pattern of an id")?;
    let test_mark = Regex::new(r"#\[(\w+::)*(test|rstest)\b|#\[test_|^\s*(it|test|story|scenario)(\.\w+)*\(")
        .context("the pattern of a test")?;
    let function = Regex::new(r"^\s*(pub |async |const )*fn |^\s*(pub )?(struct|enum|mod|const) ")
        .context("the pattern of a function")?;
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        for hit in id.captures_iter(line) {
            let part = |first: usize, second: usize| {
                hit.get(first).or(hit.get(second)).map_or("", |one| one.as_str())
            };
            let name = format!("S-{}-{}", part(1, 3).to_uppercase(), part(2, 4));
            // The test's own line, or the first item below; for a name, the attribute stands above.
            let below = lines
                .iter()
                .skip(at)
                .take(REACH)
                .find(|one| test_mark.is_match(one) || function.is_match(one));
            let above =
                lines.iter().take(at).rev().take(4).find(|one| test_mark.is_match(one) || one.trim() == "}");
            let own = below.is_some_and(|one| test_mark.is_match(one))
                || (function.is_match(line) && above.is_some_and(|one| test_mark.is_match(one)))
                || (line.trim_start().starts_with("///") && follows_attribute(&lines, at, &test_mark));
            if own {
                found.push((name, at + 1));
            }
        }
    }
    Ok(found)
}

/// A doc line below the attribute that makes the function a test.
fn follows_attribute(lines: &[&str], at: usize, test_mark: &Regex) -> bool {
    lines
        .iter()
        .take(at)
        .rev()
        .take_while(|line| matches!(line.trim_start().get(..2), Some("//" | "#[")))
        .any(|line| test_mark.is_match(line))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(text: &str) -> Vec<String> {
        tested(text).unwrap().into_iter().map(|(id, _)| id).collect()
    }

    #[test]
    fn a_doc_line_above_a_test_counts() {
        assert_eq!(
            ids("/// S-MIN-01: and S-POL-01\n#[tokio::test]\nasync fn a() {}"),
            ["S-MIN-01", "S-POL-01"]
        );
        assert_eq!(ids("#[test]\n/// S-MIN-01\nfn a() {}"), ["S-MIN-01"]);
    }

    #[test]
    fn a_name_or_title_counts() {
        assert_eq!(ids("#[test]\nfn refused_s_min_01() {}"), ["S-MIN-01"]);
        assert_eq!(ids("  it(\"asks nothing (S-AUTH-05)\", () => {"), ["S-AUTH-05"]);
    }

    #[test]
    fn an_id_beside_other_code_is_not_a_test() {
        assert!(ids("/// S-MIN-01\npub fn check() {}\n\n#[test]\nfn a() {}").is_empty());
    }
}
