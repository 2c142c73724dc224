import type { Language, Policy, PolicyRun } from "../generated/types";

export const POLICY_VERSION = "2026-11-23";

function runs(text: string): PolicyRun[] {
  // **strong** and !!sensitive!! in the line.
  return text
    .split(/(\*\*.+?\*\*|!!.+?!!)/)
    .filter(Boolean)
    .map((part) => ({
      text: part.replace(/^(\*\*|!!)|(\*\*|!!)$/g, ""),
      strong: part.startsWith("**"),
      sensitive: part.startsWith("!!"),
    }));
}

const ZH: [string, string[]][] = [
  [
    "我们收什么",
    ["为了登录，收你的!!手机号!!。", "- 为了投递，收你写在简历里的内容。", "- **不登录也能看职位，什么都不收。**"],
  ],
  ["给谁看", ["新简历是**保密**的，谁也看不到，直到你投递或改设置。", "公司收到的快照里没有真实手机和邮箱。"]],
  ["怎么拿回来", ["你可以随时撤回投递、导出全部数据、注销账号。"]],
];
const EN: [string, string[]][] = [
  [
    "What we collect",
    [
      "To sign in: your !!phone number!!.",
      "- To apply: what you wrote in your résumé.",
      "- **Browsing jobs needs no account and collects nothing.**",
    ],
  ],
  [
    "Who sees it",
    [
      "A new résumé is **private**: nobody sees it until you apply or change the setting.",
      "Companies get a copy without your real phone and e-mail.",
    ],
  ],
  ["How to take it back", ["Withdraw an application, export everything or close the account at any time."]],
];

export function policy(language: Language): Policy {
  const zh = language === "zh-CN";
  return {
    version: POLICY_VERSION,
    updated_on: POLICY_VERSION,
    effective_on: POLICY_VERSION,
    language,
    title: zh ? "职途隐私政策（演示）" : "Zhitu privacy policy (demo)",
    sections: (zh ? ZH : EN).map(([heading, lines]) => ({
      heading,
      blocks: lines.map((line) => ({ item: line.startsWith("- "), runs: runs(line.replace(/^- /, "")) })),
    })),
  };
}
