import { expect, test } from "vitest";
import { readDay, readMonth, readYear } from "./dates";

test("a month is read as people write it", () => {
  for (const text of ["2023-07", "2023.7", "2023/07", "202307", "2023 年 7 月", "2023 7", "２０２３-０７"]) {
    expect(readMonth(text), text).toEqual({ kind: "value", value: "2023-07" });
  }
  expect(readMonth("  ")).toEqual({ kind: "empty" });
  for (const text of ["2023", "2023-13", "1899-01", "七月"])
    expect(readMonth(text), text).toEqual({ kind: "unreadable" });
});

test("a day that the calendar does not have is not read", () => {
  for (const text of ["1998-07-03", "1998.7.3", "19980703", "1998年7月3日"]) {
    expect(readDay(text), text).toEqual({ kind: "value", value: "1998-07-03" });
  }
  for (const text of ["1998-02-30", "1998-7", "3 July"]) expect(readDay(text), text).toEqual({ kind: "unreadable" });
  expect(readDay("")).toEqual({ kind: "empty" });
});

test("a year has four figures", () => {
  expect(readYear("2021 年")).toEqual({ kind: "value", value: 2021 });
  expect(readYear("21")).toEqual({ kind: "unreadable" });
});
