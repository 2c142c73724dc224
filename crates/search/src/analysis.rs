//! Text as it is indexed and searched.
//!
//! A text is a row of symbols: each Han or kana character is one, each Latin word is one (folded, lightly stemmed).
//! Symbols that stand together have consecutive positions; a mark between sentences or their parts leaves a gap. The index holds
//! every symbol and every pair of neighbouring characters, so any run of characters is found by its pairs, whatever a
//! dictionary thinks of it; the dictionary only cuts a query into the words that must all be found.

use jieba_rs::Jieba;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

static JIEBA: LazyLock<Jieba> = LazyLock::new(Jieba::new);

/// Words that say nothing when others stand beside them.
const EMPTY_WORDS: &[&str] =
    &["的", "和", "与", "及", "或", "在", "是", "a", "an", "and", "the", "of", "in", "for"];

/// A symbol of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Symbol {
    /// Where it stands.
    pub position: usize,
    /// What is compared.
    pub text: String,
    /// A single Chinese or Japanese character.
    pub character: bool,
}

fn is_character(letter: char) -> bool {
    matches!(letter, '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

/// Plurals to their singular: "engineers" → "engineer", "agencies" → "agency". What it does to a text it does to a
/// query too, so that it may be rough.
fn stemmed(mut word: String) -> String {
    if word.len() > 3 && word.is_ascii() && word.ends_with('s') {
        if word.ends_with("ies") && word.len() > 4 {
            word.truncate(word.len() - 3);
            word.push('y');
        } else if word.ends_with("sses")
            || word.ends_with("xes")
            || word.ends_with("ches")
            || word.ends_with("shes")
        {
            word.truncate(word.len() - 2);
        } else if !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is") {
            word.truncate(word.len() - 1);
        }
    }
    word
}

/// The symbols of a text, from position `from`.
pub(crate) fn symbols(text: &str, from: usize) -> Vec<Symbol> {
    let mut found = Vec::new();
    let mut position = from;
    let mut word = String::new();
    let flush = |word: &mut String, position: &mut usize, found: &mut Vec<Symbol>| {
        if !word.is_empty() {
            found.push(Symbol { position: *position, text: stemmed(std::mem::take(word)), character: false });
            *position += 1;
        }
    };
    let mut letters = text.nfkd().filter(|letter| !matches!(letter, '\u{300}'..='\u{36f}')).peekable();
    while let Some(letter) = letters.next() {
        if is_character(letter) {
            flush(&mut word, &mut position, &mut found);
            found.push(Symbol { position, text: letter.to_string(), character: true });
            position += 1;
        } else if letter.is_alphanumeric() {
            word.extend(letter.to_lowercase());
        } else if matches!(letter, '+' | '#') && is_language(&word, letter) {
            word.push(letter);
        } else {
            flush(&mut word, &mut position, &mut found);
            let inside = letter == '.' && letters.peek().is_some_and(|next| next.is_alphanumeric());
            let joins = matches!(letter, '-' | '_' | '/' | '\'' | '’' | '&' | '·' | '+' | '#') || inside;
            if letter == '\n' || !(letter.is_whitespace() || joins) {
                position += 1;
            }
        }
    }
    flush(&mut word, &mut position, &mut found);
    found
}

/// `c#`, `f#`, `c++`, `g++`: the sign belongs to the word.
fn is_language(word: &str, sign: char) -> bool {
    match sign {
        '#' => word.len() == 1,
        _ => matches!(word, "c" | "g" | "c+" | "g+"),
    }
}

/// A term of the index at its position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Term {
    /// Where it stands.
    pub position: usize,
    /// What is indexed.
    pub text: String,
}

/// Every term of a row of symbols, in the order of their positions.
pub(crate) fn terms(symbols: &[Symbol]) -> Vec<Term> {
    let mut found = Vec::with_capacity(symbols.len() * 2);
    for (index, symbol) in symbols.iter().enumerate() {
        found.push(Term { position: symbol.position, text: symbol.text.clone() });
        if let Some(next) = symbols.get(index + 1)
            && symbol.character
            && next.character
            && next.position == symbol.position + 1
        {
            found.push(Term { position: symbol.position, text: format!("{}{}", symbol.text, next.text) });
        }
    }
    found
}

/// A run of symbols that a job must hold as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Run {
    /// The symbols.
    pub symbols: Vec<Symbol>,
}

impl Run {
    /// The fewest terms that, at these offsets, say that the run is there.
    pub(crate) fn cover(&self) -> Vec<Term> {
        let mut found: Vec<Term> = Vec::new();
        let pair = |at: usize| Term {
            position: at,
            text: format!("{}{}", self.symbols[at].text, self.symbols[at + 1].text),
        };
        let is_character = |at: usize| self.symbols.get(at).is_some_and(|symbol| symbol.character);
        let mut at = 0;
        while at < self.symbols.len() {
            if is_character(at) && is_character(at + 1) {
                found.push(pair(at));
                at += 2;
            } else if is_character(at) && at > 0 && is_character(at - 1) {
                found.push(pair(at - 1));
                at += 1;
            } else {
                found.push(Term { position: at, text: self.symbols[at].text.clone() });
                at += 1;
            }
        }
        found
    }
}

