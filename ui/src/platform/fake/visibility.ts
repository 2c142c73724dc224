/** Who may see the résumé, in the fake: the rule's table, the block list, who looked and who asks. */
import type {
  Action,
  Audience,
  Block,
  BlockImport,
  BlocksAdd,
  CompanyName,
  ContactAnswer,
  ContactItem,
  ContactRequestView,
  Employer,
  Fragment,
  Look,
  Preview,
  PreviewViewer,
  RealContact,
  Relation,
  ResumeCard,
  ResumeContent,
  ShownResume,
  VisibilitySetting,
  VisibilityView,
} from "../generated/types";
import { introductionStory } from "./introduction";
import { key } from "./random";
import { snapshotOf } from "./resume";
import { refuse, requireAccount, type World } from "./world";

export const SETTINGS: VisibilitySetting[] = [
  "public",
  "platform",
  "platform_and_partial",
  "private",
  "contact_hidden",
];

const ACTIONS: Action[] = [
  "recommended",
  "searchable",
  "view",
  "snapshot",
  "real_phone",
  "real_email",
  "relay_email",
  "message",
  "virtual_number",
  "ask_contact",
];

/** Rows L1 to L5, columns as `ACTIONS`; no other relation gets anything. */
const TABLE: Partial<Record<Relation, string[]>> = {
  employer: ["YYY-NNYYYY", "NNN-NNNNNN", "YYY-NNNYNY", "NNN-NNNNNN", "NYY-NNNYNY"],
  platform: ["-YY-NNYYYY", "-YY-NNYYYY", "-YY-NNYYYY", "-NN-NNNNNN", "-YY-NNNYNY"],
  applied: ["YYYYNNYYYY", "NNNYNNYYYY", "YYYYNNYYYY", "NNNYNNYYYY", "NYYYNNYYYY"],
  in_contact: ["YYY-NNYYYY", "NNN-NNNYNY", "YYY-NNNYNY", "NNN-NNNYNY", "NYY-NNNYNY"],
};

export function accessOf(setting: VisibilitySetting, relation: Relation): Action[] {
  const row = TABLE[relation]?.[SETTINGS.indexOf(setting)] ?? "";
  return ACTIONS.filter((_, index) => row[index] === "Y");
}

const AUDIENCES: [Audience, Relation][] = [
  ["employer", "employer"],
  ["platform", "platform"],
  ["applied_to", "applied"],
  ["in_contact", "in_contact"],
  ["blocked", "blocked"],
];

function fragments(setting: VisibilitySetting, relation: Relation): Fragment[] {
  const access = accessOf(setting, relation);
  if (relation === "blocked") return [{ kind: "nothing" }, { kind: "keeps_snapshot" }];
  if (access.length === 0) return [{ kind: "nothing" }];
  const says = (action: Action) => access.includes(action);
  const said: Fragment[] = [];
  if (relation !== "platform") said.push({ kind: "recommended", allowed: says("recommended") });
  said.push({ kind: "found", allowed: says("searchable") }, { kind: "opens", allowed: says("view") });
  if (relation === "applied") said.push({ kind: "has_snapshot", allowed: says("snapshot") });
  said.push(
    {
      kind: "channels",
      relay_email: says("relay_email"),
      message: says("message"),
      virtual_number: says("virtual_number"),
    },
    { kind: "real_contact", phone: says("real_phone"), email: says("real_email") },
    { kind: "may_ask", allowed: says("ask_contact") },
  );
  return said;
}

/** What the seeker's side holds beside the résumé. */
export interface FakeVisibility {
  blocks: Block[];
  looks: Look[];
  requests: ContactRequestView[];
  /** Applications left with companies that were blocked since. */
  left: Set<string>;
}

export function visibilityView(world: World): VisibilityView {
  requireAccount(world);
  const { blocks } = world.visibility;
  return structuredClone({
    setting: world.resume.visibility,
    sentences: SETTINGS.map((setting) => ({
      setting,
      sentences: AUDIENCES.map(([audience, relation]) => ({ audience, fragments: fragments(setting, relation) })),
    })),
    blocks,
    blocked_applications: world.applications
      .map(({ application }) => application)
      .filter(
        ({ id, stage, job }) =>
          stage !== "withdrawn" && !world.visibility.left.has(id) && blocks.some((block) => isOf(block, job.company)),
      ),
  });
}

const plain = (name: string) =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s()（）]/g, "")
    .replace(/(有限责任公司|股份有限公司|有限公司|公司|集团)$/, "");

function isOf(block: Block, company: string): boolean {
  return plain(block.company?.name ?? block.name ?? "") === plain(company);
}

export function isBlocked(world: World, company: string): boolean {
  return world.visibility.blocks.some((block) => isOf(block, company));
}

