// Made by `cargo xtask gen`; do not edit.

/** `GET /api/account`: the signed-in account, as its owner sees it. */
export type Account = {
  /** Key. */
  id: AccountId,
  /** The last two digits of the phone number. */
  phone_tail: string,
  /** The recruiter's side, when the person registered as one. */
  recruiter: RecruiterState | null,
  /** Whether the person is of the platform's own recruiting staff. */
  staff: boolean,
  /** When the account was made. */
  created_at: Timestamp, };

/** A person's account. */
export type AccountId = string;

/** One thing that a viewer may do with a résumé, or may not. In the order of the table's columns. */
export type Action = "recommended" | "searchable" | "view" | "snapshot" | "real_phone" | "real_email" | "relay_email" | "message" | "virtual_number" | "ask_contact";

/** An error as it is sent. `message` is for developers; people read the catalogue's sentence for the code. */
export type AppError = {
  /** The code. */
  code: ErrorCode,
  /** One sentence in English. */
  message: string,
  /** What the code's meaning promises. */
  detail?: unknown, };

/** Command `app_state`: all that the first screen needs to know. */
export type AppState = {
  /** The signed-in account; browsing and searching need none (S-AUTH-05). */
  account: Account | null,
  /** The acceptance of the policy, when given. */
  policy: PolicyAcceptance | null,
  /** Settings. */
  settings: Settings,
  /** Whether the server can be reached. */
  online: boolean,
  /** The server is the demo market that this app started itself. */
  demo_market: boolean,
  /** The session lives in memory only, since there is no keyring; it ends with the app. */
  session_in_memory: boolean,
  /** This device's data could not be read when the app started, its key being lost: the file was set aside, and what
   * the server has comes back with signing in. */
  data_set_aside: boolean,
  /** The app's version. */
  version: string, };

/** `GET /api/recruiter/applications/{id}`: the opened snapshot. Opening is recorded and shown to the sender (I4). */
export type Applicant = {
  /** Key of the application. */
  application: ApplicationId,
  /** To which job. */
  job: JobId,
  /** That job's title. */
  job_title: string,
  /** Where it stands. */
  stage: Stage,
  /** The copy that was sent. */
  snapshot: Snapshot,
  /** The attachment résumé that came with it. Downloading it is recorded by itself. */
  attachment: SentAttachment | null,
  /** The résumé's version it was made of. */
  resume_version: number,
  /** When it was sent. */
  applied_at: Timestamp,
  /** The conversation about it, when there is one. */
  conversation: ConversationId | null,
  /** Whether the channel by e-mail can be used. */
  relay: boolean,
  /** Whether a virtual number can be had. */
  virtual_number: boolean, };

/** `GET /api/recruiter/jobs/{id}/applicants`: an applicant's card. Only what the snapshot has. */
export type ApplicantCard = {
  /** Key of the application. */
  application: ApplicationId,
  /** Full name. */
  name: string,
  /** The position wanted. */
  position: string,
  /** The latest company and position, or the latest school; may be empty. */
  latest: string,
  /** Where it stands; never [`Stage::Withdrawn`]. */
  stage: Stage,
  /** When it was sent. */
  applied_at: Timestamp,
  /** The conversation about it, when there is one. */
  conversation: ConversationId | null, };

/** Command `applicant_stage_set`. */
export type ApplicantStageSet = {
  /** Which application. */
  application: ApplicationId,
  /** The new stage. */
  stage: Stage, };

/** An application as its sender sees it. */
export type Application = {
  /** Key. */
  id: ApplicationId,
  /** The job, as it is now. */
  job: JobCard,
  /** Whether the job is open. */
  job_state: JobState,
  /** Where it stands. */
  stage: Stage,
  /** The résumé's version that went. */
  resume_version: number,
  /** When it was sent. */
  applied_at: Timestamp,
  /** When the stage last changed. */
  stage_at: Timestamp,
  /** When the company first opened the snapshot. */
  first_viewed_at: Timestamp | null,
  /** The conversation about it, when there is one. */
  conversation: ConversationId | null,
  /** The copy of an attachment résumé that the company has; gone once withdrawn. */
  attachment: SentAttachment | null, };

/** One application of one person to one job. */
export type ApplicationId = string;

/** `GET /api/applications/preview/{job}`, and command `application_preview`: exactly what would go. */
export type ApplicationPreview = {
  /** The copy the company would get. */
  snapshot: Snapshot,
  /** The version it is made of. */
  resume_version: number,
  /** What the job's form asks for and the résumé has; of it goes what the person fills in, nothing by itself. */
  form_contact: RealContact,
  /** The attachment résumés, of which one may go with it, and what each shows of contact data now. */
  attachments: Array<Attachment>,
  /** To which company. */
  company: string,
  /** Whether it is mailed to the company's own mailbox too, as a marked copy. */
  mailed: boolean,
  /** What is missing; empty when it can be sent. */
  missing: Array<Missing>, };

/** Command that names one application. */
export type ApplicationRef = {
  /** Which. */
  application: ApplicationId, };

/** `POST /api/applications`: applies with the résumé as it stands on the server. Applying again to the same job
 * answers the application that is there. */
export type ApplyRequest = {
  /** To which job. */
  job: JobId,
  /** The résumé's version that the person saw in the preview; another one on the server is refused with
   * `resume_conflict`, so that nothing goes that was not shown. */
  resume_version: number,
  /** "Unblock for this application" (D5): without it, applying to a blocked company is refused with
   * `company_blocked`. Where there is no block it says nothing. */
  despite_block: boolean,
  /** What the person fills in of what the job's form asks for: `invalid_field` where the form does not ask for it, or
   * the résumé does not have it. */
  form_contact: Array<ContactItem>,
  /** An attachment résumé to send a copy of beside the snapshot: `invalid_field` when the account has none of the key. */
  attachment: AttachmentId | null,
  /** What that file shows of real contact data, which the person hands over with it: exactly that, or it is
   * `invalid_field` with `not_agreed` for what is shown and not in it, `not_shown` for what is in it and not shown. */
  attachment_contact: Array<ContactItem>, };

/** One of the account's attachment résumés. `PUT /api/attachments/{id}` answers it, with the file as its body
 * (`application/pdf`) and the key made by the sender: a repeat is the same file. */
export type Attachment = {
  /** Key. */
  id: AttachmentId,
  /** The file's name, cleaned; ends in `.pdf`. */
  name: string,
  /** Its size, in bytes. */
  bytes: number,
  /** How many pages it has. */
  pages: number,
  /** What it shows of contact data, anybody's: it goes with an application only when exactly this is handed over. */
  shows: Array<ContactItem>,
  /** When it was uploaded. */
  added_at: Timestamp, };

/** An attachment résumé; made by the device, so that it is also the key of a repeat. */
export type AttachmentId = string;

/** Why a file is not taken. */
export type AttachmentProblem = "not_pdf" | "encrypted" | "too_many_pages" | "no_text" | "active_content" | "hidden" | "too_complex";

/** Command that names an attachment résumé. */
export type AttachmentRef = {
  /** Which. */
  attachment: AttachmentId, };

/** Who a sentence is about. */
export type Audience = "employer" | "platform" | "applied_to" | "in_contact" | "blocked";

/** Who the person is. Source: S-RES-01. */
export type Basic = {
  /** Full name, up to 50 characters. */
  name: string,
  /** If stated. */
  sex: Sex | null,
  /** `YYYY-MM-DD`; under 16 is refused and not kept (S-MIN-01). */
  birth_date: string | null,
  /** As typed; validated as a phone number. Never shown to a recruiter (I1). */
  phone: string,
  /** Up to 254 characters. Never shown to a recruiter (I1). */
  email: string,
  /** Year of the first job. */
  first_job_year: number | null,
  /** Where the person lives. */
  residence: PlaceId | null,
  /** Where the person stands. */
  status: Status | null,
  /** 政治面貌, if stated; up to 20 characters. */
  political_status: string,
  /** An http(s) address, up to 200 characters. */
  homepage: string, };

/** A company on the block list. */
export type Block = {
  /** Key. */
  id: BlockId,
  /** The company, when it is on the platform. */
  company: CompanyName | null,
  /** The name as it was given. The server keeps none: it is there on the device that blocked. */
  name: string | null,
  /** How it came here. */
  origin: BlockOrigin,
  /** When. */
  at: Timestamp, };

/** An entry of a seeker's block list; made by the device, which keeps the name that the server does not. */
export type BlockId = string;

/** What was read. */
export type BlockImport = {
  /** The companies, each once, in the list's order. */
  names: Array<ImportedName>,
  /** The lines that give none, in their order. Empty lines are no problem. */
  problems: Array<LineProblem>, };

/** Command `block_import`: reads a list of companies on the device. Nothing of it is kept or sent. */
export type BlockImportText = {
  /** The list, up to [`BLOCK_IMPORT_MAX_BYTES`]. */
  text: string, };

/** How a company came onto the block list. */
export type BlockOrigin = "typed" | "imported" | "employer" | "seen";

/** Command `block_remove`. */
export type BlockRef = {
  /** Which. */
  block: BlockId, };

/** Command `blocks_add`. */
export type BlocksAdd = {
  /** By their names. */
  names: Array<string>,
  /** Companies of the platform. */
  companies: Array<CompanyId>,
  /** How they came here. */
  origin: BlockOrigin, };

/** A number that connects a seeker and a company. */
export type BoundNumber = {
  /** The number (E.164). */
  number: string,
  /** Until when it connects. */
  ends_at: Timestamp, };

/** Command `clipboard_paste`: reads the clipboard once and answers what was found in it. Nothing is applied, and the
 * text itself goes nowhere. */
export type ClipboardPaste = {
  /** Where the person pastes: `paste_code`, `paste_search` or `paste_resume`. */
  purpose: Purpose, };

/** Command `code_request`. */
export type CodeAsk = {
  /** The phone number, as typed. */
  phone: Sensitive, };

/** The answer, equal whether the number has an account or not. */
export type CodeResponse = {
  /** The number in international form, for showing: `+86 138 0013 8000`. */
  sent_to: string,
  /** Seconds for which the code is good. */
  expires_in_s: number,
  /** Seconds until another may be asked for. */
  retry_after_s: number, };

/** `GET /api/companies?q=`, and command `companies_find`: companies of the platform by a part of their name, up to 20. */
export type CompaniesFind = {
  /** A part of the name, up to 100 characters; nothing is found by less than one. */
  q: string, };

