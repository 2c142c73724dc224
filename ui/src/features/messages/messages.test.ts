import axe from "axe-core";
import { flushSync } from "svelte";
import { beforeEach, expect, test } from "vitest";
import { byId, host, render, until } from "../../../tests/render";
import { language } from "../../i18n";
import type { MessageView } from "../../platform";
import { openConversation, put } from "../../platform/fake/chat";
import { someResumes } from "../../platform/fake/resumes";
import { STAFF_CODE } from "../../platform/fake/staff";
import type { World } from "../../platform/fake/world";
import { router, session } from "../../shell";
import { days, statedIds } from "./days";
import Screen from "./Screen.svelte";

let conversation = "";

function prepare(world: World): void {
  world.account = { id: "a", phone_tail: "00", recruiter: null, staff: false, created_at: 0 };
  const [job] = world.market.jobs;
  if (!job) throw new Error("no job");
  conversation = openConversation(world, { about: "job", job: job.id });
  put(world, conversation, "company", "你好，方便聊聊吗？");
  world.later = () => {};
}

async function open(change: (world: World) => void = () => {}, at = "message-input") {
  const fake = host((world) => {
    prepare(world);
    change(world);
  });
  language.set("zh-CN");
  await session.start();
  render(Screen, { path: [conversation] });
  await until(() => byId(at), "the thread");
  return fake;
}

const field = () => byId("message-input") as HTMLTextAreaElement;
function type(text: string): void {
  field().value = text;
  field().dispatchEvent(new Event("input", { bubbles: true }));
  flushSync();
}
function key(name: string, init: KeyboardEventInit = {}): void {
  field().dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true, ...init }));
  flushSync();
}
const messages = () => [...document.querySelectorAll<HTMLElement>('[data-testid="message"]')];

beforeEach(() => router.go("/messages", { replace: true }));

test("Enter sends, Shift and Enter does not, and the field is empty at once", async () => {
  const fake = await open();
  type("周三可以");
  key("Enter", { shiftKey: true });
  expect(fake.calls.some(({ name }) => name === "message_send")).toBe(false);
  key("Enter");
  expect(field().value).toBe("");
  await until(() => messages().at(-1)?.dataset.state === "sent", "sent");
});

test("what is written off-line waits and says so", async () => {
  await open((world) => {
    world.online = false;
  });
  type("我带目录来");
  key("Enter");
  const last = await until(() => messages().find((each) => each.dataset.state === "unsent"), "it waits");
  expect(last.textContent).toContain("待发送");
  expect(byId("message-send")?.textContent).toContain("存入待发");
});

test("a refused message can be sent again or deleted", async () => {
  const fake = await open((world) => {
    const held = world.conversations.get(conversation);
    held?.messages.push({
      id: "m1",
      seq: null,
      from: "seeker",
      mine: true,
      text: "太快了",
      at: world.now() * 1000,
      state: "refused",
    });
    held?.messages.push({
      id: "m2",
      seq: null,
      from: "seeker",
      mine: true,
      text: "又一条",
      at: world.now() * 1000,
      state: "refused",
    });
  });
  await until(() => messages().filter((each) => each.dataset.state === "refused").length === 2, "both are there");
  byId("message-retry")?.click();
  await until(() => fake.calls.some(({ name }) => name === "message_retry"), "sent again");
  await until(() => messages().filter((each) => each.dataset.state === "refused").length === 1, "one is left");
  byId("message-discard")?.click();
  await until(() => messages().every((each) => each.dataset.state !== "refused"), "none is left");
});

test("a message that was not taken comes back into the field", async () => {
  const fake = await open();
  fake.refuseNext("message_send", "store_full");
  type("别丢了");
  key("Enter");
  await until(() => field().value === "别丢了", "it is back");
  expect(document.body.textContent).toContain("store_full");
});

test("over 2,000 characters cannot be sent, and it says by how many", async () => {
  const fake = await open();
  type("字".repeat(2_003));
  expect(document.querySelector("#compose-said")?.textContent).toContain("3");
  key("Enter");
  expect(fake.calls.some(({ name }) => name === "message_send")).toBe(false);
});

test("an open thread is marked as read, and another's message arrives live", async () => {
  const fake = await open();
  await until(() => fake.world.conversations.get(conversation)?.conversation.unread === 0, "read");
  put(fake.world, conversation, "company", "明天见");
  fake.world.tell({ kind: "conversation_changed", conversation });
  await until(() => messages().at(-1)?.textContent?.includes("明天见"), "it arrived");
});

test("without an account there is a way in and nothing is asked", async () => {
  const fake = host();
  await session.start();
  render(Screen, { path: [] });
  await until(() => byId("messages-signed-out"), "the way in");
  expect(fake.calls.some(({ name }) => name === "conversations_list")).toBe(false);
});

function message(id: string, at: number, state: MessageView["state"], mine = true): MessageView {
  return { id, seq: 1, from: mine ? "seeker" : "company", mine, text: id, at: at * 1_000, state };
}

test("days are cut at the device's midnight", () => {
  const now = new Date(2026, 10, 23, 12).getTime();
  const at = (day: number, hour: number) => new Date(2026, 10, day, hour).getTime();
  const found = days(
    [message("a", at(21, 9), "read"), message("b", at(22, 23), "read"), message("c", at(23, 0), "sent")],
    now,
  );
  expect(found.map((day) => [day.ago, day.messages.map((each) => each.id).join()])).toEqual([
    [2, "a"],
    [1, "b"],
    [0, "c"],
  ]);
});