fn run(text: &str) -> Run {
    let mut symbols = symbols(text, 0);
    for (index, symbol) in symbols.iter_mut().enumerate() {
        symbol.position = index;
    }
    Run { symbols }
}

/// What a query asks for: runs that must all be found. Empty where the text has no letter.
pub(crate) fn runs(query: &str) -> Vec<Run> {
    let mut found: Vec<Run> = Vec::new();
    let mut quoted = false;
    for piece in query.split(['"', '“', '”', '「', '」']) {
        if quoted {
            found.push(run(piece));
        } else {
            found.extend(words(piece));
        }
        quoted = !quoted;
    }
    found.retain(|run| !run.symbols.is_empty());
    let mut distinct: Vec<Run> = Vec::new();
    for run in found {
        if !distinct.contains(&run) {
            distinct.push(run);
        }
    }
    let says = |run: &Run| {
        let text: String = run.symbols.iter().map(|symbol| symbol.text.as_str()).collect();
        !EMPTY_WORDS.contains(&text.as_str())
    };
    if distinct.iter().any(says) {
        distinct.retain(says);
    }
    distinct
}

/// The words of an unquoted text. What stands apart is asked for apart.
fn words(text: &str) -> Vec<Run> {
    let mut found = Vec::new();
    for piece in text.split_whitespace() {
        let mut chunk = String::new();
        let mut end = 0;
        for symbol in symbols(piece, 0) {
            if !chunk.is_empty() && (!symbol.character || symbol.position > end) {
                found.extend(cut(&std::mem::take(&mut chunk)));
            }
            end = symbol.position + 1;
            if symbol.character {
                chunk.push_str(&symbol.text);
            } else {
                found.push(Run { symbols: vec![Symbol { position: 0, ..symbol }] });
            }
        }
        if !chunk.is_empty() {
            found.extend(cut(&chunk));
        }
    }
    found
}

/// Cuts a run of characters into words; characters that no word holds stay together.
fn cut(chunk: &str) -> Vec<Run> {
    if chunk.chars().count() <= 2 {
        return vec![run(chunk)];
    }
    let mut found = Vec::new();
    let mut loose = String::new();
    for token in JIEBA.cut(chunk, true) {
        let single = token.word.chars().nth(1).is_none();
        if single && !EMPTY_WORDS.contains(&token.word) {
            loose.push_str(token.word);
            continue;
        }
        if !loose.is_empty() {
            found.push(run(&std::mem::take(&mut loose)));
        }
        found.push(run(token.word));
    }
    if !loose.is_empty() {
        found.push(run(&loose));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(query: &str) -> Vec<String> {
        runs(query)
            .into_iter()
            .map(|run| run.symbols.into_iter().map(|symbol| symbol.text).collect::<Vec<_>>().join(" "))
            .collect()
    }

    #[test]
    fn queries_are_cut_into_words() {
        assert_eq!(texts("上海软件工程师"), ["上 海", "软 件", "工 程 师"]);
        assert_eq!(texts("Java开发"), ["java", "开 发"]);
        assert_eq!(texts("ＪＡＶＡ  Engineers"), ["java", "engineer"]);
        assert_eq!(texts("C++ C# c"), ["c++", "c#", "c"]);
        assert_eq!(texts("\"data scientist\" 北京"), ["data scientist", "北 京"]);
        assert_eq!(texts("师"), ["师"]);
        assert!(texts(" ，。 ").is_empty());
        assert_eq!(texts("the"), ["the"]);
        assert_eq!(texts("director of the agencies"), ["director", "agency"]);
    }

    #[test]
    fn a_run_is_covered_by_pairs() {
        let cover: Vec<(usize, String)> =
            run("工程师").cover().into_iter().map(|term| (term.position, term.text)).collect();
        assert_eq!(cover, [(0, "工程".to_owned()), (1, "程师".to_owned())]);
        assert_eq!(run("师").cover().len(), 1);
        assert_eq!(run("软件工程").cover().len(), 2);
    }

    #[test]
    fn a_full_stop_parts_and_a_point_inside_a_word_does_not() {
        let positions =
            |text: &str| symbols(text, 0).iter().map(|symbol| symbol.position).collect::<Vec<_>>();
        assert_eq!(positions("工程。师"), [0, 1, 3]);
        assert_eq!(positions("node.js"), [0, 1]);
        assert_eq!(positions("end. Start"), [0, 2]);
    }
}
