import { clock } from "../../i18n";
import {
  asCommandError,
  CommandError,
  call,
  type OpenedResume,
  type ResumeId,
  type ResumesSearchRequest,
  type ResumesSearchResponse,
  type StaffReason,
} from "../../platform";

/** What the person is asked before staff's command runs. */
export type Question =
  | { kind: "reason"; about: "search" | "open"; answer: (reason: StaffReason | null) => void }
  | { kind: "code"; answer: (until: number | null) => void };

/**
 * The way of the platform's staff to résumés: each search and each look has a reason, and the session shows a second
 * factor when the server asks for it. Source: I4.
 */
export class Desk {
  /** The reason that was given last; offered again, never sent for another look unasked. */
  reason = $state.raw<StaffReason | null>(null);
  question = $state.raw<Question | null>(null);
  /** Why the second factor could not be shown, when it was not left. */
  failure = $state.raw<CommandError | null>(null);
  /** Until when it counts, in milliseconds; 0 before it was asked for. */
  #until = $state(0);
  #searching: StaffReason | null = null;
  /** One question at a time: a search and a look may begin together. */
  #asking: Promise<unknown> = Promise.resolve();
  /** How often the second factor was shown. */
  #shown = 0;

  /** A search goes on with its reason: its filters and its pages are one search. */
  async search(search: ResumesSearchRequest): Promise<ResumesSearchResponse> {
    this.#searching ??= await this.#why("search");
    const reason = this.#searching;
    return this.stepped(() => call("staff_resumes_search", { reason, search }));
  }

  /** The next search is another one. */
  begin(): void {
    this.#searching = null;
  }

  /** Opens a résumé; `again` is the same look, after something was done about what it shows. */
  async open(resume: ResumeId, again: boolean): Promise<OpenedResume> {
    const reason = again && this.reason ? this.reason : await this.#why("open");
    return this.stepped(() => call("staff_resume_open", { resume, reason }));
  }

  /** Whether the second factor counts now. */
  get counts(): boolean {
    return this.#until > clock.now;
  }

  /** Asks for the second factor unless it counts; whether it does then. */
  async show(): Promise<boolean> {
    try {
      const { until } = await this.stepped(() => call("staff_session", {}));
      this.#until = until / 1000;
      this.failure = null;
    } catch (thrown) {
      const error = asCommandError(thrown);
      this.failure = error.code === "cancelled" ? null : error;
    }
    return this.counts;
  }

  /** Runs a command, once more after the second factor was shown for it. */
  async stepped<T>(run: () => Promise<T>): Promise<T> {
    const before = this.#shown;
    try {
      return await run();
    } catch (thrown) {
      const error = asCommandError(thrown);
      const unenrolled = (error.detail as { enrolled?: unknown } | undefined)?.enrolled === false;
      if (error.code !== "second_factor_required" || unenrolled) throw error;
      await this.#ask(async () => {
        // Shown meanwhile, for another command.
        if (this.#shown > before) return;
        const until = await new Promise<number | null>((answer) => {
          this.question = { kind: "code", answer };
        });
        if (until === null) throw new CommandError({ code: "cancelled", message: "no second factor was shown" });
        this.#until = until / 1000;
        this.#shown += 1;
      });
      return run();
    }
  }

  #why(about: "search" | "open"): Promise<StaffReason> {
    return this.#ask(async () => {
      const reason = await new Promise<StaffReason | null>((answer) => {
        this.question = { kind: "reason", about, answer };
      });
      if (reason === null) throw new CommandError({ code: "cancelled", message: "no reason was given" });
      this.reason = reason;
      return reason;
    });
  }

  #ask<T>(put: () => Promise<T>): Promise<T> {
    const asked = this.#asking.then(put).finally(() => {
      this.question = null;
    });
    this.#asking = asked.catch(() => {});
    return asked;
  }
}
