//! The terms that stand on résumés, by number.

use crate::analysis::symbols;
use crate::suggest::Typed;
use std::collections::HashMap;

/// What terms are compared by: their symbols, so that capitals, accents, width and marks make no difference. Empty
/// where there is no letter.
pub(super) fn key(term: &str) -> String {
    let symbols: Vec<String> = symbols(term, 0).into_iter().map(|symbol| symbol.text).collect();
    symbols.join(" ")
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

/// All spellings of one kind of terms, and the keys they share. It grows only: a number stands for the same spelling
/// as long as the process lives. What no résumé carries any more has a count of 0 and is never shown.
#[derive(Default)]
pub(super) struct Vocabulary {
    spellings: Vec<Spelling>,
    numbers: HashMap<String, u32>,
    keys: Vec<String>,
    key_numbers: HashMap<String, u32>,
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
        let key = key(text);
        let new = next(self.keys.len());
        let key_number = *self.key_numbers.entry(key).or_insert_with_key(|key| {
            self.keys.push(key.clone());
            new
        });
        let number = next(self.spellings.len());
        self.spellings.push(Spelling { text: text.to_owned(), key: key_number, typed: Typed::new(text) });
        self.numbers.insert(text.to_owned(), number);
        number
    }

    /// The number of the key of a term; `None` when no term has that key.
    pub(super) fn key_number(&self, term: &str) -> Option<u32> {
        self.key_numbers.get(&key(term)).copied()
    }

    /// The number of the key of a spelling.
    pub(super) fn key_of(&self, spelling: u32) -> u32 {
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
        let rank = |key: &u32| {
            let key = *key as usize;
            (std::cmp::Reverse(sums[key]), self.keys[key].as_str())
        };
        if limit < order.len() {
            order.select_nth_unstable_by(limit, |one, other| rank(one).cmp(&rank(other)));
            order.truncate(limit);
        }
        order.sort_unstable_by(|one, other| rank(one).cmp(&rank(other)));

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
