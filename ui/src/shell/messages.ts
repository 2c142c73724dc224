import { catalogue } from "../i18n";

export const m = catalogue({
  app: { zh: "职途", en: "Zhitu" },
  nav: { zh: "主导航", en: "Main navigation" },
  jobs: { zh: "职位", en: "Jobs" },
  messages: { zh: "消息", en: "Messages" },
  resume: { zh: "简历", en: "Résumé" },
  me: { zh: "我", en: "Me" },
  candidates: { zh: "人选", en: "Candidates" },
  company: { zh: "公司", en: "Company" },
  theme: { zh: "切换明暗", en: "Switch light and dark" },
  waiting: {
    zh: (unread: number, asking: number) =>
      [unread > 0 && `${unread} 条未读`, asking > 0 && `${asking} 条索要联系方式`].filter(Boolean).join("，"),
    en: (unread: number, asking: number) =>
      [unread > 0 && `${unread} unread`, asking > 0 && `${asking} asking for contact data`].filter(Boolean).join(", "),
  },
  palette: { zh: "命令", en: "Commands" },
  paletteHint: { zh: "去哪里，做什么，或搜职位", en: "Where to, what to do, or search jobs" },
  toFavourites: { zh: "收藏的职位", en: "Saved jobs" },
  toNearby: { zh: "附近的职位", en: "Jobs nearby" },
  toHistory: { zh: "搜索记录", en: "Search history" },
  toVisibility: { zh: "谁能看到我", en: "Who can see me" },
  toBlocks: { zh: "屏蔽名单", en: "Block list" },
  toLooks: { zh: "谁看过我", en: "Who looked at me" },
  toResumes: { zh: "搜简历", en: "Search résumés" },
  toLinks: { zh: "我的引荐链接", en: "My introduction links" },
  toIntroduction: { zh: "打开引荐链接", en: "Open an introduction link" },
  toRequests: { zh: "索要联系方式", en: "Contact requests" },
  signIn: { zh: "登录", en: "Sign in" },
  otherLanguage: { zh: "Switch to English", en: "切换到中文" },
  searchJobs: { zh: (text: string) => `搜职位「${text}」`, en: (text: string) => `Search jobs for "${text}"` },
  sessionInMemory: {
    zh: "这台设备的钥匙串用不了了：登录只保留到应用关闭，不会写进文件",
    en: "This device's keyring cannot be used any more: you stay signed in until the app closes, and nothing is written to a file",
  },
  noPage: { zh: "没有这一页", en: "No such page" },
  noPageText: { zh: "链接可能旧了。", en: "The link may be an old one." },
  toJobs: { zh: "去看职位", en: "Go to jobs" },
});
