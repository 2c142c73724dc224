import { getContext, setContext } from "svelte";
import type { ResumeEditor } from "./editor.svelte";

const KEY = Symbol("resume editor");

/** Gives the editor to the fields below. */
export function provideEditor(editor: ResumeEditor): void {
  setContext(KEY, editor);
}

/** The editor that a field belongs to. */
export function useEditor(): ResumeEditor {
  return getContext<ResumeEditor>(KEY);
}
