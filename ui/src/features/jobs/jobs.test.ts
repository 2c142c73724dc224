import axe from "axe-core";
import { flushSync } from "svelte";
import { afterEach, beforeEach, expect, test } from "vitest";
import { byId, host, render, until } from "../../../tests/render";
import { language } from "../../i18n";
import { toast } from "../../kit";
import ToastHost from "../../kit/ToastHost.svelte";
import type { FakeHost } from "../../platform/fake";
import { filledResume } from "../../platform/fake/people";
import type { World } from "../../platform/fake/world";
import { router, session } from "../../shell";
import JobsScreen from "./JobsScreen.svelte";
import { jobs } from "./job.svelte";
import { search } from "./search.svelte";

function signIn(world: World): void {
  world.account = { id: "a", phone_tail: "00", recruiter: null, staff: false, created_at: 0 };
}

async function open(prepare: (world: World) => void = () => {}, path: string[] = []): Promise<FakeHost> {
  const fake = host(prepare);
  language.set("zh-CN");
  await session.start();
  await search.want({
    text: "",
    near: null,
    salary_min: null,
    experience: [],
    education: [],
    employment_type: [],
    remote: false,
    sort: "relevance",
  });
  render(JobsScreen, { path });
  render(ToastHost, {});
  await until(() => byId("total"), "the list is there");
  return fake;
}

function type(testid: string, text: string): HTMLInputElement {
  const input = byId(testid) as HTMLInputElement;
  input.focus();
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  flushSync();
  return input;
}

function key(target: HTMLElement, name: string): void {
  target.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true }));
  flushSync();
}

const total = () => Number(byId("total")?.textContent?.replaceAll(",", ""));
const lastSearch = (fake: FakeHost) =>
  fake.calls.filter(({ name }) => name === "jobs_search").at(-1)?.request as { text: string; offset: number };

beforeEach(() => router.go("/jobs", { replace: true }));
afterEach(() => toast.dismiss());

/** S-AUTH-05 */
test("jobs are listed and shown with nobody signed in and nothing asked", async () => {
  const fake = await open();
  expect(total()).toBe(119);
  expect(await until(() => byId("job-detail")?.querySelector("h1")?.textContent)).toContain("数据分析师");
  expect(fake.calls.map(({ name }) => name)).not.toContain("code_request");
});

test("the page says once that jobs can be used", async () => {
  const fake = await open();
  await until(() => fake.calls.some(({ name }) => name === "page_ready"));
  await search.run();
  expect(fake.calls.filter(({ name }) => name === "page_ready").map(({ request }) => request)).toEqual([
    { screen: "jobs" },
  ]);
});

test("suggestions are chosen by keyboard and searched", async () => {
  const fake = await open();
  const input = type("search-input", "数据");
  await until(() => document.querySelectorAll("[data-testid=suggestion]").length > 2, "suggestions");
  key(input, "ArrowDown");
  key(input, "ArrowDown");
  const chosen = document.querySelector("[data-testid=suggestion][aria-selected=true]");
  expect(input.getAttribute("aria-activedescendant")).toBe(chosen?.id);
  const label = chosen?.querySelector(".cut")?.textContent ?? "";
  key(input, "Enter");
  expect(lastSearch(fake).text).toBe(label);
  expect(input.value).toBe(label);
  await until(() => !byId("suggestion"), "the list is closed");
});

test("Escape closes the suggestions first and empties the field second", async () => {
  await open();
  const input = type("search-input", "数据");
  await until(() => byId("suggestion"));
  key(input, "Escape");
  expect(byId("suggestion")).toBeNull();
  expect(input.value).toBe("数据");
  key(input, "Escape");
  expect(input.value).toBe("");
});

test("a place and a radius narrow the list and show distances", async () => {
  await open();
  byId("where")?.click();
  await until(() => byId("place-picker-input"));
  type("place-picker-input", "xuhui");
  const option = await until(() =>
    [...document.querySelectorAll<HTMLElement>("[data-testid=place-picker-option]")].find(
      (one) =>
        one.textContent?.includes("徐汇") &&
        document.querySelectorAll("[data-testid=place-picker-option]").length === 1,
    ),
  );
  option.click();
  await until(() => byId("facet-distance"), "distances can be chosen");
  await until(() => total() < 119);
  expect(byId("job-row")?.textContent).toMatch(/km|m/);
});

