//! The index of résumés against a naive scan that shares no code with it: total, every count, and the whole order, over
//! random markets and questions, with résumés replaced and removed between commits. And against an index that has only
//! those who may be found: who may not be found makes no difference at all.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "resume_oracle/market.rs"]
mod market;
#[path = "resume_oracle/scan.rs"]
mod scan;

use market::{Resume, questions, resume};
use proptest::prelude::*;
use std::collections::BTreeMap;
use zhitu_domain::id::ResumeId;
use zhitu_search::Storage;
use zhitu_search::resume::{ResumeChange, ResumeIndex, ResumesQuery};

type Batch = Vec<(Resume, u8)>;

fn put(resume: &Resume) -> ResumeChange {
    ResumeChange::Put {
        resume: resume.id,
        setting: resume.setting,
        terms: resume.terms.clone(),
        at: resume.at,
    }
}

/// The index after all batches, and what must be in it.
fn filled(batches: Vec<Batch>) -> (ResumeIndex, BTreeMap<ResumeId, Resume>) {
    let index = ResumeIndex::open(&Storage::Memory).unwrap();
    let mut resumes: BTreeMap<ResumeId, Resume> = BTreeMap::new();
    for batch in batches {
        let mut changes = Vec::new();
        for (resume, fate) in batch {
            if fate < 30 {
                changes.push(ResumeChange::Remove(resume.id));
                resumes.remove(&resume.id);
            } else {
                changes.push(put(&resume));
                resumes.insert(resume.id, resume);
            }
        }
        index.apply(&changes).unwrap();
    }
    (index, resumes)
}

fn check(batches: Vec<Batch>, questions: &[ResumesQuery]) -> Result<(), TestCaseError> {
    let (index, resumes) = filled(batches);
    prop_assert_eq!(index.len(), resumes.len() as u64);
    for query in questions {
        let all: Vec<&Resume> = resumes.values().filter(|resume| scan::visible(resume, query)).collect();
        let found = index.search(query).unwrap();
        let expected = scan::answer(&all, query);
        prop_assert_eq!(found.total, expected.total, "{:?}", query);
        prop_assert_eq!(&found.facets, &expected.facets, "{:?}", query);
        prop_assert_eq!(&found.hits, &expected.hits, "{:?}", query);
        for typed in ["ja", "工具", "gongcheng", "师"] {
            for suggestion in index.suggest(typed, &query.settings, &query.without, 12) {
                prop_assert_eq!(suggestion.count, scan::carriers(&all, &suggestion), "{:?}", suggestion);
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    /// S-REC-08
    #[test]
    fn the_index_answers_as_a_naive_scan_does(
        batches in prop::collection::vec(prop::collection::vec((resume(60), any::<u8>()), 1..40), 1..4),
        questions in questions(60, 16),
    ) {
        check(batches, &questions)?;
    }

    /// S-VIS-02, S-VIS-04, S-VIS-08: whoever may not be found changes neither total nor counts, neither order nor
    /// suggestions.
    #[test]
    fn those_who_may_not_be_found_make_no_difference(
        batches in prop::collection::vec(prop::collection::vec((resume(60), any::<u8>()), 1..40), 1..4),
        questions in questions(60, 4),
    ) {
        let (index, resumes) = filled(batches);
        for query in &questions {
            let visible = |resume: &&Resume| scan::visible(resume, query);
            let changes: Vec<ResumeChange> = resumes.values().filter(visible).map(put).collect();
            let only = ResumeIndex::open(&Storage::Memory).unwrap();
            only.apply(&changes).unwrap();
            prop_assert_eq!(index.search(query).unwrap(), only.search(query).unwrap(), "{:?}", query);
            for typed in ["j", "ja", "工具", "gongcheng", "师"] {
                let suggest = |index: &ResumeIndex| index.suggest(typed, &query.settings, &query.without, 8);
                prop_assert_eq!(suggest(&index), suggest(&only), "{:?}", query);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2, max_shrink_iters: 64, ..ProptestConfig::default() })]

    /// S-REC-08: more than are kept while a search goes on, and more blocks than most companies will ever have.
    #[test]
    fn the_index_answers_as_a_naive_scan_does_for_thousands(
        batches in prop::collection::vec(prop::collection::vec((resume(4_000), any::<u8>()), 1_500..2_000), 2),
        questions in questions(4_000, 8),
    ) {
        check(batches, &questions)?;
    }
}
