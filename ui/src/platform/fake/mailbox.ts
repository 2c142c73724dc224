/** The company's own mailbox, in the fake: nothing is mailed; what would be lies in the demo's outbox. 演示数据 */
import type { CodeResponse, MailboxView } from "../generated/types";
import { requireRecruiter } from "./recruiting";
import { refuse, type World } from "./world";

export interface FakeMailbox extends MailboxView {
  /** The address that waits for its code. */
  waiting: string | null;
}

export function mailboxShow(world: World): MailboxView {
  requireRecruiter(world);
  const { waiting: _, ...view } = world.mailbox;
  return structuredClone(view);
}

export function mailboxSet(world: World, email: string): CodeResponse {
  requireRecruiter(world);
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) refuse("invalid_field", { field: "email", problem: "email" });
  if (!world.mailbox.offered) refuse("gateway_unavailable");
  world.mailbox.waiting = email;
  const text = "职途验证码 · Zhitu code\n\n验证码 135790，15 分钟内有效。";
  world.outbox = [{ to_tail: email.slice(email.indexOf("@")), text, at: world.now() * 1000 }, ...world.outbox];
  return { sent_to: email, expires_in_s: 900, retry_after_s: 60 };
}

export function mailboxConfirm(world: World, code: string): MailboxView {
  requireRecruiter(world);
  const { waiting } = world.mailbox;
  // Any code but this one, as when signing in.
  if (waiting === null || code === "000000") refuse("code_wrong");
  world.mailbox.mailbox = {
    email: waiting,
    set_by: world.account?.recruiter?.name ?? "",
    confirmed_at: world.now() * 1000,
    active: true,
    failing_since: null,
  };
  world.mailbox.waiting = null;
  return mailboxShow(world);
}

export function mailboxRemove(world: World): MailboxView {
  requireRecruiter(world);
  world.mailbox.mailbox = null;
  return mailboxShow(world);
}
