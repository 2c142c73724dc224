//! The mark between the words: characters that are not drawn, kept by what reads text out of a PDF, and by copying.
//!
//! After a word or a sentence stand three characters of four kinds. Which ones follows from the download and from the
//! four letters before them, so that any piece of a text can be read by itself, wherever it was cut out, in whatever
//! order its lines are, and however its spaces, hyphens and capitals came out. No letter of the person's is changed.

use super::chance::of_agreements;
use super::{Evidence, Mark, MarkKind};
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;

/// The four characters: invisible operators, which draw nothing anywhere and allow or forbid no break of a line. Those
/// of no width that are better known are taken out by many programs.
pub const CHARACTERS: [char; 4] = ['\u{2061}', '\u{2062}', '\u{2063}', '\u{2064}'];
/// How many stand at one place.
const AT_A_PLACE: usize = 3;
/// How many letters before a place say which ones.
const CONTEXT: usize = 4;
/// Letters between two places, at least. Fewer places would need longer pieces, more would disturb who searches in the
/// file.
const APART: usize = 6;
/// Chinese letters without a sign between them, after which a place is made all the same.
const UNBROKEN: usize = 20;

/// The last letters of a text, without signs, white space, case and forms of the same letter.
#[derive(Default, Clone)]
struct Context {
    letters: [u32; CONTEXT],
    number: usize,
}

impl Context {
    fn push(&mut self, letter: char) {
        for folded in
            std::iter::once(letter).nfkc().flat_map(char::to_lowercase).filter(|it| it.is_alphanumeric())
        {
            self.letters.rotate_left(1);
            self.letters[CONTEXT - 1] = u32::from(folded);
            self.number += 1;
        }
    }

    /// A code point has 21 bits and four do not fit, so they are mixed; the sequence is keyed, and needs places to be
    /// told apart and no more.
    fn place(&self) -> Option<u64> {
        const PRIME: u64 = 0x0100_0000_01b3;
        let mixed =
            |place: u64, letter: &u32| (place ^ u64::from(*letter)).wrapping_mul(PRIME).rotate_left(23);
        (self.number >= CONTEXT).then(|| self.letters.iter().fold(0xcbf2_9ce4_8422_2325, mixed))
    }
}

/// The characters of a place.
fn expected(mark: &Mark, place: u64) -> [usize; AT_A_PLACE] {
    let tosses = mark.sequence.at(place);
    std::array::from_fn(|at| usize::try_from(tosses >> (2 * at) & 3).unwrap_or(0))
}

/// The text with the mark in it. What it held of the four characters is taken out.
pub fn marked(text: &str, mark: &Mark) -> String {
    let mut made = String::with_capacity(text.len() * 2);
    let mut context = Context::default();
    let mut since = 0;
    let mut letters = text.chars().filter(|letter| !CHARACTERS.contains(letter)).peekable();
    while let Some(letter) = letters.next() {
        made.push(letter);
        let before = context.number;
        context.push(letter);
        since += context.number - before;
        if is_place(letter, letters.peek().copied(), since)
            && let Some(place) = context.place()
        {
            made.extend(expected(mark, place).map(|at| CHARACTERS[at]));
            since = 0;
        }
    }
    made
}

/// Whether marks go between two letters.
fn is_place(letter: char, next: Option<char>, since: usize) -> bool {
    let is_sign = |letter: char| !letter.is_alphanumeric() && !letter.is_whitespace();
    match next {
        // The template sets " · " in a face of its own, as a whole.
        _ if letter.is_whitespace() || letter == '·' => false,
        None => since >= CONTEXT,
        Some(next) if next.is_whitespace() => since >= APART,
        Some(next) if is_sign(letter) && next.is_alphanumeric() => since >= APART,
        Some(next) => since >= UNBROKEN && is_chinese(letter) && is_chinese(next),
    }
}

fn is_chinese(letter: char) -> bool {
    ('\u{3400}'..='\u{9FFF}').contains(&letter)
}

/// What was read in a text: for each place the characters that stood there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TextRead(HashMap<u64, [usize; AT_A_PLACE]>);

impl TextRead {
    /// Reads a text. A place that comes again with the same letters before it counts once: it says nothing new.
    pub fn of(text: &str) -> Self {
        let mut read = HashMap::new();
        let mut context = Context::default();
        let mut characters = Vec::new();
        for letter in text.chars().chain(std::iter::once('\n')) {
            if let Some(at) = CHARACTERS.iter().position(|character| *character == letter) {
                characters.push(at);
                continue;
            }
            if let Ok(characters) = <[usize; AT_A_PLACE]>::try_from(characters.as_slice())
                && let Some(place) = context.place()
            {
                read.entry(place).or_insert(characters);
            }
            characters.clear();
            context.push(letter);
        }
        Self(read)
    }

    /// How many places were read.
    pub fn places(&self) -> usize {
        self.0.len()
    }

    /// How well a download agrees, compared with `downloads` of them.
    pub fn compared_with(&self, mark: &Mark, downloads: usize) -> Evidence {
        let (mut agreed, mut tried) = (0, 0);
        for (place, read) in &self.0 {
            tried += u32::try_from(AT_A_PLACE).unwrap_or(0);
            let expected = expected(mark, *place);
            agreed +=
                read.iter().zip(expected).map(|(read, expected)| u32::from(*read == expected)).sum::<u32>();
        }
        let chance = (of_agreements(agreed, tried) + log2(downloads)).min(0.0);
        Evidence { number: mark.number, kind: MarkKind::Text, chance }
    }
}

/// Of how many was tried; nothing tried costs nothing.
#[expect(clippy::cast_precision_loss, reason = "a logarithm of a count needs no more")]
pub(crate) fn log2(count: usize) -> f64 {
    (count.max(1) as f64).log2()
}

#[cfg(test)]
#[path = "text_tests.rs"]
mod tests;
