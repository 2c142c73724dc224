import { flushSync } from "svelte";
import { afterEach, beforeEach, expect, test } from "vitest";
import { byId, host, render, until } from "../../../tests/render";
import { language } from "../../i18n";
import { toast } from "../../kit";
import type { ApplicantCard, Stage } from "../../platform";
import { fillCompany } from "../../platform/fake/recruiting";
import type { World } from "../../platform/fake/world";
import { router, session } from "../../shell";
import { columns } from "./columns";
import Screen from "./Screen.svelte";

function prepare(world: World): void {
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

async function open(path: (world: World) => string[] = () => []) {
  const fake = host(prepare);
  language.set("zh-CN");
  await session.start();
  render(Screen, { path: path(fake.world) });
  await until(() => byId("applicant-row"), "the board");
  return fake;
}

const path = (world: World, index: number): string[] => {
  const held = world.applications[index]?.application;
  if (!held) throw new Error("no application");
  return [held.job.id, held.id];
};

beforeEach(() => router.go("/candidates", { replace: true }));
afterEach(() => toast.dismiss());

test("nobody's snapshot is opened before it is asked for", async () => {
  const fake = await open();
  expect(fake.calls.some(({ name }) => name === "applicant_open")).toBe(false);
  expect(document.body.textContent).toContain("打开快照会被记录");
});

/** S-REC-10: no contact data, and the look is said to be recorded. */
test("an opened snapshot masks contact data and says that the look is recorded", async () => {
  await open((world) => path(world, 0));
  await until(() => byId("snapshot"), "the snapshot");
  expect(byId("applicant-recorded")?.textContent).toContain("已记录");
  expect(byId("applicant-pane")?.querySelector(".blot")).not.toBeNull();
  expect(byId("applicant-pane")?.textContent).not.toContain("13800138000");
  expect(byId("applicant-stage-now")?.dataset.stage).toBe("viewed");
});

/** S-REC-10, I4 */
test("a marked copy of a snapshot is downloaded, and that the sender sees it is said before", async () => {
  const fake = await open((world) => path(world, 0));
  await until(() => byId("download-pdf"), "the button");
  expect(byId("applicant-pane")?.textContent).toContain("下载会被记录");
  byId("download-pdf")?.click();
  await until(() => toast.current?.text.includes("已存为 简历.pdf"), "saved");
  const asked = fake.calls.filter(({ name }) => name === "applicant_download");
  expect(asked.map(({ request }) => request)).toEqual([{ application: path(fake.world, 0)[1] }]);
});

/** S-RES-06, I4 */
test("what somebody sent along is downloaded by itself, and others have nothing to download", async () => {
  const fake = await open((world) => path(world, 0));
  const section = await until(() => byId("applicant-attachment"), "the attachment");
  expect(section.textContent).toContain("示例简历.pdf");
  expect(section.textContent).toContain("写有手机号，本人同意给出");
  expect(section.textContent).toContain("下载会被记录");
  byId("download-attachment")?.click();
  await until(() => toast.current?.text.includes("已存为 示例简历.pdf"), "saved");
  const asked = fake.calls.filter(({ name }) => name === "applicant_attachment_download");
  expect(asked.map(({ request }) => request)).toEqual([{ application: path(fake.world, 0)[1] }]);
});

test("whoever sent nothing along has no attachment", async () => {
  await open((world) => path(world, 1));
  await until(() => byId("download-pdf"), "the snapshot");
  expect(byId("applicant-attachment")).toBeNull();
});

test("M on a row opens its stages, and a move can be taken back where the rules allow", async () => {
  const fake = await open();
  const row = document.querySelector<HTMLElement>('[data-testid="column-talking"] [data-testid="applicant-row"]');
  const id = row?.dataset.application;
  row?.dispatchEvent(new KeyboardEvent("keydown", { key: "m", bubbles: true, cancelable: true }));
  (await until(() => byId("applicant-row-stage-interview"), "the stages")).click();
  const stage = () => fake.world.applications.find(({ application }) => application.id === id)?.application.stage;
  await until(() => stage() === "interview", "moved");
  await until(() => toast.current?.action, "the way back");
  toast.current?.action?.run();
  await until(() => stage() === "talking", "back");
});

test("a move that is refused is put back and explained", async () => {
  const fake = await open();
  fake.refuseNext("applicant_stage_set", "application_withdrawn");
  const row = document.querySelector<HTMLElement>('[data-testid="column-talking"] [data-testid="applicant-row"]');
  row?.dispatchEvent(new KeyboardEvent("keydown", { key: "m", bubbles: true, cancelable: true }));
  (await until(() => byId("applicant-row-stage-offer"), "the stages")).click();
  await until(() => toast.current, "explained");
  flushSync();
  expect(document.querySelectorAll('[data-testid="column-offer"] [data-testid="applicant-row"]')).toHaveLength(0);
});

test("chat leads to the conversation about the application", async () => {
  await open((world) => path(world, 0));
  (await until(() => byId("applicant-chat"), "the button")).click();
  await until(() => /^\/messages\/.+/.test(router.here), "the conversation");
});

test("a withdrawn snapshot is hidden", async () => {
  const fake = host((world) => {
    prepare(world);
    const [first] = world.applications;
    if (first) first.application.stage = "withdrawn";
  });
  await session.start();
  render(Screen, { path: path(fake.world, 0) });
  await until(() => byId("applicant-pane")?.textContent?.includes("application_withdrawn"), "hidden");
  expect(byId("snapshot")).toBeNull();
});

test("columns leave out what was withdrawn and put the latest first", () => {
  const card = (stage: Stage, applied_at: number): ApplicantCard => ({
    application: String(applied_at),
    name: "",
    position: "",
    latest: "",
    stage,
    applied_at,
    conversation: null,
  });
  const found = columns([card("submitted", 1), card("viewed", 3), card("withdrawn", 4), card("rejected", 2)]);
  expect(found.new.map((each) => each.applied_at)).toEqual([3, 1]);
  expect(found.rejected).toHaveLength(1);
  expect(Object.values(found).flat()).toHaveLength(3);
});
