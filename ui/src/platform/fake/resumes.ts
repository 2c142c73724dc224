/** The résumé search of the recruiting side, in the fake. 演示数据 */
import type {
  Action,
  ContactRequestMade,
  ContactRequestMake,
  Count,
  Degree,
  Match,
  OpenedResume,
  Recommendation,
  ResumeContent,
  ResumeHit,
  ResumeNote,
  ResumesSearchRequest,
  ResumesSearchResponse,
  VisibilitySetting,
} from "../generated/types";
import { filledResume } from "./people";
import { key } from "./random";
import { requireRecruiter } from "./recruiting";
import { accessOf, cardOfResume, shownOf } from "./visibility";
import { refuse, type World } from "./world";

export interface FoundResume {
  id: string;
  setting: VisibilitySetting;
  content: ResumeContent;
  notes: ResumeNote[];
  request: ContactRequestMade | null;
  conversation: string | null;
}

const CHANNELS: Action[] = ["relay_email", "message", "virtual_number", "ask_contact"];

/** Invented people who may be found, one in each setting that companies find, and one in each that they do not. */
export function someResumes(): FoundResume[] {
  const rows: [string, string, VisibilitySetting][] = [
    ["周予安", "数据分析师", "public"],
    ["李沐辰", "前端工程师", "platform_and_partial"],
    ["欧阳听澜", "产品经理", "contact_hidden"],
    ["许知夏", "会计", "public"],
    ["江望舒", "机械工程师", "private"],
    ["沈星河", "运营专员", "platform"],
  ];
  return rows.map(([name, position, setting]) => ({
    id: key(13),
    setting,
    content: filledResume(name, position),
    notes: [],
    request: null,
    conversation: null,
  }));
}

export const access = (world: World, found: FoundResume) => {
  if (world.account?.staff) return accessOf(found.setting, "platform");
  return accessOf(found.setting, found.conversation === null ? "employer" : "in_contact");
};

/** Whoever searches for people: staff, whose second factor the caller has asked for, or a verified recruiter. */
export function requireViewer(world: World): void {
  if (!world.account?.staff) requireRecruiter(world);
}

export function foundResume(world: World, id: string): FoundResume {
  requireViewer(world);
  const found = world.resumes.find((resume) => resume.id === id) ?? refuse("not_found");
  return access(world, found).includes("view") ? found : refuse("not_found");
}

function counts<T>(values: T[]): Count<T>[] {
  const counted = new Map<T, number>();
  for (const value of values) counted.set(value, (counted.get(value) ?? 0) + 1);
  return [...counted].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
}

const DEGREES: Degree[] = ["high_school", "associate", "bachelor", "master", "doctor"];

export function resumesSearch(world: World, request: ResumesSearchRequest): ResumesSearchResponse {
  requireViewer(world);
  const words = request.text.toLowerCase().split(/\s+/).filter(Boolean);
  const rank = (degree: Degree | null) => (degree === null ? -1 : DEGREES.indexOf(degree));
  const matches = world.resumes.filter((found) => {
    if (!access(world, found).includes("searchable")) return false;
    const { content } = found;
    const card = cardOfResume(world, content);
    const terms = [card.position, card.latest_position, content.intention.function, ...card.skills].join(" ");
    const years = card.years_worked ?? 0;
    return (
      words.every((word) => terms.toLowerCase().includes(word)) &&
      (request.industry === "" || content.intention.industry.includes(request.industry)) &&
      request.skills.every((skill) => card.skills.includes(skill)) &&
      (request.places.length === 0 || card.places.some((place) => request.places.includes(place))) &&
      (request.years_min === null || years >= request.years_min) &&
      (request.years_max === null || years <= request.years_max) &&
      (request.degree_min === null || rank(card.degree) >= rank(request.degree_min))
    );
  });
  const contents = matches.map(({ content }) => content);
  const cards = contents.map((content) => cardOfResume(world, content));
  const band = (years: number) => [10, 5, 3, 1, 0].find((from) => years >= from) ?? 0;
  return structuredClone({
    total: matches.length,
    hits: matches.slice(request.offset, request.offset + request.limit).map((found): ResumeHit => {
      const may = access(world, found);
      return {
        resume: found.id,
        card: cardOfResume(world, found.content),
        channels: may.filter((action) => CHANNELS.includes(action)),
        recommended: may.includes("recommended"),
        demo: true,
      };
    }),
    facets: {
      years: counts(cards.map(({ years_worked }) => band(years_worked ?? 0))),
      degree_min: DEGREES.map((value) => ({
        value,
        count: cards.filter(({ degree }) => rank(degree) >= rank(value)).length,
      })),
      places: counts(cards.flatMap(({ places }) => places)),
      industries: counts(contents.map(({ intention }) => intention.industry)),
      skills: counts(cards.flatMap(({ skills }) => skills)),
    },
  });
}

