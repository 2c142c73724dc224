//! Who may see the own résumé: setting, block list, preview, looks, and who asks for contact data.

mod block_remove;
mod blocked_application_leave;
mod blocks_add;
mod companies_find;
mod contact_consent_withdraw;
mod contact_request_answer;
mod contact_requests_list;
mod looks_list;
mod preview;
mod set;
mod show;

use crate::app::App;
use crate::failure::Failure;
use crate::routes::applications::view;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use zhitu_contract::visibility::{
    Block, CompanyName, ContactRequestView, Look, RecruiterName, SettingSentences, VisibilityView,
};
use zhitu_domain::application::Stage;
use zhitu_domain::id::AccountId;
use zhitu_domain::resume::visibility::{TABLE, VisibilitySetting, sentences};
use zhitu_storage::contact::Asked;

/// Its routes.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(show::visibility_show, set::visibility_set))
        .routes(routes!(preview::visibility_preview))
        .routes(routes!(blocks_add::blocks_add))
        .routes(routes!(block_remove::block_remove))
        .routes(routes!(blocked_application_leave::blocked_application_leave))
        .routes(routes!(companies_find::companies_find))
        .routes(routes!(looks_list::looks_list))
        .routes(routes!(contact_requests_list::contact_requests_list))
        .routes(routes!(contact_request_answer::contact_request_answer))
        .routes(routes!(contact_consent_withdraw::contact_consent_withdraw))
}

/// All of it as the seeker sees it.
async fn visibility_view(app: &App, account: AccountId) -> Result<VisibilityView, Failure> {
    let resume = crate::routes::resume::resume_view(app, account).await?;
    let said = |setting: &VisibilitySetting| SettingSentences {
        setting: *setting,
        sentences: sentences(&TABLE, *setting),
    };
    let blocks = app.store.blocks(account).await?;
    let block = |block: zhitu_storage::visibility::Block| Block {
        id: block.id,
        company: block.company.map(company_name),
        name: None,
        origin: block.origin,
        at: block.at,
    };
    let mut blocked_applications = Vec::new();
    if !blocks.is_empty() {
        for application in app.store.applications_of_account(account).await? {
            let is_open = application.stage != Stage::Withdrawn && !application.left;
            if is_open && app.store.is_blocked(account, application.job.company.id).await? {
                blocked_applications.push(view(application));
            }
        }
    }
    Ok(VisibilityView {
        setting: resume.visibility,
        sentences: VisibilitySetting::ALL.iter().map(said).collect(),
        blocks: blocks.into_iter().map(block).collect(),
        blocked_applications,
    })
}

pub(crate) fn company_name(company: zhitu_storage::company::CompanyName) -> CompanyName {
    CompanyName { id: company.id, name: company.name, demo: company.demo }
}

fn recruiter_name((name, title): (String, String)) -> RecruiterName {
    RecruiterName { name, title }
}

/// A look as the seeker sees it. Of the platform's staff nobody is named.
pub(crate) fn look_view(look: zhitu_storage::look::Look) -> Look {
    let by = look.viewer.filter(|_| look.company.is_some()).map(recruiter_name);
    Look {
        id: look.id,
        at: look.at,
        kind: look.kind,
        company: look.company.map(company_name),
        by,
        job: look.job,
        introduction: look.introduction,
        reason: look.reason,
    }
}

/// A request for contact data as the seeker sees it.
fn request_view(asked: Asked) -> ContactRequestView {
    ContactRequestView {
        id: asked.request.id,
        by: asked.asker.filter(|_| asked.company.is_some()).map(recruiter_name),
        company: asked.company.map(company_name),
        reason: asked.request.reason,
        wanted: asked.request.wanted,
        asked_at: asked.request.asked_at,
        state: asked.request.state,
    }
}
