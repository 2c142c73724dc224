import axe from "axe-core";
import { flushSync } from "svelte";
import { afterEach, expect, test } from "vitest";
import { byId, host, render, until } from "../../../tests/render";
import { language } from "../../i18n";
import { toast } from "../../kit";
import type { Findings } from "../../platform";
import type { FakeHost } from "../../platform/fake";
import { COPIED, findingsIn } from "../../platform/fake/clipboard";
import { filledResume } from "../../platform/fake/people";
import { POLICY_VERSION } from "../../platform/fake/policy";
import { emptyResume, type World } from "../../platform/fake/world";
import { session } from "../../shell";
import { foundIn, takenFrom } from "./pasted";
import Screen from "./Screen.svelte";

async function open(copied: string, prepare: (world: World) => void = () => {}): Promise<FakeHost> {
  const fake = host((world) => {
    world.policy = { version: POLICY_VERSION, accepted_at: 1 };
    world.clipboard = copied;
    prepare(world);
  });
  language.set("zh-CN");
  await session.start();
  render(Screen, { path: [] });
  await until(() => byId("resume-form"), "the form is there");
  return fake;
}

function press(testid: string): void {
  byId(testid)?.click();
  flushSync();
}

async function openSheet(): Promise<void> {
  press("paste-resume");
  await until(
    () => byId("paste-sheet") && (byId("paste-take") ?? byId("paste-nothing") ?? byId("paste-refused")),
    "read",
  );
}

const box = (key: string) => byId(`found-${key}`) as HTMLInputElement;
const reads = (fake: FakeHost) => fake.calls.filter(({ name }) => name === "clipboard_paste");
const keys = (findings: Findings, content = emptyResume()) =>
  foundIn(findings, content).flatMap(({ found }) => found.map(({ key }) => key));

afterEach(() => {
  toast.dismiss();
  language.set("zh-CN");
});

test("the clipboard is read once a press, and never before", async () => {
  const fake = await open(COPIED.resume);
  expect(reads(fake)).toEqual([]);
  await openSheet();
  expect(reads(fake).map(({ request }) => request)).toEqual([{ purpose: "paste_resume" }]);
  press("paste-cancel");
  await until(() => byId("paste-sheet") === null, "closed");
  expect(reads(fake)).toHaveLength(1);
  expect(fake.calls.some(({ name }) => name === "resume_take")).toBe(false);
  expect(fake.world.resume.content).toEqual(emptyResume());
});

test("what is ticked goes in as one step, what is sensitive only by the person's own tick", async () => {
  const fake = await open(COPIED.resume);
  await openSheet();
  for (const key of ["basic/phone", "basic/birth_date", "basic/political_status"])
    expect(box(key).checked, key).toBe(false);
  expect(box("basic/name").checked).toBe(true);
  box("basic/birth_date").click();
  box("skills/1").click();
  flushSync();
  press("paste-take");
  await until(() => fake.world.resume.content.basic.name === "顾南乔", "taken");
  const { basic, work, skills, languages } = fake.world.resume.content;
  expect(basic).toMatchObject({
    phone: "",
    birth_date: "1998-03-12",
    political_status: "",
    email: "nanqiao@example.com",
  });
  expect(work.map(({ company }) => company)).toEqual(["云栈科技"]);
  expect(skills.map(({ name }) => name)).toEqual(["SQL", "A/B 实验"]);
  expect(languages).toHaveLength(1);
  await until(() => byId("paste-sheet") === null && toast.current?.action?.undo, "the way back");
  toast.current?.action?.run();
  await until(() => fake.world.resume.content.basic.name === "", "one step takes all of it back");
  expect(fake.world.resume.content).toEqual(emptyResume());
});

test("a value that would be lost stands before the one that takes its place", async () => {
  await open(COPIED.resume, (world) => {
    world.resume.content = filledResume();
  });
  await openSheet();
  const name = box("basic/name").closest("label")?.textContent?.replace(/\s+/g, " ");
  expect(name).toContain("现在是周予安，换成 顾南乔");
  expect(box("skills/0").disabled, "SQL is there already").toBe(true);
  expect(box("skills/0").checked).toBe(false);
  expect(box("skills/1").disabled).toBe(false);
});

