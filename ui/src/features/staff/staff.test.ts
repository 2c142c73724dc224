import axe from "axe-core";
import { flushSync } from "svelte";
import { afterEach, beforeEach, expect, test } from "vitest";
import { byId, host, NOW, render, until } from "../../../tests/render";
import { language } from "../../i18n";
import { toast } from "../../kit";
import { key } from "../../platform/fake/random";
import { someResumes } from "../../platform/fake/resumes";
import { STAFF_CODE } from "../../platform/fake/staff";
import type { World } from "../../platform/fake/world";
import { router, session } from "../../shell";
import { Screen } from "../candidates";
// The screen loads it when it is first gone to; here it is there before the clock of a test runs.
import "../candidates/search/Search.svelte";

const WORDS = "求职者来电求助，核对简历";

async function start(path: string[] = [], change: (world: World) => void = () => {}) {
  const fake = host((world) => {
    world.account = { id: "a", phone_tail: "42", recruiter: null, staff: true, created_at: NOW * 1000 };
    world.resumes = someResumes();
    change(world);
  });
  language.set("zh-CN");
  await session.start();
  render(Screen, { path });
  await until(() => byId("staff-reason"), "asked why");
  return fake;
}

function type(testid: string, text: string): void {
  const input = byId(testid) as HTMLInputElement;
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  flushSync();
}

function press(testid: string): void {
  byId(testid)?.click();
  flushSync();
}

function why(): void {
  const kind = byId("staff-reason-kind") as HTMLSelectElement;
  kind.value = "support";
  kind.dispatchEvent(new Event("change", { bubbles: true }));
  type("staff-reason-text", WORDS);
  press("staff-reason-give");
}

async function code(typed: string): Promise<void> {
  await until(() => byId("staff-step-up"), "asked for the code");
  type("staff-code", typed);
  press("staff-code-show");
}

const hits = () => [...document.querySelectorAll<HTMLElement>('[data-testid="resume-hit"]')];
const asked = (fake: Awaited<ReturnType<typeof start>>, name: string) =>
  fake.calls.filter((call) => call.name === name);

beforeEach(() => router.go("/candidates", { replace: true }));
afterEach(() => {
  toast.dismiss();
  language.set("zh-CN");
});

/** I4 */
test("staff search with a reason and a second factor, and find what the table gives them", async () => {
  const fake = await start();
  press("staff-reason-give");
  expect(byId("staff-reason")?.textContent).toContain("选一个事由");
  expect(byId("staff-reason")?.textContent).toContain("写 10 到 500 字");
  expect(asked(fake, "staff_resumes_search")).toHaveLength(0);
  why();
  await code("000000");
  await until(() => byId("staff-step-up")?.textContent?.includes("second_factor_wrong"), "refused");
  expect((byId("staff-code") as HTMLInputElement).value).toBe("");
  await code(STAFF_CODE);
  await until(() => hits().length === 5, "all but who is private");
  expect(fake.world.staff.audit).toEqual([
    { kind: "searched", reason: { kind: "support", text: WORDS, case_number: "" } },
  ]);
  expect(asked(fake, "resumes_search")).toHaveLength(0);
});

/** I4 */
test("each look is asked about, with the last reason at hand, and says what the person sees", async () => {
  const id = key(13);
  const fake = await start([id], (world) => {
    if (world.resumes[0]) world.resumes[0].id = id;
  });
  // The look and the list's search begin together, and are asked about one after the other.
  expect(byId("staff-reason")?.textContent).toContain("为什么要看这份简历");
  why();
  await until(() => byId("staff-reason")?.textContent?.includes("为什么要搜简历"), "asked again");
  expect((byId("staff-reason-text") as HTMLTextAreaElement).value).toBe(WORDS);
  press("staff-reason-give");
  await code(STAFF_CODE);
  await until(() => byId("opened-recorded"), "opened");
  expect(byId("opened-recorded")?.textContent).toContain("平台顾问，处理求助");
  expect(document.body.textContent).not.toContain("13800138000");
  expect(byId("resume-note")).toBeNull();
  await until(() => hits().length === 5, "found too");
  expect(asked(fake, "staff_step_up")).toHaveLength(1);
  expect(fake.world.staff.audit.map(({ kind }) => kind).sort()).toEqual(["opened", "searched"]);
});

/** The first résumé, opened with the same reason as the search beside it. */
async function opened() {
  const id = key(13);
  const fake = await start([id], (world) => {
    if (world.resumes[0]) world.resumes[0].id = id;
  });
  why();
  await until(() => byId("staff-reason")?.textContent?.includes("为什么要搜简历"), "asked again");
  press("staff-reason-give");
  await code(STAFF_CODE);
  return { id, fake };
}

/** S-VIS-01 to -05 */
test("staff write first where the table says so, about no posting", async () => {
  const { id, fake } = await opened();
  await until(() => byId("resume-chat"), "the channel is open");
  press("resume-chat");
  await until(() => router.path[0] === "messages", "the conversation opens");
  expect(asked(fake, "conversation_open")[0]?.request).toEqual({ about: "resume", resume: id, job: null });
});

/** D3 */
test("staff have the channels by mail and by virtual number", async () => {
  const { fake } = await opened();
  await until(() => byId("resume-mail"), "the channel is open");
  press("resume-mail");
  await until(() => asked(fake, "resume_relay_open").length === 1, "an alias is asked for");
  press("resume-call");
  await until(() => asked(fake, "resume_virtual_number_open").length === 1, "a number is asked for");
});

test("who gives no reason searches nothing, and may begin anew", async () => {
  const fake = await start();
  byId("staff-reason")?.dispatchEvent(new Event("cancel", { cancelable: true }));
  await until(() => byId("staff-begin"), "nothing is shown");
  expect(asked(fake, "staff_resumes_search")).toHaveLength(0);
  press("staff-begin-go");
  await until(() => byId("staff-reason"), "asked");
});

test("who is not enrolled is told so, and not asked for a code", async () => {
  const fake = await start();
  fake.refuseNext("staff_resumes_search", "second_factor_required", { enrolled: false });
  why();
  await until(() => byId("error-state")?.textContent?.includes("second_factor_required"), "told");
  expect(byId("staff-step-up")).toBeNull();
});

test.each(["zh-CN", "en"] as const)(
  "axe finds nothing on both questions in %s",
  async (shown) => {
    await start();
    language.set(shown);
    flushSync();
    const problems = async () => {
      const { violations } = await axe.run(document.body, {
        rules: { region: { enabled: false }, "color-contrast": { enabled: false } },
      });
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    };
    expect(await problems()).toEqual([]);
    why();
    await until(() => byId("staff-step-up"), "asked for the code");
    expect(await problems()).toEqual([]);
  },
  30_000,
);
