import { errorWords } from "../../../errors";
import { f } from "../../../i18n";
import { toast } from "../../../kit";
import { type Attachment, type AttachmentProblem, asCommandError, type CommandError, call } from "../../../platform";
import { m, why } from "./messages";

/** The most that an account has at a time. */
export const MOST = 3;

/** What a refused upload says: for the file's own faults what to do about them. */
function refusalWords(error: CommandError): string {
  const reason = (error.detail as { reason?: AttachmentProblem } | undefined)?.reason;
  const words = errorWords(error);
  return error.code === "attachment_refused" && reason && reason in why
    ? why[reason]
    : `${words.title} · ${words.text}`;
}

/** The seeker's attachment résumés. Source: S-RES-06. */
export class Attachments {
  all = $state.raw<readonly Attachment[] | null>(null);
  failure = $state.raw<CommandError | null>(null);
  /** Why the last file was not taken. */
  refusal = $state.raw<CommandError | null>(null);
  busy = $state(false);
  #turn = 0;

  get refusalText(): string {
    return this.refusal ? refusalWords(this.refusal) : "";
  }

  async load(): Promise<void> {
    const turn = ++this.#turn;
    try {
      const all = await call("attachments_list", {});
      if (turn !== this.#turn) return;
      this.all = all;
      this.failure = null;
    } catch (thrown) {
      if (turn === this.#turn) this.failure = asCommandError(thrown);
    }
  }

  /** Has a file picked and uploads it. Closing the dialog is an answer, not a failure. */
  async add(): Promise<void> {
    this.busy = true;
    this.refusal = null;
    try {
      const added = await call("attachment_add", {});
      this.#turn += 1;
      this.all = [added, ...(this.all ?? []).filter(({ id }) => id !== added.id)];
      toast.show({ text: m.added(added.name) });
    } catch (thrown) {
      const error = asCommandError(thrown);
      if (error.code !== "cancelled") this.refusal = error;
    } finally {
      this.busy = false;
    }
  }

  async save({ id }: Attachment): Promise<void> {
    try {
      const { file, bytes } = await call("attachment_save", { attachment: id });
      toast.show({ text: m.saved(file, f.bytes(bytes)) });
    } catch (thrown) {
      const error = asCommandError(thrown);
      if (error.code !== "cancelled") this.#say(error);
    }
  }

  /** True once it is gone. */
  async remove({ id, name }: Attachment): Promise<boolean> {
    try {
      await call("attachment_remove", { attachment: id });
      this.#turn += 1;
      this.all = (this.all ?? []).filter((one) => one.id !== id);
      toast.show({ text: m.removed(name) });
      return true;
    } catch (thrown) {
      this.#say(asCommandError(thrown));
      return false;
    }
  }

  #say(error: CommandError): void {
    const words = errorWords(error);
    toast.show({ text: `${words.title} · ${words.text}` });
  }
}
