/**
 * A host in memory with invented data, for the browser and for tests: every command of the contract, so that a screen
 * can be built and tested without the core. Never part of a production build.
 *
 * In the browser the address chooses how it starts: `?as=seeker|recruiter|applicant|staff|desk` signed in, `?host=offline|slow|
 * error|empty`, `?lang=en`, `?theme=dark`, `?copied=resume`, `?jobs=50000`, `?location=allowed|refused|denied|no_source|timed_out|failed`.
 */
import type { Commands } from "../generated/commands";
import type { Account, CoreEvent } from "../generated/types";
import type { Host } from "../host";
import { applicationPreview, applicationSubmit, applicationWithdraw } from "./applications";
import * as files from "./attachments";
import { conversationView, end, openConversation, read, send } from "./chat";
import { findingsIn } from "./clipboard";
import { confirmErasure, erasuresList } from "./erasures";
import { introductionsList, makeIntroduction, openIntroduction, revokeIntroduction } from "./introduction";
import { jobShow, jobsSearch, jobsSuggest } from "./jobs";
import { mailboxConfirm, mailboxRemove, mailboxSet, mailboxShow } from "./mailbox";
import { jobsNearby, locate } from "./nearby";
import {
  noticeChoose,
  noticeEmailConfirm,
  noticeEmailRemove,
  noticeEmailSet,
  noticesShow,
  noticeWebhookRemove,
  noticeWebhookSet,
  noticeZoneSet,
} from "./notices";
import {
  permissionAnswer,
  permissionAsk,
  permissionRestore,
  permissionsList,
  permissionWithdraw,
  usePermission,
} from "./permission";
import { place, placesFind } from "./places";
import { POLICY_VERSION, policy } from "./policy";
import { key } from "./random";
import { DISCLOSED, record, recordClear, recordList } from "./record";
import { applicantCard, applicationOf, openApplicant, recount, requireRecruiter, saveJob } from "./recruiting";
import {
  relaySet,
  relaysList,
  relayToApplicant,
  relayToResume,
  workEmailConfirm,
  workEmailRemove,
  workEmailSet,
} from "./relay";
import { resumeEdit, resumePages, resumeStep, resumeTake, resumeView } from "./resume";
import {
  foundResume,
  makeRequest,
  openResume,
  recommendationsList,
  requestsMade,
  resumesSearch,
  retractRequest,
  setNote,
} from "./resumes";
import { requireStaff, staffSession, stepUp } from "./staff";
import { account, worldFrom } from "./stories";
import { callPlay, numberOfApplicant, numberOfResume, virtualNumberSet, virtualNumbersList } from "./virtual-number";
import {
  answerRequest,
  blockImport,
  blockRemove,
  blocksAdd,
  companiesFind,
  employersList,
  leaveApplication,
  preview,
  visibilityView,
  withdrawConsent,
} from "./visibility";
import { cardOf, findJob, refuse, requireAccount, type World } from "./world";

export type { World } from "./world";

type Handlers = { [C in keyof Commands]: (request: Commands[C]["request"]) => Commands[C]["answer"] };