test("a refused field is named, nothing went in, and without it the rest does", async () => {
  const fake = await open(COPIED.resume);
  fake.refuseNext("resume_take", "invalid_field", { field: "basic/email", problem: "email" });
  await openSheet();
  press("paste-take");
  const error = await until(() => byId("paste-error")?.textContent, "the refusal");
  expect(error).toContain("邮箱：");
  expect(error).toContain("invalid_field");
  expect(fake.world.resume.content).toEqual(emptyResume());
  box("basic/email").click();
  flushSync();
  press("paste-take");
  await until(() => fake.world.resume.content.basic.name === "顾南乔", "taken");
  expect(fake.world.resume.content.basic.email).toBe("");
});

test("what was typed and refused gives way to what was pasted", async () => {
  const fake = await open(COPIED.contact);
  const email = byId("field-basic/email") as HTMLInputElement;
  email.value = "yuan@";
  email.dispatchEvent(new Event("input", { bubbles: true }));
  email.dispatchEvent(new FocusEvent("blur"));
  await until(() => email.getAttribute("aria-invalid") === "true", "refused");
  await openSheet();
  press("paste-take");
  await until(() => fake.world.resume.content.basic.email === "nanqiao@example.com", "taken");
  await until(() => email.value === "nanqiao@example.com", "shown");
  expect(email.getAttribute("aria-invalid")).toBeNull();
});

test("switched off, the person is told so, where to change it, and that typing works", async () => {
  const fake = await open(COPIED.resume);
  fake.refuseNext("clipboard_paste", "permission_not_granted");
  await openSheet();
  expect(byId("paste-refused")?.textContent).toContain("直接输入");
  expect(byId("paste-refused")?.querySelector("a")?.getAttribute("href")).toBe("#/me/permissions");
  press("paste-cancel");
  await until(() => byId("paste-sheet") === null, "closed");
  fake.refuseNext("clipboard_paste", "clipboard_unavailable");
  await openSheet();
  expect(byId("paste-refused")?.textContent).toContain("clipboard_unavailable");
});

test("nothing found says what can be pasted, and a posting says where it belongs", async () => {
  const fake = await open("明天见");
  await openSheet();
  expect(byId("paste-nothing")?.textContent).toContain("工作或教育经历");
  expect(byId("paste-take")).toBeNull();
  press("paste-cancel");
  await until(() => byId("paste-sheet") === null, "closed");
  fake.world.clipboard = COPIED.job;
  await openSheet();
  expect(byId("paste-nothing")?.textContent).toContain("职位");
});

test("contact data or a single entry alone can be taken; nothing of a posting is", () => {
  expect(keys(findingsIn(COPIED.contact))).toEqual(["basic/name", "basic/phone", "basic/email"]);
  expect(keys(findingsIn(COPIED.work))).toEqual(["work/0"]);
  const posting = findingsIn(COPIED.job);
  expect(keys({ ...posting, emails: [{ text: "hr@example.com", span: { start: 0, end: 1 } }] })).toEqual([]);
});

test("of several numbers one can be chosen, and one written in another way is the same", async () => {
  const findings = findingsIn("13912345678 13800138000");
  const content = filledResume();
  const [basic] = foundIn(findings, content);
  expect(basic?.found.map(({ key, known, old }) => [key, known, old])).toEqual([
    ["basic/phone", false, "13800138000"],
    ["basic/phone#1", true, ""],
  ]);
  await open("13912345678 13700000001");
  await openSheet();
  box("basic/phone").click();
  flushSync();
  box("basic/phone#1").click();
  flushSync();
  expect([box("basic/phone").checked, box("basic/phone#1").checked]).toEqual([false, true]);
});

test("what is not ticked is not in what is taken", () => {
  const sections = foundIn(findingsIn(COPIED.resume), emptyResume());
  const nothing = takenFrom(sections, new Set());
  expect(nothing.basic).toEqual(emptyResume().basic);
  expect(nothing.intention).toEqual(emptyResume().intention);
  expect([nothing.work, nothing.education, nothing.skills, nothing.self_assessment]).toEqual([[], [], [], ""]);
  expect(takenFrom(sections, new Set(["intention/places"])).intention).toEqual({
    ...emptyResume().intention,
    places: [330100],
  });
});

test.each(["zh-CN", "en"] as const)("axe finds nothing on the sheet in %s", async (shown) => {
  await open(COPIED.resume, (world) => {
    world.settings.language = shown;
    world.resume.content = filledResume();
  });
  language.set(shown);
  await openSheet();
  // The sheet alone: the screen behind it is inert, and makes axe slow.
  const { violations } = await axe.run(byId("paste-sheet") as HTMLElement, {
    rules: { region: { enabled: false }, "color-contrast": { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});
