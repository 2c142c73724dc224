//! Sets an invented résumé into a folder, to look at while writing a template, and says how long it took.
//!
//! `cargo run -p zhitu-typeset --example sample -- FOLDER`

#[path = "../tests/common/mod.rs"]
mod common;

use std::io::Write;
use std::path::PathBuf;
use std::time::Instant;
use zhitu_domain::resume::{WorkEntry, snapshot};
use zhitu_typeset::{Contact, Document, Fonts, Language, Typesetter};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("say into which folder")?);
    std::fs::create_dir_all(&folder)?;
    let typesetter = Typesetter::new(Fonts::bundled())?;
    let own = common::document();
    let made = snapshot(&own.content);
    let masked = Document { contact: Contact::Masked(made.contact), content: made.content, ..own.clone() };
    let english = Document { language: Language::English, ..own.clone() };
    let mut long = own.clone();
    let jobs = long.content.work.clone();
    long.content.work = jobs.iter().cycle().take(40).cloned().collect();
    let mut typed = own.clone();
    if let Some(WorkEntry { description, .. }) = typed.content.work.first_mut() {
        description.push('。');
    }
    let mut out = std::io::stdout().lock();
    for (name, document) in [
        ("own", &own),
        ("again", &own),
        ("typed", &typed),
        ("masked", &masked),
        ("english", &english),
        ("long", &long),
    ] {
        let start = Instant::now();
        let pages = typesetter.pages_svg(document)?;
        let svg_ms = start.elapsed().as_secs_f64() * 1e3;
        let start = Instant::now();
        let pdf = typesetter.pdf(document)?;
        let pdf_ms = start.elapsed().as_secs_f64() * 1e3;
        for (number, page) in pages.iter().enumerate() {
            std::fs::write(folder.join(format!("{name}-{}.svg", number + 1)), page)?;
        }
        std::fs::write(folder.join(format!("{name}.pdf")), &pdf)?;
        let bytes: usize = pages.iter().map(String::len).sum();
        writeln!(
            out,
            "{name}: {} pages, svg {svg_ms:.1} ms {bytes} bytes, pdf {pdf_ms:.1} ms {} bytes",
            pages.len(),
            pdf.len()
        )?;
    }
    Ok(())
}