/** A company as seekers see it. */
export type CompanyCard = {
  /** Key. */
  id: CompanyId,
  /** Name. */
  name: string,
  /** Industry; may be empty. */
  industry: string,
  /** How large, where known. */
  size: CompanySize | null,
  /** In its own words; may be empty. */
  introduction: string,
  /** Verified by the operator. */
  verified: boolean,
  /** Invented for the demo market. */
  demo: boolean,
  /** Open postings. */
  open_jobs: number, };

/** A company on the platform. */
export type CompanyId = string;

/** `GET /api/recruiter/jobs`: one of the company's postings. */
export type CompanyJob = {
  /** Key. */
  id: JobId,
  /** What it says. */
  content: JobContent,
  /** Whether it takes applications. */
  state: JobState,
  /** When it was posted. */
  posted_at: Timestamp,
  /** When it was last changed. */
  updated_at: Timestamp,
  /** Applications that were not withdrawn. */
  applicants: number,
  /** Of these, not opened yet. */
  new_applicants: number, };

/** Command `company_job_save`. */
export type CompanyJobSave = {
  /** An existing posting's key; `None` posts a new one. */
  job: JobId | null,
  /** What it says. */
  content: JobContent, };

/** A company of the platform. */
export type CompanyName = {
  /** Key. */
  id: CompanyId,
  /** Name. */
  name: string,
  /** Invented for the demo market. */
  demo: boolean, };

/** How many people work at a company. */
export type CompanySize = "up_to19" | "from20_to99" | "from100_to499" | "from500_to999" | "over1000";

/** How far a résumé has come. */
export type Completeness = {
  /** 0 to 100; 100 when nothing is missing. */
  percent: number,
  /** What an application is refused for, most important first. */
  required: Array<Missing>,
  /** What would help, most important first. */
  suggested: Array<Missing>, };

/** What allowed a disclosure. */
export type Consent = "policy" | "act" | "permission";

/** What the seeker says. */
export type ContactAnswer = { "kind": "grant",
  /** To these. */
  items: Array<ContactItem>, } | { "kind": "refuse" } | { "kind": "later" } | { "kind": "ignore" };

/** One piece of real contact data. */
export type ContactItem = "phone" | "email";

/** All that the asker ever learns. */
export type ContactOutcome = { "kind": "granted",
  /** Which. */
  items: Array<ContactItem>, } | { "kind": "not_granted" };

/** Command `contact_request_answer`. */
export type ContactRequestAnswer = {
  /** Which request. */
  request: ContactRequestId,
  /** What the seeker says. */
  answer: ContactAnswer, };

/** A company's request for real contact data; made by who asks, so that it is also the key of a repeat. */
export type ContactRequestId = string;

/** `GET /api/recruiter/contact-requests`, and command `contact_requests_made`: a request of the viewer's company, latest
 * first, those taken back or replaced by a newer one left out. */
export type ContactRequestMade = {
  /** Key. */
  id: ContactRequestId,
  /** About which résumé. */
  resume: ResumeId,
  /** Why. */
  reason: string,
  /** What is wanted. */
  wanted: Array<ContactItem>,
  /** When. */
  asked_at: Timestamp,
  /** All that is told of it: refused, put off, ignored, taken back and blocked are alike. */
  outcome: ContactOutcome, };

/** Command `contact_request_make`. */
export type ContactRequestMake = {
  /** About which résumé. */
  resume: ResumeId,
  /** Why. */
  reason: string,
  /** What is wanted. */
  wanted: Array<ContactItem>, };

/** Command that names one request for contact data. */
export type ContactRequestRef = {
  /** Which. */
  request: ContactRequestId, };

/** What became of a request. */
export type ContactRequestState = { "kind": "asked" } | { "kind": "granted",
  /** What the seeker ticked; some of what was wanted. */
  items: Array<ContactItem>,
  /** When. */
  at: Timestamp, } | { "kind": "refused",
  /** When. */
  at: Timestamp, } | { "kind": "later",
  /** When. */
  at: Timestamp, } | { "kind": "ignored",
  /** When. */
  at: Timestamp, } | { "kind": "withdrawn",
  /** What had been granted. */
  items: Array<ContactItem>,
  /** When it was granted. */
  granted_at: Timestamp,
  /** When it was taken back. */
  at: Timestamp, } | { "kind": "retracted",
  /** When. */
  at: Timestamp, } | { "kind": "superseded",
  /** When. */
  at: Timestamp, };

/** `GET /api/contact-requests`, and command `contact_requests_list`: who asks the seeker for real contact data. */
export type ContactRequestView = {
  /** Key. */
  id: ContactRequestId,
  /** For which company; none when the platform's staff ask. */
  company: CompanyName | null,
  /** Who asks; none for the platform's staff. */
  by: RecruiterName | null,
  /** Why, in their words. */
  reason: string,
  /** What is wanted. */
  wanted: Array<ContactItem>,
  /** When. */
  asked_at: Timestamp,
  /** What became of it. */
  state: ContactRequestState, };

/** A conversation as one of its sides sees it. */
export type Conversation = {
  /** Key. */
  id: ConversationId,
  /** About which job; `None` with the platform's staff. */
  job: JobId | null,
  /** That job's title; empty without one. */
  job_title: string,
  /** Which side the asker is on. */
  side: Side,
  /** The other side's name: the recruiter's and company's, or the seeker's as their résumé says it; empty for the
   * platform's staff. */
  with: string,
  /** The company's name; `None` when the platform's staff stand in its place. */
  company: string | null,
  /** Invented for the demo market. */
  demo: boolean,
  /** The last message's number; 0 when there is none. */
  last_seq: number,
  /** The last message, when there is one. */
  last: Message | null,
  /** Up to which number the asker has read. */
  read_seq: number,
  /** Up to which number the other side has read. */
  other_read_seq: number,
  /** Messages of the other side after `read_seq`. */
  unread: number,
  /** When something last happened in it. */
  updated_at: Timestamp,
  /** The seeker ended it, by hand or by blocking the company: it takes no messages. Told to the seeker only. */
  ended: boolean,
  /** The seeker closed the account: name and texts are deleted. Told to the other side. */
  account_closed: boolean, };

/** Command `conversation_end`. */
export type ConversationEnd = {
  /** Which. */
  conversation: ConversationId,
  /** Whether it is ended, or begun anew. */
  ended: boolean, };

/** A conversation of one person and one company about one job. */
export type ConversationId = string;

/** `POST /api/conversations`: opens the conversation about a job, or answers the one that is there. A seeker names
 * the job, a recruiter the application, or the résumé that was found; the platform's staff the résumé alone. */
export type ConversationOpen = { "about": "job",
  /** About which job. */
  job: JobId, } | { "about": "application",
  /** About which application. */
  application: ApplicationId, } | { "about": "resume",
  /** Which. */
  resume: ResumeId,
  /** About which of the company's postings; the platform's staff have none, and name none. */
  job: JobId | null, };

/** Command that names one conversation. */
export type ConversationRef = {
  /** Which. */
  conversation: ConversationId, };

/** Command `conversation_show`: a conversation with its messages, from the device's database. */
export type ConversationView = {
  /** The conversation. */
  conversation: Conversation,
  /** Its messages in order: those of the server by number, then those still here by time. */
  messages: Array<MessageView>, };

/** Command `conversations_list`. */
export type ConversationsView = {
  /** Latest first. */
  conversations: Array<Conversation>,
  /** Messages of others not yet read, in all. */
  unread: number, };

/** What the core tells the page. The page then asks again for what it shows. */
export type CoreEvent = { "kind": "online",
  /** Which of the two. */
  online: boolean, } | { "kind": "account_changed",
  /** The account. */
  account: Account | null, } | { "kind": "session_in_memory",
  /** Which of the two, as `app_state` has it. */
  session_in_memory: boolean, } | { "kind": "resume_changed" } | { "kind": "conversation_changed",
  /** In which. */
  conversation: ConversationId, } | { "kind": "applications_changed" } | { "kind": "looks_changed" } | { "kind": "visibility_changed" } | { "kind": "contact_requests_changed" } | { "kind": "settings_changed" } | { "kind": "permissions_changed" } | { "kind": "record_changed" };

/** A choice of a filter and how many results it would leave, all other filters held. */
export type Count<T> = {
  /** The choice. */
  value: T,
  /** Results with it. */
  count: number, };

/** ISO 4217 codes of the currencies that postings may use. */
export type Currency = "CNY" | "USD" | "EUR" | "HKD" | "GBP" | "JPY" | "SGD";

/** A kind of personal data. */
export type DataField = "phone" | "sign_in_code" | "device_name" | "policy_acceptance" | "name" | "sex" | "birth_date" | "email" | "residence" | "status" | "political_status" | "homepage" | "first_job_year" | "intention" | "education" | "work" | "projects" | "skills" | "languages" | "self_assessment" | "attachment" | "message_text" | "read_mark" | "job_interest" | "location_cell" | "title" | "company_data" | "blocked_companies";

/** A degree or its equivalent, rising. */
export type Degree = "high_school" | "associate" | "bachelor" | "master" | "doctor";

/** `POST /api/dev/calls`, and command `dev_call_play`: plays a call over a number that the asker is bound to by the
 * development gateway. Nobody is called. */
export type DevCall = {
  /** The number. */
  number: string, };

/** The least education asked for, in rising order. */
export type Education = "any" | "high_school" | "associate" | "bachelor" | "master" | "doctor";

/** A school; see [`EducationEntry`]. */
export type EducationDraft = {
  /** Up to 80 characters. */
  school: string,
  /** Degree, reached or aimed at. */
  degree: Degree | null,
  /** Up to 80 characters. */
  major: string,
  /** First month; `None` where the text says only the year. */
  start: YearMonth | null,
  /** Last month; `None` where the text says only the year. */
  end: YearMonth | null,
  /** Still there. */
  current: boolean,
  /** 全日制 */
  full_time: boolean | null,
  /** Up to 2,000 characters; a line is an item. */
  description: string,
  /** Where the entry stands. */
  span: Span, };

