import type {
  Completeness,
  ContactItem,
  Missing,
  RealContact,
  ResumeContent,
  ResumeDraft,
  ResumeEdit,
  ResumeProblem,
  ResumeView,
  Section,
  Snapshot,
} from "../generated/types";
import { key } from "./random";
import { refuse, type World } from "./world";

export function completeness(content: ResumeContent): Completeness {
  const { basic, intention } = content;
  const blank = (text: string) => text.trim() === "";
  const list = (rows: [boolean, Missing][]) => rows.filter(([missing]) => missing).map(([, what]) => what);
  const readable =
    content.work.some((entry) => !blank(entry.company) && !blank(entry.position)) ||
    content.projects.some((entry) => !blank(entry.name)) ||
    !blank(content.self_assessment);
  const required = list([
    [blank(basic.name), "name"],
    [blank(basic.phone), "phone"],
    [blank(intention.position), "position"],
    [intention.places.length === 0, "places"],
    [
      !content.education.some((entry) => !blank(entry.school) && entry.degree !== null && entry.start !== null),
      "education",
    ],
    [!readable, "experience"],
  ]);
  const suggested = list([
    [content.work.some((entry) => blank(entry.description)), "work_description"],
    [content.skills.every((skill) => blank(skill.name)), "skills"],
    [intention.salary === null, "salary"],
    [basic.status === null, "status"],
    [basic.residence === null, "residence"],
    [basic.birth_date === null, "birth_date"],
    [blank(content.self_assessment), "self_assessment"],
  ]);
  return {
    percent: Math.max(0, 100 - required.length * 11 - Math.ceil((suggested.length * 34) / 7)),
    required,
    suggested,
  };
}

/** Some of what the core points out: enough to see where remarks stand. */
export function problems(content: ResumeContent, today: string): ResumeProblem[] {
  const found: ResumeProblem[] = [];
  for (const { id, start, end } of content.work) {
    if ((start ?? "") > today) found.push({ kind: "in_future", path: `work/${id}/start` });
    if ((end ?? "") > today) found.push({ kind: "in_future", path: `work/${id}/end` });
  }
  for (const { id, description } of content.work) {
    if (/1[3-9]\d{9}|\S+@\S+\.\S+/.test(description)) {
      found.push({ kind: "contact_in_text", path: `work/${id}/description` });
    }
  }
  if (/紧急联系人|推荐人|家属/.test(content.self_assessment))
    found.push({ kind: "other_person", path: "self_assessment" });
  return found;
}

export function resumeView(world: World): ResumeView {
  const { resume } = world;
  return {
    content: resume.content,
    version: resume.version,
    sync: world.account === null ? "device_only" : world.online ? "saved" : "waiting",
    completeness: completeness(resume.content),
    problems: problems(resume.content, new Date(world.now()).toISOString().slice(0, 7)),
    visibility: resume.visibility,
    can_undo: resume.past.length > 0,
    can_redo: resume.future.length > 0,
    clashes: [],
  };
}

type Entry = { id: string };

function emptyEntry(section: Section, id: string): Entry {
  const dates = { start: null, end: null, current: false, description: "" };
  switch (section) {
    case "education":
      return { id, school: "", degree: null, major: "", full_time: null, overseas: null, ...dates } as Entry;
    case "work":
      return { id, company: "", position: "", department: "", industry: "", employment_type: null, ...dates } as Entry;
    case "projects":
      return { id, name: "", role: "", url: "", ...dates } as Entry;
    case "skills":
      return { id, name: "", level: null } as Entry;
    case "languages":
      return { id, name: "", level: null, certificate: "" } as Entry;
  }
}

