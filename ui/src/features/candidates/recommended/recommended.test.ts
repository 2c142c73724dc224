import axe from "axe-core";
import { afterEach, expect, test } from "vitest";
import { byId, host, NOW, render, until } from "../../../../tests/render";
import { language } from "../../../i18n";
import { fillCompany } from "../../../platform/fake/recruiting";
import { someResumes } from "../../../platform/fake/resumes";
import type { World } from "../../../platform/fake/world";
import { router, session } from "../../../shell";
import Screen from "../Screen.svelte";

async function open(change: (world: World) => void = () => {}, ready = "recommended-why") {
  const fake = host((world) => {
    world.account = {
      id: "a",
      phone_tail: "00",
      staff: false,
      created_at: NOW * 1000,
      recruiter: {
        name: "许未",
        title: "招聘负责人",
        company: "纸鹞数据",
        verification: { person: true, employment: true, company: true },
      },
    };
    fillCompany(world);
    world.resumes = someResumes();
    const [job] = world.companyJobs;
    if (job) job.content.title = "数据分析师";
    change(world);
  });
  language.set("zh-CN");
  await session.start();
  render(Screen, { path: [fake.world.companyJobs[0]?.id ?? "", "recommended"] });
  await until(() => byId(ready), ready);
  return fake;
}

afterEach(() => language.set("zh-CN"));

/** S-RECO-02: only whose setting allows it, each with why. */
test("who is offered says why, and whoever may not be offered is not there", async () => {
  const fake = await open((world) => {
    for (const found of world.resumes) found.content.intention.position = "数据分析师";
  });
  const shown = [...document.querySelectorAll<HTMLElement>('[data-testid="resume-hit"]')].map(
    (row) => row.dataset.resume,
  );
  const may = fake.world.resumes.filter(({ setting }) => setting === "public" || setting === "platform_and_partial");
  expect(new Set(shown)).toEqual(new Set(may.map(({ id }) => id)));
  expect(byId("recommended-why")?.textContent).toContain("数据分析师");
  document.querySelector<HTMLElement>('[data-testid="resume-hit"]')?.click();
  expect(router.path).toEqual(["candidates", "search", shown[0]]);
});

test("nobody, and not entitled, are said as such", async () => {
  await open((world) => {
    world.resumes = [];
  }, "recommended-empty");
  expect(byId("recommended-empty")?.textContent).toContain("没有公开的简历对上这个职位");
});

test.each(["zh-CN", "en"] as const)(
  "axe finds nothing in %s",
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
