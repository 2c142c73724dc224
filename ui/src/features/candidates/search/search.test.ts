import axe from "axe-core";
import { flushSync } from "svelte";
import { afterEach, beforeEach, expect, test } from "vitest";
import { byId, host, NOW, render, until } from "../../../../tests/render";
import { language } from "../../../i18n";
import { toast } from "../../../kit";
import { fillCompany } from "../../../platform/fake/recruiting";
import { someResumes } from "../../../platform/fake/resumes";
import type { World } from "../../../platform/fake/world";
import { router, session } from "../../../shell";
import Screen from "../Screen.svelte";
// The screen loads it when it is first gone to; here it is there before the clock of a test runs.
import "./Search.svelte";

async function open(
  change: (world: World) => void = () => {},
  ready = "resume-hit",
  path: (world: World) => string[] = () => [],
) {
  const fake = host((world) => {
    const verification = { person: true, employment: true, company: true };
    const recruiter = { name: "许未", title: "", company: "纸鹞数据", verification };
    world.account = { id: "a", phone_tail: "42", created_at: NOW * 1000, recruiter, staff: false };
    fillCompany(world);
    world.resumes = someResumes();
    change(world);
  });
  language.set("zh-CN");
  await session.start();
  render(Screen, { path: ["search", ...path(fake.world)] });
  await until(() => byId(ready), ready);
  return fake;
}

const first = (world: World) => [world.resumes[0]?.id ?? ""];
const hits = () => [...document.querySelectorAll<HTMLElement>('[data-testid="resume-hit"]')];

function type(testid: string, text: string): void {
  const input = byId(testid) as HTMLInputElement;
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  flushSync();
}

beforeEach(() => router.go("/candidates/search", { replace: true }));
afterEach(() => {
  toast.dismiss();
  language.set("zh-CN");
});

/** S-REC-10, I4: it says before what the person will see, and says where the copy went. */
test("a marked copy is downloaded when it is asked for", async () => {
  const fake = await open(undefined, "download-pdf", first);
  expect(fake.calls.some(({ name }) => name === "resume_download")).toBe(false);
  expect(document.body.textContent).toContain("下载会被记录");
  byId("download-pdf")?.click();
  await until(() => toast.current?.text.includes("已存为 简历.pdf") ?? false, "saved");
  const asked = fake.calls.filter(({ name }) => name === "resume_download");
  expect(asked.map(({ request }) => request)).toEqual([{ resume: fake.world.resumes[0]?.id }]);

  toast.dismiss();
  flushSync();
  fake.refuseNext("resume_download", "cancelled");
  byId("download-pdf")?.click();
  await until(() => fake.calls.filter(({ name }) => name === "resume_download").length === 2, "asked");
  await until(() => byId("download-pdf")?.getAttribute("aria-busy") !== "true", "answered");
  expect(toast.current).toBeNull();

  fake.refuseNext("resume_download", "not_found");
  byId("download-pdf")?.click();
  await until(() => toast.current !== null, "refused");
  expect(toast.current?.text).not.toContain("已存为");
});

/** S-REC-08, I3: counted is what is found, and nobody is opened unasked. */
test("who may be found is found and counted, and nobody is opened before it is asked for", async () => {
  const fake = await open();
  expect(byId("resumes-total")?.textContent).toContain("4 份");
  expect(hits()).toHaveLength(4);
  expect(document.body.textContent).not.toContain("江望舒");
  expect(document.body.textContent).toContain("打开会被记录");
  expect(fake.calls.some(({ name }) => name === "resume_open")).toBe(false);
});

test("words and filters narrow the search, and can be taken off", async () => {
  const fake = await open();
  type("resumes-text", "会计");
  document.querySelector("form")?.dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true }));
  await until(() => hits().length === 1, "one");
  byId("facet-years")?.querySelector("button")?.click();
  await until(() => byId("resumes-clear"), "a filter is on");
  const asked = fake.calls.at(-1)?.request as { years_min: number; years_max: number | null };
  expect([asked.years_min, asked.years_max]).toEqual([5, 9]);
  type("resumes-text", "没有这样的人");
  document.querySelector("form")?.dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true }));
  await until(() => byId("resumes-empty"), "nobody");
  byId("resumes-clear")?.click();
  await until(() => byId("resumes-clear") === null, "cleared");
});

