//! The files in which systems read what the app may ask for, from the one table of declarations.

use crate::declarations::{DECLARATIONS, Declaration};

/// `src-tauri/android/permissions.xml`: what the build script writes into the Android project's manifest.
pub fn android() -> String {
    let mut text = format!("<!-- {} -->\n", super::MADE_BY);
    for name in DECLARATIONS.iter().flat_map(|row| row.android) {
        text.push_str(&["<uses-permission android:name=\"android.permission.", name, "\" />\n"].concat());
    }
    text
}

/// `src-tauri/apple/Info.ios.plist`.
pub fn ios() -> String {
    info(|row| row.ios)
}

/// `src-tauri/apple/Info.macos.plist`.
pub fn macos() -> String {
    info(|row| row.macos)
}

/// Merged into Tauri's own. English is what a system shows whose language the app does not speak.
fn info(keys: impl Fn(&Declaration) -> &'static [&'static str]) -> String {
    let mut entries = String::from(
        "\t<key>CFBundleLocalizations</key>\n\t<array>\n\t\t<string>en</string>\n\t\t<string>zh-Hans</string>\n\
         \t</array>\n",
    );
    for row in DECLARATIONS {
        for key in keys(row) {
            entries.push_str(&["\t<key>", key, "</key>\n\t<string>", row.en, "</string>\n"].concat());
        }
    }
    plist(&entries)
}

/// `src-tauri/apple/macos.entitlements`: the hardened runtime refuses what is not here.
pub fn entitlements() -> String {
    let mut entries = String::new();
    for name in DECLARATIONS.iter().flat_map(|row| row.entitlements) {
        entries.push_str(&["\t<key>com.apple.security.", name, "</key>\n\t<true/>\n"].concat());
    }
    plist(&entries)
}

fn plist(entries: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- {} -->\n\
         <!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \
         \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n\
         <plist version=\"1.0\">\n<dict>\n{entries}</dict>\n</plist>\n",
        super::MADE_BY
    )
}

/// `src-tauri/apple/en.lproj/InfoPlist.strings`.
pub fn strings_en() -> String {
    strings(|row| row.en)
}

/// `src-tauri/apple/zh-Hans.lproj/InfoPlist.strings`.
pub fn strings_zh() -> String {
    strings(|row| row.zh)
}

fn strings(said: impl Fn(&Declaration) -> &'static str) -> String {
    let mut text = format!("/* {} */\n", super::MADE_BY);
    for row in DECLARATIONS {
        let mut keys: Vec<&str> = row.ios.iter().chain(row.macos).copied().collect();
        keys.sort_unstable();
        keys.dedup();
        for key in keys {
            text.push_str(&["\"", key, "\" = \"", said(row), "\";\n"].concat());
        }
    }
    text
}

/// `src-tauri/linux/org.zhitu.app.desktop`: the app in the menu, and to GeoClue's agent, which knows it by this name.
pub fn desktop() -> String {
    let mut text = format!("# {}\n", super::MADE_BY);
    text.push_str(
        "[Desktop Entry]\nType=Application\nName=Zhitu\nName[zh_CN]=职途\n\
         Comment=A job-search app that keeps its privacy policy by construction\n\
         Comment[zh_CN]=把隐私政策做进程序里的求职应用\n\
         Exec=zhitu\nIcon=zhitu\nTerminal=false\nCategories=Office;\nStartupWMClass=zhitu\n",
    );
    for row in DECLARATIONS {
        for key in row.desktop {
            text.push_str(&[key, "=", row.en, "\n", key, "[zh_CN]=", row.zh, "\n"].concat());
        }
    }
    text
}
