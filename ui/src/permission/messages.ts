import { catalogue } from "../i18n";
import type { IconName } from "../kit";
import type { Permission, Purpose } from "../platform";

type Said = { zh: string; en: string };

const names = catalogue({
  location: { zh: "位置", en: "Location" },
  notifications: { zh: "通知", en: "Notifications" },
  camera: { zh: "相机", en: "Camera" },
  microphone: { zh: "麦克风", en: "Microphone" },
  photos: { zh: "照片", en: "Photos" },
  clipboard: { zh: "剪贴板", en: "Clipboard" },
  files: { zh: "文件", en: "Files" },
  calendar: { zh: "日历", en: "Calendar" },
} satisfies Record<Permission, Said>);

const purposes = catalogue({
  nearby_jobs: { zh: "附近职位", en: "jobs nearby" },
  paste_code: { zh: "粘贴验证码", en: "pasting a sign-in code" },
  paste_search: { zh: "粘贴到搜索", en: "pasting into the search" },
  paste_resume: { zh: "粘贴到简历", en: "pasting into the résumé" },
  save_file: { zh: "保存文件", en: "saving a file" },
  attach_file: { zh: "上传附件简历", en: "uploading an attachment résumé" },
} satisfies Record<Purpose, Said>);

const ICONS: Record<Permission, IconName> = {
  location: "pin",
  notifications: "bell",
  camera: "camera",
  microphone: "mic",
  photos: "image",
  clipboard: "clipboard",
  files: "file",
  calendar: "calendar",
};

export const permissionName = (permission: Permission): string => names[permission];
export const purposeName = (purpose: Purpose): string => purposes[purpose];
export const permissionIcon = (permission: Permission): IconName => ICONS[permission];

/** What the sheet says. */
export const m = catalogue({
  title: {
    zh: "要看附近的职位，需要你的大致位置",
    en: "Jobs nearby need your rough position",
  },
  when: {
    zh: "只在你使用「附近」时读取一次，5\u00a0分钟内不再读。",
    en: "Read once when you use Nearby, and not again for 5\u00a0minutes.",
  },
  how: {
    zh: "粗略位置，约 1\u00a0km。发给服务器的是网格编号，不是坐标。",
    en: "A rough position, about 1\u00a0km. The server gets the number of a grid cell, not a coordinate.",
  },
  kept: {
    zh: "不留轨迹，最后一次位置只在内存里，退出即清。",
    en: "No trail. The last position is in memory only and gone when the app ends.",
  },
  cost: {
    zh: "不同意也能用：手动选城市、区县，其余功能照常。48\u00a0小时内不会再问。",
    en: "It works without: pick a city or district by hand; all else stays as it is. You are not asked again for 48\u00a0hours.",
  },
  byHand: { zh: "手动选地点", en: "Pick a place" },
  refuse: { zh: "不给", en: "No" },
  once: { zh: "仅这一次", en: "Only this once" },
  allow: { zh: "使用期间允许", en: "While in use" },
});
