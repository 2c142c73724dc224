//! Keys. All are UUIDv7: sortable by creation, made by whoever creates the thing, also off-line.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS, ToSchema)]
        #[serde(transparent)]
        #[ts(type = "string")]
        #[schema(value_type = String, format = Uuid)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(formatter)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }
    )+};
}

ids! {
    /// A person's account.
    AccountId,
    /// One signed-in device of an account.
    SessionId,
    /// A company on the platform.
    CompanyId,
    /// A posting.
    JobId,
    /// A résumé; an account has one in this version.
    ResumeId,
    /// One application of one person to one job.
    ApplicationId,
    /// A conversation of one person and one company about one job.
    ConversationId,
    /// A message; made by its sender, so that it is also the key under which a repeat is recognised.
    MessageId,
    /// A company's request for real contact data; made by who asks, so that it is also the key of a repeat.
    ContactRequestId,
    /// An entry of a seeker's block list; made by the device, which keeps the name that the server does not.
    BlockId,
    /// A download of a résumé or a snapshot; made by who downloads, so that it is also the key of a repeat.
    DownloadId,
    /// A look at a résumé by somebody else.
    LookId,
    /// What a company is to delete of one closed account; made by the server of both.
    ErasureId,
    /// A channel of aliases between one seeker and one company.
    RelayId,
    /// A mail on its way through such a channel.
    RelayMailId,
    /// Contact by virtual number between one seeker and one company.
    VirtualNumberId,
    /// Two people bound to a virtual number for a time.
    BindingId,
    /// A link by which a seeker introduces the résumé to somebody.
    IntroductionId,
    /// An attachment résumé; made by the device, so that it is also the key of a repeat.
    AttachmentId,
}