/** Who shares the position or a skill with a posting, of those who may be offered unasked. */
export function recommendationsList(world: World, job: string): Recommendation[] {
  requireRecruiter(world);
  const { title, tags } = (world.companyJobs.find(({ id }) => id === job) ?? refuse("not_found")).content;
  const offered = world.resumes.flatMap((found): Recommendation[] => {
    const may = access(world, found);
    if (!may.includes("recommended")) return [];
    const card = cardOfResume(world, found.content);
    const matches: Match[] = [
      ...(title.includes(card.position) || card.position.includes(title)
        ? [{ kind: "position" as const, position: card.position }]
        : []),
      ...card.skills.filter((skill) => tags.includes(skill)).map((skill) => ({ kind: "skill" as const, skill })),
    ];
    if (matches.length === 0) return [];
    if (card.years_worked !== null) matches.push({ kind: "years", years: card.years_worked });
    const hit = {
      resume: found.id,
      card,
      channels: may.filter((action) => CHANNELS.includes(action)),
      recommended: true,
      demo: true,
    };
    return [{ hit, matches }];
  });
  return structuredClone(offered.sort((a, b) => b.matches.length - a.matches.length));
}

export function openResume(world: World, id: string): OpenedResume {
  const found = foundResume(world, id);
  const granted = found.request?.outcome.kind === "granted" ? found.request.outcome.items : [];
  const { phone, email } = found.content.basic;
  return structuredClone({
    resume: found.id,
    shown: shownOf(found.content),
    access: access(world, found),
    relay: access(world, found).includes("relay_email"),
    virtual_number: access(world, found).includes("virtual_number"),
    contact: {
      phone: granted.includes("phone") ? phone : null,
      email: granted.includes("email") ? email : null,
    },
    request: found.request?.outcome ?? null,
    notes: found.notes,
    conversation: found.conversation,
  });
}

export function setNote(world: World, id: string, text: string): ResumeNote[] {
  const found = foundResume(world, id);
  const recruiter = world.account?.recruiter;
  found.notes = found.notes.filter(({ mine }) => !mine);
  if (text.trim() !== "")
    found.notes.unshift({
      by: { name: recruiter?.name ?? "", title: recruiter?.title ?? "" },
      mine: true,
      text: text.trim(),
      at: world.now() * 1000,
    });
  return structuredClone(found.notes);
}

export function makeRequest(world: World, { resume, reason, wanted }: ContactRequestMake): ContactRequestMade {
  const found = foundResume(world, resume);
  if (!access(world, found).includes("ask_contact")) refuse("not_found");
  if (wanted.length === 0) refuse("invalid_field", { field: "wanted", problem: "missing" });
  if (reason.trim() === "") refuse("invalid_field", { field: "reason", problem: "missing" });
  found.request = {
    id: key(12),
    resume,
    reason: reason.trim(),
    wanted,
    asked_at: world.now() * 1000,
    outcome: { kind: "not_granted" },
  };
  return structuredClone(found.request);
}

export function requestsMade(world: World): ContactRequestMade[] {
  requireViewer(world);
  return structuredClone(world.resumes.flatMap(({ request }) => request ?? []));
}

export function retractRequest(world: World, id: string): void {
  requireViewer(world);
  const found = world.resumes.find(({ request }) => request?.id === id) ?? refuse("not_found");
  // What was granted stays granted.
  if (found.request?.outcome.kind !== "granted") found.request = null;
}
