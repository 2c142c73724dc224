import type {
  Count,
  Job,
  JobsSearchRequest,
  JobsSearchView,
  JobsSuggestView,
  JobView,
  Salary,
} from "../generated/types";
import { kilometres, place } from "./places";
import { cardOf, findJob, refuse, type World } from "./world";

const SALARY_STEPS = [0, 5_000, 10_000, 15_000, 20_000, 30_000, 50_000].map((yuan) => yuan * 100);
const RADII = [1, 3, 5, 10, 25, 50, 100];
const EXPERIENCE = ["any", "graduate", "under1", "from1_to3", "from3_to5", "from5_to10", "over10"] as const;
const EDUCATION = ["any", "high_school", "associate", "bachelor", "master", "doctor"] as const;
const EMPLOYMENT = ["full_time", "part_time", "internship", "contract", "temporary"] as const;

/** What a few words of pinyin stand for; the real analyser knows them all. */
const PINYIN: Record<string, string> = {
  shuju: "数据",
  fenxi: "分析",
  "shuju fenxi": "数据分析",
  shujufenxi: "数据分析",
  sheji: "设计",
  chanpin: "产品",
  qianduan: "前端",
};

function monthly(salary: Salary | null): number {
  if (salary === null) return -1;
  const factor = { hour: 2080 / 12, day: 260 / 12, month: salary.months / 12, year: 1 / 12 }[salary.period];
  return salary.max * factor;
}

function wordsOf(text: string): string[] {
  const typed = text.trim().toLowerCase();
  const read = PINYIN[typed];
  return read
    ? [read]
    : typed
        .split(/\s+/)
        .filter(Boolean)
        .map((word) => PINYIN[word] ?? word);
}

function textOf({ content, company }: Job): string {
  return `${content.title} ${company.name} ${content.tags.join(" ")} ${content.description}`.toLowerCase();
}

type Held = "salary" | "experience" | "education" | "employment" | "radius" | "remote";

function matcher(request: JobsSearchRequest, skip?: Held) {
  const words = wordsOf(request.text);
  const centre = request.near ? place(request.near.place)?.point : undefined;
  return (job: Job): boolean => {
    if (job.state !== "open") return false;
    const { content } = job;
    if (!words.every((word) => textOf(job).includes(word))) return false;
    if (skip !== "salary" && request.salary_min !== null && monthly(content.salary) < request.salary_min) return false;
    if (skip !== "experience" && request.experience.length && !request.experience.includes(content.experience))
      return false;
    if (skip !== "education" && request.education.length && !request.education.includes(content.education))
      return false;
    if (
      skip !== "employment" &&
      request.employment_type.length &&
      !request.employment_type.includes(content.employment_type)
    )
      return false;
    if (skip !== "remote" && request.remote && !content.workplace.remote) return false;
    if (skip !== "radius" && request.near && centre) {
      const point = content.workplace.point;
      if (point === null || kilometres(centre, point) > request.near.radius_km) return false;
    }
    return true;
  };
}

/** The jobs that can be answered with: the market's, or off-line those that were kept. */
function reachable(world: World): Job[] {
  if (world.mood === "empty") return [];
  return world.online ? world.market.jobs : world.market.jobs.filter((job) => world.kept.has(job.id));
}

/** What off-line finds nothing among what was kept has nothing to say. */
function orOffline<T>(world: World, found: { length: number }, answer: T): T {
  return world.online || found.length > 0 ? answer : refuse("offline");
}

/** Open postings that the words find. */
export function matching(world: World, text: string): Job[] {
  const words = wordsOf(text);
  return reachable(world).filter((job) => job.state === "open" && words.every((word) => textOf(job).includes(word)));
}

/** A posting; off-line as it was when last opened. */
export function jobShow(world: World, id: string): JobView {
  if (!world.online) return { job: structuredClone(world.keptPostings.get(id) ?? refuse("offline")), kept: true };
  const job = structuredClone(findJob(world, id));
  world.keptPostings.set(id, job);
  return { job: structuredClone(job), kept: false };
}

function counts<T>(values: readonly T[], count: (value: T) => number): Count<T>[] {
  return values.map((value) => ({ value, count: count(value) }));
}

export function jobsSearch(world: World, request: JobsSearchRequest): JobsSearchView {
  const all = reachable(world);
  const centre = request.near ? place(request.near.place)?.point : undefined;
  const away = (job: Job) =>
    centre && job.content.workplace.point ? kilometres(centre, job.content.workplace.point) : null;
  const found = all.filter(matcher(request));
  const far = Number.MAX_VALUE;
  if (request.sort === "date") found.sort((a, b) => b.posted_at - a.posted_at);
  if (request.sort === "salary") found.sort((a, b) => monthly(b.content.salary) - monthly(a.content.salary));
  if (request.sort === "distance") found.sort((a, b) => (away(a) ?? far) - (away(b) ?? far));
  if (request.text.trim() && request.offset === 0) {
    const at = world.now() * 1000;
    const kept = { ...request, offset: 0, limit: 0 };
    world.history = [
      { request: kept, at },
      ...world.history.filter((entry) => entry.request.text !== request.text),
    ].slice(0, 50);
  }
  const page = found.slice(request.offset, request.offset + request.limit);
  const shown = { jobs: page.map((job) => cardOf(job, away(job))), total: found.length };
  if (world.online) for (const job of page) world.kept.add(job.id);
  const without = (held: Held) => all.filter(matcher(request, held));
  const [salary, experience, education, employment, radius, remote] = (
    ["salary", "experience", "education", "employment", "radius", "remote"] as const
  ).map(without) as [Job[], Job[], Job[], Job[], Job[], Job[]];
  return orOffline(world, found, {
    ...shown,
    kept: !world.online,
    facets: {
      experience: counts(EXPERIENCE, (value) => experience.filter((job) => job.content.experience === value).length),
      education: counts(EDUCATION, (value) => education.filter((job) => job.content.education === value).length),
      employment_type: counts(
        EMPLOYMENT,
        (value) => employment.filter((job) => job.content.employment_type === value).length,
      ),
      salary_min: counts(SALARY_STEPS, (value) => salary.filter((job) => monthly(job.content.salary) >= value).length),
      radius_km: request.near
        ? counts(RADII, (value) => radius.filter((job) => (away(job) ?? far) <= value).length)
        : [],
      remote: remote.filter((job) => job.content.workplace.remote).length,
    },
  });
}

export function jobsSuggest(world: World, text: string): JobsSuggestView {
  const word = wordsOf(text).join("");
  if (!word) return orOffline(world, [], { suggestions: [], kept: false });
  const open = reachable(world).filter((job) => job.state === "open");
  const tally = (values: string[]) => {
    const map = new Map<string, number>();
    for (const value of values) if (value.toLowerCase().includes(word)) map.set(value, (map.get(value) ?? 0) + 1);
    return [...map].sort((a, b) => b[1] - a[1]);
  };
  const titles = tally(open.map((job) => job.content.title)).slice(0, 4);
  const tags = tally(open.flatMap((job) => job.content.tags)).slice(0, 2);
  const companies = tally(open.map((job) => job.company.name)).slice(0, 2);
  const suggestions = [
    ...titles.map(([value, count]) => ({ text: value, kind: "title" as const, count })),
    ...tags.map(([value, count]) => ({ text: value, kind: "tag" as const, count })),
    ...companies.map(([value, count]) => ({ text: value, kind: "company" as const, count })),
  ].slice(0, 8);
  return orOffline(world, suggestions, { suggestions, kept: !world.online });
}
