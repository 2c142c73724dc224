import axe from "axe-core";
import { flushSync } from "svelte";
import { afterEach, expect, test } from "vitest";
import { byId, host, NOW, render, until } from "../../../../tests/render";
import { language } from "../../../i18n";
import { toast } from "../../../kit";
import { someAttachments } from "../../../platform/fake/attachments";
import type { World } from "../../../platform/fake/world";
import { session } from "../../../shell";
import Attachments from "./Attachments.svelte";
import { why } from "./messages";

async function open(change: (world: World) => void = () => {}) {
  const fake = host((world) => {
    world.account = { id: "a", phone_tail: "00", recruiter: null, staff: false, created_at: NOW * 1000 };
    world.attachments = someAttachments(NOW);
    change(world);
  });
  language.set("zh-CN");
  await session.start();
  render(Attachments, {});
  await until(() => byId("attachment-add") ?? byId("attachments-full"), "the list");
  return fake;
}

const rows = () => [...document.querySelectorAll<HTMLElement>('[data-testid="attachment-row"]')];

afterEach(() => {
  toast.dismiss();
  language.set("zh-CN");
});

/** S-RES-06, I1 */
test("each file says what it is and what it shows of contact data", async () => {
  await open();
  expect(rows()).toHaveLength(2);
  expect(rows()[0]?.textContent).toContain("示例简历-数据分析.pdf");
  expect(rows()[0]?.textContent).toContain("2\u00a0页");
  expect(rows()[0]?.textContent).toContain("里面写有手机号和邮箱");
  expect(rows()[1]?.textContent).toContain("文字里没有手机号和邮箱");
  expect(byId("attachments")?.textContent).toContain("读不了图片里的字");
});

/** S-RES-06 */
test("a file is uploaded, and a third fills the place", async () => {
  const fake = await open();
  byId("attachment-add")?.click();
  await until(() => rows().length === 3, "uploaded");
  expect(rows()[0]?.textContent).toContain("示例简历.pdf");
  expect(fake.calls.some(({ name }) => name === "attachment_add")).toBe(true);
  expect(byId("attachment-add")).toBeNull();
  expect(byId("attachments-full")).not.toBeNull();
});

test("closing the dialog is an answer, and a refused file says why and what to do", async () => {
  const fake = await open((world) => {
    world.picks = "cancelled";
  });
  const add = () => byId("attachment-add") as HTMLButtonElement;
  add().click();
  await until(() => fake.calls.some(({ name }) => name === "attachment_add") && !add().disabled, "answered");
  expect(byId("attachment-refused")).toBeNull();
  for (const reason of Object.keys(why) as (keyof typeof why)[]) {
    fake.world.picks = { refused: reason };
    add().click();
    await until(() => byId("attachment-refused")?.textContent?.includes(why[reason]), reason);
  }
  expect(rows()).toHaveLength(2);
  fake.world.picks = { name: "示例.pdf", shows: [] };
  add().click();
  await until(() => rows().length === 3, "uploaded");
  expect(byId("attachment-refused")).toBeNull();
});

test("a file is saved where the person chooses", async () => {
  const fake = await open();
  byId("attachment-save")?.click();
  await until(() => toast.current?.text.includes("已存为 示例简历-数据分析.pdf"), "saved");
  const asked = fake.calls.filter(({ name }) => name === "attachment_save").map(({ request }) => request);
  expect(asked).toEqual([{ attachment: fake.world.attachments[0]?.id }]);
});

/** S-RES-06 */
test("deleting asks first, and the focus goes to the list", async () => {
  const fake = await open();
  byId("attachment-remove")?.click();
  await until(() => byId("attachment-remove-dialog"), "the question");
  expect(fake.world.attachments).toHaveLength(2);
  byId("attachment-remove-sure")?.click();
  await until(() => rows().length === 1, "deleted");
  expect(fake.world.attachments).toHaveLength(1);
  flushSync();
  await until(() => document.activeElement?.id === "resume-attachments", "the focus");
});

test("off-line nothing is offered that would fail", async () => {
  const fake = await open();
  fake.world.online = false;
  fake.world.tell({ kind: "online", online: false });
  await until(() => (byId("attachment-add") as HTMLButtonElement).disabled, "off");
  expect((byId("attachment-remove") as HTMLButtonElement).disabled).toBe(true);
});

test.each(["zh-CN", "en"] as const)(
  "axe finds nothing on the attachments in %s",
  async (shown) => {
    await open();
    language.set(shown);
    const { violations } = await axe.run(document.body, {
      rules: { region: { enabled: false }, "color-contrast": { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  },
  30_000,
);
