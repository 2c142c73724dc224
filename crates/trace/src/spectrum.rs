//! Where a picture repeats: the two waves that a grid of dots is made of.

#![expect(
    clippy::cast_precision_loss,
    reason = "sizes of pictures are far below what a float counts exactly"
)]

use crate::picture::Picture;
use num_complex::Complex;
use std::collections::HashMap;
use std::f64::consts::TAU;
use zhitu_domain::mark::pattern::STEP;

/// Side of the squares that are looked at as one: a dot is found by its neighbours, not by its own form.
const COARSE: usize = 3;
/// Number of waves in either direction that are told apart.
const SIZE: usize = 1_024;
/// Dots of a scanner in an inch: from a small picture of a page to a large one of a part.
const RESOLUTIONS: (f64, f64) = (85.0, 340.0);
/// How far from 45° the waves may be, as a tangent: about 4°.
const TURNED: f64 = 0.07;
/// Pairs of waves that are looked at further.
const CANDIDATES: usize = 5;

/// A wave: how often it repeats in a pixel to the right and in one down, and where it is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wave {
    pub(crate) across: f64,
    pub(crate) down: f64,
    /// Of a repetition, at the first pixel: a crest is where `across * x + down * y` is this and a whole number.
    pub(crate) crest: f64,
}

/// Pairs of waves that a grid would be made of, the likeliest first: one falls to the right, one rises.
pub(crate) fn pairs(picture: &Picture) -> Vec<(Wave, Wave)> {
    let (width, height, means) = picture.coarse(COARSE);
    if width < 32 || height < 32 || width > SIZE || height > SIZE {
        return Vec::new();
    }
    let coarse = Coarse { width, means };
    let (least, most) = (radius(RESOLUTIONS.1), radius(RESOLUTIONS.0));
    let is_near_diagonal = |across: i32, down: i32| {
        let (x, y) = (f64::from(across), f64::from(down));
        (least..=most).contains(&x.hypot(y)) && (x - y).abs() / (x + y) <= TURNED
    };
    // Only waves near the two diagonals are looked at, so a transform of the whole would be mostly thrown away.
    let limit = to_whole(most.ceil());
    let mut strengths: HashMap<(i32, i32), f64> = HashMap::new();
    for across in 1..=limit {
        let lines = coarse.lines(bin(across));
        for down in 1..=limit {
            if is_near_diagonal(across, down) {
                strengths.insert((across, down), summed(&lines, bin(down)).norm());
                strengths.insert((across, -down), summed(&lines, bin(-down)).norm());
            }
        }
    }
    let strength = |across: i32, down: i32| strengths.get(&(across, down)).copied().unwrap_or(0.0);
    let falling = strengths.keys().filter(|(_, down)| *down > 0);
    let both = |(across, down): &(i32, i32)| strength(*across, *down).min(strength(*down, -across));
    let mut found: Vec<(f64, i32, i32)> = falling.map(|at| (both(at), at.0, at.1)).collect();
    // By their place too, so that equal ones come in one order.
    found.sort_by(|left, right| right.0.total_cmp(&left.0).then((left.1, left.2).cmp(&(right.1, right.2))));
    let mut apart: Vec<(f64, i32, i32)> = Vec::new();
    for one in found {
        let is_near = |other: &(f64, i32, i32)| (other.1 - one.1).abs() <= 3 && (other.2 - one.2).abs() <= 3;
        if !apart.iter().any(is_near) {
            apart.push(one);
        }
        if apart.len() == CANDIDATES {
            break;
        }
    }
    let wave = |across: i32, down: i32| coarse.wave(bin(across), bin(down));
    apart.into_iter().map(|(_, across, down)| (wave(across, down), wave(down, -across))).collect()
}

/// How far from the middle of the spectrum the grid's waves are at a resolution.
fn radius(resolution: f64) -> f64 {
    72.0 / (resolution * STEP * std::f64::consts::SQRT_2) * COARSE as f64 * SIZE as f64
}

struct Coarse {
    width: usize,
    means: Vec<f32>,
}

impl Coarse {
    /// The strongest wave near one of the spectrum's, between them too.
    fn wave(&self, across: f64, down: f64) -> Wave {
        let (mut across, mut down) = (across, down);
        let mut best = self.at(across, down).norm();
        let mut step = 0.5 / SIZE as f64;
        while step > 0.004 / SIZE as f64 {
            let near = [(step, 0.0), (-step, 0.0), (0.0, step), (0.0, -step)];
            let better = near.iter().find_map(|(right, lower)| {
                let strength = self.at(across + right, down + lower).norm();
                (strength > best).then_some((across + right, down + lower, strength))
            });
            match better {
                Some(found) => (across, down, best) = found,
                None => step /= 2.0,
            }
        }
        let phase = -self.at(across, down).arg() / TAU;
        // From the middle of a square to the picture's first pixel.
        let (side, middle) = (COARSE as f64, (COARSE - 1) as f64 / 2.0);
        let (across, down) = (across / side, down / side);
        Wave { across, down, crest: phase + (across + down) * middle }
    }

    /// How strong a wave is, and where.
    fn at(&self, across: f64, down: f64) -> Complex<f64> {
        summed(&self.lines(across), down)
    }

    /// How strong a wave to the right is in each row.
    fn lines(&self, across: f64) -> Vec<Complex<f64>> {
        let turns: Vec<Complex<f64>> =
            (0..self.width).map(|x| Complex::from_polar(1.0, -TAU * across * x as f64)).collect();
        let rows = self.means.chunks(self.width);
        rows.map(|row| row.iter().zip(&turns).map(|(mean, turn)| turn * f64::from(*mean)).sum()).collect()
    }
}

/// How strong a wave is that is so strong in each row, and goes down so.
fn summed(lines: &[Complex<f64>], down: f64) -> Complex<f64> {
    lines.iter().enumerate().map(|(y, line)| line * Complex::from_polar(1.0, -TAU * down * y as f64)).sum()
}

/// How often one of the waves that are told apart repeats in a coarse pixel.
fn bin(at: i32) -> f64 {
    f64::from(at) / SIZE as f64
}

#[expect(clippy::cast_possible_truncation, reason = "a number of waves")]
fn to_whole(number: f64) -> i32 {
    number as i32
}
