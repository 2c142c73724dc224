import { catalogue } from "../../../i18n";

/** What the channel by virtual number says to recruiters. */
export const m = catalogue({
  call: { zh: "打电话", en: "Call" },
  title: { zh: (name: string) => `给 ${name} 打电话`, en: (name: string) => `Call ${name}` },
  lead: {
    zh: "这是服务商的虚拟号，只接通您和这个人。请用登录职途的手机拨打，双方都看不到对方的真实号码。",
    en: "This is a virtual number of a provider's, for you and this person alone. Dial it from the phone that you sign in with; neither side sees the other's real number.",
  },
  number: { zh: "虚拟号", en: "Virtual number" },
  until: {
    zh: (moment: string) => `${moment} 前有效，对方也可以随时收回。`,
    en: (moment: string) => `It ends ${moment}, and the person may end it at any time.`,
  },
  calls: { zh: "通话", en: "Calls" },
  demo: {
    zh: "演示数据：这个号码是虚构的，不会真的接通。",
    en: "Demo: the number is fictitious and connects nobody.",
  },
  play: { zh: "演示一通电话", en: "Play a call" },
});
