import { errorWords } from "../../../errors";
import { kit, toast } from "../../../kit";
import {
  asCommandError,
  type Block,
  type BlocksAdd,
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

  /** Puts companies on the block list, with a way back; true when that was done. `named` is said when it is one. */
  async block(add: BlocksAdd, named: string | null = null): Promise<boolean> {
    const before = new Set(this.view?.blocks.map(({ id }) => id));
    try {
      const view = await call("blocks_add", add);
      this.put(view);
      const made = view.blocks.filter(({ id }) => !before.has(id));
      const [first] = made;
      if (first === undefined) toast.show({ text: m.already });
      else
        toast.show({
          text: made.length === 1 ? m.blockedOne(blockName(first) ?? named ?? "") : m.blocked(made.length),
          action: { label: kit.undo, undo: true, run: () => void this.unblockAll(made) },
        });
      return true;
    } catch (thrown) {
      sayRefused(thrown);
      return false;
    }
  }

  async unblockAll(blocks: readonly Block[]): Promise<void> {
    try {
      for (const { id } of blocks) this.put(await call("block_remove", { block: id }));
    } catch (thrown) {
      sayRefused(thrown);
    }
  }

  /** Takes a company off the block list, with a way back as long as its name is known. */
  async unblock(block: Block): Promise<void> {
    const name = blockName(block);
    try {
      this.put(await call("block_remove", { block: block.id }));
    } catch (thrown) {
      sayRefused(thrown);
      return;
    }
    const { company, origin } = block;
    const again: BlocksAdd = company
      ? { names: [], companies: [company.id], origin }
      : { names: name === null ? [] : [name], companies: [], origin };
    toast.show({
      text: m.unblocked(name ?? m.unnamed),
      ...(name === null ? {} : { action: { label: kit.undo, undo: true, run: () => void this.block(again, name) } }),
    });
  }

  async withdraw(application: string, company: string): Promise<void> {
    try {
      await call("application_withdraw", { application });
      toast.show({ text: m.withdrawn(company) });
    } catch (thrown) {
      sayRefused(thrown);
    }
    await this.load();
  }

  /** Leaves an application with a company that was blocked since: it is not asked about again (D5). */
  async leave(application: string): Promise<void> {
    try {
      this.put(await call("blocked_application_leave", { application }));
      toast.show({ text: m.left });
    } catch (thrown) {
      sayRefused(thrown);
    }
  }
}

/** How a blocked company is called; null when no name of it is on this device. */
export function blockName({ company, name }: Block): string | null {
  return name ?? company?.name ?? null;
}
