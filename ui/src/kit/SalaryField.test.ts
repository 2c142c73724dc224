import { flushSync } from "svelte";
import { expect, test } from "vitest";
import { byId, render } from "../../tests/render";
import type { Salary } from "../platform";
import SalaryField from "./SalaryField.svelte";

function open() {
  const picked: (Salary | null)[] = [];
  render(SalaryField, {
    label: "薪资",
    value: null,
    testid: "pay",
    onpick: (salary: Salary | null) => picked.push(salary),
  });
  return picked;
}

function type(testid: string, text: string): HTMLInputElement {
  const input = byId(testid) as HTMLInputElement;
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  flushSync();
  return input;
}

test("a range is told once both amounts can be read, in hundredths", () => {
  const picked = open();
  type("pay-min", "1.8万");
  expect(picked).toEqual([]);
  type("pay-max", "26k");
  expect(picked.at(-1)).toEqual({ min: 1_800_000, max: 2_600_000, currency: "CNY", period: "month", months: 12 });
});

test("one amount alone is taken for both when the field is left, and the other stays free to be typed", () => {
  const picked = open();
  const low = type("pay-min", "15000");
  low.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
  flushSync();
  expect(picked.at(-1)).toMatchObject({ min: 1_500_000, max: 1_500_000 });
  expect((byId("pay-max") as HTMLInputElement).value).toBe("");
  type("pay-max", "24000");
  expect(picked.at(-1)).toMatchObject({ min: 1_500_000, max: 2_400_000 });
});

test("what is no amount is said and not told", () => {
  const picked = open();
  type("pay-min", "面议");
  expect(document.querySelector(".err")).not.toBeNull();
  expect(picked).toEqual([]);
});
