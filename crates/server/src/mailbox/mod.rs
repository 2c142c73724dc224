//! Mails applications to companies' own mailboxes (S-APP-01).
//!
//! What is to be mailed was noted in the transaction of its cause. It is decided about when it goes: an application that was
//! withdrawn by then, or is to a company that was blocked since, goes nowhere (I2). What goes is a marked copy in the name
//! of the recruiter who set the mailbox, recorded as any download before anything is read. Once it was mailed, withdrawing
//! has the mailbox told which copy to delete.

mod words;

use crate::app::App;
use crate::download::{Copied, Downloading, recorded, set};
use crate::failure::Failure;
use crate::gateways::mail::{Attachment, Mail};
use crate::notices::claimed_until;
use crate::relay;
use crate::visibility::{application_to_mail, mailbox_of, relay_is_open};
use crate::waiting::Waiting;
use words::Applied;
use zhitu_contract::policy::Language;
use zhitu_domain::id::{AccountId, DownloadId};
use zhitu_domain::mark::MarkNumber;
use zhitu_domain::notice::next_try_s;
use zhitu_domain::resume::file_name;
use zhitu_domain::resume::visibility::Access;
use zhitu_storage::download::DownloadOf;
use zhitu_storage::mailbox::{ApplicationMail, Mailbox};

/// Mails to companies' mailboxes.
pub(crate) struct ApplicationMails;

impl Waiting for ApplicationMails {
    type One = ApplicationMail;
    const NAME: &'static str = "applications to mail";
    const AT_ONCE: usize = 4;

    async fn due(app: &App, most: u32) -> Result<Vec<ApplicationMail>, Failure> {
        Ok(app.store.application_mails_due(app.now(), most).await?)
    }

    async fn claim(app: &App, mail: ApplicationMail) -> Result<Option<ApplicationMail>, Failure> {
        let until = claimed_until(app);
        let claimed = app.store.application_mail_claim(&mail, until).await?;
        Ok(claimed.then_some(ApplicationMail { next_at: until, ..mail }))
    }

    async fn carry(app: &App, mail: &ApplicationMail) -> Result<(), Failure> {
        let (why, is_transient) = match composed(app, mail).await {
            Ok(None) => return Ok(app.store.application_mail_done(mail).await?),
            Ok(Some(composed)) => match app.mail.send(&composed).await {
                Ok(()) => return Ok(app.store.application_mail_arrived(mail).await?),
                Err(error) => (error.to_string(), error.is_transient()),
            },
            // The cause is in the log already.
            Err(_) => ("it could not be composed".to_owned(), true),
        };
        let pause = if is_transient { next_try_s(mail.tries + 1) } else { None };
        tracing::info!(%why, tries = mail.tries + 1, again = pause.is_some(), "an application was not mailed");
        match pause {
            Some(pause) => Ok(app.store.application_mail_later(mail, app.now().plus_seconds(pause)).await?),
            None => Ok(app.store.application_mail_failed(mail, app.now()).await?),
        }
    }
}

/// A mail as of now; `None` when it is no matter any more.
async fn composed(app: &App, mail: &ApplicationMail) -> Result<Option<Mail>, Failure> {
    let Some(mailbox) = mailbox_of(app, mail.company).await? else { return Ok(None) };
    match mail.withdrawn {
        None => applied(app, &mailbox, mail).await,
        Some(copy) => Ok(Some(withdrawn(app, &mailbox, mail, copy))),
    }
}

async fn applied(app: &App, mailbox: &Mailbox, mail: &ApplicationMail) -> Result<Option<Mail>, Failure> {
    let Mailbox { company, set_by, .. } = *mailbox;
    if application_to_mail(app, company, mail.application).await?.is_none() {
        return Ok(None);
    }
    let id = app.secret.application_mail(mail.seq, mail.at, set_by);
    let downloading = Downloading {
        id: DownloadId(id),
        of: DownloadOf::Mailed(mail.application),
        company: Some(company),
        viewer: set_by,
    };
    let Some(download) = recorded(app, &downloading).await? else { return Ok(None) };
    // Decided and read once more: the look comes before it, and it may have been withdrawn in between.
    let Some((application, access)) = application_to_mail(app, company, mail.application).await? else {
        return Ok(None);
    };
    let Some(snapshot) = application.snapshot else { return Ok(None) };
    let seeker = application.account;
    let copied = Copied { content: snapshot.content, seeker, access };
    // The market's language, since nobody asks for it who has one. What the applicant wrote is in theirs.
    let copy = set(app, &downloading, copied, &download, Language::ZhCn).await?;
    let own_file = match application.attachment {
        Some(_) => app.store.application_attachment_content(application.id).await?,
        None => None,
    };
    let alias = alias(app, mailbox, seeker, access).await?;
    let applied = Applied {
        name: &copy.name,
        job: &mail.job_title,
        code: &copy.code,
        form_contact: &snapshot.form_contact,
        has_own_file: own_file.is_some(),
        may_reply: alias.is_some(),
    };
    let pdf = |name, bytes| Attachment { name, media_type: "application/pdf", bytes };
    let marked = pdf(file_name(&copy.name, &copy.position), copy.pdf);
    Ok(Some(Mail {
        to: mailbox.email.as_str().to_owned(),
        subject: applied.subject(),
        text: applied.text(),
        id: Some(id.simple().to_string()),
        headers: alias.map(|alias| ("Reply-To".to_owned(), alias)).into_iter().collect(),
        attachments: [marked].into_iter().chain(own_file.map(|(name, bytes)| pdf(name, bytes))).collect(),
        ..Mail::default()
    }))
}

/// The address under which an answer reaches the applicant, if the rule opens that channel.
async fn alias(
    app: &App,
    mailbox: &Mailbox,
    seeker: AccountId,
    access: Access,
) -> Result<Option<String>, Failure> {
    let company = Some(mailbox.company);
    if !relay_is_open(app, company, seeker, access).await? {
        return Ok(None);
    }
    let opened = relay::open(app, seeker, company, mailbox.set_by).await?;
    Ok(opened.map(|opened| relay::address(app, &opened.seeker)))
}

/// What the mailbox is told of a copy that it has: nothing of the person.
fn withdrawn(app: &App, mailbox: &Mailbox, mail: &ApplicationMail, copy: MarkNumber) -> Mail {
    let code = app.secret.marks().mark(copy).code();
    Mail {
        to: mailbox.email.as_str().to_owned(),
        subject: words::withdrawn_subject(&mail.job_title),
        text: words::withdrawn_text(&mail.job_title, &code),
        id: Some(app.secret.application_mail(mail.seq, mail.at, mailbox.set_by).simple().to_string()),
        ..Mail::default()
    }
}
