//! Every text of a file that is not drawn: what its objects say, and what they would do.

use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::content::UntypedIter;
use hayro::hayro_syntax::object::{Array, Dict, MaybeRef, Name, Object, Stream};
use zhitu_domain::attachment::{ATTACHMENT_TEXT_MAX_BYTES, AttachmentProblem};

/// How deep objects stand in each other.
const DEEPEST: u32 = 40;

/// What an action is called that does more than leading to a place in the file or to a page of the web.
const ACTIONS: &[&[u8]] = &[
    b"JavaScript",
    b"Launch",
    b"SubmitForm",
    b"ImportData",
    b"ResetForm",
    b"GoToE",
    b"GoToR",
    b"Rendition",
    b"Movie",
    b"Sound",
    b"GoTo3DView",
    b"RichMediaExecute",
    b"SetOCGState",
    b"Hide",
];
/// Keys of what runs, and of other files.
const ACTIVE: &[&[u8]] = &[b"JavaScript", b"EmbeddedFiles", b"XFA", b"RichMediaContent"];
/// Kinds of things that are files or play something.
const KINDS: &[&[u8]] =
    &[b"EmbeddedFile", b"RichMedia", b"Movie", b"Sound", b"Screen", b"FileAttachment", b"3D"];

/// What the objects of a file say.
#[derive(Debug, Default)]
pub(crate) struct Strings {
    pub(crate) text: String,
    /// The first reason not to take the file.
    pub(crate) problem: Option<AttachmentProblem>,
}

impl Strings {
    pub(crate) fn of(pdf: &Pdf) -> Self {
        let mut strings = Self::default();
        for object in pdf.objects() {
            strings.object(&object, 0);
        }
        for page in pdf.pages().iter() {
            strings.instructions(page.operations());
        }
        strings
    }

    fn object(&mut self, object: &Object<'_>, depth: u32) {
        if depth > DEEPEST {
            self.refuse(AttachmentProblem::TooComplex);
            return;
        }
        match object {
            Object::String(bytes) => self.say(bytes.as_bytes()),
            Object::Array(array) => {
                for item in array.raw_iter() {
                    if let MaybeRef::NotRef(item) = item {
                        self.object(&item, depth + 1);
                    }
                }
            }
            Object::Dict(dict) => self.dict(dict, depth),
            Object::Stream(stream) => self.stream(stream, depth),
            Object::Null(_) | Object::Boolean(_) | Object::Number(_) | Object::Name(_) => {}
        }
    }

