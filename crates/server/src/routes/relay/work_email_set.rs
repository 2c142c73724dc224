use super::offered;
use crate::app::App;
use crate::extract::{Body, RecruitingSide};
use crate::failure::Answer;
use crate::gateways::mail::Mail;
use crate::secret::new_code;
use axum::Json;
use axum::extract::State;
use zhitu_contract::auth::CodeResponse;
use zhitu_contract::relay::WorkEmailSetRequest;
use zhitu_contract::{Error, ErrorCode};
use zhitu_domain::relay::EmailAddress;
use zhitu_storage::code::CodePut;
use zhitu_storage::relay::NewWorkEmailCode;

/// Seconds that a code is good.
const GOOD_S: u32 = 900;
/// Seconds between two codes for an account.
const BETWEEN_S: u32 = 60;
/// Seconds of the window in which codes for an account are counted.
const WINDOW_S: i64 = 86_400;
/// Codes for an account in that window.
const MOST: u32 = 10;

/// Mails a code to the address that the asker wants to write from.
#[utoipa::path(
    put, path = "/api/recruiter/work-email", tag = "recruiter", security(("session" = [])),
    request_body = WorkEmailSetRequest,
    responses((status = 200, body = CodeResponse), (status = "default", body = Error))
)]
pub(super) async fn work_email_set(
    State(app): State<App>,
    RecruitingSide(account): RecruitingSide,
    Body(request): Body<WorkEmailSetRequest>,
) -> Answer<CodeResponse> {
    let email = EmailAddress::parse(&request.email).map_err(|_| Error::field("email", "email"))?;
    offered(&app)?;
    // Mail to the relay's own domain would go in circles.
    if email.domain() == app.config.mail.domain.to_lowercase() {
        return Err(Error::field("email", "email").into());
    }
    let code = new_code(app.rng.as_ref())?;
    let email_key = app.secret.email(&email);
    let code_hash = app.secret.code(&email_key, code.expose());
    let now = app.now();
    let put = app
        .store
        .work_email_code_put(&NewWorkEmailCode {
            account,
            email: &email,
            email_key: &email_key,
            code_hash: &code_hash,
            at: now,
            expires_at: now.plus_seconds(i64::from(GOOD_S)),
            quiet_since: now.plus_seconds(-i64::from(BETWEEN_S)),
            counted_since: now.plus_seconds(-WINDOW_S),
            most: MOST,
        })
        .await?;
    match put {
        CodePut::Stored => {}
        CodePut::TooSoon { last } => {
            let wait = (i64::from(BETWEEN_S) - now.seconds_since(last)).max(1);
            let detail = serde_json::json!({ "retry_after_s": wait });
            return Err(Error::new(ErrorCode::CodeTooSoon).detail(detail).into());
        }
        CodePut::TooMany => return Err(ErrorCode::CodeDailyLimit.into()),
    }
    let text = format!(
        "验证码 {}，15 分钟内有效，用于确认您在职途收发邮件的工作邮箱。如果不是您本人操作，请忽略本邮件。\n\n\
         Code {}, good for 15 minutes: it confirms the work e-mail address that you use with Zhitu. If this was not \
         you, do nothing.\n",
        code.expose(),
        code.expose()
    );
    let subject = "职途验证码 · Zhitu code".to_owned();
    let mail = Mail { to: email.as_str().to_owned(), subject, text, ..Mail::default() };
    if let Err(error) = app.mail.send(&mail).await {
        tracing::warn!(%error, "a code was not mailed");
        app.store.work_email_code_void(account, &code_hash).await?;
        return Err(ErrorCode::GatewayUnavailable.into());
    }
    let sent_to = email.as_str().to_owned();
    Ok(Json(CodeResponse { sent_to, expires_in_s: GOOD_S, retry_after_s: BETWEEN_S }))
}
