import axe from "axe-core";
import { flushSync } from "svelte";
import { afterEach, beforeEach, expect, test } from "vitest";
import { byId, cleanup, host, render, until } from "../../../../tests/render";
import { language } from "../../../i18n";
import type { Commands } from "../../../platform";
import type { FakeHost } from "../../../platform/fake";
import type { World } from "../../../platform/fake/world";
import { router, session } from "../../../shell";
import { search } from "../search.svelte";
import Screen from "./Screen.svelte";

async function open(prepare: (world: World) => void = () => {}, path: string[] = []): Promise<FakeHost> {
  const fake = host(prepare);
  language.set("zh-CN");
  await session.start();
  await search.want({ text: "", near: null });
  fake.calls.length = 0;
  render(Screen, { path });
  return fake;
}

function granted(world: World): void {
  Object.assign(world.permissions.standings.location, { state: "granted", system: "granted" });
}

const names = (fake: FakeHost): (keyof Commands)[] =>
  fake.calls.map(({ name }) => name).filter((name) => name.startsWith("permission") || name === "jobs_nearby");
const rows = () => [...document.querySelectorAll<HTMLElement>('[data-testid="nearby-row"]')];

beforeEach(() => router.go("/jobs/nearby", { replace: true }));
afterEach(() => router.go("/jobs", { replace: true }));

/** S-LOC-02, R2 */
test("the sheet says what it is for before anything is read, and a yes leads to the list", async () => {
  const fake = await open();
  const sheet = await until(() => byId("permission-sheet"), "the sheet");
  expect(fake.world.located_at).toBeNull();
  expect(sheet.textContent).toContain("网格编号");
  expect(sheet.textContent).toContain("48");
  byId("permission-allow")?.click();
  await until(() => byId("nearby-row"), "the list");
  expect(byId("permission-sheet")).toBeNull();
  expect(names(fake)).toEqual(["jobs_nearby", "permission_ask", "permission_answer", "jobs_nearby"]);
  expect(fake.world.permissions.standings.location.state).toBe("granted");
});

test("once is enough for this visit: another radius is looked at without a second sheet", async () => {
  const fake = await open();
  (await until(() => byId("permission-once"), "the sheet")).click();
  await until(() => byId("nearby-row"), "the list");
  expect(fake.world.permissions.standings.location.state).toBe("never_asked");
  byId("nearby-radius")?.click();
  (await until(() => byId("nearby-radius-10"), "the radii")).click();
  await until(() => byId("nearby-ring")?.getAttribute("aria-label")?.includes("10 公里"), "the wider ring");
  expect(names(fake).filter((name) => name === "permission_ask")).toHaveLength(1);
});

/** R3, R4 */
test("a no leads to the place picker at once, and coming again shows no second sheet", async () => {
  const fake = await open();
  (await until(() => byId("permission-refuse"), "the sheet")).click();
  await until(() => byId("nearby-by-hand"), "the picker");
  expect(byId("place-picker-input")).toBe(document.activeElement);
  expect(fake.world.permissions.standings.location.state).toBe("denied");

  await cleanup();
  render(Screen, { path: [] });
  await until(() => byId("nearby-by-hand")?.dataset.reason === "quiet", "the picker again");
  expect(byId("permission-sheet")).toBeNull();
  const option = await until(() => byId("place-picker-option"), "a place");
  option.click();
  await until(() => search.wanted.near !== null, "the search is round the place");
  expect(router.here).toBe("/jobs");
});

test("Escape is a no", async () => {
  const fake = await open();
  const sheet = await until(() => byId("permission-sheet"), "the sheet");
  sheet.dispatchEvent(new Event("cancel", { cancelable: true }));
  await until(() => byId("nearby-by-hand")?.dataset.reason === "no", "the picker");
  expect(fake.calls.find(({ name }) => name === "permission_answer")?.request).toEqual({
    permission: "location",
    answer: "no",
  });
});

