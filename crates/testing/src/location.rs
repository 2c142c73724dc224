//! A device that is where a test says.

use async_trait::async_trait;
use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};
use zhitu_core::ports::{Accuracy, Fix, Location, LocationError};
use zhitu_domain::permission::SystemPermission;

/// Answers what a test scripted, in order, and notes each read. Without an answer left it is a device that has no source.
pub struct MemoryLocation {
    script: Mutex<Script>,
}

struct Script {
    permission: SystemPermission,
    answers: VecDeque<Result<Fix, LocationError>>,
    reads: Vec<Accuracy>,
    hangs: bool,
}

impl Default for MemoryLocation {
    fn default() -> Self {
        let permission = SystemPermission::NotAsked;
        Self {
            script: Mutex::new(Script {
                permission,
                answers: VecDeque::new(),
                reads: Vec::new(),
                hangs: false,
            }),
        }
    }
}

impl MemoryLocation {
    /// What the system says from now on.
    pub fn set_permission(&self, permission: SystemPermission) {
        self.script().permission = permission;
    }

    /// Adds the answer to one more read.
    pub fn answer(&self, answer: Result<Fix, LocationError>) {
        self.script().answers.push_back(answer);
    }

    /// Never answers a read from now on, like a receiver without a sky.
    pub fn hang(&self) {
        self.script().hangs = true;
    }

    /// Every read so far, by the accuracy asked for (S-LOC-03: none without a use).
    pub fn reads(&self) -> Vec<Accuracy> {
        self.script().reads.clone()
    }

    fn script(&self) -> MutexGuard<'_, Script> {
        self.script.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl Location for MemoryLocation {
    async fn system_permission(&self) -> SystemPermission {
        self.script().permission
    }

    async fn locate(&self, accuracy: Accuracy) -> Result<Fix, LocationError> {
        let hangs = {
            let mut script = self.script();
            script.reads.push(accuracy);
            script.hangs
        };
        if hangs {
            std::future::pending::<()>().await;
        }
        self.script().answers.pop_front().unwrap_or(Err(LocationError::NoSource))
    }
}
