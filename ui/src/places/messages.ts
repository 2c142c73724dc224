import { catalogue } from "../i18n";

export const m = catalogue({
  find: { zh: "城市或区县，中文、拼音或英文", en: "City or district, in Chinese, pinyin or English" },
  largest: { zh: "大城市", en: "Large cities" },
  none: {
    zh: (text: string) => `没有叫「${text}」的地点。试试上一级的名字。`,
    en: (text: string) => `No place called "${text}". Try what it lies in.`,
  },
  found: { zh: (n: number) => `${n} 个地点`, en: (n: number) => `${n} place${n === 1 ? "" : "s"}` },
  field: { zh: "输入城市或区", en: "A city or district" },
  remove: { zh: (name: string) => `去掉 ${name}`, en: (name: string) => `Remove ${name}` },
});
