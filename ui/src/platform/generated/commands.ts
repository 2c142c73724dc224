// Made by `cargo xtask gen`; do not edit.

import type {
  Account,
  AppState,
  Applicant,
  ApplicantCard,
  ApplicantStageSet,
  Application,
  ApplicationPreview,
  ApplicationRef,
  ApplyRequest,
  Attachment,
  AttachmentRef,
  BlockImport,
  BlockImportText,
  BlockRef,
  BlocksAdd,
  ClipboardPaste,
  CodeAsk,
  CodeResponse,
  CompaniesFind,
  CompanyJob,
  CompanyJobSave,
  CompanyName,
  ContactRequestAnswer,
  ContactRequestMade,
  ContactRequestMake,
  ContactRequestRef,
  ContactRequestView,
  ConversationEnd,
  ConversationOpen,
  ConversationRef,
  ConversationView,
  ConversationsView,
  DevCall,
  Employer,
  EmployersList,
  Erasure,
  ErasureRef,
  FavouriteSet,
  Findings,
  IntroducedResume,
  IntroductionLink,
  IntroductionMake,
  IntroductionOpen,
  IntroductionRef,
  JobCard,
  JobRef,
  JobView,
  JobsNearby,
  JobsNearbyView,
  JobsSearchRequest,
  JobsSearchView,
  JobsSuggest,
  JobsSuggestView,
  Look,
  LooksList,
  MailboxConfirm,
  MailboxSet,
  MailboxView,
  MessageRef,
  MessageSend,
  MessageView,
  Nothing,
  NoticeChoose,
  NoticeEmailConfirm,
  NoticeEmailSet,
  NoticeSettings,
  NoticeWebhookAdded,
  NoticeWebhookSet,
  NoticeZoneSet,
  OpenedResume,
  OutboxMessage,
  PageReady,
  PermissionAnswer,
  PermissionAsk,
  PermissionRef,
  PermissionView,
  Personalisation,
  Place,
  PlacesFind,
  PlacesGet,
  Policy,
  PolicyAccept,
  PolicyAcceptance,
  PolicyShow,
  Preview,
  PreviewRequest,
  Recommendation,
  RecordExport,
  RecordExported,
  RecordList,
  RecordPage,
  RecordVerified,
  RecruiterRegisterRequest,
  RelayAddress,
  RelaySet,
  RelayView,
  ResumeEditCommand,
  ResumeExported,
  ResumeNote,
  ResumeNoteSet,
  ResumePages,
  ResumeRef,
  ResumeTake,
  ResumeView,
  ResumesSearchRequest,
  ResumesSearchResponse,
  SearchHistoryDelete,
  SearchHistoryEntry,
  SecondFactorRequest,
  Session,
  SessionRevoke,
  Settings,
  SignIn,
  StaffResumeOpen,
  StaffResumesSearchRequest,
  StaffSession,
  VirtualNumber,
  VirtualNumberSet,
  VirtualNumberView,
  VisibilitySetRequest,
  VisibilityView,
  WorkEmail,
  WorkEmailConfirmRequest,
  WorkEmailSetRequest,
} from "./types";

