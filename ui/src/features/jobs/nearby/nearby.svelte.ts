import { Asking, refusalOf } from "../../../permission";
import { places } from "../../../places";
import { asCommandError, CommandError, call, type JobsNearbyView, type NotGranted } from "../../../platform";
import { banded, type Order, ordered } from "./order";

/** The radii that may be asked for, in kilometres. */
export const RADII = [1, 3, 5, 10] as const;
export type Radius = (typeof RADII)[number];

/** Why the position was not given: what the core said, or the person's no just now. */
export type Reason = Exclude<NotGranted, "must_ask"> | "no";

/** What the screen shows. */
export type Phase =
  | { kind: "idle" }
  | { kind: "locating" }
  | { kind: "asking" }
  | { kind: "shown"; view: JobsNearbyView; radius: Radius }
  | { kind: "refused"; reason: Reason }
  | { kind: "failed"; error: CommandError };

/** Jobs round the device: asks for leave when it must, and only then reads. One for each visit of the screen. */
export class Nearby {
  readonly asking = new Asking();
  #phase = $state.raw<Phase>({ kind: "locating" });
  #radius = $state<Radius>(5);
  #busy = $state(false);
  #text = $state("");
  /** The person asked for the exact position: a device with a receiver alone has no other. */
  #exact = $state(false);
  order = $state<Order>("distance");
  /** A visit that was left, or a newer question, makes an answer of no interest. */
  #generation = 0;

  readonly jobs = $derived.by(() => (this.#phase.kind === "shown" ? ordered(this.#phase.view.jobs, this.order) : []));
  readonly bands = $derived.by(() =>
    this.#phase.kind === "shown" ? banded(this.#phase.view.jobs, this.#phase.radius) : [],
  );

  /** `text`: the words that were searched for; empty for all jobs. */
  constructor(text: string) {
    this.#text = text;
  }

  get phase(): Phase {
    return this.#phase;
  }

  get radius(): Radius {
    return this.#radius;
  }

  get text(): string {
    return this.#text;
  }

  /** Something is under way while what was found before is still shown. */
  get busy(): boolean {
    return this.#busy;
  }

  /** Looks again within another radius. */
  within(radius: Radius): Promise<void> {
    this.#radius = radius;
    return this.load();
  }

  get exact(): boolean {
    return this.#exact;
  }

  /** Looks again with the exact position. */
  exactly(): Promise<void> {
    this.#exact = true;
    return this.load();
  }

  /** Looks again for all jobs. */
  everything(): Promise<void> {
    this.#text = "";
    return this.load();
  }

  /**
   * Runs the command; asks once if it must, and runs it once more after a yes. Without `mayAsk` it waits for the person
   * instead: who follows a link to a posting, or comes back from signing in, has not asked for what is near.
   */
  async load(mayAsk = true): Promise<void> {
    this.#generation += 1;
    const mine = this.#generation;
    const put = (phase: Phase) => {
      if (mine === this.#generation) this.#phase = phase;
    };
    if (this.#phase.kind !== "shown") this.#phase = { kind: "locating" };
    this.#busy = true;
    try {
      put(await this.#found(put, mayAsk));
    } catch (thrown) {
      const error = asCommandError(thrown);
      const reason = refusalOf(error)?.reason;
      put(reason && reason !== "must_ask" ? { kind: "refused", reason } : { kind: "failed", error });
    } finally {
      if (mine === this.#generation) this.#busy = false;
    }
  }

  /** Leaves the screen: an open sheet is a no. */
  leave(): void {
    this.#generation += 1;
    this.asking.leave();
  }

  async #found(put: (phase: Phase) => void, mayAsk: boolean): Promise<Phase> {
    try {
      return await this.#look();
    } catch (thrown) {
      const refusal = refusalOf(asCommandError(thrown));
      // A question that is open already may be this one; the core says.
      if (refusal?.reason !== "must_ask" && refusal?.reason !== "busy") throw thrown;
      if (!mayAsk) return { kind: "idle" };
      put({ kind: "asking" });
      if (!(await this.asking.ask(refusal.purpose))) return { kind: "refused", reason: "no" };
    }
    put({ kind: "locating" });
    try {
      return await this.#look();
    } catch (thrown) {
      const reason = refusalOf(asCommandError(thrown))?.reason;
      // The person has just agreed, so the refusal is the system's.
      if (reason === "quiet") return { kind: "refused", reason: "system" };
      // The one use that was agreed to is spent, and gave no position.
      if (reason === "must_ask") throw new CommandError({ code: "location_unavailable", message: "no position" });
      throw thrown;
    }
  }

  async #look(): Promise<Phase> {
    const radius = this.#radius;
    const view = await call("jobs_nearby", { text: this.#text, radius_km: radius, exact: this.#exact });
    places.want([view.place, ...view.jobs.map(({ job }) => job.place)]);
    return { kind: "shown", view, radius };
  }
}
