//! What the smart paste finds, and how long it takes at worst; and the long fuzz, which wants the same build.
//!
//! `measure` prints JSON lines, `faults` what is wrong with the tuned pastes, `fuzz RUNS SEED` fuzzes.

#![expect(clippy::print_stdout, reason = "a bench talks through its standard output")]

#[path = "../tests/clipboard/fuzz.rs"]
mod fuzz;
#[path = "../tests/clipboard/pastes.rs"]
mod pastes;
#[path = "../tests/clipboard/score.rs"]
mod score;

use pastes::{Paste, Set, TODAY};
use score::Score;
use std::hint::black_box;
use std::time::Instant;
use zhitu_domain::clipboard;

/// The size of an input whose time is measured, in bytes.
const LONG: usize = 1 << 20;
/// How often each is read.
const TIMES: usize = 15;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let pastes = pastes::all();
    match words.as_slice() {
        [] | ["measure"] => measure(&pastes),
        ["faults"] => println!("{}", scored(&pastes, Set::Tuned).faults.join("\n")),
        ["fuzz", runs, seed] => {
            let texts: Vec<String> = pastes.into_iter().map(|paste| paste.text).collect();
            let (runs, seed) = (runs.parse().expect("a number"), seed.parse().expect("a number"));
            let started = Instant::now();
            fuzz::run(&texts, seed, runs);
            println!(
                "{runs} runs of seed {seed} in {:.0} s, no rule broken",
                started.elapsed().as_secs_f64()
            );
        }
        other => panic!("unknown: {other:?}"),
    }
}

fn scored(pastes: &[Paste], set: Set) -> Score {
    let mut score = Score::default();
    pastes.iter().filter(|paste| paste.set == set).for_each(|paste| score.add(paste));
    score
}

fn row(metric: &str, value: f64, unit: &str, n: usize) {
    let value = (value * 10_000.0).round() / 10_000.0;
    println!(
        "{}",
        serde_json::json!({ "bench": "clipboard", "metric": metric, "value": value, "unit": unit, "n": n })
    );
}

fn measure(pastes: &[Paste]) {
    let started = Instant::now();
    // Loads the gazetteer and the tables of phone numbers, once in a process.
    black_box(clipboard::read("姓名：李明\n电话：13912345678\n现居：上海\n教育经历\n自我评价", TODAY));
    row("first_ms", started.elapsed().as_secs_f64() * 1e3, "ms", 1);
    for (set, prefix) in [(Set::Tuned, ""), (Set::HeldOut, "held_out_")] {
        let score = scored(pastes, set);
        let n = pastes.iter().filter(|paste| paste.set == set).count();
        row(&format!("{prefix}precision"), score.all().precision(), "1", n);
        row(&format!("{prefix}recall"), score.all().recall(), "1", n);
        for (kind, counts) in &score.kinds {
            let facts = |other: u32| usize::try_from(counts.right + other).unwrap_or(usize::MAX);
            row(&format!("{prefix}precision_{kind}"), counts.precision(), "1", facts(counts.wrong));
            row(&format!("{prefix}recall_{kind}"), counts.recall(), "1", facts(counts.missed));
        }
        let negatives = || pastes.iter().filter(|paste| paste.set == set && paste.negative);
        let wrong = negatives().filter(|paste| !clipboard::read(&paste.text, TODAY).is_empty()).count();
        #[expect(clippy::cast_precision_loss, reason = "some tens")]
        row(&format!("{prefix}negatives_with_a_finding"), wrong as f64, "1", negatives().count());
    }
    let mut worst = ("", 0.0_f64);
    let inputs = long_inputs(pastes);
    for (name, text) in &inputs {
        let ms = time_ms(text);
        row(&format!("ms_{name}"), ms, "ms", TIMES);
        if ms > worst.1 {
            worst = (name, ms);
        }
    }
    row("worst_ms", worst.1, "ms", inputs.len());
}

/// The least of some times: what else the machine does only ever makes a run longer.
fn time_ms(text: &str) -> f64 {
    let time = |_| {
        let started = Instant::now();
        black_box(clipboard::read(black_box(text), TODAY));
        started.elapsed().as_secs_f64() * 1e3
    };
    (0..TIMES).map(time).fold(f64::INFINITY, f64::min)
}

fn repeated(text: &str) -> String {
    let mut long = text.repeat(LONG / text.len() + 1);
    long.truncate(long.floor_char_boundary(LONG));
    long
}

/// Inputs that a scanner may be slow on: one sign over and over, and what each scanner looks for over and over.
fn long_inputs(pastes: &[Paste]) -> Vec<(String, String)> {
    let mut numbers = fuzz::Numbers::new(7);
    let mut random = String::new();
    while random.len() < LONG {
        let code = u32::try_from(numbers.below(0x11_0000)).expect("below a u32");
        random.extend(char::from_u32(code));
    }
    let mut inputs = vec![("random".to_owned(), random)];
    for (name, unit) in [
        ("digits", "7"),
        ("digits_apart", "1 3 9 1 2 "),
        ("mobiles", "13912345678 "),
        ("international", "+86 139 1234 5678\n"),
        ("no_international", "+1 2 3 4 5 6 7 8 9 0 1 2 3\n"),
        ("newlines", "\n"),
        ("carriage_returns", "\r"),
        ("spaces", " "),
        ("tabs", "a\t"),
        ("colons", "a:"),
        ("labels", "姓名：公司："),
        ("label_lines", "公司：\n"),
        ("headings", "工作经历\n"),
        ("brackets", "((((（【[{"),
        ("dots", "·.。，、；"),
        ("dashes", "2019-"),
        ("ats", "a@"),
        ("addresses", "an@example.com "),
        ("spelled", "mail a at b dot com "),
        ("links", "https://example.com/a?b=c#d "),
        ("one_link", "://http"),
        (
            "link_brackets",
            "https://a.b/((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((()))",
        ),
        ("months", "2019.09-2023.06 "),
        ("month_names", "Sep May Jan "),
        (
            "entries",
            "教育经历\n复旦大学 软件工程 本科 2019.09-2023.06\n工作经历\n某某公司 上海 和平 工程师 2019.09-2023.06\n",
        ),
        ("entries_latin", "Experience\nNew York, NY | Ny Ny | Boston, MA | Ok Oh 2019.09-2023.06\n"),
        ("places", "上海市徐汇区和平区朝阳区 "),
        ("place_lines", "上海 徐汇 和平 朝阳 鼓楼 15-25k\n"),
        ("latin_places", "New York, Boston, Springfield, NY\n"),
        ("pay", "15-25k·14薪 "),
        ("codes", "验证码 384920 "),
        ("han", "王"),
        ("full_width", "１"),
        ("unseen", "\u{200B}"),
        ("radicals", "⼯⼈"),
        ("items", "• 1. （1） - \n"),
        ("emoji", "🔥"),
        ("skills", "技能\n精通 a、b、c\n语言\n英语 CET-6 日语 N1\n"),
    ] {
        inputs.push((name.to_owned(), repeated(unit)));
    }
    for kind in ["sign_in_code", "phone", "posting", "education", "work", "resume", "negative"] {
        let of_kind = pastes.iter().filter(|paste| paste.place.contains(&format!("/{kind} ")));
        let joined: Vec<&str> = of_kind.map(|paste| paste.text.as_str()).collect();
        inputs.push((format!("pastes_{kind}"), repeated(&(joined.join("\n") + "\n"))));
        inputs.push((format!("paste_{kind}"), repeated(&format!("{}\n", joined[0]))));
    }
    inputs
}
