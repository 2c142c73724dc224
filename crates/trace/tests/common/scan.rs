//! A page that was printed and scanned: drawn by poppler at 150 dots an inch, turned, shifted, blurred, with noise, and
//! stored as JPEG of quality 60.

use image::codecs::jpeg::JpegEncoder;
use image::{GrayImage, Luma};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use std::path::Path;
use std::process::Command;

/// The first page of a PDF as poppler draws it.
pub fn drawn(pdf: &[u8], dots_an_inch: u32, folder: &Path) -> GrayImage {
    let (file, prefix) = (folder.join("drawn.pdf"), folder.join("page"));
    std::fs::write(&file, pdf).unwrap();
    let done = Command::new("pdftoppm")
        .args(["-gray", "-png", "-singlefile", "-r", &dots_an_inch.to_string()])
        .args([&file, &prefix])
        .output()
        .unwrap();
    assert!(done.status.success(), "{done:?}");
    image::open(prefix.with_extension("png")).unwrap().into_luma8()
}

/// What a printer and a scanner do to a page.
#[derive(Debug, Clone, Copy)]
pub struct Scanner {
    /// Degrees, clockwise.
    pub turned: f64,
    /// Pixels to the right and down.
    pub shifted: (f64, f64),
    /// Standard deviation of the noise, of 255 levels.
    pub noise: f64,
    /// How bright paper is, of 255 levels.
    pub paper: f64,
    /// Quality of the JPEG.
    pub quality: u8,
}

impl Scanner {
    /// Turned by up to 2°, with noise of 3 to 9 levels.
    pub fn of_seed(seed: u64) -> Self {
        let mut dice = StdRng::seed_from_u64(seed);
        Self {
            turned: dice.random_range(-2.0..=2.0),
            shifted: (dice.random_range(-12.0..=12.0), dice.random_range(-12.0..=12.0)),
            noise: dice.random_range(3.0..=9.0),
            paper: dice.random_range(228.0..=250.0),
            quality: 60,
        }
    }

    /// The page as JPEG.
    pub fn scan(&self, page: &GrayImage, seed: u64) -> Vec<u8> {
        let mut dice = StdRng::seed_from_u64(seed);
        let (sine, cosine) = self.turned.to_radians().sin_cos();
        let middle = (f64::from(page.width()) / 2.0, f64::from(page.height()) / 2.0);
        let mut scanned = GrayImage::new(page.width(), page.height());
        for (x, y, pixel) in scanned.enumerate_pixels_mut() {
            let (right, down) =
                (f64::from(x) - middle.0 - self.shifted.0, f64::from(y) - middle.1 - self.shifted.1);
            let from = (middle.0 + cosine * right + sine * down, middle.1 - sine * right + cosine * down);
            let light = between(page, from.0, from.1) / 255.0;
            // Ink is not black, and twelve tosses make a bell.
            let toss: f64 = (0..12).map(|_| dice.random_range(0.0..1.0)).sum::<f64>() - 6.0;
            *pixel = Luma([level(25.0 + (self.paper - 25.0) * light + self.noise * toss)]);
        }
        let mut jpeg = Vec::new();
        JpegEncoder::new_with_quality(&mut jpeg, self.quality).encode_image(&scanned).unwrap();
        jpeg
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "kept within a byte")]
fn level(value: f64) -> u8 {
    value.round().clamp(0.0, 255.0) as u8
}

/// The brightness between pixels; white beside the page.
#[expect(clippy::cast_possible_truncation, reason = "a place on a picture")]
fn between(page: &GrayImage, x: f64, y: f64) -> f64 {
    let (left, top) = (x.floor() as i64, y.floor() as i64);
    let (right, below) = (x - x.floor(), y - y.floor());
    let at = |x: i64, y: i64| {
        let place = u32::try_from(x).ok().zip(u32::try_from(y).ok());
        place.and_then(|(x, y)| page.get_pixel_checked(x, y)).map_or(255.0, |pixel| f64::from(pixel.0[0]))
    };
    let mix = |from: f64, to: f64, share: f64| from + (to - from) * share;
    mix(
        mix(at(left, top), at(left + 1, top), right),
        mix(at(left, top + 1), at(left + 1, top + 1), right),
        below,
    )
}
