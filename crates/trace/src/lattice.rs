//! The grid of dots on a page: laid straight, put in its place, and measured.

use crate::picture::Picture;
use crate::spectrum::{Wave, pairs};
use zhitu_domain::mark::pattern::{Cell, Common, MOVED, PatternRead, SIZE, STEP};

/// What may still be said of one dot; ink that was not taken for ink says more.
const MOST: f64 = 25.0;
/// Readings of a page that are compared with the downloads.
const READINGS: usize = 4;
/// How sure the place of the page must be for no other pair of waves to be tried, in standard deviations of what chance
/// would do. Among all places that are tried chance comes to about 5.
const SURE: f64 = 8.0;
/// The share of the dots that must be on the page where it is put.
const ON_PAGE: f64 = 0.6;

/// A dot of the picture: its column and row from some dot of it, and how much it speaks for being moved to the right,
/// and down.
struct Dot {
    column: i32,
    row: i32,
    right: f64,
    lower: f64,
}

/// A place of the picture on the page: how sure it is, how it is turned, and where its column and row 0 are.
#[derive(Clone, Copy)]
struct Placed {
    sure: f64,
    turn: Turn,
    column: i32,
    row: i32,
}

/// How a page lies: by quarters, clockwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Turn {
    Upright,
    Quarter,
    Half,
    ThreeQuarters,
}

impl Turn {
    const ALL: [Self; 4] = [Self::Upright, Self::Half, Self::Quarter, Self::ThreeQuarters];

    /// Column, row and value of a dot on the page as it was before it was turned.
    fn back(self, dot: &Dot) -> (i32, i32, f64) {
        match self {
            Self::Upright => (dot.column, dot.row, dot.right),
            Self::Half => (-dot.column, -dot.row, -dot.right),
            Self::Quarter => (dot.row, -dot.column, dot.lower),
            Self::ThreeQuarters => (-dot.row, dot.column, -dot.lower),
        }
    }
}

/// The readings of a page, the surest first; none of a picture without a grid.
pub(crate) fn read(picture: &Picture, common: &Common) -> Vec<PatternRead> {
    let mut readings: Vec<(f64, PatternRead)> = Vec::new();
    for (falling, rising) in pairs(picture) {
        let dots = dots(picture, falling, rising);
        for placed in places(&dots, common) {
            let measured = dots.iter().map(|dot| placed.cell(dot));
            readings.push((placed.sure, PatternRead::new(measured, common)));
        }
        if readings.iter().any(|(sure, _)| *sure >= SURE) {
            break;
        }
    }
    readings.sort_by(|left, right| right.0.total_cmp(&left.0));
    readings.into_iter().take(READINGS).map(|(_, read)| read).collect()
}

impl Placed {
    fn cell(&self, dot: &Dot) -> (Cell, f64) {
        let (column, row, value) = self.turn.back(dot);
        (Cell { column: column + self.column, row: row + self.row }, value)
    }
}

/// Measures each dot where the two waves have their crests.
fn dots(picture: &Picture, falling: Wave, rising: Wave) -> Vec<Dot> {
    let determinant = falling.across * rising.down - falling.down * rising.across;
    if determinant.abs() < 1e-9 {
        return Vec::new();
    }
    let place = |fall: f64, rise: f64| {
        let (fall, rise) = (fall + falling.crest, rise + rising.crest);
        let x = (fall * rising.down - rise * falling.down) / determinant;
        let y = (rise * falling.across - fall * rising.across) / determinant;
        (x, y)
    };
    // How many crests each wave has on the picture.
    let reach = |wave: Wave| {
        let (width, height) = (to_float(picture.width), to_float(picture.height));
        let corners =
            [0.0, wave.across * width, wave.down * height, wave.across * width + wave.down * height];
        let from = corners.into_iter().fold(f64::INFINITY, f64::min) - wave.crest;
        let to = corners.into_iter().fold(f64::NEG_INFINITY, f64::max) - wave.crest;
        to_whole(from.floor())..=to_whole(to.ceil())
    };
    // What moving a dot makes of its place in the waves.
    let moved = MOVED / (2.0 * STEP);
    let difference = |plus: (f64, f64), minus: (f64, f64)| {
        let value = picture.around(plus.0, plus.1)? - picture.around(minus.0, minus.1)?;
        Some(value.clamp(-MOST, MOST))
    };
    let mut dots = Vec::new();
    for fall in reach(falling) {
        for rise in reach(rising) {
            let (f, r) = (f64::from(fall), f64::from(rise));
            let right = difference(place(f + moved, r + moved), place(f - moved, r - moved));
            let lower = difference(place(f + moved, r - moved), place(f - moved, r + moved));
            if let (Some(right), Some(lower)) = (right, lower) {
                dots.push(Dot { column: fall + rise, row: fall - rise, right, lower });
            }
        }
    }
    dots
}

/// Where the dots that are common to all agree best with what was measured.
fn places(dots: &[Dot], common: &Common) -> Vec<Placed> {
    let mut best: Vec<Placed> = Vec::new();
    for turn in Turn::ALL {
        let turned: Vec<(i32, i32, f64)> = dots.iter().map(|dot| turn.back(dot)).collect();
        let range = |of: fn(&(i32, i32, f64)) -> i32| {
            let (least, most) = (turned.iter().map(of).min(), turned.iter().map(of).max());
            least.zip(most).unwrap_or((0, 0))
        };
        let (columns, rows) = (range(|dot| dot.0), range(|dot| dot.1));
        // How much of the dots' columns, or rows, is on the page: a quick no for most places.
        let share = |range: (i32, i32), moved: i32, size: i32| {
            let on_page = (range.1 + moved).min(size - 1) - (range.0 + moved).max(0) + 1;
            f64::from(on_page.max(0)) / f64::from(range.1 - range.0 + 1)
        };
        for column in -columns.1..SIZE.0 - columns.0 {
            for row in -rows.1..SIZE.1 - rows.0 {
                // Dots keep to every second place.
                if (column + row) % 2 == 0
                    && share(columns, column, SIZE.0) * share(rows, row, SIZE.1) >= ON_PAGE
                    && let Some(sure) = agreement(&turned, column, row, common)
                {
                    best.push(Placed { sure, turn, column, row });
                }
            }
        }
        best.sort_by(|left, right| right.sure.total_cmp(&left.sure));
        best.truncate(READINGS);
    }
    best
}

/// How well the common dots agree, in standard deviations of what chance would do; `None` where too little is on the
/// page.
fn agreement(dots: &[(i32, i32, f64)], column: i32, row: i32, common: &Common) -> Option<f64> {
    let (mut sum, mut squares, mut on_page) = (0.0, 0.0, 0_u32);
    for (at_column, at_row, value) in dots {
        let cell = Cell { column: at_column + column, row: at_row + row };
        on_page += u32::from(cell.is_on_page());
        if let Some(right) = common.at(cell) {
            sum += if right { *value } else { -*value };
            squares += value * value;
        }
    }
    let enough = f64::from(on_page) >= ON_PAGE * to_float(dots.len());
    (enough && squares > 0.0).then(|| sum / squares.sqrt())
}

#[expect(clippy::cast_precision_loss, reason = "a number of pixels or dots")]
fn to_float(number: usize) -> f64 {
    number as f64
}

#[expect(clippy::cast_possible_truncation, reason = "a number of crests on a picture")]
fn to_whole(number: f64) -> i32 {
    number as i32
}
