import { catalogue } from "../i18n";

/** Words that several features say. */
export const kit = catalogue({
  retry: { zh: "再试一次", en: "Try again" },
  cancel: { zh: "取消", en: "Cancel" },
  close: { zh: "关闭", en: "Close" },
  back: { zh: "返回", en: "Back" },
  undo: { zh: "撤销", en: "Undo" },
  save: { zh: "保存", en: "Save" },
  remove: { zh: "删除", en: "Delete" },
  demo: { zh: "演示数据", en: "Demo data" },
  loading: { zh: "正在取", en: "Loading" },
  salaryUnsaid: { zh: "没写薪资", en: "Pay not stated" },
  offline: {
    zh: "连不上服务器。显示的是本机存下的内容；要发的会排队，连上就发。",
    en: "The server cannot be reached. What you see is stored on this device; what you send waits and goes out once it can.",
  },
  perMonth: { zh: "每月", en: "a month" },
  perYear: { zh: "每年", en: "a year" },
  perDay: { zh: "每天", en: "a day" },
  perHour: { zh: "每小时", en: "an hour" },
  monthsPay: { zh: (n: number) => `${n}\u00a0薪`, en: (n: number) => `${n} months` },
  salaryLeast: { zh: "最低", en: "At least" },
  salaryMost: { zh: "最高", en: "At most" },
  salaryPeriod: { zh: "按什么时间算", en: "Paid for" },
  salaryMonths: { zh: "一年发几个月", en: "Monthly salaries a year" },
  salaryHint: { zh: "可以写 15000、1.5万 或 15k", en: "15000 or 15k" },
  salaryUnreadable: {
    zh: "金额写成数字，例如 15000 或 1.5万",
    en: "Write the amounts as numbers, such as 15000 or 15k",
  },
});
