/** What each entry of the record says. Records and a switch over all kinds: a new one does not type-check until it is here. */
import { catalogue, f, language } from "../../../i18n";
import { permissionName, purposeName } from "../../../permission";
import type {
  Consent,
  DataField,
  Handover,
  LookKind,
  Purpose,
  Recipient,
  Recorded,
  SheetAnswer,
} from "../../../platform";
import { systems } from "./messages";

type Said = { zh: string; en: string };

const fields = catalogue({
  phone: { zh: "手机号", en: "phone number" },
  sign_in_code: { zh: "验证码", en: "sign-in code" },
  device_name: { zh: "设备名", en: "device name" },
  policy_acceptance: { zh: "对政策的同意", en: "acceptance of the policy" },
  name: { zh: "姓名", en: "name" },
  sex: { zh: "性别", en: "sex" },
  birth_date: { zh: "出生日期", en: "birth date" },
  email: { zh: "邮箱", en: "e-mail" },
  residence: { zh: "现居地", en: "residence" },
  status: { zh: "求职状态", en: "status" },
  political_status: { zh: "政治面貌", en: "political status" },
  homepage: { zh: "主页", en: "homepage" },
  first_job_year: { zh: "参加工作年份", en: "year of the first job" },
  intention: { zh: "求职意向", en: "intention" },
  education: { zh: "教育", en: "education" },
  work: { zh: "工作", en: "work" },
  projects: { zh: "项目", en: "projects" },
  skills: { zh: "技能", en: "skills" },
  languages: { zh: "语言", en: "languages" },
  attachment: { zh: "附件简历", en: "an attachment résumé" },
  self_assessment: { zh: "自我评价", en: "self-assessment" },
  message_text: { zh: "消息内容", en: "what you wrote" },
  read_mark: { zh: "读到哪里", en: "how far you read" },
  job_interest: { zh: "对哪个职位有兴趣", en: "which job interests you" },
  location_cell: { zh: "网格编号，没有坐标", en: "a grid cell, no coordinate" },
  title: { zh: "职务", en: "position" },
  company_data: { zh: "公司资料", en: "company data" },
  blocked_companies: { zh: "公司名称", en: "names of companies" },
} satisfies Record<DataField, Said>);

const handovers = catalogue({
  code_request: { zh: "获取验证码", en: "Asked for a sign-in code" },
  sign_in: { zh: "登录", en: "Signed in" },
  resume_save: { zh: "保存简历", en: "Saved the résumé" },
  attachment_upload: { zh: "上传附件简历", en: "Uploaded an attachment résumé" },
  application: { zh: "投递简历", en: "Applied" },
  message: { zh: "发消息", en: "Sent a message" },
  conversation: { zh: "开始对话", en: "Began a conversation" },
  favourite: { zh: "收藏职位", en: "Saved a job" },
  nearby_jobs: { zh: "找附近职位", en: "Looked for jobs nearby" },
  recruiter_register: { zh: "登记为招聘者", en: "Registered as a recruiter" },
  block_list: { zh: "设置谁看不到简历", en: "Chose who sees nothing" },
  contact_consent: { zh: "同意给出联系方式", en: "Granted contact data" },
  introduction: { zh: "做了引荐链接", en: "Made an introduction link" },
  notices: { zh: "设置通知邮箱", en: "Gave an address for notices" },
} satisfies Record<Handover, Said>);

const consents = catalogue({
  policy: { zh: "依据你同意的政策", en: "under the policy you accepted" },
  act: { zh: "由你这一步决定", en: "by your own act" },
  permission: { zh: "依据你给的权限", en: "under the permission you gave" },
} satisfies Record<Consent, Said>);

const answers = catalogue({
  once: { zh: "允许了一次", en: "allowed once" },
  while_in_use: { zh: "允许在使用期间用", en: "allowed while in use" },
  no: { zh: "没有给", en: "refused" },
} satisfies Record<SheetAnswer, Said>);

/** What was done on this device, by function. */
const uses = catalogue({
  nearby_jobs: { zh: "读取粗略位置", en: "Read the rough position" },
  paste_code: { zh: "读取剪贴板", en: "Read the clipboard" },
  paste_search: { zh: "读取剪贴板", en: "Read the clipboard" },
  paste_resume: { zh: "读取剪贴板", en: "Read the clipboard" },
  save_file: { zh: "写一个文件", en: "Wrote a file" },
  attach_file: { zh: "读一个你选的文件", en: "Read a file that you picked" },
} satisfies Record<Purpose, Said>);

/** What became of it. */
const stayed = catalogue({
  nearby_jobs: { zh: "坐标未离开本机", en: "the coordinate stayed on this device" },
  paste_code: { zh: "本机解析，未保存、未发出", en: "read on this device, not kept, not sent" },
  paste_search: { zh: "本机解析，未保存、未发出", en: "read on this device, not kept, not sent" },
  paste_resume: { zh: "本机解析，未保存、未发出", en: "read on this device, not kept, not sent" },
  save_file: { zh: "存到你选的地方", en: "to the place you chose" },
  attach_file: { zh: "只读了这一个", en: "this one only" },
} satisfies Record<Purpose, Said>);

