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
    assert_eq!(employers(&content), ["示例科技有限公司", "旧例有限公司", "更早（上海）有限公司"]);
    assert!(employers(&ResumeContent::default()).is_empty());
}
