//! The naive scan: each rule once more, over all résumés.

use super::market::Resume;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use zhitu_domain::job::EmploymentType;
use zhitu_domain::place::{PlaceId, gazetteer};
use zhitu_domain::resume::{Degree, ResumeTerms};
use zhitu_search::resume::{
    LIMIT, ResumeFacets, ResumeSuggestion, ResumeSuggestionKind, ResumesFound, ResumesQuery, TOP, YEARS,
};

/// Words and characters in small letters, and `|` where marks part them.
fn sequence(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut in_word = false;
    for letter in text.chars() {
        if letter.is_ascii_alphanumeric() || letter == '+' {
            let letter = letter.to_ascii_lowercase();
            match found.last_mut() {
                Some(word) if in_word => word.push(letter),
                _ => found.push(letter.to_string()),
            }
            in_word = true;
            continue;
        }
        in_word = false;
        match letter {
            '。' | '，' if found.last().is_some_and(|last| last != "|") => found.push("|".to_owned()),
            ' ' | '-' | '。' | '，' => {}
            character => found.push(character.to_string()),
        }
    }
    if found.last().is_some_and(|last| last == "|") {
        found.pop();
    }
    found
}

fn has(text: &str, wanted: &[String]) -> bool {
    sequence(text).windows(wanted.len()).any(|here| here == wanted)
}

fn key(term: &str) -> String {
    sequence(term).join(" ")
}

/// Each term once: its key, and how it is spelled first.
fn terms(terms: &[String]) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for term in terms {
        found.entry(key(term)).or_insert_with(|| term.trim().to_owned());
    }
    found.remove("");
    found
}

fn places(resume: &Resume) -> BTreeSet<PlaceId> {
    let residence: Vec<PlaceId> = resume.terms.residence.into_iter().collect();
    let own = if resume.terms.places.is_empty() { residence } else { resume.terms.places.clone() };
    let known = own.into_iter().filter(|place| gazetteer::get(*place).is_some());
    known
        .flat_map(|place| std::iter::once(place).chain(gazetteer::within(place).map(|place| place.id)))
        .collect()
}

