import { catalogue } from "../../../i18n";
import type { ContactItem } from "../../../platform";

/** As a tick names them. */
export const itemLabels = catalogue({
  phone: { zh: "手机", en: "Phone" },
  email: { zh: "邮箱", en: "E-mail" },
} satisfies Record<ContactItem, { zh: string; en: string }>);

/** In a sentence. */
export const items = catalogue({
  phone: { zh: "手机", en: "phone" },
  email: { zh: "邮箱", en: "e-mail" },
} satisfies Record<ContactItem, { zh: string; en: string }>);

/** What the seeker's side of contact requests says. */
export const m = catalogue({
  title: { zh: "索要联系方式", en: "Contact requests" },
  waiting: {
    zh: (n: number) => `${n} 条等你回应`,
    en: (n: number) => `${n} ${n === 1 ? "waits" : "wait"} for your answer`,
  },
  noneWaiting: { zh: "没有等你回应的", en: "None waits for your answer" },
  lead: {
    zh: "真实手机和邮箱只在你同意之后、一项一项地交给这一家。不同意、不回应和收回，对方看到的都是「未授权」。",
    en: "Your real phone number and e-mail go to this one company, item by item, and only on your yes. Refused, ignored or taken back: they read not granted.",
  },
  staff: { zh: "平台顾问", en: "the platform's staff" },
  wants: {
    zh: (who: string) => `${who} 想要你的真实联系方式`,
    en: (who: string) => `${who} would like your real contact data`,
  },
  why: { zh: "原因", en: "Why" },
  tick: {
    zh: (company: string) => `勾选要交给 ${company} 的项目。只给这一家，随时可以收回。`,
    en: (company: string) => `Tick what goes to ${company}. To this one only, and you can take it back at any time.`,
  },
  notFilled: { zh: "简历里没填", en: "not in your résumé" },
  and: { zh: "和", en: " and " },
  give: { zh: (what: string) => `交出${what}`, en: (what: string) => `Hand over ${what}` },
  giveNothing: { zh: "交出", en: "Hand over" },
  refuse: { zh: "不给", en: "Refuse" },
  later: { zh: "以后再说", en: "Later" },
  given: {
    zh: (company: string, what: string) => `已把${what}交给 ${company}`,
    en: (company: string, what: string) => `${company} has your ${what}`,
  },
  stateGranted: {
    zh: (what: string, when: string) => `${when}交出${what}`,
    en: (what: string, when: string) => `You handed over ${what} ${when}`,
  },
  stateRefused: { zh: (when: string) => `${when}没有给`, en: (when: string) => `Refused ${when}` },
  stateLater: { zh: (when: string) => `${when}说以后再说`, en: (when: string) => `Put off ${when}` },
  stateIgnored: { zh: "没有回应", en: "Not answered" },
  stateWithdrawn: {
    zh: (what: string, when: string) => `${when}收回了${what}`,
    en: (what: string, when: string) => `You took ${what} back ${when}`,
  },
  stateRetracted: { zh: "对方收回了申请", en: "They took the request back" },
  stateSuperseded: { zh: "被新的申请取代", en: "Replaced by a newer request" },
  withdraw: { zh: "收回", en: "Take back" },
  withdrawTitle: {
    zh: (company: string) => `不再给 ${company} 看？`,
    en: (company: string) => `Show it to ${company} no longer?`,
  },
  withdrawText: {
    zh: "收回后它立刻看不到。它已经抄下的收不回来；要再给，得等它再来申请。",
    en: "It is hidden from them at once. What they wrote down stays with them, and giving it again takes a new request of theirs.",
  },
  keep: { zh: "留着", en: "Keep it" },
  withdrawn: {
    zh: (company: string) => `已收回，${company} 看到「未授权」`,
    en: (company: string) => `Taken back; ${company} reads not granted`,
  },
  none: { zh: "没有人要过联系方式", en: "Nobody has asked" },
  noneText: {
    zh: "有公司想要你的真实手机或邮箱时，会在这里问你：谁，为什么，要哪些。",
    en: "When a company would like your real phone number or e-mail, you are asked here: who, why, and for what.",
  },
  failed: { zh: "请求没有取到", en: "The requests could not be fetched" },
  offline: {
    zh: "没有网络。回应要等联网，在那之前谁也拿不到。",
    en: "Off-line. Answers need the network; nobody gets anything until then.",
  },
});
