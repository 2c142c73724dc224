import axe from "axe-core";
import { flushSync } from "svelte";
import { afterEach, expect, test, vi } from "vitest";
import { byId, host, NOW, render, until } from "../../../../../tests/render";
import { language } from "../../../../i18n";
import { toast } from "../../../../kit";
import { visibilityStory } from "../../../../platform/fake/visibility";
import type { World } from "../../../../platform/fake/world";
import { session } from "../../../../shell";
import Screen from "../Screen.svelte";

async function open(change: (world: World) => void = () => {}, ready = "introduction-row") {
  const fake = host((world) => {
    world.account = { id: "a", phone_tail: "00", recruiter: null, staff: false, created_at: NOW * 1000 };
    visibilityStory(world);
    change(world);
  });
  language.set("zh-CN");
  await session.start();
  render(Screen, { path: ["links"] });
  await until(() => byId(ready), ready);
  return fake;
}

const rows = () => [...document.querySelectorAll<HTMLElement>('[data-testid="introduction-row"]')];

function type(id: string, text: string): void {
  const field = byId(id) as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  flushSync();
}

function choose(id: string, value: string): void {
  const field = byId(id) as HTMLSelectElement;
  field.value = value;
  field.dispatchEvent(new Event("change", { bubbles: true }));
  flushSync();
}

afterEach(() => {
  toast.dismiss();
  language.set("zh-CN");
  vi.unstubAllGlobals();
});

/** S-SHR-01 */
test("a link is made for one person, for so long and so many openings", async () => {
  const fake = await open();
  byId("introduction-make")?.click();
  await until(() => document.body.textContent?.includes("写上给谁"), "it must be called something");
  expect(fake.calls.some(({ name }) => name === "introduction_make")).toBe(false);
  type("introduction-label", " 李师姐 ");
  choose("introduction-days", "30");
  choose("introduction-openings", "1");
  byId("introduction-make")?.click();
  await until(() => rows()[0]?.textContent?.includes("李师姐"), "made");
  expect(fake.calls.findLast(({ name }) => name === "introduction_make")?.request).toEqual({
    label: "李师姐",
    company: null,
    days: 30,
    max_openings: 1,
  });
  expect(rows()[0]?.textContent).toContain("打开过 0/1");
  expect((byId("introduction-label") as HTMLInputElement).value).toBe("");
});

test("a company's link is for a company of the platform that was picked", async () => {
  const fake = await open();
  const company = fake.world.market.companies[0];
  document.querySelector<HTMLInputElement>('input[name="introduction-whom"][value="company"]')?.click();
  flushSync();
  type("introduction-company", company?.name ?? "");
  byId("introduction-make")?.click();
  await until(() => document.body.textContent?.includes("从列表里选一家"), "typed is not picked");
  await until(() => byId("introduction-company-option")?.textContent?.includes("平台上"), "found");
  byId("introduction-company-option")?.click();
  flushSync();
  byId("introduction-make")?.click();
  await until(() => rows()[0]?.textContent?.includes(company?.name ?? "?"), "made");
  expect(fake.world.introductions[0]?.to).toMatchObject({ kind: "company", company: { id: company?.id } });
});

test("a link is copied, and where the system does not let it, it is selected and said", async () => {
  const written: string[] = [];
  vi.stubGlobal("navigator", { clipboard: { writeText: async (text: string) => void written.push(text) } });
  const fake = await open();
  byId("introduction-copy")?.click();
  await until(() => toast.current?.text === "已复制", "said");
  expect(written).toEqual([fake.world.introductions[0]?.link]);
  vi.stubGlobal("navigator", { clipboard: { writeText: () => Promise.reject(new Error("no")) } });
  byId("introduction-copy")?.click();
  await until(() => toast.current?.text.includes("手动复制"), "said");
});

test("a revoked link is over at once, and one that is over is not offered", async () => {
  const fake = await open();
  expect(rows().map(({ dataset }) => dataset.live)).toEqual(["true", "false"]);
  expect(rows()[1]?.textContent).toContain("过期");
  expect(rows()[1]?.querySelector("input")).toBeNull();
  byId("introduction-revoke")?.click();
  await until(() => rows().every(({ dataset }) => dataset.live === "false"), "over");
  expect(fake.world.introductions[0]?.revoked_at).not.toBeNull();
  expect(rows()[0]?.textContent).toContain("已收回");
});

test("off-line nothing is made or revoked, and what is refused is said with nothing lost", async () => {
  const fake = await open();
  type("introduction-label", "李师姐");
  fake.refuseNext("introduction_make", "invalid_field", { field: "introductions", problem: "too_many" });
  byId("introduction-make")?.click();
  await until(() => toast.current !== null, "said");
  expect((byId("introduction-label") as HTMLInputElement).value).toBe("李师姐");
  fake.world.online = false;
  fake.world.tell({ kind: "online", online: false });
  await until(() => byId("introduction-make")?.closest("fieldset")?.disabled, "disabled");
  expect((byId("introduction-revoke") as HTMLButtonElement).disabled).toBe(true);
});

test.each(["zh-CN", "en"] as const)(
  "axe finds nothing on the links in %s",
  async (shown) => {
    await open();
    language.set(shown);
    const { violations } = await axe.run(document.body, {
      rules: { region: { enabled: false }, "color-contrast": { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  },
  30_000,
);
