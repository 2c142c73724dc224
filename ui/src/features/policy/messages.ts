import { catalogue } from "../../i18n";

/** What stands round the policy's own text. */
export const m = catalogue({
  policy: { zh: "隐私政策", en: "Privacy policy" },
  version: { zh: "版本", en: "Version" },
  updatedOn: { zh: "更新日期", en: "Updated" },
  effectiveOn: { zh: "生效日期", en: "In force from" },
  legendStrong: { zh: "加粗", en: "Bold" },
  legendStrongSays: { zh: "是重要内容，", en: "is important, " },
  legendSensitive: { zh: "下划点线", en: "dotted underline" },
  legendSensitiveSays: { zh: "的是敏感个人信息", en: "marks sensitive personal data" },
  sensitive: { zh: "（敏感个人信息）", en: " (sensitive personal data)" },
  failed: { zh: "政策没有取到", en: "The policy could not be fetched" },
});
