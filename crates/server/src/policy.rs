//! Reads the policy out of `docs/policy/`: a front matter, `##` headings, paragraphs and `- ` items, `**important**`
//! (S-POL-03) and `‹sensitive›` words.

use crate::config::{Operator, TelephonyConfig, TelephonyGatewayConfig};
use zhitu_contract::policy::{Language, Policy, PolicyBlock, PolicyRun, PolicySection};

const ZH_CN: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/policy/zh-CN.md"));
const EN: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/policy/en.md"));

/// The policy in both languages.
#[derive(Debug, Clone)]
pub struct Policies {
    zh_cn: Policy,
    en: Policy,
}

/// Why a text is no policy.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PolicyError {
    /// A line of the front matter is not there.
    #[error("the policy's front matter lacks {0}")]
    Lacks(&'static str),
    /// A mark is opened and not closed.
    #[error("a mark is not closed in: {0}")]
    Unclosed(String),
    /// Words stand before the first heading.
    #[error("words before the first heading")]
    NoHeading,
    /// The languages are of different versions.
    #[error("the languages are of different versions")]
    Versions,
}

impl Policies {
    /// Reads both, with the operator's name and contact put in, and who is told real numbers to connect calls.
    pub fn read(operator: &Operator, telephony: &TelephonyConfig) -> Result<Self, PolicyError> {
        let provider = match &telephony.gateway {
            TelephonyGatewayConfig::Http(http) => Some(http.provider.as_str()),
            TelephonyGatewayConfig::None | TelephonyGatewayConfig::Development => None,
        };
        let named = |none| Named { operator, telephony: provider.unwrap_or(none) };
        let policies = Self {
            zh_cn: parse(ZH_CN, Language::ZhCn, &named("无"))?,
            en: parse(EN, Language::En, &named("none"))?,
        };
        if policies.zh_cn.version == policies.en.version { Ok(policies) } else { Err(PolicyError::Versions) }
    }

    /// In a language.
    pub fn get(&self, language: Language) -> &Policy {
        match language {
            Language::ZhCn => &self.zh_cn,
            Language::En => &self.en,
        }
    }

    /// The version in force.
    pub fn version(&self) -> &str {
        &self.zh_cn.version
    }
}

/// Whom the texts name.
struct Named<'a> {
    operator: &'a Operator,
    telephony: &'a str,
}

fn parse(text: &str, language: Language, named: &Named<'_>) -> Result<Policy, PolicyError> {
    let (front, body) = text
        .strip_prefix("---\n")
        .and_then(|rest| rest.split_once("\n---\n"))
        .ok_or(PolicyError::Lacks("its dashes"))?;
    let field = |name: &'static str| {
        front
            .lines()
            .filter_map(|line| line.split_once(':'))
            .find(|(key, _)| key.trim() == name)
            .map(|(_, value)| value.trim().to_owned())
            .ok_or(PolicyError::Lacks(name))
    };
    let mut sections: Vec<PolicySection> = Vec::new();
    // A paragraph's lines are joined; an empty line, an item or a heading ends it.
    let mut open = false;
    for line in body.lines().map(str::trim_end) {
        if let Some(heading) = line.strip_prefix("## ") {
            sections.push(PolicySection { heading: fill(heading.trim(), named), blocks: Vec::new() });
            open = false;
        } else if line.is_empty() {
            open = false;
        } else {
            let blocks = &mut sections.last_mut().ok_or(PolicyError::NoHeading)?.blocks;
            if let Some(item) = line.strip_prefix("- ") {
                blocks.push(PolicyBlock { item: true, runs: runs(item, named)? });
                open = true;
            } else if open && let Some(last) = blocks.last_mut() {
                last.runs.extend(runs(&format!(" {}", line.trim()), named)?);
            } else {
                blocks.push(PolicyBlock { item: false, runs: runs(line, named)? });
                open = true;
            }
        }
    }
    Ok(Policy {
        version: field("version")?,
        updated_on: field("updated_on")?,
        effective_on: field("effective_on")?,
        language,
        title: field("title")?,
        sections,
    })
}

