//! How many leaked downloads are named: as PDF, as copied text without the readable line, and printed and scanned.
//!
//! Prints JSON lines. A number as the last argument is how many downloads are made; 100 without it.

#![expect(clippy::print_stdout, reason = "a bench talks through its standard output")]
#![expect(clippy::cast_precision_loss, reason = "counts and bytes are small")]

#[path = "../tests/common/mod.rs"]
mod common;

use common::scan::{Scanner, drawn};
use common::{certain, copied, document, is_wrong, key, numbers, other_key, pdf};
use std::time::Instant;
use zhitu_domain::mark::{MarkNumber, Verdict};
use zhitu_trace::read;

fn main() {
    let count = std::env::args().filter_map(|word| word.parse().ok()).next_back().unwrap_or(100);
    let folder = tempfile::tempdir().expect("a folder");
    let downloads = numbers(count, 1);
    let mut tally = Tally::default();
    for (seed, number) in (0..).zip(&downloads) {
        let marked = pdf(Some(key().mark(*number)), seed);
        let plain = pdf(None, seed);
        tally.overhead.push((marked.len() as f64 - plain.len() as f64) / 1e3);
        let page = drawn(&marked, 150, folder.path());
        let scanned = Scanner::of_seed(seed).scan(&page, seed);
        let text = copied(&marked, folder.path());
        for (at, leaked) in [marked.as_slice(), text.as_bytes(), &scanned].into_iter().enumerate() {
            let verdict = tally.named(at, leaked, &downloads, Some(*number));
            if std::env::var_os("ZHITU_TRACE_SHOW").is_some() {
                println!("{} {at} {verdict:?}", document(None, seed).content.basic.name);
            }
        }
        // What is not ours: without a mark, and with those of another installation.
        let foreign = pdf(Some(other_key().mark(*number)), seed);
        let page = drawn(&foreign, 150, folder.path());
        let scanned = Scanner::of_seed(seed).scan(&page, seed);
        let text = copied(&foreign, folder.path());
        for leaked in [plain.as_slice(), &foreign, text.as_bytes(), &scanned] {
            tally.named(3, leaked, &downloads, None);
        }
    }
    tally.print(count);
}

#[derive(Default)]
struct Tally {
    named: [u32; 4],
    wrong: u32,
    times: [Vec<f64>; 4],
    overhead: Vec<f64>,
}

impl Tally {
    fn named(&mut self, at: usize, leaked: &[u8], all: &[MarkNumber], of: Option<MarkNumber>) -> Verdict {
        let started = Instant::now();
        let verdict = read(leaked, &key()).expect("a file").compared_with(&key(), all);
        self.times[at].push(started.elapsed().as_secs_f64() * 1e3);
        self.named[at] += u32::from(certain(&verdict).is_some() && certain(&verdict) == of);
        self.wrong += u32::from(is_wrong(&verdict, of));
        verdict
    }

    fn print(&self, n: usize) {
        let row = |metric: &str, value: f64, unit: &str| {
            println!(
                "{{\"bench\":\"trace\",\"metric\":\"{metric}\",\"value\":{value:.1},\"unit\":\"{unit}\",\"n\":{n}}}"
            );
        };
        for (at, name) in ["pdf_named", "text_named", "scan_named"].into_iter().enumerate() {
            row(name, f64::from(self.named[at]), "downloads");
        }
        row("wrong_certain", f64::from(self.wrong), "files");
        for (at, name) in ["pdf_decode_ms", "text_decode_ms", "scan_decode_ms"].into_iter().enumerate() {
            row(name, median(&self.times[at]), "ms");
        }
        row("pdf_overhead_kb", median(&self.overhead), "kB");
    }
}

fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN)
}
