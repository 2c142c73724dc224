use crate::app::App;
use crate::extract::{Path, ResumeViewer};
use crate::failure::{Answer, Failure};
use crate::routes::resumes::{find, hit};
use crate::visibility::{Decision, applications_for, cards, decisions, not_for, settings_for};
use axum::Json;
use axum::extract::State;
use std::collections::HashSet;
use zhitu_contract::recommendations::{RECOMMENDATIONS_MAX, Recommendation};
use zhitu_contract::{Error, ErrorCode};
use zhitu_domain::id::{AccountId, JobId, ResumeId};
use zhitu_domain::job::JobContent;
use zhitu_domain::recommendation::{city, least_degree, least_years, matches, plain_title, suits};
use zhitu_domain::resume::visibility::Action;
use zhitu_search::resume::{LIMIT, ResumesQuery};

/// How many that may be offered are weighed for each question.
const WEIGHED: usize = 100;
/// How many pages of the index are gone through for them, so that a question always ends.
const PAGES: usize = 10;
/// How many of a posting's tags are asked about.
const TAGS: usize = 8;

/// Who suits a posting of the company, best first, with the reasons (S-RECO-02).
///
/// Only those are looked among who may be offered unasked: the index is asked for the settings that the table names,
/// never L5, and each is decided from the database, where blocks and the seeker's switch are as they are now (I2).
#[utoipa::path(
    get, path = "/api/recruiter/jobs/{id}/recommendations", tag = "recommendations", security(("session" = [])),
    params(("id" = JobId, Path, description = "For which posting")),
    responses((status = 200, body = Vec<Recommendation>), (status = "default", body = Error))
)]
pub(super) async fn recommendations_list(
    State(app): State<App>,
    viewer: ResumeViewer,
    Path(id): Path<JobId>,
) -> Answer<Vec<Recommendation>> {
    viewer.require_company()?;
    let company = viewer.company().ok_or(ErrorCode::NotFound)?;
    let job = app.store.job_get(id).await?.filter(|job| job.company.id == company);
    let content = job.ok_or(ErrorCode::NotFound)?.content;
    let applied = applications_for(&app, company, id).await?;
    let applied: HashSet<AccountId> = applied.into_iter().map(|application| application.account).collect();

    let mut candidates: Vec<Decision> = Vec::new();
    let mut seen = HashSet::new();
    let without = not_for(&app, &viewer).await?;
    let settings = settings_for(&viewer, Action::Recommended);
    for question in questions(&content) {
        let query =
            ResumesQuery { settings: settings.clone(), without: without.clone(), limit: LIMIT, ..question };
        weigh(&app, &viewer, query, &mut seen, &mut candidates).await?;
    }
    candidates.retain(|decided| !applied.contains(&decided.standing.account));

    let mut cards = cards(&app, &candidates).await?;
    let mut weighed: Vec<(u32, Recommendation)> = candidates
        .iter()
        .filter_map(|decided| {
            let card = cards.remove(&decided.standing.resume)?;
            let matches = matches(&content, &card);
            let suits = suits(&matches);
            (suits > 0).then(|| (suits, Recommendation { hit: hit(&app, decided, card), matches }))
        })
        .collect();
    // Of equals the index's order stays.
    weighed.sort_by_key(|(suits, _)| std::cmp::Reverse(*suits));
    weighed.truncate(RECOMMENDATIONS_MAX);
    Ok(Json(weighed.into_iter().map(|(_, recommendation)| recommendation).collect()))
}

/// What is asked of the index: who wants or had the position, and who has each of the skills; with as much experience
/// and education as the posting asks for, and where it is.
fn questions(job: &JobContent) -> Vec<ResumesQuery> {
    let asked_for = ResumesQuery {
        years_min: least_years(job.experience),
        degree_min: least_degree(job.education),
        places: job.workplace.place.map(city).filter(|_| !job.workplace.remote).into_iter().collect(),
        ..ResumesQuery::default()
    };
    let position = ResumesQuery { position: plain_title(&job.title).to_owned(), ..asked_for.clone() };
    let skill = |tag: &String| ResumesQuery { skills: vec![tag.clone()], ..asked_for.clone() };
    std::iter::once(position).chain(job.tags.iter().take(TAGS).map(skill)).collect()
}

/// Adds those that a question finds and that may be offered.
async fn weigh(
    app: &App,
    viewer: &ResumeViewer,
    mut query: ResumesQuery,
    seen: &mut HashSet<ResumeId>,
    candidates: &mut Vec<Decision>,
) -> Result<(), Failure> {
    let enough = candidates.len() + WEIGHED;
    for page in 0..PAGES {
        query.offset = page * LIMIT;
        let hits = find(app, query.clone()).await?.hits;
        let was_last = hits.len() < LIMIT;
        let new: Vec<ResumeId> = hits.into_iter().filter(|resume| seen.insert(*resume)).collect();
        let decided = decisions(app, viewer, &new).await?;
        let decided = new.iter().filter_map(|resume| decided.get(resume));
        candidates.extend(decided.filter(|decided| decided.recommended()).copied());
        if was_last || candidates.len() >= enough {
            break;
        }
    }
    Ok(())
}
