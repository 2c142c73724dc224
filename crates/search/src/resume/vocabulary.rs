//! The terms that stand on résumés, by number.

use crate::analysis::{Run, Symbol, symbols, terms};
use crate::suggest::Typed;
use std::collections::HashMap;

/// What terms are compared by: their symbols, a space around each and `|` where a mark parts them, so that capitals,
/// accents and width make no difference. Empty where there is no letter. A run of symbols is in a term when its key is
/// in the term's.
pub(super) fn key(term: &str) -> String {
    key_of(&symbols(term, 0))
}

fn key_of(symbols: &[Symbol]) -> String {
    let mut key = String::new();
    let mut next = symbols.first().map_or(0, |symbol| symbol.position);
    for symbol in symbols {
        if symbol.position > next {
            key.push_str(" |");
        }
        key.push(' ');
        key.push_str(&symbol.text);
        next = symbol.position + 1;
    }
    if !key.is_empty() {
        key.push(' ');
    }
    key
}

/// A way to write a term.
pub(super) struct Spelling {
    /// As it was written.
    pub text: String,
    /// The number of its key.
    pub key: u32,
    /// What it is found by while it is being typed.
    pub typed: Typed,
}

/// A set of numbers.
pub(super) struct Set(Vec<u64>);

impl Set {
    fn new(most: usize) -> Self {
        Self(vec![0; most.div_ceil(64)])
    }

    fn add(&mut self, number: usize) {
        self.0[number / 64] |= 1 << (number % 64);
    }

    pub(super) fn has(&self, number: u32) -> bool {
        let number = number as usize;
        self.0[number / 64] >> (number % 64) & 1 == 1
    }

    pub(super) fn has_any(&self, numbers: &[u32]) -> bool {
        numbers.iter().any(|number| self.has(*number))
    }
}

/// All spellings of terms, and the keys they share. It grows only: a number stands for the same spelling as long as the
/// process lives. What no résumé carries any more has a count of 0 and is never shown.
#[derive(Default)]
pub(super) struct Vocabulary {
    spellings: Vec<Spelling>,
    numbers: HashMap<String, u32>,
    keys: Vec<String>,
    key_numbers: HashMap<String, u32>,
    /// The keys that hold a symbol or a pair of characters.
    holding: HashMap<String, Vec<u32>>,
}

fn next(list: usize) -> u32 {
    u32::try_from(list).unwrap_or(u32::MAX)
}

impl Vocabulary {
    /// The number of a spelling, which is new if it was not there.
    pub(super) fn number(&mut self, text: &str) -> u32 {
        if let Some(number) = self.numbers.get(text) {
            return *number;
        }
        let symbols = symbols(text, 0);
        let key = self.put_key(key_of(&symbols), &symbols);
        let number = next(self.spellings.len());
        self.spellings.push(Spelling { text: text.to_owned(), key, typed: Typed::new(text) });
        self.numbers.insert(text.to_owned(), number);
        number
    }

    fn put_key(&mut self, key: String, symbols: &[Symbol]) -> u32 {
        if let Some(number) = self.key_numbers.get(&key) {
            return *number;
        }
        let number = next(self.keys.len());
        for term in terms(symbols) {
            let keys = self.holding.entry(term.text).or_default();
            if keys.last() != Some(&number) {
                keys.push(number);
            }
        }
        self.keys.push(key.clone());
        self.key_numbers.insert(key, number);
        number
    }

    /// The spellings that hold a run of symbols as it stands.
    pub(super) fn holding(&self, run: &Run) -> Set {
        let mut keys = Set::new(self.keys.len());
        let lists =
            run.cover().into_iter().map(|term| self.holding.get(&term.text).map_or(&[][..], Vec::as_slice));
        let wanted = key_of(&run.symbols);
        for key in lists.min_by_key(|keys| keys.len()).unwrap_or_default() {
            if self.keys[*key as usize].contains(&wanted) {
                keys.add(*key as usize);
            }
        }
        let mut found = Set::new(self.spellings.len());
        for (number, spelling) in self.spellings.iter().enumerate() {
            if keys.has(spelling.key) {
                found.add(number);
            }
        }
        found
    }

    /// The number of the key of a term; `None` when no term has that key.
    pub(super) fn key_number(&self, term: &str) -> Option<u32> {
        self.key_numbers.get(&key(term)).copied()
    }

    /// The number of the key of a spelling.
    pub(super) fn spelled(&self, spelling: u32) -> u32 {
        self.spellings[spelling as usize].key
    }

