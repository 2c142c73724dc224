import type { Commands } from "./generated/commands";
import type { AppError, CoreEvent, ErrorCode } from "./generated/types";

/** What the page may ask of its host: the typed commands and the core's events, nothing else. */
export interface Host {
  /** Runs a command; rejects with a {@link CommandError}. */
  call<C extends keyof Commands>(name: C, request: Commands[C]["request"]): Promise<Commands[C]["answer"]>;
  /** Hears the core's events until the returned function is called. */
  listen(handler: (event: CoreEvent) => void): () => void;
}

/** A command's refusal. */
export class CommandError extends Error {
  readonly code: ErrorCode;
  readonly detail: unknown;

  constructor(error: AppError) {
    super(error.message);
    this.name = "CommandError";
    this.code = error.code;
    this.detail = error.detail;
  }

  /** What a refused field is: `detail.field` and `detail.problem` of `invalid_field`. */
  get field(): { field: string; problem: string } | null {
    const detail = this.detail;
    if (typeof detail !== "object" || detail === null) return null;
    const { field, problem } = detail as { field?: unknown; problem?: unknown };
    return typeof field === "string" ? { field, problem: typeof problem === "string" ? problem : "" } : null;
  }

  /** Seconds to wait, where the code's meaning promises them. */
  get retryAfter(): number | null {
    const detail = this.detail;
    if (typeof detail !== "object" || detail === null) return null;
    const { retry_after_s } = detail as { retry_after_s?: unknown };
    return typeof retry_after_s === "number" ? retry_after_s : null;
  }
}

/** Any thrown thing as a {@link CommandError}; what is none is the page's own failure. */
export function asCommandError(thrown: unknown): CommandError {
  if (thrown instanceof CommandError) return thrown;
  if (typeof thrown === "object" && thrown !== null && "code" in thrown && typeof thrown.code === "string") {
    return new CommandError(thrown as AppError);
  }
  return new CommandError({ code: "device_failure", message: String(thrown) });
}