test("a facet's choice narrows the results but not its own counts", async () => {
  await open();
  const facet = byId("facet-experience") as HTMLElement;
  const counts = () => [...facet.querySelectorAll(".n")].map((one) => one.textContent);
  const before = counts();
  const button = facet.querySelectorAll("button")[3] as HTMLButtonElement;
  button.click();
  await until(() => total() !== 119);
  expect(String(total())).toBe(before[3]);
  expect(counts()).toEqual(before);
  expect(button.getAttribute("aria-pressed")).toBe("true");
});

test("only rows that are seen are drawn, and the list names the rest", async () => {
  await open();
  const rows = document.querySelectorAll("[data-testid=job-row]");
  expect(rows.length).toBeLessThan(30);
  expect(rows[0]?.getAttribute("aria-setsize")).toBe("119");
});

test("the next page is fetched when its rows come into view", async () => {
  const fake = await open();
  search.see(60, 70);
  await until(() => search.rows[60]);
  expect(lastSearch(fake).offset).toBe(50);
  const calls = fake.calls.length;
  search.see(60, 70);
  expect(fake.calls.length).toBe(calls);
});

test("a late answer of an older search does not overwrite the newer one", async () => {
  const fake = host();
  const answers: (() => void)[] = [];
  const real = fake.call;
  fake.call = (async (name: "jobs_search", request: never) => {
    const answer = await real(name, request);
    if (name === "jobs_search") await new Promise<void>((done) => answers.push(done));
    return answer;
  }) as typeof fake.call;
  const first = search.want({ text: "护士" });
  const second = search.want({ text: "Rust" });
  await until(() => answers.length === 2);
  answers[1]?.();
  await second;
  const shown = search.rows[0]?.title;
  answers[0]?.();
  await first;
  expect(search.rows[0]?.title).toBe(shown);
  expect(shown).toContain("Rust");
});

test("who is not signed in is asked to when applying, and comes back to it", async () => {
  await open();
  (await until(() => byId("apply"))).click();
  expect(router.path).toEqual(["sign-in"]);
  expect(router.query.get("back")).toMatch(/^\/jobs\/.+\?then=apply$/);
});

/** S-RES-07 */
test("an incomplete résumé names what is missing and leads to it", async () => {
  await open(signIn);
  (await until(() => byId("apply"))).click();
  const missing = await until(() => byId("missing"));
  expect(missing.textContent).toContain("姓名");
  expect(missing.querySelectorAll("li").length).toBe(6);
  expect(byId("apply-confirm")).toBeNull();
  byId("to-resume")?.click();
  expect(router.path).toEqual(["resume"]);
});

test("the preview shows what goes without contact data, and what was shown is what is sent", async () => {
  const fake = await open((world) => {
    signIn(world);
    world.resume.content = filledResume();
    world.resume.version = 7;
  });
  (await until(() => byId("apply"))).click();
  const snapshot = await until(() => byId("snapshot"));
  expect(snapshot.textContent).toContain("周予安");
  expect(document.body.textContent).not.toContain("13800138000");
  expect(document.body.textContent).not.toContain("yuan@example.com");
  byId("apply-confirm")?.click();
  await until(() => byId("toast"));
  expect(fake.calls.find(({ name }) => name === "application_submit")?.request).toMatchObject({ resume_version: 7 });
  await until(() => byId("applied"), "the job says that it was applied to");
});

/** S-APP-03, D4 */
test("what the company's form asks for goes as far as it is ticked, and nothing by itself", async () => {
  const fake = await open((world) => {
    signIn(world);
    world.resume.content = filledResume();
    world.resume.version = 7;
    for (const job of world.market.jobs) job.content.form_contact = ["phone"];
  });
  (await until(() => byId("apply"))).click();
  const tick = (await until(() => byId("apply-form-phone"))) as HTMLInputElement;
  expect(byId("apply-form-email")).toBeNull();
  expect(tick.checked).toBe(false);
  expect(byId("form-phone")).toBeNull();
  tick.click();
  await until(() => byId("form-phone")?.textContent === filledResume().basic.phone, "the copy shows it");
  byId("apply-confirm")?.click();
  await until(() => byId("toast"));
  expect(fake.calls.find(({ name }) => name === "application_submit")?.request).toMatchObject({
    form_contact: ["phone"],
  });
  expect(fake.world.applications[0]?.snapshot.form_contact).toEqual({
    phone: filledResume().basic.phone,
    email: null,
  });
});

