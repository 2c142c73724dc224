import { flushSync } from "svelte";
import { afterEach, expect, test } from "vitest";
import { host, until } from "../../../tests/render";
import { CommandError, call } from "../../platform";
import type { FakeHost } from "../../platform/fake";
import { filledResume } from "../../platform/fake/people";
import { ResumeEditor } from "./editor.svelte";

const opened: ResumeEditor[] = [];
// An editor left open would set its pages on the next test's host.
afterEach(async () => {
  for (const editor of opened.splice(0)) await editor.close();
});

async function open(prepare?: Parameters<typeof host>[0]): Promise<{ fake: FakeHost; editor: ResumeEditor }> {
  const fake = host((world) => {
    world.policy = { version: "1", accepted_at: 1 };
    prepare?.(world);
  });
  const editor = new ResumeEditor(call);
  opened.push(editor);
  await editor.load();
  return { fake, editor };
}

const edits = (fake: FakeHost) => fake.calls.filter(({ name }) => name === "resume_edit");

test("typing is shown at once and sent as one edit a moment after the last key", async () => {
  const { fake, editor } = await open();
  for (const text of ["周", "周予", "周予安"]) editor.type("basic/name", text);
  expect(editor.text("basic/name")).toBe("周予安");
  expect(edits(fake)).toHaveLength(0);
  await until(() => editor.view?.content.basic.name === "周予安", "the edit was sent");
  expect(edits(fake)).toHaveLength(1);
});

test("what an input method composes is held back", async () => {
  const { fake, editor } = await open();
  editor.type("basic/name", "zhou", true);
  await editor.flushAll();
  expect(edits(fake)).toHaveLength(0);
  expect(editor.text("basic/name")).toBe("zhou");
});

test("a refused value stays typed with its problem, and goes once it is right", async () => {
  const { fake, editor } = await open();
  editor.type("basic/email", "yuan@");
  await editor.flush("basic/email");
  expect(editor.problems.get("basic/email")).toEqual({ code: "invalid_field", problem: "email" });
  expect(editor.text("basic/email")).toBe("yuan@");
  expect(fake.world.resume.content.basic.email).toBe("");
  editor.type("basic/email", "yuan@example.com");
  await editor.flush("basic/email");
  expect(editor.problems.size).toBe(0);
  expect(fake.world.resume.content.basic.email).toBe("yuan@example.com");
});

test("a full disk loses nothing that was typed", async () => {
  const { fake, editor } = await open();
  fake.refuseNext("resume_edit", "store_full");
  editor.type("self_assessment", "写得清楚");
  await editor.flush("self_assessment");
  expect(editor.problems.get("self_assessment")?.code).toBe("store_full");
  expect(editor.text("self_assessment")).toBe("写得清楚");
});

/** S-MIN-01 */
test("the birth date of somebody under 16 is refused at its field", async () => {
  const { fake, editor } = await open();
  await editor.choose("basic/birth_date", "2015-01-01");
  expect(editor.problems.get("basic/birth_date")?.code).toBe("too_young");
  expect(fake.world.resume.content.basic.birth_date).toBeNull();
});

test("going back to the old text while the edit is on its way does not leave the new one", async () => {
  const { fake, editor } = await open();
  editor.type("basic/name", "周");
  const sent = editor.flush("basic/name");
  editor.type("basic/name", "");
  await Promise.all([sent, editor.flush("basic/name")]);
  expect(fake.world.resume.content.basic.name).toBe("");
  expect(editor.text("basic/name")).toBe("");
});

test("an entry taken out comes back as it was, also after another edit", async () => {
  const { fake, editor } = await open((world) => {
    world.resume.content = filledResume();
  });
  const before = structuredClone(fake.world.resume.content.work);
  const [entry] = before;
  if (!entry) throw new Error("no work");
  const back = await editor.remove("work", entry.id);
  expect(fake.world.resume.content.work).toHaveLength(0);
  await editor.choose("basic/name", "周安");
  await back();
  expect(fake.world.resume.content.work).toEqual(before);
  expect(fake.world.resume.content.basic.name).toBe("周安");
});

test("undo sends what is still being typed first, then takes it back", async () => {
  const { fake, editor } = await open();
  editor.type("basic/name", "周予安");
  await editor.undo();
  expect(fake.world.resume.content.basic.name).toBe("");
  expect(editor.text("basic/name")).toBe("");
  await editor.redo();
  expect(editor.text("basic/name")).toBe("周予安");
});

test("an entry is not moved past the ends of its list", async () => {
  const { editor } = await open((world) => {
    world.resume.content = filledResume();
  });
  const [first, second] = editor.view?.content.skills ?? [];
  if (!first || !second) throw new Error("no skills");
  expect(await editor.move("skills", first.id, -1)).toBe(false);
  expect(await editor.move("skills", first.id, 1)).toBe(true);
  expect(editor.view?.content.skills.map((skill) => skill.id)).toEqual([second.id, first.id]);
});

test("the pages follow the typing, and the last good ones stay when they cannot be set", async () => {
  const { fake, editor } = await open();
  const before = editor.pages;
  fake.refuseNext("resume_pages", "typeset_failed");
  await editor.choose("basic/name", "周予安");
  await until(() => editor.pagesFailure, "the failure is known");
  expect(editor.pages).toBe(before);
  await editor.choose("basic/name", "周安");
  await until(() => editor.pages.some((page) => page.includes("周安")), "the pages follow");
  flushSync();
  expect(editor.pagesFailure).toBeNull();
});

test("a résumé that cannot be read says why", async () => {
  const fake = host();
  fake.refuseNext("resume_show", "store_newer");
  const editor = new ResumeEditor(call);
  await editor.load();
  expect(editor.failure).toBeInstanceOf(CommandError);
  expect(editor.failure?.code).toBe("store_newer");
});
