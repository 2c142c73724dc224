import { toast } from "../../../../kit";
import {
  asCommandError,
  type CommandError,
  call,
  type IntroductionLink,
  type IntroductionMake,
} from "../../../../platform";
import { sayRefused } from "../visibility.svelte";
import { m } from "./messages";

/** What a link is called: as the seeker calls it, or the company. */
export const named = ({ label, to }: IntroductionLink): string =>
  label || (to.kind === "company" ? to.company.name : "");

/** The seeker's introduction links. */
export class Links {
  all = $state.raw<readonly IntroductionLink[] | null>(null);
  failure = $state.raw<CommandError | null>(null);
  #turn = 0;

  async load(): Promise<void> {
    const turn = ++this.#turn;
    try {
      const all = await call("introductions_list", {});
      if (turn !== this.#turn) return;
      this.all = all;
      this.failure = null;
    } catch (thrown) {
      if (turn === this.#turn) this.failure = asCommandError(thrown);
    }
  }

  /** Makes one; null when it was refused, which is said. */
  async make(make: IntroductionMake): Promise<IntroductionLink | null> {
    try {
      const made = await call("introduction_make", make);
      this.#turn += 1;
      this.all = [made, ...(this.all ?? [])];
      toast.show({ text: m.made });
      return made;
    } catch (thrown) {
      sayRefused(thrown);
      return null;
    }
  }

  async revoke(link: IntroductionLink): Promise<void> {
    try {
      const revoked = await call("introduction_revoke", { introduction: link.id });
      this.#turn += 1;
      this.all = (this.all ?? []).map((one) => (one.id === revoked.id ? revoked : one));
      toast.show({ text: m.revoked(named(link)) });
    } catch (thrown) {
      sayRefused(thrown);
    }
  }
}
