//! What routes take out of a request. Each refuses with a typed error, never with axum's own text.

use crate::app::App;
use crate::failure::Failure;
use crate::gateways::signature;
use crate::secret::token_hash;
use crate::staff::require_stepped_up;
use axum::body::Bytes;
use axum::extract::rejection::{BytesRejection, FailedToBufferBody};
use axum::extract::{ConnectInfo, FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{Extensions, HeaderMap, header};
use serde::de::DeserializeOwned;
use std::net::{IpAddr, SocketAddr};
use zhitu_contract::{Error, ErrorCode};
use zhitu_domain::contact::ContactAsker;
use zhitu_domain::id::{AccountId, CompanyId, SessionId};
use zhitu_domain::resume::visibility::Viewer;
use zhitu_storage::recruiter::Recruiter;

fn invalid(message: String) -> Failure {
    Failure(Error::with_message(ErrorCode::InvalidRequest, message))
}

/// A JSON body.
#[derive(Debug, Clone, Copy)]
pub struct Body<T>(pub T);

impl<T: DeserializeOwned> FromRequest<App> for Body<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, app: &App) -> Result<Self, Failure> {
        if !is_of(&request, "application/json") {
            return Err(ErrorCode::UnsupportedMediaType.into());
        }
        parse(&read(request, app).await?).map(Self)
    }
}

/// A PDF as it is.
#[derive(Debug, Clone)]
pub struct PdfBody(pub Bytes);

impl FromRequest<App> for PdfBody {
    type Rejection = Failure;

    async fn from_request(request: Request, app: &App) -> Result<Self, Failure> {
        if !is_of(&request, "application/pdf") {
            return Err(ErrorCode::UnsupportedMediaType.into());
        }
        read(request, app).await.map(Self)
    }
}

/// A JSON body that the telephony provider signed, and its text. Nothing of it is looked at before the signature is.
#[derive(Debug, Clone)]
pub struct SignedByProvider<T>(pub T, pub String);

impl<T: DeserializeOwned> FromRequest<App> for SignedByProvider<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, app: &App) -> Result<Self, Failure> {
        let signature = request.headers().get(signature::HEADER).and_then(|value| value.to_str().ok());
        let signature = signature.unwrap_or_default().to_owned();
        let bytes = read(request, app).await?;
        if !app.telephony.is_from_provider(&signature, &bytes) {
            return Err(ErrorCode::SignatureInvalid.into());
        }
        let body = parse(&bytes)?;
        Ok(Self(body, String::from_utf8_lossy(&bytes).into_owned()))
    }
}

fn is_of(request: &Request, media: &str) -> bool {
    let said = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let said = said.and_then(|value| value.split(';').next());
    said.is_some_and(|said| said.trim().eq_ignore_ascii_case(media))
}

async fn read(request: Request, app: &App) -> Result<Bytes, Failure> {
    Bytes::from_request(request, app).await.map_err(|refused| match refused {
        BytesRejection::FailedToBufferBody(FailedToBufferBody::LengthLimitError(_)) => {
            Failure::from(ErrorCode::PayloadTooLarge)
        }
        _ => invalid("the body could not be read".to_owned()),
    })
}

fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Failure> {
    // Every body is an object; serde would take a list of its fields' values for one.
    if bytes.trim_ascii_start().first() != Some(&b'{') {
        return Err(invalid("the body is no JSON object".to_owned()));
    }
    // PostgreSQL stores no NUL in a text; refused here, so that both databases take the same.
    if bytes.windows(6).any(|window| window == br"\u0000") {
        let value: serde_json::Value = serde_json::from_slice(bytes).map_err(|error| at(&error))?;
        if has_nul(&value) {
            return Err(invalid("a text holds the character NUL".to_owned()));
        }
    }
    serde_json::from_slice(bytes).map_err(|error| at(&error))
}

fn at(error: &serde_json::Error) -> Failure {
    Failure(
        Error::with_message(ErrorCode::InvalidRequest, error.to_string())
            .detail(serde_json::json!({ "line": error.line(), "column": error.column() })),
    )
}

