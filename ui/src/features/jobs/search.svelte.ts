import { SvelteSet } from "svelte/reactivity";
import { places } from "../../places";
import {
  asCommandError,
  type CommandError,
  call,
  type JobCard,
  type JobsFacets,
  type JobsSearchRequest,
  type JobsSort,
} from "../../platform";

/** Rows fetched at a time. */
const PAGE = 50;
/** The contract's last offset, and one page more. */
export const LISTED_MOST = 10_000 + PAGE;
/** How far round a place one looks until told otherwise, in kilometres. */
export const DEFAULT_KM = 10;

/** What a search asks for, without the page of results. */
export type Wanted = Omit<JobsSearchRequest, "offset" | "limit">;

const EVERYTHING: Wanted = {
  text: "",
  near: null,
  near_cell: null,
  salary_min: null,
  experience: [],
  education: [],
  employment_type: [],
  remote: false,
  sort: "relevance",
};

let wanted = $state.raw<Wanted>(EVERYTHING);
let rows = $state.raw<readonly (JobCard | undefined)[]>([]);
let total = $state(0);
/** What is shown was kept on the device: the server cannot be reached. */
let kept = $state(false);
let facets = $state.raw<JobsFacets | null>(null);
let error = $state.raw<CommandError | null>(null);
let busy = $state(false);
/** Rises with each search, so that answers of an older one are dropped and the list goes back to its top. */
let generation = $state(0);
const seen = new SvelteSet<string>();
const fetching = new Set<number>();

async function fetchPage(page: number): Promise<void> {
  const mine = generation;
  fetching.add(page);
  try {
    const answer = await call("jobs_search", { ...wanted, offset: page * PAGE, limit: PAGE });
    if (mine !== generation) return;
    if (page > 0 && answer.kept !== kept) {
      // The server went away, or came back, between two pages: the list is of one or of the other.
      void search.run();
      return;
    }
    const next = page === 0 ? [] : rows.slice();
    answer.jobs.forEach((job, index) => {
      next[page * PAGE + index] = job;
    });
    places.want(answer.jobs.map((job) => job.place));
    rows = next;
    total = answer.total;
    facets = answer.facets;
    kept = answer.kept;
    error = null;
  } catch (thrown) {
    if (mine === generation) error = asCommandError(thrown);
  } finally {
    if (mine === generation) {
      fetching.delete(page);
      if (page === 0) busy = false;
    }
  }
}

/** A fling through thousands of rows asks for where it ends, not for all between. */
const REST_MS = 50;
let resting: ReturnType<typeof setTimeout> | null = null;

function fetchBetween(first: number, last: number): void {
  resting = null;
  for (let page = Math.max(1, Math.floor(first / PAGE)); page <= Math.floor(last / PAGE); page += 1) {
    if (!fetching.has(page) && rows[page * PAGE] === undefined && page * PAGE < search.listed) void fetchPage(page);
  }
}

/** The search: what is asked for and what came back. One for the page, so that it is still there on coming back. */
export const search = {
  get wanted(): Wanted {
    return wanted;
  },
  get rows(): readonly (JobCard | undefined)[] {
    return rows;
  },
  get total(): number {
    return total;
  },
  /** Rows that can be listed. */
  get listed(): number {
    return Math.min(total, LISTED_MOST);
  },
  get kept(): boolean {
    return kept;
  },
  /** Null until the first answer. */
  get facets(): JobsFacets | null {
    return facets;
  },
  get error(): CommandError | null {
    return error;
  },
  get busy(): boolean {
    return busy;
  },
  get generation(): number {
    return generation;
  },
  get filtered(): boolean {
    return (
      wanted.salary_min !== null ||
      wanted.experience.length + wanted.education.length + wanted.employment_type.length > 0 ||
      wanted.remote
    );
  },
  /** Searches anew; what is shown stays until the answer is there. */
  async run(): Promise<void> {
    generation += 1;
    fetching.clear();
    busy = true;
    await fetchPage(0);
  },
  /** Changes what is asked for and searches. */
  want(patch: Partial<Wanted>): Promise<void> {
    const next = { ...wanted, ...patch };
    if (next.near === null && next.sort === "distance") next.sort = "relevance";
    wanted = next;
    return search.run();
  },
  sortBy(sort: JobsSort): Promise<void> {
    return search.want({ sort });
  },
  /** Adds or takes away one of several choices. */
  toggle<K extends "experience" | "education" | "employment_type">(key: K, value: Wanted[K][number]): Promise<void> {
    const chosen = wanted[key] as Wanted[K][number][];
    const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
    return search.want({ [key]: next } as Partial<Wanted>);
  },
  clearFilters(): Promise<void> {
    return search.want({ salary_min: null, experience: [], education: [], employment_type: [], remote: false });
  },
  /** Fetches the pages that lie between two rows and are not there, once the scrolling rests a moment. */
  see(first: number, last: number): void {
    if (resting !== null) clearTimeout(resting);
    resting = setTimeout(() => fetchBetween(first, last), REST_MS);
  },
  /** Read in this run of the app; kept nowhere. */
  isSeen: (id: string): boolean => seen.has(id),
  markSeen(id: string): void {
    seen.add(id);
  },
};