/** One school. Source: S-RES-02. */
export type EducationEntry = {
  /** Key of the entry. */
  id: string,
  /** Up to 80 characters. */
  school: string,
  /** Degree, reached or aimed at. */
  degree: Degree | null,
  /** Up to 80 characters. */
  major: string,
  /** First month. */
  start: YearMonth | null,
  /** Last month; `None` with `current` means it goes on. */
  end: YearMonth | null,
  /** Still there. */
  current: boolean,
  /** 全日制 */
  full_time: boolean | null,
  /** 海外学习经历 */
  overseas: boolean | null,
  /** Up to 2,000 characters; a line is an item. */
  description: string, };

/** A company at which a person works or worked. */
export type Employer = {
  /** As the résumé names it. */
  name: string,
  /** The person works there now. */
  present: boolean, };

/** Command `employers_list`: the employers that the résumé on this device names. */
export type EmployersList = {
  /** Names that are blocked already. A company is known in other spellings of its name too. */
  blocked: Array<string>, };

/** How the work is contracted. */
export type EmploymentType = "full_time" | "part_time" | "internship" | "contract" | "temporary";

/** An application whose snapshot the company had. */
export type ErasedApplication = {
  /** The title of the job. */
  job_title: string,
  /** When it was sent. */
  applied_at: Timestamp, };

/** An attachment résumé that was downloaded. */
export type ErasedAttachment = {
  /** The title of the job that it came with. */
  job_title: string,
  /** Who downloaded it; empty when they are no recruiter any more. */
  by: string,
  /** When. */
  at: Timestamp, };

/** Contact data that was handed over. */
export type ErasedContact = {
  /** What. */
  items: Array<ContactItem>,
  /** When. */
  granted_at: Timestamp, };

/** A copy that was downloaded, or mailed to the company's mailbox. */
export type ErasedCopy = {
  /** The code that stands on each of its pages. */
  code: string,
  /** Who downloaded it, or set the mailbox; empty when they are no recruiter any more. */
  by: string,
  /** It was mailed to the company's mailbox. */
  mailed: boolean,
  /** When. */
  at: Timestamp, };

/** Mails that came over the relay from one alias to one recruiter. */
export type ErasedMails = {
  /** The alias that stands in their From line. It takes no mail any more. */
  from: string,
  /** Whom they came to; empty when they are no recruiter any more. */
  to: string,
  /** When the first was taken. */
  first_at: Timestamp,
  /** When the last was. */
  last_at: Timestamp, };

/** `GET /api/recruiter/erasures`, and command `erasures_list`: a closed account that the company had something of, latest
 * first. */
export type Erasure = {
  /** Key. */
  id: ErasureId,
  /** When the account was closed. */
  closed_at: Timestamp,
  /** Copies that were downloaded or mailed, in the order in which they were. */
  copies: Array<ErasedCopy>,
  /** Attachment résumés that were downloaded, which bear no code. */
  attachments: Array<ErasedAttachment>,
  /** Applications whose snapshots the company had. They are gone here already. */
  applications: Array<ErasedApplication>,
  /** Contact data that was handed over. It is shown no more. */
  contacts: Array<ErasedContact>,
  /** Mails that came over the relay, by the address that they came from, in the order in which they began. */
  mails: Array<ErasedMails>,
  /** Who said that all of it is deleted, and when. */
  confirmed: ErasureConfirmed | null, };

/** That all of it is deleted. */
export type ErasureConfirmed = {
  /** Who said so; empty when they are no recruiter any more. */
  by: string,
  /** When. */
  at: Timestamp, };

/** What a company is to delete of one closed account; made by the server of both. */
export type ErasureId = string;

/** Command `erasure_confirm`. */
export type ErasureRef = {
  /** Which. */
  erasure: ErasureId, };

/** What went wrong. The one table: HTTP status and meaning stand beside each code. */
export type ErrorCode = "invalid_request" | "invalid_field" | "phone_invalid" | "code_wrong" | "code_too_soon" | "code_daily_limit" | "too_many_requests" | "gateway_unavailable" | "work_email_missing" | "webhook_refused" | "signature_invalid" | "policy_not_accepted" | "policy_version_unknown" | "too_young" | "signed_out" | "not_verified" | "not_found" | "attachment_refused" | "attachments_full" | "job_closed" | "resume_incomplete" | "resume_conflict" | "stage_not_allowed" | "application_withdrawn" | "idempotency_mismatch" | "company_blocked" | "contact_request_closed" | "second_factor_required" | "second_factor_wrong" | "second_factor_locked" | "reason_required" | "not_entitled" | "conversation_closed" | "payload_too_large" | "method_not_allowed" | "unsupported_media_type" | "unavailable" | "internal" | "offline" | "server_incompatible" | "store_unavailable" | "store_full" | "store_newer" | "vault_unavailable" | "permission_not_granted" | "clipboard_unavailable" | "location_unavailable" | "cancelled" | "file_not_written" | "file_not_read" | "typeset_failed" | "device_failure";

/** The work experience asked for. */
export type Experience = "any" | "graduate" | "under1" | "from1_to3" | "from3_to5" | "from5_to10" | "over10";

/** What goes on without the permission (R3). */
export type Fallback = "pick_place" | "type_in" | "nothing";

/** Command `favourite_set`: kept on the device, and on the server once signed in. */
export type FavouriteSet = {
  /** Which job. */
  job: JobId,
  /** Kept or no longer. */
  on: boolean, };

/** What a pasted text offers. A posting, a résumé and entries exclude each other; contact data may stand beside any
 * of them. Its `Debug` says only of what kinds there are how many (R7). */
export type Findings = {
  /** Six digits; of a text with several messages the last. */
  sign_in_code: FoundText | null,
  /** In E.164, up to 8, each once. */
  phones: Array<FoundText>,
  /** Up to 8, each once. */
  emails: Array<FoundText>,
  /** A person's name, up to 50 characters. */
  name: FoundText | null,
  /** Links by http, https or the app's own scheme; up to 8, each once. */
  links: Array<FoundText>,
  /** The text is a posting. */
  job: JobDraft | null,
  /** The text is one or some schools, and nothing more. */
  education: Array<EducationDraft>,
  /** The text is one or some jobs held, and nothing more. */
  work: Array<WorkDraft>,
  /** The text is a whole résumé. */
  resume: ResumeDraft | null, };

/** A text that was found. Its `Debug` does not show it (R7). */
export type FoundText = {
  /** As it goes into a field. */
  text: string,
  /** Where it stands. */
  span: Span, };

/** A part of a sentence. What can be done and what cannot are both said, where there is such a thing at all. */
export type Fragment = { "kind": "nothing" } | { "kind": "keeps_snapshot" } | { "kind": "recommended",
  /** Yes or no. */
  allowed: boolean, } | { "kind": "found",
  /** Yes or no. */
  allowed: boolean, } | { "kind": "opens",
  /** Yes or no. */
  allowed: boolean, } | { "kind": "has_snapshot",
  /** Yes or no. */
  allowed: boolean, } | { "kind": "channels",
  /** An alias of the e-mail address. */
  relay_email: boolean,
  /** A message in the app. */
  message: boolean,
  /** A virtual number. */
  virtual_number: boolean, } | { "kind": "real_contact",
  /** The phone number. */
  phone: boolean,
  /** The e-mail address. */
  email: boolean, } | { "kind": "may_ask",
  /** Yes or no. */
  allowed: boolean, };

/** A cell of the geohash grid with six characters: 0.6 km from south to north and, at the equator, 1.2 km from west to
 * east.
 *
 * What the server learns of where somebody is (R6). Its text is the geohash in lower case, the only form accepted. */
export type GeoCell = string;

/** What data left the device for. */
export type Handover = "code_request" | "sign_in" | "resume_save" | "attachment_upload" | "application" | "message" | "conversation" | "favourite" | "nearby_jobs" | "recruiter_register" | "block_list" | "contact_consent" | "introduction" | "notices";

/** Why a line gives no company. */
export type ImportProblem = { "kind": "no_name" } | { "kind": "too_long" } | { "kind": "duplicate",
  /** That line. */
  of: number, } | { "kind": "open_quote" } | { "kind": "too_many" };

/** A company of a list. */
export type ImportedName = {
  /** Its line, from 1. */
  line: number,
  /** As it is written there. */
  name: string, };

/** What the person looks for. Source: S-RES-03. */
export type Intention = {
  /** The position wanted, up to 60 characters. */
  position: string,
  /** The function (职能), up to 60 characters. */
  function: string,
  /** The industry, up to 60 characters. */
  industry: string,
  /** Up to 5 places. */
  places: Array<PlaceId>,
  /** Salary wanted. */
  salary: Salary | null,
  /** How contracted. */
  employment_type: EmploymentType | null,
  /** When work can begin, in the person's words; up to 30 characters. */
  available: string, };

/** What a link opens: the online résumé. It is no channel: neither contact data nor a way to write comes with it. */
export type IntroducedResume = {
  /** The résumé without contact data. */
  shown: ShownResume, };

/** Whom a link is for. */
export type IntroducedTo = { "kind": "company",
  /** Which. */
  company: CompanyName, } | { "kind": "person",
  /** Whether somebody did, so that it opens for nobody else. */
  taken: boolean, };

/** A link by which a seeker introduces the résumé to somebody. */
export type IntroductionId = string;

/** `GET /api/introductions`, and command `introductions_list`: a link as who made it sees it, latest first. */
export type IntroductionLink = {
  /** Key. */
  id: IntroductionId,
  /** What the seeker calls it; empty for a company's when it was not called anything. */
  label: string,
  /** Whom it is for. */
  to: IntroducedTo,
  /** What is handed to them. */
  link: Sensitive,
  /** When it was made. */
  made_at: Timestamp,
  /** From when on it does not open. */
  expires_at: Timestamp,
  /** How many times it opens. */
  max_openings: number,
  /** How many times it did. */
  openings: number,
  /** When it was revoked. */
  revoked_at: Timestamp | null,
  /** Whether it still opens for whom it is for; a block stands before it all the same (S-VIS-08). */
  live: boolean, };

/** Command `introduction_make`. */
export type IntroductionMake = {
  /** What it is called. */
  label: string,
  /** The company that it is for; `None` for one person. */
  company: CompanyName | null,
  /** How many days it lasts. */
  days: number,
  /** How many times it opens. */
  max_openings: number, };

/** `POST /api/introductions/open`, and command `introduction_open`: opens a link that was handed over. The opening
 * counts, is recorded before anything is read, and the seeker is told at once (I4). */
