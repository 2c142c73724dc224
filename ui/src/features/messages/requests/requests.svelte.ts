import { errorWords } from "../../../errors";
import { toast } from "../../../kit";
import {
  asCommandError,
  type Basic,
  type CommandError,
  type ContactAnswer,
  type ContactItem,
  type ContactRequestView,
  call,
} from "../../../platform";
import { items, m } from "./messages";

/** Who is asking: the company, or the platform's staff. */
export const askerOf = ({ company }: ContactRequestView): string => company?.name ?? m.staff;

/** 手机和邮箱, phone and e-mail. */
export const named = (what: readonly ContactItem[]): string => what.map((item) => items[item]).join(m.and);

/** Whether it can still be answered. */
export const isOpen = ({ state }: ContactRequestView): boolean =>
  state.kind === "asked" || state.kind === "later" || state.kind === "ignored";

/** The contact requests of the seeker, and what would be handed over. */
export class Requests {
  all = $state.raw<readonly ContactRequestView[] | null>(null);
  failure = $state.raw<CommandError | null>(null);
  /** What the résumé has; null while nothing is known of it. */
  own = $state.raw<Pick<Basic, "phone" | "email"> | null>(null);
  #turn = 0;

  get waiting(): number {
    return (this.all ?? []).filter(({ state }) => state.kind === "asked").length;
  }

  async load(): Promise<void> {
    const turn = ++this.#turn;
    try {
      const all = await call("contact_requests_list", {});
      if (turn !== this.#turn) return;
      this.all = all;
      this.failure = null;
      if (all.some(isOpen)) this.own = (await call("resume_show", {})).content.basic;
    } catch (thrown) {
      if (turn === this.#turn) this.failure = asCommandError(thrown);
    }
  }

  /** Answers; what was refused by the host is said, and the list read again. */
  async answer(request: ContactRequestView, answer: ContactAnswer): Promise<void> {
    await this.#change(call("contact_request_answer", { request: request.id, answer }));
    if (answer.kind === "grant" && this.#stateOf(request) === "granted")
      toast.show({ text: m.given(askerOf(request), named(answer.items)) });
  }

  async withdraw(request: ContactRequestView): Promise<void> {
    await this.#change(call("contact_consent_withdraw", { request: request.id }));
    if (this.#stateOf(request) === "withdrawn") toast.show({ text: m.withdrawn(askerOf(request)) });
  }

  #stateOf({ id }: ContactRequestView): string | undefined {
    return this.all?.find((one) => one.id === id)?.state.kind;
  }

  async #change(changed: Promise<ContactRequestView>): Promise<void> {
    try {
      const now = await changed;
      this.#turn += 1;
      this.all = (this.all ?? []).map((one) => (one.id === now.id ? now : one));
    } catch (thrown) {
      const words = errorWords(asCommandError(thrown));
      toast.show({ text: `${words.title} · ${words.text}` });
      await this.load();
    }
  }
}
