import { catalogue } from "../../../i18n";
import type { NoticeKind, NoticeWay } from "../../../platform";

/** What is told. */
export const kinds = catalogue({
  contact_request: { zh: "有人索要联系方式", en: "Somebody asks for contact details" },
  message: { zh: "有人发来消息", en: "Somebody wrote" },
  look: { zh: "有人查看或下载了简历", en: "Somebody opened or downloaded the résumé" },
  application: { zh: "投递有进展", en: "An application moved on" },
  weekly_digest: { zh: "每周汇总：谁看过简历", en: "Weekly: who looked at the résumé" },
} satisfies Record<NoticeKind, { zh: string; en: string }>);

/** By which way. */
export const ways = catalogue({
  mail: { zh: "邮件", en: "E-mail" },
  sms: { zh: "短信", en: "SMS" },
  webhook: { zh: "Webhook", en: "Webhook" },
} satisfies Record<NoticeWay, { zh: string; en: string }>);

/** What the page of notices says. */
export const m = catalogue({
  title: { zh: "通知", en: "Notices" },
  lead: {
    zh: "应用里总会提醒。这里选的，应用关着时也会告诉你：只说发生了什么、哪家公司或平台顾问、什么时候，没有谁说的话，也没有联系方式。",
    en: "In the app you are always told. What is chosen here reaches you with the app closed too: what happened, which company or that it was staff, and when; nobody's words and no contact details.",
  },
  what: { zh: "另外用什么告诉我", en: "Also tell me by" },
  kind: { zh: "什么事", en: "What" },
  cell: {
    zh: (kind: string, way: string) => `${kind}，用${way}告诉我`,
    en: (kind: string, way: string) => `${kind}: tell me by ${way}`,
  },
  notBy: { zh: "不用这个", en: "not this way" },
  smsTo: {
    zh: (tail: string) => `发到尾号 ${tail}，一天最多 5 条`,
    en: (tail: string) => `to the number ending ${tail}, 5 a day at most`,
  },
  mailFirst: { zh: "先在下面确认邮箱", en: "confirm an address below first" },
  webhookFirst: { zh: "先在下面加地址", en: "add an address below first" },
  notOffered: { zh: "这个服务器没有", en: "not on this server" },

  email: { zh: "收通知的邮箱", en: "Mailbox for notices" },
  emailHint: { zh: "只用来发通知，公司看不到", en: "For notices only; no company sees it" },
  change: { zh: "更换", en: "Change" },
  confirmed: { zh: "邮箱已确认", en: "The address is confirmed" },
  failing: {
    zh: (when: string) => `${when}起一直送不到。请检查，或换一个。`,
    en: (when: string) => `Nothing has arrived there since ${when}. Check it, or use another.`,
  },
  remove: { zh: "移除", en: "Remove" },
  removed: { zh: "已移除，不再发到那里", en: "Removed; nothing goes there any more" },

  webhook: { zh: "Webhook", en: "Webhook" },
  webhookLead: {
    zh: "给会写程序的人：每条通知签名后 POST 到你自己的地址。",
    en: "For people who write programs: each notice is signed and posted to an address of your own.",
  },
  url: { zh: "地址", en: "Address" },
  urlHint: {
    zh: "https 开头，在公网上；添加时要原样答回收到的 challenge",
    en: "https, on the public Internet; when added it must answer with the challenge that it gets",
  },
  add: { zh: "添加", en: "Add" },
  added: { zh: "地址已确认", en: "The address is confirmed" },
  refusedPrivate: { zh: "这个地址在内网，不能用。", en: "This address is in a private network." },
  refusedUnreachable: { zh: "这个地址没有回应。", en: "Nobody answers at this address." },
  refusedUnconfirmed: {
    zh: "这个地址没有原样答回 challenge。",
    en: "This address did not answer with the challenge.",
  },
  secret: { zh: "签名密钥", en: "Signing secret" },
  secretOnce: {
    zh: "只显示这一次，请现在存好。每条通知的 zhitu-signature 头是用它算的 HMAC-SHA256。",
    en: "Shown this once: keep it now. The zhitu-signature header of each notice is an HMAC-SHA256 under it.",
  },

  zone: { zh: "每周汇总按哪里的周一上午 9 点", en: "Weekly on Monday at 9:00 of" },
  zoneHere: { zh: (zone: string) => `用这台设备的时区 ${zone}`, en: (zone: string) => `Use this device's: ${zone}` },

  failed: { zh: "没有取到通知设置", en: "The settings of notices could not be fetched" },
  signedOut: { zh: "登录后才有通知", en: "Sign in for notices" },
  signedOutText: { zh: "通知跟着账号走。", en: "Notices belong to an account." },
  signIn: { zh: "登录", en: "Sign in" },
});
