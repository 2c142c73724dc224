//! Labels and what stands behind them: "姓名：李明  性别：男", "Name: Jane Doe".

use super::part::{Part, is_han, is_picture};

/// What a label announces. Which field that is depends on where it stands: in a posting 学历 is what is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Key {
    Name,
    Sex,
    Birth,
    Contact,
    Residence,
    Political,
    FirstJob,
    Homepage,
    Status,
    Wanted,
    WantedPlace,
    WantedSalary,
    WantedKind,
    Available,
    Industry,
    School,
    Major,
    Degree,
    Company,
    Title,
    Department,
    Period,
    Description,
    Place,
    Salary,
    Experience,
    Role,
    Project,
    Skills,
    Languages,
    Assessment,
    /// Known as a label, so that the value before it ends there; what it announces has no field.
    Other,
}

/// The key of a label, written without spaces in Chinese and in small letters in English.
fn key(label: &str) -> Option<Key> {
    Some(match label {
        "姓名" | "名字" | "联系人" | "应聘人" | "求职者" | "姓名、电话" | "name" | "full name" => {
            Key::Name
        }
        "性别" | "sex" | "gender" => Key::Sex,
        "出生日期" | "出生年月" | "出生年月日" | "出生" | "生日" | "birthday" | "date of birth" | "born" => {
            Key::Birth
        }
        "电话" | "手机" | "手机号" | "手机号码" | "联系电话" | "联系方式" | "电话号码" | "邮箱"
        | "电子邮箱" | "邮件" | "电子邮件" | "email" | "e-mail" | "mail" | "phone" | "tel" | "telephone"
        | "mobile" | "微信" | "qq" | "contact" => Key::Contact,
        "现居住地" | "居住地" | "现居" | "现居地" | "所在地" | "现住址" | "住址" | "所在城市"
        | "现所在地" | "address" | "residence" | "lives in" => Key::Residence,
        "政治面貌" => Key::Political,
        "参加工作时间" | "首次工作时间" | "开始工作时间" | "参加工作" => Key::FirstJob,
        "个人主页" | "主页" | "博客" | "个人网站" | "网站" | "作品集" | "homepage" | "website" | "blog"
        | "portfolio" | "github" => Key::Homepage,
        "求职状态" | "目前状态" | "当前状态" | "在职状态" | "status" => Key::Status,
        "求职意向" | "期望职位" | "期望岗位" | "意向岗位" | "意向职位" | "应聘职位" | "应聘岗位"
        | "目标职位" | "求职目标" | "求职岗位" | "求职职位" | "objective" | "desired position" => {
            Key::Wanted
        }
        "期望城市" | "意向城市" | "期望地点" | "期望工作地点" | "意向地点" | "意向地区" | "期望地区"
        | "目标城市" => Key::WantedPlace,
        "期望薪资" | "薪资要求" | "期望月薪" | "期望薪酬" | "期望年薪" | "薪资期望" | "expected salary"
        | "desired salary" => Key::WantedSalary,
        "工作性质" | "求职类型" | "工作类型" | "期望性质" | "employment type" => {
            Key::WantedKind
        }
        "到岗时间" | "可到岗时间" | "到岗" | "入职时间" | "available" | "availability" | "notice period" => {
            Key::Available
        }
        "期望行业" | "意向行业" | "所属行业" | "行业" | "industry" => Key::Industry,
        "学校" | "院校" | "毕业院校" | "毕业学校" | "学校名称" | "就读学校" | "school" | "university" => {
            Key::School
        }
        "专业" | "所学专业" | "专业名称" | "主修" | "major" => Key::Major,
        "学历" | "学位" | "最高学历" | "学历要求" | "学历学位" | "degree" | "education" => {
            Key::Degree
        }
        "公司" | "公司名称" | "单位" | "工作单位" | "任职公司" | "企业" | "企业名称" | "招聘单位"
        | "单位名称" | "company" | "employer" => Key::Company,
        "职位" | "职位名称" | "岗位" | "岗位名称" | "职务" | "担任职位" | "担任职务" | "招聘岗位"
        | "招聘职位" | "招聘" | "诚聘" | "急聘" | "急招" | "hiring" | "title" | "job title" | "position"
        | "role" => Key::Title,
        "部门" | "所属部门" | "所在部门" | "department" => Key::Department,
        "时间" | "起止时间" | "在职时间" | "任职时间" | "就读时间" | "在校时间" | "工作时间" | "项目时间"
        | "起止日期" | "period" | "dates" => Key::Period,
        "工作描述" | "工作内容" | "工作职责" | "职责" | "主要职责" | "职责描述" | "项目描述" | "项目介绍"
        | "描述" | "主要工作" | "工作业绩" | "description" | "responsibilities" | "duties" => {
            Key::Description
        }
        "工作地点" | "地点" | "工作地址" | "地址" | "工作城市" | "城市" | "办公地点" | "坐标"
        | "location" | "base" | "city" => Key::Place,
        "薪资" | "薪酬" | "工资" | "待遇" | "薪资待遇" | "薪资范围" | "月薪" | "年薪" | "福利待遇"
        | "薪水" | "salary" | "pay" | "comp" | "compensation" => Key::Salary,
        "经验" | "经验要求" | "工作经验" | "工作年限" | "experience" | "yoe" => Key::Experience,
        "角色" | "担任角色" | "项目角色" | "项目职责" | "担任" => Key::Role,
        "项目" | "项目名称" | "project" => Key::Project,
        "技能" | "专业技能" | "个人技能" | "技术栈" | "skills" | "technical skills" => {
            Key::Skills
        }
        "语言" | "语言能力" | "外语" | "languages" => Key::Languages,
        "自我评价" | "个人评价" | "个人优势" | "summary" | "profile" => Key::Assessment,
        "年龄" | "民族" | "籍贯" | "婚姻状况" | "身高" | "体重" | "户口" | "户籍" | "国籍" | "健康状况"
        | "要求" | "任职要求" | "任职资格" | "岗位要求" | "职位要求" | "岗位职责" | "职位描述"
        | "职位职责" | "requirements" | "what you need" | "fax" | "传真" | "age" | "nationality" => {
            Key::Other
        }
        _ => return None,
    })
}

