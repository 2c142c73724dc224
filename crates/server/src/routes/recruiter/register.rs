use crate::app::App;
use crate::extract::{Body, SignedIn};
use crate::failure::{Answer, Failure};
use crate::routes::account::account_view;
use axum::Json;
use axum::extract::State;
use zhitu_contract::Error;
use zhitu_contract::auth::Account;
use zhitu_contract::recruiting::RecruiterRegisterRequest;
use zhitu_domain::id::CompanyId;
use zhitu_domain::recruiter::Verification;
use zhitu_storage::company::{Company, name_key};
use zhitu_storage::recruiter::Registration;

/// Registers as a recruiter, or changes what seekers see of one (S-REC-02).
///
/// What was verified holds for what it was verified of: another name takes the person's verification back, another
/// company the employment's. A company that is verified is changed only by those whose employment there is.
#[utoipa::path(
    put, path = "/api/recruiter", tag = "recruiter", security(("session" = [])),
    request_body = RecruiterRegisterRequest,
    responses((status = 200, body = Account), (status = "default", body = Error))
)]
pub(super) async fn recruiter_register(
    State(app): State<App>,
    asking: SignedIn,
    Body(request): Body<RecruiterRegisterRequest>,
) -> Answer<Account> {
    let name = text("name", &request.name, 1, 50)?;
    let title = text("title", &request.title, 0, 50)?;
    let company = Company {
        id: CompanyId(app.new_id()?),
        name: text("company", &request.company, 2, 100)?.to_owned(),
        industry: text("industry", &request.industry, 0, 60)?.to_owned(),
        size: Some(request.size),
        address: text("address", &request.address, 0, 200)?.to_owned(),
        introduction: text("introduction", &request.introduction, 0, 2_000)?.to_owned(),
        verified: false,
        demo: app.config.demo_market,
    };
    let before = app.store.recruiter_get(asking.account).await?;
    let stays = before.as_ref().filter(|before| name_key(&before.company.name) == name_key(&company.name));
    let verification = Verification {
        person: before.as_ref().is_some_and(|before| before.verification.person && before.name == name),
        employment: stays.is_some_and(|before| before.verification.employment),
        company: false,
    };
    let company_overwrite =
        stays.is_some_and(|before| before.verification.employment || !before.verification.company);
    app.store
        .recruiter_register(&Registration {
            account: asking.account,
            name,
            title,
            verification,
            company: &company,
            company_key: Some(app.secret.company_name(&company.name)),
            company_overwrite,
            at: app.now(),
        })
        .await?;
    // Links that are open hear of this company from now on, once it is verified.
    if let Some(recruiter) = app.store.recruiter_get(asking.account).await? {
        app.hub.company_set(asking.account, recruiter.company.id);
    }
    Ok(Json(account_view(&app, asking.account).await?))
}

/// A text without white space at its ends, of so many characters.
fn text<'a>(field: &str, value: &'a str, least: usize, most: usize) -> Result<&'a str, Failure> {
    let value = value.trim();
    let length = value.chars().count();
    if length < least {
        Err(Error::field(field, "missing").into())
    } else if length > most {
        Err(Error::field(field, "too_long").into())
    } else {
        Ok(value)
    }
}
