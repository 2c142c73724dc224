//! What every `LocalStore` must do. The same suite runs on the one in memory and on the real database.

mod chat;
mod device;
mod kept;
mod resume;
mod visibility;
mod wipe;

use std::sync::Arc;
use zhitu_core::ports::LocalStore;

/// Runs the whole suite; `make` gives an empty store each time.
pub async fn local_store_conformance(make: impl AsyncFn() -> Arc<dyn LocalStore>) {
    device::settings_are_kept(&*make().await).await;
    device::acceptance_and_texts_are_kept(&*make().await).await;
    device::favourites_stand_latest_first_and_once(&*make().await).await;
    device::searches_stand_latest_first_and_once(&*make().await).await;
    device::old_searches_are_dropped(&*make().await).await;
    device::searches_are_deleted_one_by_one_or_all(&*make().await).await;
    device::applications_are_replaced_in_their_order(&*make().await).await;
    device::the_account_is_replaced(&*make().await).await;
    kept::kept_jobs_are_found_by_words_of_title_and_company(&*make().await).await;
    kept::a_kept_job_is_kept_once_as_last_seen(&*make().await).await;
    kept::an_opened_posting_is_kept_whole(&*make().await).await;
    kept::a_removed_posting_is_not_found_any_more(&*make().await).await;
    kept::kept_jobs_go_with_the_whole_history(&*make().await).await;
    kept::kept_jobs_are_found_by_where_they_are(&*make().await).await;
    kept::kept_titles_that_begin_with_the_text_come_first(&*make().await).await;
    kept::jobs_seen_longest_ago_are_dropped(&*make().await).await;
    resume::a_first_edit_is_based_on_nothing(&*make().await).await;
    resume::steps_are_undone_and_redone_in_order(&*make().await).await;
    resume::an_edit_after_undoing_drops_what_could_be_redone(&*make().await).await;
    resume::typing_on_is_one_step(&*make().await).await;
    resume::steps_beyond_the_limit_are_dropped(&*make().await).await;
    resume::a_save_is_clean_only_when_nothing_was_typed_since(&*make().await).await;
    resume::a_joined_copy_replaces_all(&*make().await).await;
    chat::conversations_are_replaced_and_stand_latest_first(&*make().await).await;
    chat::messages_stand_by_number_and_once(&*make().await).await;
    chat::a_message_that_arrived_leaves_the_queue(&*make().await).await;
    chat::the_queue_keeps_its_order(&*make().await).await;
    chat::read_marks_never_go_back(&*make().await).await;
    chat::a_forgotten_conversation_is_gone_and_what_waits_stays(&*make().await).await;
    visibility::names_of_blocks_are_kept_until_they_are_forgotten(&*make().await).await;
    visibility::a_look_is_recorded_once(&*make().await).await;
    wipe::signing_out_wipes_what_is_personal_and_nothing_else(&*make().await).await;
}
