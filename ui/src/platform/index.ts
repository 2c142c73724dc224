/** The page's only door to its host. Features call commands and hear events here and nowhere else. */
import type { Commands } from "./generated/commands";
import type { CoreEvent } from "./generated/types";
import { asCommandError, type Host } from "./host";

export type { Commands } from "./generated/commands";
export * from "./generated/components";
export type * from "./generated/types";
export { asCommandError, CommandError, type Host } from "./host";

let host: Host | null = null;
const handlers = new Set<(event: CoreEvent) => void>();
let stop: (() => void) | null = null;

/** Chooses the host; once at the start, and by each test for itself. */
export function useHost(chosen: Host): void {
  stop?.();
  host = chosen;
  stop = chosen.listen((event) => {
    for (const handler of handlers) handler(event);
  });
}

/** Runs a command; rejects with a `CommandError`. */
export async function call<C extends keyof Commands>(
  name: C,
  request: Commands[C]["request"],
): Promise<Commands[C]["answer"]> {
  if (host === null) throw asCommandError("no host was chosen");
  try {
    return await host.call(name, request);
  } catch (thrown) {
    throw asCommandError(thrown);
  }
}

/** Hears events of one kind; returns the way to stop. */
export function on<K extends CoreEvent["kind"]>(
  kind: K,
  handler: (event: Extract<CoreEvent, { kind: K }>) => void,
): () => void {
  const heard = (event: CoreEvent) => {
    if (event.kind === kind) handler(event as Extract<CoreEvent, { kind: K }>);
  };
  handlers.add(heard);
  return () => handlers.delete(heard);
}
