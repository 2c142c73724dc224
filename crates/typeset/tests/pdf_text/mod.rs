//! The text of a PDF as a reader copies it: the strings that its pages show, through the fonts' own tables. Knows as
//! much of the format as typst writes (no object streams, fonts with two-byte codes); white space is left out.

use std::collections::BTreeMap;
use std::io::Read;

/// The objects of the file: the words before the stream, and the stream.
fn objects(pdf: &[u8]) -> BTreeMap<u32, (String, Vec<u8>)> {
    let find = |from: usize, word: &[u8]| {
        pdf[from..].windows(word.len()).position(|window| window == word).map(|at| from + at)
    };
    let mut found = BTreeMap::new();
    let mut at = 0;
    while let Some(start) = find(at, b" 0 obj\n") {
        let digits = pdf[..start].iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
        let number = std::str::from_utf8(&pdf[start - digits..start]).unwrap().parse().unwrap();
        let body = start + 7;
        let end = find(body, b"endobj").unwrap();
        let stream = find(body, b"stream\n").filter(|stream| *stream < end);
        let words = String::from_utf8_lossy(&pdf[body..stream.unwrap_or(end)]).into_owned();
        let mut data = Vec::new();
        at = end;
        if let Some(stream) = stream {
            // The length is a direct number; compressed bytes may well read "endobj".
            let length: usize = after(&words, "/Length ").unwrap().parse().unwrap();
            let raw = &pdf[stream + 7..stream + 7 + length];
            if words.contains("/FlateDecode") {
                flate2::read::ZlibDecoder::new(raw).read_to_end(&mut data).unwrap();
            } else {
                data.extend_from_slice(raw);
            }
            at = stream + 7 + length;
        }
        found.insert(number, (words, data));
    }
    found
}

/// The number after a word.
fn after<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let rest = &text[text.find(word)? + word.len()..];
    Some(&rest[..rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len())])
}

/// Code to text, out of a font's ToUnicode table.
fn table(cmap: &str) -> BTreeMap<u16, String> {
    let mut table = BTreeMap::new();
    for block in cmap.split("beginbfchar").skip(1) {
        for line in block.split("endbfchar").next().unwrap().lines() {
            let mut hex = line.split(['<', '>']).filter(|part| !part.trim().is_empty());
            let (Some(code), Some(text)) = (hex.next(), hex.next()) else { continue };
            let units: Vec<u16> = text.as_bytes().chunks(4).map(hex_number).collect();
            table.insert(hex_number(code.as_bytes()), String::from_utf16(&units).unwrap());
        }
    }
    table
}

fn hex_number(digits: &[u8]) -> u16 {
    u16::from_str_radix(std::str::from_utf8(digits).unwrap(), 16).unwrap()
}

/// All text, page by page, without white space.
pub fn read(pdf: &[u8]) -> String {
    let objects = objects(pdf);
    let mut text = String::new();
    for (words, _) in objects.values().filter(|(words, _)| words.contains("/Type/Page/")) {
        let resources = &objects[&after(words, "/Resources ").unwrap().parse().unwrap()].0;
        let fonts = resources.split("/Font<<").nth(1).unwrap().split(">>").next().unwrap();
        let tables: BTreeMap<&str, BTreeMap<u16, String>> = fonts
            .split('/')
            .filter_map(|font| font.trim().split_once(' '))
            .map(|(name, reference)| {
                let font = &objects[&reference.split(' ').next().unwrap().parse().unwrap()].0;
                let cmap = &objects[&after(font, "/ToUnicode ").unwrap().parse().unwrap()].1;
                (name, table(std::str::from_utf8(cmap).unwrap()))
            })
            .collect();
        let content = &objects[&after(words, "/Contents ").unwrap().parse().unwrap()].1;
        show(content, &tables, &mut text);
    }
    text.retain(|letter| !letter.is_whitespace() && letter != '\u{200B}');
    text
}

fn show(content: &[u8], tables: &BTreeMap<&str, BTreeMap<u16, String>>, text: &mut String) {
    let mut font = None;
    let mut at = 0;
    while at < content.len() {
        match content[at] {
            b'<' if content[at + 1] == b'<' => at += 2,
            start @ (b'(' | b'<') => {
                let codes = if start == b'(' { string(content, &mut at) } else { hex(content, &mut at) };
                let table: &BTreeMap<u16, String> = font.unwrap();
                for code in codes.chunks_exact(2) {
                    text.push_str(
                        table.get(&u16::from_be_bytes([code[0], code[1]])).map_or("", String::as_str),
                    );
                }
            }
            b'/' => {
                let name = content[at + 1..].split(|byte| b" /<(".contains(byte)).next().unwrap();
                if let Some(table) = std::str::from_utf8(name).ok().and_then(|name| tables.get(name)) {
                    font = Some(table);
                }
                at += 1 + name.len();
            }
            _ => at += 1,
        }
    }
}

/// The same for a string of hexadecimal digits.
fn hex(content: &[u8], at: &mut usize) -> Vec<u8> {
    let digits = content[*at + 1..].split(|byte| *byte == b'>').next().unwrap();
    *at += digits.len() + 2;
    digits.chunks(2).map(|pair| u8::try_from(hex_number(pair)).unwrap()).collect()
}

/// The bytes of the string that begins at `at`, which moves behind it.
fn string(content: &[u8], at: &mut usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut depth = 1;
    *at += 1;
    while depth > 0 {
        let byte = content[*at];
        *at += 1;
        match byte {
            b'\\' => {
                let escaped = content[*at];
                *at += 1;
                bytes.push(match escaped {
                    b'n' => b'\n',
                    b'r' => b'\r',
                    b't' => b'\t',
                    b'b' => 8,
                    b'f' => 12,
                    b'0'..=b'7' => {
                        let mut value = escaped - b'0';
                        for _ in 0..2 {
                            if matches!(content[*at], b'0'..=b'7') {
                                value = value.wrapping_mul(8) + (content[*at] - b'0');
                                *at += 1;
                            }
                        }
                        value
                    }
                    other => other,
                });
            }
            b'(' => {
                depth += 1;
                bytes.push(byte);
            }
            b')' => {
                depth -= 1;
                if depth > 0 {
                    bytes.push(byte);
                }
            }
            other => bytes.push(other),
        }
    }
    bytes
}
