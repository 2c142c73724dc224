//! Marked copies: recording a download with its look, and setting what was decided about (S-REC-10, I1, I4).

use crate::app::App;
use crate::failure::Failure;
use crate::visibility::{relay_is_open, virtual_number_is_open};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jiff::civil::DateTime;
use jiff::tz::Offset;
use zhitu_contract::ErrorCode;
use zhitu_contract::policy::Language;
use zhitu_contract::resumes::DownloadResponse;
use zhitu_domain::id::{AccountId, CompanyId, DownloadId, LookId};
use zhitu_domain::mark::MarkNumber;
use zhitu_domain::resume::ResumeContent;
use zhitu_domain::resume::visibility::{Access, Action};
use zhitu_domain::time::Timestamp;
use zhitu_storage::download::{Download, DownloadOf, DownloadPut, NewDownload};
use zhitu_typeset::{Channel, Contact, Document, Fonts, Stamp, Typesetter, place_names};

/// Numbers that are drawn before it is given up: of 2^40, hardly a second one is ever needed.
const DRAWS: usize = 4;

/// Who downloads what.
#[derive(Debug, Clone, Copy)]
pub struct Downloading {
    /// The key that the device made.
    pub id: DownloadId,
    /// What.
    pub of: DownloadOf,
    /// For which company.
    pub company: Option<CompanyId>,
    /// Who.
    pub viewer: AccountId,
}

/// What is copied, and what the viewer may do.
#[derive(Debug, Clone)]
pub struct Copied {
    /// Without contact data.
    pub content: ResumeContent,
    /// Whose it is.
    pub seeker: AccountId,
    /// Says which channels the copy names.
    pub access: Access,
}

/// Records a download and its look, before anything is read; `None` if there is no such thing.
pub async fn recorded(app: &App, downloading: &Downloading) -> Result<Option<Download>, Failure> {
    for _ in 0..DRAWS {
        let mut random = [0; 5];
        app.rng.fill(&mut random)?;
        let new = NewDownload {
            id: downloading.id,
            of: downloading.of,
            company: downloading.company,
            viewer: downloading.viewer,
            look: LookId(app.new_id()?),
            mark: MarkNumber::from_random(random),
            at: app.now(),
        };
        match app.store.download_put(&new).await? {
            DownloadPut::Stored(download) => return Ok(Some(download)),
            DownloadPut::NotThere => return Ok(None),
            DownloadPut::OtherDownload => return Err(ErrorCode::IdempotencyMismatch.into()),
            DownloadPut::MarkTaken => {}
        }
    }
    Err(ErrorCode::Unavailable.into())
}

/// A copy with its marks.
pub struct MarkedCopy {
    /// The download that it is.
    pub id: DownloadId,
    /// The code that stands on each page.
    pub code: String,
    /// Full name.
    pub name: String,
    /// Position wanted.
    pub position: String,
    /// The copy itself.
    pub pdf: Vec<u8>,
}

impl From<MarkedCopy> for DownloadResponse {
    fn from(copy: MarkedCopy) -> Self {
        let MarkedCopy { id, code, name, position, pdf } = copy;
        Self { id, code, name, position, pdf: STANDARD.encode(pdf) }
    }
}

/// Sets the copy with its marks.
pub async fn set(
    app: &App,
    downloading: &Downloading,
    copied: Copied,
    download: &Download,
    language: Language,
) -> Result<MarkedCopy, Failure> {
    let mark = app.secret.marks().mark(download.mark);
    let (name, position) = (copied.content.basic.name.clone(), copied.content.intention.position.clone());
    let at = in_china(download.at)?;
    let language = match language {
        Language::ZhCn => zhitu_typeset::Language::Chinese,
        Language::En => zhitu_typeset::Language::English,
    };
    let channels = channels(app, downloading, copied.seeker, copied.access).await?;
    let document = Document {
        place_names: place_names(&copied.content, language),
        contact: Contact::Channels(channels),
        content: copied.content,
        language,
        today: at.date(),
        stamp: Some(Stamp {
            mark,
            company: download.company.as_ref().map(|(_, name)| name.clone()),
            recruiter: download.recruiter.as_ref().map(|(name, _)| name.clone()),
            at,
        }),
    };
    let app = app.clone();
    let pdf = tokio::task::spawn_blocking(move || {
        if let Some(typesetter) = app.setting.get() {
            return typesetter.pdf(&document);
        }
        let typesetter = Typesetter::new(Fonts::bundled())?;
        app.setting.get_or_init(|| typesetter).pdf(&document)
    });
    let pdf = pdf.await.map_err(|error| Failure::internal(&error))?;
    let pdf = pdf.map_err(|error| match error {
        zhitu_typeset::Error::TooSlow => ErrorCode::Unavailable.into(),
        error => Failure::internal(&error),
    })?;
    Ok(MarkedCopy { id: download.id, code: mark.code(), name, position, pdf })
}

/// The ways that the viewer has for a first word (D1), as an opened résumé names them: none shows a real number or address.
async fn channels(
    app: &App,
    downloading: &Downloading,
    seeker: AccountId,
    access: Access,
) -> Result<Vec<Channel>, Failure> {
    let &Downloading { company, viewer, .. } = downloading;
    let mut channels = Vec::new();
    if access.allows(Action::Message) {
        channels.push(Channel::Message);
    }
    if virtual_number_is_open(app, company, seeker, viewer, access).await? {
        channels.push(Channel::VirtualNumber);
    }
    if relay_is_open(app, company, seeker, access).await? {
        channels.push(Channel::RelayEmail);
    }
    Ok(channels)
}

fn in_china(at: Timestamp) -> Result<DateTime, Failure> {
    let at = jiff::Timestamp::from_microsecond(at.0).map_err(|error| Failure::internal(&error))?;
    Ok(Offset::constant(8).to_datetime(at))
}
