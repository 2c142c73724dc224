import { catalogue } from "../../../i18n";

/** What the channel by e-mail says to recruiters. */
export const m = catalogue({
  write: { zh: "写邮件", en: "E-mail" },
  title: { zh: (name: string) => `给 ${name} 写邮件`, en: (name: string) => `E-mail to ${name}` },
  lead: {
    zh: "这是中转地址，只供你们公司联系这个人。用自己的邮件软件写，双方都看不到对方的真实邮箱。",
    en: "This is a relay address, for your company and this person alone. Write in your own mail program; neither side sees the other's real address.",
  },
  to: { zh: "收件地址", en: "Write to" },
  from: { zh: "只收这个邮箱的来信", en: "Taken only from" },
  until: {
    zh: (day: string) => `${day} 前没有往来就失效，对方也可以随时关闭。`,
    en: (day: string) => `It ends on ${day} unless used, and the person may close it at any time.`,
  },
  attachments: {
    zh: "签名里的电话和邮箱会被隐去；名片、日程和程序附件不转发。",
    en: "Phone numbers and addresses in signatures are taken out; calling cards, appointments and programs are not relayed.",
  },
  change: { zh: "换一个邮箱", en: "Use another address" },
  workTitle: { zh: "先确认工作邮箱", en: "Confirm your work e-mail first" },
  workLead: {
    zh: "中转只收这个邮箱发出的信，对方看不到它。",
    en: "The relay takes mail from this address only; the other side does not see it.",
  },
  workEmail: { zh: "工作邮箱", en: "Work e-mail" },
  workHint: { zh: "例如 name@company.com", en: "Such as name@company.com" },
  workMissing: { zh: "请写一个完整的邮箱地址", en: "Write a whole e-mail address" },
  send: { zh: "发验证码", en: "Send a code" },
  sentTo: { zh: (to: string) => `验证码已发到 ${to}`, en: (to: string) => `A code was mailed to ${to}` },
  code: { zh: "验证码", en: "Code" },
  codeHint: { zh: "邮件里的六位数字", en: "Six digits, in the mail" },
  codeMissing: { zh: "请填六位数字", en: "Enter the six digits" },
  confirm: { zh: "确认", en: "Confirm" },
});
