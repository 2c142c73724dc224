//! What a system must be told beforehand of a permission: Apple's purpose strings, Android's manifest, the reason that
//! GeoClue's agent shows. One table, of which `cargo xtask gen` makes the files.
//!
//! To declare one: a row here, once a function of the app needs it (a `Purpose` of the domain). What each act gives
//! anew, the clipboard and files, is asked by the system at the act and declared nowhere.

use zhitu_domain::permission::Permission;

/// A permission that a function of the app needs, as systems want it declared.
pub struct Declaration {
    /// Which.
    pub permission: Permission,
    /// What for, in Chinese: the person reads it in the system's own question.
    pub zh: &'static str,
    /// The same in English.
    pub en: &'static str,
    /// Android's names, without `android.permission.`.
    pub android: &'static [&'static str],
    /// The keys of a phone's Info.plist.
    pub ios: &'static [&'static str],
    /// The keys of a Mac's Info.plist.
    pub macos: &'static [&'static str],
    /// What a Mac's hardened runtime must be allowed, without `com.apple.security.`.
    pub entitlements: &'static [&'static str],
    /// The keys of a Linux desktop file.
    pub desktop: &'static [&'static str],
}

/// All that is declared. While in use only: nothing here works in the background.
pub const DECLARATIONS: &[Declaration] = &[Declaration {
    permission: Permission::Location,
    zh: "用来找附近的职位，只在你使用「附近」时读取一次。发给服务器的是网格编号，不是坐标。",
    en: "To find jobs near you. Read once when you use Nearby; the server gets the number of a grid cell, not a \
         coordinate.",
    // Coarse comes first: exact is only asked for by who chose exact distances.
    android: &["ACCESS_COARSE_LOCATION", "ACCESS_FINE_LOCATION"],
    ios: &["NSLocationWhenInUseUsageDescription"],
    macos: &["NSLocationUsageDescription", "NSLocationWhenInUseUsageDescription"],
    entitlements: &["personal-information.location"],
    desktop: &["X-Geoclue-Reason"],
}];

/// What opens more than the app may ask for: anything in the background, and all that reads who the person is.
const FORBIDDEN: &[&str] =
    &["BACKGROUND", "Background", "Always", "READ_PHONE", "QUERY_ALL_PACKAGES", "AD_ID", "Tracking"];

/// Every way in which a table of declarations differs from what the app's functions need.
pub fn breaches(declarations: &[Declaration]) -> Vec<String> {
    let mut breaches = Vec::new();
    for permission in Permission::ALL {
        let needed = permission.stands() && permission.purposes().next().is_some();
        let rows = declarations.iter().filter(|row| row.permission == *permission).count();
        if rows != usize::from(needed) {
            let id = permission.id();
            breaches.push(format!("{id}: declared {rows} times, and a function needs it: {needed}"));
        }
    }
    for row in declarations {
        let id = row.permission.id();
        let chinese = row.zh.chars().any(|letter| ('\u{4e00}'..'\u{a000}').contains(&letter));
        if !chinese || row.en.is_empty() || !row.en.is_ascii() {
            breaches.push(format!("{id}: its purpose is not said in both languages"));
        }
        // They stand in XML, in strings of a property list, and on one line of a desktop file.
        if [row.zh, row.en].iter().any(|said| said.contains(['<', '&', '"', '\\', '\n'])) {
            breaches.push(format!("{id}: its purpose has a letter that must be escaped"));
        }
        let names = [row.android, row.ios, row.macos, row.entitlements].concat();
        let forbidden = |name: &&&str| FORBIDDEN.iter().any(|word| name.contains(word));
        breaches
            .extend(names.iter().filter(forbidden).map(|name| format!("{id}: {name} is never asked for")));
    }
    breaches
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCATION: &Declaration = &DECLARATIONS[0];

    /// S-PERM-01
    #[test]
    fn what_a_function_needs_is_declared_and_nothing_else() {
        assert_eq!(breaches(DECLARATIONS), Vec::<String>::new());
        assert_eq!(breaches(&[]).len(), 1, "location is needed");
        let camera = Declaration { permission: Permission::Camera, ..*LOCATION };
        let twice = Declaration { ..*LOCATION };
        assert_eq!(breaches(&[Declaration { ..*LOCATION }, camera]).len(), 1, "no function needs the camera");
        assert_eq!(breaches(&[Declaration { ..*LOCATION }, twice]).len(), 1);
    }

    #[test]
    fn a_purpose_that_lacks_a_language_is_a_breach() {
        for (zh, en) in
            [("", LOCATION.en), (LOCATION.en, LOCATION.en), (LOCATION.zh, ""), (LOCATION.zh, LOCATION.zh)]
        {
            assert_eq!(breaches(&[Declaration { zh, en, ..*LOCATION }]).len(), 1, "{zh} {en}");
        }
    }

    /// S-LOC-03
    #[test]
    fn nothing_is_asked_for_in_the_background() {
        let android = &["ACCESS_BACKGROUND_LOCATION"];
        assert_eq!(breaches(&[Declaration { android, ..*LOCATION }]).len(), 1);
        let ios = &["NSLocationAlwaysAndWhenInUseUsageDescription", "UIBackgroundModes"];
        assert_eq!(breaches(&[Declaration { ios, ..*LOCATION }]).len(), 2);
    }
}
