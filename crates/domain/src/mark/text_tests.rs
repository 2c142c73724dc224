use super::super::samples::{key, mark};
use super::super::{CERTAIN, LIKELY, MarkNumber};
use super::*;
use proptest::prelude::*;

const CHINESE: &str = "搭建售后工单的分类模型，把人工分拣从每天 3 小时降到 20 分钟。统一 41 个指标口径并写成文档，跨部门对数的会议取消了一半。\
用 SQL 与 dbt 重写夜间报表，出数时间从 9:40 提前到 7:10。为 260 个书单做内容标签，推荐位点击率提升 18%，并建立退货预警。";
const ENGLISH: &str = "Built a classifier for support tickets, which took manual sorting from three hours a day to twenty \
minutes. Wrote down forty-one definitions of metrics, so that half of the meetings about numbers were dropped. Rewrote the \
nightly reports with SQL and dbt.";

fn bare(text: &str) -> String {
    text.chars().filter(|letter| !CHARACTERS.contains(letter)).collect()
}

fn chance(text: &str, of: &Mark) -> f64 {
    TextRead::of(text).compared_with(of, 1_000_000).chance
}

#[test]
fn a_copied_text_names_its_download_among_a_million() {
    for text in [CHINESE, ENGLISH] {
        let marked = marked(text, &mark(1));
        assert_eq!(bare(&marked), text);
        assert!(chance(&marked, &mark(1)) <= CERTAIN, "{}", chance(&marked, &mark(1)));
    }
}

/// S-REC-10: no other download, and none of another installation, is as much as likely.
#[test]
fn no_other_download_is_named() {
    let marked = marked(CHINESE, &mark(1));
    let others = (0..200).map(|other| key(7).mark(MarkNumber::from_random([9, 9, 9, 9, other])));
    let foreign = (0..200).map(|other| key(8).mark(MarkNumber::from_random([1, 1, 2, 3, other])));
    for other in others.chain(foreign) {
        assert!(chance(&marked, &other) > LIKELY);
        assert!(chance(CHINESE, &other).abs() < f64::EPSILON);
    }
}

#[test]
fn spaces_hyphens_case_and_order_of_lines_do_not_matter() {
    let text = marked(ENGLISH, &mark(2));
    let spoilt = text.replace(' ', "\n").to_uppercase().replace("FORTY", "FOR-\nTY");
    assert!(chance(&spoilt, &mark(2)) <= CERTAIN);
    let mut sentences: Vec<&str> = text.split_inclusive(". ").collect();
    sentences.reverse();
    assert!(chance(&sentences.concat(), &mark(2)) <= CERTAIN);
}

/// How short a piece may be: the length that the documents state.
#[test]
fn a_hundred_and_sixty_letters_of_a_text_are_enough() {
    for (text, mark) in [(CHINESE, mark(3)), (ENGLISH, mark(4))] {
        let marked: Vec<char> = marked(text, &mark).chars().collect();
        let mut piece = String::new();
        for letter in marked.iter().skip(11) {
            piece.push(*letter);
            if bare(&piece).chars().count() == 160 {
                break;
            }
        }
        assert!(chance(&piece, &mark) <= CERTAIN, "{} {piece}", chance(&piece, &mark));
    }
}

#[test]
fn a_text_put_together_of_two_downloads_agrees_with_both() {
    let text = format!("{}\n{}", marked(CHINESE, &mark(1)), marked(ENGLISH, &mark(2)));
    let read = TextRead::of(&text);
    let chance = |of: u8| read.compared_with(&mark(of), 1_000).chance;
    assert!(chance(1) <= LIKELY && chance(2) <= LIKELY, "{} {}", chance(1), chance(2));
    assert!((3..100).all(|other| chance(other) > LIKELY));
}

#[test]
fn a_text_full_of_the_characters_names_nobody() {
    let forged: String =
        CHINESE.chars().flat_map(|letter| [letter, CHARACTERS[0], CHARACTERS[1], CHARACTERS[2]]).collect();
    assert!((0..100).all(|other| chance(&forged, &mark(other)) > LIKELY));
}

proptest! {
    #[test]
    fn the_persons_words_stay_as_they_are(text in any::<String>()) {
        prop_assert_eq!(bare(&marked(&text, &mark(1))), bare(&text));
    }

    #[test]
    fn each_place_that_was_made_is_read_and_agrees(text in "[一-龥a-zA-Z，。 ]{0,200}") {
        let read = TextRead::of(&marked(&text, &mark(1)));
        let evidence = read.compared_with(&mark(1), 1);
        let bits = u32::try_from(read.places() * AT_A_PLACE * 2).unwrap();
        prop_assert!((evidence.chance + f64::from(bits)).abs() < 1e-6);
    }
}
