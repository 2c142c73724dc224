import {
  asCommandError,
  type CommandError,
  call,
  type PermissionRefusal,
  type PermissionView,
  type Purpose,
  type SheetAnswer,
} from "../platform";

/** What `permission_not_granted` says in its detail; null for every other error. */
export function refusalOf(error: CommandError): PermissionRefusal | null {
  if (error.code !== "permission_not_granted") return null;
  const { detail } = error;
  return typeof detail === "object" && detail !== null && "reason" in detail ? (detail as PermissionRefusal) : null;
}

/**
 * One screen's way to ask for a permission: the core opens the question, the sheet is shown while `purpose` is set, and
 * the answer goes back. The page decides nothing (R10).
 */
export class Asking {
  #purpose = $state<Purpose | null>(null);
  #byPerson = $state(false);
  #settle: ((answer: SheetAnswer) => void) | null = null;

  /** What the open sheet is for; null when none is open. */
  get purpose(): Purpose | null {
    return this.#purpose;
  }

  /** Asked from the page of permissions, and not by a function that is waiting for it. */
  get byPerson(): boolean {
    return this.#byPerson;
  }

  /**
   * Asks for what a function needs, and waits for the person's answer and the system's. True when it was agreed to or
   * is granted already: whether the system agreed too, the function hears when it is run again. Rejects when it may
   * not be asked for now.
   */
  async ask(purpose: Purpose, byPerson = false): Promise<boolean> {
    const view = await this.#opened(purpose, byPerson);
    if (view.state !== "asked") return true;
    const answer = await new Promise<SheetAnswer>((settle) => {
      this.#settle = settle;
      this.#byPerson = byPerson;
      this.#purpose = purpose;
    });
    try {
      await call("permission_answer", { permission: view.permission, answer });
    } catch (thrown) {
      // The question ended otherwise, such as by taking the permission back: nobody agreed.
      if (asCommandError(thrown).code === "not_found") return false;
      throw thrown;
    }
    return answer !== "no";
  }

  /** Takes the answer on the open sheet, which closes it. */
  answer(answer: SheetAnswer): void {
    this.#purpose = null;
    this.#settle?.(answer);
    this.#settle = null;
  }

  /** Leaving the screen with an open sheet is a no: else the question would stay open and block every other one. */
  leave(): void {
    this.answer("no");
  }

  async #opened(purpose: Purpose, byPerson: boolean): Promise<PermissionView> {
    try {
      return await call("permission_ask", { purpose, by_person: byPerson });
    } catch (thrown) {
      const refusal = refusalOf(asCommandError(thrown));
      if (refusal?.reason !== "busy") throw thrown;
      // A page that was loaded anew has lost its sheet, the core has not: the same question is shown again.
      const all = await call("permissions_list", {});
      const open = all.find((one) => one.permission === refusal.permission && one.state === "asked");
      if (open === undefined) throw thrown;
      return open;
    }
  }
}
