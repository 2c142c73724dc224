//! Finding jobs by plain words where there is no index: on the device.

use unicode_normalization::UnicodeNormalization;

/// A text as it is compared: compatibility forms become the plain ones (NFKC), capitals small.
pub fn folded(text: &str) -> String {
    text.nfkc().flat_map(char::to_lowercase).collect()
}

/// The words of a search, folded; all of them are to be found.
pub fn words(text: &str) -> Vec<String> {
    folded(text).split_whitespace().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_and_case_are_not_told_apart() {
        assert_eq!(folded("Ｊａｖａ工程师"), "java工程师");
        assert_eq!(words("  数据\u{3000}SQL "), ["数据", "sql"]);
        assert!(words(" ").is_empty());
    }
}
