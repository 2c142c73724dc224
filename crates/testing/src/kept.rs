//! Kept jobs in memory.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use zhitu_contract::jobs::{Job, JobCard};
use zhitu_core::ports::KEPT_JOBS;
use zhitu_domain::id::JobId;
use zhitu_domain::job::{JobState, folded};
use zhitu_domain::place::{Bounds, Point, position};
use zhitu_domain::time::Timestamp;

#[derive(Default)]
pub(crate) struct KeptJobs(HashMap<JobId, Kept>);

struct Kept {
    card: JobCard,
    posting: Option<Job>,
    open: bool,
    seen_at: Timestamp,
}

impl KeptJobs {
    pub(crate) fn put(&mut self, card: &JobCard, opened: Option<&Job>, at: Timestamp) {
        let before = self.0.remove(&card.id).and_then(|kept| kept.posting);
        let kept = Kept {
            card: JobCard { distance_km: None, ..card.clone() },
            posting: opened.cloned().or(before),
            open: opened.is_none_or(|job| job.state == JobState::Open),
            seen_at: at,
        };
        self.0.insert(card.id, kept);
        if self.0.len() > KEPT_JOBS
            && let Some(oldest) = self.0.values().min_by_key(|kept| kept.seen_at).map(|kept| kept.card.id)
        {
            self.0.remove(&oldest);
        }
    }

    pub(crate) fn remove(&mut self, job: JobId) {
        self.0.remove(&job);
    }

    pub(crate) fn show(&self, job: JobId) -> Option<Job> {
        self.0.get(&job)?.posting.clone()
    }

    fn open(&self) -> impl Iterator<Item = &JobCard> {
        self.0.values().filter(|kept| kept.open).map(|kept| &kept.card)
    }

    pub(crate) fn find<'a>(&'a self, words: &'a [String]) -> impl Iterator<Item = &'a JobCard> {
        self.open().filter(|card| {
            let (title, company) = (folded(&card.title), folded(&card.company));
            words.iter().all(|word| title.contains(word) || company.contains(word))
        })
    }

    pub(crate) fn within(&self, bounds: Bounds, words: &[String]) -> Vec<(JobId, Point)> {
        self.find(words)
            .filter_map(|card| Some((card.id, position(card.point, card.place)?)))
            .filter(|(_, point)| bounds.contains(*point))
            .collect()
    }

    pub(crate) fn get(&self, jobs: &[JobId]) -> Vec<JobCard> {
        jobs.iter().filter_map(|job| Some(self.0.get(job)?.card.clone())).collect()
    }

    pub(crate) fn names(&self, name: fn(&JobCard) -> &str, text: &str, limit: u32) -> Vec<(String, u32)> {
        let mut names = BTreeMap::<String, (String, u32)>::new();
        for name in self.open().map(name).filter(|name| folded(name).contains(text)) {
            let (shown, count) = names.entry(folded(name)).or_insert_with(|| (name.to_owned(), 0));
            *count += 1;
            if name < shown.as_str() {
                name.clone_into(shown);
            }
        }
        let mut names: Vec<_> = names.into_iter().collect();
        names.sort_by_key(|(folded, (_, count))| (!folded.starts_with(text), Reverse(*count)));
        names.into_iter().take(limit as usize).map(|(_, shown)| shown).collect()
    }
}