export type IntroductionOpen = {
  /** The link, or a text in which it stands, up to 4,096 bytes. */
  text: Sensitive, };

/** Command that names one link. */
export type IntroductionRef = {
  /** Which. */
  introduction: IntroductionId, };

/** `GET /api/jobs/{id}`: a posting. Closed ones answer too, and say so. */
export type Job = {
  /** Key. */
  id: JobId,
  /** What it says. */
  content: JobContent,
  /** Whether it takes applications. */
  state: JobState,
  /** Whose it is. */
  company: CompanyCard,
  /** The name of the recruiter to talk to; empty for imported postings, which nobody answers here. */
  contact: string,
  /** Where it came from, when it was imported: the original's address or key. */
  source: string | null,
  /** When it was posted. */
  posted_at: Timestamp,
  /** When it was last changed. */
  updated_at: Timestamp,
  /** This person's application to it, when signed in and not withdrawn. */
  my_application: ApplicationId | null, };

/** A result. */
export type JobCard = {
  /** Key. */
  id: JobId,
  /** Title. */
  title: string,
  /** The company's name. */
  company: string,
  /** Invented for the demo market: marked 演示数据 wherever it is shown. */
  demo: boolean,
  /** Pay. */
  salary: Salary | null,
  /** The gazetteer's place. */
  place: PlaceId | null,
  /** As it was written, where no place was recognised. */
  address: string,
  /** Position, where known. */
  point: Point | null,
  /** May be done from anywhere. */
  remote: boolean,
  /** How contracted. */
  employment_type: EmploymentType,
  /** Experience asked for. */
  experience: Experience,
  /** Education asked for. */
  education: Education,
  /** Skills and terms. */
  tags: Array<string>,
  /** When it was posted. */
  posted_at: Timestamp,
  /** Kilometres from the circle's centre, where both are known. */
  distance_km: number | null, };

/** What a posting says: all that its company writes. */
export type JobContent = {
  /** 2 to 100 characters. */
  title: string,
  /** Plain text, paragraphs and `- ` lists; up to 20,000 characters. */
  description: string,
  /** Pay; absent where the source said none. */
  salary: Salary | null,
  /** Where. */
  workplace: Workplace,
  /** How contracted. */
  employment_type: EmploymentType,
  /** Experience asked for. */
  experience: Experience,
  /** Least education asked for. */
  education: Education,
  /** Skills and terms worth a word of their own; up to 20 of up to 40 characters. */
  tags: Array<string>,
  /** Real contact data that the company's own form asks applicants for, as campus recruiting does; everybody may leave
   * it out (S-APP-03, D4). */
  form_contact: Array<ContactItem>, };

/** A posting. What it does not say is empty or `None`. */
export type JobDraft = {
  /** Up to 100 characters. */
  title: string,
  /** Up to 80 characters. */
  company: string,
  /** Pay, where an amount is named. */
  salary: Salary | null,
  /** 面议: pay is to be agreed on. */
  negotiable: boolean,
  /** Where. */
  place: PlaceId | null,
  /** Experience asked for. */
  experience: Experience | null,
  /** Least education asked for. */
  education: Education | null, };

/** A posting. */
export type JobId = string;

/** Command `job_show` and others that name one job. */
export type JobRef = {
  /** Which. */
  job: JobId, };

/** Whether a posting takes applications. */
export type JobState = "open" | "closed";

/** The answer of command `job_show`. */
export type JobView = {
  /** The posting. */
  job: Job,
  /** The server could not be reached: this is how it was when it was last opened on this device. */
  kept: boolean, };

/** Counts for the filters. A filter's own choice does not narrow its own counts. */
export type JobsFacets = {
  /** By experience, every value once. */
  experience: Array<Count<Experience>>,
  /** By education, every value once. */
  education: Array<Count<Education>>,
  /** By contract, every value once. */
  employment_type: Array<Count<EmploymentType>>,
  /** By monthly salary in fen of renminbi: at least 0, 5,000, 10,000, 15,000, 20,000, 30,000, 50,000 yuan. */
  salary_min: Array<Count<number>>,
  /** By radius in kilometres round the place: 1, 3, 5, 10, 25, 50, 100; empty without `near`. */
  radius_km: Array<Count<number>>,
  /** That may be done from anywhere. */
  remote: number, };

/** Command `jobs_nearby`: what is round the device. Needs the permission `location`; the server learns a cell and a
 * radius, the device measures (R6, S-LOC-01). */
export type JobsNearby = {
  /** Words, up to 200 characters; empty for all. */
  text: string,
  /** One of 1, 3, 5, 10 kilometres. */
  radius_km: number,
  /** The person asked for the exact position, not the coarse one. */
  exact: boolean, };

/** The jobs round the device, nearest first. */
export type JobsNearbyView = {
  /** Up to 300; `distance_km` is from here, worked out on the device. */
  jobs: Array<NearbyJob>,
  /** There are more within the radius. */
  more: boolean,
  /** The place of the gazetteer that is nearest to here. */
  place: PlaceId | null,
  /** How exact the position is, in metres, where its source says. */
  accuracy_m: number | null,
  /** When the position was read; it is used again for five minutes (R6). */
  located_at: Timestamp,
  /** What the server was told, or would have been where `kept`: this cell, and the radius. */
  cell: GeoCell,
  /** The server could not be reached: these are kept jobs, found by title and company. */
  kept: boolean, };

/** `POST /api/jobs/search`, and command `jobs_search`. */
export type JobsSearchRequest = {
  /** Words, up to 200 characters; empty for all. */
  text: string,
  /** Within a circle. */
  near: Near | null,
  /** Around a cell instead, sorted by distance from its centre; the command `jobs_nearby` asks so. Not with `near`. */
  near_cell: NearCell | null,
  /** Pays at least this much a month, in fen of renminbi: the top of the range reaches it. 0 asks for nothing. */
  salary_min: number | null,
  /** Any of these; empty for all. The same for the next two. */
  experience: Array<Experience>,
  /** See `experience`. */
  education: Array<Education>,
  /** See `experience`. */
  employment_type: Array<EmploymentType>,
  /** Only jobs that may be done from anywhere. */
  remote: boolean,
  /** Order. */
  sort: JobsSort,
  /** First result, from 0; at most 10,000. */
  offset: number,
  /** How many, 1 to 100. */
  limit: number, };

/** The answer of command `jobs_search`: the server's, or what fits among the jobs that the device kept. */
export type JobsSearchView = {
  /** The results asked for. */
  jobs: Array<JobCard>,
  /** Exact number of all results. */
  total: number,
  /** Counts for the filters. */
  facets: JobsFacets,
  /** The server could not be reached: these are kept jobs, found by title and company. */
  kept: boolean, };

/** The order of results. */
export type JobsSort = "relevance" | "date" | "salary" | "distance";

/** Command `jobs_suggest`, and the query of `GET /api/jobs/suggest`. */
export type JobsSuggest = {
  /** What was typed: Chinese, English or pinyin; up to 60 characters. */
  text: string, };

/** The answer of command `jobs_suggest`. */
export type JobsSuggestView = {
  /** Best first, up to 8. */
  suggestions: Array<Suggestion>,
  /** The server could not be reached: these are of kept jobs, and so are their counts. */
  kept: boolean, };

/** The languages that texts for people come in. */
export type Language = "zh-CN" | "en";

/** A language; see [`LanguageEntry`]. */
export type LanguageDraft = {
  /** Up to 40 characters. */
  name: string,
  /** How well. */
  level: LanguageLevel | null,
  /** A certificate or score, up to 40 characters. */
  certificate: string, };

/** One language. Source: S-RES-05. */
export type LanguageEntry = {
  /** Key of the entry. */
  id: string,
  /** Up to 40 characters. */
  name: string,
  /** How well. */
  level: LanguageLevel | null,
  /** A certificate or score, up to 40 characters. */
  certificate: string, };

/** How well a language is spoken. */
export type LanguageLevel = "basic" | "conversational" | "professional" | "native";

/** A line that gives no company. */
export type LineProblem = {
  /** Which, from 1. */
  line: number,
  /** Why. */
  problem: ImportProblem, };

/** Somebody looked at the résumé (I4, S-VIS-10). */
export type Look = {
  /** Key. */
  id: LookId,
  /** When. */
  at: Timestamp,
  /** What was done. */
  kind: LookKind,
  /** The company that they acted for; none for the platform's staff and for persons. */
  company: CompanyName | null,
  /** Who; none for the platform's staff and for persons. */
  by: RecruiterName | null,
  /** The title of the job that was applied to, for a snapshot. */
  job: string | null,
  /** What the introduction link is called by which they came. */
  introduction: string | null,
  /** Why the platform's staff looked; none for companies. */
  reason: StaffReasonKind | null, };

/** A look at a résumé by somebody else. */
export type LookId = string;

/** What was done. */
export type LookKind = "opened" | "snapshot_opened" | "downloaded" | "attachment_downloaded" | "mailed" | "staff_opened" | "introduced";

/** `GET /api/visibility/looks?before=`, and command `looks_list`: 50 at once, latest first. */
export type LooksList = {
  /** Only those before this one. */
  before: LookId | null, };

/** A confirmed address that applications are mailed to. */
export type Mailbox = {
  /** It. */
  email: string,
  /** The name of the recruiter who confirmed it, in whose name copies go; empty when they are no recruiter any more. */
  set_by: string,
  /** When. */
  confirmed_at: Timestamp,
  /** Whether something goes there: not once who set it may not recruit for the company any more. */
  active: boolean,
  /** Since when what is sent there does not arrive. */
  failing_since: Timestamp | null, };

/** `POST /api/recruiter/mailbox/confirm`, and command `mailbox_confirm`. */
export type MailboxConfirm = {
  /** The code that was mailed. */
  code: string, };

/** `PUT /api/recruiter/mailbox`, and command `mailbox_set`: mails a code to an address that applications shall go to. An
 * address that is confirmed stays until the new one is. */
export type MailboxSet = {
  /** The address, up to 254 characters. */
  email: string, };

/** `GET /api/recruiter/mailbox`, and command `mailbox_show`: what all recruiters of the company see. */
export type MailboxView = {
  /** Whether this server sends mail. */
  offered: boolean,
  /** Where applications are mailed. */
  mailbox: Mailbox | null, };

