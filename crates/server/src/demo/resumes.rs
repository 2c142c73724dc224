//! Invented seekers: whom a recruiter of the demo market finds, and whom not. 演示数据

use super::dice::Dice;
use uuid::Uuid;
use zhitu_domain::job::{Currency, EmploymentType, Salary, SalaryPeriod};
use zhitu_domain::place::PlaceId;
use zhitu_domain::resume::visibility::VisibilitySetting;
use zhitu_domain::resume::{
    Basic, Degree, EducationEntry, Intention, ResumeContent, Sex, Skill, SkillLevel, Status, WorkEntry,
    YearMonth,
};

/// An invented seeker.
#[derive(Debug, Clone, PartialEq)]
pub struct DemoSeeker {
    /// The number that signs the seeker in, in E.164.
    pub phone: String,
    /// Who may see the résumé.
    pub setting: VisibilitySetting,
    /// The résumé; its self-assessment says that it is invented.
    pub content: ResumeContent,
}

/// How many there are.
pub(super) const SEEKERS: usize = 48;

/// What somebody does.
struct Trade {
    position: &'static str,
    function: &'static str,
    industry: &'static str,
    major: &'static str,
    skills: &'static [&'static str],
    yuan: i64,
}

const fn trade(
    position: &'static str,
    function: &'static str,
    industry: &'static str,
    major: &'static str,
    skills: &'static [&'static str],
    yuan: i64,
) -> Trade {
    Trade { position, function, industry, major, skills, yuan }
}

const TRADES: &[Trade] = &[
    trade(
        "后端工程师",
        "软件开发",
        "互联网 / 软件",
        "计算机科学",
        &["Java", "Rust", "PostgreSQL", "Linux"],
        24_000,
    ),
    trade(
        "前端工程师",
        "软件开发",
        "互联网 / 软件",
        "软件工程",
        &["TypeScript", "Svelte", "CSS", "Vite"],
        20_000,
    ),
    trade("数据分析师", "数据", "互联网 / 软件", "统计学", &["SQL", "Python", "Excel", "Tableau"], 18_000),
    trade("产品经理", "产品", "互联网 / 软件", "信息管理", &["需求分析", "原型设计", "Axure"], 22_000),
    trade("算法工程师", "软件开发", "人工智能", "自动化", &["Python", "PyTorch", "C++"], 32_000),
    trade("机械工程师", "研发", "智能制造", "机械工程", &["SolidWorks", "AutoCAD", "有限元分析"], 15_000),
    trade("电气工程师", "研发", "新能源", "电气工程", &["PLC", "MATLAB", "EPLAN"], 17_000),
    trade("会计", "财务", "金融科技", "会计学", &["总账", "税务申报", "Excel"], 9_000),
    trade("护士", "护理", "医疗健康", "护理学", &["静脉输液", "急救", "健康宣教"], 8_500),
    trade("店长", "门店管理", "零售", "工商管理", &["排班", "库存管理", "客户服务"], 10_000),
    trade("仓储主管", "物流", "物流 / 供应链", "物流管理", &["WMS", "盘点", "叉车"], 9_500),
    trade("室内设计师", "设计", "建筑 / 设计", "环境设计", &["SketchUp", "AutoCAD", "Photoshop"], 12_000),
];

const SURNAMES: &[&str] = &["林", "周", "何", "苏", "陶", "范", "郑", "江", "欧阳", "魏"];
const GIVEN: &[&str] = &["听澜", "予安", "望舒", "景行", "若溪", "长风", "念初", "书砚", "星野", "未央"];
const SCHOOLS: &[&str] = &["东陆大学", "江畔理工学院", "南屏师范大学", "云麓职业技术学院"];
const EMPLOYERS: &[&str] = &["青禾示例科技", "长桥示例制造", "白鹭示例商贸", "北坞示例软件"];
const CITIES: &[u32] = &[310_000, 110_000, 440_100, 440_300, 330_100, 320_500, 510_100, 420_100];

/// Seekers of a seed, in a year; each setting as often as any other.
pub(super) fn seekers(seed: u64, year: i16) -> Vec<DemoSeeker> {
    let mut dice = Dice::new(seed);
    (0..SEEKERS)
        .map(|number| DemoSeeker {
            phone: format!("+861980000{:04}", number + 1),
            setting: VisibilitySetting::ALL[number % VisibilitySetting::ALL.len()],
            content: content(&mut dice, number, year),
        })
        .collect()
}

