//! What the page itself says, in both languages.

use crate::document::Language;
use jiff::civil::DateTime;
use zhitu_domain::job::{Currency, EmploymentType, Salary, SalaryPeriod};
use zhitu_domain::resume::{Degree, LanguageLevel, Sex, SkillLevel, Status, YearMonth};

/// Chinese and English of one thing.
pub(crate) type Pair = (&'static str, &'static str);

impl Language {
    /// The one of the two.
    pub(crate) fn of(self, pair: Pair) -> &'static str {
        match self {
            Self::Chinese => pair.0,
            Self::English => pair.1,
        }
    }
}

pub(crate) const TITLE: Pair = ("简历", "Résumé");
pub(crate) const SUMMARY: Pair = ("概述", "Summary");
pub(crate) const INTENTION: Pair = ("求职意向", "Looking for");
pub(crate) const WORK: Pair = ("工作经历", "Experience");
pub(crate) const PROJECTS: Pair = ("项目", "Projects");
pub(crate) const EDUCATION: Pair = ("教育", "Education");
pub(crate) const SKILLS: Pair = ("技能", "Skills");
pub(crate) const LANGUAGES: Pair = ("语言", "Languages");
pub(crate) const PHONE_RELAYED: Pair = ("电话经虚拟号接通", "Phone through a virtual number");
pub(crate) const EMAIL_RELAYED: Pair = ("邮件经中继转发", "E-mail through a relay");
pub(crate) const CHANNELS: Pair = ("经职途联系：", "Through Zhitu: ");
pub(crate) const BY_MESSAGE: Pair = ("站内消息", "message");
pub(crate) const BY_VIRTUAL_NUMBER: Pair = ("虚拟号", "virtual number");
pub(crate) const BY_RELAY_EMAIL: Pair = ("中继邮件", "relayed e-mail");
pub(crate) const FULL_TIME_STUDY: Pair = ("全日制", "full-time");
pub(crate) const PART_TIME_STUDY: Pair = ("非全日制", "part-time");
pub(crate) const OVERSEAS: Pair = ("海外学习经历", "abroad");
/// Between the items of an enumeration.
pub(crate) const COMMA: Pair = ("、", ", ");
const PRESENT: Pair = ("至今", "present");

pub(crate) fn sex(sex: Sex) -> Option<Pair> {
    match sex {
        Sex::Female => Some(("女", "Female")),
        Sex::Male => Some(("男", "Male")),
        Sex::Other => None,
    }
}

pub(crate) fn status(status: Status) -> Pair {
    match status {
        Status::Student => ("在校 / 应届", "Student or graduate"),
        Status::EmployedLooking => ("在职，考虑机会", "Employed, open to offers"),
        Status::EmployedSettled => ("在职，暂不考虑", "Employed, not looking"),
        Status::Available => ("离职，随时到岗", "Available now"),
    }
}

pub(crate) fn degree(degree: Degree) -> Pair {
    match degree {
        Degree::HighSchool => ("高中 / 中专", "Secondary school"),
        Degree::Associate => ("大专", "Associate degree"),
        Degree::Bachelor => ("本科", "Bachelor’s degree"),
        Degree::Master => ("硕士", "Master’s degree"),
        Degree::Doctor => ("博士", "Doctorate"),
    }
}

pub(crate) fn skill_level(level: SkillLevel) -> Pair {
    match level {
        SkillLevel::Basic => ("了解", "basic"),
        SkillLevel::Proficient => ("熟练", "proficient"),
        SkillLevel::Expert => ("精通", "expert"),
    }
}

pub(crate) fn language_level(level: LanguageLevel) -> Pair {
    match level {
        LanguageLevel::Basic => ("入门", "basic"),
        LanguageLevel::Conversational => ("日常交流", "conversational"),
        LanguageLevel::Professional => ("工作语言", "professional"),
        LanguageLevel::Native => ("母语", "native"),
    }
}

pub(crate) fn employment(employment: EmploymentType) -> Pair {
    match employment {
        EmploymentType::FullTime => ("全职", "Full-time"),
        EmploymentType::PartTime => ("兼职", "Part-time"),
        EmploymentType::Internship => ("实习", "Internship"),
        EmploymentType::Contract => ("合同制", "Contract"),
        EmploymentType::Temporary => ("临时", "Temporary"),
    }
}

/// Who downloaded a copy, and when. The code stands after it.
pub(crate) fn downloaded(
    language: Language,
    company: Option<&str>,
    recruiter: Option<&str>,
    at: DateTime,
) -> String {
    let at = at.strftime("%Y-%m-%d %H:%M");
    let who = [company, recruiter].into_iter().flatten().map(str::trim).filter(|name| !name.is_empty());
    let who = who.collect::<Vec<_>>().join(" · ");
    let who =
        if who.is_empty() { language.of(("职途平台", "Zhitu’s own staff")).to_owned() } else { who };
    match language {
        Language::Chinese => {
            format!("{who} 于北京时间 {at} 从职途下载，副本含可追溯标记，不得转交他人。编号")
        }
        Language::English => {
            format!(
                "Downloaded from Zhitu by {who}, {at} (UTC+8). This copy is marked; do not pass it on. No."
            )
        }
    }
}

