import { afterEach, expect, test } from "vitest";
import { byId, host, render, until } from "../../../../tests/render";
import { language } from "../../../i18n";
import { toast } from "../../../kit";
import { fillCompany } from "../../../platform/fake/recruiting";
import type { World } from "../../../platform/fake/world";
import { router, session } from "../../../shell";
import Screen from "../Screen.svelte";

function recruiter(world: World) {
  const verification = { person: true, employment: true, company: true };
  world.account = {
    id: "a",
    staff: false,
    phone_tail: "42",
    created_at: 0,
    recruiter: { name: "许未", title: "", company: "纸鹞数据", verification },
  };
  fillCompany(world);
}

async function open(path: string[], prepare: (world: World) => void = recruiter) {
  const fake = host(prepare);
  language.set("zh-CN");
  await session.start();
  render(Screen, { path });
  return fake;
}

afterEach(() => toast.dismiss());

/** S-RGT-13 */
test("a company is told of a closed account and says that it deleted its copies", async () => {
  const fake = await open([]);
  const line = await until(() => byId("erasures-open"), "the line above the postings");
  expect(line.textContent).toContain("1");
  line.click();
  await until(() => router.here === "/company/erasures", "its page");

  render(Screen, { path: ["erasures"] });
  await until(() => document.querySelectorAll("[data-testid=erasure]").length === 2, "both");
  const codes = [...document.querySelectorAll("[data-testid=erasure-code]")].map((code) => code.textContent);
  expect(codes).toEqual(fake.world.erasures.flatMap(({ copies }) => copies.map(({ code }) => code)));
  expect(byId("erasure-mails")?.textContent).toBe(fake.world.erasures[0]?.mails[0]?.from);
  byId("erasure-confirm")?.click();
  (await until(() => byId("erasure-sure"), "the question")).click();
  await until(() => fake.world.erasures.every(({ confirmed }) => confirmed !== null), "it is recorded");
  await until(() => byId("erasure-confirm") === null, "there is nothing left to say");
});

test("a company that had nothing is told nothing", async () => {
  await open(["erasures"], (world) => {
    recruiter(world);
    world.erasures = [];
  });
  await until(() => byId("erasures-empty"), "nothing to delete");
  expect(byId("erasures-open")).toBeNull();
});

test("what could not be fetched is said, and fetched again", async () => {
  const fake = host(recruiter);
  language.set("zh-CN");
  await session.start();
  fake.refuseNext("erasures_list", "unavailable");
  render(Screen, { path: ["erasures"] });
  const failed = await until(() => document.querySelector<HTMLElement>("[data-testid=erasures] .blank"), "the failure");
  expect(failed.textContent).toContain("unavailable");
  failed.querySelector("button")?.click();
  await until(() => byId("erasure"), "it is there now");
});
