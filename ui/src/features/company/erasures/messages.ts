import { catalogue } from "../../../i18n";
import type { ErasedContact } from "../../../platform";

type Item = ErasedContact["items"][number];

/** What is said about closed accounts whose data the company had. */
export const m = catalogue({
  title: { zh: "待删除的副本", en: "Copies to delete" },
  waiting: {
    zh: (n: number) => `有 ${n} 人注销了账号，请删除你们手里的副本`,
    en: (n: number) =>
      n === 1
        ? "Somebody closed their account: delete your copies"
        : `${n} people closed their accounts: delete your copies`,
  },
  lead: {
    zh: "有人注销了账号。这里的简历快照已经删除；你们下载过、邮箱收到过、打印或转发过的，要由你们删除。为了不再留下这个人的信息，这里只写你们找副本用得到的。",
    en: "Somebody closed their account. The snapshots here are gone; what you downloaded, got by mail, printed or passed on is yours to delete. So as to leave nothing of the person, this names only what you can find your copies by.",
  },
  closed: { zh: (when: string) => `${when}注销`, en: (when: string) => `Closed ${when}` },
  copy: { zh: "下载的 PDF", en: "Downloaded PDF" },
  mailed: { zh: "发到投递邮箱的 PDF", en: "PDF mailed to your mailbox" },
  copySays: { zh: "编号印在每页底部", en: "The code stands at the foot of each page" },
  attachmentSays: {
    zh: (job: string) => `下载的附件简历，随「${job}」的投递而来`,
    en: (job: string) => `The attachment résumé downloaded, which came with the application for ${job}`,
  },
  sent: { zh: "投递", en: "Application" },
  sentSays: { zh: (job: string) => `投给「${job}」的简历`, en: (job: string) => `The résumé sent for ${job}` },
  contact: { zh: "联系方式", en: "Contact data" },
  phone: { zh: "电话", en: "phone number" },
  email: { zh: "邮箱", en: "e-mail address" },
  given: { zh: (what: string) => `对方给过的${what}`, en: (what: string) => `The ${what} that was handed over` },
  mails: { zh: "经中转发来的邮件", en: "Mails that came over the relay" },
  mailsSpan: {
    zh: (first: string, last: string) => `${first}至 ${last}`,
    en: (first: string, last: string) => `${first} to ${last}`,
  },
  and: { zh: "和", en: " and the " },
  confirm: { zh: "都删除了", en: "All of it is deleted" },
  confirmTitle: { zh: "都删除了吗", en: "Is all of it deleted?" },
  confirmText: {
    zh: "请确认你们公司的人下载过、邮箱收到过、打印或转发过的副本和邮件，以及记下的联系方式，都已删除。会记下是谁、什么时候确认的，运营者看得到。",
    en: "Say so once the copies and mails that anybody of your company downloaded, got by mail, printed or passed on are deleted, and contact data that was noted. Who said so and when is recorded, and the operator can see it.",
  },
  sure: { zh: "确认已删除", en: "Yes, it is deleted" },
  notYet: { zh: "还没有", en: "Not yet" },
  confirmed: {
    zh: (by: string, when: string) => `${by}，${when}确认已删除`,
    en: (by: string, when: string) => `${by} said so ${when}`,
  },
  somebody: { zh: "已离职的同事", en: "A former colleague" },
  none: { zh: "没有要删除的", en: "Nothing to delete" },
  noneText: {
    zh: "下载过简历、收到过投递、联系方式或来信的人注销账号时，会写在这里。",
    en: "When somebody whose résumé, contact data or mail you had closes their account, it stands here.",
  },
  failed: { zh: "没有取到", en: "It could not be fetched" },
});

/** What was handed over, in words. */
export const itemWords = (items: readonly Item[]): string => m.given(items.map((item) => m[item]).join(m.and));