export function companiesFind(world: World, q: string): CompanyName[] {
  if (q.trim() === "") return [];
  return world.market.companies
    .filter(({ name }) => plain(name).includes(plain(q)))
    .slice(0, 20)
    .map(({ id, name, demo }) => ({ id, name, demo }));
}

/** Line by line; a table's columns are read by the core alone. */
export function blockImport(text: string): BlockImport {
  const first = new Map<string, number>();
  const list: BlockImport = { names: [], problems: [] };
  for (const [index, written] of text.split("\n").entries()) {
    const [line, name] = [index + 1, written.trim()];
    const before = first.get(plain(name));
    if (name === "") continue;
    if (plain(name).length < 2) list.problems.push({ line, problem: { kind: "no_name" } });
    else if (before !== undefined) list.problems.push({ line, problem: { kind: "duplicate", of: before } });
    else {
      first.set(plain(name), line);
      list.names.push({ line, name });
    }
  }
  return list;
}

export function employersList(world: World, blocked: string[]): Employer[] {
  const known = new Set(blocked.map(plain));
  const { work } = world.resume.content;
  return [...work.filter(({ current }) => current), ...work.filter(({ current }) => !current)]
    .map(({ company, current }) => ({ name: company.trim(), present: current }))
    .filter(({ name }) => name !== "" && !known.has(plain(name)) && known.add(plain(name)));
}

export function blocksAdd(world: World, { names, companies, origin }: BlocksAdd): VisibilityView {
  requireAccount(world);
  if (names.length + companies.length > 1000) refuse("invalid_field", { field: "names", problem: "too_many" });
  if (names.some((name) => plain(name).length < 2)) refuse("invalid_field", { field: "names", problem: "missing" });
  const known = (name: string) => world.visibility.blocks.some((block) => isOf(block, name));
  const add = (name: string | null, company: CompanyName | null) => {
    const block: Block = { id: key(10), company, name, origin, at: world.now() * 1000 };
    world.visibility.blocks.unshift(block);
    for (const { application } of world.applications)
      if (isOf(block, application.job.company)) world.visibility.left.delete(application.id);
  };
  for (const name of names) {
    const company = world.market.companies.find((one) => plain(one.name) === plain(name));
    if (!known(name)) add(name.trim(), company ? { id: company.id, name: company.name, demo: company.demo } : null);
  }
  for (const id of companies) {
    const company = world.market.companies.find((one) => one.id === id) ?? refuse("not_found");
    if (!known(company.name)) add(null, { id, name: company.name, demo: company.demo });
  }
  world.tell({ kind: "visibility_changed" });
  return visibilityView(world);
}

export function blockRemove(world: World, id: string): VisibilityView {
  const { blocks } = world.visibility;
  if (!blocks.some((block) => block.id === id)) refuse("not_found");
  world.visibility.blocks = blocks.filter((block) => block.id !== id);
  world.tell({ kind: "visibility_changed" });
  return visibilityView(world);
}

export function leaveApplication(world: World, id: string): VisibilityView {
  const held = world.applications.find(({ application }) => application.id === id && application.stage !== "withdrawn");
  if (!held) refuse("not_found");
  world.visibility.left.add(id);
  world.tell({ kind: "visibility_changed" });
  return visibilityView(world);
}

/** The name as it stands in lists. */
function shortName({ name, sex }: ResumeContent["basic"]): string {
  if (name === "") return "";
  return `${name.slice(0, 1)}${sex === "female" ? "女士" : sex === "male" ? "先生" : "**"}`;
}

export function cardOfResume(world: World, content: ResumeContent): ResumeCard {
  const { basic, intention } = content;
  return {
    name: shortName(basic),
    position: intention.position,
    places: intention.places,
    latest_position: content.work[0]?.position ?? "",
    years_worked: basic.first_job_year === null ? null : new Date(world.now()).getFullYear() - basic.first_job_year,
    degree: content.education[0]?.degree ?? null,
    skills: content.skills.map(({ name }) => name),
    status: basic.status,
  };
}

export function shownOf(content: ResumeContent): ShownResume {
  const snapshot = snapshotOf(content);
  const { phone: _phone, email: _email, ...basic } = snapshot.content.basic;
  return { ...snapshot.content, basic, contact: snapshot.contact };
}

function relationOf(world: World, viewer: PreviewViewer): Relation {
  if (viewer.kind === "stranger") return "anonymous";
  if (viewer.kind === "staff") return "platform";
  const name =
    viewer.kind === "company_named"
      ? viewer.name
      : (world.market.companies.find(({ id }) => id === viewer.company)?.name ?? refuse("not_found"));
  if (isBlocked(world, name)) return "blocked";
  const live = world.applications.filter(({ application }) => application.stage !== "withdrawn");
  if (live.some(({ application }) => plain(application.job.company) === plain(name))) return "applied";
  const talks = [...world.conversations.values()].map(({ conversation }) => conversation);
  return talks.some(({ company, side }) => side === "seeker" && company !== null && plain(company) === plain(name))
    ? "in_contact"
    : "employer";
}

