import type { Salary } from "../platform/generated/types";
import { clock } from "./clock.svelte";
import * as format from "./format";
import { language } from "./language.svelte";
import { type SalaryWords, salaryFloor, salaryWords } from "./money";

export { catalogue } from "./catalogue";
export { clock } from "./clock.svelte";
export { language, systemLanguage } from "./language.svelte";
export { words } from "./words";

/** Formats in the current language at the current time; reactive. The pure ones are in `format.ts` and `money.ts`. */
export const f = {
  count: format.count,
  distance: format.distance,
  bytes: format.bytes,
  time: format.clockTime,
  ago: (at: number): string => format.ago(at, clock.now, language.current),
  day: (at: number): string => format.day(at, clock.now, language.current),
  moment: (at: number): string => format.moment(at, clock.now, language.current),
  yearMonth: (value: string): string => format.yearMonth(value, language.current),
  salary: (salary: Salary): SalaryWords => salaryWords(salary, language.current),
  /** A salary as one string, for names and titles that take no markup. */
  salaryText: (salary: Salary): string => {
    const words = salaryWords(salary, language.current);
    return words.amount + words.period + (words.months ? ` · ${words.months}` : "");
  },
  salaryFloor: (fen: number): string => salaryFloor(fen, language.current),
};