/** A term that a posting and a résumé share. */
export type Match = { "kind": "position",
  /** As the résumé says it. */
  position: string, } | { "kind": "skill",
  /** As the résumé says it. */
  skill: string, } | { "kind": "years",
  /** Years of work. */
  years: number, } | { "kind": "degree",
  /** The résumé's. */
  degree: Degree, } | { "kind": "place",
  /** The place wanted. */
  place: PlaceId, };

/** A message as the server has it. */
export type Message = {
  /** Key. */
  id: MessageId,
  /** In which conversation. */
  conversation: ConversationId,
  /** 1, 2, 3, … without a gap within the conversation. */
  seq: number,
  /** Whose. */
  from: Side,
  /** What it says. */
  text: string,
  /** When the server took it. */
  sent_at: Timestamp, };

/** A message; made by its sender, so that it is also the key under which a repeat is recognised. */
export type MessageId = string;

/** Command that names one message of one's own that is not sent. */
export type MessageRef = {
  /** Which. */
  message: MessageId, };

/** Command `message_send`. */
export type MessageSend = {
  /** In which conversation. */
  conversation: ConversationId,
  /** What it says. */
  text: string, };

/** Where a message stands. */
export type MessageState = "unsent" | "refused" | "sent" | "read";

/** A message as the page shows it. */
export type MessageView = {
  /** Key. */
  id: MessageId,
  /** Number; `None` until the server has it. */
  seq: number | null,
  /** Whose. */
  from: Side,
  /** Whether it is this person's own. */
  mine: boolean,
  /** What it says. */
  text: string,
  /** When it was written here, or taken by the server. */
  at: Timestamp,
  /** Where an own message stands. */
  state: MessageState, };

/** A thing that is not there yet. */
export type Missing = "name" | "phone" | "position" | "places" | "education" | "experience" | "birth_date" | "residence" | "status" | "salary" | "work_description" | "skills" | "self_assessment";

/** A circle round a place that was picked by hand. */
export type Near = {
  /** The centre is this place's. */
  place: PlaceId,
  /** 1 to 500. */
  radius_km: number, };

/** A circle round whoever is in a cell: all that is within `radius_km` of any point of it. */
export type NearCell = {
  /** The cell: all that is told of where somebody is (R6). */
  cell: GeoCell,
  /** 1 to 100. */
  radius_km: number, };

/** A job and the way to it. */
export type NearbyJob = {
  /** It. */
  job: JobCard,
  /** Direction from here in degrees, clockwise from north, 0 to 360. */
  bearing_deg: number, };

/** Why a function may not use a permission now. Its fallback is offered in each case (R3). */
export type NotGranted = "must_ask" | "quiet" | "busy" | "system" | "restricted" | "unsupported";

/** For commands that take or give nothing. */
export type Nothing = Record<symbol, never>;

/** A kind that a person wants by a way. */
export type NoticeChoice = {
  /** What. */
  kind: NoticeKind,
  /** How. */
  way: NoticeWay, };

/** `PUT /api/notices/choices`, and command `notice_choose`: switches one kind by one way on or off. */
export type NoticeChoose = {
  /** What. */
  kind: NoticeKind,
  /** How. Text messages are for `contact_request` and `application`. */
  way: NoticeWay,
  /** Whether it is told so. */
  on: boolean, };

/** An address that was confirmed by a code. */
export type NoticeEmail = {
  /** It. */
  email: string,
  /** When it was confirmed. */
  confirmed_at: Timestamp,
  /** Since when what is sent there does not arrive. */
  failing_since: Timestamp | null, };

/** `POST /api/notices/email/confirm`, and command `notice_email_confirm`. */
export type NoticeEmailConfirm = {
  /** The code that was mailed. */
  code: string, };

/** `PUT /api/notices/email`, and command `notice_email_set`: mails a code to an address that notices shall go to. */
export type NoticeEmailSet = {
  /** The address, up to 254 characters. */
  email: string, };

/** What a notice is about. In the app all of it is told anyway. */
export type NoticeKind = "contact_request" | "message" | "look" | "application" | "weekly_digest";

/** `GET /api/notices`, and command `notices_show`. */
export type NoticeSettings = {
  /** What can be told by which way: the kinds that come by it, and the ways that this server has. */
  offered: Array<NoticeChoice>,
  /** What is told by which way, once there is an address for it. */
  choices: Array<NoticeChoice>,
  /** The last two digits of the number that text messages go to: the one that the person signs in with. */
  phone_tail: string,
  /** The address that notices are mailed to. */
  email: NoticeEmail | null,
  /** The address that they are posted to. */
  webhook: NoticeWebhook | null,
  /** The time zone by which the weekly digest is due, on Mondays at nine: a name such as `Asia/Shanghai`. */
  zone: string, };

/** How a notice reaches a person. */
export type NoticeWay = "mail" | "sms" | "webhook";

/** An address that answered a challenge. */
export type NoticeWebhook = {
  /** It. */
  url: string,
  /** When it answered. */
  confirmed_at: Timestamp,
  /** Since when what is sent there does not arrive. */
  failing_since: Timestamp | null, };

/** A webhook that was added. */
export type NoticeWebhookAdded = {
  /** The secret that every post is signed under. It is shown this once; the next address has another. */
  secret: Sensitive,
  /** What is set now. */
  settings: NoticeSettings, };

/** `PUT /api/notices/webhook`, and command `notice_webhook_set`. The address gets `{"kind": "confirm", "challenge": "…"}`
 * at once and must answer with the challenge as its body, so that nobody has others' notices sent to a stranger.
 *
 * Every post has the header `zhitu-signature: t=<seconds>,v1=<hex HMAC-SHA256 of "<seconds>.<body>" under the secret>`.
 * Its body has an `id`: the same notice comes again under the same one. Whoever checks the time and the id cannot be
 * played an old post. */
export type NoticeWebhookSet = {
  /** `https://…`, up to 500 bytes, on the public Internet. */
  url: string, };

/** `PUT /api/notices/zone`, and command `notice_zone_set`. */
export type NoticeZoneSet = {
  /** The time zone, by its name in the IANA database. */
  zone: string, };

/** `GET /api/recruiter/resumes/{id}`, and command `resume_open`. The look is recorded before anything is read, and the
 * seeker is told at once (I4). */
export type OpenedResume = {
  /** Key. */
  resume: ResumeId,
  /** The résumé without contact data. */
  shown: ShownResume,
  /** What the viewer may do. */
  access: Array<Action>,
  /** Whether the channel by e-mail can be used: the rule opens it, this server relays mail, and the seeker did not
   * close it to this company. */
  relay: boolean,
  /** Whether a virtual number can be had: the rule opens it, this server binds numbers, both sides have one, and the
   * seeker did not close the channel to this company. */
  virtual_number: boolean,
  /** The real contact data that the seeker handed over to this viewer's company. */
  contact: RealContact,
  /** What became of asking for contact data, when it was asked. */
  request: ContactOutcome | null,
  /** The company's own notes. */
  notes: Array<ResumeNote>,
  /** The latest conversation with this seeker that the company has. */
  conversation: ConversationId | null, };

/** Message that the demo market would have sent (`GET /api/dev/outbox`); only with a development gateway. */
export type OutboxMessage = {
  /** To whom, masked to its tail: the last two digits of a number, `@` and the domain of an e-mail address. */
  to_tail: string,
  /** The text. */
  text: string,
  /** When. */
  at: Timestamp, };

/** Command `page_ready`: the page says that a screen can be used. Read by `--screenshot` and `bench start`. */
export type PageReady = {
  /** Which screen. */
  screen: string, };

/** What the system guards. Source: the eight rows of the permission page (S-PERM-01). */
export type Permission = "location" | "notifications" | "camera" | "microphone" | "photos" | "clipboard" | "files" | "calendar";

/** Command `permission_answer`: what the person said on the sheet. */
export type PermissionAnswer = {
  /** About which permission. */
  permission: Permission,
  /** What. */
  answer: SheetAnswer, };

/** Command `permission_ask`: opens the sheet for a function that said `permission_not_granted` with `must_ask`. */
export type PermissionAsk = {
  /** The function. */
  purpose: Purpose,
  /** From the page of permissions, where the 48 hours after a refusal do not count (R4). */
  by_person: boolean, };

/** Commands `permission_withdraw` and `permission_restore`. */
export type PermissionRef = {
  /** Which. */
  permission: Permission, };

/** `detail` of `permission_not_granted`. */
export type PermissionRefusal = {
  /** What is needed. */
  permission: Permission,
  /** For what. */
  purpose: Purpose,
  /** Why not now. `must_ask`: the sheet may be opened. */
  reason: NotGranted,
  /** What is offered at once instead (R3). */
  fallback: Fallback, };

/** How a permission stands in the app. */
export type PermissionState = "never_asked" | "asked" | "system_prompt" | "granted_once" | "granted" | "denied" | "denied_for_good" | "restricted" | "withdrawn" | "unsupported";

/** How a permission stands, in the app and in the system. */
export type PermissionView = {
  /** Which. */
  permission: Permission,
  /** Whether an answer stands for later uses; otherwise each act asks and answers at once. */
  stands: boolean,
  /** The functions that need it; none in this version for some. */
  purposes: Array<Purpose>,
  /** In the app. */
  state: PermissionState,
  /** In the system, as last heard. */
  system: SystemPermission,
  /** When it was last asked for. */
  asked_at: Timestamp | null,
  /** When it was last used. */
  used_at: Timestamp | null,
  /** For what. */
  used_for: Purpose | null,
  /** Until when the app does not ask for it by itself (R4). */
  quiet_until: Timestamp | null, };

/** `GET` and `PUT /api/account/personalisation`, and commands `personalisation_show` and `personalisation_set`: whether
 * this account's data may be used to recommend (S-RECO-03). Off holds from the next request of anybody (I2). */
export type Personalisation = {
  /** It may. */
  on: boolean, };

/** A place. */
export type Place = {
  /** Key. */
  id: PlaceId,
  /** Name in Chinese (`徐汇区`); the English one where none is known. */
  name_zh: string,
  /** Name in English (`Xuhui`); the Chinese one where none is known. */
  name_en: string,
  /** What it lies in, nearest first, in Chinese: `["上海市"]`. */
  within_zh: Array<string>,
  /** The same in English. */
  within_en: Array<string>,
  /** Its centre. */
  point: Point, };

