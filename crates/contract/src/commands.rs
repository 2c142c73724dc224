//! The one table of commands.
//!
//! The shell makes its adapters of it, the generator the page's typed client, the tests the snapshot of what a page
//! can do. Each command takes one request and gives one answer or an [`crate::Error`].

/// Calls `$callback!` with a row per command: `feature name(Request) -> Answer, permission;`.
///
/// `permission` is `none` or the id of the device permission that the command needs.
#[macro_export]
macro_rules! for_each_command {
    ($callback:ident) => {
        $callback! {
            device app_state(device::Nothing) -> device::AppState, none;
            device settings_set(device::Settings) -> device::Settings, none;
            device page_ready(device::PageReady) -> device::Nothing, none;

            clipboard clipboard_paste(clipboard::ClipboardPaste) -> clipboard::Findings, clipboard;

            permission permissions_list(device::Nothing) -> Vec<permission::PermissionView>, none;
            permission permission_ask(permission::PermissionAsk) -> permission::PermissionView, none;
            permission permission_answer(permission::PermissionAnswer) -> permission::PermissionView, none;
            permission permission_withdraw(permission::PermissionRef) -> permission::PermissionView, none;
            permission permission_restore(permission::PermissionRef) -> permission::PermissionView, none;

            record record_list(record::RecordList) -> record::RecordPage, none;
            record record_verify(device::Nothing) -> record::RecordVerified, none;
            record record_export(record::RecordExport) -> record::RecordExported, files;
            record record_clear(device::Nothing) -> device::Nothing, none;

            policy policy_show(policy::PolicyShow) -> policy::Policy, none;
            policy policy_accept(policy::PolicyAccept) -> policy::PolicyAcceptance, none;

            auth code_request(auth::CodeAsk) -> auth::CodeResponse, none;
            auth sign_in(auth::SignIn) -> auth::Account, none;
            auth sign_out(device::Nothing) -> device::Nothing, none;
            auth sessions_list(device::Nothing) -> Vec<auth::Session>, none;
            auth session_revoke(auth::SessionRevoke) -> device::Nothing, none;
            auth dev_outbox_show(device::Nothing) -> Vec<auth::OutboxMessage>, none;

            places places_find(places::PlacesFind) -> Vec<places::Place>, none;
            places places_get(places::PlacesGet) -> Vec<places::Place>, none;

            jobs jobs_search(jobs::JobsSearchRequest) -> jobs::JobsSearchView, none;
            jobs jobs_nearby(jobs::JobsNearby) -> jobs::JobsNearbyView, location;
            jobs jobs_suggest(jobs::JobsSuggest) -> jobs::JobsSuggestView, none;
            jobs job_show(jobs::JobRef) -> jobs::JobView, none;
            jobs favourite_set(jobs::FavouriteSet) -> device::Nothing, none;
            jobs favourites_list(device::Nothing) -> Vec<jobs::JobCard>, none;
            jobs search_history_list(device::Nothing) -> Vec<jobs::SearchHistoryEntry>, none;
            jobs search_history_delete(jobs::SearchHistoryDelete) -> device::Nothing, none;

            resume resume_show(device::Nothing) -> resume::ResumeView, none;
            resume resume_edit(resume::ResumeEditCommand) -> resume::ResumeView, none;
            resume resume_undo(device::Nothing) -> resume::ResumeView, none;
            resume resume_redo(device::Nothing) -> resume::ResumeView, none;
            resume resume_take(resume::ResumeTake) -> resume::ResumeView, none;
            resume resume_pages(device::Nothing) -> resume::ResumePages, none;
            resume resume_export_pdf(device::Nothing) -> resume::ResumeExported, files;

            attachments attachments_list(device::Nothing) -> Vec<attachments::Attachment>, none;
            attachments attachment_add(device::Nothing) -> attachments::Attachment, files;
            attachments attachment_save(attachments::AttachmentRef) -> resume::ResumeExported, files;
            attachments attachment_remove(attachments::AttachmentRef) -> device::Nothing, none;

            applications application_preview(jobs::JobRef) -> applications::ApplicationPreview, none;
            applications application_submit(applications::ApplyRequest) -> applications::Application, none;
            applications applications_list(device::Nothing) -> Vec<applications::Application>, none;
            applications application_withdraw(applications::ApplicationRef) -> applications::Application, none;

            introduction introductions_list(device::Nothing) -> Vec<introduction::IntroductionLink>, none;
            introduction introduction_make(introduction::IntroductionMake) -> introduction::IntroductionLink, none;
            introduction introduction_revoke(introduction::IntroductionRef) -> introduction::IntroductionLink, none;
            introduction introduction_open(introduction::IntroductionOpen) -> introduction::IntroducedResume, none;

            visibility visibility_show(device::Nothing) -> visibility::VisibilityView, none;
            visibility visibility_set(visibility::VisibilitySetRequest) -> visibility::VisibilityView, none;
            visibility visibility_preview(visibility::PreviewRequest) -> visibility::Preview, none;
            visibility block_import(visibility::BlockImportText) -> visibility::BlockImport, none;
            visibility employers_list(visibility::EmployersList) -> Vec<visibility::Employer>, none;
            visibility blocks_add(visibility::BlocksAdd) -> visibility::VisibilityView, none;
            visibility block_remove(visibility::BlockRef) -> visibility::VisibilityView, none;
            visibility blocked_application_leave(applications::ApplicationRef) -> visibility::VisibilityView, none;
            visibility companies_find(visibility::CompaniesFind) -> Vec<visibility::CompanyName>, none;
            visibility looks_list(visibility::LooksList) -> Vec<visibility::Look>, none;
            visibility contact_requests_list(device::Nothing) -> Vec<visibility::ContactRequestView>, none;
            visibility contact_request_answer(visibility::ContactRequestAnswer) -> visibility::ContactRequestView, none;
            visibility contact_consent_withdraw(visibility::ContactRequestRef) -> visibility::ContactRequestView, none;

            recruiting recruiter_register(recruiting::RecruiterRegisterRequest) -> auth::Account, none;
            recruiting company_jobs_list(device::Nothing) -> Vec<recruiting::CompanyJob>, none;
            recruiting company_job_save(recruiting::CompanyJobSave) -> recruiting::CompanyJob, none;
            recruiting company_job_close(jobs::JobRef) -> recruiting::CompanyJob, none;
            recruiting applicants_list(jobs::JobRef) -> Vec<recruiting::ApplicantCard>, none;
            recruiting applicant_open(applications::ApplicationRef) -> recruiting::Applicant, none;
            recruiting applicant_download(applications::ApplicationRef) -> resume::ResumeExported, files;
            recruiting applicant_attachment_download(applications::ApplicationRef) -> resume::ResumeExported, files;
            recruiting applicant_stage_set(recruiting::ApplicantStageSet) -> recruiting::ApplicantCard, none;
            mailbox mailbox_show(device::Nothing) -> mailbox::MailboxView, none;
            mailbox mailbox_set(mailbox::MailboxSet) -> auth::CodeResponse, none;
            mailbox mailbox_confirm(mailbox::MailboxConfirm) -> mailbox::MailboxView, none;
            mailbox mailbox_remove(device::Nothing) -> mailbox::MailboxView, none;
            erasure erasures_list(device::Nothing) -> Vec<erasure::Erasure>, none;
            erasure erasure_confirm(erasure::ErasureRef) -> erasure::Erasure, none;

            resumes resumes_search(resumes::ResumesSearchRequest) -> resumes::ResumesSearchResponse, none;
            resumes resume_open(resumes::ResumeRef) -> resumes::OpenedResume, none;
            resumes resume_download(resumes::ResumeRef) -> resume::ResumeExported, files;
            resumes resume_note_set(resumes::ResumeNoteSet) -> Vec<resumes::ResumeNote>, none;
            resumes contact_request_make(resumes::ContactRequestMake) -> resumes::ContactRequestMade, none;
            resumes contact_requests_made(device::Nothing) -> Vec<resumes::ContactRequestMade>, none;
            resumes contact_request_retract(visibility::ContactRequestRef) -> device::Nothing, none;

            recommendations recommendations_list(jobs::JobRef) -> Vec<recommendations::Recommendation>, none;
            recommendations personalisation_show(device::Nothing) -> recommendations::Personalisation, none;
            recommendations personalisation_set(recommendations::Personalisation) -> recommendations::Personalisation, none;
            relay resume_relay_open(resumes::ResumeRef) -> relay::RelayAddress, none;
            relay applicant_relay_open(applications::ApplicationRef) -> relay::RelayAddress, none;
            relay relays_list(device::Nothing) -> Vec<relay::RelayView>, none;
            relay relay_set(relay::RelaySet) -> Vec<relay::RelayView>, none;
            relay work_email_set(relay::WorkEmailSetRequest) -> auth::CodeResponse, none;
            relay work_email_confirm(relay::WorkEmailConfirmRequest) -> relay::WorkEmail, none;
            relay work_email_remove(device::Nothing) -> device::Nothing, none;
            staff staff_session(device::Nothing) -> staff::StaffSession, none;
            staff staff_step_up(staff::SecondFactorRequest) -> staff::StaffSession, none;
            staff staff_resumes_search(staff::StaffResumesSearchRequest) -> resumes::ResumesSearchResponse, none;
            staff staff_resume_open(staff::StaffResumeOpen) -> resumes::OpenedResume, none;

            virtual_number resume_virtual_number_open(resumes::ResumeRef) -> virtual_number::VirtualNumber, none;
            virtual_number applicant_virtual_number_open(applications::ApplicationRef) -> virtual_number::VirtualNumber, none;
            virtual_number virtual_numbers_list(device::Nothing) -> Vec<virtual_number::VirtualNumberView>, none;
            virtual_number virtual_number_set(virtual_number::VirtualNumberSet) -> Vec<virtual_number::VirtualNumberView>, none;
            virtual_number dev_call_play(virtual_number::DevCall) -> auth::OutboxMessage, none;

            notices notices_show(device::Nothing) -> notices::NoticeSettings, none;
            notices notice_choose(notices::NoticeChoose) -> notices::NoticeSettings, none;
            notices notice_zone_set(notices::NoticeZoneSet) -> notices::NoticeSettings, none;
            notices notice_email_set(notices::NoticeEmailSet) -> auth::CodeResponse, none;
            notices notice_email_confirm(notices::NoticeEmailConfirm) -> notices::NoticeSettings, none;
            notices notice_email_remove(device::Nothing) -> notices::NoticeSettings, none;
            notices notice_webhook_set(notices::NoticeWebhookSet) -> notices::NoticeWebhookAdded, none;
            notices notice_webhook_remove(device::Nothing) -> notices::NoticeSettings, none;

            chat conversation_open(chat::ConversationOpen) -> chat::ConversationView, none;
            chat conversations_list(device::Nothing) -> chat::ConversationsView, none;
            chat conversation_show(chat::ConversationRef) -> chat::ConversationView, none;
            chat conversation_end(chat::ConversationEnd) -> chat::ConversationView, none;
            chat conversation_read(chat::ConversationRef) -> device::Nothing, none;
            chat message_send(chat::MessageSend) -> chat::MessageView, none;
            chat message_retry(chat::MessageRef) -> chat::MessageView, none;
            chat message_discard(chat::MessageRef) -> device::Nothing, none;
        }
    };
}

/// A row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CommandRow {
    /// Feature it belongs to: the folder of its name in every layer.
    pub feature: &'static str,
    /// Name.
    pub name: &'static str,
    /// Rust type of the request.
    pub request: &'static str,
    /// Rust type of the answer.
    pub answer: &'static str,
    /// Device permission it needs, or `none`.
    pub permission: &'static str,
}

macro_rules! rows {
    ($($feature:ident $name:ident($($request:tt)::+) -> $answer:ty, $permission:ident;)+) => {
        /// All commands, in the table's order.
        pub const COMMANDS: &[CommandRow] = &[$(CommandRow {
            feature: stringify!($feature),
            name: stringify!($name),
            request: stringify!($($request)::+),
            answer: stringify!($answer),
            permission: stringify!($permission),
        }),+];
    };
}

for_each_command!(rows);
