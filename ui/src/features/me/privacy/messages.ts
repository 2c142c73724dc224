import { catalogue, f } from "../../../i18n";
import type { NotGranted, Permission, PermissionState, SystemPermission } from "../../../platform";

type Said = { zh: string; en: string };

/** What the page of permissions says. */
export const m = catalogue({
  permissions: { zh: "权限", en: "Permissions" },
  policyIsNot: { zh: "同意政策不等于给出权限", en: "Agreeing to the policy grants no permission" },
  lead: {
    zh: "只在用到那一刻才问，一次只问一项。拒绝只影响那一项功能，48\u00a0小时内不再主动问。",
    en: "You are asked only when a function needs it, one at a time. A no affects that function alone, and you are not asked again by the app for 48\u00a0hours.",
  },
  unused: { zh: "还没有功能用到，不会问。", en: "No function needs it yet; you are not asked." },
  app: { zh: (state: string) => `应用：${state}`, en: (state: string) => `App: ${state}` },
  system: { zh: (state: string) => `系统：${state}`, en: (state: string) => `System: ${state}` },
  used: {
    zh: (purpose: string, when: string) => `${when}用于${purpose}`,
    en: (purpose: string, when: string) => `last used ${when} for ${purpose}`,
  },
  notUsed: { zh: "没有用过", en: "never used" },
  quiet: {
    zh: (until: string) => `${until} 前不主动问`,
    en: (until: string) => `not asked by the app before ${until}`,
  },
  byAct: { zh: "每次由你触发", en: "By your act, each time" },
  off: { zh: "已停用", en: "Switched off" },
  disable: { zh: "停用", en: "Switch off" },
  enable: { zh: "恢复", en: "Switch on" },
  disableOf: { zh: (name: string) => `停用${name}`, en: (name: string) => `Switch off: ${name}` },
  enableOf: { zh: (name: string) => `恢复${name}`, en: (name: string) => `Switch on: ${name}` },
  inSystem: { zh: "在系统里关", en: "Off in the system" },
  inSystemText: {
    zh: "也可以在系统里关：macOS「隐私与安全性 › 定位服务」，Windows「隐私和安全性 › 位置」，Linux 桌面「设置 › 隐私」，手机在应用信息的权限里。关掉以后，这里会照实显示。",
    en: "It can be switched off in the system too: Privacy & Security › Location Services on macOS, Privacy & security › Location on Windows, Settings › Privacy on Linux desktops, the app's permissions on phones. This page then shows it as it is.",
  },
  failed: { zh: "权限没有取到", en: "The permissions could not be read" },
  takenBack: {
    zh: (name: string) => `${name}已收回，从现在起不再用`,
    en: (name: string) => `${name} taken back; not used from now on`,
  },
  systemSaysNo: { zh: "系统没有允许", en: "The system did not allow it" },
});

/** What it is for, and what refusing costs. */
export const costs = catalogue({
  location: {
    zh: "附近职位，粗略位置。关闭后：手动选城市、区县",
    en: "Jobs nearby, by a rough position. Without: pick a city or district by hand",
  },
  notifications: { zh: "关闭后：都在应用里看", en: "Without: everything is in the app" },
  camera: { zh: "关闭后：选一个文件", en: "Without: choose a file" },
  microphone: { zh: "关闭后：只听，用文字聊", en: "Without: listen, and write" },
  photos: { zh: "关闭后：不带图继续", en: "Without: go on without pictures" },
  clipboard: {
    zh: "你按「粘贴」时读一次，本机解析，不留存。停用后：自己输入",
    en: "Read once when you press Paste, on this device, and not kept. Without: type it in",
  },
  files: {
    zh: "用系统的对话框，只写到你选的那一处。停用后：不能导出",
    en: "The system's dialog, and only the file you choose. Without: nothing can be exported",
  },
  calendar: { zh: "关闭后：存成 .ics 文件", en: "Without: save an .ics file" },
} satisfies Record<Permission, Said>);

/** How it stands in the app. */
export const states = catalogue({
  never_asked: { zh: "没问过", en: "not asked" },
  asked: { zh: "正在问你", en: "asking you" },
  system_prompt: { zh: "等系统回答", en: "waiting for the system" },
  granted_once: { zh: "允许一次", en: "once" },
  granted: { zh: "使用期间允许", en: "while in use" },
  denied: { zh: "你没有给", en: "refused" },
  denied_for_good: { zh: "没有给", en: "refused" },
  restricted: { zh: "被管理者限制", en: "restricted" },
  withdrawn: { zh: "你收回了", en: "taken back" },
  unsupported: { zh: "这台设备没有", en: "not on this device" },
} satisfies Record<PermissionState, Said>);

