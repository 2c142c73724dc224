//! Keeps messages in memory for whoever runs the demo market; nothing is sent to a person.

use super::{Sms, SmsError, SmsNotice, code_text};
use crate::ports::Clock;
use async_trait::async_trait;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use zhitu_contract::auth::{OutboxMessage, Sensitive};
use zhitu_domain::account::PhoneNumber;

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

    fn keep(&self, phone: &PhoneNumber, text: String) {
        let message = OutboxMessage { to_tail: phone.tail().to_owned(), text, at: self.clock.now() };
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.push_front(message);
        kept.truncate(MOST);
    }
}

#[async_trait]
impl Sms for Development {
    async fn send_code(&self, phone: &PhoneNumber, code: &Sensitive) -> Result<(), SmsError> {
        self.keep(phone, code_text(code));
        Ok(())
    }

    async fn send_notice(&self, phone: &PhoneNumber, notice: &SmsNotice) -> Result<(), SmsError> {
        self.keep(phone, notice.text.clone());
        Ok(())
    }

    fn outbox(&self) -> Option<Vec<OutboxMessage>> {
        Some(self.kept.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect())
    }
}
