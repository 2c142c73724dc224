import { expect, test } from "vitest";
import { ago, bytes, clockTime, count, day, distance, moment, yearMonth } from "./format";

const spaced = (text: string) => text.replaceAll("\u00a0", " ");
const now = new Date(2026, 10, 23, 12, 0, 0).getTime();
const before = (ms: number) => (now - ms) * 1000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

test.each([
  [0.04, "<100 m"],
  [0.853, "850 m"],
  [1.2, "1.2 km"],
  [2, "2.0 km"],
  [9.96, "10 km"],
  [12.4, "12 km"],
  [1067, "1,067 km"],
])("a distance of %f is said as %s", (km, expected) => {
  expect(spaced(distance(km))).toBe(expected);
});

test.each([
  [5_000, "刚刚", "just now"],
  [3 * MINUTE, "3 分钟前", "3 min ago"],
  [2 * HOUR, "2 小时前", "2 hours ago"],
  [HOUR, "1 小时前", "1 hour ago"],
  [20 * HOUR, "昨天", "yesterday"],
  [3 * DAY, "3 天前", "3 days ago"],
  [8 * DAY, "1 周前", "1 week ago"],
  [20 * DAY, "2 周前", "2 weeks ago"],
  [40 * DAY, "10 月 14 日", "Oct 14"],
  [400 * DAY, "2025 年 10 月 19 日", "Oct 19, 2025"],
])("a time %i ms ago is said as %s and %s", (ms, zh, en) => {
  expect(spaced(ago(before(ms), now, "zh-CN"))).toBe(zh);
  expect(spaced(ago(before(ms), now, "en"))).toBe(en);
});

test("a clock that runs ahead of this one is just now", () => {
  expect(ago(before(-5 * MINUTE), now, "zh-CN")).toBe("刚刚");
});

test("a message says the time today and the day before that", () => {
  expect(moment(before(HOUR), now, "zh-CN")).toBe("11:00");
  expect(moment(before(DAY), now, "zh-CN")).toBe("昨天");
  expect(spaced(moment(before(3 * DAY), now, "en"))).toBe("Nov 20");
  expect(clockTime(before(3 * HOUR + 5 * MINUTE))).toBe("08:55");
});

test("numbers, days, months and sizes", () => {
  expect(count(1284)).toBe("1,284");
  expect(spaced(day(before(0), now, "zh-CN"))).toBe("11 月 23 日");
  expect(yearMonth("2023-07", "zh-CN")).toBe("2023.07");
  expect(yearMonth("2023-07", "en")).toBe("Jul 2023");
  expect(spaced(bytes(84_312))).toBe("84 KB");
  expect(spaced(bytes(1_430_000))).toBe("1.4 MB");
});
