//! Why a résumé suits a posting: each reason is a term of both, so that it can be named to whoever is offered it.
//!
//! Only what stands on a card is compared, since that is all that may be shown of somebody who was not opened.
//! Source: S-RECO-02.

use crate::job::{Education, Experience, JobContent, words};
use crate::place::{PlaceId, gazetteer};
use crate::resume::{Degree, ResumeCard};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

/// A term that a posting and a résumé share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Match {
    /// The position wanted or held last is the posting's.
    Position {
        /// As the résumé says it.
        position: String,
    },
    /// A tag of the posting is a skill of the résumé.
    Skill {
        /// As the résumé says it.
        skill: String,
    },
    /// As much experience as is asked for.
    Years {
        /// Years of work.
        years: u8,
    },
    /// The degree that is asked for, or a higher one.
    Degree {
        /// The résumé's.
        degree: Degree,
    },
    /// Work is wanted where the posting is.
    Place {
        /// The place wanted.
        place: PlaceId,
    },
}

impl Match {
    /// What a match counts: what somebody does says more than where.
    fn weight(&self) -> u32 {
        match self {
            Self::Position { .. } => 4,
            Self::Skill { .. } => 3,
            Self::Years { .. } | Self::Degree { .. } | Self::Place { .. } => 1,
        }
    }
}

/// How well a résumé suits, by its matches; 0 for one that shares neither position nor skill.
pub fn suits(matches: &[Match]) -> u32 {
    let by_work = matches.iter().any(|one| matches!(one, Match::Position { .. } | Match::Skill { .. }));
    if by_work { matches.iter().map(Match::weight).sum() } else { 0 }
}

/// What a posting and a résumé share, the weightiest first.
pub fn matches(job: &JobContent, card: &ResumeCard) -> Vec<Match> {
    let title = folded(plain_title(&job.title));
    let is_title = |position: &&String| {
        let position = folded(position);
        position.chars().count() >= 2 && (title.contains(&position) || position.contains(&title))
    };
    let position = [&card.position, &card.latest_position].into_iter().find(is_title);
    let skills = card
        .skills
        .iter()
        .filter(|skill| job.tags.iter().any(|tag| folded(tag) == folded(skill)))
        .map(|skill| Match::Skill { skill: skill.clone() });
    let years = least_years(job.experience).zip(card.years_worked).filter(|(least, years)| years >= least);
    let degree = least_degree(job.education).zip(card.degree).filter(|(least, degree)| degree >= least);
    let city = job.workplace.place.map(city).filter(|_| !job.workplace.remote);
    let place = city.and_then(|city| card.places.iter().copied().find(|place| lies_in(*place, city)));
    position
        .map(|position| Match::Position { position: position.clone() })
        .into_iter()
        .chain(skills)
        .chain(years.map(|(_, years)| Match::Years { years }))
        .chain(degree.map(|(_, degree)| Match::Degree { degree }))
        .chain(place.map(|place| Match::Place { place }))
        .collect()
}

/// The title without what stands in brackets behind it.
pub fn plain_title(title: &str) -> &str {
    title.split(['(', '（', '[', '【']).next().map_or(title, str::trim)
}

/// The years of work that are asked for at least.
pub const fn least_years(experience: Experience) -> Option<u8> {
    match experience {
        Experience::Any | Experience::Graduate | Experience::Under1 => None,
        Experience::From1To3 => Some(1),
        Experience::From3To5 => Some(3),
        Experience::From5To10 => Some(5),
        Experience::Over10 => Some(10),
    }
}

/// The degree that is asked for at least.
pub const fn least_degree(education: Education) -> Option<Degree> {
    match education {
        Education::Any => None,
        Education::HighSchool => Some(Degree::HighSchool),
        Education::Associate => Some(Degree::Associate),
        Education::Bachelor => Some(Degree::Bachelor),
        Education::Master => Some(Degree::Master),
        Education::Doctor => Some(Degree::Doctor),
    }
}

/// The city that a district lies in: whoever wants to work in one district goes to the next. Another place is itself.
pub fn city(place: PlaceId) -> PlaceId {
    let is_district =
        gazetteer::get(place).is_some_and(|record| record.kind == gazetteer::PlaceKind::District);
    gazetteer::within(place).next().filter(|_| is_district).map_or(place, |city| city.id)
}

fn lies_in(place: PlaceId, city: PlaceId) -> bool {
    place == city || gazetteer::within(place).any(|wider| wider.id == city)
}

fn folded(text: &str) -> String {
    words(text).concat()
}

#[cfg(test)]
mod tests;
