import { flushSync } from "svelte";
import { afterEach, expect, test } from "vitest";
import { byId, host, render, until } from "../../../tests/render";
import { language } from "../../i18n";
import { toast } from "../../kit";
import type { Application, Stage } from "../../platform";
import { filledResume } from "../../platform/fake/people";
import { snapshotOf } from "../../platform/fake/resume";
import { cardOf, type World } from "../../platform/fake/world";
import { session } from "../../shell";
import Screen from "./Screen.svelte";
import { ordered, stepsDone } from "./stages";

function application(world: World, index: number, stage: Stage): Application {
  const job = world.market.jobs[index];
  if (!job) throw new Error("no job");
  const at = world.now() * 1000 - index;
  return {
    id: `a${index}`,
    job: cardOf(job),
    job_state: "open",
    stage,
    resume_version: 3,
    applied_at: at,
    stage_at: at,
    first_viewed_at: null,
    attachment: null,
    conversation: null,
  };
}

async function open(path: string[], change: (world: World) => void = () => {}) {
  const fake = host((world) => {
    world.account = { id: "a", phone_tail: "42", recruiter: null, staff: false, created_at: 0 };
    world.sessions = [
      { id: "s1", device: "这台电脑", created_at: 1, last_used_at: 1, current: true },
      { id: "s2", device: "旧手机", created_at: 1, last_used_at: 1, current: false },
    ];
    change(world);
  });
  language.set("zh-CN");
  await session.start();
  render(Screen, { path });
  return fake;
}

afterEach(() => toast.dismiss());

test("withdrawing is asked first, says what it does, and hides the snapshot", async () => {
  const fake = await open(["applications"], (world) => {
    world.applications = [{ application: application(world, 1, "viewed"), snapshot: snapshotOf(filledResume()) }];
  });
  (await until(() => byId("application-withdraw"), "the application")).click();
  flushSync();
  expect(byId("withdraw-dialog")?.textContent).toContain("不能取消");
  expect(fake.world.applications[0]?.application.stage).toBe("viewed");
  byId("application-withdraw-confirm")?.click();
  await until(() => byId("application-row")?.dataset.stage === "withdrawn", "withdrawn");
  expect(byId("application-withdraw")).toBeNull();
});

test("another device is signed out of; this one has no such button", async () => {
  const fake = await open(["devices"]);
  const button = await until(() => byId("session-revoke"), "the devices");
  expect(document.querySelectorAll('[data-testid="session-revoke"]')).toHaveLength(1);
  button.click();
  await until(() => fake.world.sessions.length === 1, "signed out there");
  expect(fake.world.sessions[0]?.current).toBe(true);
});

test("the language and the appearance change at once and are kept", async () => {
  const fake = await open(["settings"]);
  const english = await until(
    () => byId("settings-language")?.querySelector<HTMLInputElement>('input[value="en"]'),
    "settings",
  );
  english.click();
  await until(() => fake.world.settings.language === "en", "kept");
  expect(document.body.textContent).toContain("Sign out");
  byId("settings-theme")?.querySelector<HTMLInputElement>('input[value="dark"]')?.click();
  await until(() => fake.world.settings.theme === "dark", "kept");
  expect(document.documentElement.dataset.theme).toBe("dark");
  language.set("zh-CN");
});

test("signing out leaves this device signed out", async () => {
  const fake = await open(["settings"]);
  (await until(() => byId("sign-out"), "settings")).click();
  await until(() => fake.world.account === null, "signed out");
  await until(() => byId("settings-sign-in"), "the way back in");
});

/** S-POL-01 */
test("the policy stands with its version and dates on top", async () => {
  await open(["policy"]);
  const text = await until(() => byId("policy-text"), "the policy");
  expect(text.querySelector("dl")?.textContent).toMatch(/版本.*更新日期.*生效日期/s);
  expect(text.querySelector("b")).not.toBeNull();
});

test("what has come furthest stands first, and what has ended last", async () => {
  const fake = host();
  const stages: Stage[] = ["withdrawn", "submitted", "offer", "rejected", "talking"];
  const all = stages.map((stage, index) => application(fake.world, index, stage));
  expect(ordered(all).map((each) => each.stage)).toEqual(["offer", "talking", "submitted", "rejected", "withdrawn"]);
  expect(stepsDone({ stage: "interview", first_viewed_at: 1 })).toBe(4);
  expect(stepsDone({ stage: "rejected", first_viewed_at: 1 })).toBe(2);
  expect(stepsDone({ stage: "withdrawn", first_viewed_at: null })).toBe(1);
});

/** S-RECO-03 */
test("recommending is switched off and on, as the server has it", async () => {
  const fake = await open(["settings"]);
  const shown = () => byId("personalisation") as HTMLInputElement | null;
  await until(() => shown()?.disabled === false && shown()?.checked, "on, as it begins");
  shown()?.click();
  await until(() => !fake.world.personalised && shown()?.checked === false, "off");
  expect(toast.current?.text).toContain("不再推荐");
  fake.refuseNext("personalisation_set", "unavailable");
  shown()?.click();
  await until(() => toast.current?.text.includes("·"), "refused");
  expect(shown()?.checked).toBe(false);
});