/** The problems the fake finds; the core's own list is longer. */
function problem(path: string, value: unknown): string | null {
  if (typeof value !== "string") return null;
  const name = path.split("/").at(-1);
  if (value === "") return null;
  if (name === "email" && !/^\S+@\S+\.\S+$/.test(value)) return "email";
  if (name === "phone" && !/^\+?[\d\s-]{8,}$/.test(value)) return "phone";
  if ((name === "homepage" || name === "url") && !/^https?:\/\//.test(value)) return "url";
  if (value.length > 4_000) return "too_long";
  return null;
}

function set(content: ResumeContent, path: string, value: unknown): void {
  const steps = path.split("/");
  if (steps.length === 1 && steps[0] === "self_assessment") {
    content.self_assessment = String(value);
    return;
  }
  const parent = steps[0] as "basic" | "intention" | Section;
  const target =
    steps.length === 3
      ? (content[parent as Section] as Entry[]).find((entry) => entry.id === steps[1])
      : (content[parent as "basic"] as object);
  const field = steps.at(-1) ?? "";
  if (target === undefined || !(field in target)) refuse("invalid_field", { field: path, problem: "type" });
  (target as Record<string, unknown>)[field] = value;
}

export function resumeEdit(world: World, edit: ResumeEdit): ResumeView {
  const { resume } = world;
  const content = structuredClone(resume.content);
  if (edit.kind === "set") {
    const wrong = problem(edit.path, edit.value);
    if (wrong) refuse("invalid_field", { field: edit.path, problem: wrong });
    if (
      edit.path === "basic/birth_date" &&
      typeof edit.value === "string" &&
      Number(edit.value.slice(0, 4)) > new Date(world.now()).getFullYear() - 16
    ) {
      refuse("too_young");
    }
    set(content, edit.path, edit.value);
  } else {
    const entries = content[edit.section] as Entry[];
    const at = entries.findIndex((entry) => entry.id === edit.entry);
    if (edit.kind === "add") entries.splice(Math.min(edit.at, entries.length), 0, emptyEntry(edit.section, edit.entry));
    else if (at < 0) refuse("invalid_field", { field: `${edit.section}/${edit.entry}`, problem: "type" });
    else if (edit.kind === "remove") entries.splice(at, 1);
    else entries.splice(edit.to, 0, ...entries.splice(at, 1));
  }
  resume.past.push(resume.content);
  resume.future = [];
  resume.content = content;
  resume.version += 1;
  return resumeView(world);
}

/** Takes over what was confirmed of a paste: fields that say something replace, entries that are new are added. */
export function resumeTake(world: World, draft: ResumeDraft): ResumeView {
  const { resume } = world;
  const content = structuredClone(resume.content);
  const says = (value: unknown) => value !== null && value !== "" && !Array.isArray(value);
  for (const group of ["basic", "intention"] as const) {
    for (const [field, value] of Object.entries(draft[group])) {
      const path = `${group}/${field}`;
      const wrong = problem(path, value);
      if (wrong) refuse("invalid_field", { field: path, problem: wrong });
      if (says(value)) set(content, path, value);
    }
  }
  content.intention.places = [...new Set([...content.intention.places, ...draft.intention.places])];
  if (draft.self_assessment) content.self_assessment = draft.self_assessment;
  for (const section of ["education", "work", "projects", "skills", "languages"] as const) {
    const entries = content[section] as Entry[];
    for (const { span: _, ...fields } of draft[section] as { span?: unknown }[]) {
      const entry = { ...emptyEntry(section, key(7)), ...fields };
      const said = (one: Entry) => JSON.stringify(Object.entries({ ...one, id: "" }).sort());
      if (entries.every((known) => said(known) !== said(entry))) entries.push(entry);
    }
  }
  if (JSON.stringify(content) === JSON.stringify(resume.content)) return resumeView(world);
  resume.past.push(resume.content);
  resume.future = [];
  resume.content = content;
  resume.version += 1;
  return resumeView(world);
}

export function resumeStep(world: World, direction: "undo" | "redo"): ResumeView {
  const { resume } = world;
  const [from, to] = direction === "undo" ? [resume.past, resume.future] : [resume.future, resume.past];
  const next = from.pop();
  if (next) {
    to.push(resume.content);
    resume.content = next;
    resume.version += 1;
  }
  return resumeView(world);
}

export function snapshotOf(content: ResumeContent): Snapshot {
  const copy = structuredClone(content);
  const contact = { has_phone: copy.basic.phone.trim() !== "", has_email: copy.basic.email.trim() !== "" };
  copy.basic.phone = "";
  copy.basic.email = "";
  return { content: copy, contact, form_contact: { phone: null, email: null } };
}

/** Of the items that a form asks for, what the résumé has. */
export function formContact(content: ResumeContent, items: readonly ContactItem[]): RealContact {
  const of = (item: ContactItem) => (items.includes(item) && content.basic[item].trim()) || null;
  return { phone: of("phone"), email: of("email") };
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? sign);
}

/** A rough page: enough to see where text goes; the core sets it in typst. */
export function resumePages(content: ResumeContent): string[] {
  const lines: [text: string, size: number][] = [
    [content.basic.name || " ", 26],
    [content.intention.position, 12],
    ...content.education.map((entry): [string, number] => [
      `${entry.school}  ${entry.major}  ${entry.start ?? ""}–${entry.end ?? ""}`,
      11,
    ]),
    ...content.work.flatMap((entry): [string, number][] => [
      [`${entry.company}  ${entry.position}  ${entry.start ?? ""}–${entry.end ?? ""}`, 12],
      ...entry.description.split("\n").map((line): [string, number] => [line, 10]),
    ]),
    ...content.projects.map((entry): [string, number] => [`${entry.name}  ${entry.role}`, 11]),
    [content.skills.map((skill) => skill.name).join(" · "), 11],
    [content.self_assessment, 11],
  ];
  let y = 70;
  const body = lines
    .filter(([text]) => text.trim())
    .map(([text, size]) => {
      y += size * 1.9;
      return `<text x="56" y="${y}" font-size="${size}" fill="#1e1c18" font-family="sans-serif">${escaped(text)}</text>`;
    })
    .join("");
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 595 842" width="595" height="842"><rect width="595" height="842" fill="#fffefb"/>${body}</svg>`,
  ];
}