/** S-APP-01, S-APP-02 */
test("where the company has applications mailed, that is said before anything goes", async () => {
  const fake = await open((world) => {
    signIn(world);
    world.resume.content = filledResume();
    world.resume.version = 7;
    world.mailedTo = new Set(world.market.companies.map(({ id }) => id));
  });
  (await until(() => byId("apply"))).click();
  expect((await until(() => byId("apply-mailed"))).textContent).toContain("投递邮箱");
  byId("apply-cancel")?.click();
  await until(() => byId("apply-sheet") === null, "the sheet is closed");
  fake.world.mailedTo.clear();
  byId("apply")?.click();
  await until(() => byId("snapshot"));
  expect(byId("apply-mailed")).toBeNull();
});

test("what a résumé shown again has no longer is not given", async () => {
  const fake = await open((world) => {
    signIn(world);
    world.resume.content = filledResume();
    world.resume.version = 7;
    for (const job of world.market.jobs) job.content.form_contact = ["email"];
  });
  (await until(() => byId("apply"))).click();
  (await until(() => byId("apply-form-email"))).click();
  await until(() => byId("form-email"), "it is filled in");
  fake.world.resume.content.basic.email = "";
  fake.world.resume.version = 8;
  byId("apply-confirm")?.click();
  await until(() => byId("apply-form-email") === null, "shown again without it");
  byId("apply-confirm")?.click();
  await until(() => fake.world.applications.length === 1);
  expect(fake.calls.filter(({ name }) => name === "application_submit").at(-1)?.request).toMatchObject({
    form_contact: [],
  });
});

test("a résumé changed elsewhere is shown again before it goes", async () => {
  const fake = await open((world) => {
    signIn(world);
    world.resume.content = filledResume();
    world.resume.version = 7;
  });
  (await until(() => byId("apply"))).click();
  await until(() => byId("snapshot"));
  fake.world.resume.version = 8;
  byId("apply-confirm")?.click();
  await until(() => document.body.textContent?.includes("简历刚在别处改过"));
  expect(fake.world.applications).toHaveLength(0);
  byId("apply-confirm")?.click();
  await until(() => fake.world.applications.length === 1);
});

/** D5 */
test("applying to a blocked company takes an unblocking for this one application, and the block stays", async () => {
  const fake = await open((world) => {
    signIn(world);
    world.resume.content = filledResume();
    world.resume.version = 7;
    world.visibility.blocks = world.market.companies.map(({ id, name, demo }) => ({
      id,
      company: { id, name, demo },
      name: null,
      origin: "typed",
      at: 0,
    }));
  });
  (await until(() => byId("apply"))).click();
  await until(() => byId("snapshot"));
  byId("apply-confirm")?.click();
  const asked = await until(() => byId("apply-blocked"), "the question");
  expect(asked.textContent).toContain("还没有投");
  expect(fake.world.applications).toHaveLength(0);
  byId("apply-despite")?.click();
  await until(() => fake.world.applications.length === 1, "sent");
  expect(fake.world.visibility.blocks).toHaveLength(fake.world.market.companies.length);
});

test("a closed job says so and offers no application", async () => {
  const fake = host();
  const closed = fake.world.market.jobs.find((job) => job.state === "closed");
  await open(() => {}, [closed?.id ?? ""]);
  await until(() => byId("job-closed"));
  expect(byId("apply")).toBeNull();
});

test("a job is kept and can be taken back at once", async () => {
  const fake = await open();
  await until(() => byId("job-detail")?.querySelector("h1"));
  byId("favourite")?.click();
  await until(() => byId("toast-action"));
  expect(fake.world.favourites.size).toBe(1);
  byId("toast-action")?.click();
  await until(() => fake.world.favourites.size === 0);
});

