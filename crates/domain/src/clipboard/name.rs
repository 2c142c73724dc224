//! A person's name: beside a label, in a sentence that introduces, under a letter, at the head of a résumé or a card.

use super::digits::is_taken;
use super::finding::FoundText;
use super::label::{Key, fields, only};
use super::limit;
use super::part::{Part, is_han, item};
use super::places::only_place;
use super::section;
use super::text::Text;
use super::words::{is_company, is_position, is_school};
use std::ops::Range;

/// The hundred and some family names that nearly everyone has; two characters long below.
const FAMILY: &str = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤\
花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞\
熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔\
吉龚程邢裴陆荣翁荀羊惠甄曲封芮储靳段富巫乌焦巴弓牧山谷车侯宓蓬全班仰秋仲伊宫宁仇栾暴甘厉祖武符刘景詹束龙叶幸司韶黎薄印宿白怀蒲邰从鄂\
索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈\
廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公\
肖闫覃涂岳佟代仝肉苟";
const DOUBLE: &[&str] = &[
    "欧阳", "司马", "上官", "诸葛", "夏侯", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "宇文", "长孙",
    "司徒", "司空", "南宫", "端木", "独孤", "轩辕", "呼延", "西门", "百里", "东郭", "闻人", "澹台", "赫连",
    "申屠", "太史",
];
/// Words of two to four characters that begin like a name.
const WORDS: &[&str] = &[
    "简历", "个人", "应聘", "求职", "招聘", "项目", "经历", "教育", "公司", "职位", "薪资", "地点", "电话",
    "邮箱", "时间", "管理", "分析", "技术", "平台", "系统", "工程", "设计", "产品", "祝好", "此致", "敬礼",
    "您好", "你好", "谢谢", "大学", "学院", "中心", "部门", "专业", "内推", "急聘", "高级", "资深", "全职",
    "兼职", "实习",
];
const LETTERS: &[&str] = &[
    "best regards",
    "kind regards",
    "regards",
    "sincerely",
    "best",
    "best wishes",
    "many thanks",
    "thanks",
    "yours sincerely",
    "cheers",
    "祝好",
    "此致",
    "敬礼",
    "此致敬礼",
    "谢谢",
    "顺祝商祺",
    "--",
];

/// What is known of the text that the name is looked for in.
pub(super) struct Around<'a> {
    /// A number or an address was found.
    pub(super) contact: bool,
    pub(super) of_resume: bool,
    pub(super) taken: &'a [Range<usize>],
}

/// The name.
pub(super) fn find(text: &Text<'_>, lines: &[Part<'_>], around: &Around<'_>) -> Option<FoundText> {
    let part = labelled(lines, around)
        .or_else(|| introduced(text.whole()))
        .or_else(|| signed(lines))
        .or_else(|| (around.of_resume || around.contact).then(|| heading(lines, around)).flatten())?;
    let said = text.said(part);
    // "李 明": the space between the characters is for the eye.
    let plain: String = if said.chars().any(is_han) {
        said.chars().filter(|letter| !letter.is_whitespace()).collect()
    } else {
        said
    };
    Some(text.found(part, limit::line(&plain, 50)))
}

fn labelled<'t>(lines: &[Part<'t>], around: &Around<'_>) -> Option<Part<'t>> {
    for (at, line) in lines.iter().enumerate() {
        let value = match fields(item(*line).0).into_iter().find(|field| field.key == Key::Name) {
            Some(field) => field.value,
            // A label on a line of its own, its value on the next.
            None if only(*line) == Some(Key::Name) => *lines.get(at + 1)?,
            None => continue,
        };
        let end =
            around.taken.iter().find(|range| value.range().contains(&range.start)).map(|range| range.start);
        let value = value.sub(0..end.map_or(value.text.len(), |end| end - value.at));
        if let Some(name) = leading(value, false) {
            return Some(name);
        }
    }
    None
}