/** What somebody else did with the résumé. */
const looks = catalogue({
  opened: { zh: "打开了你的在线简历", en: "opened your résumé" },
  snapshot_opened: { zh: "打开了你的快照", en: "opened your snapshot" },
  downloaded: { zh: "下载了你的简历", en: "downloaded your résumé" },
  attachment_downloaded: { zh: "下载了你的附件简历", en: "downloaded your attachment résumé" },
  mailed: { zh: "有一份你的简历发往它的投递邮箱", en: "was sent your résumé to its mailbox" },
  staff_opened: { zh: "打开了你的在线简历", en: "opened your résumé" },
  introduced: { zh: "用引荐链接打开了你的简历", en: "opened your résumé by a link" },
} satisfies Record<LookKind, Said>);

const m = catalogue({
  for: { zh: (what: string) => `用于：${what}`, en: (what: string) => `for ${what}` },
  platform: { zh: "平台", en: "the platform" },
  asked: { zh: "应用问你", en: "The app asked you" },
  answered: {
    zh: (what: string, answer: string) => `${what}：你${answer}`,
    en: (what: string, answer: string) => `${what}: you ${answer}`,
  },
  quiet: { zh: "48\u00a0小时内不再主动问", en: "not asked by the app again for 48\u00a0hours" },
  systemSaid: {
    zh: (what: string, said: string) => `${what}：系统${said}`,
    en: (what: string, said: string) => `${what}: system ${said}`,
  },
  withdrawn: { zh: (what: string) => `你收回了${what}`, en: (what: string) => `You took back: ${what}` },
  withdrawnText: { zh: "从那时起不再用；之前做过的不变", en: "not used from then on; what was done before stays done" },
  restored: { zh: (what: string) => `你恢复了${what}`, en: (what: string) => `You switched on again: ${what}` },
  to: {
    zh: (who: string, what: string) => `给${who}：${what}`,
    en: (who: string, what: string) => `to ${who}: ${what}`,
  },
  looked: { zh: (who: string) => `${who} 打开了你的快照`, en: (who: string) => `${who} opened your snapshot` },
  staff: { zh: "平台顾问", en: "The platform's staff" },
  linked: { zh: "你给了链接的人", en: "Somebody you gave a link" },
  lookedAt: { zh: (job: string) => `投给「${job}」的那一份`, en: (job: string) => `the one sent for ${job}` },
  cleared: { zh: "记录从这里重新开始", en: "The record begins anew" },
  clearedText: {
    zh: (n: number) => `之前有过 ${f.count(n)}\u00a0条`,
    en: (n: number) => `there had been ${f.count(n)} entr${n === 1 ? "y" : "ies"}`,
  },
  and: { zh: "、", en: ", " },
});

/** Who got it. */
export function recipientName(to: Recipient): string {
  switch (to.kind) {
    case "platform":
      return m.platform;
    case "company":
    case "person":
      return language.current === "zh-CN" ? ` ${to.name}` : to.name;
  }
}

/** What happened, in one line. */
export function recordedTitle(what: Recorded): string {
  switch (what.kind) {
    case "asked":
      return m.asked;
    case "answered":
      return m.answered(permissionName(what.permission), answers[what.answer]);
    case "system_answered":
      return m.systemSaid(permissionName(what.permission), systems[what.system]);
    case "used":
      return uses[what.purpose];
    case "withdrawn":
      return m.withdrawn(permissionName(what.permission));
    case "restored":
      return m.restored(permissionName(what.permission));
    case "disclosed":
      return handovers[what.handover];
    case "looked":
      return m.looked(what.company);
    case "resume_looked":
      return `${what.company ?? (what.look === "introduced" ? m.linked : m.staff)} ${looks[what.look]}`;
    case "cleared":
      return m.cleared;
  }
}

/** What belongs to it: what went to whom, by which consent, what it was for. */
export function recordedNotes(what: Recorded): string[] {
  switch (what.kind) {
    case "asked":
      return [m.for(purposeName(what.purpose))];
    case "restored":
      return [];
    case "answered":
      return what.answer === "no" ? [m.quiet] : [];
    case "system_answered":
      return [];
    case "used":
      return [m.for(purposeName(what.purpose)), stayed[what.purpose]];
    case "withdrawn":
      return [m.withdrawnText];
    case "disclosed":
      return [
        m.to(recipientName(what.to), what.fields.map((field) => fields[field]).join(m.and)),
        consents[what.consent],
      ];
    case "looked":
      return [m.lookedAt(what.job)];
    case "resume_looked":
      return what.by === "" ? [] : [what.by];
    case "cleared":
      return [m.clearedText(what.entries)];
  }
}
