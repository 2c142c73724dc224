//! Jobs that were seen, kept on the device for when the server cannot be reached.
//!
//! Kept are the cards that searches by hand brought and the postings that were opened. What only `jobs_nearby` brought is
//! not: with its time it would be a trail of where the person was (R6). An answer is the server's or the device's, never
//! of both, and says which.

use crate::Core;
use crate::ports::StoreResult;
use std::cmp::{Ordering, Reverse};
use std::collections::HashMap;
use std::sync::PoisonError;
use std::sync::atomic;
use zhitu_contract::jobs::{
    Count, Job, JobCard, JobsFacets, JobsSearchRequest, JobsSearchView, JobsSort, Near,
};
use zhitu_contract::{ErrorCode, Result};
use zhitu_domain::id::JobId;
use zhitu_domain::job::{Education, EmploymentType, Experience, folded, words};
use zhitu_domain::place::{Bounds, Point, gazetteer};

/// What is to be kept.
pub(super) enum Seen {
    Cards(Vec<JobCard>),
    Opened(Box<(Job, JobCard)>),
    /// The server has it no longer.
    Gone(JobId),
}

/// The server's answer; what the device kept, if there is any, where the server cannot be reached.
pub(super) async fn or_kept<T>(
    answer: Result<T>,
    kept: impl Future<Output = StoreResult<Option<T>>>,
) -> Result<T> {
    match answer {
        Err(offline) if offline.code == ErrorCode::Offline => match kept.await {
            Ok(kept) => kept.ok_or(offline),
            Err(error) => {
                tracing::warn!(%error, "kept jobs cannot be read");
                Err(offline)
            }
        },
        answer => answer,
    }
}

impl Core {
    /// How often what was seen has been wiped: to be read before the server is asked.
    pub(super) fn wipes(&self) -> u64 {
        self.wipes.load(atomic::Ordering::SeqCst)
    }

    /// Keeps what the server answered, beside the answer: a list does not wait for the disk. `wipes` is as it was when
    /// the server was asked: what was wiped since does not come back.
    pub(super) fn keep_seen(&self, seen: Seen, wipes: u64) {
        let Some(core) = self.me.upgrade() else { return };
        let at = self.now();
        self.tasks.spawn(async move {
            let _leave = core.personal.read().await;
            if core.wipes() != wipes {
                return;
            }
            let kept = match seen {
                Seen::Cards(cards) => core.store.kept_jobs_put(&cards, at).await,
                Seen::Opened(opened) => core.store.kept_job_put(&opened.0, &opened.1, at).await,
                Seen::Gone(job) => core.store.kept_job_remove(job).await,
            };
            if let Err(error) = kept {
                tracing::warn!(%error, "what was seen is not kept");
            }
        });
    }

    /// Remembers cards for this run.
    pub(super) fn remember<'a>(&self, cards: impl IntoIterator<Item = &'a JobCard>) {
        let mut seen = self.seen_jobs.lock().unwrap_or_else(PoisonError::into_inner);
        cards.into_iter().for_each(|card| seen.remember(card));
    }

    /// Kept jobs that a search finds, as the server would order them, but for the relevance: a job whose title has all
    /// the words comes first. `None` where nothing fits.
    pub(super) async fn kept_search(
        &self,
        request: &JobsSearchRequest,
    ) -> StoreResult<Option<JobsSearchView>> {
        let words = words(&request.text);
        let mut jobs = match request.near {
            None => self.store.kept_jobs(&words).await?,
            Some(near) => {
                let Some(place) = gazetteer::get(near.place) else { return Ok(None) };
                // As far as radii are counted, also where a smaller one is asked for.
                let reach_km = RADII_KM.into_iter().fold(near.radius_km, u16::max);
                let within = self.kept_round(place.point, f64::from(reach_km), &words).await?;
                self.kept_cards(&within).await?
            }
        };
        let total = count(&jobs, request);
        if total == 0 {
            return Ok(None);
        }
        let facets = facets(&jobs, request);
        jobs.retain(|card| fits(card, request));
        order(&mut jobs, request.sort, &words);
        let jobs = jobs.into_iter().skip(request.offset as usize).take(request.limit as usize).collect();
        Ok(Some(JobsSearchView { jobs, total, facets, kept: true }))
    }

    /// Kept jobs in a circle, with their positions and kilometres from its centre, in any order.
    pub(super) async fn kept_round(
        &self,
        centre: Point,
        radius_km: f64,
        words: &[String],
    ) -> StoreResult<Vec<(JobId, Point, f64)>> {
        let within = self.store.kept_jobs_within(Bounds::around(centre, radius_km), words).await?;
        let measured = within.into_iter().map(|(job, point)| (job, point, centre.distance_km(point)));
        Ok(measured.filter(|(_, _, km)| *km <= radius_km).collect())
    }

    async fn kept_cards(&self, within: &[(JobId, Point, f64)]) -> StoreResult<Vec<JobCard>> {
        let ids: Vec<_> = within.iter().map(|(job, ..)| *job).collect();
        let distances: HashMap<_, _> = within.iter().map(|(job, _, km)| (*job, *km)).collect();
        let cards = self.store.kept_jobs_get(&ids).await?.into_iter();
        Ok(cards.map(|card| JobCard { distance_km: distances.get(&card.id).copied(), ..card }).collect())
    }
}

