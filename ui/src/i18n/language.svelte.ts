import type { Language } from "../platform/generated/types";

/** The language of the page; everything that shows text reads it, so a switch redraws at once. */
let current = $state<Language>("zh-CN");

/** The language of the system when it is one we have, else English. */
export function systemLanguage(preferred: readonly string[] = navigator.languages): Language {
  const first = preferred[0] ?? "zh-CN";
  return first.toLowerCase().startsWith("zh") ? "zh-CN" : "en";
}

export const language = {
  get current(): Language {
    return current;
  },
  /** Follows the setting; `null` follows the system. */
  set(setting: Language | null): void {
    current = setting ?? systemLanguage();
    document.documentElement.lang = current;
  },
};
