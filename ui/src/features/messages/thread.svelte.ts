import { asCommandError, type CommandError, type ConversationView, call, type MessageView } from "../../platform";
import type { Desk } from "../staff";

/** The most characters that a message takes. */
export const MESSAGE_MAX = 2_000;

// What was begun in a conversation stays while another is looked at.
const drafts = new Map<string, string>();

/** One open conversation, as the device has it. */
export class Thread {
  view = $state.raw<ConversationView | null>(null);
  failure = $state.raw<CommandError | null>(null);
  /** Why the last message was not taken; it is still in the draft. */
  refusal = $state.raw<CommandError | null>(null);
  draft = $state("");
  readonly id: string;
  /** Where the platform's staff show their second factor before they write. */
  readonly #desk: () => Desk | null;

  constructor(id: string, desk: () => Desk | null) {
    this.id = id;
    this.#desk = desk;
    this.draft = drafts.get(id) ?? "";
  }

  /** Fetches it; also after it changed. */
  async load(): Promise<void> {
    try {
      this.view = await call("conversation_show", { conversation: this.id });
      this.failure = null;
    } catch (thrown) {
      this.failure = asCommandError(thrown);
      // What may no longer be seen is no longer shown (I2).
      if (this.failure.code === "not_found") this.view = null;
    }
  }

  /** Characters of the draft, as the limit counts them. */
  get length(): number {
    return [...this.draft.trim()].length;
  }

  write(text: string): void {
    this.draft = text;
    drafts.set(this.id, text);
  }

  /** Sends the draft. It leaves the field at once and comes back when it was not taken. */
  async send(): Promise<void> {
    const text = this.draft.trim();
    if (text === "" || this.length > MESSAGE_MAX) return;
    this.refusal = null;
    this.write("");
    try {
      this.#put(await this.#stepped(() => call("message_send", { conversation: this.id, text })));
    } catch (thrown) {
      this.refusal = asCommandError(thrown);
      this.write(this.draft === "" ? text : `${text}\n${this.draft}`);
    }
  }

  /** Sends one again that the server refused. */
  async retry(message: string): Promise<void> {
    await this.#act(() => this.#stepped(() => call("message_retry", { message })));
  }

  /** Deletes one that was not sent. */
  async discard(message: string): Promise<void> {
    await this.#act(() => call("message_discard", { message }));
  }

  /** Ends it, or begins it anew. */
  async end(ended: boolean): Promise<void> {
    this.view = await call("conversation_end", { conversation: this.id, ended });
    this.refusal = null;
  }

  /** Says that all of it was seen. */
  async read(): Promise<void> {
    if (!this.view || this.view.conversation.unread === 0) return;
    // Failing is no matter: it is said again the next time it is looked at.
    await call("conversation_read", { conversation: this.id }).catch(() => undefined);
  }

  #stepped<T>(run: () => Promise<T>): Promise<T> {
    return this.#desk()?.stepped(run) ?? run();
  }

  async #act(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
      this.refusal = null;
    } catch (thrown) {
      this.refusal = asCommandError(thrown);
    }
    await this.load();
  }

  #put(message: MessageView): void {
    // An event may have brought it already.
    if (!this.view || this.view.messages.some((each) => each.id === message.id)) return;
    this.view = { ...this.view, messages: [...this.view.messages, message] };
  }
}
