use super::*;
use proptest::prelude::*;

fn key(name: &str) -> String {
    CompanyKey::of(name).unwrap().0
}

/// S-VIS-08: the same company, however it is written.
#[test]
fn one_company_has_one_key() {
    for names in [
        &[
            "示例科技有限公司",
            "示例科技",
            " 示例 科技　有限公司 ",
            "示例科技有限责任公司",
            "示例科技股份有限公司",
            "示例科技（集团）股份有限公司",
            "示例科技集团",
            "示例科技集团有限公司",
            "「示例科技」有限公司",
            "示例·科技公司",
            "示例科技有限公司上海分公司",
            "示例科技有限公司（杭州西湖分公司）",
            "示例科技有限公司 Ltd.",
        ][..],
        &["示例（上海）软件有限公司", "示例(上海)软件有限公司", "示例上海软件", "示例【上海】软件 有限公司"],
        &[
            "Demo Harbour Co., Ltd.",
            "DEMO HARBOUR",
            "Ｄｅｍｏ　Ｈａｒｂｏｕｒ Inc.",
            "Demo Harbour, Inc",
            "demo-harbour LLC",
            "Demo Harbour Co.Ltd",
            "Demo Harbour CoLtd",
            "Demo Harbour GmbH & Co. KG",
            "Demo Harbour S.A.",
            "Demo Harbour (Group) Limited",
            "Demo Harbour有限公司",
            "Demo Harbour Corporation",
        ],
        &["示例会计师事务所（特殊普通合伙）", "示例会计师事务所"],
        &["3D示例有限公司", "３Ｄ 示例"],
    ] {
        for name in names {
            assert_eq!(key(name), key(names[0]), "{name}");
        }
    }
}

#[test]
fn two_companies_have_two_keys() {
    for (one, other) in [
        ("示例（上海）有限公司", "示例（北京）有限公司"),
        ("示例科技有限公司", "示例网络科技有限公司"),
        ("示例控股有限公司", "示例有限公司"),
        ("Demo Zinc", "Demo Z"),
        ("Demo Tesco", "Demo Tes"),
        ("Demo Sage", "Demo S"),
        ("Demo One", "Demo Two"),
        ("示例一", "示例二"),
        ("公司宝示例有限公司", "示例有限公司"),
    ] {
        assert_ne!(key(one), key(other), "{one} / {other}");
    }
}

#[test]
fn what_a_name_needs_stays() {
    assert_eq!(key("公司"), "公司");
    assert_eq!(key("有限公司"), "有限公司");
    assert_eq!(key("A Co"), "aco", "one letter is no name");
    assert_eq!(key("Group Inc."), "group");
    assert_eq!(key("Limited Co"), "limited");
    for nothing in ["", "  ", "。，（）", "a", "司", "-1-"] {
        assert_eq!(CompanyKey::of(nothing), None, "{nothing}");
    }
}

#[test]
fn a_log_line_shows_no_name() {
    assert_eq!(format!("{:?}", CompanyKey::of("示例科技")), "Some(CompanyKey(<redacted>))");
    assert_eq!(CompanyKey::of("示例科技有限公司").unwrap().as_bytes(), "示例科技".as_bytes());
}

proptest! {
    /// S-VIS-08: any name, in any dress, in any form.
    #[test]
    fn a_name_keeps_its_key_in_every_dress(
        stem in "[样例演示甲乙丙丁科网]{3,8}",
        form in prop::sample::select(vec![
            "有限公司", "股份有限公司", "有限责任公司", "集团", "（集团）有限公司", " Co., Ltd.", "，Inc.",
        ]),
        at in 1_usize..3,
        between in prop::sample::select(vec![" ", "　", "（", "）", "·", "\u{200B}", "-"]),
    ) {
        let plain = key(&stem);
        let letters: Vec<char> = stem.chars().collect();
        let dressed: String =
            letters[..at].iter().collect::<String>() + between + &letters[at..].iter().collect::<String>() + form;
        prop_assert_eq!(key(&dressed), plain);
    }

    /// Whatever is typed.
    #[test]
    fn any_text_has_a_key_of_two_letters_or_none(text in "\\PC{0,40}") {
        if let Some(CompanyKey(key)) = CompanyKey::of(&text) {
            prop_assert!(key.chars().count() >= 2);
            prop_assert!(key.chars().all(char::is_alphanumeric), "{}", key);
        }
    }
}
