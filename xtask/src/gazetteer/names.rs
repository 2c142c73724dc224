//! Chinese names of divisions: their stems, their reading, their English form.

use pinyin::{ToPinyin, ToPinyinMulti};
use unicode_normalization::UnicodeNormalization;

const SUFFIXES: &[&str] = &[
    "特别行政区",
    "维吾尔自治区",
    "壮族自治区",
    "回族自治区",
    "自治区",
    "自治州",
    "自治县",
    "自治旗",
    "林区",
    "新区",
    "地区",
    "矿区",
    "省",
    "市",
    "区",
    "县",
    "旗",
    "盟",
    "街道",
    "镇",
    "乡",
];

const PEOPLES: &[&str] = &[
    "达斡尔族",
    "鄂伦春族",
    "鄂温克族",
    "布依族",
    "朝鲜族",
    "土家族",
    "哈尼族",
    "景颇族",
    "傈僳族",
    "蒙古族",
    "哈萨克族",
    "柯尔克孜",
    "仫佬族",
    "毛南族",
    "仡佬族",
    "拉祜族",
    "布朗族",
    "普米族",
    "裕固族",
    "保安族",
    "东乡族",
    "撒拉族",
    "塔吉克",
    "锡伯族",
    "哈萨克",
    "蒙古",
    "独龙族",
    "各族",
    "满族",
    "回族",
    "壮族",
    "苗族",
    "彝族",
    "藏族",
    "侗族",
    "瑶族",
    "白族",
    "傣族",
    "黎族",
    "畲族",
    "羌族",
    "水族",
    "佤族",
    "土族",
    "怒族",
];

/// Names whose characters are read otherwise here.
const READINGS: &[(&str, &str)] = &[
    ("宝坻", "bao di"),
    ("重庆", "chong qing"),
    ("长沙", "chang sha"),
    ("西藏", "xi zang"),
    ("厦门", "xia men"),
    ("朝阳", "chao yang"),
    ("成都", "cheng du"),
    ("长春", "chang chun"),
    ("长宁", "chang ning"),
    ("单", "shan"),
    ("洪洞", "hong tong"),
    ("六安", "lu an"),
    ("铅山", "yan shan"),
    ("番禺", "pan yu"),
    ("蔚", "yu"),
    ("乐清", "yue qing"),
    ("台州", "tai zhou"),
    ("丽水", "li shui"),
    ("东阿", "dong e"),
    ("莘", "shen"),
    ("牟平", "mu ping"),
    ("中牟", "zhong mu"),
    ("浚", "xun"),
    ("尉犁", "yu li"),
    ("吐鲁番", "tu lu fan"),
];

/// The name without its kind: 徐汇区 → 徐汇, 延边朝鲜族自治州 → 延边. At least two characters stay.
pub fn stem(name: &str) -> &str {
    let Some(mut stem) =
        SUFFIXES.iter().find_map(|suffix| name.strip_suffix(suffix).filter(|rest| rest.chars().count() >= 2))
    else {
        return name;
    };
    if name.contains("自治") {
        while let Some(shorter) = PEOPLES
            .iter()
            .find_map(|people| stem.strip_suffix(people).filter(|rest| rest.chars().count() >= 2))
        {
            stem = shorter;
        }
    }
    stem
}

/// Lower-case ASCII letters of a Latin name: "Ürümqi" → "urumqi", "Xi’an" → "xian".
pub fn letters(name: &str) -> String {
    name.nfd().filter(char::is_ascii_alphabetic).map(|letter| letter.to_ascii_lowercase()).collect()
}

/// The syllables of a Chinese name. Where a character has several readings, the one that spells `known` wins.
pub fn syllables(name: &str, known: Option<&str>) -> Vec<String> {
    let usual: Vec<&str> =
        name.chars().filter_map(|character| character.to_pinyin().map(pinyin::Pinyin::plain)).collect();
    let mut usual: Vec<String> = usual.into_iter().map(plain).collect();
    if let Some((_, reading)) = READINGS.iter().find(|(written, _)| *written == name) {
        usual = reading.split(' ').map(str::to_owned).collect();
    }
    let Some(known) = known.map(letters) else { return usual };
    if usual.concat() == known {
        return usual;
    }
    let mut found: Vec<Vec<String>> = vec![Vec::new()];
    for character in name.chars() {
        let Some(readings) = character.to_pinyin_multi() else { continue };
        let mut choices: Vec<String> = readings.into_iter().map(|reading| plain(reading.plain())).collect();
        choices.sort();
        choices.dedup();
        found = found
            .into_iter()
            .flat_map(|start| {
                choices.iter().map(move |choice| {
                    let mut next = start.clone();
                    next.push(choice.clone());
                    next
                })
            })
            .filter(|parts| known.starts_with(&parts.concat()))
            .collect();
    }
    found.into_iter().find(|parts| parts.concat() == known).unwrap_or(usual)
}

fn plain(syllable: &str) -> String {
    syllable.replace('ü', "v").replace("lv", "lü").replace("nv", "nü")
}

/// "xi an" → "Xi'an": a syllable that starts with a vowel is set off.
pub fn romanised(syllables: &[String]) -> String {
    let mut text = String::new();
    for (index, syllable) in syllables.iter().enumerate() {
        if index == 0 {
            let mut letters = syllable.chars();
            text.extend(letters.next().map(|first| first.to_ascii_uppercase()));
            text.extend(letters);
        } else {
            if syllable.starts_with(['a', 'e', 'o']) {
                text.push('\'');
            }
            text.push_str(syllable);
        }
    }
    text
}

/// Whether every character is a Han character or the dot of foreign names.
pub fn is_han(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|letter| matches!(letter, '\u{4e00}'..='\u{9fff}' | '·'))
}
