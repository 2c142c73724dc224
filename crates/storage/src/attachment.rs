//! Attachment résumés, and the copies of them that went with applications (S-RES-06).

use zhitu_domain::contact::ContactItems;
use zhitu_domain::id::{AccountId, ApplicationId, AttachmentId, CompanyId, LookId};
use zhitu_domain::time::Timestamp;

/// An attachment résumé, without its bytes. Its `Debug` shows nothing of what is in it.
#[derive(Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Key.
    pub id: AttachmentId,
    /// The file's name.
    pub name: String,
    /// Its size, in bytes.
    pub size: u32,
    /// How many pages it has.
    pub pages: u32,
    /// All text of it.
    pub text: String,
    /// When it was uploaded.
    pub added_at: Timestamp,
}

impl std::fmt::Debug for Attachment {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Attachment")
            .field("id", &self.id)
            .field("size", &self.size)
            .field("pages", &self.pages)
            .field("added_at", &self.added_at)
            .finish_non_exhaustive()
    }
}

/// An attachment résumé to be stored.
#[derive(Clone, Copy)]
pub struct NewAttachment<'a> {
    /// Key; made by the device.
    pub id: AttachmentId,
    /// Whose.
    pub account: AccountId,
    /// The file's name.
    pub name: &'a str,
    /// The file.
    pub content: &'a [u8],
    /// How many pages it has.
    pub pages: u32,
    /// All text of it.
    pub text: &'a str,
    /// How many the account may have.
    pub most: u32,
    /// Now.
    pub at: Timestamp,
}

/// What became of storing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AttachmentPut {
    /// Stored, now or before under the same key.
    Stored,
    /// The key was used for another file.
    OtherFile,
    /// The account has as many as it may.
    Full,
}

/// The copy that went with an application, without its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentAttachment {
    /// Its name.
    pub name: String,
    /// Its size, in bytes.
    pub size: u32,
    /// How many pages it has.
    pub pages: u32,
    /// What of contact data was handed over with it.
    pub contact: ContactItems,
}

/// Who downloads a copy, as it is recorded.
#[derive(Debug, Clone, Copy)]
pub struct AttachmentOpen {
    /// Key of the look; made by the device.
    pub look: LookId,
    /// Of which application.
    pub application: ApplicationId,
    /// For which company.
    pub company: CompanyId,
    /// By whom.
    pub viewer: AccountId,
    /// Now.
    pub at: Timestamp,
}

/// What became of recording.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AttachmentOpened {
    /// Recorded, now or before under the same key.
    Recorded,
    /// There is no application to the company that was not withdrawn, or nothing came with it.
    NotThere,
    /// The key is another look's.
    OtherLook,
}

operations! {
    /// Stores a file under a new key.
    async fn attachment_put(&self, attachment: &NewAttachment<'_>) -> AttachmentPut;
    /// The account's files, latest first.
    async fn attachments_of(&self, account: AccountId) -> Vec<Attachment>;
    /// Name and bytes of one of the account's files.
    async fn attachment_content(&self, attachment: AttachmentId, account: AccountId) -> Option<(String, Vec<u8>)>;
    /// Deletes one of the account's files; copies that were sent stay. Whether there was one.
    async fn attachment_remove(&self, attachment: AttachmentId, account: AccountId) -> bool;
    /// Records that a company downloads the copy that came with an application, before anything of it is read. The
    /// application counts as opened.
    async fn application_attachment_open(&self, open: &AttachmentOpen) -> AttachmentOpened;
    /// Name and bytes of the copy that came with an application; none once withdrawn.
    async fn application_attachment_content(&self, application: ApplicationId) -> Option<(String, Vec<u8>)>;
}