test("arrows walk the results, and Enter's press opens", async () => {
  await open();
  hits()[0]?.focus();
  hits()[0]?.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true, cancelable: true }));
  expect(document.activeElement).toBe(hits()[1]);
  hits()[1]?.click();
  expect(router.path).toEqual(["candidates", "search", hits()[1]?.dataset.resume]);
});

/** S-REC-09 */
test("without the entitlement it says so, and shows nobody", async () => {
  const fake = await open();
  fake.refuseNext("resumes_search", "not_entitled");
  document.querySelector("form")?.dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true }));
  await until(() => byId("error-state")?.textContent?.includes("没有开通简历搜索"), "said");
  expect(hits()).toHaveLength(0);
});

test("off-line it says so and searches again by itself", async () => {
  const fake = await open((world) => {
    world.online = false;
  }, "error-state");
  expect(byId("error-state")?.textContent).toContain("offline");
  fake.world.online = true;
  fake.world.tell({ kind: "online", online: true });
  await until(() => hits().length === 4, "there");
});

/** I1, I4, S-REC-10 */
test("an opened résumé says that the look is recorded, and holds no contact data", async () => {
  await open(() => {}, "opened-recorded", first);
  expect(byId("opened-recorded")?.textContent).toContain("纸鹞数据，许未");
  expect(byId("resume-channels")?.textContent).toBe("站内消息 · 邮件中转 · 虚拟号电话");
  expect(document.body.textContent).not.toContain("13800138000");
  expect(byId("resume-contact")?.textContent).toContain("未授权");
});

test("a résumé that may not be seen reads as one that is not there", async () => {
  await open(
    () => {},
    "opened-gone",
    (world) => [world.resumes[4]?.id ?? ""],
  );
  expect(byId("opened-gone")?.textContent).toContain("没有这份简历，或它不对你们开放");
});

/** S-VIS-06, D6 */
test("asking needs a reason and an item, reads as not granted, and can be taken back", async () => {
  const fake = await open(() => {}, "ask-contact", first);
  byId("ask-contact")?.click();
  flushSync();
  expect((byId("ask-phone") as HTMLInputElement).checked).toBe(false);
  byId("ask-send")?.click();
  flushSync();
  expect(byId("ask-contact-dialog")?.textContent).toContain("写一句为什么需要");
  expect(byId("ask-contact-dialog")?.textContent).toContain("至少选一项");
  type("ask-reason", "想约一次电话");
  byId("ask-phone")?.click();
  flushSync();
  byId("ask-send")?.click();
  await until(() => byId("contact-asked"), "asked");
  expect(fake.world.resumes[0]?.request).toMatchObject({ reason: "想约一次电话", wanted: ["phone"] });
  expect(byId("contact-asked")?.textContent).toContain("未授权");
  byId("contact-retract")?.click();
  await until(() => fake.world.resumes[0]?.request === null && byId("ask-contact"), "taken back");
});

/** S-VIS-06 */
test("what was granted is shown, item by item", async () => {
  await open(
    (world) => {
      const [resume] = world.resumes;
      if (resume)
        resume.request = {
          id: "r",
          resume: resume.id,
          reason: "电话",
          wanted: ["phone", "email"],
          asked_at: NOW * 1000,
          outcome: { kind: "granted", items: ["phone"] },
        };
    },
    "granted-phone",
    first,
  );
  expect(byId("granted-phone")?.textContent).toBe("13800138000");
  expect(byId("granted-email")).toBeNull();
  expect(byId("ask-contact")).toBeNull();
});

test("a note is kept for the company, and chat is about one of its postings", async () => {
  const fake = await open(() => {}, "resume-note", first);
  type("resume-note", "口径意识强");
  byId("resume-note-save")?.click();
  await until(() => fake.world.resumes[0]?.notes[0]?.text === "口径意识强", "kept");
  await until(() => byId("resume-chat"), "postings");
  expect(byId("chat-needs-posting")).toBeNull();
  byId("resume-chat")?.click();
  (await until(() => document.querySelector<HTMLElement>('[data-testid^="resume-chat-"]'), "one")).click();
  await until(() => /^\/messages\/.+/.test(router.here), "the conversation");
});

