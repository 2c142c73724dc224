import { errorWords } from "../../errors";
import { CommandError } from "../../platform";
import type { Problem } from "./editor.svelte";
import { m } from "./messages";

/** What a field takes, for the sentence that explains a refusal. */
export interface Takes {
  /** Most characters. */
  max?: number;
  /** A list, whose limit is a number of items. */
  list?: boolean;
}

/** The sentence for a refused field: what is wrong and what to do. Source: S-RES-01 to S-RES-05, S-MIN-01. */
export function problemWords({ code, problem }: Problem, takes: Takes = {}): string {
  if (code === "too_young") return m.pTooYoung;
  if (code !== "invalid_field") return `${errorWords(new CommandError({ code, message: "" })).title} · ${m.pNotKept}`;
  switch (problem) {
    case "too_long":
      return takes.list ? m.pTooMany : m.pTooLong(takes.max ?? 0);
    case "phone":
      return m.pPhone;
    case "email":
      return m.pEmail;
    case "url":
      return m.pUrl;
    case "month":
      return m.pMonth;
    case "day":
      return m.pDay;
    case "year":
      return m.pYear;
    case "date":
      return m.pDate;
    case "too_young":
      return m.pTooYoung;
    case "salary":
      return m.pSalary;
    default:
      return m.pType;
  }
}
