/**
 * A pasted list of companies as the form shows it before it goes: what cannot be a name is pointed out by its line. What
 * is one company in two spellings is the host's to say, and which names are taken.
 */
import { m } from "./messages";

const MAX_NAMES = 1_000;
const MAX_CHARS = 100;

export interface ListProblem {
  /** From 1. */
  line: number;
  text: string;
}

export function readList(text: string): { names: string[]; problems: ListProblem[] } {
  const first = new Map<string, number>();
  const problems: ListProblem[] = [];
  for (const [index, written] of text.split(/\r?\n/).entries()) {
    const line = index + 1;
    const name = written.trim();
    if (name === "") continue;
    if (first.size === MAX_NAMES) {
      problems.push({ line, text: m.tooMany });
      break;
    }
    const before = first.get(name);
    if ((name.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < 2) problems.push({ line, text: m.tooShort });
    else if ([...name].length > MAX_CHARS) problems.push({ line, text: m.tooLong });
    else if (before !== undefined) problems.push({ line, text: m.repeated(before) });
    else first.set(name, line);
  }
  return { names: [...first.keys()], problems };
}
