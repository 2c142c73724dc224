import type { JobContent } from "../../platform";

/** The fields of a posting that can be refused, as the server names them. */
export type JobField = "title" | "description" | "salary" | "workplace" | "tags";
/** What can be wrong with one. */
export type JobProblem = "missing" | "too_long" | "out_of_range";
/** What is wrong, field by field. */
export type JobProblems = Partial<Record<JobField, JobProblem>>;

const FIELDS: readonly JobField[] = ["title", "description", "salary", "workplace", "tags"];
const PROBLEMS: readonly JobProblem[] = ["missing", "too_long", "out_of_range"];

/** An empty posting. */
export function emptyJob(): JobContent {
  return {
    title: "",
    description: "",
    salary: null,
    workplace: { place: null, address: "", point: null, remote: false },
    employment_type: "full_time",
    experience: "any",
    education: "any",
    tags: [],
    form_contact: [],
  };
}

const length = (text: string): number => [...text].length;

/**
 * All that is plainly wrong, so that a person sees every place at once. The rule is the server's, which names one
 * field at a time and has the last word.
 */
export function jobProblems(content: JobContent): JobProblems {
  const found: JobProblems = {};
  const title = length(content.title.trim());
  if (title < 2) found.title = "missing";
  else if (title > 100) found.title = "too_long";
  if (content.description.trim() === "") found.description = "missing";
  else if (length(content.description) > 20_000) found.description = "too_long";
  if (content.salary === null) found.salary = "missing";
  else if (content.salary.min <= 0 || content.salary.min > content.salary.max) found.salary = "out_of_range";
  if (content.workplace.place === null && !content.workplace.remote) found.workplace = "missing";
  else if (length(content.workplace.address) > 200) found.workplace = "too_long";
  if (content.tags.length > 20 || content.tags.some((tag) => length(tag) > 40)) found.tags = "too_long";
  return found;
}

/** The problem that the server named, when it named one of a posting's fields: `salary`, or `content/salary`. */
export function refusedField(field: { field: string; problem: string } | null): JobProblems {
  const steps = field?.field.split(/[./]/) ?? [];
  const name = FIELDS.find((each) => steps.includes(each));
  if (!field || !name) return {};
  return { [name]: PROBLEMS.find((each) => each === field.problem) ?? "out_of_range" };
}

/** Terms as they are typed, separated by commas of either script; doubles and blanks go. */
export function readTags(text: string): string[] {
  const found = text
    .split(/[,，、;；\n]/)
    .map((tag) => tag.trim())
    .filter(Boolean);
  return [...new Set(found)];
}
