import { catalogue } from "../../../i18n";

/** What the list of people says that are offered for a posting. */
export const m = catalogue({
  lead: {
    zh: "按职位的要求和可见性允许推荐的简历对出来，每一条写着为什么。打开会记录，对方看得到。",
    en: "Matched by what the posting asks for, among those whose setting allows it; each says why. Opening is recorded and they see it.",
  },
  list: { zh: "推荐的人选", en: "Recommended people" },
  because: { zh: "因为", en: "Because of" },
  years: { zh: (n: number) => `${n}\u00a0年经验`, en: (n: number) => `${n}\u00a0year${n === 1 ? "" : "s"}` },
  none: { zh: "现在没有可推荐的", en: "Nobody to recommend now" },
  noneText: {
    zh: "没有公开的简历对上这个职位。把技能写进标签，会对得更准；也可以自己搜。",
    en: "No open résumé matches this posting. Tags for the skills make matching better; or search by hand.",
  },
  failed: { zh: "推荐没有取到", en: "The recommendations could not be fetched" },
});
