import axe from "axe-core";
import { beforeEach, expect, test } from "vitest";
import { byId, host, render, until } from "../../tests/render";
import { language } from "../i18n";
import { toast } from "../kit";
import { visibilityStory } from "../platform/fake/visibility";
import { router } from "./router.svelte";
import Shell from "./Shell.svelte";
import { session } from "./session.svelte";

async function open(prepare: Parameters<typeof host>[0] = () => {}) {
  const fake = host(prepare);
  await session.start();
  render(Shell, {});
  return fake;
}

function press(name: string, target: EventTarget = window, rest: KeyboardEventInit = {}): void {
  target.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true, ...rest }));
}

beforeEach(() => {
  language.set("zh-CN");
  router.go("/jobs", { replace: true });
});

test("a seeker has four places, a recruiter their own and the way back", async () => {
  const fake = await open();
  const places = () => [...document.querySelectorAll("nav a")].map((one) => one.getAttribute("href"));
  expect(places()).toEqual(["#/jobs", "#/messages", "#/resume", "#/me"]);
  fake.world.tell({
    kind: "account_changed",
    account: {
      id: "a",
      staff: false,
      phone_tail: "00",
      created_at: 0,
      recruiter: {
        name: "许未",
        title: "",
        company: "纸鹞数据",
        verification: { person: true, employment: true, company: true },
      },
    },
  });
  await until(() => places().includes("#/candidates"));
  expect(places()).toEqual(["#/jobs", "#/candidates", "#/messages", "#/company", "#/me"]);
  session.setMode("seeker");
  await until(() => places().includes("#/resume"));
});

test("a change of theme is kept and shown at once", async () => {
  const fake = await open((world) => {
    world.settings.theme = "light";
  });
  byId("theme-toggle")?.click();
  await until(() => document.documentElement.dataset.theme === "dark");
  await until(() => fake.world.settings.theme === "dark");
});

test("the command palette finds a place by pinyin and goes there", async () => {
  await open();
  press("k", window, { ctrlKey: true });
  const input = (await until(() => byId("palette-input"))) as HTMLInputElement;
  input.value = "jianli";
  input.dispatchEvent(new Event("input", { bubbles: true }));
  await until(() => document.querySelectorAll("[data-testid=palette-option]").length === 2);
  press("Enter", input);
  expect(router.path).toEqual(["resume"]);
  await until(() => !byId("palette"));
});

test("the command palette searches jobs for what was typed", async () => {
  await open();
  press("k", window, { metaKey: true });
  const input = (await until(() => byId("palette-input"))) as HTMLInputElement;
  input.value = "Rust";
  input.dispatchEvent(new Event("input", { bubbles: true }));
  await until(() => document.querySelectorAll("[data-testid=palette-option]").length === 1);
  press("Enter", input);
  await until(() => (byId("search-input") as HTMLInputElement | null)?.value === "Rust");
});

test("an unknown place says so and leads back", async () => {
  router.go("/nowhere");
  await open();
  await until(() => document.body.textContent?.includes("没有这一页"));
});

test("unread messages are counted on the rail", async () => {
  await open((world) => {
    world.account = { id: "a", phone_tail: "00", recruiter: null, staff: false, created_at: 0 };
    world.conversations.set("c", {
      conversation: {
        id: "c",
        job: "j",
        job_title: "",
        side: "seeker",
        with: "",
        company: "",
        demo: true,
        last_seq: 2,
        last: null,
        read_seq: 0,
        other_read_seq: 0,
        unread: 2,
        updated_at: 0,
        ended: false,
        account_closed: false,
      },
      messages: [],
    });
  });
  await until(() => byId("nav-messages")?.textContent?.includes("2 条未读"));
});

/** S-VIS-06: what waits for an answer is seen from every page. */
test("open contact requests are counted on the rail until they are answered", async () => {
  const fake = await open((world) => {
    world.account = { id: "a", phone_tail: "00", recruiter: null, staff: false, created_at: 0 };
    visibilityStory(world);
  });
  await until(() => byId("nav-messages")?.textContent?.includes("1 条索要联系方式"), "counted");
  for (const request of fake.world.visibility.requests) request.state = { kind: "ignored", at: 0 };
  fake.world.tell({ kind: "contact_requests_changed" });
  await until(() => !byId("nav-messages")?.textContent?.includes("索要"), "answered");
});

test("axe finds nothing on the open palette", async () => {
  await open();
  press("k", window, { ctrlKey: true });
  await until(() => byId("palette-option"));
  const { violations } = await axe.run(document.body, {
    rules: { region: { enabled: false }, "color-contrast": { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});

test("a keyring that goes away is said at once to who is signed in, and one that is back is not spoken of", async () => {
  const fake = await open((world) => {
    world.account = { id: "a", phone_tail: "00", created_at: 0, recruiter: null, staff: false };
  });
  fake.world.tell({ kind: "session_in_memory", session_in_memory: true });
  expect(toast.current?.text).toContain("登录只保留到应用关闭");
  expect(session.state?.session_in_memory).toBe(true);
  toast.dismiss();
  fake.world.tell({ kind: "session_in_memory", session_in_memory: false });
  expect(toast.current).toBeNull();
  expect(session.state?.session_in_memory).toBe(false);
});

test("who signs in without a keyring hears it from that screen alone", async () => {
  const fake = await open();
  fake.world.tell({ kind: "session_in_memory", session_in_memory: true });
  expect(toast.current).toBeNull();
});

test("staff have their own places, and nothing of a seeker's", async () => {
  await open((world) => {
    world.account = { id: "a", phone_tail: "00", created_at: 0, recruiter: null, staff: true };
  });
  const places = [...document.querySelectorAll<HTMLElement>('[data-testid^="nav-"]')];
  expect(places.map(({ dataset }) => dataset.testid)).toEqual(["nav-jobs", "nav-candidates", "nav-messages", "nav-me"]);
  press("k", window, { ctrlKey: true });
  await until(() => byId("palette-option"));
  const options = [...document.querySelectorAll('[data-testid="palette-option"]')].map((one) => one.textContent);
  expect(options.some((one) => one?.includes("人选"))).toBe(true);
  expect(options.some((one) => one?.includes("简历"))).toBe(false);
});
