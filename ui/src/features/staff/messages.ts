import { catalogue } from "../../i18n";

/** What staff are asked. */
export const m = catalogue({
  why: {
    zh: (about: "search" | "open") => (about === "search" ? "为什么要搜简历" : "为什么要看这份简历"),
    en: (about: "search" | "open") => (about === "search" ? "Why you search" : "Why you open this résumé"),
  },
  kind: { zh: "事由", en: "Reason" },
  kindMissing: { zh: "选一个事由", en: "Pick a reason" },
  kindHint: { zh: "被看的人会看到这一项", en: "The person whose résumé it is sees this" },
  text: { zh: "说明", en: "In words" },
  textHint: { zh: "10 到 500 字，只进审计日志", en: "10 to 500 characters; for the audit log only" },
  textMissing: { zh: "写 10 到 500 字", en: "Write 10 to 500 characters" },
  caseNumber: { zh: "工单号", en: "Case number" },
  caseHint: { zh: "没有就空着", en: "Leave it empty if there is none" },
  after: {
    zh: "先写进审计日志，然后才读取；日志只能加，不能改。",
    en: "It goes into the audit log before anything is read; the log is added to and never changed.",
  },
  search: { zh: "搜索", en: "Search" },
  open: { zh: "打开", en: "Open" },
  codeTitle: { zh: "出示第二凭证", en: "Show your second factor" },
  codeText: {
    zh: "验证器应用上现在的六位数字，或一个恢复码。之后 15 分钟内不再问。",
    en: "The six digits that your authenticator app shows now, or a recovery code. You are not asked again for 15 minutes.",
  },
  shut: {
    zh: "平台会话要先出示第二凭证，才收得到、写得了。",
    en: "The staff's conversations are open once you have shown your second factor.",
  },
  code: { zh: "动态码", en: "Code" },
  codeMissing: { zh: "填上动态码", en: "Type the code" },
  confirm: { zh: "确认", en: "Confirm" },
});