fn fill(text: &str, named: &Named<'_>) -> String {
    let Operator { name, contact } = named.operator;
    text.replace("{operator}", name).replace("{contact}", contact).replace("{telephony}", named.telephony)
}

fn runs(text: &str, named: &Named<'_>) -> Result<Vec<PolicyRun>, PolicyError> {
    let mut found: Vec<PolicyRun> = Vec::new();
    let (mut strong, mut sensitive) = (false, false);
    let mut rest = text;
    while !rest.is_empty() {
        let end = ["**", "‹", "›"].iter().filter_map(|mark| rest.find(mark)).min().unwrap_or(rest.len());
        if end > 0 {
            found.push(PolicyRun { text: fill(&rest[..end], named), strong, sensitive });
        }
        rest = &rest[end..];
        if let Some(after) = rest.strip_prefix("**") {
            strong = !strong;
            rest = after;
        } else if let Some(after) = rest.strip_prefix('‹') {
            if sensitive {
                return Err(PolicyError::Unclosed(text.to_owned()));
            }
            sensitive = true;
            rest = after;
        } else if let Some(after) = rest.strip_prefix('›') {
            if !sensitive {
                return Err(PolicyError::Unclosed(text.to_owned()));
            }
            sensitive = false;
            rest = after;
        }
    }
    if strong || sensitive { Err(PolicyError::Unclosed(text.to_owned())) } else { Ok(found) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn policies() -> Policies {
        Policies::read(
            &Operator { name: "示例人才市场".into(), contact: "privacy@example.org".into() },
            &TelephonyConfig::default(),
        )
        .unwrap()
    }

    /// S-POL-01
    #[test]
    fn both_languages_say_version_and_dates_and_are_built_alike() {
        let policies = policies();
        let (zh, en) = (policies.get(Language::ZhCn), policies.get(Language::En));
        for policy in [zh, en] {
            assert!(!policy.title.is_empty());
            for day in [&policy.updated_on, &policy.effective_on] {
                assert!(day.parse::<jiff::civil::Date>().is_ok(), "{day}");
            }
        }
        assert_eq!((&zh.updated_on, &zh.effective_on), (&en.updated_on, &en.effective_on));
        let shape = |policy: &Policy| -> Vec<Vec<bool>> {
            policy
                .sections
                .iter()
                .map(|section| section.blocks.iter().map(|block| block.item).collect())
                .collect()
        };
        assert_eq!(shape(zh), shape(en));
    }

    /// S-POL-03
    #[test]
    fn important_words_are_strong_and_sensitive_ones_marked_in_both_languages() {
        let policies = policies();
        for language in [Language::ZhCn, Language::En] {
            let runs: Vec<_> = policies
                .get(language)
                .sections
                .iter()
                .flat_map(|section| &section.blocks)
                .flat_map(|block| &block.runs)
                .collect();
            assert!(runs.iter().filter(|run| run.strong).count() >= 10, "{language:?}");
            assert!(runs.iter().filter(|run| run.sensitive).count() >= 3, "{language:?}");
            assert!(runs.iter().all(|run| !run.text.contains("**") && !run.text.contains(['‹', '›', '{'])));
        }
    }

    /// S-POL-01
    #[test]
    fn the_operator_of_this_installation_is_named() {
        let policies = policies();
        for language in [Language::ZhCn, Language::En] {
            let shown = format!("{:?}", policies.get(language));
            assert!(shown.contains("示例人才市场") && shown.contains("privacy@example.org"), "{language:?}");
        }
    }

    #[test]
    fn an_open_mark_is_refused() {
        let named = Named { operator: &Operator::default(), telephony: "" };
        assert!(runs("a **b", &named).is_err());
        assert!(runs("a ‹b", &named).is_err());
        assert!(runs("a b›", &named).is_err());
    }
}
