import axe from "axe-core";
import { flushSync } from "svelte";
import { expect, test } from "vitest";
import { byId, host, render, until } from "../../../../tests/render";
import { language } from "../../../i18n";
import type { World } from "../../../platform/fake/world";
import { session } from "../../../shell";
import Notices from "./Notices.svelte";

async function open(change: (world: World) => void = () => {}) {
  const fake = host((world) => {
    world.account = { id: "a", phone_tail: "42", recruiter: null, staff: false, created_at: 0 };
    change(world);
  });
  language.set("zh-CN");
  await session.reload();
  render(Notices, { onback: () => {} });
  await there("notice-contact_request-sms");
  return fake;
}

function type(id: string, text: string) {
  const field = byId(id) as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  flushSync();
}

const flip = (id: string) => byId(id) as HTMLInputElement;
const press = (id: string) => (byId(id) as HTMLElement).click();
const says = (id: string) => byId(id)?.textContent;
const there = (id: string) => until(() => byId(id), id);
const said = (words: string) => until(() => document.body.textContent?.includes(words), words);

test("whoever chose nothing is told of requests by text message, and text messages are for few kinds", async () => {
  await open();
  expect(flip("notice-contact_request-sms").checked).toBe(true);
  expect(document.querySelectorAll("[role=switch]:checked").length).toBe(1);
  expect(document.querySelector("[data-testid=notice-look-sms]")).toBe(null);
  expect(flip("notice-look-mail").disabled).toBe(true);
  expect(document.body.textContent).toContain("尾号 42");
});

test("an address is confirmed by its code, and then its way can be chosen", async () => {
  const fake = await open();
  press("notice-email-send");
  await said("请填一个邮箱地址");
  type("notice-email", "an.yu@example.org");
  press("notice-email-send");
  await there("notice-email-code");
  type("notice-email-code", "000000");
  press("notice-email-confirm");
  await said("code_wrong");
  type("notice-email-code", "123456");
  press("notice-email-confirm");
  await there("notice-email-shown");
  expect(says("notice-email-shown")).toBe("an.yu@example.org");
  flip("notice-weekly_digest-mail").click();
  await until(() => flip("notice-weekly_digest-mail").checked);
  expect(fake.world.notices.choices).toContainEqual({ kind: "weekly_digest", way: "mail" });

  const zone = byId("notice-zone") as HTMLSelectElement;
  zone.value = "Europe/Berlin";
  zone.dispatchEvent(new Event("change", { bubbles: true }));
  await until(() => fake.world.notices.zone === "Europe/Berlin");

  press("notice-email-remove");
  await there("notice-email");
  expect(flip("notice-weekly_digest-mail").disabled, "what leads nowhere can still be switched off").toBe(false);
});

test("a webhook is refused with its reason, and its secret is shown once", async () => {
  await open();
  type("notice-webhook", "http://hook.example/");
  press("notice-webhook-set");
  await said("webhook_refused");
  type("notice-webhook", "https://hook.example/a");
  press("notice-webhook-set");
  await there("notice-secret");
  expect(says("notice-url")).toBe("https://hook.example/a");
  press("notice-webhook-remove");
  await there("notice-webhook");
  expect(document.querySelector("[data-testid=notice-secret]")).toBe(null);
});

test("what does not arrive is said, and what the server does not have is not offered", async () => {
  await open((world) => {
    world.notices.webhook = { url: "https://hook.example/a", confirmed_at: 0, failing_since: world.now() * 1000 };
    world.notices.offered = world.notices.offered.filter(({ way }) => way !== "mail");
  });
  expect(document.body.textContent).toContain("一直送不到");
  expect(document.body.textContent).toContain("这个服务器没有");
  expect(document.querySelector("[data-testid=notice-email]")).toBe(null);
  flip("notice-look-webhook").click();
  await until(() => flip("notice-look-webhook").checked);
});

test("the demo market shows what it would have sent to this person", async () => {
  await open((world) => {
    world.outbox = [
      { to_tail: "42", text: "【职途】云栈科技索要你的联系方式", at: 2 },
      { to_tail: "77", text: "给别人的", at: 1 },
    ];
  });
  await there("outbox");
  expect(says("outbox")).toContain("云栈科技");
  expect(says("outbox")).not.toContain("给别人的");
});

test.each(["zh-CN", "en"] as const)(
  "axe finds nothing on the notices in %s",
  async (shown) => {
    await open();
    language.set(shown);
    flushSync();
    const { violations } = await axe.run(document.body, {
      rules: { region: { enabled: false }, "color-contrast": { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    language.set("zh-CN");
  },
  30_000,
);