/** What each command takes and answers. */
export type Commands = {
  app_state: { request: Nothing; answer: AppState };
  settings_set: { request: Settings; answer: Settings };
  page_ready: { request: PageReady; answer: Nothing };
  clipboard_paste: { request: ClipboardPaste; answer: Findings };
  permissions_list: { request: Nothing; answer: Array<PermissionView> };
  permission_ask: { request: PermissionAsk; answer: PermissionView };
  permission_answer: { request: PermissionAnswer; answer: PermissionView };
  permission_withdraw: { request: PermissionRef; answer: PermissionView };
  permission_restore: { request: PermissionRef; answer: PermissionView };
  record_list: { request: RecordList; answer: RecordPage };
  record_verify: { request: Nothing; answer: RecordVerified };
  record_export: { request: RecordExport; answer: RecordExported };
  record_clear: { request: Nothing; answer: Nothing };
  policy_show: { request: PolicyShow; answer: Policy };
  policy_accept: { request: PolicyAccept; answer: PolicyAcceptance };
  code_request: { request: CodeAsk; answer: CodeResponse };
  sign_in: { request: SignIn; answer: Account };
  sign_out: { request: Nothing; answer: Nothing };
  sessions_list: { request: Nothing; answer: Array<Session> };
  session_revoke: { request: SessionRevoke; answer: Nothing };
  dev_outbox_show: { request: Nothing; answer: Array<OutboxMessage> };
  places_find: { request: PlacesFind; answer: Array<Place> };
  places_get: { request: PlacesGet; answer: Array<Place> };
  jobs_search: { request: JobsSearchRequest; answer: JobsSearchView };
  jobs_nearby: { request: JobsNearby; answer: JobsNearbyView };
  jobs_suggest: { request: JobsSuggest; answer: JobsSuggestView };
  job_show: { request: JobRef; answer: JobView };
  favourite_set: { request: FavouriteSet; answer: Nothing };
  favourites_list: { request: Nothing; answer: Array<JobCard> };
  search_history_list: { request: Nothing; answer: Array<SearchHistoryEntry> };
  search_history_delete: { request: SearchHistoryDelete; answer: Nothing };
  resume_show: { request: Nothing; answer: ResumeView };
  resume_edit: { request: ResumeEditCommand; answer: ResumeView };
  resume_undo: { request: Nothing; answer: ResumeView };
  resume_redo: { request: Nothing; answer: ResumeView };
  resume_take: { request: ResumeTake; answer: ResumeView };
  resume_pages: { request: Nothing; answer: ResumePages };
  resume_export_pdf: { request: Nothing; answer: ResumeExported };
  attachments_list: { request: Nothing; answer: Array<Attachment> };
  attachment_add: { request: Nothing; answer: Attachment };
  attachment_save: { request: AttachmentRef; answer: ResumeExported };
  attachment_remove: { request: AttachmentRef; answer: Nothing };
  application_preview: { request: JobRef; answer: ApplicationPreview };
  application_submit: { request: ApplyRequest; answer: Application };
  applications_list: { request: Nothing; answer: Array<Application> };
  application_withdraw: { request: ApplicationRef; answer: Application };
  introductions_list: { request: Nothing; answer: Array<IntroductionLink> };
  introduction_make: { request: IntroductionMake; answer: IntroductionLink };
  introduction_revoke: { request: IntroductionRef; answer: IntroductionLink };
  introduction_open: { request: IntroductionOpen; answer: IntroducedResume };
  visibility_show: { request: Nothing; answer: VisibilityView };
  visibility_set: { request: VisibilitySetRequest; answer: VisibilityView };
  visibility_preview: { request: PreviewRequest; answer: Preview };
  block_import: { request: BlockImportText; answer: BlockImport };
  employers_list: { request: EmployersList; answer: Array<Employer> };
  blocks_add: { request: BlocksAdd; answer: VisibilityView };
  block_remove: { request: BlockRef; answer: VisibilityView };
  blocked_application_leave: { request: ApplicationRef; answer: VisibilityView };
  companies_find: { request: CompaniesFind; answer: Array<CompanyName> };
  looks_list: { request: LooksList; answer: Array<Look> };
  contact_requests_list: { request: Nothing; answer: Array<ContactRequestView> };
  contact_request_answer: { request: ContactRequestAnswer; answer: ContactRequestView };
  contact_consent_withdraw: { request: ContactRequestRef; answer: ContactRequestView };
  recruiter_register: { request: RecruiterRegisterRequest; answer: Account };
  company_jobs_list: { request: Nothing; answer: Array<CompanyJob> };
  company_job_save: { request: CompanyJobSave; answer: CompanyJob };
  company_job_close: { request: JobRef; answer: CompanyJob };
  applicants_list: { request: JobRef; answer: Array<ApplicantCard> };
  applicant_open: { request: ApplicationRef; answer: Applicant };
  applicant_download: { request: ApplicationRef; answer: ResumeExported };
  applicant_attachment_download: { request: ApplicationRef; answer: ResumeExported };
  applicant_stage_set: { request: ApplicantStageSet; answer: ApplicantCard };
  mailbox_show: { request: Nothing; answer: MailboxView };
  mailbox_set: { request: MailboxSet; answer: CodeResponse };
  mailbox_confirm: { request: MailboxConfirm; answer: MailboxView };
  mailbox_remove: { request: Nothing; answer: MailboxView };
  erasures_list: { request: Nothing; answer: Array<Erasure> };
  erasure_confirm: { request: ErasureRef; answer: Erasure };
  resumes_search: { request: ResumesSearchRequest; answer: ResumesSearchResponse };
  resume_open: { request: ResumeRef; answer: OpenedResume };
  resume_download: { request: ResumeRef; answer: ResumeExported };
  resume_note_set: { request: ResumeNoteSet; answer: Array<ResumeNote> };
  contact_request_make: { request: ContactRequestMake; answer: ContactRequestMade };
  contact_requests_made: { request: Nothing; answer: Array<ContactRequestMade> };
  contact_request_retract: { request: ContactRequestRef; answer: Nothing };
  recommendations_list: { request: JobRef; answer: Array<Recommendation> };
  personalisation_show: { request: Nothing; answer: Personalisation };
  personalisation_set: { request: Personalisation; answer: Personalisation };
  resume_relay_open: { request: ResumeRef; answer: RelayAddress };
  applicant_relay_open: { request: ApplicationRef; answer: RelayAddress };
  relays_list: { request: Nothing; answer: Array<RelayView> };
  relay_set: { request: RelaySet; answer: Array<RelayView> };
  work_email_set: { request: WorkEmailSetRequest; answer: CodeResponse };
  work_email_confirm: { request: WorkEmailConfirmRequest; answer: WorkEmail };
  work_email_remove: { request: Nothing; answer: Nothing };
  staff_session: { request: Nothing; answer: StaffSession };
  staff_step_up: { request: SecondFactorRequest; answer: StaffSession };
  staff_resumes_search: { request: StaffResumesSearchRequest; answer: ResumesSearchResponse };
  staff_resume_open: { request: StaffResumeOpen; answer: OpenedResume };
  resume_virtual_number_open: { request: ResumeRef; answer: VirtualNumber };
  applicant_virtual_number_open: { request: ApplicationRef; answer: VirtualNumber };
  virtual_numbers_list: { request: Nothing; answer: Array<VirtualNumberView> };
  virtual_number_set: { request: VirtualNumberSet; answer: Array<VirtualNumberView> };
  dev_call_play: { request: DevCall; answer: OutboxMessage };
  notices_show: { request: Nothing; answer: NoticeSettings };
  notice_choose: { request: NoticeChoose; answer: NoticeSettings };
  notice_zone_set: { request: NoticeZoneSet; answer: NoticeSettings };
  notice_email_set: { request: NoticeEmailSet; answer: CodeResponse };
  notice_email_confirm: { request: NoticeEmailConfirm; answer: NoticeSettings };
  notice_email_remove: { request: Nothing; answer: NoticeSettings };
  notice_webhook_set: { request: NoticeWebhookSet; answer: NoticeWebhookAdded };
  notice_webhook_remove: { request: Nothing; answer: NoticeSettings };
  conversation_open: { request: ConversationOpen; answer: ConversationView };
  conversations_list: { request: Nothing; answer: ConversationsView };
  conversation_show: { request: ConversationRef; answer: ConversationView };
  conversation_end: { request: ConversationEnd; answer: ConversationView };
  conversation_read: { request: ConversationRef; answer: Nothing };
  message_send: { request: MessageSend; answer: MessageView };
  message_retry: { request: MessageRef; answer: MessageView };
  message_discard: { request: MessageRef; answer: Nothing };
};

