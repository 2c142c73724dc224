import type { MessageView } from "../../platform";

/** The messages of one day. */
export interface Day {
  /** Its first moment, in microseconds. */
  at: number;
  /** Whole days before today: 0 is today, 1 yesterday. */
  ago: number;
  messages: MessageView[];
}

function startOfDay(ms: number): number {
  const date = new Date(ms);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

/** Cuts messages into days, in the device's time zone; their order stays. `now` in milliseconds. */
export function days(messages: readonly MessageView[], now: number): Day[] {
  const today = startOfDay(now);
  const found: Day[] = [];
  for (const message of messages) {
    const start = startOfDay(message.at / 1_000);
    const last = found.at(-1);
    if (last && last.at === start * 1_000) last.messages.push(message);
    else found.push({ at: start * 1_000, ago: Math.round((today - start) / 86_400_000), messages: [message] });
  }
  return found;
}

/**
 * Own messages under which their state stands: each one that is not sent, and of those that are, the last of its
 * state. A state under every line would say the same thing many times.
 */
export function statedIds(messages: readonly MessageView[]): Set<string> {
  const stated = new Set<string>();
  const own = messages.filter((message) => message.mine);
  for (const message of own) if (message.state === "unsent" || message.state === "refused") stated.add(message.id);
  const lastRead = own.findLast((message) => message.state === "read");
  const lastSent = own.findLast((message) => message.state === "sent");
  if (lastRead) stated.add(lastRead.id);
  if (lastSent) stated.add(lastSent.id);
  return stated;
}
