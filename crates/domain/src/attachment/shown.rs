use crate::clipboard::contact_in;
use crate::contact::{ContactItem, ContactItems};
use crate::relay::KnownContact;
use crate::resume::shows;

/// Which contact items a text shows: `known` however it is written, and whatever else looks like a phone number or an
/// e-mail address, be it somebody else's. Source: I1.
///
/// Leans to finding too much, as the masking of texts does: one tick more is less than a number that nobody agreed to.
pub fn contact_shown(text: &str, known: &KnownContact) -> ContactItems {
    // A file places each letter by itself: what looks like a gap between two of them need not be one.
    let tight: Vec<String> = text.lines().map(|line| line.split_whitespace().collect::<String>()).collect();
    let whole = [text.to_owned(), tight.join("\n")];
    let mut shown = ContactItems::new();
    let by_mask = whole.iter().map(|text| shows(text, known.own()));
    let by_line = text.lines().chain(tight.iter().map(String::as_str)).map(contact_in);
    for (phone, email) in by_mask.chain(by_line) {
        shown.extend(phone.then_some(ContactItem::Phone));
        shown.extend(email.then_some(ContactItem::Email));
        if shown.len() == ContactItem::ALL.len() {
            break;
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    const PHONE: &[ContactItem] = &[ContactItem::Phone];
    const EMAIL: &[ContactItem] = &[ContactItem::Email];

    fn shown(text: &str) -> Vec<ContactItem> {
        let known = KnownContact::new(["+86 139 1234 5678"], ["An.Yu@Example.com"]);
        contact_shown(text, &known).into_iter().collect()
    }

    /// I1: however it is written, and whosever it is.
    #[test]
    fn numbers_and_addresses_are_found_however_they_are_written() {
        for text in [
            "电话 13912345678",
            "电话\n139 1234 5678",
            "１３９１２３４５６７８",
            "1 3 9 1 2 3 4 5 6 7 8",
            "一三九一二三四五六七八",
            "139\n1234\n5678",
            "tel:+8613912345678",
            "推荐人 18600001111",
            "1 8 6 0 0 0 0 1 1 1 1",
            "Tel. +1 212 555 0123",
            "办公电话 010-62781234",
        ] {
            assert_eq!(shown(text), PHONE, "{text}");
        }
        for text in [
            "an.yu@example.com",
            "mailto:an.yu@example.com?subject=Hi",
            "a n . y u @ e x a m p l e . c o m",
            "an.yu(at)example(dot)com",
            "ＡＮ．ＹＵ＠ＥＸＡＭＰＬＥ．ＣＯＭ",
            "referee: r.lee @ mail.example.org",
            "r e f @ m a i l . e x a m p l e . o r g",
        ] {
            assert_eq!(shown(text), EMAIL, "{text}");
        }
        assert_eq!(shown("13912345678 an.yu@example.com"), ContactItem::ALL);
    }

    #[test]
    fn what_a_resume_is_full_of_is_no_contact() {
        for text in [
            "",
            "周予安\n数据分析师",
            "2017.09 – 2021.06  华东师范大学  统计学  本科",
            "2021.07–2023.06，月薪 18000-26000",
            "为 260 个书单做内容标签，点击率提升 18%，减少 1.2 万册",
            "GB/T 2260-2007，ISO 27001:2013，RFC 9110",
            "使用 @vue/cli 与 logo@2x",
            "D:20260101120000+08'00'",
            "https://example.com/an?year=2021",
        ] {
            assert_eq!(shown(text), [], "{text}");
        }
    }
}