/** How it stands in the system. */
export const systems = catalogue({
  unknown: { zh: "没有说", en: "does not say" },
  not_asked: { zh: "没问过", en: "not asked" },
  granted: { zh: "允许", en: "allowed" },
  denied: { zh: "不允许", en: "not allowed" },
  denied_for_good: { zh: "不允许，也不再问", en: "not allowed, and asks no more" },
  restricted: { zh: "管理者不允许", en: "forbidden by its owner" },
  unsupported: { zh: "没有", en: "not there" },
} satisfies Record<SystemPermission, Said>);

/** Why it cannot be switched on now. */
export const refusals = catalogue({
  must_ask: { zh: "要先问过你", en: "You have to be asked first" },
  quiet: { zh: "刚拒绝过，过一会儿再来", en: "It was refused a short while ago" },
  busy: { zh: "正在问另一项权限，答完再来", en: "Another permission is being asked for; answer that first" },
  system: {
    zh: "系统不允许，要在系统设置里改",
    en: "The system does not allow it; change it in the system's settings",
  },
  restricted: { zh: "这台设备的管理者不允许", en: "The owner of this device does not allow it" },
  unsupported: { zh: "这台设备没有", en: "This device does not have it" },
} satisfies Record<NotGranted, Said>);

/** What the record's own controls say. */
export const r = catalogue({
  record: { zh: "个人信息记录", en: "Record of personal data" },
  /** Where a phone's head has no room for the whole name. */
  short: { zh: "个人信息记录", en: "Data record" },
  sorts: { zh: "显示哪些", en: "Which entries" },
  all: { zh: "全部", en: "All" },
  device: { zh: "只在本机", en: "On this device" },
  outside: { zh: "给出或被看", en: "Given or seen" },
  refused: { zh: "拒绝或收回", en: "Refused" },
  verify: { zh: "核对", en: "Check" },
  whole: {
    zh: (n: number) => `${f.count(n)}\u00a0条都完整，没有改动，也没有缺。`,
    en: (n: number) => `All ${f.count(n)} entries are whole: none changed, none missing.`,
  },
  changed: {
    zh: (n: number) => `第\u00a0${n}\u00a0条被改过。它之前的都完整。`,
    en: (n: number) => `Entry ${n} was changed. All before it are whole.`,
  },
  missing: {
    zh: (n: number) => `第\u00a0${n}\u00a0条不见了。它之前的都完整。`,
    en: (n: number) => `Entry ${n} is missing. All before it are whole.`,
  },
  export: { zh: "导出", en: "Export" },
  exportJson: { zh: "存成 JSON", en: "Save as JSON" },
  exportCsv: { zh: "存成 CSV", en: "Save as CSV" },
  exported: {
    zh: (n: number, file: string) => `${f.count(n)}\u00a0条已存成 ${file}`,
    en: (n: number, file: string) => `${f.count(n)} entries saved as ${file}`,
  },
  filesOff: {
    zh: "文件已停用，没有导出。可以在「权限」里恢复",
    en: "Files are switched off; nothing was exported. Switch them on in Permissions",
  },
  clear: { zh: "清空", en: "Clear" },
  clearTitle: { zh: "清空记录，不能恢复", en: "Clear the record for good" },
  clearText: {
    zh: (n: number) =>
      `${f.count(n)}\u00a0条会从本机抹掉。清空后的第一条写着：之前有过 ${f.count(n)}\u00a0条。已经给出去的不会因此收回。`,
    en: (n: number) =>
      `${f.count(n)} entries are wiped from this device. The new record begins with how many there were. What was given is not taken back by this.`,
  },
  keep: { zh: "留着", en: "Keep it" },
  clearSure: { zh: "清空", en: "Clear" },
  cleared: { zh: "记录已清空", en: "The record is cleared" },
  today: { zh: "今天", en: "Today" },
  yesterday: { zh: "昨天", en: "Yesterday" },
  times: { zh: (n: number) => `×${n}`, en: (n: number) => `×${n}` },
  timesSpoken: { zh: (n: number) => `${n} 次`, en: (n: number) => `${n} times` },
  more: { zh: "更早的", en: "Earlier ones" },
  empty: { zh: "还没有记录", en: "Nothing recorded yet" },
  emptyText: {
    zh: "用到了什么、给了谁、谁看过、你拒绝了什么，都会写在这里，只存本机。",
    en: "What was used, who got it, who looked and what you refused is written here, on this device only.",
  },
  emptySort: { zh: "没有这一类", en: "None of this sort" },
  showAll: { zh: "看全部", en: "Show all" },
  failed: { zh: "记录没有读到", en: "The record could not be read" },
  offline: {
    zh: "没有网络。记录存在本机，照样能看；谁打开过简历要等联网才知道。",
    en: "Off-line. The record is on this device and complete for it; who opened your résumé is heard once the network is back.",
  },
  signDevice: { zh: "本机", en: "On the device" },
  signOutside: { zh: "给出或被看", en: "Given or seen" },
  signRefused: { zh: "拒绝或收回", en: "Refused or taken back" },
});
