//! Applications: the stages one goes through.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

/// Where an application stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// 新投递: sent, not opened.
    Submitted,
    /// 已查看: the company opened the snapshot.
    Viewed,
    /// 沟通中
    Talking,
    /// 面试
    Interview,
    /// 录用
    Offer,
    /// 不合适: the company ended it.
    Rejected,
    /// 已撤回: the person took it back; the snapshot is hidden from that moment.
    Withdrawn,
}

impl Stage {
    /// All stages, in their order.
    pub const ALL: &[Self] = &[
        Self::Submitted,
        Self::Viewed,
        Self::Talking,
        Self::Interview,
        Self::Offer,
        Self::Rejected,
        Self::Withdrawn,
    ];

    /// Whether the company may move it from here to `next`. Only the person withdraws, only opening makes it
    /// viewed, and nothing leaves [`Stage::Withdrawn`].
    pub fn company_may_move_to(self, next: Self) -> bool {
        self != Self::Withdrawn
            && self != next
            && matches!(next, Self::Talking | Self::Interview | Self::Offer | Self::Rejected)
    }

    /// Whether the snapshot may be opened by the company.
    pub fn shows_snapshot(self) -> bool {
        self != Self::Withdrawn
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_leaves_withdrawn_and_nobody_else_withdraws() {
        for &stage in Stage::ALL {
            assert!(!Stage::Withdrawn.company_may_move_to(stage));
            assert!(!stage.company_may_move_to(Stage::Withdrawn));
            assert!(!stage.company_may_move_to(Stage::Submitted));
        }
        assert!(Stage::Rejected.company_may_move_to(Stage::Talking));
    }
}
