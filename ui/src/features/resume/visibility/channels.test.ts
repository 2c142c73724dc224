import axe from "axe-core";
import { afterEach, expect, test } from "vitest";
import { byId, host, NOW, render, until } from "../../../../tests/render";
import { language } from "../../../i18n";
import { toast } from "../../../kit";
import { visibilityStory } from "../../../platform/fake/visibility";
import type { World } from "../../../platform/fake/world";
import { session } from "../../../shell";
import Screen from "./Screen.svelte";

async function open(change: (world: World) => void = () => {}, ready = "channel-row") {
  const fake = host((world) => {
    world.account = { id: "a", phone_tail: "00", recruiter: null, staff: false, created_at: NOW * 1000 };
    visibilityStory(world);
    change(world);
  });
  language.set("zh-CN");
  await session.start();
  render(Screen, { path: ["channels"] });
  await until(() => byId(ready), ready);
  return fake;
}

const rows = () => [...document.querySelectorAll<HTMLElement>('[data-testid="channel-row"]')];

afterEach(() => {
  toast.dismiss();
  language.set("zh-CN");
});

/** S-VIS-09, D1: who has a relay address is listed, and it is closed and allowed again at a touch. */
test("a channel is closed, and allowed again", async () => {
  const fake = await open();
  expect(rows().map(({ dataset }) => dataset.open)).toEqual(["true", "false"]);
  expect(rows()[0]?.textContent).toContain("云栈科技有限公司");
  byId("channel-close")?.click();
  await until(() => rows()[0]?.dataset.open === "false", "closed");
  expect(fake.calls.filter(({ name }) => name === "relay_set").map(({ request }) => request)).toEqual([
    { relay: fake.world.relay.channels[0]?.id, open: false },
  ]);
  byId("channel-open")?.click();
  await until(() => rows()[0]?.dataset.open === "true", "open");
  expect((await axe.run(document.body)).violations).toEqual([]);
});

/** S-VIS-09, D1, I2: who has a virtual number is listed with the calls, and it is taken back at a touch. */
test("a virtual number is taken back, and allowed again", async () => {
  const fake = await open();
  const numbers = () => [...document.querySelectorAll<HTMLElement>('[data-testid="number-row"]')];
  expect(numbers().map(({ dataset }) => dataset.open)).toEqual(["true", "false"]);
  expect(numbers()[0]?.textContent).toContain("+12125550142");
  expect(numbers()[0]?.textContent).toContain("3 分钟");
  expect(numbers()[0]?.textContent).toContain("未接通");
  byId("number-close")?.click();
  await until(() => numbers()[0]?.dataset.open === "false", "closed");
  expect(numbers()[0]?.textContent).not.toContain("+1212");
  const { id } = fake.world.virtualNumbers.channels[0] ?? {};
  const set = () => fake.calls.filter(({ name }) => name === "virtual_number_set").map(({ request }) => request);
  expect(set()).toEqual([{ id, open: false }]);
  byId("number-open")?.click();
  await until(() => numbers()[0]?.dataset.open === "true", "open");
  expect(numbers()[0]?.textContent).toContain("现在没有虚拟号");
  language.set("en");
  await until(() => numbers()[0]?.textContent?.includes("No number at present"), "English");
  expect((await axe.run(document.body)).violations).toEqual([]);
});

test("nobody has an address or a number until somebody asks for one", async () => {
  await open((world) => {
    world.relay.channels = [];
    world.virtualNumbers.channels = [];
  }, "channels-empty");
  expect(byId("channels-empty")?.textContent).toContain("还没有公司");
  language.set("en");
});
