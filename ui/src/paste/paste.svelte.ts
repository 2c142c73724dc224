import { asCommandError, type CommandError, call, type Findings, type Purpose } from "../platform";

/** Where something can be pasted. */
export type PastePurpose = Extract<Purpose, `paste_${string}`>;

/** Readings of the clipboard at one place, each on the person's act alone (R7), and what the last one found. */
export class Paste {
  busy = $state(false);
  findings = $state.raw<Findings | null>(null);
  refusal = $state.raw<CommandError | null>(null);
  #reading = 0;

  /** Reads once. Null when it was refused, or dropped meanwhile. */
  async read(purpose: PastePurpose): Promise<Findings | null> {
    this.drop();
    const mine = this.#reading;
    this.busy = true;
    try {
      const findings = await call("clipboard_paste", { purpose });
      if (mine !== this.#reading) return null;
      this.findings = findings;
      return findings;
    } catch (thrown) {
      if (mine === this.#reading) this.refusal = asCommandError(thrown);
      return null;
    } finally {
      if (mine === this.#reading) this.busy = false;
    }
  }

  /** Lets go of what was found; what is still being read is not taken any more. */
  drop(): void {
    this.#reading += 1;
    this.busy = false;
    this.findings = null;
    this.refusal = null;
  }
}
