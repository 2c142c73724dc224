/** Contact by e-mail over aliases, in the fake: addresses on a domain that nobody has. 演示数据 */
import type { CodeResponse, RelayAddress, RelayView, WorkEmail } from "../generated/types";
import { key } from "./random";
import { requireRecruiter } from "./recruiting";
import { access, foundResume, requireViewer } from "./resumes";
import { refuse, requireAccount, type World } from "./world";

const DAYS_90 = 90 * 86_400_000_000;

export interface FakeRelay {
  workEmail: string | null;
  /** The address that waits for its code. */
  waiting: string | null;
  /** Aliases by résumé or application. */
  aliases: Map<string, string>;
  /** The channels that companies have to the seeker. */
  channels: RelayView[];
}

export function someRelay(now: number): FakeRelay {
  const channel = (name: string, days: number, open: boolean): RelayView => ({
    id: key(15),
    company: { id: key(15), name, demo: true },
    created_at: (now - days * 86_400_000) * 1000,
    used_at: (now - days * 86_400_000) * 1000,
    ends_at: (now + (90 - days) * 86_400_000) * 1000,
    open,
  });
  return {
    workEmail: null,
    waiting: null,
    aliases: new Map(),
    channels: [channel("云栈科技有限公司", 2, true), channel("海风数据有限公司", 30, false)],
  };
}

function alias(world: World, of: string): RelayAddress {
  const { relay } = world;
  const from = relay.workEmail ?? refuse("work_email_missing");
  const address = relay.aliases.get(of) ?? `k7m2p${of.replaceAll("-", "").slice(-20)}@relay.demo.example`;
  relay.aliases.set(of, address);
  return { address, from, ends_at: world.now() * 1000 + DAYS_90 };
}

export function relayToResume(world: World, resume: string): RelayAddress {
  const found = foundResume(world, resume);
  if (!access(world, found).includes("relay_email")) refuse("not_found");
  return alias(world, resume);
}

export function relayToApplicant(world: World, application: string): RelayAddress {
  requireRecruiter(world);
  const held = world.applications.find((one) => one.application.id === application);
  if (!held || held.application.stage === "withdrawn") refuse("not_found");
  return alias(world, application);
}

export function relaysList(world: World): RelayView[] {
  requireAccount(world);
  return structuredClone(world.relay.channels);
}

export function relaySet(world: World, id: string, open: boolean): RelayView[] {
  requireAccount(world);
  const channel = world.relay.channels.find((one) => one.id === id) ?? refuse("not_found");
  channel.open = open;
  return relaysList(world);
}

export function workEmailSet(world: World, email: string): CodeResponse {
  requireViewer(world);
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) refuse("invalid_field", { field: "email", problem: "email" });
  world.relay.waiting = email;
  return { sent_to: email, expires_in_s: 900, retry_after_s: 60 };
}

export function workEmailConfirm(world: World, code: string): WorkEmail {
  requireViewer(world);
  const { relay } = world;
  // Any code but this one, as when signing in.
  if (relay.waiting === null || code === "000000") refuse("code_wrong");
  relay.workEmail = relay.waiting;
  relay.waiting = null;
  return { email: relay.workEmail as string };
}

export function workEmailRemove(world: World): void {
  requireViewer(world);
  world.relay.workEmail = null;
}