/** A place of the gazetteer.
 *
 * Up to 999,999 it is an administrative division code of mainland China (GB/T 2260: 310104 is 徐汇区); above,
 * 1,000,000 + the GeoNames id of a city elsewhere. */
export type PlaceId = number;

/** Command `places_find`: by name, in Chinese, English or pinyin; answered on the device. */
export type PlacesFind = {
  /** What was typed; empty for the largest cities. */
  text: string,
  /** At most so many, 1 to 50. */
  limit: number, };

/** Command `places_get`. */
export type PlacesGet = {
  /** Which; unknown ones are left out of the answer. */
  ids: Array<PlaceId>, };

/** A position in WGS-84 degrees. */
export type Point = {
  /** Latitude, −90 to 90. */
  lat: number,
  /** Longitude, −180 to 180. */
  lon: number, };

/** `GET /api/policy?language=`: the policy in force. */
export type Policy = {
  /** Version, such as `2026-11-23`. */
  version: string,
  /** Day of the last change, `YYYY-MM-DD`. */
  updated_on: string,
  /** Day from which it holds, `YYYY-MM-DD`. */
  effective_on: string,
  /** The language of this text. */
  language: Language,
  /** Title. */
  title: string,
  /** The text in order. */
  sections: Array<PolicySection>, };

/** Command `policy_accept`. */
export type PolicyAccept = {
  /** The version that was shown. */
  version: string, };

/** What the person accepted, and when. */
export type PolicyAcceptance = {
  /** The version. */
  version: string,
  /** When. */
  accepted_at: Timestamp, };

/** A paragraph or a list item. */
export type PolicyBlock = {
  /** Whether it is a list item. */
  item: boolean,
  /** The text in runs. */
  runs: Array<PolicyRun>, };

/** A run of text. */
export type PolicyRun = {
  /** The words. */
  text: string,
  /** Important: set bold (S-POL-03). */
  strong: boolean,
  /** Names sensitive personal data: marked (S-POL-03). */
  sensitive: boolean, };

/** A section of the policy. */
export type PolicySection = {
  /** Heading. */
  heading: string,
  /** Paragraphs and list items. */
  blocks: Array<PolicyBlock>, };

/** Command `policy_show`. */
export type PolicyShow = {
  /** In which language. */
  language: Language, };

/** What that viewer gets. Made by the code that answers the viewer: `shown` and `contact` are theirs byte for byte. */
export type Preview = {
  /** How the viewer stands to the seeker. */
  relation: Relation,
  /** What they may do. */
  access: Array<Action>,
  /** What they open; `None` when they open nothing. */
  shown: ShownResume | null,
  /** The real contact data that was handed over to them, if they open it. */
  contact: RealContact,
  /** What they find in a search; `None` when they find nothing. */
  card: ResumeCard | null, };

/** `POST /api/visibility/preview`, and command `visibility_preview`: the own résumé as somebody else gets it. */
export type PreviewRequest = {
  /** As who. */
  viewer: PreviewViewer, };

/** Whose eyes a preview takes. */
export type PreviewViewer = { "kind": "company",
  /** Which. */
  company: CompanyId, } | { "kind": "company_named",
  /** Its name. */
  name: string, } | { "kind": "staff" } | { "kind": "stranger" };

/** A project; see [`ProjectEntry`]. */
export type ProjectDraft = {
  /** Up to 80 characters. */
  name: string,
  /** Up to 80 characters. */
  role: string,
  /** First month; `None` where the text says only the year. */
  start: YearMonth | null,
  /** Last month; `None` where the text says only the year. */
  end: YearMonth | null,
  /** Still going on. */
  current: boolean,
  /** An http(s) address, up to 200 characters. */
  url: string,
  /** Up to 4,000 characters; a line is an item. */
  description: string,
  /** Where the entry stands. */
  span: Span, };

/** One project. Source: S-RES-05. */
export type ProjectEntry = {
  /** Key of the entry. */
  id: string,
  /** Up to 80 characters. */
  name: string,
  /** Up to 80 characters. */
  role: string,
  /** First month. */
  start: YearMonth | null,
  /** Last month; `None` with `current` means it goes on. */
  end: YearMonth | null,
  /** Still going on. */
  current: boolean,
  /** An http(s) address, up to 200 characters. */
  url: string,
  /** Up to 4,000 characters; a line is an item. */
  description: string, };

/** A function that needs a permission, which is what it is asked for and recorded with (R2, R8). */
export type Purpose = "nearby_jobs" | "paste_code" | "paste_search" | "paste_resume" | "save_file" | "attach_file";

/** Real contact data on its way to an asker. Its `Debug` shows none. */
export type RealContact = {
  /** The phone number as the seeker typed it, if it was granted and is on file. */
  phone: string | null,
  /** The e-mail address, if it was granted and is on file. */
  email: string | null, };

/** Who got data. */
export type Recipient = { "kind": "platform" } | { "kind": "company",
  /** Its name. */
  name: string, } | { "kind": "person",
  /** As their résumé says it, or as the introduction link for them is called. */
  name: string, };

/** `GET /api/recruiter/jobs/{id}/recommendations`, and command `recommendations_list`: who suits a posting, best first,
 * up to [`RECOMMENDATIONS_MAX`]. */
export type Recommendation = {
  /** Who. */
  hit: ResumeHit,
  /** Why: what the posting and the résumé share. */
  matches: Array<Match>, };

/** Where a chain does not hold. */
export type RecordBroken = { "kind": "changed",
  /** Its number. */
  seq: number, } | { "kind": "missing",
  /** The number. */
  seq: number, };

/** An entry. */
export type RecordEntryView = {
  /** Its number, from 1. */
  seq: number,
  /** When. */
  at: Timestamp,
  /** Its sort. */
  sort: RecordSort,
  /** What happened. */
  what: Recorded, };

/** Command `record_export`: into a file of the person's choice. */
export type RecordExport = {
  /** As what. */
  format: RecordFormat, };

/** What was written. */
export type RecordExported = {
  /** The file's name, without its folder. */
  file: string,
  /** How many entries it has. */
  entries: number, };

/** Forms of an export. */
export type RecordFormat = "json" | "csv";

/** Command `record_list`: a page of the record, newest first. */
export type RecordList = {
  /** Entries before this number; the newest ones without. */
  before: number | null,
  /** Only of this sort. */
  sort: RecordSort | null,
  /** How many, 1 to 200. */
  limit: number, };

/** A page of the record. */
export type RecordPage = {
  /** Newest first. */
  entries: Array<RecordEntryView>,
  /** All entries of the record, whatever their sort. */
  total: number, };

/** Sorts of entries. */
export type RecordSort = "device" | "outside" | "refused";

/** Command `record_verify`. */
export type RecordVerified = {
  /** How many entries were looked at. */
  entries: number,
  /** The first one that is changed or missing. */
  broken: RecordBroken | null, };

/** What happened. */
export type Recorded = { "kind": "asked",
  /** For which function. */
  purpose: Purpose, } | { "kind": "answered",
  /** About which permission. */
  permission: Permission,
  /** What. */
  answer: SheetAnswer, } | { "kind": "system_answered",
  /** About which permission. */
  permission: Permission,
  /** What. */
  system: SystemPermission, } | { "kind": "used",
  /** By which function. */
  purpose: Purpose, } | { "kind": "withdrawn",
  /** Which. */
  permission: Permission, } | { "kind": "restored",
  /** Which. */
  permission: Permission, } | { "kind": "disclosed",
  /** What of it. */
  fields: Array<DataField>,
  /** Who got it. */
  to: Recipient,
  /** What for. */
  handover: Handover,
  /** What allowed it. */
  consent: Consent, } | { "kind": "looked",
  /** The company. */
  company: string,
  /** The job that was applied to. */
  job: string, } | { "kind": "resume_looked",
  /** What was done. */
  look: LookKind,
  /** For which company; `None` for the platform's staff and for persons. */
  company: string | null,
  /** Their name and title, or what the introduction link is called; empty for the platform's staff. */
  by: string, } | { "kind": "cleared",
  /** How many entries there had been. */
  entries: number, };

/** Somebody who acts for a company, as seekers see them. */
export type RecruiterName = {
  /** Name. */
  name: string,
  /** Title; may be empty. */
  title: string, };

/** `PUT /api/recruiter`: registers, or changes what seekers see of the recruiter. Changing the company's name
 * takes its verification back. */
export type RecruiterRegisterRequest = {
  /** The recruiter's name, 1 to 50 characters. */
  name: string,
  /** Title, up to 50 characters; may be empty. */
  title: string,
  /** The company's registered name, 2 to 100 characters. A company of that name is joined, otherwise made. */
  company: string,
  /** Industry, up to 60 characters. */
  industry: string,
  /** How large. */
  size: CompanySize,
  /** Address, up to 200 characters. */
  address: string,
  /** In its own words, up to 2,000 characters. */
  introduction: string, };

/** Where a recruiter stands on the way into the recruiting side. */
export type RecruiterState = {
  /** The name shown to seekers. */
  name: string,
  /** The title shown to seekers; may be empty. */
  title: string,
  /** The company's name. */
  company: string,
  /** What has been verified. */
  verification: Verification, };

/** How a viewer stands to a seeker. The first that applies decides, in this order. */
export type Relation = "closed" | "anonymous" | "unverified" | "blocked" | "applied" | "in_contact" | "platform" | "employer";

/** `POST /api/recruiter/resumes/{id}/relay` and `POST /api/recruiter/applications/{id}/relay`, and commands
 * `resume_relay_open` and `applicant_relay_open`: the alias of a seeker for the asker's company. */
export type RelayAddress = {
  /** The address to write to. */
  address: string,
  /** The asker's own confirmed address, which their mail is taken from. */
  from: string,
  /** Until when the address is good, if nothing is written until then. */
  ends_at: Timestamp, };

/** A channel of aliases between one seeker and one company. */
export type RelayId = string;

/** Command `relay_set`. */
export type RelaySet = {
  /** Which channel. */
  relay: RelayId,
  /** Whether mail may pass. */
  open: boolean, };

/** `GET /api/relays`, and command `relays_list`: a channel that a company has to the seeker. It shows the company
 * nothing of the seeker's address (D1). */
