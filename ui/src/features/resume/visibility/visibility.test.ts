import axe from "axe-core";
import { flushSync } from "svelte";
import { afterEach, expect, test } from "vitest";
import { byId, host, NOW, render, until } from "../../../../tests/render";
import { language } from "../../../i18n";
import { toast } from "../../../kit";
import type { ContactRequestView, Language } from "../../../platform";
import { filledResume } from "../../../platform/fake/people";
import { POLICY_VERSION } from "../../../platform/fake/policy";
import { SETTINGS, visibilityStory } from "../../../platform/fake/visibility";
import type { World } from "../../../platform/fake/world";
import { router, session } from "../../../shell";
import { audiences } from "./messages";
import Screen from "./Screen.svelte";
import { grouped, neverReal, spokenOf } from "./said";

function seeker(world: World): void {
  world.account = { id: "a", phone_tail: "00", recruiter: null, staff: false, created_at: NOW * 1000 };
  world.policy = { version: POLICY_VERSION, accepted_at: 1 };
  world.resume.content = filledResume();
  visibilityStory(world);
}

async function open(prepare: (world: World) => void = () => {}, path: string[] = [], shown: Language = "zh-CN") {
  const fake = host((world) => {
    seeker(world);
    world.settings.language = shown;
    prepare(world);
  });
  await session.start();
  render(Screen, { path });
  await until(() => byId("visibility-settings") ?? byId("error-state") ?? byId("visibility-signed-out"), "the screen");
  return fake;
}

const radio = (setting: string) => byId(`visibility-${setting}`) as HTMLInputElement;

function type(testid: string, text: string): HTMLInputElement {
  const input = byId(testid) as HTMLInputElement;
  input.focus();
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  flushSync();
  return input;
}

afterEach(() => {
  toast.dismiss();
  language.set("zh-CN");
});

/** S-VIS-11, D9 */
test("a new résumé is private, and private is named as the one to be neither found nor contacted", async () => {
  await open();
  expect(SETTINGS.map((setting) => radio(setting).checked)).toEqual([false, false, false, true, false]);
  expect(byId("visibility-advice")?.textContent).toContain("不想被找到、也不想被联系");
  const means = document.getElementById(radio("private").getAttribute("aria-describedby") ?? "");
  expect(means?.textContent).toContain("什么也看不到");
  expect(means?.contains(byId("visibility-advice"))).toBe(true);
  expect(radio("private").closest("label")?.textContent).toContain("新简历的默认");
});

/** S-VIS-01 to S-VIS-05: the words are those of the host's sentences and of nothing else. */
test("what a setting means follows the host's sentences, for each audience", async () => {
  const fake = await open();
  const { sentences } = await fake.call("visibility_show", {});
  for (const { setting, sentences: said } of sentences) {
    const means = document.getElementById(radio(setting).getAttribute("aria-describedby") ?? "")?.textContent ?? "";
    for (const { audience } of said) expect(means).toContain(audiences[audience]);
  }
  const lines = (setting: string) =>
    [...(radio(setting).closest(".set")?.querySelectorAll("dd") ?? [])].map((line) => line.textContent);
  expect(lines("public")[0]).toContain("能收到推荐、搜到、打开");
  expect(lines("platform")[0]).toBe("什么也看不到，像没有这份简历一样。");
  expect(lines("contact_hidden")[0]).toMatch(/不能收到推荐、发中继邮件、打虚拟号/);
  expect(lines("private").at(-1)).toContain("没撤回的副本还在");
});

/** I1: were a real number shown to anybody, the screen would no longer say that it never is. */
test("that real contact data is never shown is said only while the host says so", () => {
  const real = (phone: boolean) => [
    { audience: "employer" as const, fragments: [{ kind: "real_contact" as const, phone, email: false }] },
  ];
  expect(neverReal(real(false))).toBe(true);
  expect(neverReal(real(true))).toBe(false);
  expect(spokenOf([{ kind: "channels", relay_email: false, message: true, virtual_number: false }])).toEqual([
    ["message", true],
    ["relay_email", false],
    ["virtual_number", false],
  ]);
  const nothing = [{ kind: "nothing" as const }];
  expect(
    grouped([
      { audience: "employer", fragments: nothing },
      { audience: "platform", fragments: nothing },
    ]),
  ).toEqual([{ audiences: ["employer", "platform"], fragments: nothing }]);
});

test("a setting is saved at once, with a way back", async () => {
  const fake = await open();
  radio("public").click();
  await until(() => fake.world.resume.visibility === "public", "saved");
  await until(() => toast.current?.action?.undo, "the way back");
  toast.current?.action?.run();
  await until(() => fake.world.resume.visibility === "private", "back");
  await until(() => radio("private").checked, "shown");
});

test("a refused change says why, and the old setting stands", async () => {
  const fake = await open();
  fake.refuseNext("visibility_set", "unavailable");
  radio("public").click();
  await until(() => toast.current?.text.includes("服务器暂时答不上来"), "said");
  await until(() => radio("private").checked && !radio("public").checked, "as before");
  expect(fake.world.resume.visibility).toBe("private");
});

test("off-line the setting can be read and not changed", async () => {
  const fake = await open();
  fake.world.online = false;
  fake.world.tell({ kind: "online", online: false });
  await until(() => byId("offline-note"), "said");
  expect((byId("visibility-settings") as HTMLFieldSetElement).disabled).toBe(true);
  fake.world.online = true;
  fake.world.tell({ kind: "online", online: true });
  await until(() => !(byId("visibility-settings") as HTMLFieldSetElement).disabled, "and again");
});

