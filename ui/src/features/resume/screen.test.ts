import { flushSync } from "svelte";
import { afterEach, expect, test } from "vitest";
import { byId, host, render, until } from "../../../tests/render";
import { language } from "../../i18n";
import { toast } from "../../kit";
import { filledResume } from "../../platform/fake/people";
import { POLICY_VERSION } from "../../platform/fake/policy";
import type { World } from "../../platform/fake/world";
import { session } from "../../shell";
import Screen from "./Screen.svelte";

async function open(prepare: (world: World) => void = () => {}) {
  const fake = host((world) => {
    world.policy = { version: POLICY_VERSION, accepted_at: 1 };
    prepare(world);
  });
  language.set("zh-CN");
  await session.start();
  render(Screen, { path: [] });
  await until(() => byId("resume-form"), "the form is there");
  return fake;
}

function type(testid: string, text: string): HTMLInputElement {
  const input = byId(testid) as HTMLInputElement;
  input.focus();
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  flushSync();
  return input;
}

afterEach(() => toast.dismiss());

/** S-AUTH-09 */
test("nothing personal can be typed before the policy is accepted, and then it can", async () => {
  const fake = host();
  language.set("zh-CN");
  await session.start();
  render(Screen, { path: [] });
  await until(() => byId("policy-gate"), "the policy comes first");
  expect(byId("resume-form")).toBeNull();
  await until(() => !(byId("policy-accept") as HTMLButtonElement).disabled, "it can be read");
  expect((byId("policy-tick") as HTMLInputElement).checked).toBe(false);
  byId("policy-tick")?.click();
  byId("policy-accept")?.click();
  await until(() => byId("resume-form"), "the form");
  expect(fake.world.policy?.version).toBe(POLICY_VERSION);
});

/** S-AUTH-09 */
test("a policy that changed meanwhile is shown, and what was typed is kept once it is accepted", async () => {
  const fake = await open();
  fake.world.policy = null;
  type("field-basic/name", "周予安").dispatchEvent(new FocusEvent("blur"));
  await until(() => byId("policy-gate"), "the policy comes first");
  await until(() => !(byId("policy-accept") as HTMLButtonElement).disabled, "it can be read");
  byId("policy-tick")?.click();
  byId("policy-accept")?.click();
  await until(() => fake.world.resume.content.basic.name === "周予安", "kept");
});

/** S-RES-01, S-RES-07 */
test("a field is saved when it is left, and what is missing shrinks", async () => {
  const fake = await open();
  const before = Number(byId("resume-completeness")?.dataset.percent);
  const input = type("field-basic/name", "周予安");
  input.dispatchEvent(new FocusEvent("blur"));
  await until(() => fake.world.resume.content.basic.name === "周予安", "saved");
  await until(() => Number(byId("resume-completeness")?.dataset.percent) > before, "it counts");
});

test("a refused field says what to do and keeps what was typed", async () => {
  await open();
  const input = type("field-basic/email", "yuan@");
  input.dispatchEvent(new FocusEvent("blur"));
  const field = await until(() => byId("field-basic/email")?.closest(".field")?.querySelector(".err"), "the refusal");
  expect(field.textContent).toContain("name@example.com");
  expect(field.textContent).toContain("invalid_field");
  expect((byId("field-basic/email") as HTMLInputElement).value).toBe("yuan@");
  expect(byId("field-basic/email")?.getAttribute("aria-invalid")).toBe("true");
});

/** S-VIS-11, D9 */
test("a new résumé says that nobody can find or open it, and how to stay so", async () => {
  await open();
  expect(byId("resume-private")?.textContent).toContain("没有人能搜到或打开");
  expect(byId("resume-sync")?.dataset.sync).toBe("device_only");
});

test("what is missing opens its entry and stands in its field", async () => {
  await open();
  byId("missing-toggle")?.click();
  flushSync();
  byId("missing-education")?.click();
  const school = await until(
    () => document.querySelector('[data-path^="education/"][data-path$="/school"]'),
    "the field",
  );
  await until(() => document.activeElement === school, "it has the focus");
});

/** S-RES-09, S-RES-10 */
test("what may be wrong is pointed out by its place, and a press goes there", async () => {
  await open((world) => {
    world.resume.content = filledResume();
    const [job] = world.resume.content.work;
    if (job) job.description = "电话 13912345678";
    world.resume.content.self_assessment = "推荐人：张先生";
  });
  byId("remarks-toggle")?.click();
  flushSync();
  expect(byId("remark-contact_in_text")?.textContent).toContain("已隐藏");
  expect(byId("remark-other_person")?.textContent).toContain("自我评价");
  byId("remark-contact_in_text")?.click();
  const text = await until(() => document.querySelector('[data-path$="/description"]'), "the field");
  await until(() => document.activeElement === text, "it has the focus");
  language.set("en");
  flushSync();
  expect(byId("remark-other_person")?.textContent).toContain("consent");
});

test("skills typed faster than they are kept stay apart", async () => {
  const fake = await open();
  const key = (name: string) =>
    byId("skill-add")?.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true }));
  type("skill-add", "SQL");
  key("，");
  flushSync();
  type("skill-add", `${(byId("skill-add") as HTMLInputElement).value}Python`);
  key("Enter");
  const names = () => fake.world.resume.content.skills.map((skill) => skill.name);
  await until(() => names().length === 2 && names().every(Boolean), "both are kept");
  expect(names()).toEqual(["SQL", "Python"]);
});

test("an entry is taken out with a way back", async () => {
  const fake = await open((world) => {
    world.resume.content = filledResume();
  });
  const entry = await until(() => byId("entry-work"), "the entry");
  const remove = [...entry.querySelectorAll("button")].find((button) =>
    button.getAttribute("aria-label")?.startsWith("删除"),
  );
  remove?.click();
  await until(() => toast.current?.action, "the way back");
  expect(fake.world.resume.content.work).toHaveLength(0);
  toast.current?.action?.run();
  await until(() => fake.world.resume.content.work.length === 1, "it is back");
});

test("the save dialog closed without a file says nothing; a file that was written is named", async () => {
  const fake = await open();
  fake.refuseNext("resume_export_pdf", "cancelled");
  byId("resume-export")?.click();
  await until(() => fake.calls.some(({ name }) => name === "resume_export_pdf"), "asked");
  await until(() => !(byId("resume-export") as HTMLButtonElement).disabled, "settled");
  expect(toast.current).toBeNull();
  byId("resume-export")?.click();
  await until(() => toast.current?.text.includes("简历.pdf"), "named");
});

test("Ctrl+Z outside of a field takes the last edit back, Ctrl+Shift+Z makes it again", async () => {
  const fake = await open();
  type("field-basic/name", "周予安").dispatchEvent(new FocusEvent("blur"));
  await until(() => fake.world.resume.content.basic.name === "周予安", "saved");
  const press = (shiftKey: boolean) =>
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "z", ctrlKey: true, shiftKey, bubbles: true }));
  await until(() => !(byId("resume-undo") as HTMLButtonElement).disabled, "there is something to undo");
  press(false);
  await until(() => fake.world.resume.content.basic.name === "", "undone");
  press(true);
  await until(() => fake.world.resume.content.basic.name === "周予安", "redone");
});