test("leaving with an open sheet is a no, so that no question stays open", async () => {
  const fake = await open();
  await until(() => byId("permission-sheet"), "the sheet");
  await cleanup();
  await until(() => fake.world.permissions.asking === null, "answered");
  expect(fake.world.permissions.standings.location.state).toBe("denied");
});

/** R2 */
test("a link to a posting asks for nothing; the list beside it does once the person wants it", async () => {
  const fake = await open(() => {}, ["a posting"]);
  const start = await until(() => byId("nearby-start"), "the way to the list");
  expect(names(fake)).toEqual(["jobs_nearby"]);
  expect(byId("permission-sheet")).toBeNull();
  start.click();
  await until(() => byId("permission-sheet"), "the sheet");
});

test("a page that lost its sheet shows the same question again", async () => {
  const fake = await open((world) => {
    world.permissions.asking = "nearby_jobs";
    world.permissions.standings.location.state = "asked";
  });
  (await until(() => byId("permission-allow"), "the sheet")).click();
  await until(() => byId("nearby-row"), "the list");
  expect(fake.world.permissions.asking).toBeNull();
});

test.each([
  [
    "system",
    (world: World) => Object.assign(world.permissions.standings.location, { state: "granted", system: "denied" }),
  ],
  ["restricted", (world: World) => Object.assign(world.permissions.standings.location, { system: "restricted" })],
  ["unsupported", (world: World) => Object.assign(world.permissions.standings.location, { system: "unsupported" })],
  [
    "busy",
    (world: World) => {
      world.permissions.asking = "nearby_jobs";
    },
  ],
])("where it cannot be asked for (%s), there is no sheet, one line why and the picker", async (reason, prepare) => {
  await open(prepare);
  await until(() => byId("nearby-by-hand")?.dataset.reason === reason, "the picker");
  expect(byId("nearby-reason")?.textContent).not.toBe("");
  expect(byId("permission-sheet")).toBeNull();
});

test("a system that refuses after the person's yes is named as what refused", async () => {
  await open((world) => {
    world.permissions.system = "denied";
  });
  (await until(() => byId("permission-allow"), "the sheet")).click();
  await until(() => byId("nearby-by-hand")?.dataset.reason === "system", "the picker");
});

test.each([
  ["no_source", "定位服务"],
  ["timed_out", "没有等到"],
  ["failed", "出错"],
] as const)("no position (%s) says why, and a place can be picked", async (position, said) => {
  await open((world) => {
    granted(world);
    world.position = position;
  });
  const error = await until(() => byId("error-state"), "the reason");
  expect(error.textContent).toContain(said);
  error.querySelector<HTMLElement>('[data-testid="nearby-pick"]')?.click();
  await until(() => byId("nearby-by-hand"), "the picker");
});

test("a single use that gave no position is no refusal", async () => {
  await open((world) => {
    world.position = "failed";
  });
  (await until(() => byId("permission-once"), "the sheet")).click();
  const error = await until(() => byId("error-state"), "the reason");
  expect(error.textContent).toContain("location_unavailable");
  expect(byId("permission-sheet")).toBeNull();
});

/** S-LOC-01, R6 */
test("the list is by distance in bands, and the page says what left the device", async () => {
  const fake = await open(granted);
  await until(() => byId("nearby-row"), "the list");
  const asked = fake.calls.find(({ name }) => name === "jobs_nearby")?.request;
  expect(asked).toEqual({ text: "", radius_km: 5, exact: false });
  const groups = [...document.querySelectorAll('.list [role="group"]')];
  expect(groups.length).toBeGreaterThan(1);
  expect(groups.flatMap((group) => [...group.querySelectorAll('[role="option"]')])).toHaveLength(rows().length);
  expect(rows()[0]?.querySelector(".k")?.textContent).toBe("1");
  expect(byId("nearby-cell")?.textContent).toContain("wtw3");
  expect(byId("nearby-ring")?.getAttribute("role")).toBe("img");
  expect(byId("nearby-ring")?.querySelectorAll(".spot")).toHaveLength(Math.min(10, rows().length));
});