function handlers(world: World): Handlers {
  const signedIn = (next: Account | null) => {
    world.account = next;
    world.tell({ kind: "account_changed", account: next });
  };
  return {
    app_state: () => ({
      account: world.account,
      policy: world.policy,
      settings: world.settings,
      online: world.online,
      demo_market: true,
      session_in_memory: false,
      data_set_aside: false,
      version: "0.1.0",
    }),
    settings_set: (settings) => {
      world.settings = settings;
      return settings;
    },
    page_ready: ({ screen }) => {
      document.documentElement.dataset.ready = screen;
      return {};
    },

    permissions_list: () => permissionsList(world),
    permission_ask: (ask) => permissionAsk(world, ask),
    permission_answer: ({ permission, answer }) =>
      permissionAnswer(world, permission, answer, () => {
        try {
          locate(world);
        } catch {
          // What the permission was wanted for says that nothing knows the position.
        }
      }),
    permission_withdraw: ({ permission }) => permissionWithdraw(world, permission),
    permission_restore: ({ permission }) => permissionRestore(world, permission),
    record_list: (list) => recordList(world, list),
    record_verify: () => ({ entries: world.record.length, broken: world.broken }),
    record_export: ({ format }) => {
      usePermission(world, "save_file");
      return { file: `zhitu-record.${format}`, entries: world.record.length };
    },
    record_clear: () => {
      recordClear(world);
      return {};
    },

    policy_show: ({ language }) => policy(language),
    policy_accept: ({ version }) => {
      if (version !== POLICY_VERSION) refuse("policy_version_unknown");
      world.policy = { version, accepted_at: world.now() * 1000 };
      return world.policy;
    },

    clipboard_paste: ({ purpose }) => {
      usePermission(world, purpose);
      return findingsIn(world.clipboard);
    },

    code_request: ({ phone }) => {
      if (world.policy === null) refuse("policy_not_accepted");
      const digits = phone.replace(/\D/g, "").replace(/^86/, "");
      if (!/^1\d{10}$/.test(digits)) refuse("phone_invalid");
      world.code = { phone: digits, code: "246810" };
      world.outbox = [
        { to_tail: digits.slice(-2), text: "【职途】验证码 246810，5 分钟内有效。", at: world.now() * 1000 },
        ...world.outbox,
      ];
      return {
        sent_to: `+86 ${digits.slice(0, 3)} ${digits.slice(3, 7)} ${digits.slice(7)}`,
        expires_in_s: 300,
        retry_after_s: 60,
      };
    },
    sign_in: ({ code }) => {
      if (world.code?.code !== code.trim()) refuse("code_wrong");
      const next = { ...account(world), phone_tail: world.code.phone.slice(-2) };
      world.code = null;
      world.sessions = [
        {
          id: key(9, 1),
          device: "这台电脑",
          created_at: world.now() * 1000,
          last_used_at: world.now() * 1000,
          current: true,
        },
        {
          id: key(9, 2),
          device: "Zhitu · Android",
          created_at: world.now() * 1000 - 9e11,
          last_used_at: world.now() * 1000 - 9e9,
          current: false,
        },
      ];
      signedIn(next);
      return next;
    },
    sign_out: () => {
      signedIn(null);
      return {};
    },
    sessions_list: () => {
      requireAccount(world);
      return structuredClone(world.sessions);
    },
    session_revoke: ({ session }) => {
      const current = world.sessions.find((known) => known.id === session)?.current;
      world.sessions = world.sessions.filter((known) => known.id !== session);
      if (current) signedIn(null);
      return {};
    },
    dev_outbox_show: () => world.outbox,

    places_find: ({ text, limit }) => placesFind(text, limit),
    places_get: ({ ids }) => ids.flatMap((id) => place(id) ?? []),

    jobs_search: (request) => jobsSearch(world, request),
    jobs_nearby: (nearby) => jobsNearby(world, nearby),
    jobs_suggest: ({ text }) => jobsSuggest(world, text),
    job_show: ({ job }) => jobShow(world, job),
    favourite_set: ({ job, on }) => {
      if (on) world.favourites.add(job);
      else world.favourites.delete(job);
      return {};
    },
    favourites_list: () =>
      [...world.favourites]
        .reverse()
        .flatMap((id) => world.market.jobs.filter((job) => job.id === id))
        .map((job) => cardOf(job)),
    search_history_list: () => structuredClone(world.history),
    search_history_delete: ({ at }) => {
      world.history = at === null ? [] : world.history.filter((entry) => entry.at !== at);
      return {};
    },

    resume_show: () => structuredClone(resumeView(world)),
    resume_edit: ({ edit }) => {
      if (world.policy === null) refuse("policy_not_accepted");
      return structuredClone(resumeEdit(world, edit));
    },
    resume_undo: () => structuredClone(resumeStep(world, "undo")),
    resume_redo: () => structuredClone(resumeStep(world, "redo")),
    resume_take: ({ draft }) => {
      if (world.policy === null) refuse("policy_not_accepted");
      return structuredClone(resumeTake(world, draft));
    },
    resume_pages: () => ({ pages: resumePages(world.resume.content) }),
    resume_export_pdf: () => {
      usePermission(world, "save_file");
      return { file: "简历.pdf", bytes: 84_312 };
    },

    attachments_list: () => files.attachmentsList(world),
    attachment_add: () => structuredClone(files.attachmentAdd(world)),
    attachment_save: ({ attachment }) => files.attachmentSave(world, attachment),
    attachment_remove: ({ attachment }) => files.attachmentRemove(world, attachment),

    application_preview: ({ job }) => applicationPreview(world, job),
    application_submit: (apply) => applicationSubmit(world, apply),
    applications_list: () => {
      requireAccount(world);
      return structuredClone(world.applications.map(({ application }) => application));
    },
    application_withdraw: ({ application }) => applicationWithdraw(world, application),

    introductions_list: () => introductionsList(world),
    introduction_make: (make) => makeIntroduction(world, make),
    introduction_revoke: ({ introduction }) => revokeIntroduction(world, introduction),
    introduction_open: ({ text }) => openIntroduction(world, text),

    visibility_show: () => visibilityView(world),
    visibility_set: ({ setting }) => {
      requireAccount(world);
      world.resume.visibility = setting;
      world.tell({ kind: "visibility_changed" });
      world.tell({ kind: "resume_changed" });
      return visibilityView(world);
    },
    visibility_preview: ({ viewer }) => preview(world, viewer),
    block_import: ({ text }) => blockImport(text),
    employers_list: ({ blocked }) => employersList(world, blocked),
    blocks_add: (add) => blocksAdd(world, add),
    block_remove: ({ block }) => blockRemove(world, block),
    blocked_application_leave: ({ application }) => leaveApplication(world, application),
    companies_find: ({ q }) => companiesFind(world, q),
    looks_list: ({ before }) => {
      requireAccount(world);
      const { looks } = world.visibility;
      const from = before === null ? 0 : looks.findIndex(({ id }) => id === before) + 1;
      return structuredClone(looks.slice(from, from + 50));
    },
    contact_requests_list: () => {
      requireAccount(world);
      return structuredClone(world.visibility.requests);
    },
    contact_request_answer: ({ request, answer }) => answerRequest(world, request, answer),
    contact_consent_withdraw: ({ request }) => withdrawConsent(world, request),

    resumes_search: (request) => resumesSearch(world, request),
    resume_open: ({ resume }) => openResume(world, resume),
    resume_download: ({ resume }) => {
      if (world.account?.staff) refuse("reason_required");
      foundResume(world, resume);
      usePermission(world, "save_file");
      return { file: "简历.pdf", bytes: 91_204 };
    },
    resume_note_set: ({ resume, text }) => setNote(world, resume, text),
    contact_request_make: (make) => makeRequest(world, make),
    contact_requests_made: () => requestsMade(world),
    contact_request_retract: ({ request }) => {
      retractRequest(world, request);
      return {};
    },

    mailbox_show: () => mailboxShow(world),
    mailbox_set: ({ email }) => mailboxSet(world, email),
    mailbox_confirm: ({ code }) => mailboxConfirm(world, code),
    mailbox_remove: () => mailboxRemove(world),
    erasures_list: () => erasuresList(world),
    erasure_confirm: ({ erasure }) => confirmErasure(world, erasure),

    notices_show: () => noticesShow(world),
    notice_choose: (choose) => noticeChoose(world, choose),
    notice_zone_set: ({ zone }) => noticeZoneSet(world, zone),
    notice_email_set: ({ email }) => noticeEmailSet(world, email),
    notice_email_confirm: ({ code }) => noticeEmailConfirm(world, code),
    notice_email_remove: () => noticeEmailRemove(world),
    notice_webhook_set: ({ url }) => noticeWebhookSet(world, url),
    notice_webhook_remove: () => noticeWebhookRemove(world),
    recommendations_list: ({ job }) => recommendationsList(world, job),
    personalisation_show: () => {
      requireAccount(world);
      return { on: world.personalised };
    },
    personalisation_set: ({ on }) => {
      requireAccount(world);
      world.personalised = on;
      return { on };
    },
    resume_virtual_number_open: ({ resume }) => numberOfResume(world, resume),
    applicant_virtual_number_open: ({ application }) => numberOfApplicant(world, application),
    virtual_numbers_list: () => virtualNumbersList(world),
    virtual_number_set: ({ id, open }) => virtualNumberSet(world, id, open),
    dev_call_play: ({ number }) => callPlay(world, number),

    resume_relay_open: ({ resume }) => relayToResume(world, resume),
    applicant_relay_open: ({ application }) => relayToApplicant(world, application),
    relays_list: () => relaysList(world),
    relay_set: ({ relay, open }) => relaySet(world, relay, open),
    work_email_set: ({ email }) => workEmailSet(world, email),
    work_email_confirm: ({ code }) => workEmailConfirm(world, code),
    work_email_remove: () => {
      workEmailRemove(world);
      return {};
    },

    staff_session: () => staffSession(world),
    staff_step_up: ({ code }) => stepUp(world, code),
    staff_resumes_search: ({ reason, search }) => {
      requireStaff(world, "searched", reason);
      return resumesSearch(world, search);
    },
    staff_resume_open: ({ resume, reason }) => {
      requireStaff(world, "opened", reason);
      return openResume(world, resume);
    },

    recruiter_register: (request) => {
      const known = requireAccount(world);
      if (request.name.trim() === "") refuse("invalid_field", { field: "name", problem: "missing" });
      if (request.company.trim().length < 2) refuse("invalid_field", { field: "company", problem: "missing" });
      const next: Account = {
        ...known,
        recruiter: {
          name: request.name,
          title: request.title,
          company: request.company,
          verification: known.recruiter?.verification ?? { person: false, employment: false, company: false },
        },
      };
      signedIn(next);
      return next;
    },
    company_jobs_list: () => {
      requireRecruiter(world);
      recount(world);
      return structuredClone(world.companyJobs);
    },
    company_job_save: ({ job, content }) => {
      requireRecruiter(world);
      return saveJob(world, job, content);
    },
    company_job_close: ({ job: id }) => {
      requireRecruiter(world);
      const found = world.companyJobs.find((job) => job.id === id) ?? refuse("not_found");
      found.state = "closed";
      findJob(world, id).state = "closed";
      return structuredClone(found);
    },
    applicants_list: ({ job: id }) => {
      requireRecruiter(world);
      return world.applications
        .filter(({ application }) => application.job.id === id && application.stage !== "withdrawn")
        .map(applicantCard);
    },
    applicant_open: ({ application }) => {
      requireRecruiter(world);
      return structuredClone(openApplicant(world, application));
    },
    applicant_download: ({ application }) => {
      requireRecruiter(world);
      openApplicant(world, application);
      usePermission(world, "save_file");
      return { file: "简历.pdf", bytes: 91_204 };
    },
    applicant_attachment_download: ({ application }) => files.attachmentOf(world, application),
    applicant_stage_set: ({ application: id, stage }) => {
      requireRecruiter(world);
      const held = applicationOf(world, id);
      if (held.application.stage === "withdrawn" || !["talking", "interview", "offer", "rejected"].includes(stage))
        refuse("stage_not_allowed");
      held.application.stage = stage;
      held.application.stage_at = world.now() * 1000;
      recount(world);
      world.tell({ kind: "applications_changed" });
      return applicantCard(held);
    },

    conversation_open: (about) => conversationView(world, openConversation(world, about)),
    conversations_list: () => {
      requireAccount(world);
      const conversations = [...world.conversations.values()]
        .map(({ conversation }) => conversation)
        .sort((a, b) => b.updated_at - a.updated_at);
      return {
        conversations: structuredClone(conversations),
        unread: conversations.reduce((sum, { unread }) => sum + unread, 0),
      };
    },
    conversation_show: ({ conversation }) => conversationView(world, conversation),
    conversation_end: ({ conversation, ended }) => end(world, conversation, ended),
    conversation_read: ({ conversation }) => {
      read(world, conversation);
      return {};
    },
    message_send: ({ conversation, text }) => send(world, conversation, text),
    message_retry: ({ message }) => {
      for (const { conversation, messages } of world.conversations.values()) {
        const at = messages.findIndex((known) => known.id === message);
        const view = messages[at];
        if (!view) continue;
        if (!world.online) return structuredClone(view);
        messages.splice(at, 1);
        return send(world, conversation.id, view.text);
      }
      return refuse("not_found");
    },
    message_discard: ({ message }) => {
      for (const held of world.conversations.values()) {
        held.messages = held.messages.filter((known) => known.id !== message);
        world.tell({ kind: "conversation_changed", conversation: held.conversation.id });
      }
      return {};
    },
  };
}

