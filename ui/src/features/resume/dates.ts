import { f } from "../../i18n";
import { m } from "./messages";

/** What came of reading something typed: a value, nothing typed, or not readable. */
export type Read<T> = { kind: "value"; value: T } | { kind: "empty" } | { kind: "unreadable" };

const pad = (value: number): string => String(value).padStart(2, "0");

function digits(text: string): string {
  // Full-width figures come from Chinese input methods.
  return text.trim().replace(/[０-９]/g, (figure) => String.fromCharCode(figure.charCodeAt(0) - 0xfee0));
}

/** Reads a month as people write it: `2023-07`, `2023.7`, `2023/07`, `202307`, `2023 年 7 月`. */
export function readMonth(text: string): Read<string> {
  const typed = digits(text);
  if (typed === "") return { kind: "empty" };
  const found = /^(\d{4})(?:\s*[-./年]\s*|\s+)?(\d{1,2})\s*月?$/.exec(typed);
  const [year, month] = [Number(found?.[1]), Number(found?.[2])];
  if (!found || year < 1900 || year > 2100 || month < 1 || month > 12) return { kind: "unreadable" };
  return { kind: "value", value: `${year}-${pad(month)}` };
}

/** Reads a day: `1998-07-03`, `1998.7.3`, `19980703`, `1998 年 7 月 3 日`. Whether it may be is the core's to say. */
export function readDay(text: string): Read<string> {
  const typed = digits(text);
  if (typed === "") return { kind: "empty" };
  const found =
    /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?$/.exec(typed) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(typed);
  const [year, month, day] = [Number(found?.[1]), Number(found?.[2]), Number(found?.[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (!found || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return { kind: "unreadable" };
  return { kind: "value", value: `${year}-${pad(month)}-${pad(day)}` };
}

/** Reads a year of four figures. */
export function readYear(text: string): Read<number> {
  const typed = digits(text).replace(/\s*年$/, "");
  if (typed === "") return { kind: "empty" };
  return /^(19|20)\d{2}$/.test(typed) ? { kind: "value", value: Number(typed) } : { kind: "unreadable" };
}

/** From when to when, for a line: `2021.07–至今`. */
export function spanWords(entry: { start: string | null; end: string | null; current: boolean }): string {
  const from = entry.start ? f.yearMonth(entry.start) : "";
  const to = entry.current ? m.now : entry.end ? f.yearMonth(entry.end) : "";
  return from && to ? `${from}–${to}` : from || to;
}
