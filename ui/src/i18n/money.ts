import type { Currency, Language, Salary, SalaryPeriod } from "../platform/generated/types";

/** A salary as people say it, in the parts that are set differently. */
export interface SalaryWords {
  /** `1.5–2.4万` or `¥15k–24k`. */
  amount: string;
  /** `/月` or `\u00a0/ month`. */
  period: string;
  /** `14\u00a0薪`; empty for twelve. */
  months: string;
}

const ZH_UNIT: Record<Currency, string> = {
  CNY: "元",
  USD: "美元",
  EUR: "欧元",
  HKD: "港元",
  GBP: "英镑",
  JPY: "日元",
  SGD: "新元",
};
const EN_SIGN: Record<Currency, string> = { CNY: "¥", USD: "$", EUR: "€", HKD: "HK$", GBP: "£", JPY: "JP¥", SGD: "S$" };
const ZH_PERIOD: Record<SalaryPeriod, string> = { hour: "/时", day: "/天", month: "/月", year: "/年" };
const EN_PERIOD: Record<SalaryPeriod, string> = { hour: "hour", day: "day", month: "month", year: "year" };

/** At most `digits` decimals and no trailing zeros, with thousands grouped. */
function plain(value: number, digits: number): string {
  return new Intl.NumberFormat("en", { maximumFractionDigits: digits }).format(value);
}

type Scaled = { number: string; unit: string };

function scaleZh(value: number, small: boolean): Scaled {
  if (value >= 9_995) return { number: plain(value / 10_000, value >= 1_000_000 ? 1 : 2), unit: "万" };
  if (value >= 1_000 && !small) return { number: plain(value / 1_000, 2), unit: "千" };
  return { number: plain(value, small ? 2 : 0), unit: "" };
}

function scaleEn(value: number, small: boolean): Scaled {
  if (value >= 999_500) return { number: plain(value / 1_000_000, 2), unit: "M" };
  if (value >= (small ? 10_000 : 1_000)) return { number: plain(value / 1_000, 1), unit: "k" };
  return { number: plain(value, small ? 2 : 0), unit: "" };
}

/** `1.5–2.4万`, `9千–1.2万`, `32–40元`; `¥15k–24k`. Values in the currency's unit. */
export function amountRange(min: number, max: number, currency: Currency, language: Language, small = false): string {
  if (language === "en") {
    const [low, high] = [scaleEn(min, small), scaleEn(max, small)];
    const sign = EN_SIGN[currency];
    const first = `${sign}${low.number}${low.unit}`;
    return low.number === high.number && low.unit === high.unit ? first : `${first}–${high.number}${high.unit}`;
  }
  const [low, high] = [scaleZh(min, small), scaleZh(max, small)];
  // 万 and 千 of renminbi need no 元; a bare number does, and so does every other currency.
  const tail = (scaled: Scaled) => (currency === "CNY" ? scaled.unit || "元" : scaled.unit + ZH_UNIT[currency]);
  if (low.number === high.number && low.unit === high.unit) return low.number + tail(low);
  return low.unit === high.unit
    ? `${low.number}–${high.number}${tail(high)}`
    : `${low.number}${low.unit || (currency === "CNY" ? "元" : "")}–${high.number}${tail(high)}`;
}

/** A salary in words. */
export function salaryWords(salary: Salary, language: Language): SalaryWords {
  const small = salary.period === "hour" || salary.period === "day";
  const amount = amountRange(salary.min / 100, salary.max / 100, salary.currency, language, small);
  if (language === "en") {
    return {
      amount,
      period: `\u00a0/ ${EN_PERIOD[salary.period]}`,
      months: salary.months > 12 ? `${salary.months}\u00a0months' pay` : "",
    };
  }
  return { amount, period: ZH_PERIOD[salary.period], months: salary.months > 12 ? `${salary.months}\u00a0薪` : "" };
}

/** A least monthly salary as a choice: `1.5万起`, `from ¥15k`. In fen. */
export function salaryFloor(fen: number, language: Language): string {
  const amount = amountRange(fen / 100, fen / 100, "CNY", language);
  return language === "en" ? `from ${amount}` : `${amount}起`;
}
