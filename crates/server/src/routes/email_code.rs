//! Codes that confirm an e-mail address: mailing one, and trying one that was brought.

use crate::app::App;
use crate::failure::Failure;
use crate::gateways::mail::Mail;
use crate::routes::code::{BETWEEN_S, MOST, WINDOW_S, stored};
use crate::secret::{new_code, same};
use zhitu_contract::auth::CodeResponse;
use zhitu_contract::{Error, ErrorCode};
use zhitu_domain::id::AccountId;
use zhitu_domain::relay::EmailAddress;
use zhitu_storage::email_code::{EmailCode, EmailPurpose, NewEmailCode};

/// Seconds that a code is good.
const GOOD_S: u32 = 900;
/// Tries that a code has.
const TRIES: u32 = 5;

/// What the mail says the address is for.
fn purposes(purpose: EmailPurpose) -> (&'static str, &'static str) {
    match purpose {
        EmailPurpose::Work => (
            "用于确认您在职途收发邮件的工作邮箱",
            "it confirms the work e-mail address that you use with Zhitu",
        ),
        EmailPurpose::Notices => {
            ("用于确认职途往这个邮箱发通知", "it confirms that Zhitu may send notices to this address")
        }
        EmailPurpose::Mailbox => (
            "用于确认投递给贵公司的简历也发到这个邮箱",
            "it confirms that applications to your company are mailed to this address too",
        ),
    }
}

/// The address of a text, if codes may be mailed to it.
pub(super) fn address(app: &App, text: &str) -> Result<EmailAddress, Failure> {
    let email = EmailAddress::parse(text).map_err(|_| Error::field("email", "email"))?;
    // Mail to the operator's own domain would go in circles.
    if !app.config.mail.domain.is_empty() && email.domain() == app.config.mail.domain.to_lowercase() {
        return Err(Error::field("email", "email").into());
    }
    Ok(email)
}

/// Mails a code to an address.
pub(super) async fn send(
    app: &App,
    account: AccountId,
    purpose: EmailPurpose,
    email: &EmailAddress,
) -> Result<CodeResponse, Failure> {
    let code = new_code(app.rng.as_ref())?;
    let email_key = app.secret.email(email);
    let code_hash = app.secret.code(&email_key, code.expose());
    let now = app.now();
    let put = app
        .store
        .email_code_put(&NewEmailCode {
            account,
            purpose,
            email,
            email_key: &email_key,
            code_hash: &code_hash,
            at: now,
            expires_at: now.plus_seconds(i64::from(GOOD_S)),
            quiet_since: now.plus_seconds(-i64::from(BETWEEN_S)),
            counted_since: now.plus_seconds(-WINDOW_S),
            most: MOST,
        })
        .await?;
    stored(put, now)?;
    let (zh, en) = purposes(purpose);
    let code = code.expose();
    let text = format!(
        "验证码 {code}，15 分钟内有效，{zh}。如果不是您本人操作，请忽略本邮件。\n\n\
         Code {code}, good for 15 minutes: {en}. If this was not you, do nothing.\n"
    );
    let subject = "职途验证码 · Zhitu code".to_owned();
    let mail = Mail { to: email.as_str().to_owned(), subject, text, ..Mail::default() };
    if let Err(error) = app.mail.send(&mail).await {
        tracing::warn!(%error, "a code was not mailed");
        app.store.email_code_void(account, purpose, &code_hash).await?;
        return Err(ErrorCode::GatewayUnavailable.into());
    }
    let sent_to = email.as_str().to_owned();
    Ok(CodeResponse { sent_to, expires_in_s: GOOD_S, retry_after_s: BETWEEN_S })
}

/// What a code that was brought is good for: the address that it was mailed to. It is used up with that.
pub(super) async fn tried(
    app: &App,
    account: AccountId,
    purpose: EmailPurpose,
    brought: &str,
) -> Result<EmailCode, Failure> {
    let wanted = app.store.email_code_try(account, purpose, TRIES, app.now()).await?;
    let wanted = wanted.ok_or(ErrorCode::CodeWrong)?;
    let brought = app.secret.code(&wanted.email_key, brought.trim());
    if same(&wanted.code_hash, &brought) { Ok(wanted) } else { Err(ErrorCode::CodeWrong.into()) }
}