/** S-SRCH-03 */
test("a history entry is deleted only after it was asked", async () => {
  const fake = await open();
  await search.want({ text: "Rust" });
  render(JobsScreen, { path: ["history"] });
  (await until(() => byId("history-delete"))).click();
  await until(() => byId("history-confirm"));
  expect(fake.world.history).toHaveLength(1);
  byId("history-confirm-delete")?.click();
  await until(() => fake.world.history.length === 0);
  await until(() => byId("empty"));
});

test("an error keeps what was chosen and offers to try again", async () => {
  const fake = await open();
  fake.refuseNext("jobs_search", "unavailable");
  await search.want({ text: "Rust" });
  const error = await until(() => byId("error-state"));
  expect(error.textContent).toContain("unavailable");
  expect((byId("search-input") as HTMLInputElement).value).toBe("Rust");
  error.querySelector("button")?.click();
  await until(() => !byId("error-state"));
});

test("off-line is said once and what is there stays", async () => {
  const fake = await open();
  fake.world.tell({ kind: "online", online: false });
  await until(() => byId("offline-note"));
  expect(byId("job-row")).not.toBeNull();
});

test("off-line the jobs that this device has seen are searched, and said to be those", async () => {
  const fake = await open();
  const seen = fake.world.kept.size;
  expect(seen).toBeGreaterThan(0);
  fake.world.online = false;
  fake.world.tell({ kind: "online", online: false });
  await search.want({ text: "数据" });
  await until(() => byId("offline-note")?.textContent?.includes("看过"));
  expect(search.kept).toBe(true);
  expect(search.rows.every((job) => job && fake.world.kept.has(job.id))).toBe(true);
  expect(search.rows.length).toBeLessThanOrEqual(seen);
  fake.world.online = true;
  fake.world.tell({ kind: "online", online: true });
  await until(() => !search.kept && !search.busy);
  await until(() => !byId("offline-note"));
});

test("off-line nothing that fits leaves the error, as before", async () => {
  const fake = await open();
  fake.world.online = false;
  await search.want({ text: "没有这样的职位" });
  await until(() => byId("error-state")?.textContent?.includes("offline"));
});

test("a list is of the server or of the device, also when the link is lost between two pages", async () => {
  const fake = await open();
  expect(search.rows.length).toBeLessThan(search.total);
  fake.world.online = false;
  search.see(60, 70);
  await until(() => search.kept && !search.busy);
  expect(search.total).toBe(fake.world.kept.size);
});

test("off-line a posting that was opened says that it is an old one", async () => {
  const fake = await open();
  await until(() => byId("job-detail")?.querySelector("h1"));
  const id = search.rows[0]?.id ?? "";
  fake.world.online = false;
  await jobs.load(id);
  await until(() => byId("job-detail")?.querySelector('[data-testid="offline-note"]'));
  fake.world.online = true;
  fake.world.tell({ kind: "online", online: true });
  await until(() => !byId("job-detail")?.querySelector('[data-testid="offline-note"]'));
});

test("off-line suggestions come from what was seen and claim no open jobs", async () => {
  const fake = await open();
  fake.world.online = false;
  const company = search.rows[0]?.company ?? "";
  type("search-input", company.slice(0, 2));
  const option = await until(() =>
    [...document.querySelectorAll('[data-testid="suggestion"]')].find((one) => one.textContent?.includes(company)),
  );
  expect(option.textContent).not.toContain("在招");
});

test("the language changes what is shown without a reload", async () => {
  await open();
  language.set("en");
  await until(() => byId("apply")?.textContent?.includes("Apply"));
  expect(byId("search-input")?.getAttribute("placeholder")).toBe("Search jobs, companies, skills");
  language.set("zh-CN");
});

test.each(["zh-CN", "en"] as const)("axe finds nothing on the screen in %s", async (shown) => {
  await open((world) => {
    world.settings.language = shown;
  });
  await until(() => byId("job-detail")?.querySelector("h1"));
  const { violations } = await axe.run(document.body, {
    rules: { region: { enabled: false }, "color-contrast": { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});
