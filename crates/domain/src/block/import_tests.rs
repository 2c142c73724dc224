use super::*;
use proptest::prelude::*;

fn names(found: &BlockImport) -> Vec<(u32, &str)> {
    found.names.iter().map(|one| (one.line, one.name.as_str())).collect()
}

fn problems(found: &BlockImport) -> Vec<(u32, ImportProblem)> {
    found.problems.iter().map(|one| (one.line, one.problem)).collect()
}

#[test]
fn a_line_is_a_name_with_its_commas() {
    let found = import(
        "\u{FEFF}示例科技有限公司\r\n\r\n  Demo Harbour Co., Ltd.  \r\n\"Demo \"\"Quay\"\", Inc.\",x\n样例,,\n",
    );
    let expected =
        [(1, "示例科技有限公司"), (3, "Demo Harbour Co., Ltd."), (4, "Demo \"Quay\", Inc."), (5, "样例")];
    assert_eq!(names(&found), expected);
    assert_eq!(problems(&found), []);
}

#[test]
fn a_table_is_known_by_its_heading() {
    for table in [
        "序号,公司名称,备注\n1,示例科技有限公司,前东家\n2,\"Demo, Inc.\",\n3,,空",
        "id\tCompany Name\tnote\n1\t示例科技有限公司\t前东家\n2\tDemo, Inc.\t\n3\t\t空",
        "公司;备注\n示例科技有限公司;前东家\nDemo, Inc.;\n;空",
    ] {
        let found = import(table);
        assert_eq!(names(&found), [(2, "示例科技有限公司"), (3, "Demo, Inc.")], "{table}");
        assert_eq!(problems(&found), []);
    }
}

#[test]
fn each_line_that_gives_no_company_says_why() {
    let long = "长".repeat(COMPANY_NAME_MAX_CHARS + 1);
    let list = format!("示例科技有限公司\n？\n{long}\n\"开着\n示例科技（集团）\n样例公司");
    let found = import(&list);
    assert_eq!(names(&found), [(1, "示例科技有限公司"), (6, "样例公司")]);
    let expected = [
        (2, ImportProblem::NoName),
        (3, ImportProblem::TooLong),
        (4, ImportProblem::OpenQuote),
        (5, ImportProblem::Duplicate { of: 1 }),
    ];
    assert_eq!(problems(&found), expected);
}

#[test]
fn a_thousand_names_are_read() {
    let list =
        |count: usize| (0..count).map(|number| format!("示例{number}号公司")).collect::<Vec<_>>().join("\n");
    let full = import(&list(BLOCK_IMPORT_MAX_NAMES));
    assert_eq!((full.names.len(), full.problems.len()), (BLOCK_IMPORT_MAX_NAMES, 0));
    let over = import(&list(BLOCK_IMPORT_MAX_NAMES + 5));
    assert_eq!(over.names, full.names);
    assert_eq!(problems(&over), [(1_001, ImportProblem::TooMany)]);
}

#[test]
fn an_empty_list_is_no_problem() {
    for nothing in ["", "\n\n", "公司名称\n", "\u{FEFF}"] {
        assert_eq!(import(nothing), BlockImport::default(), "{nothing:?}");
    }
}

proptest! {
    /// Whatever file is picked.
    #[test]
    fn any_text_gives_companies_and_problems_line_by_line(
        text in prop::collection::vec(prop::sample::select(vec![
            "公司", "示例", "A", "1", ",", ";", "\t", "\"", "\n", "\r\n", " ", "，", "Co.", "\u{FEFF}", "\0", "（",
        ]), 0..60),
    ) {
        let text = text.concat();
        let found = import(&text);
        let mut lines: Vec<u32> = found.names.iter().map(|one| one.line).collect();
        prop_assert!(lines.is_sorted());
        lines.extend(found.problems.iter().map(|one| one.line));
        lines.sort_unstable();
        lines.dedup();
        prop_assert_eq!(lines.len(), found.names.len() + found.problems.len(), "a line is said once");
        prop_assert!(lines.last().is_none_or(|last| *last as usize <= text.lines().count()));
        let mut keys: Vec<_> = found.names.iter().map(|one| CompanyKey::of(&one.name)).collect();
        prop_assert!(keys.iter().all(Option::is_some));
        keys.sort();
        keys.dedup();
        prop_assert_eq!(keys.len(), found.names.len(), "a company is there once");
    }
}