test("another order is made in the page, without asking anybody", async () => {
  const fake = await open(granted);
  await until(() => byId("nearby-row"), "the list");
  const before = rows().map((row) => row.dataset.job);
  byId("nearby-order-date")?.click();
  flushSync();
  const after = rows().map((row) => row.dataset.job);
  expect(after).not.toEqual(before);
  expect([...after].sort()).toEqual([...before].sort());
  expect(names(fake).filter((name) => name === "jobs_nearby")).toHaveLength(1);
});

test("the arrows move along the list and the ring, Enter opens the posting", async () => {
  await open(granted);
  const list = await until(() => document.querySelector<HTMLElement>('[role="listbox"]'), "the list");
  const press = (key: string) => {
    list.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    flushSync();
  };
  press("ArrowDown");
  expect(byId("nearby-ring")?.querySelector(".at .number")?.textContent).toBe("2");
  press("Enter");
  expect(router.here).toBe(`/jobs/nearby/${rows()[1]?.dataset.job}`);
});

test("none within the radius offers the next one with what it is", async () => {
  const fake = await open((world) => {
    granted(world);
    world.position = { lat: 31.1885, lon: 121.48 };
    world.market.jobs = world.market.jobs.filter((job) => job.content.workplace.place === 310112);
  });
  const wider = await until(() => byId("nearby-wider"), "the next radius");
  expect(wider.textContent).toContain("10");
  wider.click();
  await until(() => fake.calls.filter(({ name }) => name === "jobs_nearby").length === 2, "looked again");
});

test("off-line keeps what was found and says so; what failed is asked for again on line", async () => {
  const fake = await open((world) => {
    granted(world);
    world.online = false;
  });
  await until(() => byId("error-state")?.textContent?.includes("offline"), "off-line");
  fake.world.online = true;
  fake.world.tell({ kind: "online", online: true });
  await until(() => byId("nearby-row"), "the list");
  fake.world.tell({ kind: "online", online: false });
  await until(() => byId("offline-note"), "said");
  expect(rows().length).toBeGreaterThan(0);
});

test("off-line what was seen is measured, and nothing is said to have left", async () => {
  const fake = await open((world) => {
    granted(world);
    for (const job of world.market.jobs) world.kept.add(job.id);
    world.online = false;
  });
  await until(() => byId("nearby-row"), "the list");
  expect(byId("offline-note")?.textContent).toContain("看过");
  expect(byId("nearby-cell")?.textContent).toContain("什么都没有离开本机");
  fake.world.online = true;
  fake.world.tell({ kind: "online", online: true });
  await until(() => !byId("offline-note"), "asked for again");
});

test("words that were searched for hold here too, and are shown and taken off", async () => {
  const fake = host(granted);
  language.set("zh-CN");
  await session.start();
  await search.want({ text: "设计" });
  render(Screen, { path: [] });
  const chip = await until(() => byId("nearby-words"), "the words");
  chip.click();
  await until(() => !byId("nearby-words"), "taken off");
  const asked = fake.calls.filter(({ name }) => name === "jobs_nearby").map(({ request }) => request);
  expect(asked.map((request) => (request as { text: string }).text)).toEqual(["设计", ""]);
});

test.each(["zh-CN", "en"] as const)(
  "axe finds nothing on the sheet, the list and the picker in %s",
  async (shown) => {
    const check = async () => {
      const { violations } = await axe.run(document.body, {
        rules: { region: { enabled: false }, "color-contrast": { enabled: false } },
      });
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    };
    await open();
    language.set(shown);
    await until(() => byId("permission-sheet"), "the sheet");
    await check();
    byId("permission-allow")?.click();
    await until(() => byId("nearby-row"), "the list");
    await check();
    byId("nearby-pick")?.click();
    await until(() => byId("place-picker-option"), "the picker");
    await check();
    language.set("zh-CN");
  },
  30_000,
);
