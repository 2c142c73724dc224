import { f, words } from "../../i18n";
import { languageLevels, sexes, skillLevels, statuses } from "../../i18n/choices";
import { places } from "../../places";
import type { Basic, Findings, Intention, ResumeContent, ResumeDraft, Salary, Section } from "../../platform";
import { spanWords } from "./dates";
import { fieldName } from "./fields";
import { m } from "./messages";

/** One thing that was found, as it is listed for confirmation. */
export interface Found {
  /** `basic/name`, `work/0`; further ones for the same field have a mark: `basic/phone#1`. */
  key: string;
  /** The field's name; empty for entries. */
  label: string;
  /** The value, or what an entry is called. */
  value: string;
  /** The rest of an entry's line. */
  detail: readonly string[];
  /** An entry's description. */
  text: string;
  /** The value, where it is pay. */
  salary: Salary | null;
  /** What it would replace; empty where nothing is lost. */
  old: string;
  /** The résumé says so already. */
  known: boolean;
  /** Ticked when the list opens. What is sensitive is not. */
  offered: boolean;
  /** Writes it into what is taken over. */
  put: (draft: ResumeDraft) => void;
}

/** What was found for one section of the résumé. */
export interface FoundSection {
  title: string;
  /** Short ones stand in a row. */
  row: boolean;
  found: Found[];
}

/** Left unticked: whoever takes them over does so by an act of their own. */
const SENSITIVE = new Set(["basic/phone", "basic/birth_date", "basic/political_status"]);

const NO_BASIC: Basic = {
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
};
const NO_INTENTION: Intention = {
  position: "",
  function: "",
  industry: "",
  places: [],
  salary: null,
  employment_type: null,
  available: "",
};

function emptyDraft(): ResumeDraft {
  return {
    basic: { ...NO_BASIC },
    intention: { ...NO_INTENTION, places: [] },
    education: [],
    work: [],
    projects: [],
    skills: [],
    languages: [],
    self_assessment: "",
  };
}

// Records over all fields: one that is added to the domain does not type-check until it is shown.
function basicWords(basic: Basic): Record<keyof Basic, string> {
  return {
    name: basic.name,
    phone: basic.phone,
    email: basic.email,
    residence: places.fullName(basic.residence),
    status: basic.status ? statuses[basic.status] : "",
    birth_date: basic.birth_date ?? "",
    sex: basic.sex ? sexes[basic.sex] : "",
    first_job_year: basic.first_job_year?.toString() ?? "",
    political_status: basic.political_status,
    homepage: basic.homepage,
  };
}

function intentionWords(intention: Intention): Record<keyof Intention, string> {
  return {
    position: intention.position,
    function: intention.function,
    industry: intention.industry,
    places: intention.places.map((place) => places.fullName(place)).join("、"),
    salary: intention.salary ? f.salaryText(intention.salary) : "",
    employment_type: intention.employment_type ? words.employment(intention.employment_type) : "",
    available: intention.available,
  };
}

const says = (value: unknown): boolean =>
  value !== "" && value !== null && !(Array.isArray(value) && value.length === 0);
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const phoneDigits = (phone: string): string => phone.replace(/\D/g, "").replace(/^86(?=1\d{10}$)/, "");

type Line = Pick<Found, "value"> & Partial<Pick<Found, "detail" | "text">>;

/** A single value; `old` is what the résumé says there. */
function field(path: string, mark: number, value: string, old: string, known: boolean, put: Found["put"]): Found {
  return {
    key: mark === 0 ? path : `${path}#${mark}`,
    label: fieldName(path),
    value,
    detail: [],
    text: "",
    salary: null,
    old: known ? "" : old,
    known,
    offered: !known && mark === 0 && !SENSITIVE.has(path),
    put,
  };
}

function basicFound(basic: Basic, now: Basic, { phones, emails }: Findings): Found[] {
  const [shown, before] = [basicWords(basic), basicWords(now)];
  return (Object.keys(shown) as (keyof Basic)[]).flatMap((name) => {
    const path = `basic/${name}`;
    if (name === "phone" || name === "email") {
      const alike = (one: string, other: string) =>
        name === "phone" ? phoneDigits(one) === phoneDigits(other) : one.toLowerCase() === other.toLowerCase();
      const others = (name === "phone" ? phones : emails).map(({ text }) => text);
      return [basic[name], ...others]
        .filter((value, at, all) => value !== "" && all.findIndex((other) => alike(other, value)) === at)
        .map((value, mark) =>
          field(path, mark, value, before[name], alike(value, now[name]), (draft) => {
            draft.basic[name] = value;
          }),
        );
    }
    if (!says(basic[name])) return [];
    const known = same(basic[name], now[name]);
    return field(path, 0, shown[name], before[name], known, (draft) => {
      draft.basic = { ...draft.basic, [name]: basic[name] };
    });
  });
}

