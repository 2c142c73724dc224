//! One suite for both databases. Every scenario runs on SQLite in a file of its own and, when `ZHITU_TEST_POSTGRES`
//! names a server (`postgres://user@host:port/postgres`), on PostgreSQL in a database of its own.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails here")]

mod accounts;
mod applications;
mod attachments;
mod conversations;
mod downloads;
mod erasures;
mod introductions;
mod jobs;
mod mailbox;
mod notices;
mod relay;
mod resumes;
mod sessions;
mod staff;
mod support;
mod upgrade;
mod virtual_number;
mod visibility;

use support::{databases, scenarios};

scenarios! {
    accounts::an_account_is_found_by_its_number_alone,
    accounts::the_first_acceptance_of_a_policy_counts,
    accounts::an_account_is_recommended_until_it_says_no,
    accounts::a_closed_account_is_found_by_nobody_and_its_number_is_free,
    accounts::codes_are_counted_per_number,
    accounts::a_code_has_so_many_tries_and_a_time,
    accounts::a_code_that_was_not_sent_does_not_count,
    accounts::codes_are_kept_no_longer_than_they_count,
    sessions::signing_in_makes_the_account_once_and_uses_the_code_up,
    sessions::two_with_one_code_are_one,
    sessions::a_refresh_token_used_twice_ends_its_session,
    sessions::a_session_is_ended_by_its_owner_alone,
    sessions::old_sessions_are_deleted,
    jobs::a_company_is_one_under_its_name,
    jobs::a_recruiter_is_verified_step_by_step,
    jobs::a_posting_is_saved_once_and_edited_by_its_company_alone,
    jobs::many_postings_are_saved_at_once,
    jobs::closing_is_told_once,
    jobs::importing_folds_doubles_and_updates_its_own,
    jobs::favourites_are_kept_per_account,
    resumes::a_resume_is_saved_on_top_of_the_version_seen,
    applications::applying_twice_is_one_application,
    applications::a_closed_job_takes_no_application,
    applications::withdrawing_deletes_the_snapshot,
    applications::opening_is_logged_and_moves_a_new_one_on,
    applications::a_stage_moves_only_from_where_it_was_seen,
    attachments::files_are_an_accounts_own_and_counted,
    attachments::a_copy_goes_with_an_application_and_is_withdrawn_with_it,
    attachments::a_download_of_a_copy_is_a_look_once,
    attachments::closing_takes_files_and_tells_who_had_one,
    conversations::messages_are_numbered_without_gap_and_repeat_is_the_same,
    conversations::many_at_once_leave_no_gap_and_no_double,
    conversations::read_marks_never_go_back,
    conversations::both_sides_see_names_and_counts,
    conversations::staff_have_one_conversation_with_a_person,
    conversations::a_seeker_ends_a_conversation_and_begins_it_anew,
    conversations::a_transaction_that_is_cut_off_leaves_nothing,
    visibility::the_setting_is_kept_and_told_to_the_index,
    visibility::a_resume_is_handed_out_as_far_as_it_was_decided,
    visibility::a_block_holds_for_the_company_under_every_name_it_had,
    visibility::a_block_ends_conversations_in_its_own_transaction,
    visibility::an_application_in_spite_of_a_block_stands_until_the_next_block,
    visibility::looks_are_kept_and_told,
    downloads::a_download_and_its_look_are_one,
    erasures::what_companies_had_of_a_closed_account_is_told_until_they_confirm,
    erasures::mails_over_the_relay_are_told_by_their_alias,
    downloads::two_downloads_under_one_key_are_one,
    visibility::asking_anew_supersedes_what_is_open,
    visibility::notes_are_one_a_recruiter_and_stay_in_the_company,
    visibility::companies_are_found_by_a_part_of_their_name,
    visibility::staff_come_and_go,
    introductions::a_link_is_made_once_and_no_more_than_may_be,
    introductions::an_opening_is_counted_with_its_look_or_not_at_all,
    introductions::a_revoked_link_is_not_opened_from_where_it_was_seen,
    relay::a_work_address_is_confirmed_and_is_one_accounts,
    relay::a_pair_has_its_own_aliases,
    relay::closing_a_channel_leaves_nothing_of_it,
    relay::a_mail_is_kept_once_and_in_one_hand,
    staff::a_second_factor_is_shown_once_a_code_and_ends_with_the_staff,
    staff::wrong_codes_lock_a_second_factor_for_a_while,
    staff::many_entries_at_once_are_one_chain,
    mailbox::a_mailbox_is_confirmed_by_a_code_and_is_one_companys,
    mailbox::an_application_is_put_on_its_way_with_itself_and_only_while_there_is_a_mailbox,
    mailbox::a_mail_is_in_one_hand_and_tells_whether_the_mailbox_works,
    mailbox::a_mailed_copy_is_a_look_of_its_own_and_its_withdrawal_is_told,
    mailbox::closing_an_account_takes_its_mailbox_away,
    virtual_number::a_pair_has_one_binding_and_no_number_of_anothers,
    virtual_number::closing_a_channel_ends_its_bindings,
    virtual_number::what_may_end_a_binding_has_it_looked_at,
    virtual_number::a_call_is_taken_once,
    notices::a_new_account_is_told_of_requests_by_text_message,
    notices::a_notice_takes_the_chosen_ways_that_lead_somewhere,
    notices::a_notice_stays_until_it_arrived_or_is_given_up,
    notices::text_messages_are_counted_once_each,
    notices::a_digest_is_moved_once_and_told_when_there_is_something_to_tell,
    notices::closing_an_account_forgets_where_and_what_it_was_told,
}

/// Every statement of `queries/` runs on every database of this run, so that none serves one alone.
#[tokio::test]
async fn every_statement_runs_on_each_database() {
    for database in databases().await {
        all(&database.store).await;
        database.end().await;
    }
    let run = zhitu_storage::queries_run();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("queries");
    for feature in std::fs::read_dir(&folder).unwrap() {
        let feature = feature.unwrap();
        for file in std::fs::read_dir(feature.path()).unwrap() {
            let file = file.unwrap().file_name().into_string().unwrap();
            let name =
                format!("{}/{}", feature.file_name().into_string().unwrap(), file.trim_end_matches(".sql"));
            for dialect in support::dialects() {
                assert!(
                    run.keys().any(|(on, query)| *on == dialect && *query == name),
                    "{name} never ran on {dialect}"
                );
            }
        }
    }
}
