//! Binds nobody: gives out numbers that are nobody's and keeps what would have happened, for whoever runs the demo
//! market.

use super::{Bind, TelephonyError, TelephonyGateway};
use crate::ports::Clock;
use async_trait::async_trait;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use zhitu_contract::auth::OutboxMessage;
use zhitu_domain::account::PhoneNumber;
use zhitu_domain::id::BindingId;

/// How many messages are kept.
const MOST: usize = 100;

/// Codes of areas in which 555-0100 to 555-0199 are kept free for fiction (North American Numbering Plan).
const AREAS: &[u16] = &[206, 212, 303, 310, 312, 404, 415, 503, 602, 617];

/// The development gateway.
pub struct Development {
    clock: Arc<dyn Clock>,
    kept: Mutex<VecDeque<OutboxMessage>>,
}

impl Development {
    /// An empty one.
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        Self { clock, kept: Mutex::new(VecDeque::new()) }
    }

    fn keep(&self, to_tail: String, text: String) -> OutboxMessage {
        let message = OutboxMessage { to_tail, text, at: self.clock.now() };
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.push_front(message.clone());
        kept.truncate(MOST);
        message
    }
}

/// A number of fiction, the same each time for a binding.
fn number(binding: BindingId) -> Option<PhoneNumber> {
    let key = binding.0.as_u64_pair().1 % (AREAS.len() as u64 * 100);
    let area = AREAS.get(usize::try_from(key / 100).ok()?)?;
    PhoneNumber::parse(&format!("+1{area}55501{:02}", key % 100)).ok()
}

#[async_trait]
impl TelephonyGateway for Development {
    async fn bind(&self, bind: Bind<'_>) -> Result<PhoneNumber, TelephonyError> {
        let number = number(bind.binding).ok_or(TelephonyError::Answer)?;
        let shown = number.as_e164();
        let (a, b) = (bind.a.tail(), bind.b.tail());
        let text = format!(
            "【演示数据】虚拟号 {shown}：服务商会接通尾号 {a} 和尾号 {b}，双方互不见号码。这里没有真的绑定。\
             Demo: a provider would connect the numbers ending in {a} and {b} over {shown}. Nobody was bound."
        );
        self.keep(b.to_owned(), text);
        Ok(number)
    }

    async fn unbind(&self, _binding: BindingId) -> Result<(), TelephonyError> {
        Ok(())
    }

    fn play(&self, number: &PhoneNumber, seconds: u32) -> Option<OutboxMessage> {
        let shown = number.as_e164();
        let text = format!(
            "【演示数据】通过 {shown} 演示了一通 {seconds} 秒的电话，没有真的拨打。\
             Demo: a call of {seconds} s over {shown} was played. Nobody was called."
        );
        Some(self.keep(number.tail().to_owned(), text))
    }

    fn outbox(&self) -> Option<Vec<OutboxMessage>> {
        Some(self.kept.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_is_one_of_fiction() {
        for low in 0..u64::from(u16::MAX) {
            let number = number(BindingId(uuid::Uuid::from_u64_pair(0, low))).unwrap();
            let (_, local) = number.as_e164().split_at(5);
            assert!(local.starts_with("55501") && local.len() == 7, "{}", number.as_e164());
        }
    }
}
