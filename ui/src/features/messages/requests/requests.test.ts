import axe from "axe-core";
import { flushSync } from "svelte";
import { afterEach, beforeEach, expect, test } from "vitest";
import { byId, host, NOW, render, until } from "../../../../tests/render";
import { language } from "../../../i18n";
import { toast } from "../../../kit";
import { openConversation } from "../../../platform/fake/chat";
import { filledResume } from "../../../platform/fake/people";
import { visibilityStory } from "../../../platform/fake/visibility";
import type { World } from "../../../platform/fake/world";
import { router, session } from "../../../shell";
import Screen from "../Screen.svelte";

async function open(
  change: (world: World) => void = () => {},
  ready = "contact-request",
  path: (world: World) => string[] = () => ["requests"],
) {
  const fake = host((world) => {
    world.account = { id: "a", phone_tail: "00", recruiter: null, staff: false, created_at: NOW * 1000 };
    world.resume.content = filledResume();
    visibilityStory(world);
    change(world);
  });
  language.set("zh-CN");
  await session.start();
  render(Screen, { path: path(fake.world) });
  await until(() => byId(ready), ready);
  return fake;
}

const state = (world: World) => world.visibility.requests[0]?.state;
const tick = async (item: string) => {
  const box = await until(() => {
    const found = byId(`request-${item}`) as HTMLInputElement | null;
    return found && !found.disabled ? found : null;
  }, "what would be given is known");
  box.click();
  flushSync();
};

beforeEach(() => router.go("/messages", { replace: true }));
afterEach(() => {
  toast.dismiss();
  language.set("zh-CN");
});

/** S-VIS-06, D6: who, why, what; nothing ticked beforehand; only what was ticked goes. */
test("a yes is by item, and nothing is ticked beforehand", async () => {
  const fake = await open();
  const card = byId("contact-request");
  expect(card?.textContent).toContain("许未 想要你的真实联系方式");
  expect(card?.textContent).toContain(fake.world.market.companies[0]?.name);
  expect(card?.textContent).toContain("想约一次电话沟通");
  expect([...document.querySelectorAll<HTMLInputElement>("fieldset input")].map(({ checked }) => checked)).toEqual([
    false,
    false,
  ]);
  expect((byId("request-grant") as HTMLButtonElement).disabled).toBe(true);
  await tick("phone");
  expect(byId("request-grant")?.textContent).toContain("交出手机");
  byId("request-grant")?.click();
  await until(() => state(fake.world)?.kind === "granted", "given");
  expect(state(fake.world)).toMatchObject({ items: ["phone"] });
  await until(() => byId("request-withdraw"), "and can be taken back");
});

/** S-VIS-06, D6 */
test("a consent is taken back", async () => {
  const fake = await open((world) => {
    const [request] = world.visibility.requests;
    if (request) request.state = { kind: "granted", items: ["phone"], at: NOW * 1000 };
  });
  byId("request-withdraw")?.click();
  flushSync();
  expect(byId("request-withdraw-dialog")?.textContent).toContain("已经抄下的收不回来");
  byId("request-withdraw-confirm")?.click();
  await until(() => state(fake.world)?.kind === "withdrawn", "taken back");
  await until(() => byId("request-state")?.textContent?.includes("收回了手机"), "said");
  expect(byId("request-withdraw")).toBeNull();
});

test("no is one press, and later leaves it to be answered", async () => {
  const fake = await open();
  byId("request-later")?.click();
  await until(() => state(fake.world)?.kind === "later", "put off");
  await until(() => byId("request-later") === null && byId("request-grant"), "still to be answered");
  byId("request-refuse")?.click();
  await until(() => state(fake.world)?.kind === "refused", "refused");
  await until(() => byId("request-grant") === null, "answered");
});

test("what is not in the résumé cannot be ticked", async () => {
  await open((world) => {
    world.resume.content.basic.email = "";
  });
  await until(() => !(byId("request-phone") as HTMLInputElement).disabled, "known");
  expect((byId("request-email") as HTMLInputElement).disabled).toBe(true);
  expect(byId("contact-request")?.textContent).toContain("简历里没填");
});

test("a request that was taken back meanwhile says so, and is shown as it stands", async () => {
  const fake = await open();
  const [request] = fake.world.visibility.requests;
  if (request) request.state = { kind: "retracted", at: NOW * 1000 };
  byId("request-refuse")?.click();
  await until(() => toast.current?.text.includes("不能再这样回应"), "said");
  await until(() => byId("contact-request")?.dataset.state === "retracted", "shown");
});

test("the list counts what waits, and a request that arrives is there at once", async () => {
  const fake = await open((world) => {
    world.visibility.requests = [];
  }, "requests-empty");
  expect(byId("contact-requests")).toBeNull();
  visibilityStory(fake.world);
  fake.world.tell({ kind: "contact_requests_changed" });
  await until(() => byId("contact-requests")?.textContent?.includes("1 条等你回应"), "counted");
  byId("contact-requests")?.click();
  expect(router.path).toEqual(["messages", "requests"]);
});

test("in the conversation with the company the request stands too", async () => {
  let conversation = "";
  await open(
    (world) => {
      const company = world.market.companies[0]?.name;
      const job = world.market.jobs.find((one) => one.company.name === company);
      conversation = openConversation(world, { about: "job", job: job?.id ?? "" });
    },
    "contact-request",
    () => [conversation],
  );
  expect(byId("thread")?.contains(byId("contact-request"))).toBe(true);
});

test("off-line nothing can be answered, and nothing was lost", async () => {
  const fake = await open();
  fake.world.online = false;
  fake.world.tell({ kind: "online", online: false });
  await until(() => byId("request-refuse")?.closest("fieldset")?.disabled, "disabled");
  expect(byId("contact-request")).not.toBeNull();
});

test.each(["zh-CN", "en"] as const)(
  "axe finds nothing on the requests in %s",
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
