//! Skills and languages.

use super::draft::{LanguageDraft, SkillDraft};
use super::limit;
use super::part::{Part, is_han, item};
use super::text::Text;
use crate::resume::{LanguageLevel, SkillLevel};

/// The most that a résumé takes.
const SKILLS: usize = 60;
const LANGUAGES: usize = 20;

const SKILL_LEVELS: &[(&str, SkillLevel)] = &[
    ("精通", SkillLevel::Expert),
    ("熟练掌握", SkillLevel::Proficient),
    ("熟练使用", SkillLevel::Proficient),
    ("熟练运用", SkillLevel::Proficient),
    ("熟练", SkillLevel::Proficient),
    ("熟悉", SkillLevel::Proficient),
    ("掌握", SkillLevel::Proficient),
    ("了解", SkillLevel::Basic),
    ("入门", SkillLevel::Basic),
    ("expert in", SkillLevel::Expert),
    ("expert", SkillLevel::Expert),
    ("advanced", SkillLevel::Expert),
    ("proficient in", SkillLevel::Proficient),
    ("proficient", SkillLevel::Proficient),
    ("intermediate", SkillLevel::Proficient),
    ("familiar with", SkillLevel::Basic),
    ("familiar", SkillLevel::Basic),
    ("basic", SkillLevel::Basic),
    ("beginner", SkillLevel::Basic),
];

const LANGUAGE_LEVELS: &[(&str, LanguageLevel)] = &[
    ("母语", LanguageLevel::Native),
    ("native", LanguageLevel::Native),
    ("mother tongue", LanguageLevel::Native),
    ("工作语言", LanguageLevel::Professional),
    ("流利", LanguageLevel::Professional),
    ("熟练", LanguageLevel::Professional),
    ("精通", LanguageLevel::Professional),
    ("fluent", LanguageLevel::Professional),
    ("professional", LanguageLevel::Professional),
    ("business", LanguageLevel::Professional),
    ("日常", LanguageLevel::Conversational),
    ("良好", LanguageLevel::Conversational),
    ("一般", LanguageLevel::Conversational),
    ("conversational", LanguageLevel::Conversational),
    ("intermediate", LanguageLevel::Conversational),
    ("入门", LanguageLevel::Basic),
    ("基础", LanguageLevel::Basic),
    ("basic", LanguageLevel::Basic),
    ("beginner", LanguageLevel::Basic),
];

const NAMES: &[&str] = &[
    "普通话",
    "中文",
    "汉语",
    "粤语",
    "英语",
    "日语",
    "韩语",
    "法语",
    "德语",
    "西班牙语",
    "俄语",
    "葡萄牙语",
    "意大利语",
    "阿拉伯语",
    "泰语",
    "越南语",
    "印尼语",
    "马来语",
    "维吾尔语",
    "藏语",
    "蒙古语",
    "english",
    "chinese",
    "mandarin",
    "cantonese",
    "japanese",
    "korean",
    "french",
    "german",
    "spanish",
    "russian",
    "portuguese",
    "italian",
    "arabic",
    "thai",
    "vietnamese",
    "urdu",
    "hindi",
    "polish",
    "dutch",
    "irish",
    "swedish",
    "danish",
    "norwegian",
    "turkish",
    "greek",
    "czech",
    "ukrainian",
    "hebrew",
    "malay",
    "indonesian",
    "bengali",
    "finnish",
    "hungarian",
    "romanian",
];

const CERTIFICATES: &[&str] = &[
    "CET", "TEM", "IELTS", "TOEFL", "TOEIC", "JLPT", "N1", "N2", "N3", "N4", "N5", "HSK", "DELF", "DALF",
    "TOPIK", "TestDaF", "BEC", "C1", "C2", "B1", "B2", "A1", "A2", "四级", "六级", "专四", "专八", "雅思",
    "托福",
];

/// Whether a text starts with a word; Latin ones in any case and not as the start of a longer one.
fn starts(text: &str, word: &str) -> bool {
    text.as_bytes().get(..word.len()).is_some_and(|here| here.eq_ignore_ascii_case(word.as_bytes()))
        && (!word.is_ascii() || !text[word.len()..].starts_with(|next: char| next.is_ascii_alphanumeric()))
}

