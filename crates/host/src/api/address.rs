//! Where the server is, which may become known, or change, while the app runs.

use tokio::sync::watch;

#[derive(Debug, Clone, PartialEq, Eq)]
enum Known {
    /// It may come.
    NotYet,
    /// It will not come by itself.
    Not,
    At(String),
}

/// The server's address, shared by those who tell it and those who use it.
///
/// The demo market that an app starts itself has no address until it is up, and gets another when one app's market
/// is taken over by another app.
#[derive(Debug, Clone)]
pub struct ServerAddress {
    sender: watch::Sender<Known>,
}

impl ServerAddress {
    /// An address that is not known yet.
    pub fn pending() -> Self {
        Self { sender: watch::Sender::new(Known::NotYet) }
    }

    /// A known address, such as `https://jobs.example.org`.
    pub fn known(url: &str) -> Self {
        let address = Self::pending();
        address.set(url);
        address
    }

    /// Makes it known, or changes it.
    pub fn set(&self, url: &str) {
        self.sender.send_replace(Known::At(url.trim_end_matches('/').to_owned()));
    }

    /// Says that there is no server, so that nobody waits for it. [`Self::set`] may still make one known.
    pub fn give_up(&self) {
        self.sender.send_replace(Known::Not);
    }

    /// Waits until it is known; `None` when there is no server.
    pub async fn get(&self) -> Option<String> {
        let mut receiver = self.sender.subscribe();
        match receiver.wait_for(|known| *known != Known::NotYet).await.as_deref() {
            Ok(Known::At(url)) => Some(url.clone()),
            _ => None,
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
        assert_eq!(waiting.await.unwrap().as_deref(), Some("http://127.0.0.1:7000"));
        address.set("http://127.0.0.1:7001");
        assert_eq!(address.get().await.as_deref(), Some("http://127.0.0.1:7001"));
    }

    #[tokio::test]
    async fn nobody_waits_for_a_server_that_will_not_come() {
        let address = ServerAddress::pending();
        let (heard, ()) = tokio::join!(address.get(), async { address.give_up() });
        assert_eq!(heard, None);
        address.set("http://127.0.0.1:7000");
        assert!(address.get().await.is_some());
    }
}
