import axe from "axe-core";
import { flushSync } from "svelte";
import { afterEach, expect, test } from "vitest";
import { byId, host, NOW, render, until } from "../../../../tests/render";
import { language } from "../../../i18n";
import { toast } from "../../../kit";
import { filledResume } from "../../../platform/fake/people";
import { snapshotOf } from "../../../platform/fake/resume";
import { isBlocked, visibilityStory } from "../../../platform/fake/visibility";
import { cardOf, type World } from "../../../platform/fake/world";
import { session } from "../../../shell";
import Screen from "./Screen.svelte";

function prepare(world: World): void {
  world.account = { id: "a", phone_tail: "00", recruiter: null, staff: false, created_at: NOW * 1000 };
  world.resume.content = filledResume();
  visibilityStory(world);
  const [job] = world.market.jobs;
  if (!job) throw new Error("no job");
  const application = {
    id: "sent",
    job: cardOf(job),
    job_state: job.state,
    stage: "viewed" as const,
    resume_version: 6,
    applied_at: NOW * 1000,
    stage_at: NOW * 1000,
    first_viewed_at: null,
    attachment: null,
    conversation: null,
  };
  world.applications.push({ application, snapshot: snapshotOf(world.resume.content) });
}

async function open(change: (world: World) => void = () => {}) {
  const fake = host((world) => {
    prepare(world);
    change(world);
  });
  language.set("zh-CN");
  await session.start();
  render(Screen, { path: ["blocks"] });
  await until(() => byId("block-company"), "the list");
  return fake;
}

function type(testid: string, text: string): void {
  const input = byId(testid) as HTMLInputElement;
  input.focus();
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  flushSync();
}

const rows = () => [...document.querySelectorAll('[data-testid="block-row"]')].map((row) => row.textContent ?? "");

afterEach(() => {
  toast.dismiss();
  language.set("zh-CN");
});

/** S-VIS-08 */
test("a company of the platform and a name that is not on it are blocked, with a way back", async () => {
  const fake = await open();
  const [company] = fake.world.market.companies;
  type("block-company", company?.name ?? "");
  await until(() => byId("block-company-option")?.textContent?.includes("平台上"), "found");
  byId("block-company-option")?.click();
  await until(() => rows().some((row) => row.includes(company?.name ?? "?")), "on the list");
  expect(fake.calls.find(({ name }) => name === "blocks_add")?.request).toEqual({
    names: [],
    companies: [company?.id],
    origin: "typed",
  });
  toast.current?.action?.run();
  await until(() => !rows().some((row) => row.includes(company?.name ?? "?")), "and off it");
  type("block-company", "岚桥时刻科技");
  byId("block-company-option")?.click();
  await until(() => rows().some((row) => row.includes("岚桥时刻科技")), "by its name");
});

test("a list names the lines that give no company, and takes the others", async () => {
  const fake = await open();
  byId("block-paste")?.click();
  flushSync();
  type("block-list", "岚桥时刻科技\n\n·\n鹿溪信息\n岚桥时刻科技");
  await until(() => byId("block-list-problems"), "read");
  const problems = byId("block-list-problems")?.textContent ?? "";
  expect(problems).toContain("第\u00a03\u00a0行：至少写两个字");
  expect(problems).toContain("第\u00a05\u00a0行：和第\u00a01\u00a0行一样");
  fake.refuseNext("blocks_add", "unavailable");
  byId("block-list-add")?.click();
  await until(() => toast.current?.text.includes("服务器暂时答不上来"), "refused");
  expect((byId("block-list") as HTMLTextAreaElement).value).toContain("鹿溪信息");
  await until(() => !(byId("block-list-add") as HTMLButtonElement).disabled, "and can be tried again");
  byId("block-list-add")?.click();
  await until(() => rows().length === 3, "both are on it");
  expect(byId("block-list")).toBeNull();
});

test("employers are offered from the résumé, and are offered no more once they are blocked", async () => {
  const fake = await open();
  await until(() => byId("employers")?.textContent?.includes("南枝科技"), "offered");
  byId("employer-block")?.click();
  await until(() => byId("employers") === null, "taken");
  expect(fake.world.visibility.blocks[0]).toMatchObject({ name: "南枝科技", origin: "employer" });
});

/** D5 */
test("what a blocked company was sent before is withdrawn or left, one by one", async () => {
  const fake = await open();
  expect(byId("blocked-applications")).toBeNull();
  const company = fake.world.applications[0]?.application.job.company ?? "";
  type("block-company", company);
  await until(() => byId("block-company-option")?.textContent?.includes("平台上"), "found");
  byId("block-company-option")?.click();
  await until(() => byId("blocked-application"), "the question");
  byId("blocked-leave")?.click();
  await until(() => byId("blocked-applications") === null, "answered, and not asked again");
  expect(toast.current?.text).toContain("只能读这一份");
  expect(fake.world.applications[0]?.application.stage).toBe("viewed");

  byId("block-remove")?.click();
  await until(() => !isBlocked(fake.world, company), "off the list");
  type("block-company", company);
  await until(() => byId("block-company-option")?.textContent?.includes("平台上"), "found again");
  byId("block-company-option")?.click();
  await until(() => byId("blocked-application"), "another block asks again");
  byId("blocked-withdraw")?.click();
  await until(() => fake.world.applications[0]?.application.stage === "withdrawn", "withdrawn");
  await until(() => byId("blocked-applications") === null, "nothing more to ask");
});

test("a company is taken off the list, with a way back", async () => {
  const fake = await open();
  byId("block-remove")?.click();
  await until(() => byId("blocks-empty"), "empty");
  expect(toast.current?.text).toContain("北坞软件");
  toast.current?.action?.run();
  await until(() => fake.world.visibility.blocks.length === 1, "back");
  expect(fake.world.visibility.blocks[0]).toMatchObject({ name: "北坞软件有限公司", origin: "employer" });
});

test("a block whose name is on another device says so", async () => {
  await open((world) => {
    const [block] = world.visibility.blocks;
    if (block) block.name = null;
  });
  await until(() => rows()[0]?.includes("名字不在这台设备上"), "said");
});

test.each(["zh-CN", "en"] as const)(
  "axe finds nothing on the block list in %s",
  async (shown) => {
    await open((world) => {
      world.visibility.blocks.push({
        id: "b",
        company: null,
        name: "长".repeat(100),
        origin: "imported",
        at: NOW * 1000,
      });
    });
    language.set(shown);
    byId("block-paste")?.click();
    flushSync();
    type("block-list", "·");
    const { violations } = await axe.run(document.body, {
      rules: { region: { enabled: false }, "color-contrast": { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  },
  30_000,
);
