//! Cutting a résumé at its headings.

use super::part::{Part, is_han, item};

/// What a section is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Topic {
    Basic,
    Intention,
    Education,
    Work,
    Projects,
    Skills,
    Languages,
    Assessment,
    /// A heading of a posting: 岗位职责, Requirements.
    Posting,
    /// Known as a heading; what stands below it has no field.
    Other,
}

/// A heading with the lines below it.
#[derive(Debug)]
pub(super) struct Section<'t> {
    pub(super) topic: Topic,
    /// Its heading stands before its text on one line, as a label does.
    pub(super) inline: bool,
    pub(super) lines: Vec<Part<'t>>,
}

/// What a heading in small letters and without spaces between Chinese characters announces.
fn topic(heading: &str) -> Option<Topic> {
    Some(match heading {
        "基本信息"
        | "个人信息"
        | "基本资料"
        | "个人资料"
        | "personal information"
        | "personal details"
        | "contact"
        | "contact information" => Topic::Basic,
        "求职意向" | "求职目标" | "求职期望" | "职业目标" | "期望工作" | "objective" | "career objective" => {
            Topic::Intention
        }
        "教育经历"
        | "教育背景"
        | "学习经历"
        | "教育"
        | "学历"
        | "学历背景"
        | "education"
        | "education background"
        | "academic background" => Topic::Education,
        "工作经历"
        | "工作经验"
        | "职业经历"
        | "任职经历"
        | "实习经历"
        | "实习经验"
        | "从业经历"
        | "工作履历"
        | "工作及实习经历"
        | "工作/实习经历"
        | "experience"
        | "work experience"
        | "employment"
        | "employment history"
        | "professional experience"
        | "work history"
        | "internship"
        | "internships"
        | "internship experience" => Topic::Work,
        "项目经历" | "项目经验" | "项目" | "projects" | "project experience" | "personal projects" => {
            Topic::Projects
        }
        "技能" | "专业技能" | "个人技能" | "技能特长" | "技术栈" | "职业技能" | "掌握技能" | "技能清单"
        | "技术能力" | "skills" | "technical skills" | "key skills" | "core skills" => Topic::Skills,
        "语言" | "语言能力" | "外语水平" | "外语能力" | "languages" | "language skills" => {
            Topic::Languages
        }
        "自我评价"
        | "个人评价"
        | "自我介绍"
        | "个人优势"
        | "个人总结"
        | "自我描述"
        | "自我总结"
        | "个人简介"
        | "summary"
        | "profile"
        | "about me"
        | "about"
        | "professional summary"
        | "career summary" => Topic::Assessment,
        "岗位职责" | "任职要求" | "任职资格" | "岗位要求" | "职位描述" | "职位要求" | "职位职责"
        | "工作职责" | "岗位描述" | "requirements" | "responsibilities" | "qualifications"
        | "what you need" | "what you will do" | "job description" | "福利待遇" | "职位福利" => {
            Topic::Posting
        }
        "荣誉奖项"
        | "获奖情况"
        | "获奖经历"
        | "荣誉证书"
        | "证书"
        | "资格证书"
        | "校园经历"
        | "校内经历"
        | "兴趣爱好"
        | "培训经历"
        | "社会实践"
        | "学生工作"
        | "论文发表"
        | "作品集"
        | "其他"
        | "附加信息"
        | "awards"
        | "honors"
        | "certifications"
        | "certificates"
        | "interests"
        | "hobbies"
        | "references"
        | "publications"
        | "volunteering"
        | "volunteer experience"
        | "activities" => Topic::Other,
        _ => return None,
    })
}

/// The topic of a line that is a heading, with what stands behind it on the same line.
fn heading(line: Part<'_>) -> Option<(Topic, Part<'_>)> {
    let (bare, _) = item(line);
    let bare = bare.trim_matches(|letter| "【】[]<>《》=*#_—–-|~:：「」 ".contains(letter));
    if bare.is_empty() {
        return None;
    }
    if bare.text.len() <= 60
        && let Some(topic) = whole(bare.text)
    {
        return Some((topic, bare.from(bare.text.len())));
    }
    // "技能：Java, Go": a heading with its content.
    let colon = bare.text.find([':', '】']).filter(|colon| *colon <= 40)?;
    let topic = whole(bare.text[..colon].trim())?;
    let rest = bare.from(colon).trim_start_matches(|letter| ":】 \t".contains(letter));
    // 学历 and Experience with a value behind them are what a posting asks for.
    let says = matches!(
        topic,
        Topic::Intention | Topic::Skills | Topic::Languages | Topic::Assessment | Topic::Posting
    );
    says.then_some((topic, rest))
}

/// The topic of a text that is a heading and nothing else: "教 育 背 景", "工作经历 WORK EXPERIENCE".
fn whole(text: &str) -> Option<Topic> {
    let han: String = text.chars().filter(|letter| is_han(*letter) || *letter == '/').collect();
    let latin = text.trim_matches(|letter: char| !letter.is_ascii_alphabetic()).to_ascii_lowercase();
    let others = text.chars().any(|letter| {
        !(is_han(letter)
            || letter.is_ascii_alphabetic()
            || letter.is_whitespace()
            || "/&|·-()".contains(letter))
    });
    if others || text.len() > 60 {
        return None;
    }
    if han.chars().any(is_han) { topic(&han) } else { topic(&latin) }
}

/// The lines before the first heading, and the sections.
pub(super) fn cut<'t>(lines: &[Part<'t>]) -> (Vec<Part<'t>>, Vec<Section<'t>>) {
    let mut head = Vec::new();
    let mut sections: Vec<Section<'t>> = Vec::new();
    for line in lines {
        match heading(*line) {
            Some((topic, rest)) => {
                let lines = if rest.is_empty() { Vec::new() } else { vec![rest] };
                sections.push(Section { topic, inline: !rest.is_empty(), lines });
            }
            None => match sections.last_mut() {
                Some(section) => section.lines.push(*line),
                None => head.push(*line),
            },
        }
    }
    (head, sections)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_in_any_dress() {
        for (line, expected) in [
            ("教育经历", Some(Topic::Education)),
            ("【教育背景】", Some(Topic::Education)),
            ("工 作 经 历", Some(Topic::Work)),
            ("二、工作经历", Some(Topic::Work)),
            ("工作经历 WORK EXPERIENCE", Some(Topic::Work)),
            ("## Skills", Some(Topic::Skills)),
            ("Languages: English, Urdu", Some(Topic::Languages)),
            ("🎓教育背景", Some(Topic::Education)),
            ("我的工作经历很丰富", None),
            ("Experience with Rust", None),
            ("", None),
        ] {
            assert_eq!(heading(Part { text: line, at: 0 }).map(|(topic, _)| topic), expected, "{line}");
        }
    }
}
