// Made by `cargo xtask gen`; do not edit.

/** The app's own components that touch personal data, and where that goes. */
export const COMPONENTS = [
  { id: "window", goes: "device", parts: ["@tauri-apps/api", "svelte", "tauri", "webkit2gtk", "webview2-com", "wry"] },
  { id: "store", goes: "device", parts: ["libsqlite3-sys", "sqlx"] },
  { id: "typeset", goes: "device", parts: ["typst", "typst-pdf"] },
  { id: "market", goes: "device", parts: ["axum", "tantivy"] },
  { id: "clipboard", goes: "device", parts: ["arboard", "tauri-plugin-clipboard-manager"] },
  { id: "files", goes: "device", parts: ["rfd", "tauri-plugin-dialog", "tauri-plugin-fs"] },
  { id: "location", goes: "system", parts: ["objc2-core-location", "tauri-plugin-geolocation", "windows", "zbus"] },
  { id: "keyring", goes: "system", parts: ["android-native-keyring-store", "apple-native-keyring-store", "keyring-core", "secret-service", "windows-native-keyring-store", "zbus-secret-service-keyring-store"] },
  { id: "network", goes: "server", parts: ["hyper", "reqwest", "ring", "rustls", "tokio-tungstenite"] },
] as const;

/** Third parties' components that may give personal data to their makers. */
export const THIRD_PARTIES = [
  { id: "play_services", organisation: "Google", systems: ["android"], parts: ["com.google.android.gms:play-services-location"] },
] as const;

/** Kinds of third-party SDKs of which none is linked, on any system. */
export const NOT_LINKED = ["sign_in", "push", "analytics", "crash_reports", "ads", "maps", "payment"] as const;

/** Identifiers that nothing linked reads and no declared permission opens. */
export const NOT_COLLECTED = ["installed_apps", "mac", "imsi", "serial", "oaid", "android_id", "ad_id"] as const;
