import { catalogue } from "../../../i18n";
import type { Action, ContactItem } from "../../../platform";

/** The ways to get in touch first. */
export const channels = catalogue({
  relay_email: { zh: "邮件中转", en: "e-mail by relay" },
  virtual_number: { zh: "虚拟号电话", en: "calls by virtual number" },
  message: { zh: "站内消息", en: "messages here" },
  ask_contact: { zh: "可申请联系方式", en: "may ask for contact data" },
} satisfies Partial<Record<Action, { zh: string; en: string }>>);

export const items = catalogue({
  phone: { zh: "手机", en: "Phone" },
  email: { zh: "邮箱", en: "E-mail" },
} satisfies Record<ContactItem, { zh: string; en: string }>);

/** What the search of résumés says. */
export const m = catalogue({
  title: { zh: "搜简历", en: "Search résumés" },
  toBoard: { zh: "回到流程", en: "Back to the stages" },
  words: { zh: "职位、技能", en: "Position, skills" },
  wordsHint: { zh: "只按职位和技能搜，不按姓名和号码", en: "By job terms only, never by name or number" },
  filters: { zh: "筛选", en: "Filters" },
  clear: { zh: "清除筛选", en: "Clear filters" },
  show: { zh: (n: number) => `看 ${n} 份`, en: (n: number) => `Show ${n}` },
  total: { zh: (n: string) => `${n} 份简历`, en: (n: string) => `${n} résumés` },
  industry: { zh: "行业", en: "Industry" },
  skills: { zh: "技能", en: "Skills" },
  years: { zh: "工作年限", en: "Years of work" },
  degree: { zh: "学历至少", en: "Degree at least" },
  places: { zh: "期望地点", en: "Wants to work in" },
  band: {
    zh: (from: number, to: number | null) =>
      from === 0 ? "不到 1\u00a0年" : to === null ? `${from}\u00a0年以上` : `${from}–${to}\u00a0年`,
    en: (from: number, to: number | null) =>
      from === 0 ? "under 1 yr" : to === null ? `${from}+ yrs` : `${from}–${to} yrs`,
  },
  yearsWorked: {
    zh: (n: number) => (n === 0 ? "不到 1\u00a0年" : `${n}\u00a0年`),
    en: (n: number) => (n === 0 ? "under 1 yr" : `${n} yrs`),
  },
  recommended: { zh: "推荐", en: "recommended" },
  nobody: { zh: "没有搜到", en: "Nobody found" },
  nobodyText: { zh: "减几个筛选，或换个说法再搜。", en: "Take off a filter, or try other words." },
  nobodyAtAll: { zh: "还没有人对企业公开简历。", en: "Nobody has opened a résumé to companies yet." },
  failed: { zh: "简历没有搜到", en: "The search did not work" },
  offline: {
    zh: "没有网络。显示的可能不是最新的，搜索和打开要等联网。",
    en: "Off-line. What is shown may be old; searching and opening need the network.",
  },
  more: { zh: "再看一些", en: "More" },
  pick: { zh: "选一份简历", en: "Pick a résumé" },
  pickText: {
    zh: "打开会被记录，对方马上看到是你们看的。",
    en: "Opening is recorded, and the person sees at once that it was you.",
  },
  one: { zh: "简历", en: "Résumé" },
  recorded: {
    zh: (company: string, who: string) => `这次查看已记录，对方会看到：${company}，${who}。`,
    en: (company: string, who: string) => `This look is recorded; the person sees: ${company}, ${who}.`,
  },
  gone: { zh: "看不到这份简历", en: "This résumé cannot be seen" },
  goneText: { zh: "没有这份简历，或它不对你们开放。", en: "There is no such résumé, or it is not open to you." },
  toResults: { zh: "回到结果", en: "Back to the results" },
  openFailed: { zh: "简历没有打开", en: "The résumé could not be opened" },
  reach: { zh: "联系", en: "Contact" },
  open: { zh: "开着的渠道", en: "Open channels" },
  noChannel: { zh: "没有", en: "none" },
  chat: { zh: "聊天", en: "Chat" },
  chatAbout: { zh: "聊哪个职位", en: "About which posting" },
  noPosting: {
    zh: "聊天要就一个在招职位开始，你们公司现在没有。",
    en: "A chat is about an open posting, and your company has none.",
  },
  toPost: { zh: "去发布职位", en: "Post a job" },
  notGranted: { zh: "未授权", en: "not granted" },
  granted: { zh: "已授权给你们公司", en: "granted to your company" },
  asked: {
    zh: "已申请，未授权。对方同意后这里会显示。",
    en: "Asked; not granted. It stands here once the person agrees.",
  },
  takeBack: { zh: "收回申请", en: "Take it back" },
  takenBack: { zh: "申请已收回", en: "The request was taken back" },
  ask: { zh: "申请联系方式", en: "Ask for contact data" },
  askTitle: {
    zh: (name: string) => `向 ${name} 申请真实联系方式`,
    en: (name: string) => `Ask ${name} for real contact data`,
  },
  reason: { zh: "为什么", en: "Why" },
  reasonHint: { zh: "对方会读到，最多 200 字", en: "The person reads it; up to 200 characters" },
  reasonMissing: { zh: "写一句为什么需要", en: "Say in a sentence what it is for" },
  which: { zh: "要哪些", en: "Which" },
  whichMissing: { zh: "至少选一项", en: "Pick one at least" },
  askHands: {
    zh: (company: string, who: string) => `对方看到：${company}，${who}，你写的原因和要的项目。`,
    en: (company: string, who: string) => `The person sees: ${company}, ${who}, your reason and what you ask for.`,
  },
  askAfter: {
    zh: "对方逐项决定，只给你们公司；拒绝、不回应和收回，看起来都是「未授权」。",
    en: "They decide item by item, for your company only; refused, ignored and taken back all read as not granted.",
  },
  send: { zh: "发出申请", en: "Send" },
  sent: { zh: "申请已发出", en: "The request was sent" },
  notes: { zh: "团队笔记", en: "Team notes" },
  mine: { zh: "我的笔记", en: "My note" },
  noteHint: { zh: "只有本公司可见", en: "For your company only" },
  staffSearch: { zh: "先写明事由", en: "Say why first" },
  staffSearchText: {
    zh: "每次搜索和查看都写进审计日志，查看还会告诉对方。",
    en: "Each search and each look goes into the audit log, and a look is shown to the person.",
  },
  staffReason: { zh: "写明事由", en: "Give a reason" },
  staffAnother: { zh: "换个事由", en: "Another reason" },
  staffPickText: {
    zh: "每次打开都要写明事由；先记入审计日志，对方马上看到。",
    en: "Each opening needs a reason; it goes into the audit log first, and the person sees it at once.",
  },
  staffRecorded: {
    zh: (reason: string) => `这次查看已记入审计日志，对方会看到：平台顾问，${reason}。`,
    en: (reason: string) => `This look is in the audit log; the person sees: the platform's staff, ${reason}.`,
  },
  staffAskHands: {
    zh: "对方看到：平台顾问，你写的原因和要的项目。",
    en: "The person sees: the platform's staff, your reason and what you ask for.",
  },
  staffAskAfter: {
    zh: "对方逐项决定；拒绝、不回应和收回，看起来都是「未授权」。",
    en: "They decide item by item; refused, ignored and taken back all read as not granted.",
  },
  noteSaved: { zh: "笔记已存", en: "The note is saved" },
});
