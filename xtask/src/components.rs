//! S-SDK-01: which linked components touch personal data, which third parties get any, and which identifiers nothing
//! reads. Three tables, held against what is linked; `cargo xtask gen` writes what comes of it for the page.
//!
//! To link a component that touches personal data: a row here, and its words in the page's catalogue, which does not
//! compile without them.

use crate::declarations::DECLARATIONS;
use crate::linked::{Linked, fits};
use std::collections::BTreeSet;

/// A component that touches personal data.
pub struct Component {
    /// Its name in the page's catalogue.
    pub id: &'static str,
    /// Where what it touches goes.
    pub goes: Goes,
    /// What it is made of: crates, npm packages, Maven artifacts. Each must be linked on some system.
    pub parts: &'static [&'static str],
}

/// Where data goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goes {
    /// It stays in the app and its folder.
    Device,
    /// It stays on the device, with a service of the system.
    System,
    /// To the server that the person chose, and to nobody else.
    Server,
    /// It may reach another organisation: a third party (S-SDK-01).
    Other(&'static str),
}

/// All components that touch personal data.
pub const COMPONENTS: &[Component] = &[
    Component {
        id: "window",
        goes: Goes::Device,
        parts: &["tauri", "wry", "webkit2gtk", "webview2-com", "@tauri-apps/api", "svelte"],
    },
    Component { id: "store", goes: Goes::Device, parts: &["sqlx", "libsqlite3-sys"] },
    Component { id: "typeset", goes: Goes::Device, parts: &["typst", "typst-pdf"] },
    Component { id: "market", goes: Goes::Device, parts: &["axum", "tantivy"] },
    Component { id: "clipboard", goes: Goes::Device, parts: &["arboard", "tauri-plugin-clipboard-manager"] },
    Component { id: "files", goes: Goes::Device, parts: &["tauri-plugin-dialog", "tauri-plugin-fs", "rfd"] },
    Component {
        id: "location",
        goes: Goes::System,
        parts: &["zbus", "objc2-core-location", "windows", "tauri-plugin-geolocation"],
    },
    Component {
        id: "keyring",
        goes: Goes::System,
        parts: &[
            "keyring-core",
            "zbus-secret-service-keyring-store",
            "secret-service",
            "apple-native-keyring-store",
            "windows-native-keyring-store",
            "android-native-keyring-store",
        ],
    },
    Component {
        id: "network",
        goes: Goes::Server,
        parts: &["reqwest", "hyper", "tokio-tungstenite", "rustls", "ring"],
    },
    // What the geolocation plugin asks first on phones that have it; without it, it asks the system itself.
    Component {
        id: "play_services",
        goes: Goes::Other("Google"),
        parts: &["com.google.android.gms:play-services-location"],
    },
];

/// What may not be linked without a row above, since all of its kind touch personal data.
const NEED_A_ROW: &[&str] = &["tauri-plugin-*", "*keyring-store", "sqlx", "arboard", "reqwest"];

/// Maven artifacts that draw and parse, and send nothing. Any other needs a row above.
const PLAIN_ARTIFACTS: &[&str] =
    &["androidx.*", "com.google.android.material:*", "com.fasterxml.jackson.*", "org.jetbrains.*"];

/// Kinds of SDKs that must not be linked, each with the names that its makers publish under.
pub const FAMILIES: &[(&str, &[&str])] = &[
    (
        "sign_in",
        &[
            "*wechat*",
            "*weixin*",
            "*tencent*",
            "*facebook*",
            "*google-signin*",
            "*play-services-auth*",
            "*appauth*",
        ],
    ),
    (
        "push",
        &[
            "*firebase*",
            "*fcm*",
            "a2",
            "apns*",
            "web-push*",
            "*jpush*",
            "*getui*",
            "*umeng*",
            "*onesignal*",
            "*pushy*",
        ],
    ),
    (
        "analytics",
        &[
            "*analytics*",
            "*posthog*",
            "*amplitude*",
            "*mixpanel*",
            "*matomo*",
            "*plausible*",
            "*aptabase*",
            "*sensorsdata*",
            "*appsflyer*",
            "*adjust-sdk*",
            "opentelemetry*",
        ],
    ),
    (
        "crash_reports",
        &[
            "*sentry*",
            "*bugsnag*",
            "*crashlytics*",
            "*rollbar*",
            "*bugly*",
            "*raygun*",
            "*backtraceio*",
            "*appcenter*",
        ],
    ),
    ("ads", &["*admob*", "*play-services-ads*", "*pangle*", "*applovin*", "*unity-ads*", "*adcolony*"]),
    ("maps", &["*amap*", "*baidumap*", "*mapbox*", "*play-services-maps*", "*googlemaps*", "*leaflet*"]),
    ("payment", &["*stripe*", "*paypal*", "*alipay*", "*braintree*", "*play-services-wallet*"]),
];

/// An identifier that is not collected.
pub struct Identifier {
    /// Its name in the page's catalogue.
    pub id: &'static str,
    /// What would read it: crates and Maven artifacts.
    parts: &'static [&'static str],
    /// Android's permissions that would open it.
    android: &'static [&'static str],
}

