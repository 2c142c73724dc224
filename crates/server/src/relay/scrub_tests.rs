use super::*;
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use proptest::prelude::*;

const PHONE: &str = "13912345678";
const EMAIL: &str = "canary@example.com";

fn known() -> KnownContact {
    KnownContact::new([PHONE], [EMAIL])
}

/// I1, S-VIS-09
#[test]
fn what_is_known_goes_in_every_writing() {
    let folded = STANDARD.encode(format!("{}From: {EMAIL}\n", "留白。".repeat(9)));
    let (first, second) = folded.split_at(60);
    for written in [
        EMAIL.to_owned(),
        "On Mon, 1 Jan 2026, 周予安 <Canary@Example.COM> wrote:".to_owned(),
        "mailto:canary%40example.com?subject=hi".to_owned(),
        "%63%61%6E%61%72%79@example.com".to_owned(),
        "https://track.example/?m=canary%2540example.com".to_owned(),
        "canary=40example.com".to_owned(),
        "=?utf-8?B?Y2FuYXJ5QGV4YW1wbGUuY29t?=".to_owned(),
        "=?utf-8?Q?canary=40example.com?=".to_owned(),
        "canary&#64;example.com".to_owned(),
        "&#99;anary&commat;example&period;com".replace("&commat;", "&#x40;").replace("&period;", "."),
        STANDARD.encode(EMAIL),
        URL_SAFE_NO_PAD.encode(EMAIL),
        STANDARD.encode(STANDARD.encode(EMAIL)),
        format!("data:text/plain;base64,{}", STANDARD.encode(EMAIL)),
        format!("前\n{first}\n{second}\n后"),
        "Tel: +86 139-1234-5678".to_owned(),
        "１３９ １２３４ ５６７８".to_owned(),
        "一三九一二三四五六七八".to_owned(),
        "tel:%31%33%39%31%32%33%34%35%36%37%38".to_owned(),
        "139&#49;2345678".to_owned(),
    ] {
        let left = text(&known(), &written);
        assert!(left.contains(MASK), "{written}: {left}");
        assert!(!holds(&known(), &left), "{written}: {left}");
    }
}

#[test]
fn whatever_else_stays_as_it_is() {
    for other in [
        "您好，周五 14:00 面试，会议号 123 456 789。\n\n> 好的\n> 谢谢\n",
        "折扣 50%，见 https://example.org/a%20b?c=d&e=f;g",
        "=?utf-8?Q?=E4=BD=A0=E5=A5=BD?=",
        "c2lnbmF0dXJlIG9mIGFuIGltYWdl\nYW5vdGhlciBsaW5lIG9mIGl0\n",
        "写给 otto@example.net 或 13612345678",
        "",
    ] {
        assert_eq!(text(&known(), other), other);
    }
}

/// I1
#[test]
fn markup_keeps_its_form_and_nothing_that_loads_or_tells() {
    let clean = |markup: &str| html(&known(), markup);
    let left = clean(
        "<html><head><style>p{background:url(https://t.example/x)}</style></head><body onload=x()>\
         <p style='color:red' id=canary@example.com>您好 <b>周五</b> <a href='https://example.org/'>见</a>\
         <a href='mailto:canary@example.com'>写给我</a> <a href='https://t.example/?u=canary%40example.com'>点</a>\
         <img src='https://t.example/pixel.gif'><script>x()</script><!-- canary@example.com --></p></body></html>",
    )
    .unwrap();
    assert!(left.contains("<b>周五</b>") && left.contains("href=\"https://example.org/\""), "{left}");
    for gone in ["canary", "t.example", "script", "style", "onload", "img", "mailto"] {
        assert!(!left.contains(gone), "{gone}: {left}");
    }
    assert!(clean("<p>canary@example.com</p>").unwrap().contains(MASK));
    assert!(clean("<p>can&#97;ry@example.com</p>").unwrap().contains(MASK));
}

/// I1
#[test]
fn what_stands_across_pieces_of_markup_leaves_the_text_alone() {
    assert_eq!(html(&known(), "<p><b>139</b>1234<i>5678</i></p>"), None);
    assert_eq!(html(&known(), "canary<span>@</span>example.com"), None);
}

proptest! {
    /// I1: whatever stands around it, however it is cut into lines and words.
    #[test]
    fn nothing_that_is_known_is_left(
        before in "[ -~\n好，。]{0,40}",
        after in "[ -~\n好，。]{0,40}",
        space in "[ .·-]{0,1}",
        kind in 0..5_u8,
    ) {
        let spaced: String = PHONE.chars().flat_map(|digit| [digit.to_string(), space.clone()]).collect();
        let value = match kind {
            0 => EMAIL.to_owned(),
            1 => EMAIL.to_uppercase(),
            2 => EMAIL.replace('@', "%40"),
            3 => format!(" {} ", STANDARD.encode(EMAIL)),
            _ => spaced,
        };
        let left = text(&known(), &format!("{before}{value}{after}"));
        prop_assert!(!known().is_in(&left), "{left}");
    }

    /// Nothing that comes in makes it panic, and what is clean stays clean.
    #[test]
    fn any_text_and_any_markup_can_be_read(any in "\\PC{0,300}") {
        let left = text(&known(), &any);
        prop_assert!(!known().is_in(&left));
        let _markup = html(&known(), &any);
    }
}
