/** Contact by virtual number, in the fake: numbers that are kept free for fiction. 演示数据 */
import type { OutboxMessage, VirtualNumber, VirtualNumberCall, VirtualNumberView } from "../generated/types";
import { key } from "./random";
import { requireRecruiter } from "./recruiting";
import { foundResume } from "./resumes";
import { refuse, requireAccount, type World } from "./world";

const DAY = 86_400_000_000;

export interface FakeVirtualNumbers {
  /** Numbers by résumé or application. */
  bound: Map<string, { number: string; ends_at: number; calls: VirtualNumberCall[] }>;
  /** The companies that may reach the seeker. */
  channels: VirtualNumberView[];
}

export function someVirtualNumbers(now: number): FakeVirtualNumbers {
  const at = now * 1000;
  const channel = (name: string, open: boolean): VirtualNumberView => ({
    id: key(16),
    company: { id: key(16), name, demo: true },
    created_at: at - DAY,
    numbers: open ? [{ number: "+12125550142", ends_at: at + DAY / 2 }] : [],
    calls: open
      ? [
          { began_at: at - DAY / 8, seconds: 180 },
          { began_at: at - DAY / 4, seconds: 0 },
        ]
      : [],
    open,
  });
  return { bound: new Map(), channels: [channel("云栈科技有限公司", true), channel("海风数据有限公司", false)] };
}

function bound(world: World, of: string): VirtualNumber {
  const { bound } = world.virtualNumbers;
  const there = bound.get(of) ?? {
    number: `+121255501${String(bound.size).padStart(2, "0")}`,
    ends_at: world.now() * 1000 + DAY,
    calls: [],
  };
  bound.set(of, there);
  return structuredClone({ ...there, development: true });
}

export function numberOfResume(world: World, resume: string): VirtualNumber {
  const found = foundResume(world, resume);
  if (found.setting !== "public") refuse("not_found");
  return bound(world, resume);
}

export function numberOfApplicant(world: World, application: string): VirtualNumber {
  requireRecruiter(world);
  const held = world.applications.find((one) => one.application.id === application);
  if (!held || held.application.stage === "withdrawn") refuse("not_found");
  return bound(world, application);
}

export function virtualNumbersList(world: World): VirtualNumberView[] {
  requireAccount(world);
  return structuredClone(world.virtualNumbers.channels);
}

export function virtualNumberSet(world: World, id: string, open: boolean): VirtualNumberView[] {
  requireAccount(world);
  const channel = world.virtualNumbers.channels.find((one) => one.id === id) ?? refuse("not_found");
  channel.open = open;
  channel.numbers = [];
  return virtualNumbersList(world);
}

export function callPlay(world: World, number: string): OutboxMessage {
  requireAccount(world);
  const found = [...world.virtualNumbers.bound.values()].find((one) => one.number === number) ?? refuse("not_found");
  const at = world.now() * 1000;
  found.calls.unshift({ began_at: at - 180_000_000, seconds: 180 });
  const text = `【演示数据】通过 ${number} 演示了一通 180 秒的电话，没有真的拨打。Demo: a call of 180 s over ${number} was played. Nobody was called.`;
  return { to_tail: number.slice(-2), text, at };
}