fn has_nul(value: &serde_json::Value) -> bool {
    match value {
        serde_json::Value::String(text) => text.contains('\0'),
        serde_json::Value::Array(items) => items.iter().any(has_nul),
        serde_json::Value::Object(fields) => {
            fields.iter().any(|(name, value)| name.contains('\0') || has_nul(value))
        }
        _ => false,
    }
}

/// The parameters of the path.
#[derive(Debug, Clone, Copy)]
pub struct Path<T>(pub T);

impl<T: DeserializeOwned + Send> FromRequestParts<App> for Path<T> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        let axum::extract::Path(value) = axum::extract::Path::<T>::from_request_parts(parts, app)
            .await
            .map_err(|refused| invalid(refused.body_text()))?;
        Ok(Self(value))
    }
}

/// The parameters after the question mark.
#[derive(Debug, Clone, Copy)]
pub struct Query<T>(pub T);

impl<T: DeserializeOwned + Send> FromRequestParts<App> for Query<T> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        let axum::extract::Query(value) = axum::extract::Query::<T>::from_request_parts(parts, app)
            .await
            .map_err(|refused| invalid(refused.body_text()))?;
        Ok(Self(value))
    }
}

/// The account and session of a good access token; `signed_out` without one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignedIn {
    /// Whose.
    pub account: AccountId,
    /// Which session.
    pub session: SessionId,
}

/// Seconds between two notes that a session was used: the list shows it to the minute.
const TOUCH_S: i64 = 60;

impl FromRequestParts<App> for SignedIn {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        let token = parts
            .headers
            .get(header::AUTHORIZATION)
            .and_then(|value| value.to_str().ok())
            .and_then(|value| value.split_once(' '))
            .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
            .map(|(_, token)| token.trim())
            .ok_or(ErrorCode::SignedOut)?;
        let now = app.now();
        let active =
            app.store.session_by_access(&token_hash(token), now).await?.ok_or(ErrorCode::SignedOut)?;
        if now.seconds_since(active.last_used_at) >= TOUCH_S {
            app.store.session_touch(active.session, now).await?;
        }
        Ok(Self { account: active.account, session: active.session })
    }
}

/// [`SignedIn`] for routes that answer without a token too. A token that is not good is still refused, so that the
/// device knows that it must renew it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MaybeSignedIn(pub Option<SignedIn>);

impl FromRequestParts<App> for MaybeSignedIn {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        if parts.headers.contains_key(header::AUTHORIZATION) {
            Ok(Self(Some(SignedIn::from_request_parts(parts, app).await?)))
        } else {
            Ok(Self(None))
        }
    }
}

/// The gate of the recruiting side (S-REC-04): `not_verified` unless person, employment and company are verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifiedRecruiter(pub Recruiter);

impl FromRequestParts<App> for VerifiedRecruiter {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        let signed_in = SignedIn::from_request_parts(parts, app).await?;
        Self::of(app, signed_in).await
    }
}

impl VerifiedRecruiter {
    /// The recruiter that an account is.
    async fn of(app: &App, signed_in: SignedIn) -> Result<Self, Failure> {
        let recruiter = app.store.recruiter_get(signed_in.account).await?;
        recruiter
            .filter(|recruiter| recruiter.verification.opens_recruiting())
            .map(Self)
            .ok_or_else(|| ErrorCode::NotVerified.into())
    }
}

/// An account of the platform's own recruiting staff. To others what is for staff is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StaffSignedIn(pub SignedIn);

impl FromRequestParts<App> for StaffSignedIn {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        let signed_in = SignedIn::from_request_parts(parts, app).await?;
        if app.store.is_staff(signed_in.account).await? {
            Ok(Self(signed_in))
        } else {
            Err(ErrorCode::NotFound.into())
        }
    }
}

/// Staff whose session has shown a second factor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Staff(pub AccountId);

impl FromRequestParts<App> for Staff {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        let staff = StaffSignedIn::from_request_parts(parts, app).await?;
        require_stepped_up(app, staff).await?;
        Ok(Self(staff.0.account))
    }
}

