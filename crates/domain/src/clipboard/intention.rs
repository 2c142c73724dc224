//! What a person looks for.

use super::label::{Key, fields};
use super::limit;
use super::part::{Part, item};
use super::places::only_place;
use super::salary;
use super::text::Text;
use super::words::employment;
use crate::place::PlaceId;
use crate::resume::Intention;

/// The most places that the field takes.
const PLACES: usize = 5;

/// The most pieces of a line that are looked at.
const PIECES: usize = 12;

/// Takes in what stands behind the labels of a line; whether there was any.
pub(super) fn labelled(text: &Text<'_>, line: Part<'_>, intention: &mut Intention) -> bool {
    let mut any = false;
    for field in fields(item(line).0) {
        let value = field.value;
        match field.key {
            Key::Wanted => pieces(text, value, intention),
            Key::WantedPlace => places(value, &mut intention.places),
            Key::WantedSalary => {
                // The label is what makes a bare range pay.
                let labelled = format!("薪资{}", value.text);
                intention.salary = salary::find(&labelled).map(|pay| pay.salary).or(intention.salary);
            }
            Key::WantedKind => {
                intention.employment_type = employment(value.text).or(intention.employment_type);
            }
            Key::Available => intention.available = limit::line(&text.said(value), 30),
            Key::Industry => intention.industry = limit::line(&text.said(value), 60),
            _ => continue,
        }
        any = true;
    }
    any
}

/// Takes in the pieces of a line without labels: "前端工程师 | 上海 | 15-20k | 全职 | 随时到岗".
pub(super) fn pieces(text: &Text<'_>, line: Part<'_>, intention: &mut Intention) {
    let mut rest: Vec<Part<'_>> = Vec::new();
    let separates = |letter: char| "|｜/，,；;、\t·".contains(letter);
    for piece in line.split(separates).take(PIECES) {
        if let Some(pay) = salary::find(piece.text) {
            intention.salary = intention.salary.or(Some(pay.salary));
        } else if piece.text.contains("到岗") || piece.text.contains("入职") {
            intention.available = limit::line(&text.said(piece), 30);
        } else if let Some(kind) = employment(piece.text).filter(|_| piece.length(5) <= 4) {
            intention.employment_type = Some(kind);
        } else if let Some(place) = only_place(piece.text) {
            add(&mut intention.places, place);
        } else if !salary::is_negotiable(piece.text) {
            rest.push(piece);
        }
    }
    if intention.position.is_empty()
        && let Some(first) = rest.first()
    {
        intention.position = limit::line(&text.said(*first), 60);
    }
}

/// The places of a list.
fn places(value: Part<'_>, places: &mut Vec<PlaceId>) {
    for piece in value.split(|letter| "|/，,；;、\t ".contains(letter)).take(12) {
        if let Some(place) = super::places::place(piece.text) {
            add(places, place);
        }
    }
}

fn add(places: &mut Vec<PlaceId>, place: PlaceId) {
    if places.len() < PLACES && !places.contains(&place) {
        places.push(place);
    }
}