/** Commands that ask the server, and answer from what was kept when it cannot be reached. */
const FALLS_BACK = new Set<keyof Commands>(["jobs_search", "jobs_suggest", "job_show"]);

/** Commands that are answered on the device, also when the server cannot be reached. */
const LOCAL = new Set<keyof Commands>([
  "app_state",
  "settings_set",
  "page_ready",
  "permissions_list",
  "permission_ask",
  "permission_answer",
  "permission_withdraw",
  "permission_restore",
  "record_list",
  "record_verify",
  "record_export",
  "record_clear",
  "places_find",
  "places_get",
  "favourite_set",
  "favourites_list",
  "clipboard_paste",
  "search_history_list",
  "search_history_delete",
  "resume_show",
  "resume_edit",
  "resume_undo",
  "resume_redo",
  "resume_take",
  "resume_pages",
  "resume_export_pdf",
  "conversations_list",
  "conversation_show",
  "conversation_read",
  "message_send",
  "message_discard",
  "message_retry",
  "policy_accept",
  // The permission is decided on the device; that the server is away comes after it.
  "jobs_nearby",
]);

export interface FakeHost extends Host {
  /** What it holds, for tests to look at and to change. */
  world: World;
  /** Commands that were run, in order. */
  calls: { name: keyof Commands; request: unknown }[];
  /** Answers the next run of a command with an error. */
  refuseNext(name: keyof Commands, code: Parameters<typeof refuse>[0], detail?: unknown): void;
}

