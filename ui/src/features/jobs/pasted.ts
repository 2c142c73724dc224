import { catalogue } from "../../i18n";
import type { Findings } from "../../platform";

/** What the panel says that opens on pasting; apart from `messages.ts`, which the first screen loads. */
export const said = catalogue({
  byJob: { zh: "按这个职位搜：", en: "Search by this job: " },
  byTitle: { zh: "只按名称搜：", en: "By its title only: " },
  openLinked: { zh: "打开链接里的职位", en: "Open the job that the link leads to" },
  nothing: { zh: "没认出职位或链接", en: "No posting and no link to a job found" },
  what: {
    zh: "先复制一段招聘文字，或职途的职位链接。要搜一个词，直接输入就好。",
    en: "Copy the text of a posting, or a link to a job here. To search for a word, just type it.",
  },
});

const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
/** `zhitu://jobs/<id>`, or an address whose place is a job of this page: `…#/jobs/<id>`. */
const JOB_LINK = new RegExp(`^(?:zhitu://jobs?/|(?:https?|zhitu)://[^#]*#/jobs/)(${UUID})(?:[/?#]|$)`, "i");

/** The job of this app that a link leads to. */
export function jobOfLink(link: string): string | null {
  return JOB_LINK.exec(link)?.[1]?.toLowerCase() ?? null;
}

/** The first of the links found that leads to a job of this app. */
export function linkedJob({ links }: Findings): string | null {
  for (const { text } of links) {
    const job = jobOfLink(text);
    if (job !== null) return job;
  }
  return null;
}
