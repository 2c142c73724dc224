/** Reading what was copied, on the person's act alone (R7); what comes of it is each feature's own. */

export { pasteWords } from "./messages";
export { default as PasteRefusal } from "./PasteRefusal.svelte";
export { Paste } from "./paste.svelte";
export { default as ReadOnce } from "./ReadOnce.svelte";
