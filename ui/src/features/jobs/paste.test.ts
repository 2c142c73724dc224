import axe from "axe-core";
import { flushSync } from "svelte";
import { afterEach, beforeEach, expect, test } from "vitest";
import { byId, host, render, until } from "../../../tests/render";
import { language } from "../../i18n";
import type { FakeHost } from "../../platform/fake";
import { COPIED } from "../../platform/fake/clipboard";
import { router, session } from "../../shell";
import JobsScreen from "./JobsScreen.svelte";
import { jobOfLink } from "./pasted";
import { search } from "./search.svelte";

const ID = "0192f3a4-7c11-7d20-9a77-3c5b2f0a1e44";

async function open(copied: string): Promise<FakeHost> {
  const fake = host((world) => {
    world.clipboard = copied;
  });
  language.set("zh-CN");
  await session.start();
  await search.want({ text: "", near: null, sort: "relevance" });
  render(JobsScreen, { path: [] });
  await until(() => byId("total"), "the list is there");
  return fake;
}

function press(testid: string): void {
  byId(testid)?.click();
  flushSync();
}

const reads = (fake: FakeHost) => fake.calls.filter(({ name }) => name === "clipboard_paste");

beforeEach(() => router.go("/jobs", { replace: true }));
afterEach(() => search.want({ text: "", near: null }));

test("a posting that was copied is offered as a search, with its place or without", async () => {
  const fake = await open(COPIED.job);
  expect(reads(fake)).toEqual([]);
  press("paste-search");
  const row = await until(() => byId("paste-job")?.textContent?.includes("杭州") && byId("paste-job"), "the offer");
  expect(row.textContent).toContain("数据分析师");
  expect(row.textContent).toContain("1.8–2.6万");
  expect(search.wanted.text, "nothing is searched for unasked").toBe("");
  expect(reads(fake).map(({ request }) => request)).toEqual([{ purpose: "paste_search" }]);
  await until(() => document.activeElement === row, "it has the focus");
  press("paste-job");
  expect(search.wanted).toMatchObject({ text: "数据分析师", near: { place: 330100, radius_km: 10 } });
  expect(byId("paste-panel")).toBeNull();
  press("paste-search");
  await until(() => byId("paste-title"), "read anew");
  press("paste-title");
  expect(search.wanted).toMatchObject({ text: "数据分析师", near: null });
  expect(reads(fake)).toHaveLength(2);
});

test("a link to a job here opens it when it is chosen", async () => {
  await open(COPIED.link);
  press("paste-search");
  await until(() => byId("paste-open"), "the offer");
  expect(router.here).toBe("/jobs");
  press("paste-open");
  expect(router.here).toBe(`/jobs/${ID}`);
});

test("only links to a job of this app are opened", () => {
  expect(jobOfLink(`zhitu://jobs/${ID}`)).toBe(ID);
  expect(jobOfLink(`zhitu://job/${ID}?from=chat`)).toBe(ID);
  expect(jobOfLink(`https://zhitu.example/#/jobs/${ID.toUpperCase()}`)).toBe(ID);
  for (const link of [
    `https://zhitu.example/jobs/${ID}`,
    `https://zhitu.example/#/messages/${ID}`,
    `zhitu://jobs/${ID}0`,
    "zhitu://jobs/77",
    `zhitu://me/${ID}`,
  ]) {
    expect(jobOfLink(link), link).toBeNull();
  }
});

test("what is no posting and no link is said to be none, and Escape leads back to the button", async () => {
  await open("明天见");
  press("paste-search");
  await until(() => byId("paste-nothing")?.textContent?.includes("没认出职位或链接"), "said");
  byId("paste-panel")?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  flushSync();
  expect(byId("paste-panel")).toBeNull();
  expect(document.activeElement).toBe(byId("paste-search"));
});

test("switched off, the panel says so and where to change it", async () => {
  const fake = await open(COPIED.job);
  fake.refuseNext("clipboard_paste", "permission_not_granted");
  press("paste-search");
  await until(() => byId("paste-refused")?.querySelector('a[href="#/me/permissions"]'), "said");
  expect(byId("paste-job")).toBeNull();
});

test.each(["zh-CN", "en"] as const)("axe finds nothing on the panel in %s", async (shown) => {
  await open(COPIED.job);
  language.set(shown);
  press("paste-search");
  await until(() => byId("paste-job"), "the offer");
  const { violations } = await axe.run(byId("paste-panel") as HTMLElement, {
    rules: { region: { enabled: false }, "color-contrast": { enabled: false } },
  });
  language.set("zh-CN");
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});
