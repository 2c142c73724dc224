//! Looking for a text where it must not be: in a process's memory, in the files of a folder.

use crate::Window;
use anyhow::{Context, Result};
use std::fs::File;
use std::io::{ErrorKind, Read as _, Seek as _, SeekFrom};
use std::ops::Range;
use std::path::Path;

/// Bytes of a page of memory, as `/proc/PID/pagemap` counts them on the machines that tests run on.
const PAGE: u64 = 4096;
/// The page has something in it, in memory (bit 63) or swapped out (bit 62).
const PRESENT: u64 = 0b11 << 62;
/// Pages that are asked for at once.
const PIECE: u64 = 1 << 16;

/// How often a text stands in the memory of the window's app, in UTF-8 or UTF-16. Its page is another process, and
/// shows what was found.
pub fn hits(window: &Window, text: &str) -> Result<usize> {
    hits_in(window.app().context("the app's process is not there")?, text)
}

fn hits_in(process: u32, text: &str) -> Result<usize> {
    let maps = std::fs::read_to_string(format!("/proc/{process}/maps"))?;
    let mut memory = File::open(format!("/proc/{process}/mem"))?;
    let mut pages = File::open(format!("/proc/{process}/pagemap"))?;
    let mut found = 0;
    for line in maps.lines() {
        let mut words = line.split_whitespace();
        let (Some(range), Some(rights)) = (words.next(), words.next()) else { continue };
        // What cannot be written holds the program, not what it read.
        if !rights.starts_with("rw") {
            continue;
        }
        let Some((start, end)) = range.split_once('-') else { continue };
        let (start, end) = (u64::from_str_radix(start, 16)?, u64::from_str_radix(end, 16)?);
        for run in runs_present(&mut pages, start / PAGE, end / PAGE)? {
            let mut bytes = vec![0; usize::try_from((run.end - run.start) * PAGE)?];
            memory.seek(SeekFrom::Start(run.start * PAGE))?;
            if memory.read_exact(&mut bytes).is_err() {
                // A mapping of a device cannot be read, nor a page that was unmapped meanwhile; what is round it can.
                for (page, bytes) in (run.start..run.end).zip(bytes.chunks_mut(usize::try_from(PAGE)?)) {
                    memory.seek(SeekFrom::Start(page * PAGE))?;
                    if memory.read_exact(bytes).is_err() {
                        bytes.fill(0);
                    }
                }
            }
            let hits = count(&bytes, text);
            if hits > 0 {
                eprintln!("{hits} in {line}");
            }
            found += hits;
        }
    }
    Ok(found)
}

/// The runs of pages that have something in them: a mapping may be as wide as memory itself and nearly empty.
fn runs_present(pages: &mut File, start: u64, end: u64) -> Result<Vec<Range<u64>>> {
    let mut runs: Vec<Range<u64>> = Vec::new();
    let mut at = start;
    while at < end {
        let mut entries = vec![0; usize::try_from((end - at).min(PIECE) * 8)?];
        pages.seek(SeekFrom::Start(at * 8))?;
        pages.read_exact(&mut entries)?;
        for entry in entries.as_chunks().0 {
            if u64::from_ne_bytes(*entry) & PRESENT != 0 {
                match runs.last_mut().filter(|run| run.end == at) {
                    Some(run) => run.end += 1,
                    None => runs.push(at..at + 1),
                }
            }
            at += 1;
        }
    }
    Ok(runs)
}

/// How often a text stands in the files below a folder.
pub fn hits_in_files(folder: &Path, text: &str) -> Result<usize> {
    let mut found = 0;
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let kind = entry.file_type()?;
        if kind.is_dir() {
            found += hits_in_files(&entry.path(), text)?;
        } else if kind.is_file() {
            match std::fs::read(entry.path()) {
                Ok(bytes) => found += count(&bytes, text),
                // The app removed it since it was listed.
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
    Ok(found)
}

fn count(bytes: &[u8], text: &str) -> usize {
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    [text.as_bytes(), &wide].iter().map(|needle| memchr::memmem::find_iter(bytes, needle).count()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Without this, finding nothing would prove nothing.
    #[test]
    fn a_text_in_a_process_s_memory_is_found() {
        let own = std::process::id();
        let text = format!("夜航船{own}");
        assert!(hits_in(own, &text).unwrap() > 0);
    }

    #[test]
    fn a_text_is_found_in_either_encoding() {
        let mut bytes = "一二三 abc".as_bytes().to_vec();
        bytes.extend("一二三".encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(count(&bytes, "一二三"), 2);
        assert_eq!(count(&bytes, "四"), 0);
        assert_eq!(count(b"", "一"), 0);
    }
}
