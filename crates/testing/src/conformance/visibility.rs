use crate::samples::key;
use zhitu_core::ports::LocalStore;
use zhitu_domain::id::{BlockId, LookId};
use zhitu_domain::record::{Recorded, verify};
use zhitu_domain::resume::visibility::LookKind;
use zhitu_domain::time::Timestamp;

pub(super) async fn names_of_blocks_are_kept_until_they_are_forgotten(store: &dyn LocalStore) {
    let name = |number, name: &str| (BlockId(key(number)), name.to_owned());
    store.block_names_put(&[name(1, "青禾科技"), name(2, "南山咨询")]).await.expect("kept");
    store.block_names_put(&[name(2, "南山咨询公司")]).await.expect("kept");
    assert_eq!(store.block_names().await, Ok(vec![name(1, "青禾科技"), name(2, "南山咨询公司")]));
    store.block_names_remove(&[BlockId(key(1)), BlockId(key(9))]).await.expect("forgotten");
    assert_eq!(store.block_names().await, Ok(vec![name(2, "南山咨询公司")]));
}

pub(super) async fn a_look_is_recorded_once(store: &dyn LocalStore) {
    let look = LookId(key(1));
    let what = Recorded::ResumeLooked {
        look: LookKind::Opened,
        company: Some("青禾科技".to_owned()),
        by: "陈宁 招聘".to_owned(),
    };
    assert_eq!(store.look_is_recorded(look).await, Ok(false));
    assert_eq!(store.look_record(look, &what, Timestamp(1)).await, Ok(true));
    assert_eq!(store.look_record(look, &what, Timestamp(2)).await, Ok(false));
    assert_eq!(store.look_is_recorded(look).await, Ok(true));
    let (entries, head) = store.record_all().await.expect("read");
    let bodies: Vec<&str> = entries.iter().map(|entry| entry.body.as_str()).collect();
    assert_eq!(bodies, [serde_json::to_string(&what).expect("written")]);
    assert_eq!(verify(&entries, &head), None);
    store.record_clear(Timestamp(3)).await.expect("cleared");
    assert_eq!(store.look_record(look, &what, Timestamp(4)).await, Ok(false), "a look does not come back");
}
