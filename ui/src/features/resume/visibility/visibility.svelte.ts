import { errorWords } from "../../../errors";
import { kit, toast } from "../../../kit";
import {
  asCommandError,
  type CommandError,
  call,
  type VisibilitySetting,
  type VisibilityView,
} from "../../../platform";
import { m, settingNames } from "./messages";

/** Says in a toast why something was not done. */
export function sayRefused(thrown: unknown): void {
  const words = errorWords(asCommandError(thrown));
  toast.show({ text: `${words.title} · ${words.text}` });
}

/** The setting and the block list as the server has them. */
export class Visibility {
  view = $state.raw<VisibilityView | null>(null);
  failure = $state.raw<CommandError | null>(null);
  /** The setting that is on its way to the server, shown as chosen meanwhile. */
  setting = $state<VisibilitySetting | null>(null);
  #turn = 0;

  async load(): Promise<void> {
    const turn = ++this.#turn;
    try {
      const view = await call("visibility_show", {});
      if (turn !== this.#turn) return;
      this.view = view;
      this.failure = null;
    } catch (thrown) {
      if (turn === this.#turn) this.failure = asCommandError(thrown);
    }
  }

  /** What a command answered is newer than what is being fetched. */
  put(view: VisibilityView): void {
    this.#turn += 1;
    this.view = view;
    this.failure = null;
  }

  /** Saves at once, with a way back; refused, the old one stands again. */
  async set(setting: VisibilitySetting): Promise<void> {
    const before = this.view?.setting;
    if (before === undefined || before === setting) return;
    this.setting = setting;
    try {
      this.put(await call("visibility_set", { setting }));
      toast.show({
        text: m.set(settingNames[setting]),
        action: { label: kit.undo, undo: true, run: () => void this.set(before) },
      });
    } catch (thrown) {
      sayRefused(thrown);
    } finally {
      this.setting = null;
    }
  }
}
