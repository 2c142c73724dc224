import { catalogue } from "../i18n";

/** What every place says where something can be pasted. */
export const pasteWords = catalogue({
  readOnce: {
    zh: "只在你按下时读一次，本机解析，不保存、不发送",
    en: "Read once when you press, parsed on this device; not kept, not sent",
  },
  reading: { zh: "正在读剪贴板", en: "Reading the clipboard" },
  switchedOff: {
    zh: "剪贴板在「我」的「权限」里关着，所以没有读。直接输入照常可用。",
    en: "The clipboard is switched off under Me, Permissions, so it was not read. Typing works as before.",
  },
  toPermissions: { zh: "看权限", en: "See permissions" },
});
