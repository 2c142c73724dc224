import type { ResumeContent, Section } from "../../platform";

/** The lists of a résumé, in the order of the page. */
export const SECTIONS = ["education", "work", "projects", "skills", "languages"] as const satisfies readonly Section[];

/** The path of a field of an entry, as the core knows it. */
export function entryPath(section: Section, entry: string, field: string): string {
  return `${section}/${entry}/${field}`;
}

/** The entry that a path lies in. */
export function entryOf(path: string): { section: Section; entry: string } | null {
  const [section, entry, field] = path.split("/");
  const known = SECTIONS.find((each) => each === section);
  return known && entry && field ? { section: known, entry } : null;
}

/** What a résumé holds at a path; `undefined` where there is no such field or entry. */
export function valueAt(content: ResumeContent, path: string): unknown {
  const [first = "", second, third] = path.split("/");
  const at = entryOf(path);
  if (at) {
    const entry = content[at.section].find((each) => each.id === at.entry);
    return (entry as Record<string, unknown> | undefined)?.[third ?? ""];
  }
  const group = (content as unknown as Record<string, unknown>)[first];
  return second === undefined ? group : (group as Record<string, unknown> | undefined)?.[second];
}

/** The fields of an entry that hold something, as paths and values: what has to be set to make it again. */
export function filledFields(section: Section, entry: { id: string }): [path: string, value: unknown][] {
  return Object.entries(entry as Record<string, unknown>)
    .filter(([field, value]) => field !== "id" && value !== "" && value !== null && value !== false)
    .map(([field, value]) => [entryPath(section, entry.id, field), value]);
}
