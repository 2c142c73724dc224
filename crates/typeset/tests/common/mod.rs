//! An invented résumé.

use jiff::civil::date;
use uuid::Uuid;
use zhitu_domain::job::{Currency, EmploymentType, Salary, SalaryPeriod};
use zhitu_domain::place::PlaceId;
use zhitu_domain::resume::{
    Basic, Degree, EducationEntry, Intention, LanguageEntry, LanguageLevel, ProjectEntry, ResumeContent, Sex,
    Skill, SkillLevel, WorkEntry, YearMonth,
};
use zhitu_typeset::{Contact, Document, Language};

fn month(text: &str) -> Option<YearMonth> {
    text.to_owned().try_into().ok()
}

fn job(number: u128, company: &str, position: &str, start: &str, end: &str, description: &str) -> WorkEntry {
    WorkEntry {
        id: Uuid::from_u128(number),
        company: company.into(),
        position: position.into(),
        department: String::new(),
        industry: String::new(),
        start: month(start),
        end: month(end),
        current: end.is_empty(),
        employment_type: Some(EmploymentType::FullTime),
        description: description.into(),
    }
}

/// The résumé of the design's picture.
pub fn content() -> ResumeContent {
    ResumeContent {
        basic: Basic {
            name: "周予安".into(),
            sex: Some(Sex::Female),
            birth_date: Some(date(1999, 3, 8)),
            phone: "139 1234 5678".into(),
            email: "canary@example.com".into(),
            first_job_year: Some(2021),
            residence: Some(PlaceId(310_104)),
            ..Basic::default()
        },
        intention: Intention {
            position: "数据分析师".into(),
            places: vec![PlaceId(310_104), PlaceId(330_100)],
            salary: Some(Salary {
                min: 1_800_000,
                max: 2_600_000,
                currency: Currency::Cny,
                period: SalaryPeriod::Month,
                months: 14,
            }),
            employment_type: Some(EmploymentType::FullTime),
            available: "一个月内到岗".into(),
            ..Intention::default()
        },
        work: vec![
            job(
                1,
                "拾星仪器（演示数据）",
                "数据分析师",
                "2023-07",
                "",
                "搭建售后工单的分类模型，把人工分拣从每天 3 小时降到 20 分钟。\n统一 41 个指标口径并写成文档，跨部门对数的会议取消了一半。\n用 SQL 与 dbt 重写夜间报表，出数时间从 9:40 提前到 7:10。",
            ),
            job(
                2,
                "鹿灯书局（演示数据）",
                "数据运营",
                "2021-07",
                "2023-06",
                "为 260 个书单做内容标签，推荐位点击率提升 18%。\n建立退货预警，滞销册数同比减少 1.2 万册。",
            ),
            job(3, "半亩云（演示数据）", "数据分析实习", "2020-09", "2021-03", ""),
        ],
        projects: vec![ProjectEntry {
            id: Uuid::from_u128(4),
            name: "开源：cn-holidays-dbt".into(),
            role: String::new(),
            start: month("2024-01"),
            end: month("2024-12"),
            current: false,
            url: String::new(),
            description: "一个把中国法定节假日与调休做成维表的 dbt 包，被 30 多个团队使用。".into(),
        }],
        education: vec![EducationEntry {
            id: Uuid::from_u128(5),
            school: "东陆大学（演示数据）".into(),
            degree: Some(Degree::Bachelor),
            major: "统计学".into(),
            start: month("2017-09"),
            end: month("2021-06"),
            current: false,
            full_time: Some(true),
            overseas: None,
            description: "专业前 10%".into(),
        }],
        skills: ["SQL", "Python（pandas、scikit-learn）", "dbt", "A/B 实验", "Tableau"]
            .iter()
            .enumerate()
            .map(|(at, name)| Skill {
                id: Uuid::from_u128(10 + at as u128),
                name: (*name).into(),
                level: (at == 0).then_some(SkillLevel::Expert),
            })
            .collect(),
        languages: vec![LanguageEntry {
            id: Uuid::from_u128(20),
            name: "英语".into(),
            level: Some(LanguageLevel::Professional),
            certificate: "CET-6".into(),
        }],
        self_assessment: "把含混的业务问题写成可以回答的句子，再用最少的表回答它。做过售后、内容与零售三类数据，习惯先写口径，再写代码。".into(),
    }
}

/// It, as its person sees it.
pub fn document() -> Document {
    Document {
        content: content(),
        language: Language::Chinese,
        contact: Contact::Own,
        place_names: [(PlaceId(310_104), "上海徐汇".into()), (PlaceId(330_100), "杭州".into())].into(),
        today: date(2026, 11, 23),
        stamp: None,
    }
}
