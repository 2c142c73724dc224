import { catalogue } from "../../i18n";

/** What signing in and the policy say. */
export const m = catalogue({
  brand: { zh: "职途", en: "Zhitu" },
  title: { zh: "登录", en: "Sign in" },
  first: { zh: "先说清楚", en: "Plain words first" },
  policySays: { zh: "同意之后，才请你填写手机号。", en: "Once you agree, you will be asked for a phone number." },
  phoneTitle: { zh: "用手机号登录", en: "Sign in by phone" },
  phone: { zh: "手机号", en: "Phone number" },
  phoneHint: { zh: "其他地区请以 + 和区号开头", en: "Outside mainland China begin with + and the country code" },
  newAccount: {
    zh: "这个号码如果还没有账号，验证成功就会注册一个，并直接登录。",
    en: "If this number has no account yet, a right code makes one and signs you in.",
  },
  sendCode: { zh: "发送验证码", en: "Send the code" },
  sending: { zh: "正在发送…", en: "Sending…" },
  browse: { zh: "不登录，先看职位", en: "Look at jobs without signing in" },

  codeTitle: { zh: "输入短信里的 6 位数", en: "Enter the 6 digits" },
  sentTo: { zh: "已发到", en: "Sent to" },
  otherNumber: { zh: "换号码", en: "Change" },
  code: { zh: "验证码", en: "Code" },
  goodFor: { zh: (minutes: number) => `${minutes} 分钟内有效`, en: (minutes: number) => `Good for ${minutes} min` },
  expired: { zh: "已过期，请重发", en: "Expired; send another" },
  again: { zh: "重发", en: "Send again" },
  againIn: { zh: (seconds: number) => `${seconds} 秒后可重发`, en: (seconds: number) => `Again in ${seconds} s` },
  submit: { zh: "登录", en: "Sign in" },
  submitting: { zh: "正在登录…", en: "Signing in…" },
  pasteCode: { zh: "粘贴验证码", en: "Paste the code" },
  pastedCode: { zh: "已填入，核对后按「登录」", en: "Filled in; check it and press Sign in" },
  noCode: {
    zh: "复制的内容里没有 6 位验证码。可以复制整条短信，或直接输入。",
    en: "No code of 6 digits in what was copied. Copy the whole message, or type the code.",
  },
  pastePhone: { zh: "粘贴号码", en: "Paste the number" },
  usePhone: { zh: (phone: string) => `填入 ${phone}`, en: (phone: string) => `Use ${phone}` },
  noPhone: {
    zh: "复制的内容里没有手机号，请直接输入。",
    en: "No phone number in what was copied; please type it.",
  },
  sixDigits: {
    zh: (n: number) => `验证码是 6 位，现在是 ${n} 位。`,
    en: (n: number) => `The code has 6 digits; there are ${n}.`,
  },
  phoneEmpty: { zh: "请填写手机号。", en: "Enter a phone number." },
  demoSms: { zh: "演示短信：没有真的发出", en: "Demo message: nothing was really sent" },
  fillIn: { zh: "填入", en: "Fill in" },
  demoWaiting: { zh: "正在取…", en: "Fetching…" },
  memoryOnly: {
    zh: "这台设备的钥匙串不可用：登录只保留到应用关闭，不会写进文件。",
    en: "This device's keyring cannot be used: you stay signed in until the app closes, and nothing is written to a file.",
  },
  setAside: {
    zh: "这台设备上的数据打不开了，因为钥匙串里已经没有它的密钥。原文件另存在原处，没有删除。登录后，服务器上有的都会重新取回；没发出的消息和没保存的修改取不回来。",
    en: "The data on this device can no longer be opened: its key is gone from the keyring. The file was set aside, not deleted. After signing in, all that the server has is fetched again; messages and edits that had not reached it are not.",
  },
  welcome: { zh: "已登录", en: "Signed in" },
  offline: {
    zh: "没有网络。看职位和写简历照常，登录要等联网。",
    en: "Off-line. Jobs and the résumé work; signing in needs the network.",
  },

  codeWrong: {
    zh: "验证码不对，或者已经用过、过期、试满 5 次。核对后再试，或重发一条。",
    en: "Not the code that was sent, or it is used, expired or out of tries. Check it, or send another.",
  },
  codeTooSoon: {
    zh: (seconds: number) => `刚发过一条，请 ${seconds} 秒后再发。`,
    en: (seconds: number) => `One was just sent; try again in ${seconds} s.`,
  },
  codeDaily: {
    zh: "这个号码今天已经发过 10 条，请明天再试，或换一个号码。",
    en: "Ten codes went to this number today. Try tomorrow, or another number.",
  },
  tooMany: {
    zh: (seconds: number) => `这个网络的请求太多，请 ${seconds} 秒后再试。`,
    en: (seconds: number) => `Too many requests from this network; try again in ${seconds} s.`,
  },
  phoneInvalid: {
    zh: "这不是能收短信的号码。大陆手机是 11 位，请核对。",
    en: "Not a number that can receive a code. Please check it.",
  },
});
