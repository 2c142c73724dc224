//! What may be said of a file.

use super::MarkNumber;
use super::text::log2;

/// Above this chance (as a base-2 logarithm) nothing is called certain: one in four thousand millions.
pub const CERTAIN: f64 = -32.0;
/// Above this chance nothing is said at all: one in a thousand.
pub const LIKELY: f64 = -10.0;

/// Which mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MarkKind {
    /// The characters between the words.
    Text,
    /// The dots behind them.
    Pattern,
    /// The readable code, on a page or among what the file says of itself.
    Code,
}

impl MarkKind {
    /// Whether whoever has seen it once can put it under something else.
    fn can_be_copied_by_hand(self) -> bool {
        matches!(self, Self::Code)
    }
}

/// That a mark of a download is in a file.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Evidence {
    /// Which download.
    pub number: MarkNumber,
    /// Which mark.
    pub kind: MarkKind,
    /// The base-2 logarithm of the chance that a file which does not come from the download agrees with it so well. All
    /// that was tried is counted in.
    pub chance: f64,
}

impl Evidence {
    /// That the readable code of a download stands in a file, compared with `downloads` of them. Of its 80 bits 40 say
    /// which download; a text has less than 2^24 places where one could begin.
    pub fn of_code(number: MarkNumber, downloads: usize) -> Self {
        Self { number, kind: MarkKind::Code, chance: (log2(downloads) + 24.0 - 80.0).min(0.0) }
    }
}

/// A download that is named.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// Which.
    pub number: MarkNumber,
    /// By which marks, each with its chance, the surest first.
    pub marks: Vec<(MarkKind, f64)>,
}

/// What is said.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// The file comes from these downloads; several if it was put together of several.
    Certain(Vec<Finding>),
    /// It may come from one of these, the likeliest first.
    Likely(Vec<Finding>),
    /// No mark of this installation was found.
    Nothing,
}

/// Weighs the evidence. A hidden mark is certain by its chance. The readable code alone never is: anybody who saw it
/// may have written it there.
pub fn judge(evidence: &[Evidence]) -> Verdict {
    let mut findings: Vec<Finding> = Vec::new();
    for one in evidence.iter().filter(|one| one.chance <= LIKELY) {
        let at = findings.iter().position(|finding| finding.number == one.number).unwrap_or_else(|| {
            findings.push(Finding { number: one.number, marks: Vec::new() });
            findings.len() - 1
        });
        let marks = &mut findings[at].marks;
        match marks.iter_mut().find(|(kind, _)| *kind == one.kind) {
            Some((_, chance)) => *chance = chance.min(one.chance),
            None => marks.push((one.kind, one.chance)),
        }
    }
    for finding in &mut findings {
        finding.marks.sort_by(|left, right| left.1.total_cmp(&right.1));
    }
    findings.sort_by(|left, right| strength(left).total_cmp(&strength(right)));
    let certain: Vec<Finding> = findings.iter().filter(|it| strength(it) <= CERTAIN).cloned().collect();
    match (certain.is_empty(), findings.is_empty()) {
        (false, _) => Verdict::Certain(certain),
        (true, false) => Verdict::Likely(findings),
        (true, true) => Verdict::Nothing,
    }
}

/// The least chance of a hidden mark.
fn strength(finding: &Finding) -> f64 {
    let hidden = finding.marks.iter().filter(|(kind, _)| !kind.can_be_copied_by_hand());
    hidden.map(|(_, chance)| *chance).fold(0.0, f64::min)
}

#[cfg(test)]
mod tests {
    use super::super::samples::mark;
    use super::*;

    fn evidence(number: u8, kind: MarkKind, chance: f64) -> Evidence {
        Evidence { number: mark(number).number(), kind, chance }
    }

    fn named(findings: &[Finding]) -> Vec<MarkNumber> {
        findings.iter().map(|finding| finding.number).collect()
    }

    #[test]
    fn a_code_that_anybody_could_have_written_there_is_never_certain() {
        let Verdict::Likely(found) = judge(&[evidence(1, MarkKind::Code, -80.0)]) else { panic!("certain") };
        assert_eq!(named(&found), [mark(1).number()]);
    }

    #[test]
    fn a_hidden_mark_outweighs_a_code_that_names_another() {
        let verdict = judge(&[evidence(1, MarkKind::Code, -80.0), evidence(2, MarkKind::Text, -40.0)]);
        let Verdict::Certain(found) = verdict else { panic!("{verdict:?}") };
        assert_eq!(named(&found), [mark(2).number()]);
    }

    #[test]
    fn what_is_put_together_of_two_downloads_names_both() {
        let verdict = judge(&[
            evidence(1, MarkKind::Text, -40.0),
            evidence(2, MarkKind::Text, -50.0),
            evidence(2, MarkKind::Pattern, -20.0),
        ]);
        let Verdict::Certain(found) = verdict else { panic!("{verdict:?}") };
        assert_eq!(named(&found), [mark(2).number(), mark(1).number()]);
        assert_eq!(found[0].marks, [(MarkKind::Text, -50.0), (MarkKind::Pattern, -20.0)]);
    }

    #[test]
    fn a_weak_agreement_is_a_hint_or_nothing() {
        assert!(matches!(judge(&[evidence(1, MarkKind::Text, -31.9)]), Verdict::Likely(_)));
        assert_eq!(judge(&[evidence(1, MarkKind::Text, -9.9)]), Verdict::Nothing);
        assert_eq!(judge(&[]), Verdict::Nothing);
    }
}
