import { flushSync } from "svelte";
import { beforeEach, expect, test } from "vitest";
import { byId, host, render, until } from "../../../tests/render";
import { language } from "../../i18n";
import type { FakeHost } from "../../platform/fake";
import { COPIED } from "../../platform/fake/clipboard";
import { POLICY_VERSION } from "../../platform/fake/policy";
import { router, session } from "../../shell";
import { phoneShown } from "./code";
import { kept } from "./kept.svelte";
import Screen from "./Screen.svelte";

async function open(copied: string): Promise<FakeHost> {
  const fake = host((world) => {
    world.policy = { version: POLICY_VERSION, accepted_at: 1 };
    world.clipboard = copied;
  });
  language.set("zh-CN");
  await session.start();
  render(Screen, { path: [] });
  await until(() => byId("phone-input"), "the number");
  return fake;
}

function press(testid: string): void {
  byId(testid)?.click();
  flushSync();
}

async function toCode(): Promise<void> {
  const input = byId("phone-input") as HTMLInputElement;
  input.value = "13800138000";
  input.dispatchEvent(new Event("input", { bubbles: true }));
  press("code-send");
  await until(() => byId("code-input"), "the code");
}

const called = (fake: FakeHost, name: string) => fake.calls.filter((each) => each.name === name);

beforeEach(() => {
  kept.phone = "";
  router.go("/sign-in", { replace: true });
});

/** S-AUTH-01 */
test("a pasted code fills the boxes and waits for the person to sign in", async () => {
  const fake = await open(COPIED.message);
  await toCode();
  expect(called(fake, "clipboard_paste")).toEqual([]);
  press("paste-code");
  await until(() => (byId("code-input") as HTMLInputElement).value === "482913", "filled in");
  await until(() => document.activeElement === byId("sign-in-submit"), "the button has the focus");
  expect(byId("paste-said")?.textContent).toContain("登录");
  expect(called(fake, "clipboard_paste").map(({ request }) => request)).toEqual([{ purpose: "paste_code" }]);
  expect(called(fake, "sign_in")).toEqual([]);
});

test("without a code in it the paste says so and leaves what was typed", async () => {
  const fake = await open(COPIED.contact);
  await toCode();
  const input = byId("code-input") as HTMLInputElement;
  input.value = "24";
  input.dispatchEvent(new Event("input", { bubbles: true }));
  press("paste-code");
  await until(() => byId("paste-said")?.textContent?.includes("没有 6 位验证码"), "said");
  expect(input.value).toBe("24");
  fake.refuseNext("clipboard_paste", "permission_not_granted");
  press("paste-code");
  await until(() => byId("paste-refused")?.querySelector('a[href="#/me/permissions"]'), "why, and where to change it");
});

test("a number that was copied is offered first, and goes in when it is chosen", async () => {
  const fake = await open(COPIED.contact);
  press("paste-phone");
  const offer = await until(() => byId("paste-phone-use"), "the offer");
  expect(offer.textContent).toContain("+86\u00a0139\u00a01234\u00a05678");
  expect((byId("phone-input") as HTMLInputElement).value).toBe("");
  press("paste-phone-use");
  expect((byId("phone-input") as HTMLInputElement).value).toBe("+8613912345678");
  expect(byId("paste-phone-use")).toBeNull();
  expect(called(fake, "code_request")).toEqual([]);
  fake.world.clipboard = "明天见";
  press("paste-phone");
  await until(() => byId("paste-said")?.textContent?.includes("没有手机号"), "said");
});

test("numbers are shown in groups, foreign ones as they are", () => {
  expect(phoneShown("+8613800138000")).toBe("+86\u00a0138\u00a00013\u00a08000");
  expect(phoneShown("+16502530000")).toBe("+16502530000");
});