/** A command's name. */
export type CommandName = keyof Commands;

/** All names, in the table's order. */
export const COMMAND_NAMES = [
  "app_state",
  "settings_set",
  "page_ready",
  "clipboard_paste",
  "permissions_list",
  "permission_ask",
  "permission_answer",
  "permission_withdraw",
  "permission_restore",
  "record_list",
  "record_verify",
  "record_export",
  "record_clear",
  "policy_show",
  "policy_accept",
  "code_request",
  "sign_in",
  "sign_out",
  "sessions_list",
  "session_revoke",
  "dev_outbox_show",
  "places_find",
  "places_get",
  "jobs_search",
  "jobs_nearby",
  "jobs_suggest",
  "job_show",
  "favourite_set",
  "favourites_list",
  "search_history_list",
  "search_history_delete",
  "resume_show",
  "resume_edit",
  "resume_undo",
  "resume_redo",
  "resume_take",
  "resume_pages",
  "resume_export_pdf",
  "attachments_list",
  "attachment_add",
  "attachment_save",
  "attachment_remove",
  "application_preview",
  "application_submit",
  "applications_list",
  "application_withdraw",
  "introductions_list",
  "introduction_make",
  "introduction_revoke",
  "introduction_open",
  "visibility_show",
  "visibility_set",
  "visibility_preview",
  "block_import",
  "employers_list",
  "blocks_add",
  "block_remove",
  "blocked_application_leave",
  "companies_find",
  "looks_list",
  "contact_requests_list",
  "contact_request_answer",
  "contact_consent_withdraw",
  "recruiter_register",
  "company_jobs_list",
  "company_job_save",
  "company_job_close",
  "applicants_list",
  "applicant_open",
  "applicant_download",
  "applicant_attachment_download",
  "applicant_stage_set",
  "mailbox_show",
  "mailbox_set",
  "mailbox_confirm",
  "mailbox_remove",
  "erasures_list",
  "erasure_confirm",
  "resumes_search",
  "resume_open",
  "resume_download",
  "resume_note_set",
  "contact_request_make",
  "contact_requests_made",
  "contact_request_retract",
  "recommendations_list",
  "personalisation_show",
  "personalisation_set",
  "resume_relay_open",
  "applicant_relay_open",
  "relays_list",
  "relay_set",
  "work_email_set",
  "work_email_confirm",
  "work_email_remove",
  "staff_session",
  "staff_step_up",
  "staff_resumes_search",
  "staff_resume_open",
  "resume_virtual_number_open",
  "applicant_virtual_number_open",
  "virtual_numbers_list",
  "virtual_number_set",
  "dev_call_play",
  "notices_show",
  "notice_choose",
  "notice_zone_set",
  "notice_email_set",
  "notice_email_confirm",
  "notice_email_remove",
  "notice_webhook_set",
  "notice_webhook_remove",
  "conversation_open",
  "conversations_list",
  "conversation_show",
  "conversation_end",
  "conversation_read",
  "message_send",
  "message_retry",
  "message_discard",
] as const satisfies readonly CommandName[];
