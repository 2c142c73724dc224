import { catalogue } from "../i18n";

/** What is said wherever mail is shown. */
export const m = catalogue({
  outbox: { zh: "演示市场不真的发送，本来会发的是：", en: "The demo market sends nothing; this would have gone out:" },
});
