/** The domain's choices as selects and radios offer them. Names that lists show too are in `words.ts`. */
import type {
  CompanySize,
  Degree,
  Education,
  EmploymentType,
  Experience,
  LanguageLevel,
  Sex,
  SkillLevel,
  StaffReasonKind,
  Status,
} from "../platform/generated/types";
import { catalogue } from "./catalogue";
import { words } from "./words";

/** A choice and its word. */
export interface Choice<T extends string> {
  value: T;
  label: string;
}

type Names<T extends string> = Record<T, { zh: string; en: string }>;

export const sexes = catalogue({
  female: { zh: "女", en: "Female" },
  male: { zh: "男", en: "Male" },
  other: { zh: "其他", en: "Other" },
} satisfies Names<Sex>);

export const statuses = catalogue({
  student: { zh: "在校 / 应届", en: "Student or graduating" },
  employed_looking: { zh: "在职，考虑机会", en: "Employed, looking" },
  employed_settled: { zh: "在职，暂不考虑", en: "Employed, not looking" },
  available: { zh: "离职，随时到岗", en: "Available now" },
} satisfies Names<Status>);

export const skillLevels = catalogue({
  basic: { zh: "了解", en: "Basic" },
  proficient: { zh: "熟练", en: "Proficient" },
  expert: { zh: "精通", en: "Expert" },
} satisfies Names<SkillLevel>);

export const languageLevels = catalogue({
  basic: { zh: "入门", en: "Basic" },
  conversational: { zh: "日常交流", en: "Conversational" },
  professional: { zh: "工作语言", en: "Professional" },
  native: { zh: "母语", en: "Native" },
} satisfies Names<LanguageLevel>);

/** All of a catalogue, in the order in which it is written. */
export function choices<T extends string>(names: Readonly<Record<T, string>>): Choice<T>[] {
  return (Object.keys(names) as T[]).map((value) => ({ value, label: names[value] }));
}

// Records, so that a value that is added to the domain does not type-check until it is offered.
const EMPLOYMENT: Record<EmploymentType, true> = {
  full_time: true,
  part_time: true,
  internship: true,
  contract: true,
  temporary: true,
};
const EDUCATION: Record<Education, true> = {
  any: true,
  high_school: true,
  associate: true,
  bachelor: true,
  master: true,
  doctor: true,
};
const DEGREE: Record<Degree, true> = {
  high_school: true,
  associate: true,
  bachelor: true,
  master: true,
  doctor: true,
};
const EXPERIENCE: Record<Experience, true> = {
  any: true,
  graduate: true,
  under1: true,
  from1_to3: true,
  from3_to5: true,
  from5_to10: true,
  over10: true,
};
const SIZE: Record<CompanySize, true> = {
  up_to19: true,
  from20_to99: true,
  from100_to499: true,
  from500_to999: true,
  over1000: true,
};

function named<T extends string>(all: Record<T, true>, name: (value: T) => string): Choice<T>[] {
  return (Object.keys(all) as T[]).map((value) => ({ value, label: name(value) }));
}

/** The choices whose names are in `words.ts`; reactive. */
export const offered = {
  employment: (): Choice<EmploymentType>[] => named(EMPLOYMENT, words.employment),
  education: (): Choice<Education>[] => named(EDUCATION, words.education),
  degree: (): Choice<Degree>[] => named(DEGREE, words.degree),
  experience: (): Choice<Experience>[] => named(EXPERIENCE, words.experience),
  companySize: (): Choice<CompanySize>[] => named(SIZE, words.companySize),
};

/** Why staff look, in the order in which it is offered. */
export const staffReasons = ["recommendation", "support", "complaint", "safety"] as const satisfies StaffReasonKind[];
