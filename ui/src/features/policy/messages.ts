import { catalogue } from "../../i18n";

/** What stands round the policy's own text. */
export const m = catalogue({
  policy: { zh: "隐私政策", en: "Privacy policy" },
  version: { zh: "版本", en: "Version" },
  updatedOn: { zh: "更新日期", en: "Updated" },
  effectiveOn: { zh: "生效日期", en: "In force from" },
  legendStrong: { zh: "加粗", en: "Bold" },
  legendStrongSays: { zh: "是重要内容，", en: " is important, " },
  legendSensitive: { zh: "下划点线", en: "dotted underline" },
  legendSensitiveSays: { zh: "的是敏感个人信息", en: " marks sensitive personal data" },
  sensitive: { zh: "（敏感个人信息）", en: " (sensitive personal data)" },
  failed: { zh: "政策没有取到", en: "The policy could not be fetched" },

  brand: { zh: "职途", en: "Zhitu" },
  first: { zh: "先说清楚", en: "Plain words first" },
  firstHint: {
    zh: "先说清楚，再请你登录。这里是要点，全文随时可读。",
    en: "Plain words first, then signing in. These are the essentials; the full text is one click away.",
  },
  ePhone: { zh: "手机号", en: "Phone" },
  ePhoneSays: { zh: "用来登录，不给任何企业看", en: "For signing in; no company sees it" },
  eResume: { zh: "简历", en: "Résumé" },
  eResumeSays: {
    zh: "你写了才有；默认保密，谁能看由你定",
    en: "Only what you write; private at first, you decide who sees it",
  },
  ePlace: { zh: "位置", en: "Location" },
  ePlaceSays: { zh: "用「附近」时才问，只发网格编号", en: 'Asked only for "nearby"; only a grid cell is sent' },
  eAds: { zh: "广告与转卖", en: "Ads, reselling" },
  eAdsSays: { zh: "没有。也没有第三方统计和推送", en: "None, nor third-party statistics or push" },
  eKeep: { zh: "保存多久", en: "Kept how long" },
  eKeepSays: {
    zh: "注销即删；投递出的快照可逐份撤回",
    en: "Closing the account deletes; each snapshot can be taken back",
  },
  eWho: { zh: "谁在运营", en: "Who runs it" },
  eWhoDemo: {
    zh: "这台电脑自己的演示市场，数据不出本机（演示数据）",
    en: "The demo market on this computer; nothing leaves it (demo data)",
  },
  eWhoSays: {
    zh: "你连接的服务器的运营者，名称和联系方式在全文里",
    en: "The operator of your server; name and contact are in the full text",
  },
  readAll: {
    zh: (minutes: number) => `读全文（约 ${minutes} 分钟）`,
    en: (minutes: number) => `Read it all (about ${minutes} min)`,
  },
  readAllPlain: { zh: "读全文", en: "Read it all" },
  inForce: {
    zh: (version: string, day: string) => `${version} 版，${day} 起施行`,
    en: (version: string, day: string) => `Version ${version}, in force from ${day}`,
  },

  policyTitle: { zh: "先看隐私政策", en: "The privacy policy first" },
  agree: { zh: "我已读过并同意", en: "I have read and agree to the" },
  policyWord: { zh: "隐私政策", en: "privacy policy" },
  agreeHint: { zh: "同意政策不等于给出任何设备权限", en: "Agreeing to it grants no device permission" },
  agreeAndGo: { zh: "同意并继续", en: "Agree and go on" },
  tickFirst: {
    zh: "要继续，请先勾选上面的同意。不同意也能浏览和搜索职位。",
    en: "To go on, tick the box above. Without agreeing you can still browse and search jobs.",
  },
  changed: { zh: "政策有了新版本，请再看一遍。", en: "The policy has a new version; please read it again." },
  policyFailedHint: {
    zh: "没看过政策就不会请你登录。浏览和搜索职位照常。",
    en: "You are not asked to sign in before you can read it. Browsing and searching work.",
  },
  gateLead: {
    zh: "简历里都是你的个人信息。先看一遍怎么对待它们，同意之后再写；写下的先只存在这台设备上。",
    en: "A résumé is all personal data. Read how it is treated first; once you agree you can write, and it stays on this device at first.",
  },
});
