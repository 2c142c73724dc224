//! How much one network address, and one account, may ask for.

use crate::app::App;
use crate::config::Limits;
use crate::failure::Failure;
use crate::ports::Clock;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use governor::clock::Clock as GovernorClock;
use governor::middleware::NoOpMiddleware;
use governor::nanos::Nanos;
use governor::state::keyed::DefaultKeyedStateStore;
use governor::{Quota, RateLimiter};
use std::hash::Hash;
use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;
use std::sync::Arc;
use zhitu_contract::{Error, ErrorCode};
use zhitu_domain::id::AccountId;

/// The server's clock in the form that the limiter takes.
#[derive(Clone)]
struct PortClock(Arc<dyn Clock>);

impl GovernorClock for PortClock {
    type Instant = Nanos;
    fn now(&self) -> Nanos {
        Nanos::from(u64::try_from(self.0.now().0).unwrap_or(0).saturating_mul(1_000))
    }
}

type Limiter<Key> = RateLimiter<Key, DefaultKeyedStateStore<Key>, PortClock, NoOpMiddleware<Nanos>>;

/// Counts by address or account, in memory only.
pub struct Counts {
    clock: PortClock,
    auth: Limiter<IpAddr>,
    requests: Limiter<IpAddr>,
    numbers: Limiter<AccountId>,
}

impl Counts {
    /// Starts counting.
    pub fn new(limits: Limits, clock: Arc<dyn Clock>) -> Self {
        let clock = PortClock(clock);
        let quota = |most: u32| NonZeroU32::new(most).unwrap_or(NonZeroU32::MIN);
        Self {
            auth: RateLimiter::new(
                Quota::per_minute(quota(limits.auth_per_minute)),
                DefaultKeyedStateStore::default(),
                clock.clone(),
            ),
            requests: RateLimiter::new(
                Quota::per_second(quota(limits.requests_per_second))
                    .allow_burst(quota(limits.requests_per_second.saturating_mul(4))),
                DefaultKeyedStateStore::default(),
                clock.clone(),
            ),
            numbers: RateLimiter::new(
                Quota::per_hour(quota(limits.numbers_per_hour)),
                DefaultKeyedStateStore::default(),
                clock.clone(),
            ),
            clock,
        }
    }

    /// Counts a request that has to do with signing in.
    pub fn auth(&self, address: IpAddr) -> Result<(), Failure> {
        self.count(&self.auth, &network(address))
    }

    /// Counts a request.
    pub fn request(&self, address: IpAddr) -> Result<(), Failure> {
        self.count(&self.requests, &network(address))
    }

    /// Counts a virtual number that a recruiter has bound.
    pub fn number(&self, recruiter: AccountId) -> Result<(), Failure> {
        self.count(&self.numbers, &recruiter)
    }

    /// Forgets who is not limited at the moment.
    pub fn forget_idle(&self) {
        self.auth.retain_recent();
        self.requests.retain_recent();
        self.numbers.retain_recent();
    }

    fn count<Key: Clone + Eq + Hash>(&self, limiter: &Limiter<Key>, key: &Key) -> Result<(), Failure> {
        limiter.check_key(key).map_err(|denied| {
            let wait = denied.wait_time_from(self.clock.now()).as_secs() + 1;
            Failure(
                Error::new(ErrorCode::TooManyRequests).detail(serde_json::json!({ "retry_after_s": wait })),
            )
        })
    }
}

/// What counts as one address: of IPv6 the /64 that one customer has.
fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V6(address) => match address.to_ipv4_mapped() {
            Some(mapped) => IpAddr::V4(mapped),
            None => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & (u128::MAX << 64))),
        },
        IpAddr::V4(_) => address,
    }
}

/// Middleware that counts every request.
pub async fn limit(State(app): State<App>, request: Request, next: Next) -> Result<Response, Failure> {
    if let Some(address) = crate::extract::client_address(&app, request.headers(), request.extensions()) {
        app.limits.request(address)?;
    }
    Ok(next.run(request).await)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_customer_of_ipv6_is_one_address() {
        let address = |text: &str| network(text.parse().unwrap());
        assert_eq!(address("2001:db8:1:2:3::4"), address("2001:db8:1:2:ffff::1"));
        assert_ne!(address("2001:db8:1:2::4"), address("2001:db8:1:3::4"));
        assert_eq!(address("::ffff:192.0.2.1"), address("192.0.2.1"));
    }
}