function intentionFound(intention: Intention, now: Intention): Found[] {
  // Places are added to those that are there, nothing is replaced.
  const added = intention.places.filter((place) => !now.places.includes(place));
  const [shown, before] = [
    intentionWords({ ...intention, places: added.length > 0 ? added : intention.places }),
    { ...intentionWords(now), places: "" },
  ];
  return (Object.keys(shown) as (keyof Intention)[])
    .filter((name) => says(intention[name]))
    .map((name) => {
      const known = name === "places" ? added.length === 0 : same(intention[name], now[name]);
      const found = field(`intention/${name}`, 0, shown[name], before[name], known, (draft) => {
        draft.intention = { ...draft.intention, [name]: intention[name] };
      });
      return name === "salary" ? { ...found, salary: intention.salary } : found;
    });
}

/** Whether the résumé has an entry that says the same; what a draft cannot say must then be unsaid. */
function isThere(draft: object, entries: readonly object[]): boolean {
  const said = draft as Record<string, unknown>;
  return entries.some((entry) =>
    Object.entries(entry).every(([name, value]) => name === "id" || same(value, said[name] ?? null)),
  );
}

function entriesFound<S extends Section>(
  section: S,
  all: ResumeDraft,
  content: ResumeContent,
  line: (draft: ResumeDraft[S][number]) => Line,
): Found[] {
  return all[section].map((draft: ResumeDraft[S][number], at) => {
    const known = isThere(draft, content[section]);
    return {
      key: `${section}/${at}`,
      label: "",
      detail: [],
      text: "",
      salary: null,
      ...line(draft),
      old: "",
      known,
      offered: !known,
      put: (to) => {
        (to[section] as ResumeDraft[S][number][]).push(draft);
      },
    };
  });
}

/** What was found that a résumé can hold, by its sections; empty when there is nothing. Nothing of a posting is. */
export function foundIn(findings: Findings, content: ResumeContent): FoundSection[] {
  if (findings.job) return [];
  const all: ResumeDraft = findings.resume ?? { ...emptyDraft(), education: findings.education, work: findings.work };
  const basic = { ...all.basic, name: all.basic.name || (findings.name?.text ?? "") };
  const self = all.self_assessment;
  const selfKnown = self === content.self_assessment;
  const sections: FoundSection[] = [
    { title: m.basic, row: false, found: basicFound(basic, content.basic, findings) },
    { title: m.intention, row: false, found: intentionFound(all.intention, content.intention) },
    {
      title: m.work,
      row: false,
      found: entriesFound("work", all, content, (one) => ({
        value: one.company || one.position || m.unnamed,
        detail: [one.company ? one.position : "", one.department, spanWords(one)],
        text: one.description,
      })),
    },
    {
      title: m.education,
      row: false,
      found: entriesFound("education", all, content, (one) => ({
        value: one.school || one.major || m.unnamed,
        detail: [one.school ? one.major : "", one.degree ? words.degree(one.degree) : "", spanWords(one)],
        text: one.description,
      })),
    },
    {
      title: m.projects,
      row: false,
      found: entriesFound("projects", all, content, (one) => ({
        value: one.name || one.role || m.unnamed,
        detail: [one.name ? one.role : "", spanWords(one), one.url],
        text: one.description,
      })),
    },
    {
      title: m.skills,
      row: true,
      found: entriesFound("skills", all, content, (one) => ({
        value: one.name,
        detail: [one.level ? skillLevels[one.level] : ""],
      })),
    },
    {
      title: m.languages,
      row: true,
      found: entriesFound("languages", all, content, (one) => ({
        value: one.name,
        detail: [one.level ? languageLevels[one.level] : "", one.certificate],
      })),
    },
    {
      title: m.selfAssessment,
      row: false,
      found: self
        ? [
            {
              ...field("self_assessment", 0, self, content.self_assessment, selfKnown, (draft) => {
                draft.self_assessment = self;
              }),
              label: "",
            },
          ]
        : [],
    },
  ];
  return sections.filter(({ found }) => found.length > 0);
}

/** What is taken over: all that is ticked and nothing else. */
export function takenFrom(sections: readonly FoundSection[], ticked: ReadonlySet<string>): ResumeDraft {
  const draft = emptyDraft();
  for (const { found } of sections) for (const one of found) if (ticked.has(one.key)) one.put(draft);
  return draft;
}
