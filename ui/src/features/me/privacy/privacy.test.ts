import axe from "axe-core";
import { flushSync } from "svelte";
import { afterEach, expect, test } from "vitest";
import { byId, host, render, until } from "../../../../tests/render";
import { language } from "../../../i18n";
import { toast } from "../../../kit";
import ToastHost from "../../../kit/ToastHost.svelte";
import {
  COMPONENTS,
  type Permission,
  type Purpose,
  type Recorded,
  type SystemPermission,
  THIRD_PARTIES,
} from "../../../platform";
import { record, recordStory } from "../../../platform/fake/record";
import type { World } from "../../../platform/fake/world";
import { session } from "../../../shell";
import Screen from "../Screen.svelte";
import Record from "./Record.svelte";
import { recordedNotes, recordedTitle } from "./words";

async function open(path: string[], prepare: (world: World) => void = () => {}) {
  const fake = host(prepare);
  language.set("zh-CN");
  await session.start();
  render(Screen, { path });
  render(ToastHost, {});
  await until(() => byId("permission-row-location") ?? byId("record-line") ?? byId("record-empty"), "the page");
  return fake;
}

const state = (permission: Permission) => byId(`permission-row-${permission}`)?.dataset.state;
const lines = () => [...document.querySelectorAll<HTMLElement>('[data-testid="record-line"]')];

afterEach(() => toast.dismiss());

/** S-PERM-01 */
test("the switch asks on the sheet, shows the truth, and takes back at once", async () => {
  const fake = await open(["permissions"]);
  const toggle = () => byId("permission-switch-location") as HTMLInputElement;
  expect(toggle().checked).toBe(false);
  toggle().click();
  await until(() => byId("permission-sheet"), "the sheet");
  expect(fake.calls.find(({ name }) => name === "permission_ask")?.request).toEqual({
    purpose: "nearby_jobs",
    by_person: true,
  });
  expect(toggle().checked).toBe(false);
  byId("permission-allow")?.click();
  await until(() => toggle().checked, "on");
  expect(byId("permission-row-location")?.textContent).toContain("使用期间允许");
  expect(byId("permission-row-location")?.textContent).toContain("用于附近职位");
  toggle().click();
  await until(() => !toggle().checked, "off");
  expect(fake.world.permissions.standings.location.state).toBe("withdrawn");
  expect(fake.world.located_at).toBeNull();
});

/** R4 */
test("the person may open it again within the 48 hours", async () => {
  await open(["permissions"], (world) => {
    Object.assign(world.permissions.standings.location, { state: "denied", quiet_since: world.now() * 1000 });
  });
  expect(byId("permission-row-location")?.textContent).toContain("前不主动问");
  byId("permission-switch-location")?.click();
  (await until(() => byId("permission-refuse"), "the sheet")).click();
  await until(() => state("location") === "denied", "refused");
  expect(byId("permission-sheet")).toBeNull();
});

test("what the app grants and the system refuses is shown as both are, and can be taken back", async () => {
  await open(["permissions"], (world) => {
    Object.assign(world.permissions.standings.location, { state: "granted", system: "denied" });
  });
  expect(byId("permission-row-location")?.textContent).toContain("系统：不允许");
  byId("permission-switch-location")?.click();
  await until(() => state("location") === "withdrawn", "taken back");
});

test("a system that will not be asked again is named, without a sheet", async () => {
  await open(["permissions"], (world) => {
    world.permissions.standings.location.system = "denied_for_good";
  });
  byId("permission-switch-location")?.click();
  await until(() => toast.current?.text.includes("系统设置"), "why");
  expect(byId("permission-sheet")).toBeNull();
});

test("what each act gives anew is switched off and on without a sheet", async () => {
  const fake = await open(["permissions"]);
  const button = await until(() => byId("permission-switch-clipboard"), "the button");
  expect(button.getAttribute("role")).toBeNull();
  button.click();
  await until(() => state("clipboard") === "withdrawn", "off");
  byId("permission-switch-clipboard")?.click();
  await until(() => state("clipboard") === "never_asked", "on");
  expect(fake.calls.some(({ name }) => name === "permission_ask")).toBe(false);
});

test("a permission that nothing needs has nothing to press", async () => {
  await open(["permissions"]);
  const row = byId("permission-row-camera");
  expect(row?.textContent).toContain("还没有功能用到");
  expect(row?.querySelector("input, button")).toBeNull();
});

test("what changes elsewhere shows here", async () => {
  const fake = await open(["permissions"]);
  fake.world.permissions.standings.location.state = "granted";
  fake.world.tell({ kind: "permissions_changed" });
  await until(() => (byId("permission-switch-location") as HTMLInputElement).checked, "on");
});

/** S-SDK-01 */
test("what is linked, third parties and what is never collected are named one by one", async () => {
  await open(["permissions"]);
  expect(byId("third-parties")?.textContent).toContain("没有。登录、推送、统计、崩溃上报、广告、地图、支付");
  for (const { systems, organisation } of THIRD_PARTIES)
    for (const word of [...systems, organisation.toLowerCase()])
      expect(byId("third-parties")?.textContent?.toLowerCase()).toContain(word);
  for (const { parts } of COMPONENTS) for (const part of parts) expect(byId("components")?.textContent).toContain(part);
  for (const name of ["已安装的应用", "MAC", "IMSI", "序列号", "OAID", "Android ID", "广告标识符"])
    expect(byId("not-collected")?.textContent).toContain(name);
});

