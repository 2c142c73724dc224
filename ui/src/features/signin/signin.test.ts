import { flushSync } from "svelte";
import { afterEach, beforeEach, expect, test } from "vitest";
import { byId, host, render, until } from "../../../tests/render";
import { language } from "../../i18n";
import { toast } from "../../kit";
import type { AppState } from "../../platform";
import type { FakeHost } from "../../platform/fake";
import { POLICY_VERSION } from "../../platform/fake/policy";
import { router, session } from "../../shell";
import { backPath, codeDigits, codeIn } from "./code";
import { kept } from "./kept.svelte";
import Screen from "./Screen.svelte";

async function open(prepare?: Parameters<typeof host>[0]): Promise<FakeHost> {
  const fake = host(prepare);
  language.set("zh-CN");
  await session.start();
  render(Screen, { path: [] });
  await until(() => byId("policy-version") ?? byId("policy-tick") ?? byId("phone-input"), "the first step");
  return fake;
}

function press(testid: string): void {
  byId(testid)?.click();
  flushSync();
}

function type(testid: string, text: string): void {
  const input = byId(testid) as HTMLInputElement;
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  flushSync();
}

async function toPhone(): Promise<void> {
  await until(() => !(byId("policy-accept") as HTMLButtonElement | null)?.disabled, "the policy is there");
  press("policy-tick");
  press("policy-accept");
  await until(() => byId("phone-input"), "the number");
}

async function toCode(): Promise<void> {
  await toPhone();
  type("phone-input", "13800138000");
  press("code-send");
  await until(() => byId("code-input"), "the code");
}

beforeEach(() => {
  kept.phone = "";
  router.go("/sign-in?back=%2Fresume", { replace: true });
});
afterEach(() => toast.dismiss());

/** S-AUTH-09 */
test("no number can be typed before the person has ticked and accepted the policy", async () => {
  const fake = await open();
  await until(() => !(byId("policy-accept") as HTMLButtonElement).disabled, "the policy is there");
  expect((byId("policy-tick") as HTMLInputElement).checked).toBe(false);
  expect(byId("phone-input")).toBeNull();
  press("policy-accept");
  expect(byId("phone-input")).toBeNull();
  expect(fake.world.policy).toBeNull();
  await toPhone();
  expect(fake.world.policy?.version).toBe(POLICY_VERSION);
});

/** S-AUTH-09 */
test("one who accepted the version in force is not asked again; an older one asks again", async () => {
  await open((world) => {
    world.policy = { version: POLICY_VERSION, accepted_at: 1 };
  });
  await until(() => byId("phone-input"), "the number at once");
});

/** S-AUTH-02 */
test("that a new number gets an account stands before the button that sends the code", async () => {
  await open();
  await toPhone();
  const notice = byId("new-account-notice");
  const send = byId("code-send");
  if (!notice || !send) throw new Error("not there");
  expect(notice.textContent).toContain("注册");
  expect(notice.compareDocumentPosition(send) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
});

test("a number that cannot receive a code is refused with what to do, and stays", async () => {
  const fake = await open();
  await toPhone();
  type("phone-input", "1380013");
  press("code-send");
  await until(() => byId("sign-in-error")?.textContent?.includes("phone_invalid"), "the refusal");
  expect((byId("phone-input") as HTMLInputElement).value).toBe("1380013");
  fake.refuseNext("code_request", "code_too_soon", { retry_after_s: 42 });
  type("phone-input", "13800138000");
  press("code-send");
  await until(() => byId("sign-in-error")?.textContent?.includes("42"), "how long to wait");
  await until(() => (byId("code-send") as HTMLButtonElement).disabled, "it counts down");
});

/** S-AUTH-01 */
test("the code of the demo message signs in and leads back to where one came from", async () => {
  const fake = await open();
  await toCode();
  const shown = await until(() => byId("dev-outbox-code")?.textContent, "the demo message");
  expect(byId("dev-outbox")?.textContent).toContain("没有真的发出");
  type("code-input", "111111");
  press("sign-in-submit");
  await until(() => byId("sign-in-error")?.textContent?.includes("code_wrong"), "a wrong one is refused");
  expect((byId("code-input") as HTMLInputElement).value).toBe("111111");
  type("code-input", shown);
  press("sign-in-submit");
  await until(() => fake.world.account, "signed in");
  await until(() => router.here === "/resume", "back");
});

test("a pasted message gives its code, and a short one is not sent", async () => {
  expect(codeDigits("【职途】验证码 246810，5 分钟内有效。")).toBe("246810");
  expect(codeDigits("１２３ 45")).toBe("12345");
  expect(codeDigits("12345678")).toBe("123456");
  expect(codeIn("call 13800138000 or 246810")).toBe("246810");
  const fake = await open();
  await toCode();
  type("code-input", "24");
  press("sign-in-submit");
  await until(() => byId("sign-in-error"), "said");
  expect(fake.calls.some(({ name }) => name === "sign_in")).toBe(false);
});

test("one goes back only to a place of this app", () => {
  expect(backPath(new URLSearchParams({ back: "/jobs/1?then=apply" }))).toBe("/jobs/1?then=apply");
  for (const back of ["//evil.example", "https://evil.example", "/sign-in", ""]) {
    expect(backPath(new URLSearchParams({ back })), back).toBe("/jobs");
  }
});

/** The screen on a device whose state differs in this. */
async function screenWith(difference: Partial<AppState>): Promise<void> {
  const fake = host((world) => {
    world.policy = { version: POLICY_VERSION, accepted_at: 1 };
  });
  const ask = fake.call.bind(fake);
  fake.call = async (name, request) => {
    const answer = await ask(name, request);
    return name === "app_state" ? { ...answer, ...difference } : answer;
  };
  language.set("zh-CN");
  await session.start();
  render(Screen, { path: [] });
}

test("a session that ends with the app says so", async () => {
  await screenWith({ session_in_memory: true });
  await until(() => byId("session-in-memory"), "said plainly");
  expect(byId("data-set-aside")).toBeNull();
});

test("a device that lost the key of its data says so, and that the file is still there", async () => {
  await screenWith({ data_set_aside: true });
  const said = await until(() => byId("data-set-aside"), "said plainly");
  expect(said.textContent).toContain("没有删除");
  expect(byId("session-in-memory")).toBeNull();
});
