import { catalogue } from "../../i18n";

/** What the page says that opens an introduction link. */
export const m = catalogue({
  title: { zh: "打开引荐链接", en: "Open an introduction link" },
  lead: {
    zh: "有人把简历给你看，会给你一个 zhitu://introduction/ 开头的链接。打开会记录，对方马上看到。",
    en: "Whoever shows you a résumé hands you a link that begins with zhitu://introduction/. Opening it is recorded, and they see it at once.",
  },
  link: { zh: "链接", en: "Link" },
  linkHint: { zh: "整段消息贴进来也行", en: "The whole message it came in will do" },
  missing: { zh: "把链接贴在这里", en: "Paste the link here" },
  open: { zh: "打开", en: "Open" },
  dead: { zh: "这个链接打不开", en: "This link does not open" },
  deadText: {
    zh: "没有这个链接，或它不对你开放。可以请给你链接的人再做一个。",
    en: "There is no such link, or it is not open to you. Ask whoever gave it to you for another.",
  },
  failed: { zh: "没有打开", en: "Not opened" },
  recorded: {
    zh: "这次查看已记录，对方看得到。没有联系方式，也没有聊天：要联系，请走给你链接的人。",
    en: "This look is recorded and they see it. It brings neither contact data nor a chat: to get in touch, go through whoever gave you the link.",
  },
  another: { zh: "打开另一个", en: "Open another" },
  signedOut: { zh: "登录后才能打开", en: "Sign in to open it" },
  signedOutText: {
    zh: "每次查看都要记录是谁，所以要先登录。",
    en: "Each look is recorded with who it was, so sign in first.",
  },
  signIn: { zh: "登录", en: "Sign in" },
});
