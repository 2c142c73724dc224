//! Keeps mails in memory for whoever runs the demo market; nothing is sent to a person.

use super::{Envelope, MailError, MailGateway};
use crate::ports::Clock;
use async_trait::async_trait;
use mail_parser::MimeHeaders;
use std::collections::VecDeque;
use std::fmt::Write;
use std::sync::{Arc, Mutex, PoisonError};
use zhitu_contract::auth::OutboxMessage;

/// How many are kept.
const MOST: usize = 100;

/// The development outbox.
pub struct Development {
    clock: Arc<dyn Clock>,
    kept: Mutex<VecDeque<OutboxMessage>>,
}

impl Development {
    /// An empty one.
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        Self { clock, kept: Mutex::new(VecDeque::new()) }
    }
}

#[async_trait]
impl MailGateway for Development {
    async fn deliver(&self, envelope: &Envelope, message: &[u8]) -> Result<(), MailError> {
        let read = mail_parser::MessageParser::default()
            .parse(message)
            .ok_or_else(|| MailError::Form("it is no message".to_owned()))?;
        let mut text = format!("{}\n\n", read.subject().unwrap_or_default());
        text.push_str(&read.body_text(0).unwrap_or_default());
        for file in read.attachments() {
            let (name, size) = (file.attachment_name().unwrap_or_default(), file.len().div_ceil(1024));
            // A string takes all that is written to it.
            let _written = write!(text, "\n[附件 · Attachment: {name}, {size} KB]");
        }
        let kept =
            OutboxMessage { to_tail: format!("@{}", envelope.to.domain()), text, at: self.clock.now() };
        let mut all = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        all.push_front(kept);
        all.truncate(MOST);
        Ok(())
    }

    fn outbox(&self) -> Option<Vec<OutboxMessage>> {
        Some(self.kept.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect())
    }
}
