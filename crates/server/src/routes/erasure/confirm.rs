use super::erasure_view;
use crate::app::App;
use crate::extract::{Path, VerifiedRecruiter};
use crate::failure::Answer;
use axum::Json;
use axum::extract::State;
use zhitu_contract::ErrorCode;
use zhitu_contract::erasure::Erasure;
use zhitu_domain::id::ErasureId;

/// Records that the company deleted all that it had. Who says so first is recorded; a repeat changes nothing.
#[utoipa::path(
    post, path = "/api/recruiter/erasures/{id}/confirm", tag = "erasure", security(("session" = [])),
    params(("id" = ErasureId, Path, description = "Which")),
    responses((status = 200, body = Erasure), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn erasure_confirm(
    State(app): State<App>,
    VerifiedRecruiter(recruiter): VerifiedRecruiter,
    Path(id): Path<ErasureId>,
) -> Answer<Erasure> {
    let company = recruiter.company.id;
    let is_it = |account| app.secret.erasure(account, company) == id;
    let erasures = app.store.erasures_of(company).await?;
    let erasure = erasures.into_iter().find(|one| is_it(one.account)).ok_or(ErrorCode::NotFound)?;
    app.store.erasure_confirm(erasure.account, company, recruiter.account, app.now()).await?;
    let erasures = app.store.erasures_of(company).await?;
    let erasure = erasures.into_iter().find(|one| is_it(one.account)).ok_or(ErrorCode::NotFound)?;
    Ok(Json(erasure_view(&app, company, erasure)))
}
