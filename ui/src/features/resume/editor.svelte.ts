import { SvelteMap } from "svelte/reactivity";
import {
  asCommandError,
  type CommandError,
  type Commands,
  type ErrorCode,
  type ResumeDraft,
  type ResumeEdit,
  type ResumeView,
  type Section,
} from "../../platform";
import { entryPath, filledFields, valueAt } from "./path";

/** How the editor reaches the core. */
export type Call = <C extends keyof Commands>(
  name: C,
  request: Commands[C]["request"],
) => Promise<Commands[C]["answer"]>;

/** What is wrong at a field. */
export interface Problem {
  code: ErrorCode;
  /** The kind of a refused value: `too_long`, `phone`, `email`, `url`, `date`, `too_young`, `salary`, `type`. */
  problem: string | null;
}

const TYPING_MS = 300;
const PAGES_MS = 150;
/** Beyond any list: where the end is, is known only when the edit before it was made. */
const AT_THE_END = 0xffff_ffff;

function problemOf(error: unknown): Problem {
  const { code, field } = asCommandError(error);
  return { code, problem: field?.problem || null };
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * The résumé being edited. What is typed is shown at once and goes to the core a moment after the last key, or when
 * the field is left; what the core refuses stays in the field with its problem. Commands go one after another, in the
 * order of the typing.
 */
export class ResumeEditor {
  /** The working copy as the core last gave it. */
  view = $state.raw<ResumeView | null>(null);
  /** Why there is none. */
  failure = $state.raw<CommandError | null>(null);
  /** The set pages. The last good ones stay while new ones are made. */
  pages = $state.raw<readonly string[]>([]);
  /** Why the last setting failed. */
  pagesFailure = $state.raw<CommandError | null>(null);
  /** Problems by path. */
  readonly problems = new SvelteMap<string, Problem>();

  readonly #typed = new SvelteMap<string, unknown>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #call: Call;
  readonly #onunaccepted: () => void;
  #line: Promise<unknown> = Promise.resolve();
  #pagesTimer: ReturnType<typeof setTimeout> | undefined;
  #setting = false;
  #stale = false;
  #edits = 0;

  /** `onunaccepted`: the policy has to be accepted before anything is kept; what was typed stays typed. */
  constructor(call: Call, onunaccepted: () => void = () => {}) {
    this.#call = call;
    this.#onunaccepted = onunaccepted;
  }

  /** Fetches the résumé and its pages. */
  async load(): Promise<void> {
    try {
      this.view = await this.#call("resume_show", {});
      this.failure = null;
      await this.#setPages();
    } catch (error) {
      this.failure = asCommandError(error);
    }
  }

  /** Fetches it again after it was changed elsewhere; what is being typed stays. */
  async refresh(): Promise<void> {
    await this.#inLine(async () => {
      this.#accept(await this.#call("resume_show", {}));
    }).catch(() => undefined);
  }

  /** What a field shows: what is being typed, else what the résumé holds. */
  value(path: string): unknown {
    if (this.#typed.has(path)) return this.#typed.get(path);
    return this.view ? valueAt(this.view.content, path) : undefined;
  }

  /** The same for a text. */
  text(path: string): string {
    const value = this.value(path);
    return typeof value === "string" ? value : "";
  }

  /** Something was typed. `hold` keeps it back while an input method composes. */
  type(path: string, value: unknown, hold = false): void {
    this.#typed.set(path, value);
    clearTimeout(this.#timers.get(path));
    if (!hold)
      this.#timers.set(
        path,
        setTimeout(() => void this.flush(path), TYPING_MS),
      );
  }

  /** Something was chosen: goes at once. */
  choose(path: string, value: unknown): Promise<void> {
    this.#typed.set(path, value);
    return this.flush(path);
  }

  /** What was typed cannot be read as the field's value, so nothing can be sent. */
  unreadable(path: string, problem: string): void {
    this.problems.set(path, { code: "invalid_field", problem });
  }

  /** What was typed was taken back. */
  settle(path: string): void {
    clearTimeout(this.#timers.get(path));
    this.#typed.delete(path);
    this.problems.delete(path);
  }

  /** Sends what was typed into a field, if anything is unsent. */
  flush(path: string): Promise<void> {
    clearTimeout(this.#timers.get(path));
    this.#timers.delete(path);
    // Looked at only when its turn comes: an edit on its way may still change what the résumé holds.
    return this.#inLine(async () => {
      if (!this.#typed.has(path) || !this.view) return;
      const value = this.#typed.get(path);
      if (same(value, valueAt(this.view.content, path))) {
        this.settle(path);
        return;
      }
      try {
        await this.#apply({ kind: "set", path, value });
        this.problems.delete(path);
        if (same(this.#typed.get(path), value)) this.#typed.delete(path);
      } catch (error) {
        const found = problemOf(error);
        // The entry is gone; there is no field left to show a problem at.
        if (found.code === "not_found") this.settle(path);
        else if (found.code === "policy_not_accepted") this.#onunaccepted();
        else if (same(this.#typed.get(path), value)) this.problems.set(path, found);
      }
    });
  }

  /** Sends all that was typed and not refused. */
  async flushAll(): Promise<void> {
    await Promise.all([...this.#timers.keys()].map((path) => this.flush(path)));
    await this.#line.catch(() => undefined);
  }

  /** Sends again what could not be kept while the policy was not accepted. */
  async resend(): Promise<void> {
    await Promise.all([...this.#typed.keys()].map((path) => this.flush(path)));
  }

  /** Adds an entry at the end and answers its key. */
  async add(section: Section, entry: string, fields: [field: string, value: unknown][] = []): Promise<void> {
    await this.#edit({ kind: "add", section, entry, at: AT_THE_END });
    for (const [field, value] of fields) await this.choose(entryPath(section, entry, field), value);
  }

  /** Takes an entry out and answers how to put it back. */
  async remove(section: Section, entry: string): Promise<() => Promise<void>> {
    await this.flushAll();
    const list: readonly { id: string }[] = this.view?.content[section] ?? [];
    const at = list.findIndex((each) => each.id === entry);
    const gone = list[at];
    await this.#edit({ kind: "remove", section, entry });
    const edits = this.#edits;
    return async () => {
      // The very last edit is taken back by the core itself; after others it is made again as it was.
      if (edits === this.#edits) return this.undo();
      if (!gone) return;
      await this.#edit({ kind: "add", section, entry, at });
      for (const [path, value] of filledFields(section, gone)) await this.#edit({ kind: "set", path, value });
    };
  }

  /** Moves an entry by one place. */
  async move(section: Section, entry: string, by: -1 | 1): Promise<boolean> {
    const list: readonly { id: string }[] = this.view?.content[section] ?? [];
    const to = list.findIndex((each) => each.id === entry) + by;
    if (to < 0 || to >= list.length) return false;
    await this.#edit({ kind: "move", section, entry, to });
    return true;
  }

  /**
   * Takes over what was confirmed of a paste, as one edit. Answers whether anything changed: if not, there is nothing
   * to take back. What was typed and refused gives way where the paste says something else.
   */
  async take(draft: ResumeDraft): Promise<boolean> {
    await this.flushAll();
    return this.#inLine(async () => {
      const before = this.view?.content;
      const view = await this.#call("resume_take", { draft });
      const after = view.content;
      const changed = !same(before, after);
      if (changed) this.#edits += 1;
      for (const path of [...this.#typed.keys()]) {
        if (before && !same(valueAt(before, path), valueAt(after, path))) this.settle(path);
      }
      this.#accept(view);
      return changed;
    });
  }

  /** Takes the last edit back. */
  async undo(): Promise<void> {
    await this.flushAll();
    await this.#inLine(async () => this.#stepped(await this.#call("resume_undo", {})));
  }

  /** Makes the edit taken back last again. */
  async redo(): Promise<void> {
    await this.flushAll();
    await this.#inLine(async () => this.#stepped(await this.#call("resume_redo", {})));
  }

  /** Stops the timers; what was typed is sent first. */
  async close(): Promise<void> {
    await this.flushAll();
    clearTimeout(this.#pagesTimer);
  }

  #inLine<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#line.catch(() => undefined).then(work);
    this.#line = turn;
    return turn;
  }

  #edit(edit: ResumeEdit): Promise<void> {
    return this.#inLine(() => this.#apply(edit));
  }

  async #apply(edit: ResumeEdit): Promise<void> {
    this.#accept(await this.#call("resume_edit", { edit }));
    this.#edits += 1;
  }

  #stepped(view: ResumeView): void {
    this.#edits += 1;
    // Refused values that still stand in fields give way: the person asked for an earlier state.
    this.#typed.clear();
    this.problems.clear();
    this.#accept(view);
  }

  #accept(view: ResumeView): void {
    this.view = view;
    clearTimeout(this.#pagesTimer);
    this.#pagesTimer = setTimeout(() => void this.#setPages(), PAGES_MS);
  }

  /** One setting at a time; what changed meanwhile is set right after. */
  async #setPages(): Promise<void> {
    if (this.#setting) {
      this.#stale = true;
      return;
    }
    this.#setting = true;
    do {
      this.#stale = false;
      try {
        this.pages = (await this.#call("resume_pages", {})).pages;
        this.pagesFailure = null;
      } catch (error) {
        this.pagesFailure = asCommandError(error);
      }
    } while (this.#stale);
    this.#setting = false;
  }
}
