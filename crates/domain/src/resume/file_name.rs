/// What a résumé's file is called, such as `周予安-数据分析师.pdf`: what a recruiter can tell apart, without what file systems do not take.
pub fn file_name(name: &str, position: &str) -> String {
    let parts: Vec<String> = [name, position]
        .into_iter()
        .map(|part| {
            let kept: String = part.chars().map(|c| if is_plain(c) { c } else { ' ' }).collect();
            kept.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(40).collect()
        })
        .filter(|part: &String| !part.is_empty())
        .collect();
    if parts.is_empty() { "resume.pdf".to_owned() } else { format!("{}.pdf", parts.join("-")) }
}

fn is_plain(c: char) -> bool {
    !c.is_control() && !matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' | '.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_after_person_and_position() {
        assert_eq!(file_name("", ""), "resume.pdf");
        assert_eq!(file_name("周予安", "数据/分析师: ../高级"), "周予安-数据 分析师 高级.pdf");
    }
}