/// The name at the start of a text. `known` asks for a family name that is in the table.
fn leading(value: Part<'_>, known: bool) -> Option<Part<'_>> {
    let value = value.trim();
    let stops = |letter: char| "(（，,；;。|/\t【[:".contains(letter);
    let end = value.text.find(stops).unwrap_or(value.text.len());
    let value = value.sub(0..end).trim();
    let value = match value.text.find("  ") {
        Some(wide) => value.sub(0..wide),
        None => value,
    };
    if is_name(value.text, known) {
        return Some(value);
    }
    // "罗一鸣 13912345678", "陈嘉 女".
    let space = value.text.find(' ')?;
    let first = value.sub(0..space);
    (first.text.chars().any(is_han) && is_name(first.text, known)).then_some(first)
}

/// Whether a text is a name and nothing else.
fn is_name(text: &str, known: bool) -> bool {
    if text.chars().any(is_han) { is_han_name(text, known) } else { is_latin_name(text) }
}

fn is_han_name(text: &str, known: bool) -> bool {
    let letters: Vec<char> = text.chars().filter(|letter| *letter != ' ').collect();
    let spaces = text.chars().count() - letters.len();
    if WORDS.iter().any(|word| text.contains(word)) || spaces > 2 || (spaces > 0 && letters.len() > 3) {
        return false;
    }
    // 买买提·艾力: parts of any length around a dot.
    if letters.contains(&'·') {
        let parts: Vec<&[char]> = letters.split(|letter| *letter == '·').collect();
        return letters.len() <= 20
            && parts.len() <= 4
            && parts
                .iter()
                .all(|part| (1..=10).contains(&part.len()) && part.iter().all(|letter| is_han(*letter)));
    }
    let double = letters
        .get(..2)
        .is_some_and(|first| DOUBLE.iter().any(|name| name.chars().eq(first.iter().copied())));
    let most = if double || !known { 4 } else { 3 };
    (2..=most).contains(&letters.len())
        && letters.iter().all(|letter| is_han(*letter))
        && (!known || double || letters.first().is_some_and(|first| FAMILY.contains(*first)))
}

fn is_latin_name(text: &str) -> bool {
    const OTHER: &[&str] = &[
        "resume",
        "curriculum",
        "vitae",
        "cv",
        "the",
        "dear",
        "hi",
        "hello",
        "team",
        "summary",
        "profile",
        "remote",
        "hiring",
        "phone",
        "email",
        "mail",
        "address",
        "name",
        "street",
        "road",
        "contact",
    ];
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    let is_word = |word: &&str| {
        word.starts_with(|first: char| first.is_uppercase())
            && word
                .chars()
                .all(|letter| (letter.is_alphabetic() && !is_han(letter)) || "'’.-".contains(letter))
            && !OTHER.iter().any(|other| word.eq_ignore_ascii_case(other))
    };
    (2..=5).contains(&words.len()) && text.len() <= 100 && words.iter().all(is_word)
}

/// "我叫林小北", "My name is Tomasz Nowak".
fn introduced(whole: Part<'_>) -> Option<Part<'_>> {
    for opening in ["我叫", "我的名字是", "My name is ", "my name is "] {
        let Some(at) = whole.text.find(opening) else { continue };
        let rest = whole.from(at + opening.len());
        if opening.is_ascii() {
            // As many words as are written with a capital.
            let mut end = 0;
            for word in rest.text.split(' ').take(4) {
                let bare = word.trim_end_matches(|letter: char| !letter.is_alphabetic());
                if !word.starts_with(|first: char| first.is_uppercase()) {
                    break;
                }
                end += bare.len() + usize::from(end > 0);
                if bare.len() < word.len() {
                    break;
                }
            }
            let name = rest.sub(0..end);
            if is_latin_name(name.text) {
                return Some(name);
            }
        } else if let Some(name) = leading(rest.sub(0..rest.text.len().min(floor(rest.text, 40))), false) {
            return Some(name);
        }
    }
    None
}

fn floor(text: &str, at: usize) -> usize {
    text.floor_char_boundary(at)
}

/// Under a letter: the line after "Best regards,".
fn signed<'t>(lines: &[Part<'t>]) -> Option<Part<'t>> {
    let closes = |line: &Part<'_>| {
        let plain = line.text.trim_end_matches([',', '，', '!', '！', '.', '。']).to_lowercase();
        line.text.len() <= 40 && LETTERS.contains(&plain.as_str())
    };
    let at = lines.iter().rposition(closes)?;
    let next = lines[at + 1..].iter().find(|line| !line.is_empty())?;
    leading(*next, true)
}

/// At the head of a résumé or of a card: one of the first lines is the name, alone or before the other facts.
fn heading<'t>(lines: &[Part<'t>], around: &Around<'_>) -> Option<Part<'t>> {
    let full: Vec<Part<'t>> = lines.iter().filter(|line| !line.is_empty()).copied().take(6).collect();
    for (at, line) in full.iter().enumerate() {
        let (bare, _) = item(*line);
        let mut bare = bare;
        for word in ["的个人简历", "个人简历", "的简历", "简历"] {
            if let Some(name) = bare.text.strip_suffix(word) {
                bare = bare
                    .sub(0..name.len())
                    .trim_matches(|letter| letter.is_whitespace() || "-—|·".contains(letter));
            }
        }
        if bare.is_empty() {
            continue;
        }
        let (_, sections) = section::cut(&[bare]);
        // Below its first heading a résumé has no name but in the part about the person.
        if let Some(section) = sections.first() {
            if section.topic == section::Topic::Basic {
                continue;
            }
            return None;
        }
        let known_otherwise = |text: &str| {
            is_company(text) || is_school(text) || is_position(text) || only_place(text).is_some()
        };
        if let Some(name) = leading(bare, true)
            && !known_otherwise(name.text)
            && !is_taken(around.taken, &name.range())
        {
            // A text that is no résumé needs the name in its first line.
            return (around.of_resume || at == 0).then_some(name);
        }
        if !around.of_resume {
            return None;
        }
    }
    None
}
