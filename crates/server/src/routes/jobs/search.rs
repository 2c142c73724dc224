use super::ask;
use crate::app::App;
use crate::extract::Body;
use crate::failure::{Answer, Failure};
use crate::routes::job_card::job_card;
use axum::Json;
use axum::extract::State;
use std::collections::HashMap;
use zhitu_contract::Error;
use zhitu_contract::jobs::{JobsSearchRequest, JobsSearchResponse, JobsSort};
use zhitu_domain::place::gazetteer;

/// Jobs by words, place and filters, with counts for the filters. No account is needed (S-AUTH-05, S-SRCH-01).
#[utoipa::path(
    post, path = "/api/jobs/search", tag = "jobs", request_body = JobsSearchRequest,
    responses((status = 200, body = JobsSearchResponse), (status = "default", body = Error))
)]
pub(super) async fn jobs_search(
    State(app): State<App>,
    Body(request): Body<JobsSearchRequest>,
) -> Answer<JobsSearchResponse> {
    check(&request)?;
    let hits = ask(&app, move |index| index.search(&request)).await?;
    let ids: Vec<_> = hits.jobs.iter().map(|(id, _)| *id).collect();
    let mut jobs: HashMap<_, _> =
        app.store.jobs_get(&ids).await?.into_iter().map(|job| (job.id, job)).collect();
    // The index may be a moment behind: a posting that is gone from the database is left out.
    let jobs =
        hits.jobs.iter().filter_map(|(id, distance)| Some(job_card(jobs.remove(id)?, *distance))).collect();
    Ok(Json(JobsSearchResponse { jobs, total: hits.total, facets: hits.facets }))
}

fn check(request: &JobsSearchRequest) -> Result<(), Failure> {
    let refused = |field: &str, problem: &str| Err(Failure(Error::field(field, problem)));
    if request.text.chars().count() > 200 {
        return refused("text", "too_long");
    }
    if !(1..=100).contains(&request.limit) {
        return refused("limit", "out_of_range");
    }
    if request.offset > 10_000 {
        return refused("offset", "out_of_range");
    }
    if request.salary_min.is_some_and(|least| !(0..=100_000_000_000).contains(&least)) {
        return refused("salary_min", "out_of_range");
    }
    if let Some(near) = request.near_cell {
        if request.near.is_some() {
            return refused("near_cell", "exclusive");
        }
        if !(1..=100).contains(&near.radius_km) {
            return refused("near_cell.radius_km", "out_of_range");
        }
    }
    match request.near {
        Some(near) if !(1..=500).contains(&near.radius_km) => refused("near.radius_km", "out_of_range"),
        Some(near) if gazetteer::get(near.place).is_none() => refused("near.place", "unknown"),
        None if request.sort == JobsSort::Distance && request.near_cell.is_none() => {
            refused("near", "missing")
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use zhitu_contract::jobs::{Near, NearCell};
    use zhitu_domain::place::{GeoCell, PlaceId, Point};

    #[test]
    fn what_is_out_of_bounds_is_named() {
        let good = JobsSearchRequest { limit: 20, ..JobsSearchRequest::default() };
        assert!(check(&good).is_ok());
        let field = |change: &dyn Fn(&mut JobsSearchRequest)| {
            let mut request = good.clone();
            change(&mut request);
            let detail = check(&request).err().and_then(|failure| failure.0.detail);
            detail.and_then(|detail| Some(detail.get("field")?.as_str()?.to_owned())).unwrap_or_default()
        };
        assert_eq!(field(&|request| request.limit = 0), "limit");
        assert_eq!(field(&|request| request.limit = 101), "limit");
        assert_eq!(field(&|request| request.offset = 10_001), "offset");
        assert_eq!(field(&|request| request.text = "职".repeat(201)), "text");
        assert_eq!(field(&|request| request.salary_min = Some(-1)), "salary_min");
        assert_eq!(field(&|request| request.sort = JobsSort::Distance), "near");
        let near = |place: u32, radius_km: u16| Some(Near { place: PlaceId(place), radius_km });
        assert_eq!(field(&|request| request.near = near(310_104, 0)), "near.radius_km");
        assert_eq!(field(&|request| request.near = near(310_104, 501)), "near.radius_km");
        assert_eq!(field(&|request| request.near = near(999_999, 5)), "near.place");
        assert_eq!(field(&|request| request.near = near(310_104, 5)), "");
        let cell = |radius_km: u16| {
            GeoCell::of(Point { lat: 31.2, lon: 121.4 }).map(|cell| NearCell { cell, radius_km })
        };
        assert_eq!(field(&|request| request.near_cell = cell(0)), "near_cell.radius_km");
        assert_eq!(field(&|request| request.near_cell = cell(101)), "near_cell.radius_km");
        assert_eq!(field(&|request| request.near_cell = cell(5)), "");
        let both = |request: &mut JobsSearchRequest| {
            (request.near, request.near_cell) = (near(310_104, 5), cell(5));
        };
        assert_eq!(field(&both), "near_cell");
    }
}