/// Who may search for people: the platform's own recruiting staff, or a verified recruiter (S-REC-04) whose company has
/// booked the résumé search (S-REC-09).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ResumeViewer {
    /// For a company.
    Company(Recruiter),
    /// For the platform, with a second factor; each look is recorded (I4).
    Staff(AccountId),
}

impl ResumeViewer {
    /// What an account is.
    pub async fn of(app: &App, signed_in: SignedIn) -> Result<Self, Failure> {
        if app.store.is_staff(signed_in.account).await? {
            require_stepped_up(app, StaffSignedIn(signed_in)).await?;
            return Ok(Self::Staff(signed_in.account));
        }
        let VerifiedRecruiter(recruiter) = VerifiedRecruiter::of(app, signed_in).await?;
        if recruiter.resume_search {
            Ok(Self::Company(recruiter))
        } else {
            Err(ErrorCode::NotEntitled.into())
        }
    }

    /// The account.
    pub fn account(&self) -> AccountId {
        match self {
            Self::Company(recruiter) => recruiter.account,
            Self::Staff(account) => *account,
        }
    }

    /// The company that it acts for.
    pub fn company(&self) -> Option<CompanyId> {
        match self {
            Self::Company(recruiter) => Some(recruiter.company.id),
            Self::Staff(_) => None,
        }
    }

    /// Staff search and look with a reason, by routes of their own.
    pub fn require_company(&self) -> Result<(), Failure> {
        match self {
            Self::Company(_) => Ok(()),
            Self::Staff(_) => Err(ErrorCode::ReasonRequired.into()),
        }
    }

    /// As the rule knows it.
    pub fn viewer(&self) -> Viewer {
        match self {
            Self::Company(recruiter) => {
                Viewer::Recruiter { verified: recruiter.verification.opens_recruiting() }
            }
            Self::Staff(_) => Viewer::Staff,
        }
    }

    /// For whom it asks for contact data.
    pub fn asker(&self) -> ContactAsker {
        match self {
            Self::Company(recruiter) => ContactAsker::Company { company: recruiter.company.id },
            Self::Staff(_) => ContactAsker::Platform,
        }
    }
}

impl FromRequestParts<App> for ResumeViewer {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        let signed_in = SignedIn::from_request_parts(parts, app).await?;
        Self::of(app, signed_in).await
    }
}

/// Whoever may stand on the recruiting side of a channel by e-mail: a verified recruiter, or one of the staff with
/// a second factor: what seekers answer goes to the address that is set behind this.
pub struct RecruitingSide(pub AccountId);

impl FromRequestParts<App> for RecruitingSide {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        let signed_in = SignedIn::from_request_parts(parts, app).await?;
        let account = signed_in.account;
        if app.store.is_staff(account).await? {
            require_stepped_up(app, StaffSignedIn(signed_in)).await?;
        } else {
            VerifiedRecruiter::of(app, signed_in).await?;
        }
        Ok(Self(account))
    }
}

/// The network address that asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClientAddress(pub Option<IpAddr>);

impl FromRequestParts<App> for ClientAddress {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Self::Rejection> {
        Ok(Self(client_address(app, &parts.headers, &parts.extensions)))
    }
}

/// The address of the connection, or behind a proxy the one that the proxy saw.
pub(crate) fn client_address(app: &App, headers: &HeaderMap, extensions: &Extensions) -> Option<IpAddr> {
    if app.config.behind_proxy
        && let Some(forwarded) = headers.get_all("x-forwarded-for").iter().next_back()
        && let Some(last) = forwarded.to_str().ok().and_then(|value| value.rsplit(',').next())
        && let Ok(address) = last.trim().parse()
    {
        return Some(address);
    }
    extensions.get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(address)| address.ip())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nul_is_refused_and_what_only_looks_like_one_is_not() {
        let text = |body: &[u8]| parse::<serde_json::Value>(body).ok()?["a"].as_str().map(str::to_owned);
        assert_eq!(text(br#"{"a":"a\u0000b"}"#), None);
        assert_eq!(text(br#"{"a":"a\\u0000b"}"#), Some(r"a\u0000b".to_owned()));
    }
}
