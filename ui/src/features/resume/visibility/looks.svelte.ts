import { asCommandError, type CommandError, call, type Look } from "../../../platform";

/** Looks in one answer of the host. */
const PAGE = 50;

/** Who looked at the résumé, as far back as was asked for, latest first. */
export class Looks {
  looks = $state.raw<readonly Look[] | null>(null);
  failure = $state.raw<CommandError | null>(null);
  /** There may be earlier ones. */
  more = $state(false);
  busy = $state(false);
  #turn = 0;

  /** Reads the latest; those that were read before stay below them as long as they meet. */
  async load(): Promise<void> {
    const turn = ++this.#turn;
    const before = this.looks ?? [];
    try {
      const page = await call("looks_list", { before: null });
      if (turn !== this.#turn) return;
      const last = page.at(-1)?.id;
      const meets = page.length === PAGE ? before.findIndex(({ id }) => id === last) : -1;
      const kept = meets < 0 ? [] : before.slice(meets + 1);
      this.looks = [...page, ...kept];
      if (kept.length === 0) this.more = page.length === PAGE;
      this.failure = null;
    } catch (thrown) {
      if (turn === this.#turn) this.failure = asCommandError(thrown);
    }
  }

  /** Reads the ones before those that are there. */
  async older(): Promise<void> {
    const last = this.looks?.at(-1);
    if (!last || !this.more || this.busy) return;
    const turn = this.#turn;
    this.busy = true;
    try {
      const page = await call("looks_list", { before: last.id });
      if (turn !== this.#turn) return;
      this.looks = [...(this.looks ?? []), ...page];
      this.more = page.length === PAGE;
      this.failure = null;
    } catch (thrown) {
      if (turn === this.#turn) this.failure = asCommandError(thrown);
    } finally {
      this.busy = false;
    }
  }
}
