/** All that the fake host holds in memory, and what its commands share. */
import type {
  Account,
  Application,
  Attachment,
  CompanyJob,
  Conversation,
  CoreEvent,
  Erasure,
  ErrorCode,
  IntroductionLink,
  Job,
  JobCard,
  MessageView,
  OutboxMessage,
  Point,
  PolicyAcceptance,
  RecordBroken,
  RecordEntryView,
  ResumeContent,
  SearchHistoryEntry,
  Session,
  Settings,
  Snapshot,
  StaffReason,
  VisibilitySetting,
} from "../generated/types";
import { CommandError } from "../host";
import type { FakePick } from "./attachments";
import { someErasures } from "./erasures";
import type { FakeMailbox } from "./mailbox";
import { type Market, market } from "./market";
import { type FakeNotices, someNotices } from "./notices";
import { type FakePermissions, freshPermissions } from "./permission";
import { type FakeRelay, someRelay } from "./relay";
import type { FoundResume } from "./resumes";
import { type FakeVirtualNumbers, someVirtualNumbers } from "./virtual-number";
import type { FakeVisibility } from "./visibility";

export interface FakeApplication {
  application: Application;
  snapshot: Snapshot;
}

export interface World {
  now: () => number;
  online: boolean;
  /** How the fake behaves, from the address: `?host=offline|slow|error|empty`. */
  mood: string;
  account: Account | null;
  policy: PolicyAcceptance | null;
  settings: Settings;
  market: Market;
  favourites: Set<string>;
  /** Jobs that searches brought, which the device has when it is off-line. */
  kept: Set<string>;
  /** Postings that were opened, as they were. */
  keptPostings: Map<string, Job>;
  history: SearchHistoryEntry[];
  resume: {
    past: ResumeContent[];
    content: ResumeContent;
    future: ResumeContent[];
    version: number;
    visibility: VisibilitySetting;
  };
  /** Latest first. */
  attachments: Attachment[];
  /** What the next file dialog picks. */
  picks: FakePick;
  applications: FakeApplication[];
  conversations: Map<string, { conversation: Conversation; messages: MessageView[] }>;
  companyJobs: CompanyJob[];
  visibility: FakeVisibility;
  /** The seeker's links, latest first. */
  introductions: IntroductionLink[];
  /** The account's data may be used to recommend. */
  personalised: boolean;
  notices: FakeNotices;
  mailbox: FakeMailbox;
  /** Companies that have their applications mailed. */
  mailedTo: Set<string>;
  relay: FakeRelay;
  /** Until when the session has shown a second factor, and what staff did. */
  staff: { until: number; audit: { kind: string; reason: StaffReason }[] };
  virtualNumbers: FakeVirtualNumbers;
  erasures: Erasure[];
  /** Whom the recruiter may find. */
  resumes: FoundResume[];
  sessions: Session[];
  outbox: OutboxMessage[];
  code: { phone: string; code: string } | null;
  permissions: FakePermissions;
  /** Where the device is, or why nothing can say. */
  position: Point | "no_source" | "timed_out" | "failed";
  /** When the position was read; it is used again for five minutes. */
  located_at: number | null;
  /** Oldest first. */
  record: RecordEntryView[];
  /** What checking the record finds. */
  broken: RecordBroken | null;
  /** What was copied; `clipboard.ts` has texts of every kind. */
  clipboard: string;
  tell: (event: CoreEvent) => void;
  /** Things the other side does a moment later. */
  later: (act: () => void, ms: number) => void;
}

export function refuse(code: ErrorCode, detail?: unknown): never {
  throw new CommandError({ code, message: code, detail });
}

export function requireAccount(world: World): Account {
  return world.account ?? refuse("signed_out");
}

export function findJob(world: World, id: string): Job {
  return world.market.jobs.find((job) => job.id === id) ?? refuse("not_found");
}

export function cardOf(job: Job, distance_km: number | null = null): JobCard {
  const { content } = job;
  return {
    id: job.id,
    title: content.title,
    company: job.company.name,
    demo: job.company.demo,
    salary: content.salary,
    place: content.workplace.place,
    address: content.workplace.address,
    point: content.workplace.point,
    remote: content.workplace.remote,
    employment_type: content.employment_type,
    experience: content.experience,
    education: content.education,
    tags: content.tags,
    posted_at: job.posted_at,
    distance_km,
  };
}

export function emptyResume(): ResumeContent {
  return {
    basic: {
      name: "",
      sex: null,
      birth_date: null,
      phone: "",
      email: "",
      first_job_year: null,
      residence: null,
      status: null,
      political_status: "",
      homepage: "",
    },
    intention: {
      position: "",
      function: "",
      industry: "",
      places: [],
      salary: null,
      employment_type: null,
      available: "",
    },
    education: [],
    work: [],
    projects: [],
    skills: [],
    languages: [],
    self_assessment: "",
  };
}

export function makeWorld(now: () => number, size: number): World {
  return {
    now,
    online: true,
    mood: "",
    account: null,
    policy: null,
    settings: { language: null, theme: "system" },
    market: market(size, now()),
    favourites: new Set(),
    kept: new Set(),
    keptPostings: new Map(),
    history: [],
    resume: { past: [], content: emptyResume(), future: [], version: 0, visibility: "private" },
    attachments: [],
    picks: { name: "示例简历.pdf", shows: ["phone"] },
    applications: [],
    conversations: new Map(),
    companyJobs: [],
    visibility: { blocks: [], looks: [], requests: [], left: new Set() },
    introductions: [],
    personalised: true,
    notices: someNotices(),
    mailbox: { offered: true, mailbox: null, waiting: null },
    mailedTo: new Set(),
    relay: someRelay(now()),
    staff: { until: 0, audit: [] },
    virtualNumbers: someVirtualNumbers(now()),
    erasures: someErasures(now()),
    resumes: [],
    sessions: [],
    outbox: [],
    code: null,
    permissions: freshPermissions(),
    position: { lat: 31.1752, lon: 121.4251 },
    located_at: null,
    record: [],
    broken: null,
    clipboard: "",
    tell: () => {},
    later: (act, ms) => {
      setTimeout(act, ms);
    },
  };
}