/// The radii and the monthly salaries, in fen of renminbi, that [`JobsFacets`] counts.
const RADII_KM: [u16; 7] = [1, 3, 5, 10, 25, 50, 100];
const SALARIES_FEN: [i64; 7] = [0, 500_000, 1_000_000, 1_500_000, 2_000_000, 3_000_000, 5_000_000];

fn count(jobs: &[JobCard], request: &JobsSearchRequest) -> u32 {
    u32::try_from(jobs.iter().filter(|card| fits(card, request)).count()).unwrap_or(u32::MAX)
}

/// What each choice of a filter would leave in its place.
fn facets(jobs: &[JobCard], request: &JobsSearchRequest) -> JobsFacets {
    fn each<T: Copy>(
        values: impl IntoIterator<Item = T>,
        jobs: &[JobCard],
        chosen: impl Fn(T) -> JobsSearchRequest,
    ) -> Vec<Count<T>> {
        values.into_iter().map(|value| Count { value, count: count(jobs, &chosen(value)) }).collect()
    }
    let asked = || request.clone();
    JobsFacets {
        experience: each(Experience::ALL.iter().copied(), jobs, |value| JobsSearchRequest {
            experience: vec![value],
            ..asked()
        }),
        education: each(Education::ALL.iter().copied(), jobs, |value| JobsSearchRequest {
            education: vec![value],
            ..asked()
        }),
        employment_type: each(EmploymentType::ALL.iter().copied(), jobs, |value| JobsSearchRequest {
            employment_type: vec![value],
            ..asked()
        }),
        salary_min: each(SALARIES_FEN, jobs, |value| JobsSearchRequest {
            salary_min: Some(value),
            ..asked()
        }),
        radius_km: request.near.map_or_else(Vec::new, |near| {
            each(RADII_KM, jobs, |radius_km| JobsSearchRequest {
                near: Some(Near { radius_km, ..near }),
                ..asked()
            })
        }),
        remote: count(jobs, &JobsSearchRequest { remote: true, ..asked() }),
    }
}

/// Whether a card passes the filters.
fn fits(card: &JobCard, request: &JobsSearchRequest) -> bool {
    fn any<T: PartialEq>(wanted: &[T], is: &T) -> bool {
        wanted.is_empty() || wanted.contains(is)
    }
    let pays = |least: i64| least <= 0 || card.salary.is_some_and(|salary| salary.monthly_cny().1 >= least);
    let reaches = |near: Near| card.distance_km.is_some_and(|km| km <= f64::from(near.radius_km));
    request.salary_min.is_none_or(pays)
        && request.near.is_none_or(reaches)
        && any(&request.experience, &card.experience)
        && any(&request.education, &card.education)
        && any(&request.employment_type, &card.employment_type)
        && (card.remote || !request.remote)
}

fn order(jobs: &mut [JobCard], sort: JobsSort, words: &[String]) {
    let salary = |card: &JobCard| card.salary.map(|salary| salary.monthly_cny()).map(|(min, max)| (max, min));
    let km = |card: &JobCard| card.distance_km.unwrap_or(f64::INFINITY);
    let newest = |one: &JobCard, other: &JobCard| {
        other.posted_at.cmp(&one.posted_at).then_with(|| one.id.cmp(&other.id))
    };
    jobs.sort_unstable_by(newest);
    match sort {
        JobsSort::Relevance => jobs.sort_by_cached_key(|card| {
            let title = folded(&card.title);
            !words.iter().all(|word| title.contains(word))
        }),
        JobsSort::Date => {}
        JobsSort::Salary => jobs.sort_by_key(|card| Reverse(salary(card))),
        JobsSort::Distance => jobs.sort_by(|one, other| -> Ordering { km(one).total_cmp(&km(other)) }),
    }
}