export type RelayView = {
  /** Key. */
  id: RelayId,
  /** Whose; none for the platform's staff. */
  company: CompanyName | null,
  /** When it was first opened. */
  created_at: Timestamp,
  /** When a mail last passed, or when the addresses were given. */
  used_at: Timestamp,
  /** Until when the addresses are good, if nothing is written until then. */
  ends_at: Timestamp,
  /** Whether the seeker lets mail pass. Closed, the addresses are deleted; opened again, the company gets new ones. */
  open: boolean, };

/** A résumé in a list of those that were found or recommended. */
export type ResumeCard = {
  /** See [`short_name`]. */
  name: string,
  /** The position wanted. */
  position: string,
  /** Where. */
  places: Array<PlaceId>,
  /** The position held last; no employer, which would often say who it is. */
  latest_position: string,
  /** See [`years_worked`]. */
  years_worked: number | null,
  /** The highest. */
  degree: Degree | null,
  /** Skills by name. */
  skills: Array<string>,
  /** Where the person stands. */
  status: Status | null, };

/** All that a person wrote. */
export type ResumeContent = {
  /** Who. */
  basic: Basic,
  /** What for. */
  intention: Intention,
  /** Schools, up to 20. */
  education: Array<EducationEntry>,
  /** Jobs held, up to 40. */
  work: Array<WorkEntry>,
  /** Projects, up to 40. */
  projects: Array<ProjectEntry>,
  /** Skills, up to 60. */
  skills: Array<Skill>,
  /** Languages, up to 20. */
  languages: Array<LanguageEntry>,
  /** 自我评价, up to 2,000 characters. */
  self_assessment: string, };

/** A whole résumé; the lists are as long as [`ResumeContent`] takes. */
export type ResumeDraft = {
  /** Who. A birth date needs its day, and is not offered under 16 (S-MIN-01). */
  basic: Basic,
  /** What for. */
  intention: Intention,
  /** Schools, up to 20. */
  education: Array<EducationDraft>,
  /** Jobs held, up to 40. */
  work: Array<WorkDraft>,
  /** Projects, up to 40. */
  projects: Array<ProjectDraft>,
  /** Skills, up to 60. */
  skills: Array<SkillDraft>,
  /** Languages, up to 20. */
  languages: Array<LanguageDraft>,
  /** 自我评价, up to 2,000 characters. */
  self_assessment: string, };

/** One edit. */
export type ResumeEdit = { "kind": "set",
  /** `basic/name`, `intention/salary`, `self_assessment`, or `work/<id of the entry>/company`. */
  path: string,
  /** The value, of the field's type. */
  value: unknown, } | { "kind": "add",
  /** To which list. */
  section: Section,
  /** Its key, made by the editor. */
  entry: string,
  /** Before which index; the end when beyond it. */
  at: number, } | { "kind": "remove",
  /** Of which list. */
  section: Section,
  /** Its key. */
  entry: string, } | { "kind": "move",
  /** Within which list. */
  section: Section,
  /** Its key. */
  entry: string,
  /** Index it has afterwards. */
  to: number, };

/** Command `resume_edit`. */
export type ResumeEditCommand = {
  /** The edit. */
  edit: ResumeEdit, };

/** Commands that write a PDF where the person chooses: what became of it. */
export type ResumeExported = {
  /** The file's name, without its folder. */
  file: string,
  /** Its size. */
  bytes: number, };

/** A result. */
export type ResumeHit = {
  /** Key. */
  resume: ResumeId,
  /** What is shown of it. */
  card: ResumeCard,
  /** What the viewer may do: the ways to get in touch first, and asking for contact data. */
  channels: Array<Action>,
  /** It may be offered unasked. */
  recommended: boolean,
  /** Invented for the demo market. */
  demo: boolean, };

/** A résumé; an account has one in this version. */
export type ResumeId = string;

/** A note that a recruiter made on a résumé; private to the company. */
export type ResumeNote = {
  /** Whose. */
  by: RecruiterName,
  /** Whether it is the asker's own. */
  mine: boolean,
  /** What it says. */
  text: string,
  /** When it was last changed. */
  at: Timestamp, };

/** Command `resume_note_set`. */
export type ResumeNoteSet = {
  /** On which résumé. */
  resume: ResumeId,
  /** What it says. */
  text: string, };

/** The set pages, as SVG of 595 by 842 points each. */
export type ResumePages = {
  /** One SVG document a page. */
  pages: Array<string>, };

/** Something worth a second look. Paths as in [`super::ResumeEdit::Set`]. */
export type ResumeProblem = { "kind": "work_gap",
  /** The first month of the job after the gap. */
  path: string,
  /** Whole months without a job. */
  months: number, } | { "kind": "work_overlap",
  /** The first month of the job that began later. */
  path: string,
  /** The last month of the one that had not ended. */
  other: string, } | { "kind": "work_too_early",
  /** The year of the first job, or the first month of one. */
  path: string, } | { "kind": "in_future",
  /** The month. */
  path: string, } | { "kind": "contact_in_text",
  /** The text. */
  path: string, } | { "kind": "other_person",
  /** The text. */
  path: string, };

/** Command that names one résumé. */
export type ResumeRef = {
  /** Which. */
  resume: ResumeId, };

/** Where saving stands. On the device it is always saved. */
export type ResumeSync = "saved" | "waiting" | "device_only";

/** Command `resume_take`: what the person confirmed of a paste. */
export type ResumeTake = {
  /** What is taken over; what the person left out is empty. */
  draft: ResumeDraft, };

/** The résumé as the editor shows it. */
export type ResumeView = {
  /** The working copy. */
  content: ResumeContent,
  /** The server's version that it is based on. */
  version: number,
  /** Where saving stands. */
  sync: ResumeSync,
  /** How far it has come. */
  completeness: Completeness,
  /** What may be wrong in it and is no error (S-RES-09, S-RES-10). */
  problems: Array<ResumeProblem>,
  /** Who may see it. */
  visibility: VisibilitySetting,
  /** Whether there is something to undo. */
  can_undo: boolean,
  /** Whether there is something to redo. */
  can_redo: boolean,
  /** Fields that were also changed elsewhere; what was typed here was kept. Paths as in [`ResumeEdit::Set`]. */
  clashes: Array<string>, };

/** Counts for the filters. What this viewer does not find is not counted (I3). */
export type ResumesFacets = {
  /** By years worked: from 0, 1, 3, 5 and 10 on, each up to the next. */
  years: Array<Count<number>>,
  /** At least each degree, rising. */
  degree_min: Array<Count<Degree>>,
  /** By place wanted, most frequent first. */
  places: Array<Count<PlaceId>>,
  /** By industry, most frequent first. */
  industries: Array<Count<string>>,
  /** By skill, most frequent first. */
  skills: Array<Count<string>>, };

/** `POST /api/recruiter/resumes/search`, and command `resumes_search`: by job terms only (S-REC-08). */
export type ResumesSearchRequest = {
  /** Words, up to 200 characters; empty for all. */
  text: string,
  /** The industry wanted or worked in, up to 60 characters; empty for all. */
  industry: string,
  /** All of these skills, up to 20 of up to 40 characters. */
  skills: Array<string>,
  /** At least so many years of work. */
  years_min: number | null,
  /** At most so many. */
  years_max: number | null,
  /** At least this degree. */
  degree_min: Degree | null,
  /** Work wanted in any of these places, up to 20; empty for all. */
  places: Array<PlaceId>,
  /** First result, from 0; at most 10,000. */
  offset: number,
  /** How many, 1 to 100. */
  limit: number, };

/** A page of results. */
export type ResumesSearchResponse = {
  /** Exact number of all results. */
  total: number,
  /** The page, best first. */
  hits: Array<ResumeHit>,
  /** Counts for the filters. */
  facets: ResumesFacets, };

/** A salary range, in hundredths of the currency's unit, for one period. */
export type Salary = {
  /** The least, in hundredths (fen, cents). */
  min: number,
  /** The most, in hundredths; not below `min`. */
  max: number,
  /** What it is paid in. */
  currency: Currency,
  /** What it is paid for. */
  period: SalaryPeriod,
  /** Monthly salaries a year (14 薪); 12 where nothing is said. Only with [`SalaryPeriod::Month`]. */
  months: number, };

/** The time for which an amount is paid. */
export type SalaryPeriod = "hour" | "day" | "month" | "year";

/** Command `search_history_delete`: for good, from the database's pages too (S-SRCH-03). */
export type SearchHistoryDelete = {
  /** The entry's time, or all. */
  at: Timestamp | null, };

/** A search that was made; kept on this device only (S-SRCH-03). */
export type SearchHistoryEntry = {
  /** What was searched for. */
  request: JobsSearchRequest,
  /** When last. */
  at: Timestamp, };

/** `POST /api/staff/second-factor`, and command `staff_step_up`: shows the second factor in this session. Five wrong
 * codes in a row lock it for 15 minutes. */
export type SecondFactorRequest = {
  /** The six digits of now (RFC 6238), or a recovery code. Each is good once. */
  code: Sensitive, };

/** The lists of a résumé. */
export type Section = "education" | "work" | "projects" | "skills" | "languages";

/** A secret that does not show itself: `Debug` prints `<redacted>`, the memory is wiped when it goes. */
export type Sensitive = string;

/** The copy that went with an application. */
export type SentAttachment = {
  /** Its name. */
  name: string,
  /** Its size, in bytes. */
  bytes: number,
  /** How many pages it has. */
  pages: number,
  /** What it shows of contact data, which the seeker handed over with it (D6). */
  contact: Array<ContactItem>, };

/** What a setting means for one audience. */
export type Sentence = {
  /** For whom. */
  audience: Audience,
  /** What, in this order; [`Fragment::Nothing`] stands first, and at most [`Fragment::KeepsSnapshot`] follows it. */
  fragments: Array<Fragment>, };

/** `GET /api/auth/sessions`: a signed-in device. */
export type Session = {
  /** Key. */
  id: SessionId,
  /** How the device is listed. */
  device: string,
  /** When it signed in. */
  created_at: Timestamp,
  /** When it was last used, to the minute. */
  last_used_at: Timestamp,
  /** Whether it is the one asking. */
  current: boolean, };

/** One signed-in device of an account. */
export type SessionId = string;

/** Command `session_revoke`. */
export type SessionRevoke = {
  /** Which device. */
  session: SessionId, };

/** What a setting means. */
export type SettingSentences = {
  /** Which. */
  setting: VisibilitySetting,
  /** For each audience. */
  sentences: Array<Sentence>, };

