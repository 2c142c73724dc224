//! Type-ahead: titles, tags and companies by their beginning, in Chinese, English and pinyin.

use crate::document::JobDocument;
use pinyin::ToPinyin;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;
use zhitu_domain::id::JobId;

/// Kinds of suggestions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SuggestionKind {
    /// A job title.
    Title,
    /// A skill or term.
    Tag,
    /// A company.
    Company,
}

/// A way to go on from what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// What to search for.
    pub text: String,
    /// What kind of thing it is.
    pub kind: SuggestionKind,
    /// Jobs that searching for it finds.
    pub count: u32,
}

/// What type-ahead keeps of a job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Card {
    title: String,
    company: String,
    tags: Vec<String>,
}

impl Card {
    pub(crate) fn of(job: &JobDocument) -> Self {
        let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        Self {
            title: squeezed(&job.title),
            company: squeezed(&job.company),
            tags: job.tags.iter().map(|tag| squeezed(tag)).collect(),
        }
    }

    fn entries(&self) -> impl Iterator<Item = (SuggestionKind, &str)> {
        std::iter::once((SuggestionKind::Title, self.title.as_str()))
            .chain(self.tags.iter().map(|tag| (SuggestionKind::Tag, tag.as_str())))
            .chain(std::iter::once((SuggestionKind::Company, self.company.as_str())))
            .filter(|(_, text)| !text.is_empty())
    }
}

/// What a text that may be suggested is found by while it is being typed.
pub(crate) struct Typed {
    /// Letters and digits of the text, folded.
    folded: String,
    /// The same with every Han character as its pinyin.
    spoken: String,
    /// Where in `spoken` a word or a syllable begins.
    starts: Vec<usize>,
    /// First letters of syllables and words; empty where no character has a reading.
    initials: String,
}

/// Lower-case letters and digits without accents.
pub(crate) fn folded(text: &str) -> String {
    text.nfkd()
        .filter(|letter| letter.is_alphanumeric() || matches!(letter, '+' | '#'))
        .flat_map(char::to_lowercase)
        .collect()
}

impl Typed {
    pub(crate) fn new(text: &str) -> Self {
        let (mut spoken, mut starts, mut initials) = (String::new(), Vec::new(), String::new());
        let mut in_word = false;
        let mut han = false;
        for letter in text.nfkd().flat_map(char::to_lowercase) {
            if let Some(reading) = letter.to_pinyin() {
                starts.push(spoken.len());
                spoken.push_str(&reading.plain().replace('ü', "v"));
                initials.push_str(reading.first_letter());
                (in_word, han) = (false, true);
            } else if letter.is_alphanumeric() {
                if !in_word {
                    starts.push(spoken.len());
                    initials.push(letter);
                }
                spoken.push(letter);
                in_word = true;
            } else {
                in_word = false;
            }
        }
        if !han {
            initials.clear();
        }
        Self { folded: folded(text), spoken, starts, initials }
    }

    /// How well it fits what was typed, which is [`folded`]; the smaller the better.
    pub(crate) fn fit(&self, typed: &str) -> Option<u8> {
        if self.folded == typed {
            Some(0)
        } else if self.folded.starts_with(typed) {
            Some(1)
        } else if self.spoken.starts_with(typed) {
            Some(2)
        } else if self.folded.contains(typed) && !typed.is_ascii() {
            Some(3)
        } else if typed.len() >= 2 && self.starts.iter().any(|start| self.spoken[*start..].starts_with(typed))
        {
            Some(4)
        } else if typed.len() >= 2 && self.initials.starts_with(typed) {
            Some(5)
        } else {
            (typed.len() >= 3 && self.initials.contains(typed)).then_some(6)
        }
    }
}

/// A text that may be suggested.
struct Entry {
    /// Jobs that carry it.
    jobs: u32,
    typed: Typed,
}

/// The cards of all open jobs, and every distinct text on them.
#[derive(Default)]
pub(crate) struct Cards {
    cards: HashMap<JobId, Arc<Card>>,
    entries: HashMap<(SuggestionKind, String), Entry>,
}

impl Cards {
    pub(crate) fn ids(&self) -> impl Iterator<Item = JobId> {
        self.cards.keys().copied()
    }

    pub(crate) fn put(&mut self, job: JobId, card: Card) {
        self.delete(job);
        for (kind, text) in card.entries() {
            let new = || Entry { jobs: 0, typed: Typed::new(text) };
            let entry = self.entries.entry((kind, text.to_owned())).or_insert_with(new);
            entry.jobs += 1;
        }
        self.cards.insert(job, Arc::new(card));
    }

    pub(crate) fn delete(&mut self, job: JobId) {
        let Some(card) = self.cards.remove(&job) else { return };
        for (kind, text) in card.entries() {
            let key = (kind, text.to_owned());
            if let Some(entry) = self.entries.get_mut(&key) {
                entry.jobs -= 1;
                if entry.jobs == 0 {
                    self.entries.remove(&key);
                }
            }
        }
    }

    /// Best first, one per text; the count is left to the search.
    pub(crate) fn find(&self, text: &str, limit: usize) -> Vec<Suggestion> {
        let typed = folded(text);
        if typed.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<(u8, u32, SuggestionKind, &str)> = self
            .entries
            .iter()
            .filter_map(|((kind, text), entry)| {
                Some((entry.typed.fit(&typed)?, entry.jobs, *kind, text.as_str()))
            })
            .collect();
        found.sort_by_key(|(fit, jobs, kind, text)| {
            (*fit, std::cmp::Reverse(*jobs), text.chars().count(), *kind, *text)
        });
        let mut suggestions: Vec<Suggestion> = Vec::new();
        for (_, _, kind, text) in found {
            if suggestions.len() == limit {
                break;
            }
            if !suggestions.iter().any(|other| other.text.eq_ignore_ascii_case(text)) {
                suggestions.push(Suggestion { text: text.to_owned(), kind, count: 0 });
            }
        }
        suggestions
    }
}
