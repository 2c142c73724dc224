/** Invented people for the fake: a résumé that can be sent, applicants of the recruiter's company. */
import type { ResumeContent } from "../generated/types";
import { key } from "./random";
import { emptyResume } from "./world";

export function filledResume(name = "周予安", position = "数据分析师"): ResumeContent {
  return {
    ...emptyResume(),
    basic: {
      ...emptyResume().basic,
      name,
      sex: "female",
      birth_date: "1999-04-18",
      phone: "13800138000",
      email: "yuan@example.com",
      first_job_year: 2021,
      residence: 310104,
      status: "employed_looking",
    },
    intention: {
      position,
      function: "数据",
      industry: "企业服务",
      places: [310104, 330100],
      salary: { min: 1_800_000, max: 2_600_000, currency: "CNY", period: "month", months: 12 },
      employment_type: "full_time",
      available: "一个月内",
    },
    education: [
      {
        id: key(7),
        school: "东陆大学",
        degree: "bachelor",
        major: "统计学",
        start: "2017-09",
        end: "2021-06",
        current: false,
        full_time: true,
        overseas: false,
        description: "",
      },
    ],
    work: [
      {
        id: key(7),
        company: "南枝科技",
        position: "数据分析师",
        department: "增长",
        industry: "软件",
        start: "2021-07",
        end: null,
        current: true,
        employment_type: "full_time",
        description: "把 41 个指标收成一份口径，出数从 9:40 提前到 7:10。\n每月设计并复盘 4 个 A/B 实验。",
      },
    ],
    projects: [
      {
        id: key(7),
        name: "注册漏斗重做",
        role: "负责人",
        start: "2024-03",
        end: "2024-08",
        current: false,
        url: "",
        description: "次日留存从 31% 到 36%。",
      },
    ],
    skills: [
      { id: key(7), name: "SQL", level: "expert" },
      { id: key(7), name: "Python", level: "proficient" },
    ],
    languages: [{ id: key(7), name: "英语", level: "professional", certificate: "CET-6" }],
    self_assessment: "先问清问题，再动手；写得清楚。",
  };
}

export const APPLICANTS: [name: string, position: string][] = [
  ["周予安", "数据分析师"],
  ["顾南乔", "商业分析"],
  ["陆一鸣", "数据工程师"],
  ["Ivy Tan", "Data Analyst"],
  ["许青禾", "数据分析实习"],
];
