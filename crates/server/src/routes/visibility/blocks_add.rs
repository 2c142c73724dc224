use super::visibility_view;
use crate::app::App;
use crate::extract::{Body, SignedIn};
use crate::failure::Answer;
use axum::Json;
use axum::extract::State;
use zhitu_contract::visibility::{BLOCKS_ADD_MAX, BlocksAddRequest, VisibilityView};
use zhitu_contract::{Error, ErrorCode};
use zhitu_domain::block::{COMPANY_NAME_MAX_CHARS, CompanyKey};
use zhitu_storage::visibility::NewBlock;

/// Blocks companies (S-VIS-08). Of a name only its keyed hash is kept.
#[utoipa::path(
    post, path = "/api/visibility/blocks", tag = "visibility", security(("session" = [])),
    request_body = BlocksAddRequest,
    responses((status = 200, body = VisibilityView), (status = "default", body = Error))
)]
pub(super) async fn blocks_add(
    State(app): State<App>,
    asking: SignedIn,
    Body(request): Body<BlocksAddRequest>,
) -> Answer<VisibilityView> {
    if request.names.len() + request.companies.len() > BLOCKS_ADD_MAX {
        return Err(Error::field("names", "too_many").into());
    }
    let mut blocks = Vec::with_capacity(request.names.len() + request.companies.len());
    for named in &request.names {
        if named.name.chars().count() > COMPANY_NAME_MAX_CHARS {
            return Err(Error::field("names", "too_long").into());
        }
        let key = CompanyKey::of(&named.name).ok_or_else(|| Error::field("names", "missing"))?;
        blocks.push(NewBlock { id: named.id, company: None, key_hash: app.secret.company(&key) });
    }
    for picked in &request.companies {
        let company = app.store.company_get(picked.company).await?.ok_or(ErrorCode::NotFound)?;
        blocks.push(NewBlock {
            id: picked.id,
            company: Some(company.id),
            key_hash: app.secret.company_name(&company.name),
        });
    }
    app.store.blocks_add(asking.account, &blocks, request.origin, app.now()).await?;
    Ok(Json(visibility_view(&app, asking.account).await?))
}