    fn dict(&mut self, dict: &Dict<'_>, depth: u32) {
        let word = |key: &[u8]| dict.get::<Name<'_>>(key);
        let is_one_of = |name: &Option<Name<'_>>, words: &[&[u8]]| {
            name.as_ref().is_some_and(|name| words.contains(&name.as_ref()))
        };
        let kinds = [word(b"Type"), word(b"Subtype")];
        if is_one_of(&word(b"S"), ACTIONS)
            || kinds.iter().any(|kind| is_one_of(kind, KINDS))
            || ACTIVE.iter().any(|key| dict.contains_key(key))
            || (dict.contains_key(b"EF") && (dict.contains_key(b"F") || dict.contains_key(b"UF")))
        {
            self.refuse(AttachmentProblem::ActiveContent);
        }
        if let Some(layers) = dict.get::<Dict<'_>>(b"OCProperties")
            && hides(&layers)
        {
            self.refuse(AttachmentProblem::Hidden);
        }
        for (_, value) in dict.entries() {
            if let MaybeRef::NotRef(value) = value {
                self.object(&value, depth + 1);
            }
        }
    }

    fn stream(&mut self, stream: &Stream<'_>, depth: u32) {
        let dict = stream.dict();
        let word = |key: &[u8]| dict.get::<Name<'_>>(key);
        let is = |key: &[u8], value: &[u8]| word(key).is_some_and(|name| name.as_ref() == value);
        // Its texts are random identifiers of the file.
        if is(b"Type", b"XRef") {
            return;
        }
        self.dict(dict, depth);
        if is(b"Type", b"Metadata") {
            if let Ok(xml) = stream.decoded() {
                self.metadata(&String::from_utf8_lossy(&xml));
            }
        } else if (is(b"Subtype", b"Form") || dict.contains_key(b"PatternType"))
            && let Ok(content) = stream.decoded()
        {
            self.instructions(UntypedIter::new(&content));
        }
    }

    /// What stands in instructions beside what they draw: what a part is read aloud as.
    fn instructions(&mut self, mut content: UntypedIter<'_>) {
        while let Some(instruction) = content.next() {
            match &**instruction.operator {
                b"BDC" | b"DP" => {
                    for operand in instruction.operands() {
                        self.object(operand, 1);
                    }
                }
                // Text that only cuts out what is drawn behind it is not drawn, and is copied all the same.
                b"Tr" => {
                    let mut operands = instruction.operands();
                    if matches!(operands.next(), Some(Object::Number(mode)) if mode.as_i64() == 7) {
                        self.refuse(AttachmentProblem::Hidden);
                    }
                }
                _ => {}
            }
        }
    }

    /// Metadata as XML: what stands between its tags, but for the keys of the file's states.
    fn metadata(&mut self, xml: &str) {
        for part in xml.split('<').flat_map(|part| part.splitn(2, '>')) {
            // A tag has its texts as attributes, `name="text"`.
            for text in part.split(['"', '\'']) {
                let is_key = ["uuid:", "xmp.", "adobe:"].iter().any(|begin| text.starts_with(begin));
                if !is_key {
                    self.put(text.trim());
                }
            }
        }
    }

    fn say(&mut self, bytes: &[u8]) {
        let text = decoded(bytes);
        if is_date(&text) {
            return;
        }
        if text.contains('%') {
            self.put(&unescaped(&text));
        }
        self.put(&text);
    }

    fn put(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        if self.text.len() + text.len() > ATTACHMENT_TEXT_MAX_BYTES {
            self.refuse(AttachmentProblem::TooComplex);
            return;
        }
        self.text.push_str(text);
        self.text.push('\n');
    }

    fn refuse(&mut self, problem: AttachmentProblem) {
        self.problem.get_or_insert(problem);
    }
}

/// Whether some of the layers are not shown.
fn hides(layers: &Dict<'_>) -> bool {
    let hides = |config: &Dict<'_>| {
        config.get::<Name<'_>>(b"BaseState").is_some_and(|state| state.as_ref() != b"ON")
            || config.get::<Array<'_>>(b"OFF").is_some_and(|off| off.raw_iter().next().is_some())
    };
    layers.get::<Dict<'_>>(b"D").is_some_and(|config| hides(&config))
}

/// A text of a file: UTF-16 or UTF-8 with their marks, or one byte a character, which ASCII is a part of.
fn decoded(bytes: &[u8]) -> String {
    let wide = |rest: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = rest.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
        String::from_utf16_lossy(&units)
    };
    match bytes {
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes),
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect(),
        },
    }
}

/// `D:20260101120000+08'00'`: digits that are no number.
fn is_date(text: &str) -> bool {
    text.strip_prefix("D:").is_some_and(|digits| digits.starts_with("19") || digits.starts_with("20"))
        && text.len() <= 24
}

/// A link without its escapes: `mailto:a%40b.example`.
fn unescaped(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let escaped = after
            .get(..2)
            .filter(|_| *first == b'%')
            .and_then(|digits| u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok());
        if let Some(byte) = escaped {
            bytes.push(byte);
            rest = &after[2..];
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_read_in_each_of_their_forms() {
        assert_eq!(decoded(b"An Yu"), "An Yu");
        assert_eq!(decoded(&[0xFE, 0xFF, 0x5B, 0x89]), "安");
        assert_eq!(decoded(&[0xFF, 0xFE, 0x89, 0x5B]), "安");
        assert_eq!(decoded(&[0xEF, 0xBB, 0xBF, 0xE5, 0xAE, 0x89]), "安");
        assert_eq!(decoded(&[0x41, 0xE9]), "Aé");
        assert_eq!(unescaped("mailto:a%40b.example%"), "mailto:a@b.example%");
        assert!(is_date("D:20260101120000+08'00'"));
        assert!(!is_date("D:13912345678"));
    }

    #[test]
    fn metadata_is_what_stands_in_its_tags_and_between_them() {
        let mut strings = Strings::default();
        strings.metadata("<a b=\"an@example.com\" c='uuid:13912345678'>周予安</a>");
        assert_eq!(strings.text, "a b=\nan@example.com\nc=\n周予安\n/a\n");
    }
}
