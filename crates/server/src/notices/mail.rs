//! Notices as mails, and the links in them by which a kind is switched off with one click (RFC 8058, S-OUT-02).

use super::tells::Told;
use super::{Arrived, Missed, id, is_development, words, zone_of};
use crate::app::App;
use crate::failure::Failure;
use crate::gateways::mail::{Mail, MailError};
use crate::secret::same;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use uuid::Uuid;
use zhitu_domain::id::AccountId;
use zhitu_domain::notice::{NoticeChoice, NoticeKind, NoticeWay};
use zhitu_domain::relay::EmailAddress;
use zhitu_storage::notice::Notice;

/// The path of a link to unsubscribe, without its token.
pub const UNSUBSCRIBE: &str = "/api/notices/unsubscribe/";

/// Bytes of an account's key, which a token begins with; the kind and what proves it come after.
const ACCOUNT: usize = 16;

/// Where links lead; `None` when this server has no address that a mail program could reach.
pub(super) fn base(app: &App) -> Option<&str> {
    if !app.config.public_url.is_empty() {
        return Some(&app.config.public_url);
    }
    // Such a mail stays on this machine.
    app.url.get().map(String::as_str).filter(|_| is_development(app))
}

pub(super) async fn send(app: &App, notice: &Notice, told: &Told) -> Result<Arrived, Failure> {
    let there = app.store.notice_settings(notice.account).await?;
    let (Some(email), Some(base)) = (there.email.map(|there| there.email), base(app)) else {
        return Ok(None);
    };
    let link = format!("{base}{UNSUBSCRIBE}{}", token(app, notice.account, notice.kind, &email));
    let zone = zone_of(there.zone.as_deref());
    let at = jiff::Timestamp::from_microsecond(notice.at.0)
        .map(|at| at.to_zoned(zone).strftime("%Y-%m-%d %H:%M %Z").to_string())
        .unwrap_or_default();
    let (title, advice) = (words::title(told), words::advice(told));
    let (zh, en): (String, String) =
        words::lines(told).into_iter().map(|(zh, en)| (format!("{zh}\n"), format!("{en}\n"))).unzip();
    let text = format!(
        "{}。（{at}）\n{zh}{}\n\n{}. ({at})\n{en}{}\n\n-- \n不再接收这类邮件 · Stop mails of this kind:\n{link}\n",
        title.0, advice.0, title.1, advice.1
    );
    let mail = Mail {
        to: email.as_str().to_owned(),
        subject: format!("{} · {}", title.0, title.1),
        text,
        html: None,
        id: Some(id(app, notice)),
        headers: vec![
            ("List-Unsubscribe".to_owned(), format!("<{link}>")),
            ("List-Unsubscribe-Post".to_owned(), "List-Unsubscribe=One-Click".to_owned()),
        ],
        attachments: Vec::new(),
    };
    Ok(Some(match app.mail.send(&mail).await {
        Ok(()) => Ok(()),
        Err(MailError::NoGateway) => return Ok(None),
        Err(error) if error.is_transient() => Err(Missed::Later(error.to_string())),
        Err(error) => Err(Missed::Never(error.to_string())),
    }))
}

/// What a link carries: whose, which kind, and the proof that it was mailed to the address that is theirs now.
fn token(app: &App, account: AccountId, kind: NoticeKind, email: &EmailAddress) -> String {
    let proof = app.secret.unsubscribe(account, kind, email);
    URL_SAFE_NO_PAD.encode([account.0.as_bytes().as_slice(), &[kind as u8], &proof].concat())
}

/// Switches the kind of a link off. A link that is none, of another address, or of a closed account does nothing, and
/// nothing tells which it was.
pub async fn unsubscribed(app: &App, token: &str) -> Result<(), Failure> {
    let read = URL_SAFE_NO_PAD.decode(token).unwrap_or_default();
    let Some((account, [kind, proof @ ..])) = read.split_first_chunk::<ACCOUNT>() else { return Ok(()) };
    let account = AccountId(Uuid::from_bytes(*account));
    let Some(kind) = NoticeKind::ALL.iter().copied().find(|one| *one as u8 == *kind) else { return Ok(()) };
    let Some(email) = app.store.notice_settings(account).await?.email else { return Ok(()) };
    if same(&app.secret.unsubscribe(account, kind, &email.email), proof) {
        let choice = NoticeChoice { kind, way: NoticeWay::Mail };
        app.store.notice_choose(account, choice, false, None).await?;
    }
    Ok(())
}
