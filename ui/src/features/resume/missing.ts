import type { Missing, ResumeContent, Section } from "../../platform";
import { entryPath } from "./path";

/** Where something missing is written: a field that is there, or one of an entry yet to be added. */
export type Target = { path: string } | { add: Section; field: string };

const blank = (text: string): boolean => text.trim() === "";

/** Where to go for a thing that is missing. Source: S-RES-07. */
export function missingTarget(missing: Missing, content: ResumeContent): Target {
  switch (missing) {
    case "name":
      return { path: "basic/name" };
    case "phone":
      return { path: "basic/phone" };
    case "birth_date":
      return { path: "basic/birth_date" };
    case "residence":
      return { path: "basic/residence" };
    case "status":
      return { path: "basic/status" };
    case "position":
      return { path: "intention/position" };
    case "places":
      return { path: "intention/places" };
    case "salary":
      return { path: "intention/salary" };
    case "self_assessment":
      return { path: "self_assessment" };
    case "skills":
      return { path: "skills" };
    case "education": {
      const entry = content.education[0];
      if (!entry) return { add: "education", field: "school" };
      const field = blank(entry.school) ? "school" : entry.degree === null ? "degree" : "start";
      return { path: entryPath("education", entry.id, field) };
    }
    case "experience": {
      const entry = content.work[0];
      if (!entry) return { add: "work", field: "company" };
      return { path: entryPath("work", entry.id, blank(entry.company) ? "company" : "position") };
    }
    case "work_description": {
      const entry = content.work.find((each) => blank(each.description));
      return entry ? { path: entryPath("work", entry.id, "description") } : { add: "work", field: "company" };
    }
  }
}
