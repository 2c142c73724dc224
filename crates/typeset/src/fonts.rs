//! The faces.

use typst::foundations::Bytes;
use typst::text::Font;

/// Font files, ready for use.
#[derive(Debug, Clone)]
pub struct Fonts(Vec<Font>);

impl Fonts {
    /// The faces of `fonts/`, which are part of the binary: a page looks the same on every machine.
    pub fn bundled() -> Self {
        Self::read([
            Bytes::new(include_bytes!("../fonts/NotoSansSC-Regular.ttf").as_slice()),
            Bytes::new(include_bytes!("../fonts/NotoSansSC-SemiBold.ttf").as_slice()),
            Bytes::new(include_bytes!("../fonts/NotoSerifSC-Bold.ttf").as_slice()),
            Bytes::new(include_bytes!("../fonts/ZhituLatinSans-Regular.ttf").as_slice()),
            Bytes::new(include_bytes!("../fonts/ZhituLatinSans-SemiBold.ttf").as_slice()),
            Bytes::new(include_bytes!("../fonts/ZhituLatinSerif-Bold.ttf").as_slice()),
            Bytes::new(include_bytes!("../fonts/ZhituMarks-Regular.ttf").as_slice()),
        ])
    }

    fn read(files: impl IntoIterator<Item = Bytes>) -> Self {
        Self(files.into_iter().flat_map(Font::iter).collect())
    }

    /// All faces.
    pub(crate) fn faces(&self) -> &[Font] {
        &self.0
    }

    /// Whether one of the faces has the character. White space and what is never drawn needs no glyph.
    pub(crate) fn has(&self, letter: char) -> bool {
        is_undrawn(letter) || self.0.iter().any(|font| font.info().coverage.contains(u32::from(letter)))
    }

    /// Whether the title faces alone can set the text.
    pub(crate) fn serif_has(&self, text: &str) -> bool {
        text.chars().all(|letter| {
            is_undrawn(letter)
                || self.0.iter().any(|font| {
                    let family = font.info().family.as_str();
                    family.contains("Serif") && font.info().coverage.contains(u32::from(letter))
                })
        })
    }
}

fn is_undrawn(letter: char) -> bool {
    letter.is_whitespace()
        || letter.is_control()
        || matches!(letter,
            '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}')
}