/// A key of an entry: the same in every market, since none of it leaves its résumé.
fn key(number: usize, entry: u128) -> Uuid {
    Uuid::from_u128(0x0193_0000_0000_7000_8000_0000_0000_0000 | (number as u128) << 16 | entry)
}

fn content(dice: &mut Dice, number: usize, year: i16) -> ResumeContent {
    let trade = &TRADES[number % TRADES.len()];
    let years = i16::try_from(1 + dice.below(12)).unwrap_or(1);
    let first_year = year - years;
    let city = PlaceId(*dice.one_of(CITIES));
    let month = |year, month| Some(YearMonth { year, month });
    let basic = Basic {
        name: format!("{}{}", dice.one_of(SURNAMES), dice.one_of(GIVEN)),
        sex: Some(if dice.chance(0.5) { Sex::Female } else { Sex::Male }),
        // Not used by anybody: numbers of the demo market begin so, addresses end in a reserved domain.
        phone: format!("1980000{:04}", number + 1),
        email: format!("seeker{}@example.com", number + 1),
        first_job_year: Some(first_year),
        residence: Some(city),
        status: Some(if dice.chance(0.4) { Status::Available } else { Status::EmployedLooking }),
        ..Basic::default()
    };
    let pay = trade.yuan * 100 * i64::from(10 + years) / 12;
    let intention = Intention {
        position: trade.position.to_owned(),
        function: trade.function.to_owned(),
        industry: trade.industry.to_owned(),
        places: vec![city],
        salary: Some(Salary {
            min: pay,
            max: pay * 13 / 10,
            currency: Currency::Cny,
            period: SalaryPeriod::Month,
            months: 12,
        }),
        employment_type: Some(EmploymentType::FullTime),
        available: "一个月内".to_owned(),
    };
    let degree = *dice.one_of(&[Degree::Associate, Degree::Bachelor, Degree::Bachelor, Degree::Master]);
    let education = vec![EducationEntry {
        id: key(number, 1),
        school: (*dice.one_of(SCHOOLS)).to_owned(),
        degree: Some(degree),
        major: trade.major.to_owned(),
        start: month(first_year - 4, 9),
        end: month(first_year, 6),
        current: false,
        full_time: Some(true),
        overseas: Some(false),
        description: String::new(),
    }];
    let work = vec![WorkEntry {
        id: key(number, 2),
        company: (*dice.one_of(EMPLOYERS)).to_owned(),
        position: trade.position.to_owned(),
        department: String::new(),
        industry: trade.industry.to_owned(),
        start: month(first_year, 7),
        end: None,
        current: true,
        employment_type: Some(EmploymentType::FullTime),
        description: format!("负责{}方向的日常工作，独立完成过多个项目。", trade.function),
    }];
    let count = 2 + dice.below(trade.skills.len() - 1);
    let skills = dice
        .some_of(trade.skills, count)
        .into_iter()
        .zip(3..)
        .map(|(name, entry)| Skill {
            id: key(number, entry),
            name: (*name).to_owned(),
            level: Some(SkillLevel::Proficient),
        })
        .collect();
    ResumeContent {
        basic,
        intention,
        education,
        work,
        skills,
        self_assessment: "演示数据：此人为虚构，仅用于体验产品。".to_owned(),
        ..ResumeContent::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use zhitu_domain::resume::{completeness, validate};

    #[test]
    fn each_could_be_sent_and_says_that_it_is_invented() {
        for seeker in seekers(7, 2026) {
            assert_eq!(validate(&seeker.content, date(2026, 11, 23)), []);
            assert_eq!(completeness(&seeker.content).required, []);
            assert!(seeker.content.self_assessment.contains("演示数据"));
        }
    }

    #[test]
    fn there_are_some_in_every_setting_and_a_seed_makes_the_same() {
        let made = seekers(7, 2026);
        for &setting in VisibilitySetting::ALL {
            assert!(made.iter().filter(|seeker| seeker.setting == setting).count() >= 9);
        }
        assert_eq!(made, seekers(7, 2026));
    }
}
