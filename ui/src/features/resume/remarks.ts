import { catalogue, f } from "../../i18n";
import type { ResumeProblem } from "../../platform";
import { fieldName } from "./fields";

/** What stands above the remarks, and the remarks themselves. */
export const said = catalogue({
  some: {
    zh: (n: number) => `${n} 处请再看一眼，不影响投递`,
    en: (n: number) => `${n} worth a second look; applying works all the same`,
  },
  workGap: {
    zh: (place: string, n: string) => `${place}：在这之前空了 ${n} 个月，企业可能会问起`,
    en: (place: string, n: string) => `${place}: ${n} months without a job before it; a company may ask`,
  },
  workOverlap: {
    zh: (place: string, other: string) => `${place}：早于另一份工作的结束（${other}）。兼职或实习请改工作性质`,
    en: (place: string, other: string) =>
      `${place}: before another job ended (${other}). If one was part-time or an internship, say so`,
  },
  workTooEarly: {
    zh: (place: string) => `${place}：那一年还不满 14 岁，请核对年份和出生日期`,
    en: (place: string) => `${place}: before the age of 14; check the year and the birth date`,
  },
  inFuture: {
    zh: (place: string) => `${place}：在今天之后，请核对；还在继续就选「至今」`,
    en: (place: string) => `${place}: after today; check it, or say that it goes on to date`,
  },
  contactInText: {
    zh: (place: string) => `${place}：写了电话或邮箱，企业看到的是「已隐藏」`,
    en: (place: string) => `${place}: holds a phone number or e-mail; a company sees a mask there`,
  },
  otherPerson: {
    zh: (place: string) => `${place}：像是写到了别人，请先得到那个人的同意`,
    en: (place: string) => `${place}: seems to be about another person; get their consent first`,
  },
});

/** A remark as a sentence that names its place. Source: S-RES-09, S-RES-10. */
export function remarkWords(problem: ResumeProblem): string {
  const place = fieldName(problem.path);
  switch (problem.kind) {
    case "work_gap":
      return said.workGap(place, f.count(problem.months));
    case "work_overlap":
      return said.workOverlap(place, fieldName(problem.other));
    case "work_too_early":
      return said.workTooEarly(place);
    case "in_future":
      return said.inFuture(place);
    case "contact_in_text":
      return said.contactInText(place);
    case "other_person":
      return said.otherPerson(place);
  }
}
