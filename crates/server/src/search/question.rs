//! A request as the index is asked, and its counts as they are answered.

use crate::index::IndexError;
use zhitu_contract::jobs::{Count, JobsFacets, JobsSearchRequest, JobsSort};
use zhitu_domain::place::gazetteer;
use zhitu_search::{Facets, JobsQuery, Near, Sort};

pub(super) fn of(request: &JobsSearchRequest) -> Result<JobsQuery, IndexError> {
    let near = match (request.near, request.near_cell) {
        (None, None) => None,
        (None, Some(near)) => Some(Near {
            centre: near.cell.centre(),
            radius_km: near.cell.centre_radius_km(f64::from(near.radius_km)),
        }),
        (Some(near), _) => {
            let place = gazetteer::get(near.place).ok_or_else(|| IndexError("unknown place".to_owned()))?;
            Some(Near { centre: place.point, radius_km: f64::from(near.radius_km) })
        }
    };
    Ok(JobsQuery {
        text: request.text.clone(),
        near,
        salary_min: request.salary_min,
        experience: request.experience.clone(),
        education: request.education.clone(),
        employment_type: request.employment_type.clone(),
        remote: request.remote,
        sort: match request.sort {
            JobsSort::Relevance => Sort::Relevance,
            JobsSort::Date => Sort::Date,
            JobsSort::Salary => Sort::Salary,
            JobsSort::Distance => Sort::Distance,
        },
        offset: request.offset as usize,
        limit: request.limit as usize,
    })
}

fn counts<T>(counts: Vec<(T, u32)>) -> Vec<Count<T>> {
    counts.into_iter().map(|(value, count)| Count { value, count }).collect()
}

pub(super) fn facets(facets: Facets) -> JobsFacets {
    JobsFacets {
        experience: counts(facets.experience),
        education: counts(facets.education),
        employment_type: counts(facets.employment_type),
        salary_min: counts(facets.salary_min),
        radius_km: counts(facets.radius_km),
        remote: facets.remote,
    }
}
