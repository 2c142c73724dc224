//! How long tokens are good, and making a pair.

use crate::app::App;
use crate::failure::Failure;
use crate::secret::{new_token, token_hash};
use zhitu_contract::auth::{Sensitive, TokensResponse};
use zhitu_domain::id::SessionId;
use zhitu_domain::time::Timestamp;
use zhitu_storage::session::NewToken;

/// Seconds that an access token is good.
const ACCESS_S: u32 = 15 * 60;

/// Seconds that a refresh token is good: a device not used for so long signs in again.
pub(super) const REFRESH_S: i64 = 60 * 86_400;

/// A new pair of tokens with their hashes.
pub(super) struct Pair {
    access: Sensitive,
    refresh: Sensitive,
    access_hash: [u8; 32],
    refresh_hash: [u8; 32],
    at: Timestamp,
}

impl Pair {
    pub(super) fn new(app: &App, at: Timestamp) -> Result<Self, Failure> {
        let (access, refresh) = (new_token(app.rng.as_ref())?, new_token(app.rng.as_ref())?);
        let (access_hash, refresh_hash) = (token_hash(access.expose()), token_hash(refresh.expose()));
        Ok(Self { access, refresh, access_hash, refresh_hash, at })
    }

    pub(super) fn access(&self) -> NewToken<'_> {
        NewToken { hash: &self.access_hash, expires_at: self.at.plus_seconds(i64::from(ACCESS_S)) }
    }

    pub(super) fn refresh(&self) -> NewToken<'_> {
        NewToken { hash: &self.refresh_hash, expires_at: self.at.plus_seconds(REFRESH_S) }
    }

    pub(super) fn response(self, session: SessionId) -> TokensResponse {
        TokensResponse {
            access_token: self.access,
            expires_in_s: ACCESS_S,
            refresh_token: self.refresh,
            session,
        }
    }
}
