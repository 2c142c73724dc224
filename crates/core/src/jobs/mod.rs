//! Finding jobs, without an account (S-AUTH-05); keeping them; the searches that were made.

mod favourite_set;
mod favourites_list;
mod kept;
mod nearby;
mod search;
mod search_history_delete;
mod search_history_list;
mod show;
mod suggest;

use crate::call::request;
use crate::ports::{ApiRequest, Method};
use std::collections::{HashMap, HashSet, VecDeque};
use zhitu_contract::jobs::JobCard;
use zhitu_domain::id::JobId;
use zhitu_domain::record::{Consent, DataField, Disclosure, Handover, Recipient};

/// The request that keeps a job with the account, or no longer does.
fn favourite(method: Method, job: JobId) -> ApiRequest {
    let disclosure = Disclosure {
        fields: vec![DataField::JobInterest],
        to: Recipient::Platform,
        handover: Handover::Favourite,
        consent: Consent::Act,
    };
    ApiRequest { discloses: Some(disclosure), ..request(method, format!("/api/favourites/{job}")) }
}

/// Cards of the last jobs seen in this run.
#[derive(Default)]
pub(crate) struct SeenJobs {
    cards: HashMap<JobId, JobCard>,
    order: VecDeque<JobId>,
    /// Seen round the device only: opening one keeps nothing on the disk (R6).
    of_nearby: HashSet<JobId>,
}

const SEEN_JOBS: usize = 1_000;

impl SeenJobs {
    /// Remembers a card that was found by hand. The distance is of the moment's search and is left out.
    fn remember(&mut self, card: &JobCard) {
        self.of_nearby.remove(&card.id);
        self.put(card);
    }

    /// Remembers a card that was found round the device.
    fn remember_nearby(&mut self, card: &JobCard) {
        if !self.cards.contains_key(&card.id) {
            self.of_nearby.insert(card.id);
        }
        self.put(card);
    }

    fn put(&mut self, card: &JobCard) {
        if self.cards.insert(card.id, JobCard { distance_km: None, ..card.clone() }).is_none() {
            self.order.push_back(card.id);
            if self.order.len() > SEEN_JOBS
                && let Some(oldest) = self.order.pop_front()
            {
                self.cards.remove(&oldest);
                self.of_nearby.remove(&oldest);
            }
        }
    }

    fn get(&self, job: JobId) -> Option<JobCard> {
        self.cards.get(&job).cloned()
    }

    fn is_of_nearby(&self, job: JobId) -> bool {
        self.of_nearby.contains(&job)
    }
}
