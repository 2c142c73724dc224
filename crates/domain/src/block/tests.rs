use super::*;
use crate::resume::WorkEntry;
use uuid::Uuid;

fn job(company: &str, current: bool) -> WorkEntry {
    serde_json::from_value(serde_json::json!({ "id": Uuid::nil(), "company": company, "current": current }))
        .unwrap()
}

/// S-VIS-08
#[test]
fn present_employers_come_first_and_each_comes_once() {
    let content = ResumeContent {
        work: vec![
            job("旧例有限公司", false),
            job(" 示例科技有限公司 ", true),
            job("", true),
            job("示例科技", false),
            job("更早（上海）有限公司", false),
        ],
        ..ResumeContent::default()
    };
    let named = |blocked: &[&str]| {
        let found = employers(&content, blocked.iter().copied());
        found.into_iter().map(|employer| (employer.name, employer.present)).collect::<Vec<_>>()
    };
    let named_as = |name: &str, present| (name.to_owned(), present);
    let (present, past) = (named_as("示例科技有限公司", true), named_as("旧例有限公司", false));
    let earlier = named_as("更早（上海）有限公司", false);
    assert_eq!(named(&[]), [present, past, earlier.clone()]);
    assert_eq!(named(&["示例科技", "旧例", "！"]), [earlier], "blocked in another spelling");
    assert!(employers(&ResumeContent::default(), []).is_empty());
}
