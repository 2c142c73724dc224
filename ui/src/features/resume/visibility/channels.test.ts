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
  expect(rows().map(({ dataset }) => dataset["open"])).toEqual(["true", "false"]);
  expect(rows()[0]?.textContent).toContain("云栈科技有限公司");
  byId("channel-close")?.click();
  await until(() => rows()[0]?.dataset["open"] === "false", "closed");
  expect(fake.calls.filter(({ name }) => name === "relay_set").map(({ request }) => request)).toEqual([
    { relay: fake.world.relay.channels[0]?.id, open: false },
  ]);
  byId("channel-open")?.click();
  await until(() => rows()[0]?.dataset["open"] === "true", "open");
  expect((await axe.run(document.body)).violations).toEqual([]);
});

test("nobody has an address until somebody asks for one", async () => {
  await open((world) => {
    world.relay.channels = [];
  }, "channels-empty");
  expect(byId("channels-empty")?.textContent).toContain("还没有公司");
  language.set("en");
});
