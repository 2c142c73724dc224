//! By what words schools, companies, positions and the like are told apart.

use super::part::is_han;
use crate::job::EmploymentType;
use crate::resume::Degree;

const SCHOOLS: &[&str] = &["大学", "学院", "学校", "中学", "高中", "小学", "一中", "职校", "分校", "党校"];
const SCHOOL_WORDS: &[&str] =
    &["university", "college", "institute", "school", "academy", "polytechnic", "universität"];

const COMPANIES: &[&str] = &[
    "公司",
    "集团",
    "科技",
    "医院",
    "银行",
    "事务所",
    "工作室",
    "研究院",
    "研究所",
    "厂",
    "酒店",
    "幼儿园",
    "传媒",
    "网络",
    "股份",
    "出版社",
    "协会",
    "基金会",
    "超市",
    "餐厅",
    "商行",
    "商店",
    "旅行社",
    "律所",
    "诊所",
    "物流",
    "置业",
    "证券",
    "保险",
    "控股",
    "实业",
    "书店",
];
const COMPANY_WORDS: &[&str] = &[
    "inc",
    "ltd",
    "llc",
    "gmbh",
    "corp",
    "corporation",
    "company",
    "ag",
    "plc",
    "pte",
    "group",
    "labs",
    "systems",
    "technologies",
    "hospital",
    "studio",
    "studios",
    "partners",
    "holdings",
    "solutions",
    "consulting",
    "bank",
    "llp",
    "co",
    "analytics",
    "industries",
    "foundation",
    "agency",
    "works",
    "software",
];

const POSITIONS: &[&str] = &[
    "师",
    "经理",
    "主管",
    "专员",
    "助理",
    "总监",
    "实习生",
    "会计",
    "出纳",
    "运营",
    "顾问",
    "开发",
    "测试",
    "员",
    "长",
    "护士",
    "医生",
    "司机",
    "负责人",
    "总裁",
    "副总",
    "编辑",
    "编导",
    "记者",
    "翻译",
    "法务",
    "文秘",
    "秘书",
    "前台",
    "客服",
    "厨",
    "保安",
    "保洁",
    "电工",
    "焊工",
    "木工",
    "技工",
    "普工",
    "骑手",
    "策划",
    "合伙人",
    "创始人",
    "教授",
    "班主任",
    "代表",
    "导购",
    "学徒",
    "总经理",
    "产品",
    "销售",
    "采购",
    "人事",
    "行政",
    "店长",
    "教练",
    "主播",
    "主任",
    "干事",
    "督导",
    "主编",
    "督察",
    "班长",
    "领班",
    "HR",
    "HRBP",
    "CEO",
    "CTO",
    "CFO",
    "COO",
];
const POSITION_WORDS: &[&str] = &[
    "engineer",
    "developer",
    "manager",
    "analyst",
    "designer",
    "intern",
    "director",
    "scientist",
    "consultant",
    "accountant",
    "specialist",
    "assistant",
    "administrator",
    "architect",
    "lead",
    "officer",
    "associate",
    "coordinator",
    "supervisor",
    "representative",
    "teacher",
    "nurse",
    "technician",
    "recruiter",
    "editor",
    "writer",
    "barista",
    "cook",
    "driver",
    "researcher",
    "programmer",
    "tester",
    "head",
    "president",
    "founder",
    "clerk",
    "cashier",
    "secretary",
    "executive",
    "strategist",
    "producer",
    "planner",
    "buyer",
    "agent",
    "lawyer",
    "professor",
    "lecturer",
    "ceo",
    "cto",
    "cfo",
    "chef",
    "waiter",
    "owner",
    "translator",
    "trainer",
    "tutor",
    "therapist",
    "pharmacist",
    "electrician",
    "mechanic",
    "operator",
    "auditor",
    "attorney",
    "copywriter",
    "sre",
];

const DEPARTMENTS: &[&str] = &["部", "部门", "中心", "事业群", "组", "科", "处", "室", "团队", "车间"];
const DEPARTMENT_WORDS: &[&str] = &["department", "dept", "division", "team"];

/// A name without a bracket at its end: "会计（双休）".
pub(super) fn without_bracket(text: &str) -> &str {
    match (text.rfind('('), text.ends_with(')')) {
        (Some(open), true) if open > 0 => text[..open].trim_end(),
        _ => text,
    }
}

fn ends(text: &str, endings: &[&str]) -> bool {
    endings.iter().any(|ending| text.ends_with(ending))
}

/// Whether one of a text's Latin words is in the list.
fn has_word(text: &str, words: &[&str]) -> bool {
    text.split(|letter: char| !letter.is_alphanumeric())
        .any(|word| words.iter().any(|known| word.eq_ignore_ascii_case(known)))
}

pub(super) fn has_han(text: &str) -> bool {
    text.chars().any(is_han)
}

