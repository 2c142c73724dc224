import { expect, test } from "vitest";
import type { Currency, Salary, SalaryPeriod } from "../platform";
import { salaryFloor, salaryWords } from "./money";

function said(
  language: "zh-CN" | "en",
  min: number,
  max: number,
  rest: { period?: SalaryPeriod; currency?: Currency; months?: number } = {},
): string {
  const salary: Salary = {
    min: min * 100,
    max: max * 100,
    currency: rest.currency ?? "CNY",
    period: rest.period ?? "month",
    months: rest.months ?? 12,
  };
  const words = salaryWords(salary, language);
  return (words.amount + words.period + (words.months ? ` · ${words.months}` : "")).replaceAll("\u00a0", " ");
}

test.each<
  [expected: string, min: number, max: number, rest?: { period?: SalaryPeriod; currency?: Currency; months?: number }]
>([
  ["1.5–2.4万/月 · 14 薪", 15_000, 24_000, { months: 14 }],
  ["9千–1.2万/月", 9_000, 12_000],
  ["4–6千/月", 4_000, 6_000],
  ["8.5千/月", 8_500, 8_500],
  ["2–3万/月", 20_000, 30_000],
  ["1.25–1.75万/月", 12_500, 17_500],
  ["800元–1.2千/月", 800, 1_200],
  ["32–40元/时", 32, 40, { period: "hour" }],
  ["32.5元/时", 32.5, 32.5, { period: "hour" }],
  ["200–1,200元/天", 200, 1_200, { period: "day" }],
  ["18–24万/年", 180_000, 240_000, { period: "year" }],
  ["5.2–6.8万美元/年", 52_000, 68_000, { period: "year", currency: "USD" }],
  ["6,500日元/天", 6_500, 6_500, { period: "day", currency: "JPY" }],
])("pay is said in Chinese as people say it: %s", (expected, min, max, rest) => {
  expect(said("zh-CN", min, max, rest)).toBe(expected);
});

test.each<
  [expected: string, min: number, max: number, rest?: { period?: SalaryPeriod; currency?: Currency; months?: number }]
>([
  ["¥15k–24k / month", 15_000, 24_000],
  ["¥15k–24k / month · 14 months' pay", 15_000, 24_000, { months: 14 }],
  ["¥4.5k / month", 4_500, 4_500],
  ["¥800–1.2k / month", 800, 1_200],
  ["$52k–68k / year", 52_000, 68_000, { period: "year", currency: "USD" }],
  ["$1.2M / year", 1_200_000, 1_200_000, { period: "year", currency: "USD" }],
  ["$32–40.5 / hour", 32, 40.5, { period: "hour", currency: "USD" }],
  ["HK$1,200 / day", 1_200, 1_200, { period: "day", currency: "HKD" }],
])("pay is said in English as people say it: %s", (expected, min, max, rest) => {
  expect(said("en", min, max, rest)).toBe(expected);
});

test("a least salary is a choice in words", () => {
  expect(salaryFloor(1_500_000, "zh-CN")).toBe("1.5万起");
  expect(salaryFloor(500_000, "zh-CN")).toBe("5千起");
  expect(salaryFloor(1_500_000, "en")).toBe("from ¥15k");
});
