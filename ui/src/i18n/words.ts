/** Names of the domain's values, in one place for all features. Records over the generated unions: total by type. */
import type {
  CompanySize,
  ContactItem,
  Degree,
  Education,
  EmploymentType,
  Experience,
  Missing,
  StaffReasonKind,
  Stage,
} from "../platform/generated/types";
import { catalogue } from "./catalogue";

const shown = catalogue({
  experience_any: { zh: "经验不限", en: "Any experience" },
  experience_graduate: { zh: "应届", en: "New graduate" },
  experience_under1: { zh: "1\u00a0年内", en: "Under 1 yr" },
  experience_from1_to3: { zh: "1–3\u00a0年", en: "1–3 yrs" },
  experience_from3_to5: { zh: "3–5\u00a0年", en: "3–5 yrs" },
  experience_from5_to10: { zh: "5–10\u00a0年", en: "5–10 yrs" },
  experience_over10: { zh: "10\u00a0年以上", en: "Over 10 yrs" },
  education_any: { zh: "学历不限", en: "Any education" },
  education_high_school: { zh: "高中", en: "High school" },
  education_associate: { zh: "大专", en: "Associate" },
  education_bachelor: { zh: "本科", en: "Bachelor" },
  education_master: { zh: "硕士", en: "Master" },
  education_doctor: { zh: "博士", en: "Doctorate" },
  employment_full_time: { zh: "全职", en: "Full-time" },
  employment_part_time: { zh: "兼职", en: "Part-time" },
  employment_internship: { zh: "实习", en: "Internship" },
  employment_contract: { zh: "合同制", en: "Contract" },
  employment_temporary: { zh: "临时", en: "Temporary" },
  size_up_to19: { zh: "1–19\u00a0人", en: "1–19 people" },
  size_from20_to99: { zh: "20–99\u00a0人", en: "20–99 people" },
  size_from100_to499: { zh: "100–499\u00a0人", en: "100–499 people" },
  size_from500_to999: { zh: "500–999\u00a0人", en: "500–999 people" },
  size_over1000: { zh: "1,000\u00a0人以上", en: "1,000+ people" },
  stage_submitted: { zh: "已投递", en: "Applied" },
  stage_viewed: { zh: "已查看", en: "Viewed" },
  stage_talking: { zh: "沟通中", en: "Talking" },
  stage_interview: { zh: "面试", en: "Interview" },
  stage_offer: { zh: "录用", en: "Offer" },
  stage_rejected: { zh: "不合适", en: "Closed" },
  stage_withdrawn: { zh: "已撤回", en: "Withdrawn" },
  missing_name: { zh: "姓名", en: "Name" },
  missing_phone: { zh: "手机号", en: "Phone number" },
  missing_position: { zh: "想做的职位", en: "Position wanted" },
  missing_places: { zh: "想去的地点", en: "Where you want to work" },
  missing_education: { zh: "一段教育经历（学校、学历、时间）", en: "One school with degree and dates" },
  missing_experience: { zh: "一段工作、项目或自我评价", en: "One job, project or a self-assessment" },
  missing_birth_date: { zh: "出生日期", en: "Birth date" },
  missing_residence: { zh: "现居地", en: "Where you live" },
  missing_status: { zh: "求职状态", en: "Where you stand" },
  missing_salary: { zh: "期望薪资", en: "Salary wanted" },
  missing_work_description: { zh: "工作里做了什么", en: "What you did in your jobs" },
  missing_skills: { zh: "技能", en: "Skills" },
  missing_self_assessment: { zh: "自我评价", en: "Self-assessment" },
  contact_phone: { zh: "手机号", en: "a phone number" },
  contact_email: { zh: "邮箱", en: "an e-mail address" },
  contact_and: { zh: "和", en: " and " },
  reason_recommendation: { zh: "推荐职位", en: "to recommend a job" },
  reason_support: { zh: "处理求助", en: "to help with a request" },
  reason_complaint: { zh: "核查投诉", en: "to check a complaint" },
  reason_safety: { zh: "核查违规", en: "to check for fraud or abuse" },
  remote: { zh: "可远程", en: "Remote" },
});

type Key = keyof typeof shown;

/** Fails to type-check when a value of the union has no name. */
function named<T extends string, P extends string>(
  prefix: P & (`${P}_${T}` extends Key ? P : never),
): (value: T) => string {
  return (value) => shown[`${prefix}_${value}` as Key] ?? value;
}

export const words = {
  experience: named<Experience, "experience">("experience"),
  education: named<Education, "education">("education"),
  degree: named<Degree, "education">("education"),
  employment: named<EmploymentType, "employment">("employment"),
  companySize: named<CompanySize, "size">("size"),
  stage: named<Stage, "stage">("stage"),
  missing: named<Missing, "missing">("missing"),
  contact: (items: readonly ContactItem[]): string =>
    items.map(named<ContactItem, "contact">("contact")).join(shown.contact_and),
  staffReason: named<StaffReasonKind, "reason">("reason"),
  get remote(): string {
    return shown.remote;
  },
};