    /// All spellings, in the order of their numbers.
    pub(super) fn spellings(&self) -> &[Spelling] {
        &self.spellings
    }

    /// How many keys there are.
    pub(super) fn keys(&self) -> usize {
        self.keys.len()
    }

    /// Counters for all spellings.
    pub(super) fn counters(&self) -> Vec<u32> {
        vec![0; self.spellings.len()]
    }

    /// The keys with how often they were counted, most frequent first and ties by key, each as most write it. A
    /// résumé has one spelling of a key, so that counts of spellings add up.
    pub(super) fn top(&self, counts: &[u32], limit: usize) -> Vec<(String, u32)> {
        let mut sums = vec![0_u32; self.keys.len()];
        for (spelling, count) in self.spellings.iter().zip(counts) {
            sums[spelling.key as usize] += count;
        }
        let mut order: Vec<u32> = (0..next(sums.len())).filter(|key| sums[*key as usize] > 0).collect();
        if limit < order.len() {
            // Few are as frequent as the last that is wanted; only they are put in order.
            let mut counts: Vec<u32> = order.iter().map(|key| sums[*key as usize]).collect();
            let (_, least, _) = counts.select_nth_unstable_by(limit, |one, other| other.cmp(one));
            let least = *least;
            order.retain(|key| sums[*key as usize] >= least);
        }
        let rank = |key: &u32| {
            let key = *key as usize;
            (std::cmp::Reverse(sums[key]), self.keys[key].as_str())
        };
        order.sort_unstable_by(|one, other| rank(one).cmp(&rank(other)));
        order.truncate(limit);

        let mut names: Vec<Option<(u32, &str)>> = vec![None; order.len()];
        let places: HashMap<u32, usize> = order.iter().enumerate().map(|(at, key)| (*key, at)).collect();
        for (spelling, count) in self.spellings.iter().zip(counts).filter(|(_, count)| **count > 0) {
            let Some(at) = places.get(&spelling.key) else { continue };
            let text = spelling.text.as_str();
            let better = |(most, name): (u32, &str)| *count > most || (*count == most && text < name);
            if names[*at].is_none_or(better) {
                names[*at] = Some((*count, text));
            }
        }
        order
            .iter()
            .zip(names)
            .filter_map(|(key, name)| Some((name?.1.to_owned(), sums[*key as usize])))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::runs;

    #[test]
    fn spellings_of_a_term_share_a_key() {
        for (one, other) in
            [("Java", "ＪＡＶＡ"), ("Node.js", "node js"), ("résumé", "Resume"), ("C++", "c++")]
        {
            assert_eq!(key(one), key(other));
        }
        assert_ne!(key("C"), key("C++"));
        assert_ne!(key("Java"), key("JavaScript"));
        assert!(key(" ， ").is_empty());
        assert_eq!(
            (key("，Java，开发。"), key("Java 开发")),
            (" java | 开 发 ".to_owned(), " java 开 发 ".to_owned())
        );
    }

    #[test]
    fn a_run_is_held_as_it_stands() {
        let mut terms = Vocabulary::default();
        for text in ["Java开发工程师", "java，开发", "开发 Java", "JavaScript开发", "程师傅"] {
            terms.number(text);
        }
        let held = |query: &str| {
            let set = terms.holding(&runs(query)[0]);
            (0..5).filter(|number| set.has(*number)).collect::<Vec<u32>>()
        };
        assert_eq!(held("java"), [0, 1, 2]);
        assert_eq!(held("\"java 开发\""), [0]);
        assert_eq!(held("开发"), [0, 1, 2, 3]);
        assert_eq!(held("\"程师\""), [0, 4]);
        assert_eq!(held("\"工程师\""), [0]);
        assert!(held("script").is_empty());
    }

    #[test]
    fn the_most_frequent_come_first_as_most_write_them() {
        let mut terms = Vocabulary::default();
        let numbers: Vec<u32> =
            ["java", "Java", "Rust", "JAVA", "Go"].iter().map(|text| terms.number(text)).collect();
        assert_eq!(numbers, [0, 1, 2, 3, 4]);
        assert_eq!(terms.number("Rust"), 2);
        let top = |counts: &[u32], limit| terms.top(counts, limit);
        assert_eq!(top(&[1, 3, 3, 0, 0], 9), [("Java".to_owned(), 4), ("Rust".to_owned(), 3)]);
        assert_eq!(top(&[1, 0, 3, 1, 3], 2), [("Go".to_owned(), 3), ("Rust".to_owned(), 3)]);
        assert!(top(&[0; 5], 2).is_empty() && top(&[1; 5], 0).is_empty());
    }
}