/// The skills of a section, each once. Sentences are left out: they are told, not named.
pub(super) fn skills(text: &Text<'_>, lines: &[Part<'_>]) -> Vec<SkillDraft> {
    let mut found: Vec<SkillDraft> = Vec::new();
    for line in lines {
        let (bare, _) = item(*line);
        // "编程语言：Java, Go": the kind of skill is none; "Expert: Go" is how well.
        let (before, rest) = match bare.text.find(':') {
            Some(colon) => (bare.sub(0..colon), bare.from(colon + 1)),
            None => (bare.sub(0..0), bare),
        };
        let mut level = level(before.text);
        for piece in pieces(rest) {
            let (piece, own) = levelled(piece);
            level = own.leading.or(level);
            let name = limit::line(&text.said(piece), 40);
            let said = piece.length(41);
            let told = name.ends_with(['。', '！'])
                || said > 40
                || (said > 16 && !name.contains(|letter: char| letter.is_ascii_alphabetic()));
            let fits = name.chars().any(char::is_alphanumeric) && !told;
            if fits
                && found.len() < SKILLS
                && found.iter().all(|skill| !skill.name.eq_ignore_ascii_case(&name))
            {
                found.push(SkillDraft { name, level: own.trailing.or(level) });
            }
        }
    }
    found
}

fn level(text: &str) -> Option<SkillLevel> {
    SKILL_LEVELS.iter().find(|(word, _)| starts(text.trim(), word)).map(|(_, level)| *level)
}

/// Names between commas, and between spaces where brackets or Chinese words end.
fn pieces(rest: Part<'_>) -> Vec<Part<'_>> {
    let mut found = Vec::new();
    let separates = |letter: char| "，,、；;|\t•".contains(letter);
    for piece in rest.split(separates) {
        let mut start = 0;
        for (at, _) in piece.text.match_indices(' ') {
            if piece.text[..at].ends_with(')') {
                found.push(piece.sub(start..at).trim());
                start = at + 1;
            }
        }
        found.push(piece.from(start).trim());
    }
    found.retain(|piece| !piece.is_empty());
    found
}

/// How well, as it is said with a name.
#[derive(Default)]
struct Levels {
    /// Before it: also of the names that follow, "精通 SQL、Python".
    leading: Option<SkillLevel>,
    /// Behind it: of this one only, "Figma（精通）".
    trailing: Option<SkillLevel>,
}

fn levelled(piece: Part<'_>) -> (Part<'_>, Levels) {
    let mut levels = Levels::default();
    let mut piece = piece;
    if let Some((word, level)) = SKILL_LEVELS.iter().find(|(word, _)| starts(piece.text, word)) {
        levels.leading = Some(*level);
        piece = piece.from(word.len()).trim();
    }
    if let Some(inside) = piece.text.strip_suffix(')').and_then(|text| text.rfind('('))
        && let Some(level) = level(&piece.text[inside + 1..])
    {
        levels.trailing = Some(level);
        piece = piece.sub(0..inside).trim();
    }
    for end in ["等框架", "等工具", "等"] {
        if let Some(bare) = piece.text.strip_suffix(end) {
            piece = piece.sub(0..bare.len()).trim();
        }
    }
    (piece.trim_matches(|letter| ".。-–— ".contains(letter)), levels)
}

/// The languages of a section, each once.
pub(super) fn languages(text: &Text<'_>, lines: &[Part<'_>]) -> Vec<LanguageDraft> {
    let mut found: Vec<LanguageDraft> = Vec::new();
    for line in lines {
        let (bare, _) = item(*line);
        let mut parts: Vec<(Part<'_>, &str)> = Vec::new();
        // A name starts a language; what follows, up to the next, is said of it.
        let mut earlier = ' ';
        for (at, letter) in bare.text.char_indices() {
            let inside =
                earlier.is_ascii_alphabetic() || (is_han(earlier) && is_han(letter) && letter != '中');
            earlier = letter;
            if inside || parts.last().is_some_and(|(part, name)| bare.at + at < part.at + name.len()) {
                continue;
            }
            if let Some(name) = NAMES.iter().find(|name| starts(&bare.text[at..], name)) {
                let start = bare.from(at);
                if let Some((last, _)) = parts.last_mut() {
                    *last = bare.sub(last.at - bare.at..at);
                }
                parts.push((start, name));
            }
        }
        for (part, name) in parts {
            let said = part.from(name.len());
            let draft = LanguageDraft {
                name: limit::line(&text.said(part.sub(0..name.len())), 40),
                level: LANGUAGE_LEVELS
                    .iter()
                    .find(|(word, _)| super::digits::mentions(said.text, &[word]))
                    .map(|(_, level)| *level),
                certificate: certificate(text, said),
            };
            if found.len() < LANGUAGES && found.iter().all(|other| other.name != draft.name) {
                found.push(draft);
            }
        }
    }
    found
}

/// The first piece that names a certificate: "CET-6", "IELTS 7.5".
fn certificate(text: &Text<'_>, said: Part<'_>) -> String {
    let cut = |letter: char| "，,、；;|()\t".contains(letter);
    for piece in said.split(cut) {
        let start = CERTIFICATES.iter().filter_map(|word| {
            let at = piece.text.find(word)?;
            (!piece.text[..at].ends_with(|before: char| before.is_ascii_alphanumeric())).then_some(at)
        });
        if let Some(start) = start.min() {
            return limit::line(&text.said(piece.from(start)), 40);
        }
    }
    String::new()
}