/** A host over a world. */
export function fakeHostOf(world: World): FakeHost {
  const listeners = new Set<(event: CoreEvent) => void>();
  const refusals = new Map<keyof Commands, [Parameters<typeof refuse>[0], unknown]>();
  const calls: FakeHost["calls"] = [];
  world.tell = (event) => {
    for (const listener of listeners) listener(structuredClone(event));
  };
  const table = handlers(world);
  return {
    world,
    calls,
    refuseNext: (name, code, detail) => refusals.set(name, [code, detail]),
    listen(handler) {
      listeners.add(handler);
      return () => listeners.delete(handler);
    },
    async call(name, request) {
      calls.push({ name, request });
      const local = LOCAL.has(name);
      if (world.mood === "slow" && (!local || name === "jobs_nearby"))
        await new Promise((done) => setTimeout(done, 60_000));
      const refusal = refusals.get(name);
      if (refusal) {
        refusals.delete(name);
        refuse(...refusal);
      }
      if (!local && !world.online && !FALLS_BACK.has(name)) refuse("offline");
      if (world.mood === "error" && !local) refuse("unavailable");
      // As over the real boundary: what comes back is nobody else's.
      const sent = JSON.parse(JSON.stringify(request));
      const answer = table[name](sent);
      const disclosed = DISCLOSED[name]?.(world, sent);
      if (disclosed) record(world, disclosed);
      return answer;
    },
  };
}

/** The host of a plain browser, as its address asks for. */
export function fakeHost(query: URLSearchParams): FakeHost {
  return fakeHostOf(worldFrom(query));
}