test("a state stands under what is not sent, and once under the last of the others", () => {
  const all = [
    message("a", 1, "read"),
    message("b", 2, "read"),
    message("c", 3, "sent"),
    message("d", 4, "sent"),
    message("e", 5, "unsent"),
    message("f", 6, "refused"),
    message("g", 7, "read", false),
  ];
  expect([...statedIds(all)].sort()).toEqual(["b", "d", "e", "f"]);
});

/** I4: what staff write needs the second factor, and a seeker knows staff by what they are. */
test("staff show their second factor before they write, and what they wrote is not lost", async () => {
  const fake = host((world) => {
    prepare(world);
    const [job] = world.market.jobs;
    if (!job || !world.account) throw new Error("no job");
    // The page's own clock says until when the second factor counts.
    world.now = Date.now;
    world.account.staff = true;
    world.resumes = someResumes();
    world.staff.until = world.now() + 60_000;
    conversation = openConversation(world, { about: "resume", resume: world.resumes[0]?.id ?? "", job: null });
    world.staff.until = 0;
  });
  language.set("zh-CN");
  await session.start();
  render(Screen, { path: [conversation] });
  await until(() => byId("staff-step-up"), "asked on the way in");
  byId("staff-step-up")?.dispatchEvent(new Event("cancel", { cancelable: true }));
  await until(() => byId("staff-step-up") === null, "not now");
  type("有一个职位可能适合您");
  key("Enter");
  await until(() => byId("staff-step-up"), "asked again");
  const code = byId("staff-code") as HTMLInputElement;
  code.value = STAFF_CODE;
  code.dispatchEvent(new Event("input", { bubbles: true }));
  flushSync();
  byId("staff-code-show")?.click();
  await until(() => messages().at(-1)?.textContent?.includes("可能适合您"), "sent");
  expect(fake.calls.filter(({ name }) => name === "message_send")).toHaveLength(2);
  expect(byId("staff-shut"), "what was shown for the message counts for the list").toBeNull();
  expect(byId("thread-job")).toBeNull();
});

test("a seeker knows the platform's staff by what they are", async () => {
  await open((world) => {
    const held = world.conversations.get(conversation)?.conversation;
    if (held) Object.assign(held, { job: null, job_title: "", company: null, with: "" });
  });
  expect(document.querySelector("h1.cut")?.textContent).toBe("平台顾问");
  expect(byId("conversation-row")?.textContent).toContain("职途自己的招聘顾问");
  expect(byId("thread-job")).toBeNull();
});

/** S-CHAT-01: the conversation stays open until the seeker closes it or blocks. */
test("a seeker ends a conversation after a question, and opens it again", async () => {
  const fake = await open();
  byId("thread-end")?.click();
  await until(() => byId("thread-end-dialog"), "asked");
  expect(fake.calls.some(({ name }) => name === "conversation_end")).toBe(false);
  byId("thread-end-confirm")?.click();
  await until(() => byId("thread-shut"), "ended");
  expect(byId("message-input")).toBeNull();
  expect(byId("thread-end")).toBeNull();
  byId("thread-open-again")?.click();
  await until(() => byId("message-input"), "open again");
});

test("of a closed account and of a résumé without a name different things are said", async () => {
  await open((world) => {
    const held = world.conversations.get(conversation)?.conversation;
    if (held) Object.assign(held, { side: "company", with: "", account_closed: true });
  }, "thread-shut");
  expect(document.querySelector("h1.cut")?.textContent).toBe("已注销的用户");
  expect(byId("thread-shut")?.textContent).toContain("注销了账号");
  expect(byId("thread-end")).toBeNull();
});

/** I2 */
test("a conversation that is not there any more is shown no more", async () => {
  const fake = await open();
  fake.world.conversations.delete(conversation);
  fake.world.tell({ kind: "conversation_changed", conversation });
  await until(() => byId("error-state"), "gone");
  expect(messages()).toEqual([]);
});

test("staff who leave the second factor are told what is held back, and write nothing off-line", async () => {
  const fake = host((world) => {
    prepare(world);
    if (!world.account) throw new Error("nobody");
    world.account.staff = true;
    world.conversations.clear();
  });
  language.set("zh-CN");
  await session.start();
  render(Screen, { path: [] });
  await until(() => byId("staff-step-up"), "asked on the way in");
  byId("staff-step-up")?.dispatchEvent(new Event("cancel", { cancelable: true }));
  await until(() => byId("staff-shut"), "said");
  expect(byId("conversations-empty")).toBeNull();
  byId("staff-show")?.click();
  await until(() => byId("staff-step-up"), "asked again");
  expect(fake.calls.filter(({ name }) => name === "staff_session")).toHaveLength(2);
});

test.each(["zh-CN", "en"] as const)("axe finds nothing on an ended conversation in %s", async (shown) => {
  await open((world) => {
    const held = world.conversations.get(conversation)?.conversation;
    if (held) held.ended = true;
  }, "thread-shut");
  language.set(shown);
  flushSync();
  const { violations } = await axe.run(document.body, {
    rules: { region: { enabled: false }, "color-contrast": { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});
