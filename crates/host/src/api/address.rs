//! Where the server is, which may become known, or change, while the app runs.

use tokio::sync::watch;

/// The server's address, shared by those who tell it and those who use it.
///
/// The demo market that an app starts itself has no address until it is up, and gets another when one app's market
/// is taken over by another app.
#[derive(Debug, Clone)]
pub struct ServerAddress {
    sender: watch::Sender<Option<String>>,
}

impl ServerAddress {
    /// An address that is not known yet.
    pub fn pending() -> Self {
        Self { sender: watch::Sender::new(None) }
    }

    /// A known address, such as `https://jobs.example.org`.
    pub fn known(url: &str) -> Self {
        let address = Self::pending();
        address.set(url);
        address
    }

    /// Makes it known, or changes it.
    pub fn set(&self, url: &str) {
        self.sender.send_replace(Some(url.trim_end_matches('/').to_owned()));
    }

    /// Waits until it is known.
    pub async fn get(&self) -> String {
        let mut receiver = self.sender.subscribe();
        loop {
            if let Some(url) = &*receiver.borrow_and_update() {
                return url.clone();
            }
            if receiver.changed().await.is_err() {
                // `self` holds a sender, so that this cannot be; waiting is the honest answer if it were.
                std::future::pending::<()>().await;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn who_waits_for_the_address_gets_it_once_it_is_known() {
        let address = ServerAddress::pending();
        let waiting = tokio::spawn({
            let address = address.clone();
            async move { address.get().await }
        });
        address.set("http://127.0.0.1:7000/");
        assert_eq!(waiting.await.unwrap(), "http://127.0.0.1:7000");
        address.set("http://127.0.0.1:7001");
        assert_eq!(address.get().await, "http://127.0.0.1:7001");
    }
}
