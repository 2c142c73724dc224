import { asCommandError, type CommandError } from "../platform";

/** Confirming that an address is one's own: a code is mailed to it and typed in. What was typed stays after a failure. */
export class Confirmation {
  email = $state("");
  code = $state("");
  /** Where the code went, masked by the server; null until it did. */
  sentTo = $state<string | null>(null);
  /** Something was pressed: from then on what is missing is said. */
  tried = $state(false);
  busy = $state(false);
  failure = $state.raw<CommandError | null>(null);
  readonly isEmail = $derived(/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(this.email.trim()));
  readonly isCode = $derived(/^\d{6}$/.test(this.code.trim()));

  /** Has the code mailed by `send`, unless the address is none. */
  async send(send: (email: string) => Promise<{ sent_to: string }>): Promise<void> {
    this.tried = true;
    if (!this.isEmail) return;
    await this.run(async () => {
      this.sentTo = (await send(this.email.trim())).sent_to;
    });
  }

  /** Brings the code by `confirm`, unless it is none. */
  async confirm(confirm: (code: string) => Promise<void>): Promise<void> {
    this.tried = true;
    if (!this.isCode) return;
    await this.run(() => confirm(this.code.trim()));
  }

  /** Runs what may fail, one at a time for whoever looks. */
  async run(run: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.failure = null;
    try {
      await run();
      this.tried = false;
    } catch (thrown) {
      this.failure = asCommandError(thrown);
    } finally {
      this.busy = false;
    }
  }

  /** Starts over with another address. */
  restart(): void {
    this.sentTo = null;
    this.code = "";
    this.failure = null;
    this.tried = false;
  }
}
