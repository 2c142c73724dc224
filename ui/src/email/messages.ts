import { catalogue } from "../i18n";

/** What is said wherever mail is shown or an address confirmed. */
export const m = catalogue({
  outbox: { zh: "演示市场不真的发送，本来会发的是：", en: "The demo market sends nothing; this would have gone out:" },
  address: { zh: "邮箱地址", en: "E-mail address" },
  missing: { zh: "请填一个邮箱地址", en: "Enter an e-mail address" },
  send: { zh: "发验证码", en: "Send a code" },
  sentTo: {
    zh: (address: string) => `验证码发到了 ${address}，15 分钟内有效。`,
    en: (address: string) => `A code went to ${address}; it is good for 15 minutes.`,
  },
  code: { zh: "验证码", en: "Code" },
  codeMissing: { zh: "验证码是 6 位数字", en: "The code has six digits" },
  confirm: { zh: "确认", en: "Confirm" },
  otherAddress: { zh: "换一个地址", en: "Another address" },
});
