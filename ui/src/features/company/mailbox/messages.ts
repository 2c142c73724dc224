import { catalogue } from "../../../i18n";

/** What is said about the company's own mailbox for applications. */
export const m = catalogue({
  title: { zh: "投递邮箱", en: "Mailbox for applications" },
  lineOn: { zh: (email: string) => `投递同时发到 ${email}`, en: (email: string) => `Applications also go to ${email}` },
  lineOff: { zh: "投递也可以发到公司邮箱", en: "Have applications mailed to a mailbox too" },
  lineFailing: { zh: "投递邮箱收不到邮件", en: "The mailbox for applications gets no mail" },
  lead: {
    zh: "有人投递时，除了在这里，也发一份到公司自己的邮箱：附件是投递的简历副本，和下载的一样带标记，记在设置这个邮箱的人名下，求职者看得到。对方撤回时，会发邮件请你们删除。",
    en: "When somebody applies, a copy also goes to a mailbox of the company's own: the résumé they sent, marked as a download is, in the name of whoever set this mailbox, and shown to the applicant. When they withdraw, a mail asks you to delete it.",
  },
  noContact: {
    zh: "邮件里没有真实手机和邮箱，只有求职者在你们表单上填了的。能用中转邮件时，直接回复就能写给对方。",
    en: "There is no real phone number or address in it but what the applicant filled in on your form. Where relayed mail is open, answering the mail reaches them.",
  },
  hint: { zh: "例如 jobs@company.com；同事都看得到", en: "Such as jobs@company.com; your colleagues see it" },
  confirmed: { zh: "已确认，之后的投递也发到那里", en: "Confirmed; applications go there too from now on" },
  keep: { zh: "不换了", en: "Keep the old one" },
  setBy: {
    zh: (name: string, when: string) => `${name}，${when}设置`,
    en: (name: string, when: string) => `Set by ${name} ${when}`,
  },
  somebody: { zh: "已离职的同事", en: "a former colleague" },
  stopped: {
    zh: "设置它的人不再是这家公司已核验的招聘者，所以已停发。要继续，请重新确认一次。",
    en: "Whoever set it is no verified recruiter of this company any more, so nothing goes there. Confirm it anew to go on.",
  },
  failing: {
    zh: (when: string) => `${when}起一直送不到。投递都在职途里，没有丢；请检查邮箱，或换一个。`,
    en: (when: string) =>
      `Nothing has arrived there since ${when}. All applications are in Zhitu, none is lost; check the mailbox, or use another.`,
  },
  change: { zh: "更换", en: "Change" },
  remove: { zh: "停用", en: "Stop" },
  removed: { zh: "已停用，不再发到那里", en: "Stopped; nothing goes there any more" },
  none: { zh: "这个服务器不发邮件", en: "This server sends no mail" },
  noneText: { zh: "投递都在这里看。", en: "Applications are read here." },
  failed: { zh: "没有取到投递邮箱", en: "The mailbox could not be fetched" },
});
