//! A page as a picture, and what is left of it when paper and ink are taken away.

#![expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "sizes of pictures are far below what a float counts exactly, and places in them are not negative"
)]

use image::GrayImage;
use image::imageops::{FilterType, resize};

/// The longer side of what is looked at: a page of A4 at 175 dots an inch. More shows no more of a dot.
const LONGEST: u32 = 2_048;
/// Side of the squares whose paper is taken to be of one brightness.
const SQUARE: usize = 24;
/// Darker than the paper by more than this is ink.
const INK: f32 = 95.0;
/// What is so near to ink, in pixels, counts as ink: its edges, and what compression draws around it.
const NEAR_INK: usize = 3;
/// More than this, either way, is no dot.
const MOST: f32 = 40.0;

/// How much darker than the paper each pixel is; 0 where there is ink.
pub(crate) struct Picture {
    pub(crate) width: usize,
    pub(crate) height: usize,
    /// Row after row.
    pub(crate) darkness: Vec<f32>,
    /// Where there is no ink.
    pub(crate) clear: Vec<bool>,
}

impl Picture {
    pub(crate) fn of(image: &GrayImage) -> Self {
        let longest = image.width().max(image.height());
        if longest > LONGEST {
            let scaled = |side: u32| (u64::from(side) * u64::from(LONGEST) / u64::from(longest)).max(1);
            let side = |side| u32::try_from(scaled(side)).unwrap_or(LONGEST);
            let small = resize(image, side(image.width()), side(image.height()), FilterType::Triangle);
            return Self::of_size(&small);
        }
        Self::of_size(image)
    }

    fn of_size(image: &GrayImage) -> Self {
        let (width, height) = (image.width() as usize, image.height() as usize);
        let paper = Paper::of(image);
        let mut darkness = Vec::with_capacity(width * height);
        for (at, value) in image.as_raw().iter().enumerate() {
            darkness.push(paper.at(at % width, at / width) - f32::from(*value));
        }
        let ink: Vec<bool> = darkness.iter().map(|dark| *dark > INK).collect();
        let clear = far_from(&ink, width, height);
        let (mut sum, mut number) = (0.0_f64, 0_u32);
        for (dark, clear) in darkness.iter_mut().zip(&clear) {
            *dark = if *clear { dark.clamp(-MOST, MOST) } else { 0.0 };
            if *clear {
                sum += f64::from(*dark);
                number += 1;
            }
        }
        let mean = (sum / f64::from(number.max(1))) as f32;
        for (dark, clear) in darkness.iter_mut().zip(&clear) {
            *dark -= if *clear { mean } else { 0.0 };
        }
        Self { width, height, darkness, clear }
    }

    /// Means of squares of `by` pixels, with the sizes.
    pub(crate) fn coarse(&self, by: usize) -> (usize, usize, Vec<f32>) {
        let (width, height) = (self.width / by, self.height / by);
        let mut means = vec![0.0; width * height];
        for y in 0..height * by {
            let row = &self.darkness[y * self.width..][..width * by];
            for (x, dark) in row.iter().enumerate() {
                means[y / by * width + x / by] += dark / (by * by) as f32;
            }
        }
        (width, height, means)
    }

    /// Around a place between pixels: the darkness of what a dot covers; `None` beside the picture and near ink.
    pub(crate) fn around(&self, x: f64, y: f64) -> Option<f64> {
        let (left, top) = (x.floor(), y.floor());
        if left < 1.0 || top < 1.0 || left + 3.0 > self.width as f64 || top + 3.0 > self.height as f64 {
            return None;
        }
        let (right, below) = (x - left, y - top);
        let (left, top) = (left as usize, top as usize);
        // A tent of two pixels' reach: what is left of a dot after drawing, scanning and turning.
        let tent = |distance: f64| (1.0 - distance.abs() / 2.0).max(0.0);
        let (mut sum, mut weights) = (0.0, 0.0);
        for row in 0..4_usize {
            for column in 0..4_usize {
                let at = (top + row - 1) * self.width + left + column - 1;
                if !*self.clear.get(at)? {
                    return None;
                }
                let weight = tent(row as f64 - 1.0 - below) * tent(column as f64 - 1.0 - right);
                sum += weight * f64::from(self.darkness[at]);
                weights += weight;
            }
        }
        Some(sum / weights)
    }
}

/// What is not near to what is set.
fn far_from(set: &[bool], width: usize, height: usize) -> Vec<bool> {
    let spread = |set: &[bool], length: usize, step: usize, lines: &dyn Fn(usize) -> usize, number: usize| {
        let mut spread = vec![false; set.len()];
        for line in 0..number {
            let start = lines(line);
            for at in (0..length).filter(|at| set[start + at * step]) {
                for near in at.saturating_sub(NEAR_INK)..(at + NEAR_INK + 1).min(length) {
                    spread[start + near * step] = true;
                }
            }
        }
        spread
    };
    let across = spread(set, width, 1, &|row| row * width, height);
    let both = spread(&across, height, width, &|column| column, width);
    both.into_iter().map(|near| !near).collect()
}

/// The brightness of the paper, which a scan shows darker here than there.
struct Paper {
    columns: usize,
    rows: usize,
    levels: Vec<f32>,
}

impl Paper {
    fn of(image: &GrayImage) -> Self {
        let (width, height) = (image.width() as usize, image.height() as usize);
        let (columns, rows) = (width.div_ceil(SQUARE), height.div_ceil(SQUARE));
        let mut counts = vec![[0_u32; 256]; columns * rows];
        for (at, value) in image.as_raw().iter().enumerate() {
            counts[at / width / SQUARE * columns + at % width / SQUARE][usize::from(*value)] += 1;
        }
        // Brighter than most, since ink makes it darker and nothing makes it brighter.
        let level = |counts: &[u32; 256]| {
            let most = counts.iter().sum::<u32>() / 4;
            let mut seen = 0;
            let brightest = (0..256).rev().find(|value| {
                seen += counts[*value];
                seen > most
            });
            brightest.unwrap_or(255) as f32
        };
        Self { columns, rows, levels: counts.iter().map(level).collect() }
    }

    /// Between the middles of the squares.
    fn at(&self, x: usize, y: usize) -> f32 {
        let side = SQUARE as f32;
        let place = |at: usize, number: usize| {
            let at = ((at as f32 + 0.5) / side - 0.5).clamp(0.0, (number - 1) as f32);
            let low = at as usize;
            (low, (low + 1).min(number - 1), at - low as f32)
        };
        let (left, right, across) = place(x, self.columns);
        let (above, below, down) = place(y, self.rows);
        let level = |row: usize, column: usize| self.levels[row * self.columns + column];
        let mix = |from: f32, to: f32, share: f32| from + (to - from) * share;
        mix(
            mix(level(above, left), level(above, right), across),
            mix(level(below, left), level(below, right), across),
            down,
        )
    }
}