test("the record folds, filters and says what went to whom", async () => {
  await open(["record"], (world) => {
    world.record = recordStory(world);
  });
  const folded = await until(() => lines().find((line) => line.dataset.count === "6"), "the folded line");
  expect(folded.textContent).toContain("×6");
  expect(folded.textContent).toContain("姓名、邮箱、教育、工作、技能");
  byId("record-sort-refused")?.click();
  await until(() => lines().length > 0 && lines().every((line) => line.dataset.sort === "refused"), "filtered");
});

test("earlier entries come when they are asked for, none twice", async () => {
  await open(["record"], (world) => {
    for (let index = 0; index < 130; index += 1)
      record(world, { kind: "looked", company: `公司 ${index}`, job: "店长" }, world.now() * 1000);
  });
  expect(lines()).toHaveLength(100);
  byId("record-more")?.click();
  await until(() => lines().length === 130, "all");
  expect(new Set(lines().map((line) => line.textContent)).size).toBe(130);
  expect(byId("record-more")).toBeNull();
});

test("what is recorded meanwhile comes on top, and what was read before stays", async () => {
  const fake = await open(["record"], (world) => {
    for (let index = 0; index < 130; index += 1)
      record(world, { kind: "looked", company: `公司 ${index}`, job: "店长" }, world.now() * 1000);
  });
  byId("record-more")?.click();
  await until(() => lines().length === 130, "all");
  record(fake.world, { kind: "used", purpose: "save_file" });
  await until(() => lines().length === 131, "one more");
  expect(lines()[0]?.dataset.kind).toBe("used");
});

test.each([
  [null, "都完整"],
  [{ kind: "changed", seq: 4 } as const, "第 4 条被改过"],
  [{ kind: "missing", seq: 2 } as const, "第 2 条不见了"],
])("checking says how it stands: %o", async (broken, said) => {
  await open(["record"], (world) => {
    world.record = recordStory(world);
    world.broken = broken;
  });
  byId("record-verify")?.click();
  const note = await until(() => byId("record-verified"), "the answer");
  expect(note.textContent?.replaceAll("\u00a0", " ")).toContain(said);
});

test("clearing is asked first, since it cannot be undone, and leaves how many there were", async () => {
  const fake = await open(["record"], (world) => {
    world.record = recordStory(world);
  });
  const before = fake.world.record.length;
  byId("record-clear")?.click();
  flushSync();
  expect(byId("record-clear-dialog")?.textContent).toContain("不能恢复");
  expect(fake.world.record).toHaveLength(before);
  byId("record-clear-confirm")?.click();
  await until(() => lines().length === 1, "cleared");
  expect(lines()[0]?.textContent?.replaceAll("\u00a0", " ")).toContain(`${before} 条`);
});

test("an export says what was written; with files switched off it says how to have them back", async () => {
  const fake = await open(["record"], (world) => {
    world.record = recordStory(world);
  });
  const save = (format: string) => {
    byId("record-export")?.click();
    flushSync();
    byId(`record-export-${format}`)?.click();
  };
  save("csv");
  await until(() => toast.current?.text.includes("zhitu-record.csv"), "written");
  fake.world.permissions.standings.files.state = "withdrawn";
  save("json");
  await until(() => toast.current?.text.includes("停用"), "refused");
});

test("an empty record, one that cannot be read and one off-line are said as such", async () => {
  const fake = await open(["record"]);
  expect(byId("record-empty")?.textContent).toContain("只存本机");
  fake.world.tell({ kind: "online", online: false });
  await until(() => byId("offline-note"), "off-line");
  fake.refuseNext("record_list", "store_unavailable");
  render(Record, { onback: () => {} });
  const error = await until(() => byId("error-state"), "the error");
  error.querySelector("button")?.click();
  await until(() => byId("error-state") === null, "read again");
});

const PURPOSES: Purpose[] = ["nearby_jobs", "paste_code", "paste_search", "paste_resume", "save_file", "attach_file"];
const SYSTEMS: SystemPermission[] = [
  "unknown",
  "not_asked",
  "granted",
  "denied",
  "denied_for_good",
  "restricted",
  "unsupported",
];

test.each(["zh-CN", "en"] as const)("every kind of entry has its words in %s", (shown) => {
  language.set(shown);
  const { world } = host();
  const all: Recorded[] = [
    ...recordStory(world).map(({ what }) => what),
    ...PURPOSES.flatMap((purpose): Recorded[] => [
      { kind: "asked", purpose },
      { kind: "used", purpose },
    ]),
    ...SYSTEMS.map((system): Recorded => ({ kind: "system_answered", permission: "location", system })),
    { kind: "restored", permission: "files" },
    { kind: "cleared", entries: 3 },
    {
      kind: "disclosed",
      fields: ["message_text"],
      to: { kind: "person", name: "周予安" },
      handover: "message",
      consent: "act",
    },
  ];
  for (const what of all) {
    const said = [recordedTitle(what), ...recordedNotes(what)];
    for (const text of said) {
      expect(text).not.toMatch(/undefined|\[object|^\s*$/);
      if (shown === "en") expect(text.replace(/[「」（）]/g, "")).not.toMatch(/小时|本机|权限|位置/);
    }
  }
  language.set("zh-CN");
});

test.each(["zh-CN", "en"] as const)(
  "axe finds nothing on permissions and record in %s",
  async (shown) => {
    await open(["permissions"], (world) => {
      world.record = recordStory(world);
      world.settings.language = shown;
    });
    await until(() => byId("record-line"), "both");
    const { violations } = await axe.run(document.body, {
      rules: { region: { enabled: false }, "color-contrast": { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    language.set("zh-CN");
  },
  30_000,
);
