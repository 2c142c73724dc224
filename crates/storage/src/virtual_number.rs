//! Contact by virtual number: the channels, the bindings that a provider holds, and the calls that it told of.

use crate::company::CompanyName;
use zhitu_domain::account::PhoneNumber;
use zhitu_domain::id::{AccountId, BindingId, CompanyId, VirtualNumberId};
use zhitu_domain::time::Timestamp;
use zhitu_domain::virtual_number::Binding;

/// A binding and whom it is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BindingOf {
    /// Key.
    pub id: BindingId,
    /// Of which channel.
    pub channel: VirtualNumberId,
    /// The seeker.
    pub seeker: AccountId,
    /// The company; none for the platform's staff.
    pub company: Option<CompanyId>,
    /// The recruiter.
    pub recruiter: AccountId,
    /// Keyed hash of both real numbers.
    pub parties: Vec<u8>,
    /// How it stands.
    pub state: Binding,
    /// How often it was tried to end it.
    pub tries: u32,
    /// When it is looked at next.
    pub next_at: Timestamp,
}

/// A channel as the seeker sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VirtualNumberOf {
    /// Key.
    pub id: VirtualNumberId,
    /// The company; none for the platform's staff.
    pub company: Option<CompanyName>,
    /// When it was first opened.
    pub created_at: Timestamp,
    /// The seeker closed it.
    pub closed: bool,
}

/// Opening a channel.
#[derive(Debug, Clone)]
pub struct VirtualNumberOpen<'a> {
    /// Key of a new one.
    pub id: VirtualNumberId,
    /// Key of a new binding.
    pub binding: BindingId,
    /// The seeker.
    pub seeker: AccountId,
    /// The company; none for the platform's staff.
    pub company: Option<CompanyId>,
    /// Who opens it.
    pub recruiter: AccountId,
    /// Keyed hash of both real numbers.
    pub parties: &'a [u8],
    /// Now.
    pub at: Timestamp,
    /// When a new binding ends by itself.
    pub expires_at: Timestamp,
}

/// What there is after opening a channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VirtualNumberOpened {
    /// A binding that was there already, or is being asked for by another request.
    Found(BindingOf),
    /// A new one, which the provider does not know of yet.
    Made(BindingOf),
    /// The seeker closed the channel.
    Closed,
}

/// What became of a provider's answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// The number is kept.
    Kept,
    /// The number connects one of the two to somebody else already.
    Taken,
    /// The binding was ended meanwhile; it is to be ended at the provider once more.
    TooLate,
}

/// A call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Call {
    /// When it began.
    pub began_at: Timestamp,
    /// Its length; none while it lasts.
    pub seconds: Option<u32>,
}

/// What a provider tells of a call.
#[derive(Debug, Clone)]
pub struct NewTelephonyEvent<'a> {
    /// The provider's key of the event.
    pub id: &'a str,
    /// Equal for the same event told twice.
    pub fingerprint: &'a [u8],
    /// Over which binding.
    pub binding: BindingId,
    /// The provider's key of the call.
    pub call: &'a str,
    /// When the call began, if that was not told before.
    pub began_at: Timestamp,
    /// Its length, once it ended.
    pub seconds: Option<u32>,
    /// Now.
    pub at: Timestamp,
}

operations! {
    /// The binding of a channel and one of its recruiters, made when there is none.
    async fn virtual_number_open(&self, open: &VirtualNumberOpen<'_>) -> VirtualNumberOpened;
    /// Whether the seeker closed the channel of a pair.
    async fn virtual_number_is_closed(&self, seeker: AccountId, company: Option<CompanyId>) -> bool;
    /// The channels of a seeker, latest first.
    async fn virtual_numbers_of(&self, seeker: AccountId) -> Vec<VirtualNumberOf>;
    /// Closes a channel of a seeker's, or lets it be opened again; whether it is theirs. Closing ends its bindings in the
    /// same transaction.
    async fn virtual_number_set(&self, seeker: AccountId, id: VirtualNumberId, closed: bool, at: Timestamp) -> bool;
    /// The bindings of an account, on either side, that were not released.
    async fn bindings_of(&self, account: AccountId) -> Vec<BindingOf>;
    /// Keeps the number that a provider answered, and has the binding looked at once more.
    async fn binding_bound(&self, binding: BindingId, number: &PhoneNumber, at: Timestamp) -> Bound;
    /// The bindings that are to be looked at now, those that wait longest first.
    async fn bindings_due(&self, now: Timestamp, limit: u32) -> Vec<BindingOf>;
    /// Takes a binding in hand until `until`; whether nobody else did.
    async fn binding_claim(&self, binding: &BindingOf, until: Timestamp) -> bool;
    /// Looks at a binding in hand again at a time, unless something happened to it meanwhile.
    async fn binding_next(&self, binding: BindingId, claimed: Timestamp, next_at: Timestamp, tries: u32) -> ();
    /// Ends a binding: nobody is shown it any more. It is looked at again at `next_at`.
    async fn binding_end(&self, binding: BindingId, next_at: Timestamp) -> ();
    /// Notes that the provider ended a binding in hand, and forgets its number.
    async fn binding_released(&self, binding: BindingId, claimed: Timestamp, at: Timestamp) -> ();
    /// The latest calls of a channel.
    async fn virtual_number_calls(&self, channel: VirtualNumberId, limit: u32) -> Vec<Call>;
    /// Takes what a provider tells, once; `false` when its key was used for something else. What is told of a binding
    /// that is not there is forgotten.
    async fn telephony_event_put(&self, event: &NewTelephonyEvent<'_>) -> bool;
    /// Deletes the memory of events that were taken before.
    async fn telephony_events_prune(&self, before: Timestamp) -> ();
}
