//! The mark behind the words: faint dots over the whole page, for what is printed and scanned.
//!
//! The dots stand on a grid turned by 45°, away from the directions in which lines of text repeat. Each is moved a
//! little to the left or to the right, and that is the mark: a quarter of the dots, the same in all downloads of an
//! installation, tells a reader where on the page it is; the others are the download's. Every page has the same dots.

use super::chance::of_sum;
use super::text::log2;
use super::{Evidence, Mark, MarkKey, MarkKind, Sequence};

/// Width and height of a page, in points of 1/72 inch.
pub const PAGE: (f64, f64) = (595.0, 842.0);
/// The distance of two columns, and of two rows, in points. A dot stands where column and row are both even or both odd.
pub const STEP: f64 = 9.0;
/// Where column 0 and row 0 are, in points from the left and from the top.
pub const ORIGIN: (f64, f64) = (5.0, 5.0);
/// How far a dot is moved, in points.
pub const MOVED: f64 = 1.5;
/// Number of columns and of rows.
pub const SIZE: (i32, i32) = (66, 93);

/// A place of the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Cell {
    /// Column, from the left.
    pub column: i32,
    /// Row, from the top.
    pub row: i32,
}

impl Cell {
    /// Whether a dot stands there.
    pub fn is_on_page(self) -> bool {
        (0..SIZE.0).contains(&self.column)
            && (0..SIZE.1).contains(&self.row)
            && (self.column + self.row) % 2 == 0
    }
}

/// All places of a page.
pub fn cells() -> impl Iterator<Item = Cell> {
    (0..SIZE.1)
        .flat_map(|row| (0..SIZE.0).map(move |column| Cell { column, row }))
        .filter(|cell| cell.is_on_page())
}

/// The dots that all downloads of an installation have in common.
#[derive(Debug, Clone)]
pub struct Common(Vec<Option<bool>>);

impl Common {
    /// Of a key.
    pub fn of(key: &MarkKey) -> Self {
        Self::in_sequence(key.common())
    }

    fn in_sequence(sequence: Sequence) -> Self {
        let toss = |at: i32| {
            let cell = Cell { column: at % SIZE.0, row: at / SIZE.0 };
            // Two tosses for whether it is common, one for where it is moved.
            let tosses = sequence.at(u64::from(at.cast_unsigned()));
            (cell.is_on_page() && tosses & 6 == 0).then_some(tosses & 1 == 1)
        };
        Self((0..SIZE.0 * SIZE.1).map(toss).collect())
    }

    /// Whether the dot of a place is moved to the right; `None` if it is a download's own, or none.
    pub fn at(&self, cell: Cell) -> Option<bool> {
        let at = usize::try_from(cell.row * SIZE.0 + cell.column).ok().filter(|_| cell.is_on_page())?;
        self.0.get(at).copied().flatten()
    }
}

/// Where the dots of a download stand: their middle, in points from the left and from the top.
pub fn dots(mark: &Mark) -> Vec<(f64, f64)> {
    let (common, own) = (Common::in_sequence(mark.common), Own::of(mark));
    let dot = |cell: Cell| {
        let right = common.at(cell).unwrap_or_else(|| own.is_right(cell));
        let moved = if right { MOVED } else { -MOVED };
        (ORIGIN.0 + f64::from(cell.column) * STEP + moved, ORIGIN.1 + f64::from(cell.row) * STEP)
    };
    cells().map(dot).collect()
}

/// A download's own dots: a bit for each column of each row. Made at once, since a page is compared with the dots of every
/// download there is.
struct Own(Vec<u128>);

impl Own {
    fn of(mark: &Mark) -> Self {
        let half =
            |row: i32, half: u64| u128::from(mark.sequence.at(u64::from(row.cast_unsigned()) * 2 + half));
        Self((0..SIZE.1).map(|row| half(row, 0) << 64 | half(row, 1)).collect())
    }

