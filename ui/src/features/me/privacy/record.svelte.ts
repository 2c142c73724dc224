import { asCommandError, type CommandError, call, type RecordEntryView, type RecordSort } from "../../../platform";

/** Entries in one answer. */
const PAGE = 100;

/** The record of personal data as far as it was read, newest first. */
export class RecordPages {
  #entries = $state.raw<readonly RecordEntryView[] | null>(null);
  #total = $state(0);
  #error = $state.raw<CommandError | null>(null);
  #sort = $state<RecordSort | null>(null);
  #more = $state(false);
  #busy = $state(false);
  #generation = 0;

  /** Null until the first answer. */
  get entries(): readonly RecordEntryView[] | null {
    return this.#entries;
  }

  /** All entries, whatever is filtered. */
  get total(): number {
    return this.#total;
  }

  get error(): CommandError | null {
    return this.#error;
  }

  get sort(): RecordSort | null {
    return this.#sort;
  }

  /** There may be earlier ones. */
  get more(): boolean {
    return this.#more;
  }

  get busy(): boolean {
    return this.#busy;
  }

  show(sort: RecordSort | null): Promise<void> {
    this.#sort = sort;
    this.#entries = null;
    return this.load();
  }

  /** Reads the newest again; what was read before stays below them, as long as they meet. */
  async load(): Promise<void> {
    this.#generation += 1;
    const mine = this.#generation;
    const sort = this.#sort;
    const before = { total: this.#total, entries: this.#entries ?? [] };
    this.#busy = true;
    try {
      const page = await call("record_list", { before: null, sort, limit: PAGE });
      if (mine !== this.#generation) return;
      const oldest = page.entries.at(-1)?.seq ?? 0;
      const full = page.entries.length === PAGE;
      const meets = full && page.total >= before.total && before.entries.some(({ seq }) => seq === oldest);
      const kept = meets ? before.entries.filter(({ seq }) => seq < oldest) : [];
      this.#entries = [...page.entries, ...kept];
      this.#total = page.total;
      if (kept.length === 0) this.#more = full;
      this.#error = null;
    } catch (thrown) {
      if (mine === this.#generation) this.#error = asCommandError(thrown);
    } finally {
      if (mine === this.#generation) this.#busy = false;
    }
  }

  /** Reads the ones before those that are there. */
  async older(): Promise<void> {
    const entries = this.#entries;
    const last = entries?.at(-1);
    if (entries === null || last === undefined || !this.#more || this.#busy) return;
    const mine = this.#generation;
    this.#busy = true;
    try {
      const page = await call("record_list", { before: last.seq, sort: this.#sort, limit: PAGE });
      if (mine !== this.#generation) return;
      this.#entries = [...entries, ...page.entries];
      this.#more = page.entries.length === PAGE;
      this.#error = null;
    } catch (thrown) {
      if (mine === this.#generation) this.#error = asCommandError(thrown);
    } finally {
      if (mine === this.#generation) this.#busy = false;
    }
  }
}