/** Settings of this device. */
export type Settings = {
  /** Language; `None` follows the system. */
  language: Language | null,
  /** Light or dark. */
  theme: Theme, };

/** As the person states it, if they do. */
export type Sex = "female" | "male" | "other";

/** What the person says on the sheet. */
export type SheetAnswer = "once" | "while_in_use" | "no";

/** [`Basic`] without phone and e-mail. */
export type ShownBasic = {
  /** Full name. */
  name: string,
  /** If stated. */
  sex: Sex | null,
  /** `YYYY-MM-DD`, if stated. */
  birth_date: string | null,
  /** Year of the first job. */
  first_job_year: number | null,
  /** Where the person lives. */
  residence: PlaceId | null,
  /** Where the person stands. */
  status: Status | null,
  /** 政治面貌, if stated. */
  political_status: string,
  /** An http(s) address. */
  homepage: string, };

/** The online résumé as a company or the platform's staff opens it. */
export type ShownResume = {
  /** Who. */
  basic: ShownBasic,
  /** What for. */
  intention: Intention,
  /** Schools. */
  education: Array<EducationEntry>,
  /** Jobs held. */
  work: Array<WorkEntry>,
  /** Projects. */
  projects: Array<ProjectEntry>,
  /** Skills. */
  skills: Array<Skill>,
  /** Languages. */
  languages: Array<LanguageEntry>,
  /** 自我评价 */
  self_assessment: string,
  /** Which contact data could be asked for. */
  contact: SnapshotContact, };

/** Which side of a conversation. */
export type Side = "seeker" | "company";

/** Command `sign_in`: as [`SignInRequest`] without what the core knows itself. */
export type SignIn = {
  /** The phone number, as typed. */
  phone: Sensitive,
  /** Six digits. */
  code: Sensitive, };

/** One skill. Source: S-RES-05. */
export type Skill = {
  /** Key of the entry. */
  id: string,
  /** Up to 40 characters. */
  name: string,
  /** How well. */
  level: SkillLevel | null, };

/** A skill; see [`Skill`]. */
export type SkillDraft = {
  /** Up to 40 characters. */
  name: string,
  /** How well. */
  level: SkillLevel | null, };

/** How well a skill is held. */
export type SkillLevel = "basic" | "proficient" | "expert";

/** The copy that is sent. */
export type Snapshot = {
  /** The résumé without phone and e-mail. */
  content: ResumeContent,
  /** What was left out. */
  contact: SnapshotContact,
  /** What the seeker filled in on the form of the job (D4); nothing where it has none. */
  form_contact: RealContact, };

/** Which contact data the person has; never which one it is, nor how long. */
export type SnapshotContact = {
  /** A phone number is on file. */
  has_phone: boolean,
  /** An e-mail address is on file. */
  has_email: boolean, };

/** A range of the pasted text, in bytes of UTF-8, on boundaries of characters. */
export type Span = {
  /** Where it starts. */
  start: number,
  /** Where it ends; not itself a part of it. */
  end: number, };

/** Why staff look: a kind for the seeker, and words for whoever checks the audit log. */
export type StaffReason = {
  /** What for. */
  kind: StaffReasonKind,
  /** In words, 10 to 500 characters. Not shown to the seeker: it may name others. */
  text: string,
  /** The case that it belongs to, up to 40 characters; empty for none. */
  case_number: string, };

/** What a look is for; shown to the seeker. */
export type StaffReasonKind = "recommendation" | "support" | "complaint" | "safety";

/** Command `staff_resume_open`. */
export type StaffResumeOpen = {
  /** Which. */
  resume: ResumeId,
  /** Why. */
  reason: StaffReason, };

/** `POST /api/staff/resumes/search`, and command `staff_resumes_search`: as the search of companies, with a reason. The
 * audit log has both before anything is searched. */
export type StaffResumesSearchRequest = {
  /** Why. */
  reason: StaffReason,
  /** For what. */
  search: ResumesSearchRequest, };

/** `GET /api/staff/second-factor`, and command `staff_session`: a session that has shown a second factor. */
export type StaffSession = {
  /** Until when it counts: 15 minutes. */
  until: Timestamp, };

/** Where an application stands. */
export type Stage = "submitted" | "viewed" | "talking" | "interview" | "offer" | "rejected" | "withdrawn";

/** 你的身份: where the person stands. */
export type Status = "student" | "employed_looking" | "employed_settled" | "available";

/** A way to go on from what was typed. */
export type Suggestion = {
  /** What to search for. */
  text: string,
  /** What kind of thing it is. */
  kind: SuggestionKind,
  /** Open jobs that it finds. */
  count: number, };

/** Kinds of suggestions. */
export type SuggestionKind = "title" | "tag" | "company";

/** How it stands in the system, as last heard. */
export type SystemPermission = "unknown" | "not_asked" | "granted" | "denied" | "denied_for_good" | "restricted" | "unsupported";

/** Light or dark. */
export type Theme = "system" | "light" | "dark";

/** A moment: microseconds since 1970-01-01T00:00:00Z.
 *
 * An integer in every layer, so that both databases sort and compare it alike and JavaScript holds it exactly
 * (until the year 2255). */
export type Timestamp = number;

/** The three things that are verified. Source: S-REC-04. */
export type Verification = {
  /** The person is who they say. */
  person: boolean,
  /** The person works for the company. */
  employment: boolean,
  /** The company exists and may recruit. */
  company: boolean, };

/** `POST /api/recruiter/resumes/{id}/virtual-number` and `POST /api/recruiter/applications/{id}/virtual-number`, and
 * commands `resume_virtual_number_open` and `applicant_virtual_number_open`: the number under which a seeker is reached
 * from the asker's own phone, and from no other. */
export type VirtualNumber = {
  /** The number (E.164). */
  number: string,
  /** Until when it connects. */
  ends_at: Timestamp,
  /** Calls between the seeker and the company, latest first, at most 20. */
  calls: Array<VirtualNumberCall>,
  /** Whether it is a number of the demo's that connects nobody; `dev_call_play` plays a call over it. */
  development: boolean, };

/** A call over a virtual number. */
export type VirtualNumberCall = {
  /** When it began. */
  began_at: Timestamp,
  /** Its length in seconds, 0 when it was not taken; none while it lasts. */
  seconds: number | null, };

/** Contact by virtual number between one seeker and one company. */
export type VirtualNumberId = string;

/** Command `virtual_number_set`. */
export type VirtualNumberSet = {
  /** Which channel. */
  id: VirtualNumberId,
  /** Whether calls may be connected. */
  open: boolean, };

/** `GET /api/virtual-numbers`, and command `virtual_numbers_list`: a company that may reach the seeker by a virtual number.
 * It shows the company nothing of the seeker's number (D1). */
export type VirtualNumberView = {
  /** Key. */
  id: VirtualNumberId,
  /** Which; none for the platform's staff. */
  company: CompanyName | null,
  /** When it was first opened. */
  created_at: Timestamp,
  /** The numbers that connect the two now, one for each of the company's recruiters who asked. */
  numbers: Array<BoundNumber>,
  /** Calls, latest first, at most 20. */
  calls: Array<VirtualNumberCall>,
  /** Whether the seeker lets the company have a number. Closed, no call is connected any more. */
  open: boolean, };

/** `PUT /api/visibility`, and command `visibility_set`. Holds from the next request of anybody (I2). */
export type VisibilitySetRequest = {
  /** The new one. */
  setting: VisibilitySetting, };

/** What a seeker chose: who may find and see the résumé. */
export type VisibilitySetting = "public" | "platform" | "platform_and_partial" | "private" | "contact_hidden";

/** `GET /api/visibility`, and command `visibility_show`: who may see the own résumé. */
export type VisibilityView = {
  /** What was chosen. */
  setting: VisibilitySetting,
  /** What each of the five means, L1 to L5, made from the rule's own table. */
  sentences: Array<SettingSentences>,
  /** The block list, latest first. */
  blocks: Array<Block>,
  /** Applications that blocked companies still have and about which the seeker was not heard yet: each may be
   * withdrawn or left (D5). */
  blocked_applications: Array<Application>, };

/** A job held; see [`WorkEntry`]. */
export type WorkDraft = {
  /** Up to 80 characters. */
  company: string,
  /** Up to 80 characters. */
  position: string,
  /** Up to 60 characters. */
  department: string,
  /** Up to 60 characters. */
  industry: string,
  /** First month; `None` where the text says only the year. */
  start: YearMonth | null,
  /** Last month; `None` where the text says only the year. */
  end: YearMonth | null,
  /** Still there. */
  current: boolean,
  /** How contracted, if said. */
  employment_type: EmploymentType | null,
  /** Up to 4,000 characters; a line is an item. */
  description: string,
  /** Where the entry stands. */
  span: Span, };

/** The address that the asker writes from. */
export type WorkEmail = {
  /** It. */
  email: string, };

/** `POST /api/recruiter/work-email/confirm`, and command `work_email_confirm`. */
export type WorkEmailConfirmRequest = {
  /** The code that was mailed. */
  code: string, };

/** `PUT /api/recruiter/work-email`, and command `work_email_set`: mails a code to an address that the asker wants to
 * write from. An address that is confirmed stays until the new one is. */
export type WorkEmailSetRequest = {
  /** The address, up to 254 characters. */
  email: string, };

/** One job held. Source: S-RES-04. */
export type WorkEntry = {
  /** Key of the entry. */
  id: string,
  /** Up to 80 characters. */
  company: string,
  /** Up to 80 characters. */
  position: string,
  /** Up to 60 characters. */
  department: string,
  /** Up to 60 characters. */
  industry: string,
  /** First month. */
  start: YearMonth | null,
  /** Last month; `None` with `current` means it goes on. */
  end: YearMonth | null,
  /** Still there. */
  current: boolean,
  /** How contracted. */
  employment_type: EmploymentType | null,
  /** Up to 4,000 characters; a line is an item. */
  description: string, };

/** Where the work is done. */
export type Workplace = {
  /** The gazetteer's place, where one was recognised. */
  place: PlaceId | null,
  /** The address as it was written; up to 200 characters. */
  address: string,
  /** The position used for distance (WGS-84): the address's own or the place's centre. */
  point: Point | null,
  /** May be done from anywhere. */
  remote: boolean, };

/** A month of a year, written `2023-07`. */
export type YearMonth = string;
