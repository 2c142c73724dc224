//! docs/errors.md, from the one table of error codes.

use zhitu_contract::ErrorCode;

/// The table as Markdown.
pub fn table() -> String {
    let mut text = format!("<!-- {} -->\n\n# Error codes\n\n", super::MADE_BY);
    text.push_str(
        "Every error that crosses a boundary is `{code, message, detail?}`. A code without a status only arises on \
         the device.\n\n| code | HTTP status | meaning |\n| --- | --- | --- |\n",
    );
    for code in ErrorCode::ALL {
        let name = serde_json::to_value(code).ok().and_then(|value| value.as_str().map(str::to_owned));
        let name = name.unwrap_or_else(|| format!("{code:?}"));
        let status = match code.status() {
            0 => "—".to_owned(),
            status => status.to_string(),
        };
        text.push_str(&["| `", &name, "` | ", &status, " | ", code.meaning(), " |\n"].concat());
    }
    text
}
