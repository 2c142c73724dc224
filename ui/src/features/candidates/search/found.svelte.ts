import { places } from "../../../places";
import {
  asCommandError,
  type CommandError,
  type ResumeHit,
  type ResumesFacets,
  type ResumesSearchRequest,
  type ResumesSearchResponse,
} from "../../../platform";

const PAGE = 50;

/** What is asked for, without the page of results. */
export type Wanted = Omit<ResumesSearchRequest, "offset" | "limit">;

const EVERYBODY: Wanted = {
  text: "",
  industry: "",
  skills: [],
  years_min: null,
  years_max: null,
  degree_min: null,
  places: [],
};

/** Where a band of years, as the host counts them, ends; null for the last. */
export const BAND_END: ReadonlyMap<number, number | null> = new Map([
  [0, 0],
  [1, 2],
  [3, 4],
  [5, 9],
  [10, null],
]);

/** The search of résumés and what it found. */
export class Found {
  wanted = $state.raw<Wanted>(EVERYBODY);
  hits = $state.raw<readonly ResumeHit[]>([]);
  total = $state(0);
  facets = $state.raw<ResumesFacets | null>(null);
  error = $state.raw<CommandError | null>(null);
  busy = $state(false);
  #turn = 0;
  readonly #search: (request: ResumesSearchRequest) => Promise<ResumesSearchResponse>;

  /** Companies and staff search by different commands. */
  constructor(search: (request: ResumesSearchRequest) => Promise<ResumesSearchResponse>) {
    this.#search = search;
  }

  get filtered(): boolean {
    return JSON.stringify({ ...this.wanted, text: "" }) !== JSON.stringify(EVERYBODY);
  }

  want(patch: Partial<Wanted>): Promise<void> {
    this.wanted = { ...this.wanted, ...patch };
    return this.run();
  }

  clear(): Promise<void> {
    return this.want({ ...EVERYBODY, text: this.wanted.text });
  }

  /** Searches anew; what is shown stays until the answer is there. */
  run(): Promise<void> {
    return this.#page(0);
  }

  more(): Promise<void> {
    return this.#page(this.hits.length);
  }

  async #page(offset: number): Promise<void> {
    const turn = ++this.#turn;
    this.busy = true;
    try {
      const answer = await this.#search({ ...this.wanted, offset, limit: PAGE });
      if (turn !== this.#turn) return;
      places.want([
        ...answer.hits.flatMap(({ card }) => card.places),
        ...answer.facets.places.map(({ value }) => value),
      ]);
      this.hits = offset === 0 ? answer.hits : [...this.hits, ...answer.hits];
      this.total = answer.total;
      this.facets = answer.facets;
      this.error = null;
    } catch (thrown) {
      if (turn !== this.#turn) return;
      const error = asCommandError(thrown);
      this.error = error;
      // What may no longer be searched is no longer shown.
      if (error.code === "not_entitled" || error.code === "not_verified" || error.code === "second_factor_required") {
        this.hits = [];
        this.facets = null;
      }
    } finally {
      if (turn === this.#turn) this.busy = false;
    }
  }
}
