import { catalogue, f } from "../../../i18n";
import type { Reason } from "./nearby.svelte";

type Said = { zh: string; en: string };
const s = (n: number) => (n === 1 ? "" : "s");

export const m = catalogue({
  title: { zh: "附近", en: "Nearby" },
  list: { zh: "附近的职位", en: "Jobs nearby" },
  ring: { zh: "距离环", en: "Distance ring" },
  ringSays: {
    zh: (place: string, km: number, n: number, circles: string) =>
      `以你${place ? `在${place}的位置` : ""}为圆心，${km} 公里内的 ${f.count(n)} 个职位；圆圈是 ${circles} 公里`,
    en: (place: string, km: number, n: number, circles: string) =>
      `${f.count(n)} job${s(n)} within ${km} km of you${place ? ` in ${place}` : ""}; the circles are ${circles} km`,
  },
  ringBefore: {
    zh: (circles: string) => `以你为圆心的距离环，圆圈是 ${circles} 公里；还没有读取位置`,
    en: (circles: string) => `Circles of ${circles} km round you; no position is read yet`,
  },
  and: { zh: "、", en: ", " },
  toRing: { zh: "回到距离环", en: "Back to the ring" },
  byHand: { zh: "手动选地点", en: "Pick a place by hand" },
  exact: { zh: "精确位置", en: "Exact position" },
  useExact: { zh: "用精确位置", en: "Use the exact position" },
  rough: { zh: "粗略位置", en: "Rough position" },
  staysHere: { zh: "只留在本机", en: "stays on this device" },
  radius: { zh: "多远以内", en: "How far" },
  within: { zh: (km: number) => `${km}\u00a0km\u00a0内`, en: (km: number) => `Within ${km}\u00a0km` },
  band: {
    zh: (from: number, to: number) => (from === 0 ? `${to}\u00a0km\u00a0内` : `${from}–${to}\u00a0km`),
    en: (from: number, to: number) => (from === 0 ? `Within ${to}\u00a0km` : `${from}–${to}\u00a0km`),
  },
  count: { zh: (n: number) => `${f.count(n)}\u00a0个`, en: (n: number) => `${f.count(n)} job${s(n)}` },
  order: { zh: "排序", en: "Order" },
  order_distance: { zh: "由近到远", en: "Nearest" },
  order_salary: { zh: "薪资", en: "Pay" },
  order_date: { zh: "最新", en: "Newest" },
  left: {
    zh: (cell: string) => `离开本机的只有约 1\u00a0km 的网格编号 ${cell}，没有坐标。圆圈按面积分布，越近的职位越显眼。`,
    en: (cell: string) =>
      `All that left this device is ${cell}, a grid cell of about 1\u00a0km, and no coordinate. Areas are true, so near jobs stand out.`,
  },
  stayed: {
    zh: "没有网络，什么都没有离开本机。圆圈按面积分布，越近的职位越显眼。",
    en: "Off-line, so nothing left this device. Areas are true, so near jobs stand out.",
  },
  willLeave: {
    zh: "离开本机的只会是约 1\u00a0km 的网格编号，没有坐标。",
    en: "All that would leave this device is a grid cell of about 1\u00a0km, and no coordinate.",
  },
  words: { zh: (text: string) => `「${text}」`, en: (text: string) => `"${text}"` },
  allWords: { zh: (text: string) => `不限「${text}」`, en: (text: string) => `Not only "${text}"` },
  locating: { zh: "正在读位置、取职位", en: "Reading the position, loading jobs" },
  before: { zh: "还不知道你在哪", en: "Where you are is not known yet" },
  beforeText: {
    zh: "同意后按远近排列；手动选一个地点也行。",
    en: "Agree and jobs are listed by distance; or pick a place by hand.",
  },
  none: { zh: (km: number) => `${km}\u00a0km\u00a0内没有职位`, en: (km: number) => `No jobs within ${km}\u00a0km` },
  noneWords: {
    zh: (km: number, text: string) => `${km}\u00a0km\u00a0内没有「${text}」的职位`,
    en: (km: number, text: string) => `No jobs for "${text}" within ${km}\u00a0km`,
  },
  noneWider: { zh: "看远一点，或换一个地点。", en: "Look further, or at another place." },
  noneWidest: {
    zh: "这里最远看到 10\u00a0km。换一个地点，可以看得更远。",
    en: "10\u00a0km is as far as this goes. Around a place that you pick you can look further.",
  },
  look: { zh: (km: number) => `看 ${km}\u00a0km\u00a0内`, en: (km: number) => `Look within ${km}\u00a0km` },
  more: {
    zh: (n: number) => `只列出最近的 ${f.count(n)} 个。缩小范围，看得更准。`,
    en: (n: number) => `Only the nearest ${f.count(n)} are listed. A smaller radius shows closer.`,
  },
  pickTitle: { zh: "手动选一个地点", en: "Pick a place by hand" },
  pickText: {
    zh: "按这个地点的远近来找，不用你的位置。",
    en: "Jobs are found by their distance from there; your position is not used.",
  },
  pickBack: { zh: "回到附近", en: "Back to nearby" },
  start: { zh: "看附近的职位", en: "See jobs nearby" },
  toPermissions: { zh: "去「权限」", en: "To Permissions" },
  offline: {
    zh: "没有网络。下面是刚才取到的。",
    en: "Off-line. What you see was loaded before.",
  },
  kept: {
    zh: "离线：这是这台设备看过的职位，距离在本机算出。",
    en: "Off-line: these are jobs that this device has seen; it measured the distances itself.",
  },
  away: { zh: (far: string) => `距你 ${far}`, en: (far: string) => `${far} from you` },
});

/** Why a place is picked by hand now: one plain line. */
export const reasons = catalogue({
  no: {
    zh: "没有用你的位置。48\u00a0小时内不会再问。",
    en: "Your position is not used. You are not asked again for 48\u00a0hours.",
  },
  quiet: {
    zh: "位置之前没有给，现在不再问。想用时，到「权限」里打开。",
    en: "The position was not given before, and you are not asked now. It can be given in Permissions.",
  },
  busy: {
    zh: "正在问另一项权限，答完再来。",
    en: "Another permission is being asked for; come back once that is answered.",
  },
  system: {
    zh: "系统没有允许读位置，要在系统设置里改。",
    en: "The system does not allow reading the position; its settings can change that.",
  },
  restricted: {
    zh: "这台设备的管理者不允许读位置。",
    en: "The owner of this device does not allow reading the position.",
  },
  unsupported: { zh: "这台设备给不出位置。", en: "This device has no position to give." },
} satisfies Record<Reason, Said>);

/** Why no position came: `detail.reason` of `location_unavailable`. */
export type LocationReason = "no_source" | "timed_out" | "failed";

export const unavailable = catalogue({
  no_source: {
    zh: "这台设备上没有谁能给出位置；系统的定位服务可能没有开。",
    en: "Nothing on this device can say where it is; the system's location service may be off.",
  },
  timed_out: {
    zh: "等了一会儿，没有等到位置。室内或刚开机时会这样。",
    en: "No position came in time. Indoors or just after a start that happens.",
  },
  failed: { zh: "系统的定位服务出错了。", en: "The system's location service failed." },
} satisfies Record<LocationReason, Said>);
