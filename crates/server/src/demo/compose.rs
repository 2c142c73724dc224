//! Composing the market.

use super::companies::{COMPANIES, Row};
use super::dice::Dice;
use super::places::{districts, workplace};
use super::roles::{Ladder, ROLES, Role};
use zhitu_domain::contact::{ContactItem, ContactItems};
use zhitu_domain::job::{Currency, Education, EmploymentType, Experience, JobContent, Salary, SalaryPeriod};
use zhitu_domain::place::PlaceId;
use zhitu_domain::place::gazetteer::PlaceRecord;
use zhitu_domain::recruiter::CompanySize;
use zhitu_domain::time::Timestamp;

/// An invented company with its recruiter.
#[derive(Debug, Clone, PartialEq)]
pub struct DemoCompany {
    /// Name.
    pub name: String,
    /// Industry.
    pub industry: String,
    /// How large.
    pub size: CompanySize,
    /// Address.
    pub address: String,
    /// In its own words; says that it is invented.
    pub introduction: String,
    /// The recruiter's name as seekers see it.
    pub recruiter_name: String,
    /// The recruiter's title.
    pub recruiter_title: String,
    /// The number that signs the recruiter in, in E.164.
    pub recruiter_phone: String,
}

/// An invented job.
#[derive(Debug, Clone, PartialEq)]
pub struct DemoJob {
    /// Index into [`DemoMarket::companies`].
    pub company: usize,
    /// What it says.
    pub content: JobContent,
    /// When it was posted.
    pub posted_at: Timestamp,
}

/// The market.
#[derive(Debug, Clone, PartialEq)]
pub struct DemoMarket {
    /// Companies.
    pub companies: Vec<DemoCompany>,
    /// Jobs, oldest first.
    pub jobs: Vec<DemoJob>,
}

const SURNAMES: &[&str] = &["许", "沈", "顾", "温", "陆", "季", "乔", "柏", "宋", "叶"];
const GIVEN: &[&str] = &["未", "知夏", "南星", "云舒", "以宁", "青禾", "一帆", "晚晴", "子墨", "清和"];
const TITLES: &[&str] = &["招聘经理", "人力资源主管", "招聘负责人", "HRBP"];
const PERKS: &[&str] = &[
    "五险一金按实缴纳",
    "每年一次体检",
    "弹性上下班",
    "带薪年假 10 天起",
    "免费晚餐与打车",
    "每月团建经费",
    "转正即参与年终奖",
    "双休，不打卡",
    "新人导师带教",
    "节日礼物与生日假",
    "提供住宿",
    "通勤补贴",
];

/// A company's recruiter signs in with this number: numbers in a row, from +86 199 0000 0001.
fn phone(company: usize) -> String {
    format!("+861990000{:04}", company + 1)
}

fn companies(dice: &mut Dice) -> Vec<DemoCompany> {
    COMPANIES
        .iter()
        .enumerate()
        .map(|(index, row)| {
            let seat = districts(PlaceId(row.cities[0]));
            let introduction = if row.english {
                format!(
                    "演示数据. An invented company: {} builds {}. Nothing here is a real offer.",
                    row.name, row.does
                )
            } else {
                format!(
                    "演示数据：{}为虚构公司，专注于{}。页面上的岗位与联系人均为编造，仅用于体验产品。",
                    row.name, row.does
                )
            };
            DemoCompany {
                name: row.name.to_owned(),
                industry: row.field.industry().to_owned(),
                size: row.size,
                address: workplace(dice, &seat, false).address,
                introduction,
                recruiter_name: format!("{}{}", dice.one_of(SURNAMES), dice.one_of(GIVEN)),
                recruiter_title: (*dice.one_of(TITLES)).to_owned(),
                recruiter_phone: phone(index),
            }
        })
        .collect()
}

/// Pay beside that of the largest cities.
fn city_level(city: PlaceId) -> f64 {
    match city.0 {
        110_000 | 310_000 | 440_100 | 440_300 => 1.0,
        330_100 | 320_100 | 320_500 | 510_100 | 420_100 | 441_900 => 0.86,
        _ => 0.74,
    }
}

