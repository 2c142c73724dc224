import type { Language } from "../platform/generated/types";

const NBSP = "\u00a0";
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `1,284` in both languages. */
export function count(value: number): string {
  return new Intl.NumberFormat("en").format(value);
}

/** `850 m`, `1.2 km`, `12 km`. */
export function distance(km: number): string {
  if (km < 0.1) return `<100${NBSP}m`;
  if (km < 0.995) return `${Math.round(km * 100) * 10}${NBSP}m`;
  if (km < 9.95) return `${km.toFixed(1)}${NBSP}km`;
  return `${count(Math.round(km))}${NBSP}km`;
}

/** The first moment of a day by the device's time zone, in milliseconds as what goes in. */
export function startOfDay(ms: number): number {
  const date = new Date(ms);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

/** Days of the calendar between two moments, by the device's time zone. */
export function daysBetween(earlier: number, later: number): number {
  return Math.round((startOfDay(later) - startOfDay(earlier)) / DAY);
}

function plural(value: number, unit: string): string {
  return `${value} ${unit}${value === 1 ? "" : "s"}`;
}

/** `刚刚`, `3 分钟前`, `昨天`, `1 周前`, `11 月 3 日`; `2 hours ago`, `yesterday`, `Nov 3`. Microseconds in, as on the wire. */
export function ago(at: number, now: number, language: Language): string {
  const then = at / 1000;
  const passed = now - then;
  const zh = language === "zh-CN";
  if (passed < MINUTE) return zh ? "刚刚" : "just now";
  if (passed < HOUR) {
    const minutes = Math.floor(passed / MINUTE);
    return zh ? `${minutes}${NBSP}分钟前` : `${minutes}${NBSP}min ago`;
  }
  const days = daysBetween(then, now);
  if (days === 0) {
    const hours = Math.floor(passed / HOUR);
    return zh ? `${hours}${NBSP}小时前` : `${plural(hours, "hour")} ago`;
  }
  if (days === 1) return zh ? "昨天" : "yesterday";
  if (days < 7) return zh ? `${days}${NBSP}天前` : `${days} days ago`;
  if (days < 28) {
    const weeks = Math.floor(days / 7);
    return zh ? `${weeks}${NBSP}周前` : `${plural(weeks, "week")} ago`;
  }
  return day(at, now, language);
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A day: `11 月 3 日`, with the year when it is not this one; `Nov 3`, `Nov 3, 2025`. */
export function day(at: number, now: number, language: Language): string {
  const date = new Date(at / 1000);
  const sameYear = date.getFullYear() === new Date(now).getFullYear();
  if (language === "zh-CN") {
    const short = `${date.getMonth() + 1}${NBSP}月${NBSP}${date.getDate()}${NBSP}日`;
    return sameYear ? short : `${date.getFullYear()}${NBSP}年${NBSP}${short}`;
  }
  const short = `${MONTHS[date.getMonth()]}${NBSP}${date.getDate()}`;
  return sameYear ? short : `${short}, ${date.getFullYear()}`;
}

/** A time of day, 24 hours: `14:05`. */
export function clockTime(at: number): string {
  const date = new Date(at / 1000);
  return `${String(date.getHours()).padStart(2, "0")}:${String(date.getMinutes()).padStart(2, "0")}`;
}

/** When a message was written: the time today, the weekday's word or the day before that. */
export function moment(at: number, now: number, language: Language): string {
  const days = daysBetween(at / 1000, now);
  if (days <= 0) return clockTime(at);
  if (days === 1) return language === "zh-CN" ? "昨天" : "yesterday";
  return day(at, now, language);
}

/** A month of a year, from `2023-07`: `2023.07` in Chinese, `Jul 2023` in English. */
export function yearMonth(value: string, language: Language): string {
  const [year = "", month = "01"] = value.split("-");
  return language === "zh-CN" ? `${year}.${month}` : `${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** A file's size: `312 KB`, `1.4 MB`. */
export function bytes(value: number): string {
  return value < 1_000_000
    ? `${Math.max(1, Math.round(value / 1000))}${NBSP}KB`
    : `${(value / 1_000_000).toFixed(1)}${NBSP}MB`;
}