test("what failed can be tried again; without an account there is nothing to set", async () => {
  const fake = await open((world) => {
    world.mood = "error";
  });
  expect(byId("error-state")?.textContent).toContain("unavailable");
  fake.world.mood = "";
  byId("error-state")?.querySelector("button")?.click();
  await until(() => byId("visibility-settings"), "there");
});

test("signed out, the screen says that nobody sees it", async () => {
  await open((world) => {
    world.account = null;
  });
  expect(byId("visibility-signed-out")?.textContent).toContain("谁也看不到");
});

/** S-VIS-04, S-VIS-08 */
test("a company that gets nothing is told of as such, and a blocked one in every setting", async () => {
  const fake = await open((world) => {
    world.resume.visibility = "public";
  });
  type("preview-company", "北坞软件");
  await until(() => byId("preview-company-option"), "its name can be taken");
  byId("preview-company-option")?.click();
  await until(() => byId("preview-relation")?.dataset.relation === "blocked", "blocked");
  expect(byId("preview-nothing")?.textContent).toContain("什么也得不到");
  expect(byId("preview-card")).toBeNull();
  byId("preview-who-stranger")?.click();
  await until(() => byId("preview-relation")?.dataset.relation === "anonymous", "a stranger");
  expect(byId("preview-nothing")).not.toBeNull();
  expect(fake.calls.some(({ name }) => name === "visibility_preview")).toBe(true);
});

/** S-VIS-05, I1: the card and the résumé without contact data, and the one channel that is open. */
test("a company of the platform gets card, résumé and open channels, and the preview follows the setting", async () => {
  const fake = await open((world) => {
    world.resume.visibility = "contact_hidden";
  });
  const [company] = fake.world.market.companies;
  const input = type("preview-company", company?.name ?? "");
  await until(() => byId("preview-company-option")?.textContent?.includes("平台上"), "found");
  input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
  await until(() => byId("preview-card"), "the card");
  expect(byId("preview-shown")?.textContent).toContain("周予安");
  expect(document.body.textContent).not.toContain("13800138000");
  const allowed = (ability: string) =>
    document.querySelector<HTMLElement>(`[data-testid="preview-ability"][data-ability="${ability}"]`)?.dataset.allowed;
  expect([allowed("message"), allowed("relay_email"), allowed("virtual_number")]).toEqual(["true", "false", "false"]);
  radio("private").click();
  await until(() => byId("preview-nothing"), "now nothing");
});

/** S-VIS-06, I1: what was handed over stands in that viewer's preview, and in no other; taken back it is masked again. */
test("a preview shows the contact data that was granted to that company, until it is taken back", async () => {
  const fake = await open((world) => {
    world.resume.visibility = "public";
    const [company] = world.market.companies;
    if (!company) return;
    const { id, name, demo } = company;
    world.visibility.requests = [
      {
        id: "granted",
        company: { id, name, demo },
        by: { name: "许未", title: "" },
        reason: "想约电话",
        wanted: ["phone"],
        asked_at: 0,
        state: { kind: "granted", items: ["phone"], at: 0 },
      },
    ];
  });
  const { phone, email } = fake.world.resume.content.basic;
  const company = fake.world.market.companies[0]?.name ?? "";
  const pick = async () => {
    const input = type("preview-company", company);
    await until(() => byId("preview-company-option")?.textContent?.includes("平台上"), "found");
    input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
  };
  await pick();
  await until(() => byId("preview-phone")?.textContent === phone, "the number");
  expect(byId("preview-contact")?.textContent).toContain("你授权给了对方");
  expect(byId("preview-contact")?.textContent).toContain("遮住，未授权");
  expect(document.body.textContent).not.toContain(email);

  byId("preview-who-staff")?.click();
  await until(() => byId("preview-relation")?.dataset.relation === "platform", "staff");
  expect(byId("preview-contact")?.textContent).not.toContain(phone);

  fake.world.visibility.requests[0] = {
    ...(fake.world.visibility.requests[0] as ContactRequestView),
    state: { kind: "withdrawn", items: ["phone"], granted_at: 0, at: 1 },
  };
  byId("preview-who-company")?.click();
  await until(() => byId("preview-relation")?.dataset.relation === "employer", "the company again");
  expect(byId("preview-phone")).toBeNull();
  expect(byId("preview-contact")?.textContent).not.toContain(phone);
});

test("the platform's staff have a preview of their own", async () => {
  await open((world) => {
    world.resume.visibility = "platform";
  });
  byId("preview-who-staff")?.click();
  await until(() => byId("preview-card"), "the card");
  expect(byId("preview-relation")?.textContent).toContain("每次查看都有记录");
});

test("on a phone the preview is a page of its own", async () => {
  await open();
  byId("visibility-to-preview")?.click();
  expect(router.path).toEqual(["resume", "visibility", "preview"]);
});

test.each(["zh-CN", "en"] as const)(
  "axe finds nothing on the settings and a preview in %s",
  async (shown) => {
    await open(
      (world) => {
        world.resume.visibility = "public";
      },
      [],
      shown,
    );
    byId("preview-who-staff")?.click();
    await until(() => byId("preview-card"), "the card");
    const { violations } = await axe.run(document.body, {
      rules: { region: { enabled: false }, "color-contrast": { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  },
  30_000,
);
