//! Reading a list of companies: one a line, or a table with a column for them.

use super::{COMPANY_NAME_MAX_CHARS, CompanyKey};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;
use utoipa::ToSchema;

/// The most names that are taken from one list.
pub const BLOCK_IMPORT_MAX_NAMES: usize = 1_000;

/// What the column of names may be called in a table's first line.
const HEADINGS: &[&str] =
    &["公司", "公司名称", "公司名", "企业", "企业名称", "单位名称", "company", "companyname", "name"];

/// What was read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct BlockImport {
    /// The companies, each once, in the list's order.
    pub names: Vec<ImportedName>,
    /// The lines that give none, in their order. Empty lines are no problem.
    pub problems: Vec<LineProblem>,
}

/// A company of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct ImportedName {
    /// Its line, from 1.
    pub line: u32,
    /// As it is written there.
    pub name: String,
}

/// A line that gives no company.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct LineProblem {
    /// Which, from 1.
    pub line: u32,
    /// Why.
    pub problem: ImportProblem,
}

/// Why a line gives no company.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ImportProblem {
    /// Less than two letters or digits.
    NoName,
    /// Over [`COMPANY_NAME_MAX_CHARS`] characters.
    TooLong,
    /// The same company as in an earlier line, however it is spelt there.
    Duplicate {
        /// That line.
        of: u32,
    },
    /// A quotation mark is opened and not closed in this line.
    OpenQuote,
    /// There were [`BLOCK_IMPORT_MAX_NAMES`] before. This line and those after it are not read.
    TooMany,
}

/// Reads a list.
///
/// When the first line has a cell that is one of the usual headings (公司名称, company, …), the list is a table, its
/// cells separated by tabs, commas or semicolons, and the names are those of that column. Otherwise a line is a name,
/// commas and all (Demo Co., Ltd.), and only empty cells at its end are taken off. A name in double quotes is what is
/// between them, two of them standing for one.
pub fn import(text: &str) -> BlockImport {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let mut found = BlockImport::default();
    let mut known: BTreeMap<CompanyKey, u32> = BTreeMap::new();
    let mut column = None;
    for (line, written) in (1_u32..).zip(text.lines()) {
        if line == 1 {
            column = heading(written);
            if column.is_some() {
                continue;
            }
        }
        let read = match &column {
            Some(column) => column.cell(written),
            None => whole(written),
        };
        let problem = match read {
            Ok(name) if name.is_empty() => continue,
            _ if found.names.len() == BLOCK_IMPORT_MAX_NAMES => ImportProblem::TooMany,
            Ok(name) => match check(&name, line, &mut known) {
                Ok(()) => {
                    found.names.push(ImportedName { line, name });
                    continue;
                }
                Err(problem) => problem,
            },
            Err(problem) => problem,
        };
        found.problems.push(LineProblem { line, problem });
        if problem == ImportProblem::TooMany {
            break;
        }
    }
    found
}

fn check(name: &str, line: u32, known: &mut BTreeMap<CompanyKey, u32>) -> Result<(), ImportProblem> {
    if name.chars().count() > COMPANY_NAME_MAX_CHARS {
        return Err(ImportProblem::TooLong);
    }
    let key = CompanyKey::of(name).ok_or(ImportProblem::NoName)?;
    let first = *known.entry(key).or_insert(line);
    if first == line { Ok(()) } else { Err(ImportProblem::Duplicate { of: first }) }
}

/// The column of a table in which the names are.
struct Column {
    index: usize,
    separator: char,
}

impl Column {
    fn cell(&self, line: &str) -> Result<String, ImportProblem> {
        Ok(cells(line, self.separator)?.into_iter().nth(self.index).unwrap_or_default())
    }
}

fn heading(line: &str) -> Option<Column> {
    let is_heading = |cell: &String| {
        let plain: String = cell.chars().filter(|letter| letter.is_alphanumeric()).collect();
        HEADINGS.contains(&plain.to_lowercase().as_str())
    };
    ['\t', ',', ';', '，'].into_iter().find_map(|separator| {
        let index = cells(line, separator).ok()?.iter().position(is_heading)?;
        Some(Column { index, separator })
    })
}

/// A line that is a name.
fn whole(line: &str) -> Result<String, ImportProblem> {
    let line = line.trim().trim_end_matches([',', ';', '\t', '，', '；']).trim_end();
    if line.starts_with('"') {
        return Ok(cells(line, ',')?.swap_remove(0));
    }
    Ok(line.to_owned())
}

/// The cells of a line, without white space around them; at least one.
fn cells(line: &str, separator: char) -> Result<Vec<String>, ImportProblem> {
    let mut cells = vec![String::new()];
    let mut letters = line.chars().peekable();
    let mut is_quoted = false;
    while let Some(letter) = letters.next() {
        let Some(cell) = cells.last_mut() else { break };
        match letter {
            '"' if is_quoted && letters.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' if is_quoted => is_quoted = false,
            '"' if cell.trim().is_empty() => is_quoted = true,
            _ if letter == separator && !is_quoted => cells.push(String::new()),
            _ => cell.push(letter),
        }
    }
    if is_quoted {
        return Err(ImportProblem::OpenQuote);
    }
    for cell in &mut cells {
        *cell = cell.trim().to_owned();
    }
    Ok(cells)
}

#[cfg(test)]
#[path = "import_tests.rs"]
mod tests;
