use super::hit;
use crate::app::App;
use crate::extract::{Body, ResumeViewer};
use crate::failure::{Answer, Failure};
use crate::visibility::{cards, decisions, not_for, settings_for};
use axum::Json;
use axum::extract::State;
use std::sync::Arc;
use zhitu_contract::jobs::Count;
use zhitu_contract::resumes::{ResumeHit, ResumesFacets, ResumesSearchRequest, ResumesSearchResponse};
use zhitu_contract::{Error, ErrorCode};
use zhitu_domain::resume::visibility::Action;
use zhitu_search::resume::{ResumeFacets, ResumesFound, ResumesQuery};

/// Finds résumés by job terms (S-REC-08).
///
/// What this viewer does not find plays no part in it, the numbers included (I3): the index is asked for the settings
/// that the table names, without those who block the company, and without those of whom it does not know the latest.
/// Each hit is decided once more from the database.
#[utoipa::path(
    post, path = "/api/recruiter/resumes/search", tag = "resumes", security(("session" = [])),
    request_body = ResumesSearchRequest,
    responses((status = 200, body = ResumesSearchResponse), (status = "default", body = Error))
)]
pub(super) async fn resumes_search(
    State(app): State<App>,
    viewer: ResumeViewer,
    Body(request): Body<ResumesSearchRequest>,
) -> Answer<ResumesSearchResponse> {
    viewer.require_company()?;
    check(&request)?;
    Ok(Json(search(&app, &viewer, request).await?))
}

/// What a viewer finds; the request has been checked.
pub(crate) async fn search(
    app: &App,
    viewer: &ResumeViewer,
    request: ResumesSearchRequest,
) -> Result<ResumesSearchResponse, Failure> {
    let query = ResumesQuery {
        text: request.text,
        industries: Some(request.industry).filter(|text| !text.trim().is_empty()).into_iter().collect(),
        skills: request.skills,
        years_min: request.years_min,
        years_max: request.years_max,
        degree_min: request.degree_min,
        places: request.places,
        settings: settings_for(viewer, Action::Searchable),
        without: not_for(app, viewer).await?,
        offset: request.offset as usize,
        limit: request.limit as usize,
        ..ResumesQuery::default()
    };
    let found = find(app, query).await?;
    let decisions = decisions(app, viewer, &found.hits).await?;
    let mut cards = cards(app, decisions.values()).await?;
    let hits: Vec<ResumeHit> = found
        .hits
        .iter()
        .filter_map(|resume| Some(hit(app, decisions.get(resume)?, cards.remove(resume)?)))
        .collect();
    // Changed while this was on its way.
    let gone = u32::try_from(found.hits.len() - hits.len()).unwrap_or(u32::MAX);
    Ok(ResumesSearchResponse { total: found.total.saturating_sub(gone), hits, facets: facets(found.facets) })
}

/// Asks the index, on a thread for that.
pub(crate) async fn find(app: &App, query: ResumesQuery) -> Result<ResumesFound, Failure> {
    let index = app.resumes.clone().ok_or(ErrorCode::Unavailable)?;
    let found = tokio::task::spawn_blocking(move || Arc::as_ref(&index).search(&query)).await;
    found.map_err(|error| Failure::internal(&error))?.map_err(|error| Failure::internal(&error))
}

/// Fails with the field that is out of bounds.
pub(crate) fn check(request: &ResumesSearchRequest) -> Result<(), Failure> {
    let refused = |field: &str, problem: &str| Err(Failure(Error::field(field, problem)));
    if request.text.chars().count() > 200 {
        return refused("text", "too_long");
    }
    if request.industry.chars().count() > 60 {
        return refused("industry", "too_long");
    }
    if request.skills.len() > 20 {
        return refused("skills", "too_many");
    }
    if request.skills.iter().any(|skill| skill.chars().count() > 40) {
        return refused("skills", "too_long");
    }
    if request.places.len() > 20 {
        return refused("places", "too_many");
    }
    if !(1..=100).contains(&request.limit) {
        return refused("limit", "out_of_range");
    }
    if request.offset > 10_000 {
        return refused("offset", "out_of_range");
    }
    Ok(())
}

fn facets(facets: ResumeFacets) -> ResumesFacets {
    fn counts<T>(counts: Vec<(T, u32)>) -> Vec<Count<T>> {
        counts.into_iter().map(|(value, count)| Count { value, count }).collect()
    }
    ResumesFacets {
        years: facets.years.into_iter().map(|(band, count)| Count { value: band.min, count }).collect(),
        degree_min: counts(facets.degree_min),
        places: counts(facets.places),
        industries: counts(facets.industries),
        skills: counts(facets.skills),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_out_of_bounds_is_named() {
        let good = ResumesSearchRequest { limit: 20, ..ResumesSearchRequest::default() };
        assert!(check(&good).is_ok());
        let field = |change: &dyn Fn(&mut ResumesSearchRequest)| {
            let mut request = good.clone();
            change(&mut request);
            let detail = check(&request).err().and_then(|failure| failure.0.detail);
            detail.and_then(|detail| Some(detail.get("field")?.as_str()?.to_owned())).unwrap_or_default()
        };
        assert_eq!(field(&|request| request.limit = 0), "limit");
        assert_eq!(field(&|request| request.limit = 101), "limit");
        assert_eq!(field(&|request| request.offset = 10_001), "offset");
        assert_eq!(field(&|request| request.text = "职".repeat(201)), "text");
        assert_eq!(field(&|request| request.industry = "业".repeat(61)), "industry");
        assert_eq!(field(&|request| request.skills = vec![String::new(); 21]), "skills");
        assert_eq!(field(&|request| request.skills = vec!["技".repeat(41)]), "skills");
        assert_eq!(field(&|request| request.places = vec![zhitu_domain::place::PlaceId(1); 21]), "places");
    }
}