/// `2023.07–至今`
pub(crate) fn period(
    language: Language,
    start: Option<YearMonth>,
    end: Option<YearMonth>,
    current: bool,
) -> String {
    let month = |month: YearMonth| format!("{:04}.{:02}", month.year, month.month);
    let present = language.of(PRESENT).to_owned();
    match (start.map(month), end.map(month)) {
        (Some(start), _) if current => format!("{start}–{present}"),
        (Some(start), Some(end)) if start != end => format!("{start}–{end}"),
        (Some(month), _) | (None, Some(month)) => month,
        (None, None) if current => present,
        (None, None) => String::new(),
    }
}

/// `18–26K·14 薪`, `USD 90,000–120,000 a year`
pub(crate) fn salary(language: Language, salary: &Salary) -> String {
    let range = |low: String, high: String| if low == high { low } else { format!("{low}–{high}") };
    let chinese = language == Language::Chinese;
    if salary.currency == Currency::Cny && salary.period == SalaryPeriod::Month {
        let amounts = format!("{}K", range(thousands(salary.min), thousands(salary.max)));
        return match (salary.months, chinese) {
            (12, true) => amounts,
            (12, false) => format!("CNY {amounts} a month"),
            (months, true) => format!("{amounts}·{months} 薪"),
            (months, false) => format!("CNY {amounts} a month, {months} months a year"),
        };
    }
    let code = match salary.currency {
        Currency::Cny => "CNY",
        Currency::Usd => "USD",
        Currency::Eur => "EUR",
        Currency::Hkd => "HKD",
        Currency::Gbp => "GBP",
        Currency::Jpy => "JPY",
        Currency::Sgd => "SGD",
    };
    let period = language.of(match salary.period {
        SalaryPeriod::Hour => ("/时", " an hour"),
        SalaryPeriod::Day => ("/天", " a day"),
        SalaryPeriod::Month => ("/月", " a month"),
        SalaryPeriod::Year => ("/年", " a year"),
    });
    let amounts = range(grouped(salary.min), grouped(salary.max));
    match (salary.currency, chinese) {
        (Currency::Cny, true) => format!("{amounts} 元{period}"),
        _ => format!("{code} {amounts}{period}"),
    }
}

/// Fen as thousands of yuan, with as many decimals as it needs and no more than two.
fn thousands(hundredths: i64) -> String {
    let tens = hundredths / 1_000;
    let (whole, rest) = (tens / 100, tens % 100);
    if rest == 0 { whole.to_string() } else { format!("{whole}.{rest:02}").trim_end_matches('0').to_owned() }
}

/// Hundredths as whole units with groups of three digits; cents only where there are some.
fn grouped(hundredths: i64) -> String {
    let (whole, cents) = (hundredths / 100, hundredths % 100);
    let digits = whole.to_string();
    let mut grouped = String::with_capacity(digits.len() + 8);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if cents == 0 { grouped } else { format!("{grouped}.{cents:02}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_read_as_people_write_them() {
        let of = |min, max, currency, period, months| Salary { min, max, currency, period, months };
        for (given, chinese, english) in [
            (
                of(1_800_000, 2_600_000, Currency::Cny, SalaryPeriod::Month, 14),
                "18–26K·14 薪",
                "CNY 18–26K a month, 14 months a year",
            ),
            (of(850_000, 850_000, Currency::Cny, SalaryPeriod::Month, 12), "8.5K", "CNY 8.5K a month"),
            (
                of(9_000_000, 12_000_000, Currency::Usd, SalaryPeriod::Year, 12),
                "USD 90,000–120,000/年",
                "USD 90,000–120,000 a year",
            ),
            (of(3_050, 3_050, Currency::Cny, SalaryPeriod::Hour, 12), "30.50 元/时", "CNY 30.50 an hour"),
        ] {
            assert_eq!(salary(Language::Chinese, &given), chinese);
            assert_eq!(salary(Language::English, &given), english);
        }
    }

    #[test]
    fn periods_say_what_was_entered() {
        let month = |text: &str| text.to_owned().try_into().ok();
        for (start, end, current, expected) in [
            ("2021-07", "2023-06", false, "2021.07–2023.06"),
            ("2023-07", "", true, "2023.07–至今"),
            ("2024-03", "2024-03", false, "2024.03"),
            ("2024-03", "", false, "2024.03"),
            ("", "2024-03", false, "2024.03"),
            ("", "", true, "至今"),
            ("", "", false, ""),
        ] {
            assert_eq!(period(Language::Chinese, month(start), month(end), current), expected);
        }
    }
}
