import axe from "axe-core";
import { flushSync } from "svelte";
import { afterEach, expect, test } from "vitest";
import { byId, host, NOW, render, until } from "../../../tests/render";
import { language } from "../../i18n";
import { OPENS } from "../../platform/fake/introduction";
import type { World } from "../../platform/fake/world";
import { session } from "../../shell";
import Screen from "./Screen.svelte";

async function open(change: (world: World) => void = () => {}, ready = "introduction-text") {
  const fake = host((world) => {
    world.account = { id: "a", phone_tail: "00", recruiter: null, staff: false, created_at: NOW * 1000 };
    change(world);
  });
  language.set("zh-CN");
  await session.start();
  render(Screen, {});
  await until(() => byId(ready), ready);
  return fake;
}

function paste(text: string): void {
  const field = byId("introduction-text") as HTMLTextAreaElement;
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  flushSync();
  byId("introduction-open")?.click();
}

afterEach(() => language.set("zh-CN"));

/** S-SHR-01: it says that it is recorded, and that no channel comes with it. */
test("a message with a link in it opens the résumé", async () => {
  await open();
  paste(`这是我的简历：${OPENS}`);
  await until(() => byId("introduced"), "opened");
  expect(byId("introduced")?.textContent).toContain("已记录");
  expect(byId("snapshot")).not.toBeNull();
  byId("introduction-another")?.click();
  flushSync();
  expect((byId("introduction-text") as HTMLTextAreaElement).value).toBe("");
});

/** I3 */
test("a link that does not open says nothing of why, and stays to be mended", async () => {
  await open();
  byId("introduction-open")?.click();
  await until(() => document.body.textContent?.includes("把链接贴在这里"), "something must be there");
  paste("zhitu://introduction/BBB");
  await until(() => byId("introduction-dead"), "dead");
  expect((byId("introduction-text") as HTMLTextAreaElement).value).toBe("zhitu://introduction/BBB");
});

test("whoever is not signed in is asked to", async () => {
  await open((world) => {
    world.account = null;
  }, "introduction-signed-out");
});

test.each(["zh-CN", "en"] as const)(
  "axe finds nothing in %s",
  async (shown) => {
    await open();
    language.set(shown);
    paste("zhitu://introduction/BBB");
    await until(() => byId("introduction-dead"), "dead");
    const { violations } = await axe.run(document.body, {
      rules: { region: { enabled: false }, "color-contrast": { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  },
  30_000,
);
