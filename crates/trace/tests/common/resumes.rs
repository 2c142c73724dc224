//! Invented résumés in both languages.

use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};
use uuid::Uuid;
use zhitu_domain::resume::{
    Basic, Degree, EducationEntry, Intention, ResumeContent, Skill, WorkEntry, YearMonth,
};
use zhitu_typeset::Language;

struct Words {
    names: &'static [&'static str],
    companies: &'static [&'static str],
    positions: &'static [&'static str],
    verbs: &'static [&'static str],
    things: &'static [&'static str],
    ends: &'static [&'static str],
    skills: &'static [&'static str],
    school: &'static str,
    major: &'static str,
}

const CHINESE: Words = Words {
    names: &["周予安", "林一帆", "沈知白", "陆青禾", "欧阳闻笛"],
    companies: &[
        "拾星仪器（演示数据）",
        "鹿灯书局（演示数据）",
        "半亩云（演示数据）",
        "青砚物流（演示数据）",
        "听澜医疗（演示数据）",
    ],
    positions: &["数据分析师", "后端工程师", "产品经理", "采购主管", "质量工程师"],
    verbs: &["搭建", "重写", "负责", "统一", "推动", "设计", "整理", "维护"],
    things: &[
        "售后工单的分类模型",
        "夜间报表与对账流程",
        "四十一个指标的口径",
        "仓库到门店的补货规则",
        "供应商准入与年审办法",
        "会员积分的结算服务",
        "新人培训的整套教材",
        "设备点检的移动端表单",
    ],
    ends: &[
        "人工处理时间从每天三小时降到二十分钟",
        "跨部门对数的会议取消了一半",
        "全年节省采购成本百分之八",
        "线上故障由每月六次降为一次",
        "覆盖全国十二个仓库",
        "客户投诉同比下降三成",
        "首次通过率提升到百分之九十六",
        "被集团列为示范项目",
    ],
    skills: &["SQL", "Python", "数据建模", "供应链管理", "用户访谈", "Rust", "质量体系", "项目管理"],
    school: "东陆大学（演示数据）",
    major: "统计学",
};

const ENGLISH: Words = Words {
    names: &["Mara Lindqvist", "Owen Tarrant", "Ines Calloway", "Jonas Weatherby", "Priya Halvorsen"],
    companies: &[
        "Starling Instruments (demo)",
        "Lantern Books (demo)",
        "Halfacre Cloud (demo)",
        "Inkstone Freight (demo)",
        "Tidewell Health (demo)",
    ],
    positions: &[
        "Data analyst",
        "Backend engineer",
        "Product manager",
        "Head of purchasing",
        "Quality engineer",
    ],
    verbs: &["Built", "Rewrote", "Owned", "Unified", "Introduced", "Designed", "Documented", "Maintained"],
    things: &[
        "a classifier for support tickets",
        "the nightly reports and reconciliation",
        "forty-one definitions of metrics",
        "the rules that restock shops from warehouses",
        "the yearly review of suppliers",
        "the settlement service for loyalty points",
        "the training course for new colleagues",
        "mobile forms for equipment checks",
    ],
    ends: &[
        "which cut manual work from three hours a day to twenty minutes",
        "so that half of the meetings about numbers were dropped",
        "saving eight percent of purchasing cost in a year",
        "taking incidents from six a month to one",
        "now used in twelve warehouses",
        "with a third fewer complaints than the year before",
        "raising first-pass yield to ninety-six percent",
        "later copied by the whole group",
    ],
    skills: &[
        "SQL",
        "Python",
        "data modelling",
        "supply chains",
        "user interviews",
        "Rust",
        "quality systems",
        "project management",
    ],
    school: "Eastland University (demo)",
    major: "Statistics",
};

/// The same for the same seed; of one to three pages.
pub fn content(language: Language, seed: u64) -> ResumeContent {
    let mut dice = StdRng::seed_from_u64(seed);
    let words = match language {
        Language::Chinese => &CHINESE,
        Language::English => &ENGLISH,
    };
    // From a short page to almost three.
    let jobs = [2, 4, 8, 12][usize::try_from(seed / 2 % 4).unwrap_or(0)];
    let mut pick = |from: &'static [&'static str]| from.choose(&mut dice).copied().unwrap_or_default();
    let (comma, stop) = match language {
        Language::Chinese => ("，", "。"),
        Language::English => (" ", "."),
    };
    let mut sentence = || {
        let space = if language == Language::English { " " } else { "" };
        format!("{}{space}{}{comma}{}{stop}", pick(words.verbs), pick(words.things), pick(words.ends))
    };
    let descriptions: Vec<String> =
        (0..jobs).map(|_| (0..4).map(|_| sentence()).collect::<Vec<_>>().join("\n")).collect();
    let about = [sentence(), sentence()].concat();
    let month = |year: usize| YearMonth::try_from(format!("{year}-07")).ok();
    let work = descriptions.into_iter().enumerate().map(|(at, description)| WorkEntry {
        id: Uuid::from_u128(at as u128),
        company: pick(words.companies).into(),
        position: pick(words.positions).into(),
        department: String::new(),
        industry: String::new(),
        start: month(2022 - at),
        end: month(2023 - at),
        current: at == 0,
        employment_type: None,
        description,
    });
    let work = work.collect();
    let (name, position) = (pick(words.names).to_owned(), pick(words.positions).to_owned());
    let skills = words.skills.iter().enumerate().filter(|_| dice.random_bool(0.6));
    ResumeContent {
        basic: Basic { name, first_job_year: Some(2016), ..Basic::default() },
        intention: Intention { position, ..Intention::default() },
        work,
        education: vec![EducationEntry {
            id: Uuid::from_u128(100),
            school: words.school.into(),
            degree: Some(Degree::Bachelor),
            major: words.major.into(),
            start: month(2012),
            end: month(2016),
            current: false,
            full_time: None,
            overseas: None,
            description: String::new(),
        }],
        skills: skills
            .map(|(at, name)| Skill {
                id: Uuid::from_u128(200 + at as u128),
                name: (*name).into(),
                level: None,
            })
            .collect(),
        self_assessment: about,
        ..ResumeContent::default()
    }
}