test("a company without an open posting is told why there is no chat, and where to post", async () => {
  const fake = await open(
    (world) => {
      for (const job of world.companyJobs) job.state = "closed";
    },
    "resume-contact",
    first,
  );
  const told = await until(() => byId("chat-needs-posting"), "why");
  expect(told.textContent).toContain("聊天要就一个在招职位开始");
  expect(byId("resume-channels")?.textContent).toContain("站内消息");
  expect(byId("resume-chat")).toBeNull();
  language.set("en");
  await until(() => byId("chat-needs-posting")?.textContent?.includes("open posting"), "in English");
  byId("chat-needs-posting")?.querySelector("a")?.click();
  expect(router.path).toEqual(["company"]);
  expect(fake.calls.some(({ name }) => name === "conversation_open")).toBe(false);
});

test.each(["zh-CN", "en"] as const)(
  "axe finds nothing on the search in %s",
  async (shown) => {
    await open(() => {}, "opened-recorded", first);
    language.set(shown);
    byId("ask-contact")?.click();
    flushSync();
    const { violations } = await axe.run(document.body, {
      rules: { region: { enabled: false }, "color-contrast": { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  },
  30_000,
);

/** S-VIS-01, D3: the channel by e-mail is an address of the relay, once it is known where the recruiter writes from. */
test("writing by e-mail asks for the work address once and shows the relay's", async () => {
  const fake = await open(() => {}, "resume-mail", first);
  expect(byId("resume-channels")?.textContent).toContain("邮件中转");
  byId("resume-mail")?.click();
  await until(() => byId("work-email"), "the form");
  byId("work-email-send")?.click();
  flushSync();
  expect(document.body.textContent).toContain("请写一个完整的邮箱地址");
  expect(fake.calls.some(({ name }) => name === "work_email_set")).toBe(false);
  type("work-email", "xu.wei@corp.example");
  byId("work-email-send")?.click();
  await until(() => byId("work-email-code"), "the code's field");
  type("work-email-code", "000000");
  byId("work-email-confirm")?.click();
  await until(() => document.querySelector('[role="alert"]'), "the refusal");
  expect(document.body.textContent).toContain("code_wrong");
  type("work-email-code", "123456");
  byId("work-email-confirm")?.click();
  await until(() => byId("relay-address"), "the address");
  expect(byId("relay-address")?.textContent).toContain("@relay.demo.example");
  expect(byId("relay-dialog")?.textContent).toContain("xu.wei@corp.example");
  expect((await axe.run(document.body)).violations).toEqual([]);
});

/** S-VIS-03, S-VIS-05: where the setting opens messages only, there is no e-mail. */
test("where the table opens no e-mail there is none", async () => {
  await open(
    () => {},
    "resume-contact",
    (world) => [world.resumes[1]?.id ?? ""],
  );
  expect(byId("resume-mail")).toBeNull();
  expect(byId("resume-channels")?.textContent).not.toContain("邮件");
});

/** S-VIS-01, S-VIS-09, D1: a call is made over a virtual number; in the demo it is played, and says so. */
test("calling shows a virtual number, and the demo plays the call", async () => {
  const fake = await open(() => {}, "resume-call", first);
  expect(byId("resume-channels")?.textContent).toContain("虚拟号电话");
  expect(fake.calls.some(({ name }) => name === "resume_virtual_number_open")).toBe(false);
  byId("resume-call")?.click();
  await until(() => byId("virtual-number"), "the number");
  const number = byId("virtual-number")?.textContent ?? "";
  expect(number).toMatch(/^\+1\d{3}55501\d{2}$/);
  expect(byId("virtual-number-demo")?.textContent).toContain("演示数据");
  expect(byId("calls")).toBeNull();
  byId("virtual-number-play")?.click();
  await until(() => byId("virtual-number-played"), "the card");
  expect(byId("virtual-number-played")?.textContent).toContain("没有真的拨打");
  expect(byId("calls")?.textContent).toContain("3 分钟");
  expect((await axe.run(document.body)).violations).toEqual([]);
});

/** S-VIS-03, S-VIS-05: where the setting opens messages only, there is no number. */
test("where the table opens no virtual number there is none", async () => {
  await open(
    () => {},
    "resume-contact",
    (world) => [world.resumes[1]?.id ?? ""],
  );
  expect(byId("resume-call")).toBeNull();
  expect(byId("resume-channels")?.textContent).not.toContain("虚拟号");
});