/// 复旦大学, Lakeside University.
pub(super) fn is_school(text: &str) -> bool {
    let text = without_bracket(text);
    let han = has_han(text);
    text.len() <= 120
        && ((han && text.chars().count() > 2 && ends(text, SCHOOLS))
            || (!han && has_word(text, SCHOOL_WORDS)))
}

/// 星河软件有限公司, Acme Labs Inc.
pub(super) fn is_company(text: &str) -> bool {
    let text = without_bracket(text);
    let han = has_han(text);
    text.len() <= 120
        && ((han && text.chars().count() > 2 && ends(text, COMPANIES))
            || (!han
                && text.starts_with(|first: char| first.is_alphanumeric())
                && has_word(text, COMPANY_WORDS)))
}

/// 高级前端工程师, Senior Rust Engineer.
pub(super) fn is_position(text: &str) -> bool {
    let bare = without_bracket(text);
    if has_han(bare) {
        let length = bare.chars().count();
        return (2..=24).contains(&length)
            && ends(bare, POSITIONS)
            && !bare.contains(['。', '，', '；', ':']);
    }
    bare.len() <= 80
        && (bare.split_whitespace().count() <= 8)
        && bare.starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit())
        && (has_word(bare, POSITION_WORDS) || ends(bare, POSITIONS))
}

/// 产品部, Finance Department.
pub(super) fn is_department(text: &str) -> bool {
    let length = text.chars().count();
    (2..=20).contains(&length)
        && if has_han(text) { ends(text, DEPARTMENTS) } else { has_word(text, DEPARTMENT_WORDS) }
}

/// A degree in Chinese, wherever it stands in a short text: 本科, 硕士研究生, 本科及以上.
pub(super) fn degree_han(text: &str) -> Option<Degree> {
    [
        (&["博士"][..], Degree::Doctor),
        (&["硕士", "研究生"], Degree::Master),
        (&["本科", "学士"], Degree::Bachelor),
        (&["大专", "专科", "高职"], Degree::Associate),
        (&["高中", "中专", "职高", "中技"], Degree::HighSchool),
    ]
    .into_iter()
    .find(|(words, _)| words.iter().any(|word| text.contains(word)))
    .map(|(_, degree)| degree)
}

/// A degree in English at the start of a text, and the field it is in: "BSc in Computer Science".
pub(super) fn degree_latin(text: &str) -> Option<(Degree, &str)> {
    const DEGREES: &[(&str, Degree)] = &[
        ("bachelor", Degree::Bachelor),
        ("undergraduate", Degree::Bachelor),
        ("bsc", Degree::Bachelor),
        ("b.sc", Degree::Bachelor),
        ("beng", Degree::Bachelor),
        ("b.eng", Degree::Bachelor),
        ("bba", Degree::Bachelor),
        ("ba", Degree::Bachelor),
        ("b.a", Degree::Bachelor),
        ("bs", Degree::Bachelor),
        ("b.s", Degree::Bachelor),
        ("master", Degree::Master),
        ("msc", Degree::Master),
        ("m.sc", Degree::Master),
        ("meng", Degree::Master),
        ("m.eng", Degree::Master),
        ("mba", Degree::Master),
        ("ma", Degree::Master),
        ("m.a", Degree::Master),
        ("ms", Degree::Master),
        ("m.s", Degree::Master),
        ("phd", Degree::Doctor),
        ("ph.d", Degree::Doctor),
        ("dphil", Degree::Doctor),
        ("doctor", Degree::Doctor),
        ("doctorate", Degree::Doctor),
        ("associate", Degree::Associate),
        ("high school", Degree::HighSchool),
    ];
    let (word, degree) = DEGREES.iter().find(|(word, _)| {
        text.as_bytes().get(..word.len()).is_some_and(|here| here.eq_ignore_ascii_case(word.as_bytes()))
            && !text[word.len()..].starts_with(|next: char| next.is_ascii_alphanumeric())
    })?;
    let rest = &text[word.len()..];
    // An associate at a company is a position.
    if *degree == Degree::Associate && !rest.to_ascii_lowercase().contains("degree") && !rest.contains(" of ")
    {
        return None;
    }
    let field = rest
        .find(" in ")
        .map(|at| &rest[at + 4..])
        .or_else(|| {
            // "B.S. Computer Science": what follows a short form. "Bachelor of Arts" says no field.
            let bare = rest.trim_start_matches(['.', '\'', ' ']);
            (word.len() <= 5 && !bare.starts_with("of ") && bare.starts_with(char::is_uppercase))
                .then_some(bare)
        })
        .unwrap_or_default();
    Some((*degree, field.trim()))
}

/// How work is contracted.
pub(super) fn employment(text: &str) -> Option<EmploymentType> {
    if text.contains("全职") || has_word(text, &["fulltime"]) {
        Some(EmploymentType::FullTime)
    } else if text.contains("兼职") {
        Some(EmploymentType::PartTime)
    } else if text.contains("实习") {
        Some(EmploymentType::Internship)
    } else {
        None
    }
}
