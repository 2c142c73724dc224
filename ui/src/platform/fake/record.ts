/** The fake device's record of personal data: what its commands hand over and use. */
import type { Commands } from "../generated/commands";
import type {
  DataField,
  Handover,
  Recipient,
  RecordEntryView,
  Recorded,
  RecordList,
  RecordPage,
  RecordSort,
} from "../generated/types";
import { findJob, type World } from "./world";

function sortOf(what: Recorded): RecordSort {
  if (what.kind === "disclosed" || what.kind === "looked" || what.kind === "resume_looked") return "outside";
  if (what.kind === "withdrawn" || (what.kind === "answered" && what.answer === "no")) return "refused";
  if (what.kind === "system_answered" && !["unknown", "not_asked", "granted", "unsupported"].includes(what.system))
    return "refused";
  return "device";
}

/** Adds an entry, as of now or of another time. */
export function record(world: World, what: Recorded, at: number = world.now() * 1000): void {
  const seq = (world.record.at(-1)?.seq ?? 0) + 1;
  world.record.push({ seq, at, sort: sortOf(what), what });
  world.tell({ kind: "record_changed" });
}

export function recordList(world: World, { before, sort, limit }: RecordList): RecordPage {
  const entries = world.record
    .filter((entry) => (before === null || entry.seq < before) && (sort === null || entry.sort === sort))
    .reverse()
    .slice(0, limit);
  return { entries: structuredClone(entries), total: world.record.length };
}

export function recordClear(world: World): void {
  const entries = world.record.length;
  world.record = [];
  record(world, { kind: "cleared", entries });
}

function handed(handover: Handover, fields: DataField[], to: Recipient = { kind: "platform" }): Recorded {
  const consent =
    handover === "nearby_jobs"
      ? "permission"
      : ["application", "attachment_upload", "block_list", "contact_consent", "introduction"].includes(handover)
        ? "act"
        : "policy";
  return { kind: "disclosed", fields, to, handover, consent };
}

type Disclosed = { [C in keyof Commands]?: (world: World, request: Commands[C]["request"]) => Recorded | null };

const company = (world: World, job: string): Recipient => ({ kind: "company", name: findJob(world, job).company.name });

/** The other side of a conversation. */
function otherSide(world: World, id: string): Recipient {
  const conversation = world.conversations.get(id)?.conversation;
  return conversation?.side === "company"
    ? { kind: "person", name: conversation.with }
    : { kind: "company", name: conversation?.company ?? "" };
}

/** What a command that succeeded has handed over. */
export const DISCLOSED: Disclosed = {
  code_request: () => handed("code_request", ["phone"]),
  sign_in: () => handed("sign_in", ["phone", "sign_in_code", "device_name", "policy_acceptance"]),
  resume_edit: (world, { edit }) => {
    if (world.account === null || !world.online) return null;
    const section = edit.kind === "set" ? edit.path.split("/") : [edit.section];
    const field = section[0] === "basic" ? section[1] : section[0];
    return handed("resume_save", [field as DataField]);
  },
  favourite_set: (world) => (world.account === null || !world.online ? null : handed("favourite", ["job_interest"])),
  attachment_add: () => handed("attachment_upload", ["attachment"]),
  application_submit: (world, { job, attachment, attachment_contact }) =>
    handed(
      "application",
      [
        "name",
        ...attachment_contact,
        "intention",
        "education",
        "work",
        "skills",
        ...(attachment ? (["attachment"] as const) : []),
      ],
      company(world, job),
    ),
  conversation_open: (world, about) =>
    about.about === "job" ? handed("conversation", ["job_interest"], company(world, about.job)) : null,
  message_send: (world, { conversation }) =>
    world.online ? handed("message", ["message_text"], otherSide(world, conversation)) : null,
  jobs_nearby: (world) => (world.online ? handed("nearby_jobs", ["location_cell"]) : null),
  blocks_add: () => handed("block_list", ["blocked_companies"]),
  visibility_preview: (_, { viewer }) =>
    viewer.kind === "company" || viewer.kind === "company_named" ? handed("block_list", ["blocked_companies"]) : null,
  introduction_make: (_, { label, company: to }) =>
    handed(
      "introduction",
      ["name", "intention", "education", "work", "skills"],
      to ? { kind: "company", name: to.name } : { kind: "person", name: label.trim() },
    ),
  contact_request_answer: (world, { request: id, answer }) => {
    const asked = world.visibility.requests.find((request) => request.id === id)?.company;
    const to: Recipient = asked ? { kind: "company", name: asked.name } : { kind: "platform" };
    return answer.kind === "grant" ? handed("contact_consent", answer.items, to) : null;
  },
  recruiter_register: () => handed("recruiter_register", ["name", "title", "company_data"]),
};

/** A few days of an invented record, oldest first, for looking at the page. */
export function recordStory(world: World): RecordEntryView[] {
  const HOUR = 3_600_000_000;
  const end = world.now() * 1000;
  const story: [hoursAgo: number, what: Recorded][] = [
    [76, handed("code_request", ["phone"])],
    [75.9, handed("sign_in", ["phone", "sign_in_code", "device_name", "policy_acceptance"])],
    ...Array.from({ length: 6 }, (_, index): [number, Recorded] => [
      75 - index / 10,
      handed("resume_save", [(["name", "email", "education", "work", "work", "skills"] as const)[index] ?? "name"]),
    ]),
    [53, { kind: "used", purpose: "save_file" }],
    [
      52,
      handed("application", ["name", "intention", "education", "work", "skills"], {
        kind: "company",
        name: "北坞软件",
      }),
    ],
    [51.5, { kind: "looked", company: "北坞软件", job: "前端工程师" }],
    [28, { kind: "asked", purpose: "nearby_jobs" }],
    [27.99, { kind: "answered", permission: "location", answer: "while_in_use" }],
    [27.98, { kind: "system_answered", permission: "location", system: "granted" }],
    [27.97, { kind: "used", purpose: "nearby_jobs" }],
    [27.96, handed("nearby_jobs", ["location_cell"])],
    [26, { kind: "withdrawn", permission: "clipboard" }],
    [3, handed("message", ["message_text"], { kind: "company", name: "纸鹞数据" })],
    [2.9, handed("message", ["message_text"], { kind: "company", name: "纸鹞数据" })],
    [2.5, { kind: "looked", company: "纸鹞数据", job: "数据分析师（增长方向）" }],
    [1, { kind: "used", purpose: "nearby_jobs" }],
    [0.99, handed("nearby_jobs", ["location_cell"])],
    [0.4, { kind: "asked", purpose: "nearby_jobs" }],
    [0.39, { kind: "answered", permission: "location", answer: "no" }],
  ];
  return story.map(([hours, what], index) => ({ seq: index + 1, at: end - hours * HOUR, sort: sortOf(what), what }));
}
