import { expect, test } from "vitest";
import type { DataField, RecordEntryView, Recorded } from "../../../platform";
import { timeline } from "./timeline";

const now = new Date(2026, 10, 23, 12, 0, 0).getTime();
const HOUR = 3_600_000;

/** Entries newest first, each some hours before now. */
function entries(...told: [hoursAgo: number, what: Recorded][]): RecordEntryView[] {
  return told.map(([hours, what], index) => ({
    seq: told.length - index,
    at: (now - hours * HOUR) * 1000,
    sort: "device",
    what,
  }));
}

const used: Recorded = { kind: "used", purpose: "save_file" };
const saved = (...fields: DataField[]): Recorded => ({
  kind: "disclosed",
  fields,
  to: { kind: "platform" },
  handover: "resume_save",
  consent: "policy",
});

test("what repeats itself is one line with how often and between when", () => {
  const [day] = timeline(entries([1, used], [2, used], [3, used]), now);
  expect(day?.lines).toHaveLength(1);
  expect(day?.lines[0]).toMatchObject({ seq: 3, count: 3, to: (now - HOUR) * 1000, from: (now - 3 * HOUR) * 1000 });
});

test("only what follows on itself is folded", () => {
  const [day] = timeline(entries([1, used], [2, { kind: "restored", permission: "files" }], [3, used]), now);
  expect(day?.lines.map(({ count }) => count)).toEqual([1, 1, 1]);
});

test("another day is another line", () => {
  const days = timeline(entries([1, used], [11, used], [13, used], [40, used]), now);
  expect(days.map(({ ago, lines }) => [ago, lines.map(({ count }) => count)])).toEqual([
    [0, [2]],
    [1, [1]],
    [2, [1]],
  ]);
});

test("a folded handover names every field that went in any of them", () => {
  const [day] = timeline(entries([1, saved("work")], [2, saved("name", "work")]), now);
  expect(day?.lines[0]?.what).toMatchObject({ fields: ["name", "work"] });
});

test("another recipient, job, answer or permission is never folded away", () => {
  const company = (name: string): Recorded => ({
    kind: "disclosed",
    fields: ["message_text"],
    to: { kind: "company", name },
    handover: "message",
    consent: "policy",
  });
  const told: Recorded[] = [
    company("纸鹞数据"),
    company("北坞软件"),
    { kind: "looked", company: "北坞软件", job: "前端工程师" },
    { kind: "looked", company: "北坞软件", job: "平面设计师" },
    { kind: "answered", permission: "location", answer: "no" },
    { kind: "answered", permission: "location", answer: "once" },
    { kind: "withdrawn", permission: "location" },
    { kind: "withdrawn", permission: "files" },
    { kind: "cleared", entries: 1 },
    { kind: "cleared", entries: 1 },
  ];
  const [day] = timeline(entries(...told.map((what): [number, Recorded] => [1, what])), now);
  expect(day?.lines).toHaveLength(told.length);
});
