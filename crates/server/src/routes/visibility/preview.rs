use crate::app::App;
use crate::extract::{Body, SignedIn};
use crate::failure::{Answer, Failure};
use crate::routes::resume::today;
use crate::visibility::{Decision, cards, contact, resume_for};
use axum::Json;
use axum::extract::State;
use zhitu_contract::visibility::{Preview, PreviewRequest, PreviewViewer};
use zhitu_contract::{Error, ErrorCode};
use zhitu_domain::block::CompanyKey;
use zhitu_domain::contact::{ContactAsker, ContactItems};
use zhitu_domain::id::{AccountId, CompanyId, ResumeId};
use zhitu_domain::resume::visibility::{Viewer, VisibilitySetting};
use zhitu_storage::visibility::Standing;

/// The own résumé as somebody else gets it, made by what answers that viewer. No look: nobody looked.
#[utoipa::path(
    post, path = "/api/visibility/preview", tag = "visibility", security(("session" = [])),
    request_body = PreviewRequest,
    responses((status = 200, body = Preview), (status = "default", body = Error))
)]
pub(super) async fn visibility_preview(
    State(app): State<App>,
    asking: SignedIn,
    Body(request): Body<PreviewRequest>,
) -> Answer<Preview> {
    let recruiter = Viewer::Recruiter { verified: true };
    let of_company = |company| ContactAsker::Company { company };
    let (viewer, asker, standing) = match request.viewer {
        PreviewViewer::Company { company } => {
            app.store.company_get(company).await?.ok_or(ErrorCode::NotFound)?;
            let standing = standing(&app, asking.account, Some(company)).await?;
            (recruiter, Some(of_company(company)), standing)
        }
        PreviewViewer::CompanyNamed { name } => {
            let (company, standing) = named(&app, asking.account, &name).await?;
            (recruiter, company.map(of_company), standing)
        }
        PreviewViewer::Staff => {
            (Viewer::Staff, Some(ContactAsker::Platform), standing(&app, asking.account, None).await?)
        }
        PreviewViewer::Stranger => (Viewer::Anonymous, None, standing(&app, asking.account, None).await?),
    };
    let decided = Decision::of(standing, viewer, today(&app)?);
    let items = match asker {
        Some(asker) => contact(&app, asker, &decided).await?.1,
        None => ContactItems::new(),
    };
    let found = resume_for(&app, &decided, &items).await?;
    let (shown, contact) = found.map(|found| (found.shown, found.contact)).unzip();
    let card = cards(&app, [&decided]).await?.remove(&standing.resume);
    Ok(Json(Preview {
        relation: decided.relation,
        access: decided.access.iter().collect(),
        shown,
        contact: contact.unwrap_or_default(),
        card,
    }))
}

/// The facts about the own résumé; of one that was never saved there is nothing to see, under the setting of a new one.
async fn standing(app: &App, account: AccountId, company: Option<CompanyId>) -> Result<Standing, Failure> {
    if let Some(standing) = app.store.standing_of_account(account, company).await? {
        return Ok(standing);
    }
    let blocked = match company {
        Some(company) => app.store.is_blocked(account, company).await?,
        None => false,
    };
    Ok(Standing {
        resume: ResumeId(app.new_id()?),
        account,
        setting: VisibilitySetting::default(),
        birth_date: None,
        closed: false,
        blocked,
        applied: false,
        in_contact: false,
        personalised: true,
    })
}

/// A company by its name and the facts about it: that of the platform, or one that is not there yet.
async fn named(app: &App, account: AccountId, name: &str) -> Result<(Option<CompanyId>, Standing), Failure> {
    let key = CompanyKey::of(name).ok_or_else(|| Error::field("viewer.name", "missing"))?;
    let key = app.secret.company(&key);
    if let Some(company) = app.store.company_by_key(&key).await? {
        return Ok((Some(company), standing(app, account, Some(company)).await?));
    }
    let blocked = app.store.is_key_blocked(account, &key).await?;
    Ok((None, Standing { blocked, ..standing(app, account, None).await? }))
}
