export { default as DeskDialogs } from "./DeskDialogs.svelte";
export { default as DeskNote } from "./DeskNote.svelte";
export { Desk } from "./desk.svelte";