/// A step on the ladder: its word, what it asks for, how much more it pays.
struct Step {
    word: &'static str,
    english: &'static str,
    experience: Experience,
    times: f64,
}

const EXPERT: &[Step] = &[
    Step { word: "", english: "Junior ", experience: Experience::Graduate, times: 0.85 },
    Step { word: "", english: "", experience: Experience::From1To3, times: 1.0 },
    Step { word: "", english: "", experience: Experience::From1To3, times: 1.1 },
    Step { word: "", english: "", experience: Experience::From3To5, times: 1.45 },
    Step { word: "高级", english: "Senior ", experience: Experience::From3To5, times: 1.7 },
    Step { word: "资深", english: "Staff ", experience: Experience::From5To10, times: 2.2 },
    Step { word: "首席", english: "Principal ", experience: Experience::Over10, times: 3.0 },
];

const SKILLED: &[Step] = &[
    Step { word: "", english: "", experience: Experience::Any, times: 0.95 },
    Step { word: "", english: "", experience: Experience::Under1, times: 1.0 },
    Step { word: "", english: "", experience: Experience::From1To3, times: 1.12 },
    Step { word: "资深", english: "Senior ", experience: Experience::From3To5, times: 1.35 },
];

/// Yuan as a posting says them, in fen.
fn fen(yuan: f64, step: f64) -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "salaries are far below 2^52")]
    let whole = ((yuan / step).round().max(1.0) * step) as i64;
    whole * 100
}

fn pay(dice: &mut Dice, yuan: f64, period: SalaryPeriod, months: u8) -> Salary {
    let step = match period {
        SalaryPeriod::Month if yuan >= 10_000.0 => 1_000.0,
        SalaryPeriod::Month => 500.0,
        SalaryPeriod::Day => 10.0,
        SalaryPeriod::Hour | SalaryPeriod::Year => 1.0,
    };
    let min = fen(yuan * (0.92 + dice.part() * 0.16), step);
    let max = fen(yuan * (1.25 + dice.part() * 0.4), step).max(min + fen(step, step));
    Salary { min, max, currency: Currency::Cny, period, months }
}

fn education_words(education: Education) -> Option<&'static str> {
    match education {
        Education::Any => None,
        Education::HighSchool => Some("高中或中专以上学历"),
        Education::Associate => Some("大专以上学历"),
        Education::Bachelor => Some("本科以上学历"),
        Education::Master => Some("硕士以上学历"),
        Education::Doctor => Some("博士学历"),
    }
}

fn list(heading: &str, items: impl IntoIterator<Item = String>) -> String {
    let items: Vec<String> = items.into_iter().map(|item| format!("- {item}")).collect();
    format!("{heading}\n{}", items.join("\n"))
}

fn description(dice: &mut Dice, row: &Row, role: &Role, tags: &[&str]) -> String {
    let first = tags.first().copied().unwrap_or_default();
    if row.english {
        let duties = [
            "Design and ship features end to end",
            "Write tests and review code",
            "Talk with the people who use it",
        ];
        return [
            format!(
                "{} builds {}. We are looking for someone who cares about the details.",
                row.name, row.does
            ),
            list("What you will do", duties.iter().map(|duty| (*duty).to_owned())),
            list("What we look for", tags.iter().map(|tag| format!("Hands-on experience with {tag}"))),
            list(
                "What we offer",
                ["Flexible hours".to_owned(), format!("{} monthly salaries a year", row.months)],
            ),
            "演示数据: the company and this job are invented.".to_owned(),
        ]
        .join("\n\n");
    }
    let duties = dice.some_of(role.duties, 4).into_iter().map(|duty| (*duty).to_owned());
    let mut wanted: Vec<String> = education_words(role.education).map(str::to_owned).into_iter().collect();
    wanted.push(format!("熟悉{first}，有实际经验者优先"));
    wanted.extend(tags.iter().skip(1).take(2).map(|tag| format!("了解{tag}")));
    wanted.push(
        (*dice.one_of(&["做事踏实，愿意沟通", "有责任心，能独立推进工作", "乐于学习，注重细节"])).to_owned(),
    );
    let mut offered: Vec<String> =
        dice.some_of(PERKS, 3).into_iter().map(|perk| (*perk).to_owned()).collect();
    if row.months > 12 && role.ladder != Ladder::Hourly {
        offered.push(format!("{} 薪", row.months));
    }
    [
        format!("{}专注于{}，现招聘{}。", row.name, row.does, role.title),
        list("岗位职责", duties),
        list("任职要求", wanted),
        list("我们提供", offered),
        "演示数据：公司与岗位均为虚构。".to_owned(),
    ]
    .join("\n\n")
}

