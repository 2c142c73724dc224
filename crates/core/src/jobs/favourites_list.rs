use super::favourite;
use crate::Core;
use crate::call::{is_passing, request};
use crate::ports::Method;
use serde_json::Value;
use std::sync::atomic::Ordering;
use zhitu_contract::device::Nothing;
use zhitu_contract::jobs::JobCard;
use zhitu_contract::{ErrorCode, Result};
use zhitu_domain::id::AccountId;
use zhitu_domain::time::Timestamp;

impl Core {
    /// The kept jobs, last kept first; as last seen while the server cannot answer.
    pub async fn favourites_list(&self, _: Nothing) -> Result<Vec<JobCard>> {
        let cards = match self.signed_in_account().await {
            Some(account) => match self.favourites_fetch(account).await {
                Err(error) if is_passing(&error) || error.code == ErrorCode::SignedOut => {
                    self.store.favourites().await?
                }
                fetched => fetched?,
            },
            None => self.store.favourites().await?,
        };
        // So that one taken out of the list can be put back off-line.
        self.remember(&cards);
        Ok(cards)
    }

    /// A session began: what was kept on this device before is the account's from now on.
    pub(crate) async fn favourites_session_began(&self) {
        self.favourites_unpushed.store(true, Ordering::SeqCst);
        if let Err(error) = self.favourites_push().await {
            tracing::warn!(%error, "the kept jobs of this device are pushed before they are next listed");
        }
    }

    async fn favourites_push(&self) -> Result<()> {
        if self.favourites_unpushed.load(Ordering::SeqCst) {
            // The oldest first: the server's order is that in which they come.
            for card in self.store.favourites().await?.into_iter().rev() {
                match self.call::<Value>(favourite(Method::Put, card.id)).await {
                    // The posting is gone.
                    Err(error) if error.code == ErrorCode::NotFound => {}
                    answer => {
                        answer?;
                    }
                }
            }
            self.favourites_unpushed.store(false, Ordering::SeqCst);
        }
        Ok(())
    }

    async fn favourites_fetch(&self, account: AccountId) -> Result<Vec<JobCard>> {
        self.favourites_push().await?;
        let cards: Vec<JobCard> = self.call(request(Method::Get, "/api/favourites")).await?;
        let _leave = self.personal_write(account).await?;
        for known in self.store.favourites().await? {
            if cards.iter().all(|card| card.id != known.id) {
                self.store.favourite_remove(known.id).await?;
            }
        }
        let mut at = self.now();
        for card in &cards {
            self.store.favourite_put(card, at).await?;
            at = Timestamp(at.0 - 1);
        }
        Ok(cards)
    }
}
