use super::erasure_view;
use crate::app::App;
use crate::extract::VerifiedRecruiter;
use crate::failure::Answer;
use axum::Json;
use axum::extract::State;
use zhitu_contract::erasure::Erasure;

/// Closed accounts that the company had something of, latest first.
#[utoipa::path(
    get, path = "/api/recruiter/erasures", tag = "erasure", security(("session" = [])),
    responses((status = 200, body = Vec<Erasure>), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn erasures_list(
    State(app): State<App>,
    VerifiedRecruiter(recruiter): VerifiedRecruiter,
) -> Answer<Vec<Erasure>> {
    let company = recruiter.company.id;
    let erasures = app.store.erasures_of(company).await?;
    Ok(Json(erasures.into_iter().map(|erasure| erasure_view(&app, company, erasure)).collect()))
}