fn content(
    dice: &mut Dice,
    row: &Row,
    role: &Role,
    city: PlaceId,
    districts: &[&'static PlaceRecord],
) -> JobContent {
    let level = city_level(city);
    let base = f64::from(role.pay) * level;
    let tags: Vec<&str> = dice.some_of(role.tags, 4).into_iter().copied().collect();
    let intern = role.ladder == Ladder::Expert && dice.chance(0.09);
    let remote = role.ladder == Ladder::Expert && !intern && !role.english.is_empty() && dice.chance(0.09);
    let name = if row.english { role.english } else { role.title };
    let step = match role.ladder {
        Ladder::Expert => dice.one_of(EXPERT),
        Ladder::Skilled | Ladder::Hourly => dice.one_of(SKILLED),
    };
    let (title, salary, employment_type, experience) = if intern {
        let title = if row.english { format!("{name} Intern") } else { format!("{name}（实习）") };
        let day = 120.0 + base / 100.0;
        (title, pay(dice, day, SalaryPeriod::Day, 12), EmploymentType::Internship, Experience::Any)
    } else if role.ladder == Ladder::Hourly {
        (name.to_owned(), pay(dice, base, SalaryPeriod::Hour, 12), EmploymentType::PartTime, Experience::Any)
    } else {
        let contract = dice.chance(0.05);
        let kind = if contract { EmploymentType::Contract } else { EmploymentType::FullTime };
        let word = if row.english { step.english } else { step.word };
        let months = if contract { 12 } else { row.months };
        (
            format!("{word}{name}"),
            pay(dice, base * step.times, SalaryPeriod::Month, months),
            kind,
            step.experience,
        )
    };
    JobContent {
        title,
        description: description(dice, row, role, &tags),
        salary: Some(salary),
        workplace: workplace(dice, districts, remote),
        employment_type,
        experience,
        education: if intern { Education::Bachelor } else { role.education },
        // Campus recruiting, which has a form of its own (D4).
        form_contact: if intern { ContactItem::ALL.iter().copied().collect() } else { ContactItems::new() },
        tags: tags.into_iter().map(str::to_owned).collect(),
    }
}

/// Makes a market of about `jobs` jobs, dated before `now`.
pub fn compose(seed: u64, jobs: usize, now: Timestamp) -> DemoMarket {
    let mut dice = Dice::new(seed);
    let companies = companies(&mut dice);
    // Larger companies post more.
    let weight = |size: CompanySize| match size {
        CompanySize::UpTo19 => 1,
        CompanySize::From20To99 => 3,
        CompanySize::From100To499 => 6,
        CompanySize::From500To999 => 9,
        CompanySize::Over1000 => 14,
    };
    let urn: Vec<usize> = COMPANIES
        .iter()
        .enumerate()
        .flat_map(|(index, row)| std::iter::repeat_n(index, weight(row.size)))
        .collect();
    let roles: Vec<Vec<&Role>> = COMPANIES
        .iter()
        .map(|row| {
            let fits =
                |role: &&Role| role.fields.contains(&row.field) && (!row.english || !role.english.is_empty());
            ROLES.iter().filter(fits).collect()
        })
        .collect();
    let cities: Vec<Vec<(PlaceId, Vec<&'static PlaceRecord>)>> = COMPANIES
        .iter()
        .map(|row| row.cities.iter().map(|city| (PlaceId(*city), districts(PlaceId(*city)))).collect())
        .collect();
    let mut made: Vec<DemoJob> = (0..jobs)
        .map(|_| {
            let company = *dice.one_of(&urn);
            // Half of all work is at the seat.
            let places = &cities[company];
            let (city, districts) = if dice.chance(0.5) { &places[0] } else { dice.one_of(places) };
            let role = *dice.one_of(&roles[company]);
            let content = content(&mut dice, &COMPANIES[company], role, *city, districts);
            // Most are young: the square of a part lies near 0.
            let age = dice.part();
            #[expect(clippy::cast_possible_truncation, reason = "forty-five days in seconds")]
            let seconds = (age * age * 45.0 * 86_400.0) as i64 + 600;
            DemoJob { company, content, posted_at: now.plus_seconds(-seconds) }
        })
        .collect();
    made.sort_by_key(|job| job.posted_at);
    DemoMarket { companies, jobs: made }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use zhitu_domain::account::PhoneNumber;
    use zhitu_domain::job::validate;
    use zhitu_domain::place::gazetteer;

    const NOW: Timestamp = Timestamp(1_790_000_000_000_000);

    #[test]
    fn the_same_seed_makes_the_same_market() {
        assert_eq!(compose(7, 50, NOW), compose(7, 50, NOW));
        assert_ne!(compose(7, 50, NOW), compose(8, 50, NOW));
    }

    #[test]
    fn every_job_could_have_been_posted_by_a_person_and_says_that_it_is_invented() {
        let market = compose(super::super::SEED, super::super::JOBS, NOW);
        assert_eq!(market.jobs.len(), super::super::JOBS);
        for job in &market.jobs {
            assert_eq!(validate(&job.content), [], "{:?}", job.content);
            assert!(job.content.description.contains("演示数据"));
            assert!(job.posted_at < NOW && NOW.seconds_since(job.posted_at) < 46 * 86_400);
            let place = job.content.workplace.place.and_then(gazetteer::get).unwrap();
            let point = job.content.workplace.point.unwrap();
            assert!(place.point.distance_km(point) < 4.0);
            assert_eq!(
                gazetteer::recognise(&job.content.workplace.address).map(|found| found.id),
                Some(place.id)
            );
        }
    }

    #[test]
    fn the_market_is_broad_enough_for_every_filter() {
        let market = compose(super::super::SEED, super::super::JOBS, NOW);
        let with =
            |test: &dyn Fn(&JobContent) -> bool| market.jobs.iter().filter(|job| test(&job.content)).count();
        for experience in Experience::ALL {
            assert!(with(&|job| job.experience == *experience) >= 10, "{experience:?}");
        }
        for kind in [EmploymentType::FullTime, EmploymentType::PartTime, EmploymentType::Internship] {
            assert!(with(&|job| job.employment_type == kind) >= 20, "{kind:?}");
        }
        assert!(with(&|job| job.workplace.remote) >= 20);
        assert!(with(&|job| job.salary.is_some_and(|salary| salary.months >= 15)) >= 100);
        assert!(with(&|job| job.title.is_ascii()) >= 10, "English ones");
        let cities: BTreeSet<u32> = market
            .jobs
            .iter()
            .filter_map(|job| job.content.workplace.place)
            .map(|place| place.0 / 100)
            .collect();
        assert!(cities.len() >= 25, "{cities:?}");
        let companies: BTreeSet<usize> = market.jobs.iter().map(|job| job.company).collect();
        assert_eq!(companies.len(), market.companies.len());
    }

    #[test]
    fn recruiters_can_sign_in_with_numbers_of_their_own() {
        let market = compose(1, 1, NOW);
        let phones: BTreeSet<&str> =
            market.companies.iter().map(|company| company.recruiter_phone.as_str()).collect();
        assert_eq!(phones.len(), market.companies.len());
        assert!(
            phones
                .iter()
                .all(|phone| PhoneNumber::parse(phone).is_ok_and(|parsed| parsed.as_e164() == *phone))
        );
        let names: BTreeSet<&str> = market.companies.iter().map(|company| company.name.as_str()).collect();
        assert_eq!(names.len(), market.companies.len());
        assert!(market.companies.iter().all(|company| company.introduction.contains("演示数据")));
    }
}
