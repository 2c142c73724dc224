/** Texts that may have been copied, and what the core finds in each; of any other text only contact data and links. */
import type { Findings, FoundText, ResumeDraft, Span, WorkDraft } from "../generated/types";
import { emptyResume } from "./world";

const NOWHERE: Span = { start: 0, end: 0 };

/** One of every kind; in the browser the address chooses: `?copied=resume`. */
export const COPIED = {
  message: "【职途】验证码 482913，5 分钟内有效。",
  contact: "顾南乔 139 1234 5678 nanqiao@example.com",
  job: "招聘：数据分析师　云栈科技　杭州　1.8-2.6万/月 14薪　3-5年　本科",
  link: "看看这个 zhitu://jobs/0192f3a4-7c11-7d20-9a77-3c5b2f0a1e44",
  work: "2021.07-2023.05 南枝科技 数据分析师",
  resume: "顾南乔 个人简历 13912345678 nanqiao@example.com 群众 1998-03-12 数据产品经理 杭州 …",
} as const;

const WORK: WorkDraft = {
  company: "云栈科技",
  position: "数据产品经理",
  department: "增长",
  industry: "",
  start: "2021-07",
  end: "2023-05",
  current: false,
  employment_type: "full_time",
  description: "把 12 张报表合成一个看板，周会少开一场。\n带 3 人上线实验平台，半年跑了 41 个实验。",
  span: NOWHERE,
};

const RESUME: ResumeDraft = {
  ...emptyResume(),
  basic: {
    ...emptyResume().basic,
    name: "顾南乔",
    phone: "+8613912345678",
    email: "nanqiao@example.com",
    birth_date: "1998-03-12",
    residence: 330100,
    political_status: "群众",
  },
  intention: {
    ...emptyResume().intention,
    position: "数据产品经理",
    places: [330100],
    salary: { min: 2_000_000, max: 2_800_000, currency: "CNY", period: "month", months: 14 },
  },
  education: [
    {
      school: "东陆大学",
      degree: "bachelor",
      major: "信息管理",
      start: "2016-09",
      end: "2020-06",
      current: false,
      full_time: true,
      description: "",
      span: NOWHERE,
    },
  ],
  work: [WORK],
  projects: [],
  skills: [
    { name: "SQL", level: "expert" },
    { name: "Tableau", level: "proficient" },
    { name: "A/B 实验", level: null },
  ],
  languages: [{ name: "英语", level: "professional", certificate: "CET-6" }],
  self_assessment: "先问清问题，再给数字。",
};

function all(text: string, pattern: RegExp, clean: (found: string) => string = (found) => found): FoundText[] {
  return [...text.matchAll(pattern)].map(([found]) => ({ text: clean(found), span: NOWHERE }));
}

/** What the core would answer for a text. */
export function findingsIn(text: string): Findings {
  const plain: Findings = {
    sign_in_code: all(text, /(?<!\d)\d{6}(?!\d)/g).at(-1) ?? null,
    phones: all(text, /(?<!\d)1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)/g, (found) => `+86${found.replace(/\D/g, "")}`),
    emails: all(text, /[\w.]+@[\w.]+\.\w+/g),
    name: text === COPIED.contact ? { text: "顾南乔", span: NOWHERE } : null,
    links: all(text, /(?:https?|zhitu):\/\/[!-~]+/g),
    job: null,
    education: [],
    work: [],
    resume: null,
  };
  switch (text) {
    case COPIED.job:
      return {
        ...plain,
        job: {
          title: "数据分析师",
          company: "云栈科技",
          salary: { min: 1_800_000, max: 2_600_000, currency: "CNY", period: "month", months: 14 },
          negotiable: false,
          place: 330100,
          experience: "from3_to5",
          education: "bachelor",
        },
      };
    case COPIED.work:
      return {
        ...plain,
        work: [{ ...WORK, company: "南枝科技", position: "数据分析师", department: "", description: "" }],
      };
    case COPIED.resume:
      return { ...plain, resume: structuredClone(RESUME) };
    default:
      return plain;
  }
}
