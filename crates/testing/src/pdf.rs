//! PDFs made by hand: text in Helvetica, and what a file may hold beside it.

use std::fmt::Write as _;

/// A file of ASCII lines on pages, to which a test adds what it wants.
#[derive(Debug, Clone, Default)]
pub struct MadePdf {
    pages: Vec<Vec<String>>,
    /// Objects after those of the pages, by what stands in each.
    more: Vec<String>,
    catalog: String,
    page: String,
    info: String,
    content: String,
}

/// How many objects stand before those of the pages: catalogue, pages, face, information.
const FIXED: usize = 4;

impl MadePdf {
    /// With one page of lines.
    pub fn of(lines: &[&str]) -> Self {
        Self::default().page(lines)
    }

    /// One more page.
    #[must_use]
    pub fn page(mut self, lines: &[&str]) -> Self {
        self.pages.push(lines.iter().map(|line| (*line).to_owned()).collect());
        self
    }

    /// A link on the first page.
    #[must_use]
    pub fn link(self, target: &str) -> Self {
        self.page_entry(&format!(
            "/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI ({target}) >> >>]"
        ))
    }

    /// More in each page's dictionary.
    #[must_use]
    pub fn page_entry(mut self, entry: &str) -> Self {
        self.page += entry;
        self
    }

    /// More in the catalogue.
    #[must_use]
    pub fn catalog(mut self, entry: &str) -> Self {
        self.catalog += entry;
        self
    }

    /// More in the dictionary of information, such as `/Author (An Yu)`.
    #[must_use]
    pub fn info(mut self, entry: &str) -> Self {
        self.info += entry;
        self
    }

    /// More instructions on the first page, before its lines.
    #[must_use]
    pub fn content(mut self, instructions: &str) -> Self {
        self.content += instructions;
        self
    }

    /// One more object.
    #[must_use]
    pub fn object(mut self, object: &str) -> Self {
        self.more.push(object.to_owned());
        self
    }

    /// A stream as one more object; `dict` without its length.
    #[must_use]
    pub fn stream(self, dict: &str, data: &str) -> Self {
        self.object(&stream(dict, data))
    }

    /// The number that the next object gets that is added.
    pub fn next_number(&self) -> usize {
        FIXED + 2 * self.pages.len() + self.more.len() + 1
    }

    /// The file.
    pub fn bytes(&self) -> Vec<u8> {
        let kids: Vec<String> =
            (0..self.pages.len()).map(|at| format!("{} 0 R", FIXED + 2 * at + 1)).collect();
        let mut objects = vec![
            format!("<< /Type /Catalog /Pages 2 0 R {} >>", self.catalog),
            format!("<< /Type /Pages /Kids [{}] /Count {} >>", kids.join(" "), kids.len()),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
            format!("<< {} >>", self.info),
        ];
        for (at, lines) in self.pages.iter().enumerate() {
            let number = FIXED + 2 * at + 2;
            objects.push(format!(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {number} 0 R /Resources << /Font << \
                 /F 3 0 R >> >> {} >>",
                self.page
            ));
            let mut drawn = if at == 0 { self.content.clone() } else { String::new() };
            for (row, line) in lines.iter().enumerate() {
                let escaped = line.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)");
                let _infallible = writeln!(drawn, "BT /F 12 Tf 72 {} Td ({escaped}) Tj ET", 760 - 18 * row);
            }
            objects.push(stream("", &drawn));
        }
        objects.extend(self.more.iter().cloned());
        let mut file = "%PDF-1.7\n".to_owned();
        let mut places = Vec::new();
        for (at, object) in objects.iter().enumerate() {
            places.push(file.len());
            let _infallible = write!(file, "{} 0 obj\n{object}\nendobj\n", at + 1);
        }
        let table = file.len();
        let _infallible = write!(file, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
        for place in places {
            let _infallible = writeln!(file, "{place:010} 00000 n ");
        }
        let _infallible = write!(
            file,
            "trailer\n<< /Size {} /Root 1 0 R /Info 4 0 R >>\nstartxref\n{table}\n%%EOF\n",
            objects.len() + 1
        );
        file.into_bytes()
    }

    /// The same file with another text on its first page, changed by adding to its end: what it said stays in its bytes.
    pub fn rewritten(&self, lines: &[&str]) -> Vec<u8> {
        let mut file = self.bytes();
        let before = String::from_utf8_lossy(&file).rfind("xref\n0 ").unwrap_or_default();
        let place = file.len();
        let mut drawn = String::new();
        for (row, line) in lines.iter().enumerate() {
            let _infallible = writeln!(drawn, "BT /F 12 Tf 72 {} Td ({line}) Tj ET", 760 - 18 * row);
        }
        let number = FIXED + 2;
        let mut added = format!("{number} 0 obj\n{}\nendobj\n", stream("", &drawn));
        let table = place + added.len();
        let _infallible = write!(
            added,
            "xref\n{number} 1\n{place:010} 00000 n \ntrailer\n<< /Size {} /Root 1 0 R /Info 4 0 R /Prev {before} \
             >>\nstartxref\n{table}\n%%EOF\n",
            self.next_number()
        );
        file.extend(added.into_bytes());
        file
    }
}

fn stream(dict: &str, data: &str) -> String {
    format!("<< {dict} /Length {} >>\nstream\n{data}\nendstream", data.len() + 1)
}
