import { afterEach, expect, test } from "vitest";
import { language } from "../../../i18n";
import type { Recorded } from "../../../platform";
import { recordedNotes, recordedTitle } from "./words";

afterEach(() => language.set("zh-CN"));

const looked = (company: string | null, look: "introduced" | "staff_opened", by: string): Recorded => ({
  kind: "resume_looked",
  look,
  company,
  by,
});

/** I4: whoever came by a link is not taken for the platform's staff. */
test("a look by an introduction link says whose link it was", () => {
  language.set("zh-CN");
  const person = looked(null, "introduced", "王老师");
  expect(recordedTitle(person)).toBe("你给了链接的人 用引荐链接打开了你的简历");
  expect(recordedNotes(person)).toEqual(["王老师"]);
  expect(recordedTitle(looked("纸鹞数据", "introduced", "许未"))).toBe("纸鹞数据 用引荐链接打开了你的简历");
  expect(recordedTitle(looked(null, "staff_opened", ""))).toContain("平台顾问");
  language.set("en");
  expect(recordedTitle(person)).toBe("Somebody you gave a link opened your résumé by a link");
});
