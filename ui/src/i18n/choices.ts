/** The words of the domain's choices, for every screen that shows or offers one. */
import type {
  CompanySize,
  Degree,
  Education,
  EmploymentType,
  Experience,
  LanguageLevel,
  Sex,
  SkillLevel,
  Stage,
  Status,
} from "../platform";
import { catalogue } from "./catalogue";

/** A choice and its word, as selects and radios take them. */
export interface Choice<T extends string> {
  value: T;
  label: string;
}

/** All choices of a catalogue, in the order in which it is written. */
export function choices<T extends string>(words: Readonly<Record<T, string>>): Choice<T>[] {
  return (Object.keys(words) as T[]).map((value) => ({ value, label: words[value] }));
}

type Words<T extends string> = Record<T, { zh: string; en: string }>;

export const employmentTypes = catalogue({
  full_time: { zh: "全职", en: "Full-time" },
  part_time: { zh: "兼职", en: "Part-time" },
  internship: { zh: "实习", en: "Internship" },
  contract: { zh: "合同制", en: "Contract" },
  temporary: { zh: "临时", en: "Temporary" },
} satisfies Words<EmploymentType>);

export const educations = catalogue({
  any: { zh: "学历不限", en: "Any education" },
  high_school: { zh: "高中 / 中专", en: "High school" },
  associate: { zh: "大专", en: "Associate" },
  bachelor: { zh: "本科", en: "Bachelor" },
  master: { zh: "硕士", en: "Master" },
  doctor: { zh: "博士", en: "Doctor" },
} satisfies Words<Education>);

export const experiences = catalogue({
  any: { zh: "经验不限", en: "Any experience" },
  graduate: { zh: "应届", en: "Graduates" },
  under1: { zh: "1 年以内", en: "Up to 1 year" },
  from1_to3: { zh: "1–3 年", en: "1–3 years" },
  from3_to5: { zh: "3–5 年", en: "3–5 years" },
  from5_to10: { zh: "5–10 年", en: "5–10 years" },
  over10: { zh: "10 年以上", en: "Over 10 years" },
} satisfies Words<Experience>);

export const degrees = catalogue({
  high_school: { zh: "高中 / 中专", en: "High school" },
  associate: { zh: "大专", en: "Associate" },
  bachelor: { zh: "本科", en: "Bachelor" },
  master: { zh: "硕士", en: "Master" },
  doctor: { zh: "博士", en: "Doctor" },
} satisfies Words<Degree>);

export const sexes = catalogue({
  female: { zh: "女", en: "Female" },
  male: { zh: "男", en: "Male" },
  other: { zh: "其他", en: "Other" },
} satisfies Words<Sex>);

export const statuses = catalogue({
  student: { zh: "在校 / 应届", en: "Student or graduating" },
  employed_looking: { zh: "在职，考虑机会", en: "Employed, looking" },
  employed_settled: { zh: "在职，暂不考虑", en: "Employed, not looking" },
  available: { zh: "离职，随时到岗", en: "Available now" },
} satisfies Words<Status>);

export const skillLevels = catalogue({
  basic: { zh: "了解", en: "Basic" },
  proficient: { zh: "熟练", en: "Proficient" },
  expert: { zh: "精通", en: "Expert" },
} satisfies Words<SkillLevel>);

export const languageLevels = catalogue({
  basic: { zh: "入门", en: "Basic" },
  conversational: { zh: "日常交流", en: "Conversational" },
  professional: { zh: "工作语言", en: "Professional" },
  native: { zh: "母语", en: "Native" },
} satisfies Words<LanguageLevel>);

export const companySizes = catalogue({
  up_to19: { zh: "1–19 人", en: "1–19 people" },
  from20_to99: { zh: "20–99 人", en: "20–99 people" },
  from100_to499: { zh: "100–499 人", en: "100–499 people" },
  from500_to999: { zh: "500–999 人", en: "500–999 people" },
  over1000: { zh: "1,000 人以上", en: "1,000 and more" },
} satisfies Words<CompanySize>);

/** An application's stage, as its sender reads it. */
export const stages = catalogue({
  submitted: { zh: "已投递", en: "Applied" },
  viewed: { zh: "已查看", en: "Viewed" },
  talking: { zh: "沟通中", en: "Talking" },
  interview: { zh: "面试", en: "Interview" },
  offer: { zh: "录用", en: "Offer" },
  rejected: { zh: "不合适", en: "Closed" },
  withdrawn: { zh: "已撤回", en: "Withdrawn" },
} satisfies Words<Stage>);
