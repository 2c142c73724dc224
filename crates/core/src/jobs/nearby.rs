use crate::Core;
use crate::call::with_body;
use crate::ports::{Accuracy, Method};
use std::collections::HashMap;
use std::sync::PoisonError;
use zhitu_contract::jobs::{
    JobCard, JobsNearby, JobsNearbyView, JobsSearchRequest, JobsSearchResponse, JobsSort, NearCell, NearbyJob,
};
use zhitu_contract::{Error, ErrorCode, Result};
use zhitu_domain::id::JobId;
use zhitu_domain::permission::Purpose;
use zhitu_domain::place::nearby::{NearbyOrder, PageItem, Step};
use zhitu_domain::place::{Point, gazetteer, position};
use zhitu_domain::record::{Consent, DataField, Disclosure, Handover, Recipient};

/// The radii that can be asked for: few, so that the radius says little.
const RADII_KM: [u16; 4] = [1, 3, 5, 10];

/// Jobs at the most.
const MOST: usize = 300;

/// Jobs in one answer of the server at the most.
const PAGE: u32 = 100;

impl Core {
    /// Jobs round the device, nearest first. What leaves it is the cell and the radius, without a token; what comes
    /// back is measured here (R6, S-LOC-01). Not remembered among the searches: that would be a trail.
    pub async fn jobs_nearby(&self, nearby: JobsNearby) -> Result<JobsNearbyView> {
        if !RADII_KM.contains(&nearby.radius_km) {
            return Err(Error::field("radius_km", "out_of_range"));
        }
        let accuracy = if nearby.exact { Accuracy::Exact } else { Accuracy::Coarse };
        let located = self.location(Purpose::NearbyJobs, accuracy).await?;
        let here = located.fix.point;
        let mut order =
            NearbyOrder::new(here, f64::from(nearby.radius_km)).ok_or(ErrorCode::LocationUnavailable)?;
        let cell = order.cell();
        let mut request = JobsSearchRequest {
            text: nearby.text,
            near_cell: Some(NearCell { cell, radius_km: nearby.radius_km }),
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
                        let job = JobCard { distance_km: Some(item.distance_km), ..card };
                        jobs.push(NearbyJob { job, bearing_deg: here.bearing_deg(point) });
                    }
                }
                Step::End => break false,
                Step::PageNeeded => {
                    let page = self.nearby_page(&request).await?;
                    let last = page.jobs.len() < PAGE as usize;
                    request.offset += PAGE;
                    let candidates = page.jobs.into_iter().filter_map(|card| candidate(card, &mut cards));
                    order.page_add(candidates.collect::<Vec<_>>(), last).map_err(|error| {
                        Error::with_message(ErrorCode::ServerIncompatible, error.to_string())
                    })?;
                }
            }
        };
        let mut seen = self.seen_jobs.lock().unwrap_or_else(PoisonError::into_inner);
        for near in &jobs {
            seen.remember(&near.job);
        }
        drop(seen);
        Ok(JobsNearbyView {
            jobs,
            more,
            place: gazetteer::nearest(here).map(|place| place.id),
            accuracy_m: located.fix.accuracy_m,
            located_at: located.read_at,
            cell,
        })
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

/// A result as the order takes it; its card is kept for when its turn comes.
fn candidate(card: JobCard, cards: &mut HashMap<JobId, (JobCard, Point)>) -> Option<PageItem<JobId>> {
    let point = position(card.point, card.place)?;
    let candidate = PageItem { id: card.id, point, centre_km: card.distance_km? };
    cards.insert(card.id, (card, point));
    Some(candidate)
}
