import { expect, test } from "vitest";
import { errorWords } from "./errors";
import { language } from "./i18n";

test("an error speaks the language that is set, at once", () => {
  language.set("zh-CN");
  expect(errorWords({ code: "job_closed" }).title).toBe("职位已关闭");
  language.set("en");
  expect(errorWords({ code: "job_closed" }).title).toBe("This job is closed");
  language.set("zh-CN");
});

test("a code that this page does not know yet still gets a sentence", () => {
  expect(errorWords({ code: "from_the_future" as "internal" }).title).toBe(
    errorWords({ code: "device_failure" }).title,
  );
});