/// A label with its value.
#[derive(Debug, Clone, Copy)]
pub(super) struct Field<'t> {
    pub(super) key: Key,
    pub(super) value: Part<'t>,
    /// Where the label starts in the folded text.
    pub(super) at: usize,
}

/// The key of a piece that is a label and nothing else.
pub(super) fn only(part: Part<'_>) -> Option<Key> {
    if part.text.len() > 40 {
        return None;
    }
    key(&plain(part.text))
}

fn plain(label: &str) -> String {
    let mut plain = String::with_capacity(label.len());
    for word in label.split_whitespace() {
        if plain.ends_with(|last: char| last.is_ascii()) && word.starts_with(|first: char| first.is_ascii()) {
            plain.push(' ');
        }
        plain.push_str(&word.to_lowercase());
    }
    plain
}

/// All labels of a line with their values; a value ends where the next label starts.
pub(super) fn fields(line: Part<'_>) -> Vec<Field<'_>> {
    let mut found: Vec<Field<'_>> = Vec::new();
    for (colon, sign) in line.text.match_indices([':', '】']) {
        let Some((start, key)) = before(line.text, colon) else { continue };
        close(&mut found, line, start);
        found.push(Field { key, value: line.from(colon + sign.len()), at: line.at + start });
    }
    if found.is_empty() {
        return cells(line);
    }
    close(&mut found, line, line.text.len());
    found
}

/// Ends the last value at an offset of the line.
fn close<'t>(found: &mut [Field<'t>], line: Part<'t>, end: usize) {
    if let Some(last) = found.last_mut() {
        let start = last.value.at - line.at;
        last.value = line.sub(start.min(end)..end).trim_matches(|letter| {
            letter.is_whitespace() || "，,；;、|/【[: ".contains(letter) || is_picture(letter)
        });
    }
}

/// The label that ends at a colon: the word before it, or some words: "姓    名", "Job Title".
fn before(line: &str, colon: usize) -> Option<(usize, Key)> {
    let is_inside = |letter: char| {
        is_han(letter) || letter.is_ascii_alphabetic() || matches!(letter, ' ' | '\t' | '-' | '、')
    };
    let near = line[..colon].char_indices().rev().take(24).take_while(|(_, letter)| is_inside(*letter));
    let from = near.last().map_or(colon, |(at, _)| at);
    let mut start = from;
    // From the longest to the shortest, a word less each time.
    for _ in 0..6 {
        let rest = &line[start..colon];
        let skipped = rest.len() - rest.trim_start().len();
        start += skipped;
        if start >= colon {
            return None;
        }
        if let Some(key) = key(&plain(&line[start..colon])) {
            return Some((start, key));
        }
        let (space, sign) = line[start..colon].match_indices([' ', '\t', '、']).next()?;
        start += space + sign.len();
    }
    None
}

/// A row of a table: cells with a label, each before its value.
fn cells(line: Part<'_>) -> Vec<Field<'_>> {
    let parts: Vec<Part<'_>> = line.split(|letter| matches!(letter, '\t' | '|')).take(16).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at + 1 < parts.len() {
        if let Some(key) = only(parts[at])
            && only(parts[at + 1]).is_none()
        {
            found.push(Field { key, value: parts[at + 1], at: parts[at].at });
            at += 1;
        }
        at += 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Vec<(Key, String)> {
        fields(Part { text: line, at: 7 })
            .into_iter()
            .map(|field| {
                assert_eq!(&line[field.value.at - 7..][..field.value.text.len()], field.value.text);
                (field.key, field.value.text.to_owned())
            })
            .collect()
    }

    #[test]
    fn values_end_where_the_next_label_starts() {
        let of = |fields: &[(Key, &str)]| {
            fields.iter().map(|(key, value)| (*key, (*value).to_owned())).collect::<Vec<_>>()
        };
        for (line, expected) in [
            ("姓    名: 陈嘉  性别:女", of(&[(Key::Name, "陈嘉"), (Key::Sex, "女")])),
            (
                "Full Name: Lan; Email: lan@example.com",
                of(&[(Key::Name, "Lan"), (Key::Contact, "lan@example.com")]),
            ),
            ("姓名\t沈清\t性别\t女", of(&[(Key::Name, "沈清"), (Key::Sex, "女")])),
            ("【姓名】 李明", of(&[(Key::Name, "李明")])),
            ("📌求职意向:会计", of(&[(Key::Wanted, "会计")])),
            ("姓名ß、电话:1", of(&[(Key::Contact, "1")])),
            ("他说:你好", of(&[])),
            ("会议时间:九点", of(&[])),
        ] {
            assert_eq!(read(line), expected, "{line}");
        }
    }
}