/** What that viewer was granted, as long as it could still ask. */
function handedOver(world: World, viewer: PreviewViewer, access: Action[]): RealContact {
  const isTheirs = (company: CompanyName | null) =>
    (viewer.kind === "staff" && company === null) ||
    (viewer.kind === "company" && viewer.company === company?.id) ||
    (viewer.kind === "company_named" && company !== null && plain(viewer.name) === plain(company.name));
  const items = world.visibility.requests.flatMap(({ company, state }) =>
    state.kind === "granted" && isTheirs(company) && access.includes("ask_contact") ? state.items : [],
  );
  const { basic } = world.resume.content;
  const of = (item: ContactItem) => (access.includes("view") && items.includes(item) && basic[item].trim()) || null;
  return { phone: of("phone"), email: of("email") };
}

export function preview(world: World, viewer: PreviewViewer): Preview {
  requireAccount(world);
  const relation = relationOf(world, viewer);
  const access = accessOf(world.resume.visibility, relation);
  const { content } = world.resume;
  return structuredClone({
    relation,
    access,
    shown: access.includes("view") ? shownOf(content) : null,
    contact: handedOver(world, viewer, access),
    card: access.includes("searchable") ? cardOfResume(world, content) : null,
  });
}

const requestOf = (world: World, id: string) =>
  world.visibility.requests.find((request) => request.id === id) ?? refuse("not_found");

export function answerRequest(world: World, id: string, answer: ContactAnswer): ContactRequestView {
  const request = requestOf(world, id);
  if (!["asked", "later", "ignored"].includes(request.state.kind)) {
    const reason = ["retracted", "superseded"].includes(request.state.kind) ? request.state.kind : "answered";
    refuse("contact_request_closed", { reason });
  }
  const at = world.now() * 1000;
  if (answer.kind === "grant") {
    if (answer.items.length === 0) refuse("invalid_field", { field: "items", problem: "missing" });
    request.state = { kind: "granted", items: answer.items, at };
  } else request.state = { kind: ({ refuse: "refused", later: "later", ignore: "ignored" } as const)[answer.kind], at };
  world.tell({ kind: "contact_requests_changed" });
  return structuredClone(request);
}

export function withdrawConsent(world: World, id: string): ContactRequestView {
  const request = requestOf(world, id);
  if (request.state.kind !== "granted") return refuse("contact_request_closed", { reason: "not_granted" });
  const { items, at: granted_at } = request.state;
  request.state = { kind: "withdrawn", items, granted_at, at: world.now() * 1000 };
  world.tell({ kind: "contact_requests_changed" });
  return structuredClone(request);
}

/** Somebody's story: two companies looked, one asks, one former employer is blocked. 演示数据 */
export function visibilityStory(world: World): void {
  const now = world.now() * 1000;
  const [first, second] = world.market.companies;
  if (!first || !second) return;
  const named = ({ id, name, demo }: CompanyName) => ({ id, name, demo });
  world.visibility = {
    blocks: [{ id: key(10), company: null, name: "北坞软件有限公司", origin: "employer", at: now - 9e11 }],
    looks: [
      {
        id: key(11),
        at: now - 36e8,
        kind: "opened",
        company: named(first),
        by: { name: "许未", title: "招聘负责人" },
        job: null,
        introduction: null,
        reason: null,
      },
      {
        id: key(11),
        at: now - 9e10,
        kind: "staff_opened",
        company: null,
        by: null,
        job: null,
        introduction: null,
        reason: "support",
      },
      {
        id: key(11),
        at: now - 2e11,
        kind: "snapshot_opened",
        company: named(second),
        by: { name: "陈宁", title: "人力资源" },
        job: "数据分析师（增长方向）",
        introduction: null,
        reason: null,
      },
      {
        id: key(11),
        at: now - 2.5e11,
        kind: "mailed",
        company: named(second),
        by: { name: "陈宁", title: "人力资源" },
        job: "数据分析师（增长方向）",
        introduction: null,
        reason: null,
      },
      {
        id: key(11),
        at: now - 3e11,
        kind: "introduced",
        company: null,
        by: null,
        job: null,
        introduction: "王老师",
        reason: null,
      },
    ],
    requests: [
      {
        id: key(12),
        company: named(first),
        by: { name: "许未", title: "招聘负责人" },
        reason: "想约一次电话沟通，聊聊数据平台的岗位。",
        wanted: ["phone", "email"],
        asked_at: now - 18e8,
        state: { kind: "asked" },
      },
    ],
    left: new Set(),
  };
  world.introductions = introductionStory(world);
}
