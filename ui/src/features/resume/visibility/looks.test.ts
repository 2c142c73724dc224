import axe from "axe-core";
import { afterEach, expect, test } from "vitest";
import { byId, host, NOW, render, until } from "../../../../tests/render";
import { language } from "../../../i18n";
import { toast } from "../../../kit";
import type { Look } from "../../../platform";
import { visibilityStory } from "../../../platform/fake/visibility";
import type { World } from "../../../platform/fake/world";
import { session } from "../../../shell";
import Screen from "./Screen.svelte";

async function open(change: (world: World) => void = () => {}, ready = "look-row") {
  const fake = host((world) => {
    world.account = { id: "a", phone_tail: "00", recruiter: null, staff: false, created_at: NOW * 1000 };
    visibilityStory(world);
    change(world);
  });
  language.set("zh-CN");
  await session.start();
  render(Screen, { path: ["looks"] });
  await until(() => byId(ready), ready);
  return fake;
}

const rows = () => [...document.querySelectorAll<HTMLElement>('[data-testid="look-row"]')];

function look(index: number): Look {
  const company = { id: `c${index}`, name: `示例公司${index}`, demo: false };
  return {
    id: `l${index}`,
    at: (NOW - index * 60_000) * 1000,
    kind: "opened",
    company,
    by: null,
    job: null,
    introduction: null,
    reason: null,
  };
}

afterEach(() => {
  toast.dismiss();
  language.set("zh-CN");
});

/** S-VIS-10, I4 */
test("a look says which company, who, what and when, and the staff's are among them", async () => {
  const fake = await open();
  const [first, second, third, fourth] = rows().map((row) => row.textContent ?? "");
  expect(first).toContain(fake.world.visibility.looks[0]?.company?.name);
  expect(first).toContain("许未");
  expect(first).toContain("打开了在线简历");
  expect(first).toMatch(/\d\d:\d\d/);
  expect(first).toContain("演示数据");
  expect(second).toContain("平台顾问 打开了在线简历 · 处理求助");
  expect(second).not.toContain("演示数据");
  expect(third).toContain("打开了投递「数据分析师（增长方向）」的副本");
  expect(fourth).toContain("陈宁");
  expect(fourth).toContain("投给「数据分析师（增长方向）」的那一份，发往公司的投递邮箱");
});

/** S-VIS-10: as it happens. */
test("a look that happens now stands there at once", async () => {
  const fake = await open((world) => {
    world.visibility.looks = [];
  }, "looks-empty");
  fake.world.visibility.looks = [look(0)];
  fake.world.tell({ kind: "looks_changed" });
  await until(() => rows()[0]?.textContent?.includes("示例公司0"), "there");
});

test("earlier looks are fetched by the page, and a new one loses none of them", async () => {
  const fake = await open((world) => {
    world.visibility.looks = Array.from({ length: 70 }, (_, index) => look(index + 1));
  });
  expect(rows()).toHaveLength(50);
  byId("looks-older")?.click();
  await until(() => rows().length === 70, "all");
  expect(byId("looks-older")).toBeNull();
  fake.world.visibility.looks.unshift(look(0));
  fake.world.tell({ kind: "looks_changed" });
  await until(() => rows()[0]?.textContent?.includes("示例公司0"), "the new one");
  expect(rows()).toHaveLength(71);
});

test("whoever looked can be blocked from here", async () => {
  const fake = await open();
  const before = fake.world.visibility.blocks.length;
  byId("look-block")?.click();
  await until(() => fake.world.visibility.blocks.length === before + 1, "blocked");
  expect(fake.world.visibility.blocks[0]).toMatchObject({ origin: "seen" });
});

test("off-line and on an error it says so, and goes on by itself", async () => {
  const fake = await open((world) => {
    world.online = false;
  }, "error-state");
  expect(document.body.textContent).toContain("谁看过要问服务器");
  fake.world.online = true;
  fake.world.tell({ kind: "online", online: true });
  await until(() => rows().length > 0, "there");
});

test.each(["zh-CN", "en"] as const)(
  "axe finds nothing on the looks in %s",
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
