import { catalogue, language } from "../../../i18n";
import type { COMPONENTS, NOT_COLLECTED, NOT_LINKED, THIRD_PARTIES } from "../../../platform";

type Said = { zh: string; en: string };
type Component = (typeof COMPONENTS)[number];
type ThirdParty = (typeof THIRD_PARTIES)[number];

/** What stands around the list of components. */
export const l = catalogue({
  thirdParties: { zh: "第三方 SDK", en: "Third-party SDKs" },
  none: {
    zh: (families: string) => `没有。${families}：哪一类都没有装。`,
    en: (families: string) => `None. No SDK for ${families}.`,
  },
  nobody: { zh: "没有别的机构收到个人信息。", en: "No other organisation gets personal data." },
  except: {
    zh: (systems: string, organisation: string, what: string) =>
      `只有 ${systems} 版有一处例外，到 ${organisation}：${what}。别的系统上，没有别的机构收到个人信息。`,
    en: (systems: string, organisation: string, what: string) =>
      `One exception, on ${systems} only, to ${organisation}: ${what}. On other systems no other organisation gets personal data.`,
  },
  components: { zh: "组件", en: "Components" },
  notCollected: { zh: "不收集", en: "Not collected" },
  all: { zh: (names: string) => `${names}。`, en: (names: string) => `${names[0]?.toUpperCase()}${names.slice(1)}.` },
});

/** Names in a row. */
export const listed = (names: readonly string[]): string => names.join(language.current === "zh-CN" ? "、" : ", ");

export const families = catalogue({
  sign_in: { zh: "登录", en: "sign-in" },
  push: { zh: "推送", en: "push" },
  analytics: { zh: "统计", en: "statistics" },
  crash_reports: { zh: "崩溃上报", en: "crash reports" },
  ads: { zh: "广告", en: "advertising" },
  maps: { zh: "地图", en: "maps" },
  payment: { zh: "支付", en: "payment" },
} satisfies Record<(typeof NOT_LINKED)[number], Said>);

export const identifiers = catalogue({
  installed_apps: { zh: "已安装的应用", en: "installed apps" },
  mac: { zh: "MAC 地址", en: "MAC addresses" },
  imsi: { zh: "IMSI", en: "the IMSI" },
  serial: { zh: "设备序列号", en: "serial numbers" },
  oaid: { zh: "OAID", en: "the OAID" },
  android_id: { zh: "Android ID", en: "the Android ID" },
  ad_id: { zh: "广告标识符", en: "the advertising identifier" },
} satisfies Record<(typeof NOT_COLLECTED)[number], Said>);

export const componentNames = catalogue({
  window: { zh: "窗口", en: "The window" },
  store: { zh: "本机数据库", en: "The device's database" },
  typeset: { zh: "排版", en: "Typesetting" },
  market: { zh: "演示市场", en: "The demo market" },
  clipboard: { zh: "剪贴板", en: "The clipboard" },
  files: { zh: "文件对话框", en: "The file dialog" },
  location: { zh: "定位", en: "The position" },
  keyring: { zh: "钥匙串", en: "The keyring" },
  network: { zh: "网络", en: "The network" },
} satisfies Record<Component["id"], Said>);

/** What of a person a component touches. */
export const components = catalogue({
  window: { zh: "显示的和输入的一切", en: "all that is shown and typed" },
  store: { zh: "账号、简历、消息、搜索，加密存放", en: "account, résumé, messages and searches, encrypted" },
  typeset: { zh: "简历里写的", en: "what the résumé says" },
  market: { zh: "在演示市场里写下的", en: "what is written in the demo market" },
  clipboard: { zh: "按「粘贴」时读到的文字", en: "the text that is read when you press Paste" },
  files: { zh: "导出时选的那一处", en: "the place you choose for an export" },
  location: { zh: "用「附近」时设备在哪儿", en: "where the device is when you use Nearby" },
  keyring: { zh: "登录凭证、数据库的密钥", en: "the session's token and the database's key" },
  network: { zh: "你发出的一切", en: "all that you send" },
} satisfies Record<Component["id"], Said>);

/** Where that goes. */
export const goes = catalogue({
  device: { zh: "留在应用里", en: "stays in the app" },
  system: { zh: "由系统自己的服务经手", en: "in the hands of the system's own service" },
  server: { zh: "只到你选的服务器", en: "only to the server you chose" },
} satisfies Record<Component["goes"], Said>);

export const thirdParties = catalogue({
  play_services: {
    zh: "手机上有 Google Play 服务时，定位由它读取",
    en: "where a phone has Google Play services, they read the position",
  },
} satisfies Record<ThirdParty["id"], Said>);

export const systems: Record<ThirdParty["systems"][number], string> = { android: "Android" };
