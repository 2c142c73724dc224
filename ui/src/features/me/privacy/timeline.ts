import { daysBetween, startOfDay } from "../../../i18n/format";
import type { DataField, RecordEntryView, Recorded } from "../../../platform";

/** Entries that say the same, one after the other: one line. */
export interface Line {
  /** Number of its newest entry. */
  seq: number;
  what: Recorded;
  sort: RecordEntryView["sort"];
  count: number;
  /** Of the oldest and of the newest, in microseconds. */
  from: number;
  to: number;
}

/** The lines of one day, newest first. */
export interface Day {
  /** Its first moment, in microseconds. */
  at: number;
  /** Whole days before today. */
  ago: number;
  lines: Line[];
}

/** What must be equal for two entries to say the same; null for what always stands alone. */
function likeness(what: Recorded): string | null {
  switch (what.kind) {
    case "asked":
    case "used":
      return `${what.kind} ${what.purpose}`;
    case "answered":
      return `${what.kind} ${what.permission} ${what.answer}`;
    case "system_answered":
      return `${what.kind} ${what.permission} ${what.system}`;
    case "withdrawn":
    case "restored":
      return `${what.kind} ${what.permission}`;
    case "disclosed":
      return JSON.stringify([what.kind, what.handover, what.to, what.consent]);
    case "looked":
      return JSON.stringify([what.kind, what.company, what.job]);
    case "resume_looked":
      return JSON.stringify([what.kind, what.look, what.company, what.by]);
    case "cleared":
      return null;
  }
}

/** Both together: a line of disclosures names every field that went in any of them. */
function together(newer: Recorded, older: Recorded): Recorded {
  if (newer.kind !== "disclosed" || older.kind !== "disclosed") return newer;
  return { ...newer, fields: [...new Set<DataField>([...older.fields, ...newer.fields])] };
}

/** The record as it is read: days, newest first, with what repeats itself folded. `now` in milliseconds. */
export function timeline(entries: readonly RecordEntryView[], now: number): Day[] {
  const days: Day[] = [];
  for (const { seq, at, sort, what } of entries) {
    const start = startOfDay(at / 1000) * 1000;
    let day = days.at(-1);
    if (day?.at !== start) {
      day = { at: start, ago: daysBetween(at / 1000, now), lines: [] };
      days.push(day);
    }
    const last = day.lines.at(-1);
    const alike = likeness(what);
    if (last && alike !== null && likeness(last.what) === alike) {
      last.count += 1;
      last.from = at;
      last.what = together(last.what, what);
    } else day.lines.push({ seq, what, sort, count: 1, from: at, to: at });
  }
  return days;
}
