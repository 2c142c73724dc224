//! What of the real contact data somebody may see now.

use super::{ContactAsker, ContactItem, ContactItems, ContactOutcome, ContactRequest};
use crate::resume::Basic;
use crate::resume::visibility::Access;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

/// The items that an asker may see now: all that it was granted and that was not withdrawn, as long as it could still
/// ask for them. `access` is what the table gives it now, so a block, a closed account, a lost verification, and a
/// setting under which it could not ask, hide everything at the next request, and what is granted shows again when
/// they are over. Source: S-VIS-06, D6, I1, I2.
pub fn handed_over<'a>(
    requests: impl IntoIterator<Item = &'a ContactRequest>,
    asker: ContactAsker,
    access: Access,
) -> ContactItems {
    requests
        .into_iter()
        .filter(|request| request.asker == asker)
        .filter_map(|request| match request.outcome(access) {
            ContactOutcome::Granted { items } => Some(items),
            ContactOutcome::NotGranted => None,
        })
        .flatten()
        .collect()
}

/// Real contact data on its way to an asker. Its `Debug` shows none.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct RealContact {
    /// The phone number as the seeker typed it, if it was granted and is on file.
    pub phone: Option<String>,
    /// The e-mail address, if it was granted and is on file.
    pub email: Option<String>,
}

impl std::fmt::Debug for RealContact {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("RealContact(<redacted>)")
    }
}

/// The data behind the items of [`handed_over`]: the only way from a résumé to a real number or address for anyone
/// but the seeker (I1).
pub fn real_contact(basic: &Basic, items: &ContactItems) -> RealContact {
    let of = |item, text: &str| {
        let text = text.trim();
        (items.contains(&item) && !text.is_empty()).then(|| text.to_owned())
    };
    RealContact { phone: of(ContactItem::Phone, &basic.phone), email: of(ContactItem::Email, &basic.email) }
}

#[cfg(test)]
#[path = "handed_over_tests.rs"]
mod tests;
