import { flushSync } from "svelte";
import { afterEach, expect, test } from "vitest";
import { byId, host, render, until } from "../../../tests/render";
import { language } from "../../i18n";
import { toast } from "../../kit";
import { fillCompany } from "../../platform/fake/recruiting";
import type { World } from "../../platform/fake/world";
import { router, session } from "../../shell";
import { drafts } from "./drafts";
import { emptyJob, jobProblems, readTags, refusedField } from "./form";
import { emptyRegistration, registrationProblems, registrationRequest } from "./register";
import Screen from "./Screen.svelte";

function recruiter(verified: boolean) {
  return (world: World) => {
    const verification = { person: verified, employment: verified, company: true };
    world.account = {
      id: "a",
      staff: false,
      phone_tail: "42",
      created_at: 0,
      recruiter: { name: "许未", title: "", company: "纸鹞数据", verification },
    };
    fillCompany(world);
  };
}

async function open(path: string[], prepare: (world: World) => void) {
  const fake = host(prepare);
  language.set("zh-CN");
  await session.start();
  render(Screen, { path });
  return fake;
}

function type(testid: string, text: string): void {
  const input = byId(testid) as HTMLInputElement;
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  flushSync();
}

afterEach(() => {
  toast.dismiss();
  drafts.clear();
});

/** S-REC-04 */
test("until all three are verified the gate names them and asks the server for nothing", async () => {
  const fake = await open([], recruiter(false));
  await until(() => byId("recruiter-gate"), "the gate");
  expect(byId("verification-company")?.dataset.done).toBe("true");
  expect(byId("verification-person")?.dataset.done).toBe("false");
  expect(fake.calls.some(({ name }) => name === "company_jobs_list")).toBe(false);
});

/** S-REC-02 */
test("registering names every field that is wrong, then shows the gate", async () => {
  const fake = await open([], (world) => {
    world.account = { id: "a", phone_tail: "42", recruiter: null, staff: false, created_at: 0 };
  });
  (await until(() => byId("recruiter-register-submit"), "the form")).click();
  await until(() => document.querySelectorAll(".err").length === 6, "all six");
  expect(fake.world.account?.recruiter).toBeNull();
  for (const [field, text] of Object.entries({
    name: "许未",
    company: "纸鹞数据",
    industry: "软件",
    address: "上海",
    introduction: "小公司",
  })) {
    type(`recruiter-register-${field}`, text);
  }
  const size = byId("recruiter-register-size") as HTMLSelectElement;
  size.value = "up_to19";
  size.dispatchEvent(new Event("change", { bubbles: true }));
  flushSync();
  byId("recruiter-register-submit")?.click();
  await until(() => byId("recruiter-gate"), "the gate");
});

/** S-REC-07 */
test("a posting that lacks something is marked field by field and keeps what was typed", async () => {
  const fake = await open(["new"], recruiter(true));
  await until(() => byId("job-form"), "the form");
  type("job-form-title", "数据分析师");
  byId("job-publish")?.click();
  await until(() => byId("job-form-problems")?.textContent?.includes("3"), "three are wrong");
  expect((byId("job-form-title") as HTMLInputElement).value).toBe("数据分析师");
  expect(fake.calls.some(({ name }) => name === "company_job_save")).toBe(false);
});

/** S-REC-07 */
test("a posting is published with what was typed and closed after being asked", async () => {
  const fake = await open(["new"], recruiter(true));
  await until(() => byId("job-form"), "the form");
  type("job-form-title", "数据分析师");
  type("job-form-salary-min", "1.8万");
  type("job-form-salary-max", "2.6万");
  type("job-form-description", "把数据讲清楚");
  type("job-form-tags", "SQL，Python, SQL");
  byId("job-form-remote")?.click();
  byId("job-form-asks-phone")?.click();
  flushSync();
  byId("job-publish")?.click();
  const made = await until(
    () => fake.world.companyJobs.find((job) => job.content.title === "数据分析师" && job.content.workplace.remote),
    "published",
  );
  expect(made.content.salary).toEqual({ min: 1_800_000, max: 2_600_000, currency: "CNY", period: "month", months: 12 });
  expect(made.content.tags).toEqual(["SQL", "Python"]);
  expect(made.content.form_contact).toEqual(["phone"]);
  await until(() => router.here === `/company/${made.id}`, "its own page");
});

test("the field that the server names is marked", () => {
  expect(refusedField({ field: "salary", problem: "out_of_range" })).toEqual({ salary: "out_of_range" });
  expect(refusedField({ field: "content.workplace", problem: "missing" })).toEqual({ workplace: "missing" });
  expect(refusedField({ field: "phone", problem: "x" })).toEqual({});
  expect(refusedField(null)).toEqual({});
});

test("all that is wrong with a posting is found at once", () => {
  expect(jobProblems(emptyJob())).toEqual({
    title: "missing",
    description: "missing",
    salary: "missing",
    workplace: "missing",
  });
  const salary = { min: 300, max: 200, currency: "CNY", period: "month", months: 12 } as const;
  expect(jobProblems({ ...emptyJob(), title: "数据", description: "x", salary }).salary).toBe("out_of_range");
  expect(readTags("SQL，Python, SQL、 、dbt")).toEqual(["SQL", "Python", "dbt"]);
});

test("a registration goes once nothing is wrong, without white space at its ends", () => {
  const form = emptyRegistration({
    name: " 许未 ",
    company: "纸鹞数据",
    industry: "软件",
    address: "上海",
    introduction: "小公司",
  });
  expect(registrationProblems(form)).toEqual(["size"]);
  expect(registrationRequest(form)).toBeNull();
  expect(registrationRequest({ ...form, size: "up_to19" })?.name).toBe("许未");
});
