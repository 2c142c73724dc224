import { language } from "../../i18n";
import { asCommandError, type CommandError, call, type Policy } from "../../platform";
import { session } from "../../shell";

/** The policy in force in the language of the page, for a screen that asks for agreement. Made while a component starts. */
export class CurrentPolicy {
  policy = $state.raw<Policy | null>(null);
  error = $state.raw<CommandError | null>(null);
  #attempt = $state(0);

  constructor(onshown?: (policy: Policy) => void) {
    $effect(() => {
      void this.#attempt;
      let stale = false;
      call("policy_show", { language: language.current }).then(
        (answer) => {
          if (stale) return;
          this.policy = answer;
          this.error = null;
          onshown?.(answer);
        },
        (thrown) => {
          if (!stale) this.error = asCommandError(thrown);
        },
      );
      return () => {
        stale = true;
      };
    });
  }

  /** Whether the person agreed to the version that is shown. */
  get accepted(): boolean {
    return this.policy !== null && session.state?.policy?.version === this.policy.version;
  }

  /** Fetches it again. */
  retry(): void {
    this.#attempt += 1;
  }
}
