/** Notices outside the app, in the fake: nothing is sent; what would be lies in the demo's outbox. 演示数据 */
import type {
  CodeResponse,
  NoticeChoice,
  NoticeChoose,
  NoticeKind,
  NoticeSettings,
  NoticeWay,
  NoticeWebhookAdded,
} from "../generated/types";
import { refuse, requireAccount, type World } from "./world";

const KINDS: readonly NoticeKind[] = ["contact_request", "message", "look", "application", "weekly_digest"];
const by =
  (way: NoticeWay) =>
  (kind: NoticeKind): NoticeChoice => ({ kind, way });

export interface FakeNotices extends Omit<NoticeSettings, "phone_tail"> {
  /** The address that waits for its code. */
  waiting: string | null;
}

export function someNotices(): FakeNotices {
  return {
    offered: [
      ...KINDS.map(by("mail")),
      by("sms")("contact_request"),
      by("sms")("application"),
      ...KINDS.map(by("webhook")),
    ],
    choices: [{ kind: "contact_request", way: "sms" }],
    email: null,
    webhook: null,
    zone: "Asia/Shanghai",
    waiting: null,
  };
}

export function noticesShow(world: World): NoticeSettings {
  const { phone_tail } = requireAccount(world);
  const { waiting: _, ...settings } = world.notices;
  return structuredClone({ ...settings, phone_tail });
}

export function noticeChoose(world: World, { kind, way, on }: NoticeChoose): NoticeSettings {
  requireAccount(world);
  const offered = world.notices.offered.filter((one) => one.way === way);
  if (on && offered.length === 0) refuse("gateway_unavailable");
  if (on && !offered.some((one) => one.kind === kind))
    refuse("invalid_field", { field: "way", problem: "not_for_kind" });
  const others = world.notices.choices.filter((one) => one.kind !== kind || one.way !== way);
  world.notices.choices = on ? [...others, { kind, way }] : others;
  return noticesShow(world);
}

export function noticeZoneSet(world: World, zone: string): NoticeSettings {
  requireAccount(world);
  if (!Intl.supportedValuesOf("timeZone").includes(zone))
    refuse("invalid_field", { field: "zone", problem: "unknown" });
  world.notices.zone = zone;
  return noticesShow(world);
}

export function noticeEmailSet(world: World, email: string): CodeResponse {
  requireAccount(world);
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) refuse("invalid_field", { field: "email", problem: "email" });
  world.notices.waiting = email;
  return { sent_to: email, expires_in_s: 900, retry_after_s: 60 };
}

export function noticeEmailConfirm(world: World, code: string): NoticeSettings {
  requireAccount(world);
  const { waiting } = world.notices;
  // Any code but this one, as when signing in.
  if (waiting === null || code === "000000") refuse("code_wrong");
  world.notices.email = { email: waiting, confirmed_at: world.now() * 1000, failing_since: null };
  world.notices.waiting = null;
  return noticesShow(world);
}

export function noticeEmailRemove(world: World): NoticeSettings {
  requireAccount(world);
  world.notices.email = null;
  return noticesShow(world);
}

export function noticeWebhookSet(world: World, url: string): NoticeWebhookAdded {
  requireAccount(world);
  if (!url.startsWith("https://")) refuse("webhook_refused", { reason: "form" });
  world.notices.webhook = { url, confirmed_at: world.now() * 1000, failing_since: null };
  return { secret: "ysJ7k-demo-0000-not-a-secret-000000000000", settings: noticesShow(world) };
}

export function noticeWebhookRemove(world: World): NoticeSettings {
  requireAccount(world);
  world.notices.webhook = null;
  return noticesShow(world);
}
