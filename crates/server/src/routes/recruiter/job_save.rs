use super::job_view;
use crate::app::App;
use crate::extract::{Body, Path, VerifiedRecruiter};
use crate::failure::{Answer, Failure};
use axum::Json;
use axum::extract::State;
use zhitu_contract::recruiting::{CompanyJob, JobSaveRequest};
use zhitu_contract::{Error, ErrorCode};
use zhitu_domain::id::{CompanyId, JobId};
use zhitu_domain::job::validate;
use zhitu_domain::place::gazetteer;
use zhitu_storage::job::{JobPut, NewJob};

/// Posts under a new key, or edits (S-REC-07). A repeat changes nothing more; another company's key is not found.
#[utoipa::path(
    put, path = "/api/recruiter/jobs/{id}", tag = "recruiter", security(("session" = [])),
    params(("id" = JobId, Path, description = "Key, made by the sender")), request_body = JobSaveRequest,
    responses((status = 200, body = CompanyJob), (status = "default", body = Error))
)]
pub(super) async fn company_job_save(
    State(app): State<App>,
    VerifiedRecruiter(recruiter): VerifiedRecruiter,
    Path(id): Path<JobId>,
    Body(request): Body<JobSaveRequest>,
) -> Answer<CompanyJob> {
    let mut content = request.content;
    content.title = content.title.trim().to_owned();
    content.tags =
        content.tags.iter().map(|tag| tag.trim().to_owned()).filter(|tag| !tag.is_empty()).collect();
    if let Some(place) = content.workplace.place {
        let place = gazetteer::get(place).ok_or_else(|| Error::field("workplace", "out_of_range"))?;
        // Distance needs a point; without one of the address's own it is the place's centre.
        content.workplace.point =
            content.workplace.point.or_else(|| (!place.is_region()).then_some(place.point));
    }
    if let Some((field, problem)) = validate(&content).first() {
        let detail = serde_json::json!({ "field": field, "problem": problem });
        return Err(Error::new(ErrorCode::InvalidField).detail(detail).into());
    }
    let now = app.now();
    let put = app
        .store
        .job_put(&NewJob {
            id,
            company: recruiter.company.id,
            recruiter: recruiter.account,
            content: &content,
            posted_at: now,
            at: now,
        })
        .await?;
    match put {
        JobPut::Created | JobPut::Changed | JobPut::Unchanged => {
            Ok(Json(company_job(&app, recruiter.company.id, id).await?))
        }
        JobPut::OtherCompany => Err(ErrorCode::NotFound.into()),
    }
}

/// One of the company's postings, with its counts.
pub(super) async fn company_job(app: &App, company: CompanyId, id: JobId) -> Result<CompanyJob, Failure> {
    let jobs = app.store.jobs_of_company(company).await?;
    jobs.into_iter().find(|job| job.job.id == id).map(job_view).ok_or_else(|| ErrorCode::NotFound.into())
}
