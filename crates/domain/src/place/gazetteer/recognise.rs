//! Recognising a place in an address as people write it.

use super::PlaceRecord;
use super::{recognise_han, recognise_latin};

/// The place that an address names, or the state, province or country where nothing nearer is known (see
/// [`PlaceRecord::is_region`]). None where the text names no place; of places that share a name, the largest.
pub fn recognise(address: &str) -> Option<&'static PlaceRecord> {
    let address = address.trim();
    if address.is_empty() || address.chars().count() > 400 {
        return None;
    }
    if address.chars().any(|letter| matches!(letter, '\u{4e00}'..='\u{9fff}')) {
        recognise_han::recognise(address)
    } else {
        recognise_latin::recognise(address)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(address: &str) -> String {
        recognise(address).map_or_else(String::new, |place| place.name_zh().to_owned())
    }

    #[test]
    fn chinese_addresses() {
        for (address, expected) in [
            ("上海市徐汇区漕溪北路331号", "徐汇区"),
            ("上海徐汇漕溪北路", "徐汇区"),
            ("中国上海市静安区南京西路1266号", "静安区"),
            ("南京东路100号, 上海", "上海市"),
            ("广东省深圳市南山区粤海街道科技园", "南山区"),
            ("深圳南山", "南山区"),
            ("北京市朝阳区望京街", "朝阳区"),
            ("辽宁省朝阳市双塔区", "双塔区"),
            ("吉林", "吉林省"),
            ("吉林省吉林市", "吉林市"),
            ("东莞市松山湖高新区", "东莞市"),
            ("杭州", "杭州市"),
            ("浙江省", "浙江省"),
            ("北京 / 上海 / 深圳", "北京市"),
            ("纽约曼哈顿", "曼哈顿"),
            ("香港九龙", "九龙"),
            ("远程", ""),
            ("中山路12号", ""),
        ] {
            assert_eq!(name(address), expected, "{address}");
        }
    }

    #[test]
    fn cities_with_states_and_countries() {
        for (address, expected) in [
            ("Rome, New York, New York", 1_000_000 + 5_134_295),
            ("Rome, Italy", 1_000_000 + 3_169_070),
            ("Columbus, OH 43215", 1_000_000 + 4_509_177),
            ("Washington, District of Columbia, District of Columbia", 1_000_000 + 4_140_963),
            ("Washington, D.C.", 1_000_000 + 4_140_963),
            ("Pentagon, Arlington, Virginia, Virginia", 1_000_000 + 4_744_709),
            ("Naval Base, Norfolk, Virginia, Virginia", 1_000_000 + 4_776_222),
            ("Yokosuka Naval Base, Japan", 1_000_000 + 1_848_313),
            ("St. Louis, Missouri", 1_000_000 + 4_407_066),
            ("Shanghai, China", 310_000),
            ("London", 1_000_000 + 2_643_743),
            ("London, Ontario, Canada", 1_000_000 + 6_058_560),
        ] {
            assert_eq!(recognise(address).map(|place| place.id.0), Some(expected), "{address}");
        }
    }

    #[test]
    fn a_state_where_the_town_is_not_known() {
        let place = recognise("Gunter AFB, Alabama, Alabama");
        assert!(place.is_some_and(|place| place.is_region() && place.name_en() == "Alabama"));
        let place = recognise("465 Columbus Ave. Valhalla, Ny");
        assert!(place.is_some_and(|place| place.is_region() && place.name_en() == "New York"), "{place:?}");
    }

    #[test]
    fn new_york_addresses() {
        for (address, expected) in [
            ("110 William St. N Y", "New York City"),
            ("1 Centre St., N.Y.", "New York City"),
            ("55 Water St Ny Ny", "New York City"),
            ("125 Worth Street, Nyc", "New York City"),
            ("120 Broadway, New York, NY", "New York City"),
            ("335 Adams Street, Brooklyn Ny", "Brooklyn"),
            ("59-17 Junction Blvd Corona Ny", "Corona"),
            ("1826 Arthur Ave., Bronx", "The Bronx"),
            ("3701 Jerome Ave, Bx NY 10467", "The Bronx"),
            ("30-30 Thomson Ave L I City Qns", "Queens"),
            ("1 Bay St., S.I.,Ny", "Staten Island"),
            ("71 Smith Avenue, Kingston, Ny", "Kingston"),
            ("12 Elm Ave, Staten Isl", "Staten Island"),
            ("12 Elm Street, Staten Is Ny", "Staten Island"),
            ("22 N. 15 St, Bklyn", "Brooklyn"),
        ] {
            assert_eq!(recognise(address).map(PlaceRecord::name_en), Some(expected), "{address}");
        }
    }

    #[test]
    fn what_names_no_place_is_none() {
        for address in [
            "",
            "Not Used",
            "Design-Engineering",
            "Management Services",
            "100 Gold Street",
            "Straus",
            "20 Nyc Highway 30A",
        ] {
            assert!(recognise(address).is_none(), "{address} {:?}", recognise(address));
        }
    }
}
