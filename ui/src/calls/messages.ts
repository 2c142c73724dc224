import { catalogue } from "../i18n";

/** What a call over a virtual number is said to have been. */
export const m = catalogue({
  lasts: { zh: "通话中", en: "under way" },
  missed: { zh: "未接通", en: "not taken" },
  seconds: { zh: (seconds: number) => `${seconds} 秒`, en: (seconds: number) => `${seconds} s` },
  minutes: { zh: (minutes: number) => `${minutes} 分钟`, en: (minutes: number) => `${minutes} min` },
});
