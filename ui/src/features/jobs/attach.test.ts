import axe from "axe-core";
import { flushSync } from "svelte";
import { afterEach, expect, test } from "vitest";
import { byId, host, render, until } from "../../../tests/render";
import { language } from "../../i18n";
import { toast } from "../../kit";
import { someAttachments } from "../../platform/fake/attachments";
import { filledResume } from "../../platform/fake/people";
import type { World } from "../../platform/fake/world";
import { session } from "../../shell";
import ApplySheet from "./ApplySheet.svelte";

async function open(change: (world: World) => void = () => {}) {
  const fake = host((world) => {
    world.account = { id: "a", phone_tail: "00", recruiter: null, staff: false, created_at: 0 };
    world.resume.content = filledResume();
    world.resume.version = 7;
    world.attachments = someAttachments(world.now());
    change(world);
  });
  language.set("zh-CN");
  await session.start();
  const job = fake.world.market.jobs[0];
  if (!job) throw new Error("no job");
  let closed = false;
  const props = {
    job,
    path: `/jobs/${job.id}`,
    onclose: () => {
      closed = true;
    },
  };
  render(ApplySheet, props);
  await until(() => byId("snapshot"), "the preview");
  return { fake, isClosed: () => closed };
}

const choices = () => [...document.querySelectorAll<HTMLInputElement>('input[name="apply-attachment"]')];
const confirm = () => byId("apply-confirm") as HTMLButtonElement;
const sent = (fake: Awaited<ReturnType<typeof open>>["fake"]) =>
  fake.calls.filter(({ name }) => name === "application_submit").map(({ request }) => request);

function pick(index: number): void {
  choices()[index]?.click();
  flushSync();
}

afterEach(() => {
  toast.dismiss();
  language.set("zh-CN");
});

/** S-APP-01 */
test("the online résumé goes alone unless a file is chosen", async () => {
  const { fake, isClosed } = await open();
  expect(choices().map(({ checked }) => checked)).toEqual([true, false, false]);
  confirm().click();
  await until(isClosed, "sent");
  expect(sent(fake)).toMatchObject([{ attachment: null, attachment_contact: [] }]);
});

/** S-APP-01, D6, I1 */
test("a file that shows contact data goes once each item is ticked, and none is beforehand", async () => {
  const { fake, isClosed } = await open();
  pick(1);
  expect(confirm().disabled).toBe(true);
  const ticks = ["apply-agree-phone", "apply-agree-email"].map((id) => byId(id) as HTMLInputElement);
  expect(ticks.map(({ checked }) => checked)).toEqual([false, false]);
  ticks[0]?.click();
  flushSync();
  expect(confirm().disabled).toBe(true);
  ticks[1]?.click();
  flushSync();
  expect(confirm().disabled).toBe(false);
  confirm().click();
  await until(isClosed, "sent");
  const [file] = fake.world.attachments;
  expect(sent(fake)).toMatchObject([{ attachment: file?.id, attachment_contact: ["phone", "email"] }]);
  expect(fake.world.applications[0]?.application.attachment?.name).toBe(file?.name);
});

/** S-APP-02 */
test("a company that has applications mailed gets the file by mail too, and that is said", async () => {
  await open((world) => {
    const job = world.market.jobs[0];
    if (job) world.mailedTo.add(job.company.id);
  });
  expect(byId("apply-mailed")?.textContent).not.toContain("原样");
  pick(2);
  expect(byId("apply-mailed")?.textContent).toContain("附上的文件原样发去");
});

test("what was ticked for one file is not ticked for the next", async () => {
  await open((world) => {
    world.attachments = [1, 2].map((n) => ({
      id: `f${n}`,
      name: `${n}.pdf`,
      bytes: 1,
      pages: 1,
      shows: ["phone"],
      added_at: 0,
    }));
  });
  pick(1);
  byId("apply-agree-phone")?.click();
  flushSync();
  expect(confirm().disabled).toBe(false);
  pick(2);
  expect((byId("apply-agree-phone") as HTMLInputElement).checked).toBe(false);
  expect(confirm().disabled).toBe(true);
});

test("a file that shows none goes without a tick, and that pictures are not read is said", async () => {
  const { fake, isClosed } = await open();
  pick(2);
  expect(byId("apply-attachments")?.textContent).toContain("图片里的字我们读不了");
  confirm().click();
  await until(isClosed, "sent");
  expect(sent(fake)).toMatchObject([{ attachment: fake.world.attachments[1]?.id, attachment_contact: [] }]);
});

/** I1: what a file shows is asked for again when it changed since. */
test("a file that shows more by now is shown anew and does not go", async () => {
  const { fake, isClosed } = await open();
  pick(2);
  const file = fake.world.attachments[1];
  if (file) file.shows = ["phone"];
  confirm().click();
  await until(() => byId("apply-agree-phone"), "shown anew");
  expect(isClosed()).toBe(false);
  expect(fake.world.applications).toEqual([]);
  expect(confirm().disabled).toBe(true);
});

test.each(["zh-CN", "en"] as const)(
  "axe finds nothing on the choice in %s",
  async (shown) => {
    await open();
    language.set(shown);
    pick(1);
    const { violations } = await axe.run(document.body, {
      rules: { region: { enabled: false }, "color-contrast": { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  },
  30_000,
);
