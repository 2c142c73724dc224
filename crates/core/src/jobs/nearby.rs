use super::kept::or_kept;
use crate::Core;
use crate::call::with_body;
use crate::ports::{Accuracy, Method, StoreError, StoreResult};
use std::collections::HashMap;
use std::sync::PoisonError;
use zhitu_contract::jobs::{
    JobCard, JobsNearby, JobsNearbyView, JobsSearchRequest, JobsSearchResponse, JobsSort, NearCell, NearbyJob,
};
use zhitu_contract::{Error, ErrorCode, Result};
use zhitu_domain::id::JobId;
use zhitu_domain::job::words;
use zhitu_domain::permission::Purpose;
use zhitu_domain::place::nearby::{NearbyOrder, PageError, PageItem, Step};
use zhitu_domain::place::{Point, gazetteer, position};
use zhitu_domain::record::{Consent, DataField, Disclosure, Handover, Recipient};

/// The radii that can be asked for: few, so that the radius says little.
const RADII_KM: [u16; 4] = [1, 3, 5, 10];

/// Jobs at the most.
const MOST: usize = 300;

/// Jobs in one answer of the server at the most.
const PAGE: u32 = 100;

/// What was found, nearest first.
struct Found {
    jobs: Vec<NearbyJob>,
    more: bool,
    kept: bool,
}

impl Core {
    /// Jobs round the device, nearest first. What leaves it is the cell and the radius, without a token; what comes
    /// back is measured here (R6, S-LOC-01). Neither remembered among the searches nor kept: that would be a trail. While
    /// the server cannot be reached, jobs that searches by hand brought are measured.
    pub async fn jobs_nearby(&self, nearby: JobsNearby) -> Result<JobsNearbyView> {
        if !RADII_KM.contains(&nearby.radius_km) {
            return Err(Error::field("radius_km", "out_of_range"));
        }
        let accuracy = if nearby.exact { Accuracy::Exact } else { Accuracy::Coarse };
        let located = self.location(Purpose::NearbyJobs, accuracy).await?;
        let here = located.fix.point;
        let order =
            NearbyOrder::new(here, f64::from(nearby.radius_km)).ok_or(ErrorCode::LocationUnavailable)?;
        let cell = order.cell();
        let answer = self.nearby_search(&nearby, here, order.clone()).await;
        let found = or_kept(answer, self.nearby_kept(&nearby, here, order)).await?;
        let mut seen = self.seen_jobs.lock().unwrap_or_else(PoisonError::into_inner);
        for near in &found.jobs {
            seen.remember_nearby(&near.job);
        }
        drop(seen);
        Ok(JobsNearbyView {
            jobs: found.jobs,
            more: found.more,
            place: gazetteer::nearest(here).map(|place| place.id),
            accuracy_m: located.fix.accuracy_m,
            located_at: located.read_at,
            cell,
            kept: found.kept,
        })
    }

    /// Asks the server, page by page, as far as the order needs it.
    async fn nearby_search(
        &self,
        nearby: &JobsNearby,
        here: Point,
        mut order: NearbyOrder<JobId>,
    ) -> Result<Found> {
        let mut request = JobsSearchRequest {
            text: nearby.text.clone(),
            near_cell: Some(NearCell { cell: order.cell(), radius_km: nearby.radius_km }),
            sort: JobsSort::Distance,
            limit: PAGE,
            ..JobsSearchRequest::default()
        };
        let mut cards = HashMap::new();
        let mut jobs = Vec::new();
        let more = loop {
            match order.step() {
                Step::Item(_) if jobs.len() == MOST => break true,
                Step::Item(item) => {
                    if let Some((card, point)) = cards.remove(&item.id) {
                        jobs.push(near(card, point, item.distance_km, here));
                    }
                }
                Step::End => break false,
                Step::PageNeeded => {
                    let page = self.nearby_page(&request).await?;
                    let last = page.jobs.len() < PAGE as usize;
                    request.offset += PAGE;
                    let candidates = page.jobs.into_iter().filter_map(|card| candidate(card, &mut cards));
                    order.page_add(candidates.collect::<Vec<_>>(), last).map_err(incompatible)?;
                }
            }
        };
        Ok(Found { jobs, more, kept: false })
    }

    /// The same of what is kept: one page that the device's own index answers.
    async fn nearby_kept(
        &self,
        nearby: &JobsNearby,
        here: Point,
        mut order: NearbyOrder<JobId>,
    ) -> StoreResult<Option<Found>> {
        let words = words(&nearby.text);
        let round = self.kept_round(order.cell().centre(), order.centre_radius_km(), &words).await?;
        let points: HashMap<_, _> = round.iter().map(|(job, point, _)| (*job, *point)).collect();
        let mut page: Vec<_> =
            round.into_iter().map(|(id, point, centre_km)| PageItem { id, point, centre_km }).collect();
        page.sort_unstable_by(|one, other| one.centre_km.total_cmp(&other.centre_km));
        if let Err(error) = order.page_add(page, true) {
            return Err(StoreError::Unavailable(error.to_string()));
        }
        let mut distances = HashMap::new();
        let mut ids = Vec::new();
        let more = loop {
            match order.step() {
                Step::Item(_) if ids.len() == MOST => break true,
                Step::Item(item) => {
                    ids.push(item.id);
                    distances.insert(item.id, item.distance_km);
                }
                Step::End | Step::PageNeeded => break false,
            }
        };
        let cards = self.store.kept_jobs_get(&ids).await?.into_iter();
        let jobs: Vec<_> = cards
            .filter_map(|card| {
                let (point, km) = (*points.get(&card.id)?, *distances.get(&card.id)?);
                Some(near(card, point, km, here))
            })
            .collect();
        Ok((!jobs.is_empty()).then_some(Found { jobs, more, kept: true }))
    }

    async fn nearby_page(&self, request: &JobsSearchRequest) -> Result<JobsSearchResponse> {
        let disclosure = Disclosure {
            fields: vec![DataField::LocationCell],
            to: Recipient::Platform,
            handover: Handover::NearbyJobs,
            consent: Consent::Permission,
        };
        self.call_open(with_body(Method::Post, "/api/jobs/search", request, disclosure)?).await
    }
}

fn near(card: JobCard, point: Point, distance_km: f64, here: Point) -> NearbyJob {
    let job = JobCard { distance_km: Some(distance_km), ..card };
    NearbyJob { job, bearing_deg: here.bearing_deg(point) }
}

fn incompatible(error: PageError) -> Error {
    Error::with_message(ErrorCode::ServerIncompatible, error.to_string())
}

/// A result as the order takes it; its card is kept for when its turn comes.
fn candidate(card: JobCard, cards: &mut HashMap<JobId, (JobCard, Point)>) -> Option<PageItem<JobId>> {
    let point = position(card.point, card.place)?;
    let candidate = PageItem { id: card.id, point, centre_km: card.distance_km? };
    cards.insert(card.id, (card, point));
    Some(candidate)
}
