import axe from "axe-core";
import { flushSync } from "svelte";
import { afterEach, expect, test } from "vitest";
import { byId, host, render, until } from "../../../../tests/render";
import { language } from "../../../i18n";
import { toast } from "../../../kit";
import { fillCompany } from "../../../platform/fake/recruiting";
import type { World } from "../../../platform/fake/world";
import { router, session } from "../../../shell";
import Screen from "../Screen.svelte";

const set = { email: "jobs@corp.example", set_by: "许未", confirmed_at: 0, active: true, failing_since: null };

function recruiter(world: World) {
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

async function open(path: string[], change: (world: World) => void = () => {}) {
  const fake = host((world) => {
    recruiter(world);
    change(world);
  });
  language.set("zh-CN");
  await session.start();
  render(Screen, { path });
  return fake;
}

function type(id: string, text: string) {
  const field = byId(id) as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  flushSync();
}

const there = (id: string) => until(() => byId(id), id);
const said = (words: string) => until(() => document.body.textContent?.includes(words), words);

afterEach(() => toast.dismiss());

/** S-APP-01 */
test("a mailbox is confirmed by its code, seen by colleagues and taken away", async () => {
  const fake = await open([]);
  const line = await there("mailbox-open");
  expect(line.textContent).toContain("也可以发到公司邮箱");
  line.click();
  await until(() => router.here === "/company/mailbox", "its page");

  render(Screen, { path: ["mailbox"] });
  (await there("mailbox-send")).click();
  await said("请填一个邮箱地址");
  type("mailbox-email", "jobs@corp.example");
  byId("mailbox-send")?.click();
  await there("mailbox-code");
  await said("135790");
  type("mailbox-code", "000000");
  byId("mailbox-confirm")?.click();
  await said("code_wrong");
  expect((byId("mailbox-code") as HTMLInputElement).value, "what was typed stays").toBe("000000");
  type("mailbox-code", "135790");
  byId("mailbox-confirm")?.click();
  expect((await there("mailbox-shown")).textContent).toBe("jobs@corp.example");
  expect(fake.world.mailbox.mailbox?.set_by).toBe("许未");
  await said("许未，");

  byId("mailbox-remove")?.click();
  await there("mailbox-email");
  expect(fake.world.mailbox.mailbox).toBeNull();
});

test("a form is sent by the enter key, and another address may be given up", async () => {
  const fake = await open(["mailbox"], (world) => {
    world.mailbox.mailbox = structuredClone(set);
  });
  (await there("mailbox-change")).click();
  const field = (await there("mailbox-email")) as HTMLInputElement;
  type("mailbox-email", "hr@corp.example");
  field.form?.requestSubmit();
  await there("mailbox-code");
  expect(fake.world.mailbox).toMatchObject({ waiting: "hr@corp.example", mailbox: { email: "jobs@corp.example" } });
  const buttons = [...document.querySelectorAll<HTMLButtonElement>("[data-testid=mailbox] button")];
  buttons.find((button) => button.textContent?.includes("换一个地址"))?.click();
  await there("mailbox-email");
  const keep = [...document.querySelectorAll<HTMLButtonElement>("[data-testid=mailbox] button")];
  keep.find((button) => button.textContent?.includes("不换了"))?.click();
  await there("mailbox-shown");
});

test("a mailbox that fails or stopped is said, and where no mail is sent none is offered", async () => {
  await open([], (world) => {
    world.mailbox.mailbox = { ...set, failing_since: world.now() * 1000 };
  });
  expect((await there("mailbox-open")).textContent).toContain("收不到邮件");
  await open(["mailbox"], (world) => {
    world.mailbox.mailbox = { ...set, failing_since: world.now() * 1000 };
  });
  expect((await there("mailbox-failing")).textContent).toContain("没有丢");
  document.body.replaceChildren();
  await open(["mailbox"], (world) => {
    world.mailbox.mailbox = { ...set, set_by: "", active: false };
  });
  await there("mailbox-stopped");
  await said("已离职的同事");
  document.body.replaceChildren();
  await open(["mailbox"], (world) => {
    world.mailbox.offered = false;
  });
  await there("mailbox-none");
  expect(byId("mailbox-open")).toBeNull();
});

test("what could not be fetched is said, and fetched again", async () => {
  const fake = host(recruiter);
  language.set("zh-CN");
  await session.start();
  fake.refuseNext("mailbox_show", "unavailable");
  render(Screen, { path: ["mailbox"] });
  const failed = await until(() => document.querySelector<HTMLElement>("[data-testid=mailbox] .blank"), "the failure");
  expect(failed.textContent).toContain("unavailable");
  failed.querySelector("button")?.click();
  await there("mailbox-email");
});

test.each(["zh-CN", "en"] as const)(
  "axe finds nothing on the mailbox in %s",
  async (shown) => {
    for (const failing_since of [null, 1]) {
      await open(["mailbox"], (world) => {
        world.mailbox.mailbox = { ...set, failing_since };
      });
      await there("mailbox-shown");
      language.set(shown);
      flushSync();
      const { violations } = await axe.run(document.body, {
        rules: { region: { enabled: false }, "color-contrast": { enabled: false } },
      });
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      language.set("zh-CN");
      document.body.replaceChildren();
    }
  },
  30_000,
);