    fn is_right(&self, cell: Cell) -> bool {
        let row = usize::try_from(cell.row).ok().and_then(|row| self.0.get(row));
        row.is_some_and(|bits| bits >> cell.column.clamp(0, 127) & 1 == 1)
    }
}

/// What was read of a page's own dots: how much each speaks for being moved to the right, of either sign.
#[derive(Debug, Clone, Default)]
pub struct PatternRead(Vec<(Cell, f64)>);

impl PatternRead {
    /// Takes what was measured; what is no place of the page, or common to all, is left out, and of a place that was
    /// measured twice the second.
    pub fn new(measured: impl IntoIterator<Item = (Cell, f64)>, common: &Common) -> Self {
        let mut seen = std::collections::HashSet::new();
        let own = |(cell, value): &(Cell, f64)| {
            cell.is_on_page() && common.at(*cell).is_none() && value.is_finite() && seen.insert(*cell)
        };
        Self(measured.into_iter().filter(own).collect())
    }

    /// How well a download agrees, compared with `downloads` of them; `readings` is how many ways of laying the page
    /// straight were tried in all.
    pub fn compared_with(&self, mark: &Mark, downloads: usize, readings: usize) -> Evidence {
        let own = Own::of(mark);
        let (mut sum, mut squares) = (0.0, 0.0);
        for (cell, value) in &self.0 {
            sum += if own.is_right(*cell) { *value } else { -*value };
            squares += value * value;
        }
        let chance = (of_sum(sum, squares) + log2(downloads) + log2(readings)).min(0.0);
        Evidence { number: mark.number, kind: MarkKind::Pattern, chance }
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::{key, mark};
    use super::super::{CERTAIN, LIKELY};
    use super::*;

    fn read(of: &Mark, spoilt: impl Fn(Cell) -> f64) -> PatternRead {
        let own = Own::of(of);
        let value = |cell: Cell| if own.is_right(cell) { 1.0 } else { -1.0 };
        PatternRead::new(cells().map(|cell| (cell, value(cell) * spoilt(cell))), &Common::of(&key(7)))
    }

    #[test]
    fn all_dots_are_on_the_page() {
        let dots = dots(&mark(1));
        assert_eq!(dots.len(), cells().count());
        assert!(dots.iter().all(|(x, y)| *x > 1.0 && *x < PAGE.0 - 1.0 && *y > 1.0 && *y < PAGE.1 - 1.0));
    }

    #[test]
    fn a_page_of_which_a_third_is_read_wrongly_names_its_download() {
        let read = read(&mark(1), |cell| if (cell.column + cell.row * 5) % 3 == 0 { -1.0 } else { 1.0 });
        assert!(read.compared_with(&mark(1), 1_000_000, 20).chance <= CERTAIN);
        assert!((2..=255).all(|other| read.compared_with(&mark(other), 1_000_000, 20).chance > LIKELY));
    }

    #[test]
    fn what_is_common_says_nothing_about_a_download() {
        let common = Common::of(&key(7));
        let number = cells().filter(|cell| common.at(*cell).is_some()).count();
        assert!((600..950).contains(&number), "{number} of {}", cells().count());
        let read = PatternRead::new(
            cells().filter(|cell| common.at(*cell).is_some()).map(|cell| (cell, 1.0)),
            &common,
        );
        assert!(read.compared_with(&mark(1), 1, 1).chance.abs() < f64::EPSILON);
    }

    #[test]
    fn a_place_that_is_measured_often_counts_once() {
        let cell = cells().find(|cell| Common::of(&key(7)).at(*cell).is_none()).unwrap();
        let value = if Own::of(&mark(1)).is_right(cell) { 1.0 } else { -1.0 };
        let read = PatternRead::new(std::iter::repeat_n((cell, value), 500), &Common::of(&key(7)));
        assert!(read.compared_with(&mark(1), 1, 1).chance > -1.0);
    }
}