fn asked(text: &str) -> Vec<Vec<String>> {
    let mut words: Vec<Vec<String>> = Vec::new();
    for word in text.split('"').filter(|word| !word.trim().is_empty()) {
        let word = sequence(word);
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words
}

pub fn visible(resume: &Resume, query: &ResumesQuery) -> bool {
    query.settings.contains(&resume.setting) && !query.without.contains(&resume.id)
}

#[derive(Clone, Copy, PartialEq)]
enum Filter {
    Years,
    Degree,
    Employment,
    Place,
    Industry,
    None,
}

fn holds_words(resume: &Resume, query: &ResumesQuery) -> bool {
    let names: Vec<String> = places(resume)
        .into_iter()
        .filter_map(gazetteer::get)
        .flat_map(|place| [place.name_zh().to_owned(), place.name_en().to_owned()])
        .collect();
    let terms = &resume.terms;
    let all: Vec<&String> = terms.positions.iter().chain(&terms.industries).chain(&terms.skills).collect();
    let anywhere = |word: &Vec<String>| {
        all.iter().copied().chain(&terms.majors).chain(&names).any(|part| has(part, word))
    };
    let in_position = |word: &Vec<String>| terms.positions.iter().any(|part| has(part, word));
    asked(&query.text).iter().all(anywhere) && asked(&query.position).iter().all(in_position)
}

/// But for one filter.
fn passes(resume: &Resume, query: &ResumesQuery, but: Filter) -> bool {
    let own = &resume.terms;
    let holds = |filter: Filter, holds: bool| but == filter || holds;
    let years = (query.years_min.is_none() && query.years_max.is_none())
        || own.years_worked.is_some_and(|years| {
            (query.years_min.unwrap_or(0)..=query.years_max.unwrap_or(u8::MAX)).contains(&years)
        });
    let kinds = &query.employment_type;
    let industries = terms(&own.industries);
    let skills = terms(&own.skills);
    let here = places(resume);
    holds(Filter::Years, years)
        && holds(
            Filter::Degree,
            query.degree_min.is_none_or(|min| own.degree.is_some_and(|degree| degree >= min)),
        )
        && holds(
            Filter::Employment,
            kinds.is_empty() || own.employment_type.is_some_and(|kind| kinds.contains(&kind)),
        )
        && holds(
            Filter::Place,
            query.places.is_empty() || query.places.iter().any(|place| here.contains(place)),
        )
        && holds(
            Filter::Industry,
            query.industries.is_empty()
                || query.industries.iter().any(|term| industries.contains_key(&key(term))),
        )
        && query.skills.iter().all(|term| skills.contains_key(&key(term)))
}

/// How often each term is there, as most write it.
fn top(resumes: &[&Resume], of: fn(&Resume) -> &[String]) -> Vec<(String, u32)> {
    let mut counts: BTreeMap<String, BTreeMap<String, u32>> = BTreeMap::new();
    for resume in resumes {
        for (key, spelling) in terms(of(resume)) {
            *counts.entry(key).or_default().entry(spelling).or_default() += 1;
        }
    }
    let mut found: Vec<(String, u32, String)> = counts
        .into_iter()
        .map(|(key, spellings)| {
            let most = spellings.iter().min_by_key(|(text, count)| (Reverse(**count), *text)).unwrap();
            (key, spellings.values().sum(), most.0.clone())
        })
        .collect();
    found.sort_by_key(|(key, count, _)| (Reverse(*count), key.clone()));
    found.into_iter().take(TOP).map(|(_, count, text)| (text, count)).collect()
}

fn facets(visible: &[&Resume], query: &ResumesQuery) -> ResumeFacets {
    let left = |but: Filter| -> Vec<&Resume> {
        visible.iter().copied().filter(|resume| passes(resume, query, but)).collect()
    };
    let count = |resumes: &[&Resume], holds: &dyn Fn(&ResumeTerms) -> bool| {
        u32::try_from(resumes.iter().filter(|resume| holds(&resume.terms)).count()).unwrap()
    };
    let any_years = left(Filter::Years);
    let any_degree = left(Filter::Degree);
    let any_kind = left(Filter::Employment);
    let mut in_place: BTreeMap<PlaceId, u32> = BTreeMap::new();
    for place in left(Filter::Place).into_iter().flat_map(places) {
        *in_place.entry(place).or_default() += 1;
    }
    let mut in_place: Vec<(PlaceId, u32)> = in_place.into_iter().collect();
    in_place.sort_by_key(|(place, count)| (Reverse(*count), *place));
    in_place.truncate(TOP);
    ResumeFacets {
        years: YEARS
            .iter()
            .map(|band| {
                let range = band.min..=band.max.unwrap_or(u8::MAX);
                (
                    *band,
                    count(&any_years, &|own| own.years_worked.is_some_and(|years| range.contains(&years))),
                )
            })
            .collect(),
        degree_min: Degree::ALL
            .iter()
            .map(|min| (*min, count(&any_degree, &|own| own.degree.is_some_and(|degree| degree >= *min))))
            .collect(),
        employment_type: EmploymentType::ALL
            .iter()
            .map(|kind| (*kind, count(&any_kind, &|own| own.employment_type == Some(*kind))))
            .collect(),
        places: in_place,
        industries: top(&left(Filter::Industry), |resume| &resume.terms.industries),
        skills: top(&left(Filter::None), |resume| &resume.terms.skills),
    }
}

/// What the words say: three for each in a position, two for each in a skill, four for all together in a position.
fn score(resume: &Resume, query: &ResumesQuery) -> u32 {
    let words = asked(&query.text);
    let within = |parts: &[String], word: &[String]| parts.iter().any(|part| has(part, word));
    let one = |word: &Vec<String>| {
        u32::from(within(&resume.terms.positions, word)) * 3
            + u32::from(within(&resume.terms.skills, word)) * 2
    };
    let all = words.concat();
    let whole = words.len() > 1 && within(&resume.terms.positions, &all);
    words.iter().map(one).sum::<u32>() + u32::from(whole) * 4
}

/// The answer, of all who may be found.
pub fn answer(resumes: &[&Resume], query: &ResumesQuery) -> ResumesFound {
    let visible: Vec<&Resume> = resumes.iter().copied().filter(|resume| holds_words(resume, query)).collect();
    let mut hits: Vec<&Resume> =
        visible.iter().copied().filter(|resume| passes(resume, query, Filter::None)).collect();
    hits.sort_by_key(|resume| (Reverse(score(resume, query)), Reverse(resume.at), resume.id));
    let page = hits.iter().skip(query.offset).take(query.limit.min(LIMIT)).map(|resume| resume.id);
    ResumesFound {
        total: u32::try_from(hits.len()).unwrap(),
        hits: page.collect(),
        facets: facets(&visible, query),
    }
}

/// How many of those who may be found carry what is suggested.
pub fn carriers(resumes: &[&Resume], suggestion: &ResumeSuggestion) -> u32 {
    let key = key(&suggestion.text);
    let carries = |resume: &&&Resume| {
        let own = match suggestion.kind {
            ResumeSuggestionKind::Position => &resume.terms.positions,
            ResumeSuggestionKind::Skill => &resume.terms.skills,
            ResumeSuggestionKind::Industry => &resume.terms.industries,
        };
        terms(own).contains_key(&key)
    };
    u32::try_from(resumes.iter().filter(carries).count()).unwrap()
}