/// All identifiers that are not collected.
pub const NOT_COLLECTED: &[Identifier] = &[
    Identifier {
        id: "installed_apps",
        parts: &["installed-apps*", "*applist*"],
        android: &["android.permission.QUERY_ALL_PACKAGES", "android.permission.GET_TASKS"],
    },
    Identifier {
        id: "mac",
        parts: &["mac_address*", "getmac", "netdev", "default-net"],
        android: &["android.permission.ACCESS_WIFI_STATE", "android.permission.LOCAL_MAC_ADDRESS"],
    },
    Identifier {
        id: "imsi",
        parts: &["*telephony*"],
        android: &[
            "android.permission.READ_PHONE_STATE",
            "android.permission.READ_PHONE_NUMBERS",
            "android.permission.READ_PRIVILEGED_PHONE_STATE",
        ],
    },
    Identifier {
        id: "serial",
        parts: &["machine-uid", "machineid-rs", "smbios-lib", "hardware-id"],
        android: &[],
    },
    Identifier { id: "oaid", parts: &["*oaid*", "*msa_mdid*"], android: &[] },
    Identifier { id: "android_id", parts: &["*android-id*", "*deviceid*"], android: &[] },
    Identifier {
        id: "ad_id",
        parts: &["*ads-identifier*", "*app-tracking*"],
        android: &["com.google.android.gms.permission.AD_ID"],
    },
];

/// What Tauri's own template of an Android project asks for: to reach the server.
pub const TEMPLATE_PERMISSION: &str = "android.permission.INTERNET";

/// The linked parts of a component, sorted.
pub fn linked_parts<'a>(component: &Component, linked: &'a Linked) -> BTreeSet<&'a str> {
    component
        .parts
        .iter()
        .filter_map(|part| linked.parts.get_key_value(*part))
        .map(|(part, _)| part.as_str())
        .collect()
}

/// The linked parts that fit one of these patterns.
fn fitting<'a>(patterns: &[&str], linked: &'a Linked) -> impl Iterator<Item = &'a str> {
    linked
        .parts
        .keys()
        .map(String::as_str)
        .filter(move |part| patterns.iter().any(|pattern| fits(pattern, part)))
}

/// Every way in which the tables and what is linked differ.
pub fn breaches(linked: &Linked) -> Vec<String> {
    let mut breaches = Vec::new();
    let listed: BTreeSet<&str> = COMPONENTS.iter().flat_map(|row| row.parts).copied().collect();
    for row in COMPONENTS {
        let gone = row.parts.iter().filter(|part| !linked.parts.contains_key(**part));
        breaches.extend(gone.map(|part| format!("{part}: not linked any more; take it out of `{}`", row.id)));
    }
    let unlisted = |part: &&str| !listed.contains(part);
    breaches.extend(
        fitting(NEED_A_ROW, linked)
            .filter(unlisted)
            .map(|part| format!("{part}: touches personal data and is in no component")),
    );
    let artifacts = linked.parts.keys().map(String::as_str).filter(|part| part.contains(':'));
    breaches.extend(
        artifacts
            .filter(|part| !PLAIN_ARTIFACTS.iter().any(|plain| fits(plain, part)))
            .filter(unlisted)
            .map(|part| format!("{part}: a plugin links it on Android, and it is in no component")),
    );
    for (family, names) in FAMILIES {
        breaches.extend(fitting(names, linked).map(|part| format!("{part}: a third-party SDK for {family}")));
    }
    for row in NOT_COLLECTED {
        breaches.extend(
            fitting(row.parts, linked).map(|part| format!("{part}: reads what is not collected: {}", row.id)),
        );
    }
    breaches.extend(permission_breaches(linked));
    breaches
}

/// Android adds up the permissions of all manifests: no plugin may bring one that the app does not declare.
fn permission_breaches(linked: &Linked) -> Vec<String> {
    let own = |name: &str| {
        let bare = name.strip_prefix("android.permission.");
        name == TEMPLATE_PERMISSION
            || DECLARATIONS.iter().any(|row| bare.is_some_and(|bare| row.android.contains(&bare)))
    };
    let mut breaches: Vec<String> = linked
        .permissions
        .iter()
        .filter(|(name, _)| !own(name))
        .map(|(name, by)| format!("{name}: brought by {by}, and not declared"))
        .collect();
    for row in NOT_COLLECTED {
        let opened = row.android.iter().filter(|name| own(name));
        breaches.extend(opened.map(|name| format!("{name}: opens what is not collected: {}", row.id)));
    }
    breaches
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As it is, and with one part more or less.
    fn as_it_is() -> Linked {
        Linked::read().unwrap()
    }

    /// S-SDK-01
    #[test]
    fn the_tables_say_what_is_linked() {
        assert_eq!(breaches(&as_it_is()), Vec::<String>::new());
    }

    /// S-SDK-01
    #[test]
    fn a_third_party_sdk_fails_the_check() {
        let mut linked = as_it_is();
        for part in ["sentry-core", "tauri-plugin-aptabase", "com.umeng.umsdk:common", "mac_address2"] {
            linked.parts.insert(part.to_owned(), BTreeSet::from(["android"]));
            assert!(breaches(&linked).iter().any(|breach| breach.starts_with(part)), "{part}");
            linked.parts.remove(part);
        }
    }

    #[test]
    fn a_component_that_is_gone_and_one_that_is_new_fail_the_check() {
        let mut linked = as_it_is();
        linked.parts.remove("arboard");
        linked.parts.insert("tauri-plugin-biometric".to_owned(), BTreeSet::from(["ios"]));
        linked
            .permissions
            .insert("android.permission.CAMERA".to_owned(), "tauri-plugin-biometric".to_owned());
        let found = breaches(&linked);
        assert_eq!(found.len(), 3, "{found:?}");
    }

    #[test]
    fn a_name_stands_for_one_thing() {
        let parts: Vec<&str> = COMPONENTS.iter().flat_map(|row| row.parts).copied().collect();
        let ids = COMPONENTS.iter().map(|row| row.id);
        assert_eq!(parts.iter().collect::<BTreeSet<_>>().len(), parts.len());
        assert_eq!(ids.collect::<BTreeSet<_>>().len(), COMPONENTS.len());
    }
}
