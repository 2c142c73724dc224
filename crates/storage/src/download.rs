//! Copies of résumés and snapshots that were downloaded, each with its look (I4) and the number of its marks (S-REC-10).

use zhitu_domain::id::{AccountId, ApplicationId, CompanyId, DownloadId, LookId, ResumeId};
use zhitu_domain::mark::MarkNumber;
use zhitu_domain::time::Timestamp;

/// What is downloaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DownloadOf {
    /// The online résumé.
    Resume(ResumeId),
    /// The snapshot of an application to the company.
    Application(ApplicationId),
    /// The same, mailed to the company's mailbox.
    Mailed(ApplicationId),
}

/// A download.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Download {
    /// Key.
    pub id: DownloadId,
    /// What its marks are made of.
    pub mark: MarkNumber,
    /// Whose résumé.
    pub account: AccountId,
    /// That résumé.
    pub resume: Option<ResumeId>,
    /// The application whose snapshot it is; none for the online résumé.
    pub application: Option<ApplicationId>,
    /// It was mailed to the company's mailbox, which `viewer` set.
    pub mailed: bool,
    /// The company's key and name; none for the platform's staff.
    pub company: Option<(CompanyId, String)>,
    /// Who downloaded it.
    pub viewer: AccountId,
    /// Their name and title, when they are a recruiter.
    pub recruiter: Option<(String, String)>,
    /// When.
    pub at: Timestamp,
}

/// A download to be recorded, with its look.
#[derive(Debug, Clone, Copy)]
pub struct NewDownload {
    /// Key; made by the device.
    pub id: DownloadId,
    /// Of what.
    pub of: DownloadOf,
    /// For which company.
    pub company: Option<CompanyId>,
    /// By whom.
    pub viewer: AccountId,
    /// Key of the look.
    pub look: LookId,
    /// Number of the marks.
    pub mark: MarkNumber,
    /// Now.
    pub at: Timestamp,
}

/// What became of recording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DownloadPut {
    /// Recorded, now or before under the same key.
    Stored(Download),
    /// There is no such résumé, or no application to the company that was not withdrawn.
    NotThere,
    /// The key was used for another download.
    OtherDownload,
    /// Another download has the number.
    MarkTaken,
}

operations! {
    /// Records a download and its look, in one transaction, before anything of it is read. The snapshot's application
    /// counts as opened, unless it is mailed: nobody has read it with that.
    async fn download_put(&self, download: &NewDownload) -> DownloadPut;
    /// The download that marks are of.
    async fn download_of_mark(&self, mark: MarkNumber) -> Option<Download>;
    /// The numbers of all marks.
    async fn download_marks(&self) -> Vec<MarkNumber>;
}
