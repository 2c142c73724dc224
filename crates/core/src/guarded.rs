//! Ports that only somebody with leave can use.

use crate::permission::Leave;
use std::sync::Arc;
use zhitu_domain::permission::Permission;

/// A port behind a permission.
pub(crate) struct Guarded<P: ?Sized> {
    permission: Permission,
    port: Arc<P>,
}

impl<P: ?Sized> Guarded<P> {
    pub(crate) fn new(permission: Permission, port: Arc<P>) -> Self {
        Self { permission, port }
    }

    /// The port, for a use that leave was given for.
    pub(crate) fn with(&self, leave: &Leave) -> &P {
        // Leave for one thing opens no other; which is asked for stands in the code beside the use.
        assert_eq!(leave.permission(), self.permission, "leave for another permission");
        &self.port
    }

    /// The port, for what touches nothing protected: asking the system how things stand.
    pub(crate) fn unguarded(&self) -> &P {
        &self.port
    }
}
